"""Archives in the open format, tampered with below their encryption: flipped, cut, spliced, forged, blown up."""

from __future__ import annotations

import hashlib
import io
import json
import random
import struct
import zipfile
from typing import Any

Parts = dict[str, bytes]

_VALUES = (
    None, True, -1, 0, 2**31, 2**63, -(2**63) - 1, 10**400, 1e308, "", "x" * 70_000, "\ud800", "2012-13-45", "9999-99-99T99:99",
    [], [[[]]], {}, {"a": {}}, "1", "../../x", "\x00", 1.5,
)  # fmt: skip
_NAMES = (
    "../../evil",
    "/etc/evil",
    "C:\\evil",
    "records/../../x.jsonl",
    "records/nothing.jsonl",
    "photos/x.jpg",
    "\u202e",
    "a" * 60_000,
)


def tampered(data: bytes, dice: random.Random) -> bytes:
    """A ZIP made wrong in one of many ways. Where its manifest was made to fit again, only the reader's care refuses it."""
    ways = (_flipped, _cut, _spliced, _numbers, _other_digit, _forged, _forged_rows, _manifest, _bomb)
    (way,) = dice.choices(ways, (4, 2, 2, 3, 3, 4, 6, 4, 1))
    return way(data, dice)


def _flipped(data: bytes, dice: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(dice.choice((1, 1, 1, 4, 40))):
        changed[dice.randrange(len(changed))] ^= 1 << dice.randrange(8)
    return bytes(changed)


def _cut(data: bytes, dice: random.Random) -> bytes:
    return data[: dice.randrange(len(data))] if dice.random() < 0.6 else data[dice.randrange(1, len(data)) :]


def _spliced(data: bytes, dice: random.Random) -> bytes:
    """A piece taken out, put in or said twice."""
    at, to = sorted(dice.randrange(len(data)) for _ in range(2))
    return dice.choice(
        (data[:at] + data[to:], data[:at] + dice.randbytes(dice.randrange(1, 90)) + data[at:], data[:to] + data[at:])
    )


def _numbers(data: bytes, dice: random.Random) -> bytes:
    """Sizes, counts and places in the directory at the end, made absurd."""
    changed, at = bytearray(data), data.find(b"PK\x01\x02")
    for _ in range(dice.randint(1, 3)):
        place = dice.randrange(at, len(changed) - 8)
        changed[place : place + 4] = dice.choice(
            (b"\xff\xff\xff\xff", b"\0\0\0\0", b"\xff\xff\xff\x7f", struct.pack("<I", dice.getrandbits(20)))
        )
    return bytes(changed)


def parts_of(data: bytes) -> Parts:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _zipped(parts: list[tuple[str, bytes]]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts:
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED, 1)
    return out.getvalue()


def _other_digit(data: bytes, dice: random.Random) -> bytes:
    """One digit of a record changed, in a ZIP that is whole, under the manifest of before."""
    parts = parts_of(data)
    name = dice.choice([name for name in parts if name.startswith("records/") and parts[name].strip()])
    changed = bytearray(parts[name])
    at = dice.choice([at for at, byte in enumerate(changed) if chr(byte).isdigit()])
    changed[at] = ord(dice.choice(sorted({*"123456789"} - {chr(changed[at])})))
    return _zipped([*(parts | {name: bytes(changed)}).items()])


def fitted(parts: Parts, said: dict[str, Any] | None = None) -> bytes:
    """A ZIP of these parts whose manifest tells of just them: what somebody with the passphrase could forge."""
    manifest = said or json.loads(parts["manifest.json"])
    manifest["parts"] = {
        name: {"bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}
        for name, content in parts.items()
        if name not in ("manifest.json", "README.txt")
    }
    return _zipped([(name, json.dumps(manifest).encode() if name == "manifest.json" else each) for name, each in parts.items()])


def _forged(data: bytes, dice: random.Random) -> bytes:
    """Parts gone, renamed, said twice, emptied, or another's."""
    parts = parts_of(data)
    name, other = dice.sample(sorted(set(parts) - {"manifest.json", "README.txt"}), 2)
    way = dice.randrange(5)
    if way == 0:
        del parts[name]
    elif way == 1:
        parts[dice.choice(_NAMES).replace("\x00", "")] = parts.pop(name)
    elif way == 2:
        parts[name] = parts[other]
    elif way == 3:
        parts[name] = dice.choice((b"", b"\n\n", b"null", b"[" * 100_000, b'"', dice.randbytes(300)))
    whole = fitted(parts)
    if way != 4:
        return whole
    return _zipped([*parts_of(whole).items(), (name, parts[name])])


def _forged_rows(data: bytes, dice: random.Random) -> bytes:
    """A value of a record changed for one of another shape, or a record gone, doubled or of other columns."""
    parts = parts_of(data)
    name = dice.choice([name for name in parts if name.startswith("records/") and parts[name].strip()])
    rows = [json.loads(line) for line in parts[name].splitlines()]
    row, way = dice.choice(rows), dice.randrange(6)
    if way <= 2:
        row[dice.choice(sorted(row))] = dice.choice(_VALUES)
    elif way == 3:
        del row[dice.choice(sorted(row))]
    elif way == 4:
        rows.append(dict(row))
    else:
        row[dice.choice(("id", "uid", "unknown", "sha256"))] = dice.choice(_VALUES)
    parts[name] = b"".join(json.dumps(row).encode() + b"\n" for row in rows)
    return fitted(parts)


def _manifest(data: bytes, dice: random.Random) -> bytes:
    """The manifest itself of another shape, at any depth."""
    parts = parts_of(data)
    said = json.loads(parts["manifest.json"])
    inside = said
    while dice.random() < 0.6 and [key for key in inside if isinstance(inside[key], dict) and inside[key]]:
        inside = inside[dice.choice([key for key in inside if isinstance(inside[key], dict) and inside[key]])]
    key = dice.choice(sorted(inside))
    if dice.random() < 0.2:
        del inside[key]
    else:
        inside[key] = dice.choice(_VALUES)
    parts["manifest.json"] = json.dumps(said).encode()
    return _zipped(list(parts.items()))


def _bomb(data: bytes, dice: random.Random) -> bytes:
    """Little that unpacks to much: bytes of one kind, a line without an end, a number without an end, lists within lists."""
    parts, much = parts_of(data), dice.choice((2**18, 2**20, 2**22, 2**22, 2**26))
    name = dice.choice(sorted(set(parts) - {"README.txt"}))
    parts[name] = dice.choice((bytes(much), b"[" * much, b"9" * much, b'"' + b"x" * much, b"\n" * much, b'{"a":' * (much // 8)))
    if name == "manifest.json":
        return _zipped(list(parts.items()))
    return fitted(parts)

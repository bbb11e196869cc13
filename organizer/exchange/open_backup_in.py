"""Reading a backup in the open format: every part is bounded, known by name, and compared with the manifest before it counts.

Nothing of an archive is believed: it may be cut, tampered with, or made to fill the memory of whoever opens it.
"""

from __future__ import annotations

import hashlib
import io
import json
import re
import struct
import unicodedata
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from organizer.errors import DamagedFile, NewerFile, WrongPassphrase
from organizer.exchange.open_backup_boxes import BOXES
from organizer.i18n import _
from organizer.records.kinds import KINDS
from organizer.store import faults
from organizer.store.rows import Row, thawed, types_of
from organizer.store.tables import FORMAT, table_of

NAME, VERSION = "Picket Organizer, open backup", 1
MANIFEST, README, NOTES = "manifest.json", "README.txt", "notes.json"
LARGEST_ARCHIVE = 2**30 + 2**26
LARGEST_WHOLE = 2**30 + 2**26
"""In bytes, packed and unpacked: a little above what is ever written."""
_LARGEST_SMALL = 2**26
_LARGEST_PHOTO = 2**28
_PIECE, _LONGEST_LINE = 2**20, 2**23
_MOST_PARTS = 200_000
_WORK, _MOST_WORK = re.compile(rb"age-encryption\.org/v1\n-> scrypt \S{22} (\d{1,9})\n"), 22
"""What an archive asks for before anything else, as a power of two of KiB. More than 4 GiB the tool age refuses too."""
_ENTRY = b"PK\x01\x02"
_MOST_PACKED = 1_100
"""How many bytes one packed byte may stand for: deflate cannot do more than 1,032, so that nothing honest is refused."""
_PHOTO = re.compile(r"photos/([0-9a-f]{64})\.(jpg|png|bin)")
_FAULTS = (
    zipfile.BadZipFile, zlib.error, struct.error, ValueError, KeyError, TypeError, AttributeError, EOFError, OverflowError,
    NotImplementedError, RuntimeError, OSError, MemoryError,
)  # fmt: skip


@dataclass(frozen=True)
class Contents:
    """What the manifest of an archive says and its parts have proved: records by kind, money by currency in minor units."""

    made_utc: datetime
    records: Mapping[str, int]
    money: Mapping[str, tuple[int, int]]
    photos: int


def decrypted(path: Path, passphrase: str) -> bytes:
    """The ZIP inside an archive. WrongPassphrase also where it was cut or tampered with: age cannot tell the two apart."""
    import pyrage  # type: ignore[import-untyped]  # it ships no types

    with faults.in_words():
        if path.stat().st_size > LARGEST_ARCHIVE:
            raise damaged()
        data = path.read_bytes()
    asked = _WORK.match(data)
    if asked is not None and int(asked[1]) > _MOST_WORK:
        raise damaged()
    try:
        return bytes(pyrage.passphrase.decrypt(data, unicodedata.normalize("NFC", passphrase)))
    except pyrage.DecryptError as fault:
        raise WrongPassphrase(
            _("This passphrase does not open the archive, or the archive is damaged."),
            _("Look at the keyboard layout and at Caps Lock. If it is right, copy the archive again, or use another one."),
        ) from fault


@contextmanager
def believed() -> Iterator[None]:
    """Whatever is wrong within an archive is one and the same to a person: it is not to be used."""
    try:
        yield
    except _FAULTS as fault:
        raise damaged() from fault


def contents_of(data: bytes) -> Contents:
    """Prove every part of a ZIP against its manifest. DamagedFile, NewerFile."""
    with believed(), Parts(data) as parts:
        parts.prove()
        return parts.contents


class Parts:
    """The parts of an archive, each read in bounds and compared with the manifest. Raises whatever is wrong with it."""

    def __init__(self, data: bytes) -> None:
        if data.count(_ENTRY) > _MOST_PARTS:  # before they are all read into memory
            raise ValueError("more parts than an archive holds")
        self._archive = zipfile.ZipFile(io.BytesIO(data))
        infos = self._archive.infolist()
        self._infos = {info.filename: info for info in infos}
        whole = sum(info.file_size for info in infos)
        if len(infos) > _MOST_PARTS or len(self._infos) != len(infos) or whole > LARGEST_WHOLE:
            raise ValueError("more than an archive holds")
        if any(info.file_size > _MOST_PACKED * max(info.compress_size, 64) for info in infos):
            raise ValueError("packed beyond reason")
        self._manifest = json.loads(self._bounded(MANIFEST, _LARGEST_SMALL))
        self.contents = self._read_manifest()
        if set(self._infos) - {MANIFEST, README} != set(self._manifest["parts"]) or not all(map(_is_known, self._infos)):
            raise ValueError("parts that do not belong")

    def __enter__(self) -> Parts:
        return self

    def __exit__(self, *_fault: object) -> None:
        self._archive.close()

    def _read_manifest(self) -> Contents:
        said = self._manifest
        if said["what"] != NAME:
            raise ValueError("not ours")
        if said["version"] > VERSION or said["file_format"] > FORMAT:
            raise NewerFile(
                _("This archive was written by a later version of the program."), _("Install that version or a later one.")
            )
        records = {str(kind): int(count) for kind, count in said["records"].items()}
        money = {str(currency): (int(amount), int(fee)) for currency, (amount, fee) in said["money"].items()}
        photos = sum(name.startswith("photos/") for name in said["parts"])
        return Contents(datetime.fromisoformat(said["made_utc"]), records, money, photos)

    def names(self) -> list[str]:
        return [name for name in self._infos if name not in (MANIFEST, README)]

    def _bounded(self, name: str, most: int) -> bytes:
        with self._archive.open(self._infos[name]) as part:
            data = part.read(most + 1)
        if len(data) > most:
            raise ValueError("longer than it says")
        return data

    def _pieces(self, name: str) -> Iterator[bytes]:
        """A part of the manifest, whose length and checksum are as it says: that is known when the last piece was taken."""
        said, length, checksum = self._manifest["parts"][name], 0, hashlib.sha256()
        with self._archive.open(self._infos[name]) as part:
            while piece := part.read(_PIECE):
                checksum.update(piece)
                length += len(piece)
                if length > said["bytes"]:
                    break
                yield piece
        if length != said["bytes"] or checksum.hexdigest() != said["sha256"]:
            raise ValueError("not as the manifest says")

    def prove(self) -> None:
        """Every part is as the manifest says."""
        for name in self.names():
            for _piece in self._pieces(name):
                pass

    def read(self, name: str, most: int = _LARGEST_SMALL) -> bytes:
        """A part that is not longer than `most`."""
        if self._manifest["parts"][name]["bytes"] > most:
            raise ValueError("longer than any")
        return b"".join(self._pieces(name))

    def lines(self, name: str) -> Iterator[bytes]:
        """The lines of a part, none of them longer than a small part."""
        rest = b""
        for piece in self._pieces(name):
            *lines, rest = (rest + piece).split(b"\n")
            yield from lines
            if len(rest) > _LONGEST_LINE:
                raise ValueError("a line without an end")
        if rest:
            yield rest

    def rows(self, kind: str) -> Iterator[Row]:
        """The records of a kind, every value of the type that its column holds."""
        count = 0
        for line in self.lines(f"records/{kind}.jsonl"):
            yield _row(kind, json.loads(line.decode("utf-8", "surrogatepass")))
            count += 1
        if count != self.contents.records[kind]:
            raise ValueError("not as many records as the manifest says")

    def photos(self) -> Iterator[tuple[str, bytes]]:
        """Checksum and bytes of every picture."""
        for name in self.names():
            photo = _PHOTO.fullmatch(name)
            if photo is not None:
                data = self.read(name, _LARGEST_PHOTO)
                if hashlib.sha256(data).hexdigest() != photo[1]:
                    raise ValueError("a picture under another's name")
                yield photo[1], data

    def notes(self) -> dict[str, str]:
        return {str(key): str(value) for key, value in json.loads(self.read(NOTES)).items()}


def _is_known(name: str) -> bool:
    kind = name.removeprefix("records/").removesuffix(".jsonl")
    return (
        name in (MANIFEST, README, NOTES, BOXES)
        or (name == f"records/{kind}.jsonl" and kind in KINDS)
        or bool(_PHOTO.fullmatch(name))
    )


def _row(kind: str, said: dict[str, Any]) -> Row:
    types, columns = types_of(KINDS[kind]), table_of(KINDS[kind]).columns
    if not said.keys() <= types.keys():
        raise ValueError("columns that nobody knows")
    row = thawed(KINDS[kind], said)
    for name, python_type in types.items():
        if name not in row:  # written by an earlier version, which had no such column
            row[name] = None if columns[name].nullable else python_type()
        if row[name] is None and columns[name].nullable:
            continue
        if not _fits(row[name], python_type):
            raise ValueError("a value of another type")
    return row


def _fits(value: Any, python_type: type) -> bool:
    if python_type in (dict, list):
        return isinstance(value, dict | list)
    if python_type is float:
        return isinstance(value, float | int) and not isinstance(value, bool)
    if python_type is int:
        return isinstance(value, int) and not isinstance(value, bool) and abs(value) < 2**63
    if python_type is datetime:
        return isinstance(value, datetime) and value.tzinfo is not None
    if python_type in (date, time):
        return type(value) is python_type
    return isinstance(value, python_type)


def damaged() -> DamagedFile:
    return DamagedFile(
        _("This archive is damaged, or it is not one of this program's."),
        _("Copy it again from where it came from, or use an older archive. Nothing was made of it."),
    )

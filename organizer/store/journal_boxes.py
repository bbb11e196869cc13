"""The journal's edits as bytes: compressed JSON, with the words of sealed kinds in a box of their own behind each edit."""

from __future__ import annotations

import base64
import json
import zlib
from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import Connection

from organizer.records.kinds import KINDS
from organizer.store.rows import Row, columns_of
from organizer.store.sealed_kinds import sealer_of
from organizer.store.sealing import about_history

_DECODER, _ENCODER = json.JSONDecoder(), json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
RawEdit = list[Any]
"""Kind, id, what was before and what came after as JSON has it; and as a fifth a box that could not be opened."""


def packed(connection: Connection, edits: Iterable[RawEdit], *, readable: str = "") -> bytes:
    """The bytes of a step. Boxes that were not opened go back as they came; of the kind `readable` none are made."""
    rows = (edit if edit[0] == readable else _boxed(connection, edit) for edit in edits)
    return zlib.compress(f"[{','.join(map(_ENCODER.encode, rows))}]".encode("utf-8", "surrogatepass"), 6)


def unpacked(connection: Connection, data: bytes) -> list[RawEdit]:
    """The edits of a step, whole where the compartment is open. DamagedFile."""
    return [_unboxed(connection, edit) for edit in as_kept(data)]


def as_kept(data: bytes) -> Iterator[RawEdit]:
    """Edit by edit: a step of many thousands read at once would keep all other threads waiting, the window's among them."""
    text = zlib.decompress(data).decode("utf-8", "surrogatepass")
    at, end = 1, len(text) - 1
    while at < end:
        edit, at = _DECODER.raw_decode(text, at)
        yield edit
        at += 1  # the comma


def _boxed(connection: Connection, edit: RawEdit) -> RawEdit:
    name, record_id, before, after = edit[:4]
    kind = KINDS.get(name)
    sealer = None if kind is None or len(edit) > 4 else sealer_of(connection, kind)
    if kind is None or sealer is None:
        return list(edit)
    sides = [side and {key: side[key] for key in kind.COMPARTMENT if key in side} for side in (before, after)]
    if not any(sides):
        return list(edit)
    readable = [side and {key: value for key, value in side.items() if key not in kind.COMPARTMENT} for side in (before, after)]
    box = base64.b64encode(sealer.seal(sides, about_history(name, record_id))).decode()
    return [name, record_id, *readable, box]


def _unboxed(connection: Connection, edit: RawEdit) -> RawEdit:
    if len(edit) == 4:
        return edit
    name, record_id, before, after, box = edit
    sealer = sealer_of(connection, KINDS[name]) if name in KINDS else None
    if sealer is None:
        return edit
    words = sealer.unseal(base64.b64decode(box), about_history(name, record_id))
    return [name, record_id, *(_joined(name, side, own) for side, own in zip((before, after), words, strict=True))]


def _joined(name: str, side: Row | None, words: Row | None) -> Row | None:
    """One side of an edit with its words, the columns in their order."""
    if side is None:
        return None
    both = {**side, **(words or {})}
    return {key: both[key] for key in (*(key for key in columns_of(KINDS[name]) if key in both), *both)}

"""The pages of a damaged file: which are as they were written, decrypted into an image in memory that SQLite can read.

Every page of an encrypted file carries a code over its content and number, so that a damaged page is known for sure and left
out as a whole: what comes out is right or missing. A plain file has no such codes. Nothing is written anywhere.
Source: SQLCipher 4, design; SQLite, database file format.
"""

from __future__ import annotations

import hashlib
import hmac
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from organizer.store.key import PLAIN_HEADER, SALT_BYTES, Key
from organizer.store.tables import APPLICATION_ID, FORMAT

SIZE = 4096
_IV, _CODE = 16, 64
_TAKEN = _IV + _CODE
_SALT_MASK = 0x3A
_TRIED = 64
"""Pages that are tried before a key is said to be wrong."""
_HEADER = 100
_LEAF, _INNER = 0x0D, 0x05
_SCHEMA_KINDS = (b"table", b"index", b"trigger", b"view")


@dataclass(frozen=True)
class Image:
    """A plain database in memory. `damaged` counts pages that are missing from it; `sure`: that every damaged one is."""

    data: bytes
    pages: int
    damaged: int
    sure: bool


class _Cipher:
    """Proves and decrypts single pages under one key."""

    def __init__(self, key: Key) -> None:
        self._key = key.raw
        salt = bytes(byte ^ _SALT_MASK for byte in key.salt)
        self._code_key = hashlib.pbkdf2_hmac("sha512", key.raw, salt, 2, len(key.raw))

    def proves(self, number: int, page: bytes) -> bool:
        covered = page[SALT_BYTES if number == 1 else 0 : SIZE - _CODE] + struct.pack("<I", number)
        return hmac.compare_digest(hmac.digest(self._code_key, covered, "sha512"), page[SIZE - _CODE :])

    def plain(self, number: int, page: bytes) -> bytes:
        from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

        begins = SALT_BYTES if number == 1 else 0
        reader = Cipher(algorithms.AES(self._key), modes.CBC(page[SIZE - _TAKEN : SIZE - _CODE])).decryptor()
        return (PLAIN_HEADER if number == 1 else b"") + reader.update(page[begins : SIZE - _TAKEN]) + page[SIZE - _TAKEN :]


def opens_any(path: Path, key: Key) -> bool:
    """Whether a key is this file's, though its first page may be damaged."""
    cipher = _Cipher(key)
    return any(cipher.proves(number, page) for number, page in islice(_pages(path), _TRIED))


def image(path: Path, key: Key | None, *, filler: int = 0) -> Image:
    """All of a file that is as it was written; where its first page or its list of tables is not, these are made anew.

    A byte stands all over in place of a damaged page. SQLite takes such a page for the rest of a long value without a murmur:
    whatever reads alike from two images with different fillers rests on no damaged page.
    """
    cipher = _Cipher(key) if key is not None else None
    found, damaged = bytearray(), 0
    for number, page in _pages(path):
        right = cipher is None or cipher.proves(number, page)
        found += (cipher.plain(number, page) if cipher else page) if right else bytes([filler]) * SIZE
        damaged += not right
    pages = len(found) // SIZE
    first_is_right = found.startswith(PLAIN_HEADER)
    if not first_is_right or _misses_schema(found):
        _make_first_page(found, _TAKEN if cipher else 0, keep_header=first_is_right)
    found[28:32] = struct.pack(">I", pages)
    found[92:96] = found[24:28]  # else SQLite would not believe the number of pages
    return Image(bytes(found), pages, damaged, sure=cipher is not None)


def _pages(path: Path) -> Iterator[tuple[int, bytes]]:
    number = 0
    with path.open("rb") as file:
        while len(page := file.read(SIZE)) == SIZE:
            yield (number := number + 1), page


def _misses_schema(found: bytearray) -> bool:
    """Whether one of the leaves of the list of tables is missing."""
    if found[_HEADER] != _INNER:
        return found[_HEADER] != _LEAF
    return any(not 0 < leaf <= len(found) // SIZE or found[(leaf - 1) * SIZE] != _LEAF for leaf in _children(found))


def _children(found: bytearray) -> Iterator[int]:
    (cells,) = struct.unpack_from(">H", found, _HEADER + 3)
    for place in range(min(cells, SIZE // 6)):
        (offset,) = struct.unpack_from(">H", found, _HEADER + 12 + 2 * place)
        yield struct.unpack_from(">I", found, min(offset, SIZE - 4))[0]
    yield struct.unpack_from(">I", found, _HEADER + 8)[0]


def _make_first_page(found: bytearray, taken: int, *, keep_header: bool) -> None:
    """A first page that leads to those leaves of the list of tables that are there."""
    leaves = sorted(_schema_leaves(found))
    page = bytearray(SIZE)
    page[:_HEADER] = found[:_HEADER] if keep_header else _fresh_header(taken)
    ends = SIZE - taken
    for place, (_first, last, number) in enumerate(leaves[:-1]):
        cell = struct.pack(">I", number) + _varint(last)
        ends -= len(cell)
        page[ends : ends + len(cell)] = cell
        struct.pack_into(">H", page, _HEADER + 12 + 2 * place, ends)
    if leaves:
        struct.pack_into(">BHHHBI", page, _HEADER, _INNER, 0, len(leaves) - 1, ends, 0, leaves[-1][2])
    else:
        struct.pack_into(">BHHHB", page, _HEADER, _LEAF, 0, 0, ends, 0)
    found[:SIZE] = page


def _fresh_header(taken: int) -> bytes:
    numbers = (1, 0, 0, 0, 1, 4, 0, 0, 1, FORMAT, 0, APPLICATION_ID)
    shape = struct.pack(">HBBBBBB", SIZE, 1, 1, taken, 64, 32, 32)
    return PLAIN_HEADER + shape + struct.pack(">12I", *numbers) + bytes(20) + struct.pack(">II", 1, 3_040_000)


def _schema_leaves(found: bytearray) -> Iterator[tuple[int, int, int]]:
    """First and last row and page number of every page that holds a piece of the list of tables."""
    for start in range(SIZE, len(found), SIZE):
        if found[start] == _LEAF:
            rows = [_schema_row(found, start, place) for place in range(struct.unpack_from(">H", found, start + 3)[0])]
            known = [row for row in rows if row is not None]
            if known and len(known) == len(rows):
                yield known[0], known[-1], start // SIZE + 1


def _schema_row(found: bytearray, start: int, place: int) -> int | None:
    """The row number of a cell that describes a table, index, trigger or view; None for any other cell."""
    (offset,) = struct.unpack_from(">H", found, start + 8 + 2 * min(place, SIZE // 4))
    at = start + min(offset, SIZE - 40)
    _length, at = _read_varint(found, at)
    row, begins = _read_varint(found, at)
    head, at = _read_varint(found, begins)
    kinds: list[int] = []
    while at < begins + head and len(kinds) < 6:
        kind, at = _read_varint(found, at)
        kinds.append(kind)
    first = bytes(found[begins + head : begins + head + max(0, (kinds[0] - 13) // 2)]) if kinds else b""
    return row if len(kinds) == 5 and first in _SCHEMA_KINDS else None


def _read_varint(data: bytearray, at: int) -> tuple[int, int]:
    value = 0
    for place in range(9):
        byte = data[at + place] if at + place < len(data) else 0
        if place == 8:
            return value << 8 | byte, at + 9
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, at + place + 1
    raise AssertionError("a varint has nine bytes at most")


def _varint(value: int) -> bytes:
    """Of a row number in the list of tables, which is small."""
    made = [value & 0x7F]
    while value := value >> 7:
        made.append(value & 0x7F | 0x80)
    return bytes(reversed(made))

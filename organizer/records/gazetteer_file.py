"""The gazetteer's file, `db/places/places.bin`: its layout and how it is searched. `db/places/build.py` makes it.

All numbers are little-endian. Eight bytes of magic, the length of the header (uint32), the header (JSON: the lists of countries,
time zones and divisions, and where each table begins), then the tables:
`places`  one record of 25 bytes a place, the most populous first; a place is known by its row here.
`names`   every name as written, sorted by its folded form, in zlib blocks of `block` names, one name a line.
`blocks`  where each block begins and, last, where the last one ends (uint32).
`heads`   the folded first name of each block (zlib, one a line).
`rows`    for each name, in the order of the names, the row of its place (uint32), plus NICKNAME if it is one.
Names that fold alike stand in the order of their fame: the population of the place, of which a nickname has a twentieth.
"""

from __future__ import annotations

import heapq
import json
import mmap
import struct
import sys
import unicodedata
import zlib
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable
from functools import cached_property, lru_cache
from pathlib import Path
from typing import NamedTuple

MAGIC = b"PLACES1\n"
RECORD = struct.Struct("<IiiIIBHH")
DEGREE = 100_000
LONGEST_NAME = 200
NICKNAME = 1 << 31
# A place in the campaign's own country goes before one elsewhere of up to ten times its fame: Cambridge, but not Paris.
_NEARNESS = 10
_EXACTNESS = 30
_AFTER_ALL = "\U0010ffff"
_NO_DECOMPOSITION = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d"}
    | {"ی": "ي", "ى": "ي", "ک": "ك", "ھ": "ه", "ہ": "ه"}
    | dict.fromkeys("'’‘ʼʻʹʺ`´ʾʿ״׳", "")
)
_ASCII = {code: chr(code).lower() if chr(code).isalnum() else " " for code in range(128)} | dict.fromkeys(map(ord, "'`"), "")


class Record(NamedTuple):
    """A place as it lies in the file: degrees in 1/100,000; its name, country, zone and division as numbers in their lists."""

    geoname_id: int
    latitude: int
    longitude: int
    population: int
    name: int
    country: int
    zone: int
    division: int


def fold_name(name: str) -> str:
    """The form in which names are compared, without case, accents and punctuation: "Köln" and "KOLN" fold alike, so do ё, е."""
    if name.isascii():
        return " ".join(name.translate(_ASCII).split())
    parts = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", name).casefold())
    bare = "".join(c for c in parts if not unicodedata.combining(c) and unicodedata.category(c) != "Cf")
    bare = bare.translate(_NO_DECOMPOSITION)
    return " ".join("".join(c if c.isalnum() or unicodedata.category(c)[0] == "M" else " " for c in bare).split())


def fame(population: int, *, nickname: bool) -> int:
    """What a name counts beside others: the people of its place, or a twentieth of them."""
    return population // 20 if nickname else population


class PlacesFile:
    """The file, mapped into memory. A `row` is a place, a `number` one of its names, an `entry` what `rows` holds for a name."""

    def __init__(self, file: Path) -> None:
        with file.open("rb") as handle:
            self._bytes = mmap.mmap(handle.fileno(), 0, access=mmap.ACCESS_READ)
        if self._bytes[: len(MAGIC)] != MAGIC:
            raise ValueError(f"{file.name} is not a gazetteer")
        begin = len(MAGIC) + 4
        (length,) = struct.unpack_from("<I", self._bytes, len(MAGIC))
        head = json.loads(self._bytes[begin : begin + length])
        self._at: dict[str, int] = head["at"]
        self._places: int = head["places"]
        self._block: int = head["block"]
        self.countries: list[str] = head["countries"]
        self.zones: list[str] = head["zones"]
        self.divisions: list[str] = head["divisions"]
        self._heads = zlib.decompress(self._bytes[self._at["heads"] : self._at["rows"]]).decode().split("\n")
        self._blocks = self._integers("blocks", len(self._heads) + 1)
        self._entries = self._integers("rows", head["names"])
        self._names_of = lru_cache(maxsize=64)(self._read_block)

    def _integers(self, table: str, count: int) -> array[int]:
        numbers = array("I", self._bytes[self._at[table] : self._at[table] + 4 * count])
        if sys.byteorder == "big":
            numbers.byteswap()
        return numbers

    def _read_block(self, block: int) -> list[str]:
        begin = self._at["names"]
        return zlib.decompress(self._bytes[begin + self._blocks[block] : begin + self._blocks[block + 1]]).decode().split("\n")

    def name(self, number: int) -> str:
        """The name as written."""
        return self._names_of(number // self._block)[number % self._block]

    def row(self, number: int) -> int:
        """The row of the place that has this name."""
        return self._entries[number] & ~NICKNAME

    def record(self, row: int) -> Record:
        return Record(*RECORD.unpack_from(self._bytes, self._at["places"] + RECORD.size * row))

    def row_of(self, geoname_id: int) -> int | None:
        """The row with this GeoNames number, by looking for its four bytes at the beginning of a record."""
        if not 0 <= geoname_id < 1 << 32:
            return None
        begin, end = self._at["places"], self._at["places"] + RECORD.size * self._places
        sought = struct.pack("<I", geoname_id)
        found = self._bytes.find(sought, begin, end)
        while found >= 0 and (found - begin) % RECORD.size:
            found = self._bytes.find(sought, found + 1, end)
        return None if found < 0 else (found - begin) // RECORD.size

    def exactly(self, key: str) -> range:
        """The numbers of the names that fold to `key`, the most famous first."""
        return range(self._number(key, bisect_left), self._number(key, bisect_right))

    def _number(self, key: str, bisect: Callable[..., int]) -> int:
        block = max(bisect(self._heads, key) - 1, 0)
        return block * self._block + bisect(self._names_of(block), key, key=fold_name)

    def answers(self, key: str, limit: int, near: str) -> list[int]:
        """The numbers of the names that begin with `key`, each of another place, by fame; an exact name counts as if it were
        that of a place thirty times as large: Bath comes before Bathinda, and London before a village once called Lon.
        """
        exactly = self.exactly(key)
        exact = sorted(exactly, key=lambda number: -self._worth(self._entries[number], near))[:limit]
        longer = range(exactly.stop, self._number(key + _AFTER_ALL, bisect_left))
        taken = {self.row(number) for number in exact}
        more: dict[int, int] = {}
        for entry in self._best(self._entries[longer.start : longer.stop], limit + len(taken), near):
            row = entry & ~NICKNAME
            if row not in taken and row not in more:
                more[row] = self._number_of(entry, longer)
        ranked = [(_EXACTNESS * self._worth(self._entries[number], near), number) for number in exact]
        ranked += [(self._worth(self._entries[number], near), number) for number in more.values()]
        return [number for _worth, number in sorted(ranked, key=lambda pair: -pair[0])][:limit]

    def _best(self, entries: Iterable[int], limit: int, near: str) -> list[int]:
        """The most worthy entries, at least `limit` places where there are so many."""
        among = set(entries)
        best = self._first(among, limit)
        if near in self.countries:
            here = self.countries.index(near)
            best |= self._first([entry for entry in among if self._country_column[entry & ~NICKNAME] == here], limit)
        return sorted(best, key=lambda entry: (-self._worth(entry, near), entry))

    @staticmethod
    def _first(entries: Iterable[int], limit: int) -> set[int]:
        """The best of the names and the best of the nicknames: rows stand by population, so small entries are great places."""
        nicknames = heapq.nsmallest(limit, [entry for entry in entries if entry >= NICKNAME])
        return {*heapq.nsmallest(limit, entries), *nicknames}

    def _worth(self, entry: int, near: str) -> int:
        record = self.record(entry & ~NICKNAME)
        nearness = _NEARNESS if self.countries[record.country] == near else 1
        return nearness * fame(record.population, nickname=entry >= NICKNAME)

    @cached_property
    def _country_column(self) -> bytes:
        """The country of each row: one byte out of each record."""
        begin = self._at["places"]
        return self._bytes[begin + struct.calcsize("<IiiII") : begin + RECORD.size * self._places : RECORD.size]

    def _number_of(self, entry: int, among: range) -> int:
        """The number of the place's own name if it is among these, else of the first name with this entry."""
        own = self.record(entry & ~NICKNAME).name
        return own if own in among else self._entries.index(entry, among.start, among.stop)

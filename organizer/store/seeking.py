"""Reading what is there of a damaged table: from both ends up to what is missing, then row by row, by what its indices know."""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from typing import Any

_MOST_GUESSED = 100_000


class Seeking:
    """Reads the rows of one table from both ends up to what is missing, then those in between, one by one, by their number.

    `found` are rows with their numbers, `known` the numbers of all rows that left a trace.
    """

    def __init__(self, image: sqlite3.Connection, table: str, by: str, begins: str) -> None:
        self._image, self._table, self._by, self._begins = image, table, by, begins
        self.found: set[tuple[int, tuple[Any, ...]]] = set()
        self.known: set[int] = set()

    def all(self) -> Seeking:
        last, through = self._read(f"ORDER BY {self._by}")
        if not through:
            first, _through = self._read(f"ORDER BY {self._by} DESC")
            read, self.known = self.known, self.known | self._numbers_in_indices()
            near = last is not None and first is not None and first - last < _MOST_GUESSED
            guessed = range(last + 1, first) if near and last is not None and first is not None else ()
            for number in sorted({*self.known, *guessed} - read):
                self._read(f"WHERE {self._by} = {number:d}")
        return self

    def _read(self, which: str) -> tuple[int | None, bool]:
        """The number of the last row that could be read, and whether the end was reached."""
        last = None
        try:
            for number, *values in self._image.execute(f"{self._begins} {which}"):
                last = number
                self.known.add(number)
                self.found.add((number, tuple(values)))
        except sqlite3.DatabaseError:
            return last, False
        return last, True

    def _numbers_in_indices(self) -> set[int]:
        found: set[int] = set()
        for index in indices(self._image, self._table):
            with suppress(sqlite3.DatabaseError):
                found.update(row[0] for row in self._image.execute(by_index(self._by, self._table, index)))
        return found


def indices(damaged: sqlite3.Connection, table: str) -> list[str]:
    with suppress(sqlite3.DatabaseError):
        return [name for _number, name, *_more in damaged.execute(f'PRAGMA index_list("{table}")')]
    return []


def by_index(what: str, table: str, index: str) -> str:
    """A question that the index alone answers: whoever names one but no value is given all of it."""
    return f'SELECT {what} FROM "{table}" INDEXED BY "{index}"'

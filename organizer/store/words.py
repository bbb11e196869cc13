"""Words of a kind's own text as masks, read from its search index."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from sqlalchemy import Connection

from organizer.records.base import Record
from organizer.store.masks import SPAN, Recent, bits_of, mask_of_digits
from organizer.store.sealed_kinds import sealer_of
from organizer.store.search import index_of, match_of

_MANY = 100_000
"""Letters that so many words begin with are read before anybody types them."""
_MOST_MENDED = 50


class Words:
    """The masks of the words that were asked for last, and for good those of the letters that many words begin with.

    The first letter typed finds the most: its mask is made in the background, and mended rather than made anew.
    """

    def __init__(self, kind: type[Record], most: int) -> None:
        self._kind = kind
        self._recent = Recent(most)
        self._letters: dict[str, int] = {}
        self._changed: dict[str, set[int]] = {}

    def note(self, ids: Collection[int]) -> None:
        """The texts of these records may have changed."""
        self._recent.clear()
        for changed in self._changed.values():
            changed.update(ids)

    def warm(self, connection: Connection, highest: int) -> Iterator[None]:
        """Make the masks of the letters that many words begin with, one at a time."""
        listed = _vocabulary(connection, self._kind)
        counted = f"SELECT substr(term, 1, 1) AS letter FROM {listed} GROUP BY letter HAVING sum(doc) > {_MANY}"
        for letter in connection.exec_driver_sql(counted).scalars().all():
            if letter not in self._letters:
                yield
                self._letters[letter], self._changed[letter] = mask_with(connection, self._kind, letter, highest), set()

    def mask(self, connection: Connection, word: str, highest: int) -> int:
        """What is found by a word, of ids up to the highest."""
        if word in self._letters:
            self._mend(connection, word, highest)
            return self._letters[word]
        return self._recent.of(word, lambda: self._made(connection, word, highest))

    def _mend(self, connection: Connection, letter: str, highest: int) -> None:
        changed, self._changed[letter] = self._changed[letter], set()
        if len(changed) > _MOST_MENDED:
            self._letters[letter] = mask_with(connection, self._kind, letter, highest)
            return
        for record_id in changed:
            found = f"SELECT 1 FROM {index_of(self._kind)} WHERE words MATCH ? AND rowid = ?"
            holds = connection.exec_driver_sql(found, (match_of([letter]), record_id)).first()
            bit = bits_of([record_id])
            self._letters[letter] = self._letters[letter] | bit if holds else self._letters[letter] & ~bit

    def _made(self, connection: Connection, word: str, highest: int) -> int:
        shorter = word[:-1]
        if (shorter in self._recent or shorter in self._letters) and finds_as_much(connection, self._kind, shorter, word):
            return self.mask(connection, shorter, highest)
        return mask_with(connection, self._kind, word, highest)


def mask_with(connection: Connection, kind: type[Record], word: str, highest: int) -> int:
    """The records of one kind whose own text holds a word that begins so, of ids up to the highest."""
    mask = 0
    for first in range(0, highest + 1, SPAN):
        last = min(highest, first + SPAN - 1)
        # The index gives its rows by their ids, ascending; asked for in words, that order would be made a second time
        found = connection.exec_driver_sql(
            f"SELECT group_concat(rowid + ?, '') FROM {index_of(kind)} WHERE words MATCH ? AND rowid BETWEEN ? AND ?",
            (SPAN - first, match_of([word]), first, last),
        )
        mask |= mask_of_digits(found.scalar_one() or "", last - first) << first
    return mask


def finds_as_much(connection: Connection, kind: type[Record], shorter: str, longer: str) -> bool:
    """Whether every word in the index that begins with the shorter begins with the longer too, so that both find the same.

    Asked of the index's own list of words, which takes a millisecond however many records there are. False where the index
    might see more than one word, or other letters.
    """
    if not (shorter and longer.isascii() and longer.isalnum()):
        return False
    between = f"SELECT 1 FROM {_vocabulary(connection, kind)} WHERE term >= ? AND term < ?"
    others = connection.exec_driver_sql(
        f"SELECT EXISTS ({between}) OR EXISTS ({between})", (shorter, longer, _after(longer), _after(shorter))
    )
    return not others.scalar_one()


def _vocabulary(connection: Connection, kind: type[Record]) -> str:
    """The name of the list of an index's words, which stands in memory alone and is gone with the transaction."""
    name = f"temp.words_of_{index_of(kind)}"
    where = "temp" if sealer_of(connection, kind) is not None else "main"
    connection.exec_driver_sql(f"CREATE VIRTUAL TABLE IF NOT EXISTS {name} USING fts5vocab({where}, {index_of(kind)}, row)")
    return name


def _after(beginning: str) -> str:
    """Greater than every word that begins so, and no greater than all others behind them."""
    return beginning[:-1] + chr(ord(beginning[-1]) + 1)

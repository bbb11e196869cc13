"""One order of a kind's ids, and how it is sieved by a mask: which of a million are found, in order, without asking the file."""

from __future__ import annotations

import json
from array import array
from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Sequence
from functools import cached_property
from itertools import compress, islice
from typing import TypeAlias

from organizer.store.masks import bits_of, flags_of, ids_in, mask_of

Ids: TypeAlias = "array[int]"

_MANY = 100_000
"""Up to so many hits are sorted by their ranks; more are sieved from the whole order."""
_PIECE = 200_000
"""Characters of JSON parsed at a time: about 2 ms, in which no other thread gets a turn."""


class Order:
    """The ids of a kind under some filters, ascending by one sort; `highest` is the highest id of the kind."""

    def __init__(self, ids: Ids, highest: int) -> None:
        self.ids = ids
        self._highest = highest

    @cached_property
    def ranks(self) -> Ids:
        """The way back, from an id to its position; -1 where the order leaves it out."""
        ranks = array("i", [-1]) * (self._highest + 1)
        for position, known in enumerate(self.ids):
            ranks[known] = position
        return ranks

    @cached_property
    def mask(self) -> int:
        """All that is in the order."""
        return mask_of([self.ids], self._highest)

    def mended(self, changed: Collection[int], place: Callable[[Ids, int], int | None], highest: int) -> Order:
        """This order after some records changed. `place` says where an id belongs among the others, None for nowhere.

        What is known of the positions before and behind the change is kept: a letter logged today costs next to nothing.
        """
        ids = self.ids[:]
        touched = sorted((at for at in map(self._position, changed) if at is not None), reverse=True)
        for position in touched:
            del ids[position]
        for record_id in changed:
            at = place(ids, record_id)
            if at is not None:
                ids.insert(at, record_id)
                touched.append(at)
        order = Order(ids, highest)
        order._learn(self, changed, touched)
        return order

    def _position(self, record_id: int) -> int | None:
        if "ranks" in self.__dict__:
            rank = self.ranks[record_id] if record_id < len(self.ranks) else -1
            return rank if rank >= 0 else None
        try:
            return self.ids.index(record_id)
        except ValueError:
            return None

    def _learn(self, older: Order, changed: Collection[int], touched: Sequence[int]) -> None:
        """Take over the ranks and the mask of the order before, as far as they hold."""
        if "ranks" not in older.__dict__ or "mask" not in older.__dict__:
            return
        size = self._highest + 1
        ranks = (older.ranks + array("i", [-1]) * max(0, size - len(older.ranks)))[:size]
        for known in changed:
            if known < size:
                ranks[known] = -1
        end = (
            len(self.ids) if len(self.ids) != len(older.ids) else min(len(self.ids), max(touched, default=-1) + len(changed) + 1)
        )
        for position in range(min(touched, default=end), end):
            ranks[self.ids[position]] = position
        there = bits_of(known for known in changed if known < size and ranks[known] >= 0)
        self.__dict__.update(ranks=ranks, mask=older.mask & ~bits_of(changed) | there)

    def count(self, mask: int) -> int:
        """How many of the order are found."""
        return (mask & self.mask).bit_count()

    def beginning(self, mask: int, n: int, *, descending: bool) -> Ids:
        """The first so many that are found; quick where many are."""
        flags = flags_of(mask, self._highest)
        there, back = (reversed(self.ids), reversed(self.ids)) if descending else (iter(self.ids), iter(self.ids))
        return array("i", islice(compress(there, map(flags.__getitem__, back)), n))

    def sieved(self, mask: int) -> Ids:
        """All that are found, in order."""
        found = mask & self.mask
        if len(self.ids) <= _MANY or found.bit_count() > _MANY:
            return array("i", compress(self.ids, map(flags_of(found, self._highest).__getitem__, self.ids)))
        return self.among(ids_in(found, self._highest))

    def among(self, ids: Iterable[int]) -> Ids:
        """Those of these ids that the order holds, in its order."""
        ranks = sorted(map(self.ranks.__getitem__, ids))
        return array("i", map(self.ids.__getitem__, islice(ranks, bisect_left(ranks, 0), None)))


def numbers_in(listed: str) -> Ids:
    """The numbers of a JSON list. Piece by piece: parsed at a stroke, a million would keep the window's thread waiting."""
    numbers, at, end = array("i"), 1, len(listed) - 1
    while at < end:
        cut = listed.find(",", at + _PIECE)
        cut = end if cut < 0 else cut
        numbers.extend(json.loads(f"[{listed[at:cut]}]"))
        at = cut + 1
    return numbers

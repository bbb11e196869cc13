"""What a screen asks of the store: a list, where a record stands in it, and how many there are whatever the search is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from organizer.i18n import _, _n, number
from organizer.store.compartments import Compartment, closed_compartments, hiding_order
from organizer.store.listing import ListQuery, RecordList
from organizer.store.store import Store
from organizer.ui.kind import Kind
from organizer.ui.table_model import PAGE

_NEAR = 400
"""How far from its beginning a list is searched for a record nobody insists on: a large one is not read to its end for it."""


@dataclass(frozen=True)
class Listed:
    """A list, where the record to be chosen stands in it, and the number of all there are. `first`: nothing was known before.

    `closed` are the compartments that hide words of this list, or words by which it is searched; `unsorted` those that hide the
    words by which it is sorted.
    """

    records: RecordList[Any]
    position: int | None
    all: int
    first: bool
    closed: tuple[Compartment, ...] = ()
    unsorted: tuple[Compartment, ...] = ()


@dataclass(frozen=True)
class Question:
    """What to look up, away from the window's thread. `all` is None while it is not known."""

    query: ListQuery[Any]
    base: ListQuery[Any]
    all: int | None
    wanted: int | None
    insisted: bool

    def answer(self, store: Store) -> Listed:
        records = store.listing(self.query)
        records.begin(min(PAGE, records.count))
        count = self.all
        if count is None:
            everything = self.query.filters == self.base.filters and not self.query.text
            count = records.count if everything else store.listing(self.base).count
        closed, kind = closed_compartments(store), self.query.kind
        kinds = {kind, *kind.listing().through.values()} if self.query.text else {kind}
        hiding = tuple(each for each in closed if each.kind in kinds)
        unsorted = tuple(hiding_order(kind, self.query.sort_name(), closed))
        return Listed(records, self._position(records), count, self.all is None, hiding, unsorted)

    def _position(self, records: RecordList[Any]) -> int | None:
        if self.wanted is None:
            return None
        if self.insisted:
            return records.position_of(self.wanted)
        near = list(records.ids(0, min(_NEAR, records.count)))
        return near.index(self.wanted) if self.wanted in near else None


def count_words(kind: Kind, count: int, everything: int, totals: str) -> str:
    """How much is shown, beside the title: all that there is, or so many of it."""
    if count != everything:
        return _("{count} of {all}").format(count=number(count), all=number(everything))
    if totals or not count:
        return totals
    if kind.in_campaign:
        return _n("{n} in this campaign", "{n} in this campaign", count)
    return _n("{n} in this file", "{n} in this file", count)

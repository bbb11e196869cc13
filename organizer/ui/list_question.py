"""What a screen asks of the store: a list, where a record stands in it, and what holds whatever the search is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from organizer.i18n import _, _n, number
from organizer.store.listing import ListQuery, RecordList
from organizer.store.store import Store
from organizer.ui.kind import Kind


@dataclass(frozen=True)
class Known:
    """What holds whatever the search and the filters are: how many records there are, and the kind's own totals in words."""

    count: int
    totals: str


@dataclass(frozen=True)
class Listed:
    """A list, and where the record to be chosen stands in it."""

    records: RecordList[Any]
    position: int | None
    known: Known


@dataclass(frozen=True)
class Question:
    """What to look up, away from the window's thread."""

    kind: Kind
    query: ListQuery[Any]
    base: ListQuery[Any]
    campaign_id: int
    known: Known | None
    wanted: int | None

    def answer(self, store: Store) -> Listed:
        records = store.listing(self.query)
        known = self.known or self._knowledge(store, records)
        position = None
        if self.wanted is not None:
            ids = records.ids(0, records.count)
            position = ids.index(self.wanted) if self.wanted in ids else None
        return Listed(records, position, known)

    def _knowledge(self, store: Store, records: RecordList[Any]) -> Known:
        everything = self.query.filters == self.base.filters and not self.query.text
        count = records.count if everything else store.listing(self.base).count
        return Known(count, self.kind.totals(store, self.campaign_id) if self.kind.totals else "")


def count_words(kind: Kind, listed: Listed) -> str:
    """How much is shown, beside the title: all that there is, or so many of it."""
    count, known = listed.records.count, listed.known
    if count != known.count:
        return _("{count} of {all}").format(count=number(count), all=number(known.count))
    if known.totals or not count:
        return known.totals
    if kind.in_campaign:
        return _n("{n} in this campaign", "{n} in this campaign", count)
    return _n("{n} in this file", "{n} in this file", count)

"""Lists: which records of a kind are shown and in what order, fetched by position. Only ids are held, never records."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from sqlalchemy import Connection

from organizer.records.base import Record
from organizer.store import search
from organizer.store.counts import Counts
from organizer.store.orders import Ids
from organizer.store.rows import listing_of
from organizer.store.shelf import Filters, Shelf

if TYPE_CHECKING:
    from organizer.store.reads import Reads

R = TypeVar("R", bound=Record)

_LARGE = 50_000
"""From so many ids on a list opens with its beginning and its count, and the rest is read when it is asked for."""
_BEGINNING = 400
_MANY = 20_000
"""From so many hits on a search shows its beginning and its count first."""


@dataclass(frozen=True)
class ListQuery(Generic[R]):
    """What to list. `filters` are pairs of a name in `Listing.filters` and its value; `descending` None is the kind's own way."""

    kind: type[R]
    text: str = ""
    filters: Filters = ()
    sort: str = ""
    descending: bool | None = None

    def sort_name(self) -> str:
        return self.sort or listing_of(self.kind).default_sort

    def is_descending(self) -> bool:
        return listing_of(self.kind).descending if self.descending is None else self.descending


class RecordList(Generic[R]):
    """An ordered list of records by position. It is a picture of one moment: after a change ask the store for a new one.

    A large list has its beginning and its count at once; `prepare` reads the rest, in a worker thread where there is one.
    """

    def __init__(self, store: Reads, query: ListQuery[R], beginning: Ids, count: int) -> None:
        self.query = query
        self.count = count
        self._store = store
        self._ids = beginning
        self._begun: list[R] = []

    def is_prepared(self) -> bool:
        return len(self._ids) >= self.count

    def prepare(self) -> None:
        """Read what scrolling to the end and typing in the search field will ask for. A second or two for a million records."""
        self._complete()
        self._store.warm(self.query)

    def begin(self, n: int) -> None:
        """Read the first records now, in a worker thread: a table that asks for just these does not wait."""
        self._begun = self._store.records_with(self.query.kind, self.ids(0, n))

    def ids(self, first: int, n: int) -> Sequence[int]:
        if first + n > len(self._ids):
            self._complete()
        return self._ids[first : first + n]

    def records(self, first: int, n: int) -> list[R]:
        """The records at these positions; those deleted since are left out."""
        if not first and self._begun and len(self._begun) == min(n, self.count):
            return list(self._begun)
        return self._store.records_with(self.query.kind, self.ids(first, n))

    def position_of(self, record_id: int) -> int | None:
        """Where a record stands; None when it is not in the list."""
        if record_id not in self._ids:
            self._complete()
        try:
            return self._ids.index(record_id)
        except ValueError:
            return None

    def _complete(self) -> None:
        if not self.is_prepared():
            self._ids = self._store.all_ids(self.query)
            self.count = len(self._ids)


def open_list(connection: Connection, shelf: Shelf, query: ListQuery[Any], counts: Counts) -> tuple[Ids, int]:
    """The ids with which a list opens, all or its beginning, and its count."""
    sort = query.sort_name()
    small = shelf.highest_id(connection) < _LARGE
    if not small and query.text:
        return _found(connection, shelf, query)
    if small or shelf.has(query.filters, sort):
        ids = all_ids(connection, shelf, query)
        return ids, len(ids)
    ids = shelf.beginning(connection, query.filters, sort, _BEGINNING, descending=query.is_descending())
    if len(ids) < _BEGINNING:
        return ids, len(ids)
    known = counts.get(query.kind, query.filters)
    if known is None:
        known = shelf.count(connection, query.filters)
        counts.put(query.kind, query.filters, known)
    return ids, known


def _found(connection: Connection, shelf: Shelf, query: ListQuery[Any]) -> tuple[Ids, int]:
    """What was typed, counted to the last; all of few, the beginning of many."""
    order = shelf.order(connection, query.filters, query.sort_name())
    words = search.query_words(query.text)
    if not words:
        return all_ids(connection, shelf, query), len(order.ids)
    mask = shelf.mask(connection, words)
    count = order.count(mask)
    if count > _MANY:
        return order.beginning(mask, _BEGINNING, descending=query.is_descending()), count
    return all_ids(connection, shelf, query), count


def all_ids(connection: Connection, shelf: Shelf, query: ListQuery[Any]) -> Ids:
    """All ids of a list in its order."""
    order = shelf.order(connection, query.filters, query.sort_name())
    words = search.query_words(query.text)
    ids = order.sieved(shelf.mask(connection, words)) if words else order.ids
    return ids[::-1] if query.is_descending() else ids

"""Lists: which records of a kind are shown and in what order, fetched by position. Only ids are held, never records."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from sqlalchemy import Connection, Select, select

from organizer.records.base import Record
from organizer.store import search

if TYPE_CHECKING:
    from organizer.store.store import Store

R = TypeVar("R", bound=Record)


@dataclass(frozen=True)
class ListQuery(Generic[R]):
    """What to list. `filters` are pairs of a name in `Listing.filters` and its value; `descending` None is the kind's own way."""

    kind: type[R]
    text: str = ""
    filters: tuple[tuple[str, Any], ...] = field(default=())
    sort: str = ""
    descending: bool | None = None


class RecordList(Generic[R]):
    """An ordered list of records by position. It is a picture of one moment: after a change ask the store for a new one."""

    def __init__(self, store: Store, query: ListQuery[R], ids: array[int]) -> None:
        self.query = query
        self._store = store
        self._ids = ids
        self._positions: dict[int, int] | None = None

    @property
    def count(self) -> int:
        return len(self._ids)

    def ids(self, first: int, n: int) -> Sequence[int]:
        return self._ids[first : first + n]

    def records(self, first: int, n: int) -> list[R]:
        """The records at these positions; those deleted since are left out."""
        return self._store.records_with(self.query.kind, self.ids(first, n))

    def position_of(self, record_id: int) -> int | None:
        if self._positions is None:
            self._positions = {known: position for position, known in enumerate(self._ids)}
        return self._positions.get(record_id)


def ids_of(connection: Connection, query: ListQuery[Any]) -> array[int]:
    """The ids that a query lists, in its order."""
    statement = ordered(query)
    words = search.query_words(query.text)
    kept: set[int] | None = None
    for word in words:
        found = _ids_holding(connection, query.kind, word)
        kept = found if kept is None else kept & found
    ids = (row[0] for row in connection.execute(statement))
    return array("q", ids if kept is None else (known for known in ids if known in kept))


def ordered(query: ListQuery[Any]) -> Select[int]:
    """The ids of a query without its text."""
    listing = query.kind.listing()
    sort = query.sort or listing.default_sort
    descending = listing.descending if query.descending is None else query.descending
    columns = (*listing.sorts[sort], query.kind.id)
    statement = select(query.kind.id).order_by(*(column.desc() if descending else column.asc() for column in columns))
    return statement.where(*(listing.filters[name](value) for name, value in query.filters))


def _ids_holding(connection: Connection, kind: type[Record], word: str) -> set[int]:
    listing = kind.listing()
    found = set(search.ids_with(connection, kind, word)) if listing.own_text else set()
    for key, other in listing.through.items():
        others = search.ids_with(connection, other, word)
        column = kind.__table__.c[key]
        for begin in range(0, len(others), 500):
            found.update(connection.execute(select(kind.__table__.c.id).where(column.in_(others[begin : begin + 500]))).scalars())
    return found

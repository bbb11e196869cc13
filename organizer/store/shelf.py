"""What is held in memory of one kind so that its lists answer at once: ids in order, and which records name which others.

Only numbers are held, about 8 bytes a record for each order and 4 for each way to another kind; a million letters are
typed at, scrolled and counted without reading a row that is not shown. After a change the arrays are mended, not read anew.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import OrderedDict
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import Any

from sqlalchemy import Column, Connection, Select, func, select
from sqlalchemy.sql.visitors import iterate

from organizer.records.base import Record
from organizer.store import search
from organizer.store.hanging import Owners
from organizer.store.journal import Edit
from organizer.store.orders import Ids, Order, both, mask_of, numbers_in
from organizer.store.rows import listing_of
from organizer.store.tables import table_of

Filters = tuple[tuple[str, Any], ...]

_MOST_ORDERS = 4
_MOST_MASKS = 24
_MOST_MENDED = 100


class Shelf:
    """One kind's orders and namings. Not safe by itself: the store asks it inside its lane."""

    def __init__(self, kind: type[Record]) -> None:
        self.kind = kind
        self._listing = listing_of(kind)
        self._orders: OrderedDict[tuple[Filters, str], Order] = OrderedDict()
        self._named: dict[str, dict[int, Ids]] = {}
        self._masks: OrderedDict[str, bytes] = OrderedDict()
        self._pending: list[Edit] = []

    def note(self, edits: Iterable[Edit], owners: Owners) -> None:
        """Hear what a step changed, in this kind or in those it names; `owners`: on whose tags it touched."""
        if not owners.keys().isdisjoint({self.kind, *self._listing.through.values()}):
            self._masks.clear()
        if self.kind in owners:
            for key in [key for key in self._orders if any(name == "tag" for name, _value in key[0])]:
                del self._orders[key]
        for edit in edits:
            if edit.kind is self.kind:
                self._pending.append(edit)
                self._masks.clear()
                continue
            if edit.kind in self._listing.through.values():
                self._masks.clear()
            for key in [key for key in self._orders if not self._is_own(key[1])]:
                del self._orders[key]

    def warm(self, connection: Connection, filters: Filters, sort: str) -> Iterator[None]:
        """Read what typing will ask for, in pieces, so that others may have the lane in between."""
        order = self.order(connection, filters, sort)
        _ready = order.ranks, order.mask
        for key in self._listing.through:
            yield
            self.named(connection, key)

    def has(self, filters: Filters, sort: str) -> bool:
        """Whether this order is held, so that asking for it costs nothing."""
        return (filters, sort) in self._orders

    def order(self, connection: Connection, filters: Filters, sort: str) -> Order:
        """The ids under these filters, ascending by this sort."""
        self._mend(connection)
        key = (filters, sort)
        if key not in self._orders:
            self._orders[key] = Order(_numbers(connection, self.statement(filters, sort)), self.highest_id(connection))
            while len(self._orders) > _MOST_ORDERS:
                self._orders.popitem(last=False)
        self._orders.move_to_end(key)
        return self._orders[key]

    def statement(self, filters: Filters, sort: str, *, descending: bool = False) -> Select[int]:
        columns = (*self._listing.sorts[sort], self.kind.id)
        ordered = select(self.kind.id).order_by(*(column.desc() if descending else column.asc() for column in columns))
        return self.filtered(ordered, filters)

    def count(self, connection: Connection, filters: Filters) -> int:
        number: int = connection.execute(self.filtered(select(func.count(self.kind.id)), filters)).scalar_one()
        return number

    def filtered(self, query: Select[Any], filters: Filters) -> Select[Any]:
        return query.where(*(self._listing.filters[name](value) for name, value in filters))

    def mask(self, connection: Connection, words: Sequence[str]) -> bytes:
        """What is found by every word, in its own text or in that of the records it names."""
        self._mend(connection)
        return both([self._mask(connection, word) for word in words])

    def _mask(self, connection: Connection, word: str) -> bytes:
        if word not in self._masks:
            self._masks[word] = mask_of(self._found_by(connection, word), self.highest_id(connection))
            while len(self._masks) > _MOST_MASKS:
                self._masks.popitem(last=False)
        self._masks.move_to_end(word)
        return self._masks[word]

    def _found_by(self, connection: Connection, word: str) -> Iterable[Sequence[int]]:
        if self._listing.own_text:
            yield search.ids_with(connection, self.kind, word)
        for key, other in self._listing.through.items():
            named = self.named(connection, key)
            yield from (named[found] for found in search.ids_with(connection, other, word) if found in named)

    def named(self, connection: Connection, key: str) -> dict[int, Ids]:
        """For each record that the foreign key names, the ids of those that name it."""
        if key not in self._named:
            self._mend(connection)
            table = table_of(self.kind)
            column = table.c[key]
            rows = connection.execute(
                select(column, func.json_group_array(table.c.id)).where(column.is_not(None)).group_by(column)
            )
            self._named[key] = {other: numbers_in(ids) for other, ids in rows}
        return self._named[key]

    def highest_id(self, connection: Connection) -> int:
        return connection.execute(select(func.coalesce(func.max(self.kind.id), 0))).scalar_one()

    def _is_own(self, sort: str) -> bool:
        """Whether a sort depends on the kind's own columns alone."""
        parts = (part for column in self._listing.sorts[sort] for part in iterate(column.expression))
        return all(part.table is table_of(self.kind) for part in parts if isinstance(part, Column))

    def _mend(self, connection: Connection) -> None:
        """Bring the arrays up to what was saved since; read anew only after great changes."""
        pending, self._pending = self._pending, []
        changed = {edit.id for edit in pending}
        if len(changed) > _MOST_MENDED:
            self._orders.clear()
            self._named.clear()
            return
        for edit in pending:
            self._rename(edit)
        for key, order in list(self._orders.items()) if changed else []:
            place = partial(self._position, connection, *key)
            self._orders[key] = order.mended(sorted(changed), place, self.highest_id(connection))

    def _rename(self, edit: Edit) -> None:
        for key, named in self._named.items():
            for row, adding in ((edit.before, False), (edit.after, True)):
                other = row.get(key) if row is not None else None
                if other is not None and adding:
                    named.setdefault(other, array("i")).append(edit.id)
                elif other is not None and edit.id in named.get(other, ()):
                    named[other].remove(edit.id)

    def _position(self, connection: Connection, filters: Filters, sort: str, ids: Ids, record_id: int) -> int | None:
        """Where a record belongs in an order; None when it is gone or the filters leave it out."""
        place = self._place(connection, record_id, filters, sort)
        if place is None:
            return None
        return bisect_left(ids, place, key=lambda known: self._place(connection, known, (), sort) or ())

    def _place(self, connection: Connection, record_id: int, filters: Filters, sort: str) -> tuple[Any, ...] | None:
        """What a record is sorted by, comparable as SQLite compares; None when the filters leave it out."""
        columns = (*self._listing.sorts[sort], self.kind.id)
        row = connection.execute(self.filtered(select(*columns).where(self.kind.id == record_id), filters)).first()
        return None if row is None else tuple((value is not None, value) for value in row)


def _numbers(connection: Connection, query: Select[int]) -> Ids:
    """The ids of a query. As one JSON text, which is read three times as fast as a million rows."""
    listed = query.subquery()
    return numbers_in(connection.execute(select(func.json_group_array(listed.c.id))).scalar_one())

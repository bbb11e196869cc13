"""What is held in memory of one kind so that its lists answer at once: ids in order, and which records name which others.

Only numbers are held, about 8 bytes a record for each order and 4 for each way to another kind; a million letters are
typed at, scrolled and counted without reading a row that is not shown. After a change the arrays are mended, not read anew.
What one order tells of another is not asked of the file: an order by a name, or of what names one record, is made from it.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import OrderedDict
from collections.abc import Iterable, Iterator, Sequence
from functools import partial, reduce
from itertools import chain, islice
from operator import and_
from typing import Any

from sqlalchemy import Column, Connection, Select, func, select
from sqlalchemy.sql.visitors import iterate

from organizer.records.base import Record
from organizer.store import search
from organizer.store.hanging import Owners
from organizer.store.journal_entries import Edit
from organizer.store.masks import Recent, mask_of
from organizer.store.naming import Naming
from organizer.store.orders import Ids, Order, numbers_in
from organizer.store.rows import listing_of
from organizer.store.tables import table_of
from organizer.store.words import Words

Filters = tuple[tuple[str, Any], ...]

_MOST_ORDERS = 4
_MOST_MASKS = 32
_MOST_MENDED = 100
_OF_WHAT_HANGS = frozenset({"tag", "agreed"})
"""Filters that ask for what hangs on a record and not for what stands in it."""


class Shelf:
    """One kind's orders and namings. Not safe by itself: the store asks it inside its lane."""

    def __init__(self, kind: type[Record]) -> None:
        self.kind = kind
        self._listing = listing_of(kind)
        self._orders: OrderedDict[tuple[Filters, str], Order] = OrderedDict()
        self._naming = Naming(kind)
        self._masks, self._words = Recent(_MOST_MASKS), Words(kind, 2 * _MOST_MASKS)
        self._pending: list[Edit] = []

    def note(self, edits: Iterable[Edit], owners: Owners) -> None:
        """Hear what a step changed, in this kind or in those it names; `owners`: on whose tags or consents it touched."""
        if not owners.keys().isdisjoint({self.kind, *self._listing.through.values()}):
            self._masks.clear()
        if self.kind in owners:
            self._words.note(owners[self.kind])
            for key in [key for key in self._orders if any(name in _OF_WHAT_HANGS for name, _value in key[0])]:
                del self._orders[key]
        for edit in edits:
            if edit.kind is self.kind:
                self._pending.append(edit)
                self._masks.clear()
                self._words.note([edit.id])
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
            self._naming.groups(connection, key)
        if self._listing.own_text:
            yield
            yield from self._words.warm(connection, self.highest_id(connection))

    def has(self, filters: Filters, sort: str) -> bool:
        """Whether this order is held, or made at once from one that is, so that asking for it costs next to nothing."""
        return (filters, sort) in self._orders or self._wider(filters, sort) is not None

    def order(self, connection: Connection, filters: Filters, sort: str) -> Order:
        """The ids under these filters, ascending by this sort."""
        self._mend(connection)
        key = (filters, sort)
        if key not in self._orders:
            self._orders[key] = Order(self._ids(connection, filters, sort), self.highest_id(connection))
            while len(self._orders) > _MOST_ORDERS:
                self._orders.popitem(last=False)
        self._orders.move_to_end(key)
        return self._orders[key]

    def _ids(self, connection: Connection, filters: Filters, sort: str) -> Ids:
        wider = self._wider(filters, sort)
        if wider is not None:
            key, other, fewer = wider
            return self.order(connection, fewer, sort).among(self._naming.groups(connection, key).get(other, ()))
        by_name = self._by_name(connection, filters, sort, descending=False)
        if by_name is not None:
            return array("i", chain.from_iterable(by_name))
        return _numbers(connection, self.statement(filters, sort))

    def _wider(self, filters: Filters, sort: str) -> tuple[str, int, Filters] | None:
        """The foreign key and the id that one of the filters asks for, where the order without that filter is held."""
        for at, (name, value) in enumerate(filters):
            fewer = (*filters[:at], *filters[at + 1 :])
            key = self._naming.filter_key(name, value) if (fewer, sort) in self._orders else None
            if key is not None:
                return key, value, fewer
        return None

    def _by_name(self, connection: Connection, filters: Filters, sort: str, *, descending: bool) -> Iterator[Ids] | None:
        """An order by a name, piece by piece, where the order within a name is held."""
        named = self._naming.name_sorts.get(sort)
        if named is None or not self.has(filters, named.then):
            return None
        return self._naming.by_name(connection, named, self.order(connection, filters, named.then), descending=descending)

    def beginning(self, connection: Connection, filters: Filters, sort: str, n: int, *, descending: bool) -> Ids:
        """The first so many ids of an order that is not held."""
        self._mend(connection)
        by_name = self._by_name(connection, filters, sort, descending=descending)
        if by_name is not None:
            return array("i", islice(chain.from_iterable(by_name), n))
        return array("i", connection.execute(self.statement(filters, sort, descending=descending).limit(n)).scalars())

    def statement(self, filters: Filters, sort: str, *, descending: bool = False) -> Select[int]:
        columns = (*self._listing.sorts[sort], self.kind.id)
        ordered = select(self.kind.id).order_by(*(column.desc() if descending else column.asc() for column in columns))
        return self.filtered(ordered, filters)

    def count(self, connection: Connection, filters: Filters) -> int:
        self._mend(connection)
        held = next((order for (known, _sort), order in self._orders.items() if known == filters), None)
        if held is not None:
            return len(held.ids)
        number: int = connection.execute(self.filtered(select(func.count(self.kind.id)), filters)).scalar_one()
        return number

    def filtered(self, query: Select[Any], filters: Filters) -> Select[Any]:
        return query.where(*(self._listing.filters[name](value) for name, value in filters))

    def mask(self, connection: Connection, typed: Sequence[str]) -> int:
        """What is found by every word, in its own text or in that of the records it names."""
        self._mend(connection)
        return reduce(and_, (self._masks.of(word, partial(self._mask, connection, word)) for word in typed))

    def _mask(self, connection: Connection, word: str) -> int:
        through = mask_of(self._through(connection, word), self.highest_id(connection))
        if not self._listing.own_text:
            return through
        return through | self._words.mask(connection, word, self.highest_id(connection))

    def _through(self, connection: Connection, word: str) -> Iterable[Sequence[int]]:
        for key, other in self._listing.through.items():
            groups = self._naming.groups(connection, key)
            yield from (groups[found] for found in search.ids_with(connection, other, word) if found in groups)

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
            self._naming.forget()
            return
        for edit in pending:
            self._naming.note(edit)
        for key, order in list(self._orders.items()) if changed else []:
            place = partial(self._position, connection, *key)
            self._orders[key] = order.mended(sorted(changed), place, self.highest_id(connection))

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

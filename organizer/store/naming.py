"""Which records of one kind name which records of others: for filters by a named record, orders by its name, and search."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Mapping
from functools import cached_property
from itertools import chain, groupby
from typing import Any, NamedTuple

from sqlalchemy import Column, Connection, ScalarSelect, Select, func, select
from sqlalchemy.sql import operators
from sqlalchemy.sql.elements import BinaryExpression, BindParameter
from sqlalchemy.sql.visitors import iterate

from organizer.records.base import Record
from organizer.store.journal_entries import Edit
from organizer.store.orders import Ids, Order, numbers_in
from organizer.store.rows import listing_of
from organizer.store.tables import table_of


class NameSort(NamedTuple):
    """A sort by the name of what a foreign key names, and then by another sort. `names` are rows of (id, name) by the name."""

    key: str
    then: str
    names: Select[Any]


class Naming:
    """For each foreign key that is searched through, the ids under each record that it names; 4 bytes a record and key."""

    def __init__(self, kind: type[Record]) -> None:
        self.kind = kind
        self._table = table_of(kind)
        self._listing = listing_of(kind)
        self._groups: dict[str, dict[int, Ids]] = {}

    def groups(self, connection: Connection, key: str) -> Mapping[int, Ids]:
        """For each record that the foreign key names, the ids of those that name it."""
        if key not in self._groups:
            column, record_id = self._table.c[key], self._table.c.id
            rows = connection.execute(
                select(column, func.json_group_array(record_id)).where(column.is_not(None)).group_by(column)
            )
            self._groups[key] = {other: numbers_in(ids) for other, ids in rows}
        return self._groups[key]

    def note(self, edit: Edit) -> None:
        """Bring what is held up to one change."""
        for key, groups in self._groups.items():
            for row, adding in ((edit.before, False), (edit.after, True)):
                other = row.get(key) if row is not None else None
                if other is not None and adding:
                    groups.setdefault(other, array("i")).append(edit.id)
                elif other is not None and edit.id in groups.get(other, ()):
                    groups[other].remove(edit.id)

    def forget(self) -> None:
        self._groups.clear()

    def filter_key(self, name: str, value: Any) -> str | None:
        """The foreign key whose equality a filter is; None for other filters."""
        condition = self._listing.filters[name](value)
        if isinstance(condition, BinaryExpression) and condition.operator is operators.eq:
            key, asked = condition.left, condition.right
            if isinstance(key, Column) and isinstance(asked, BindParameter) and key.table is self._table:
                return key.key if key.key in self._listing.through else None
        return None

    @cached_property
    def name_sorts(self) -> Mapping[str, NameSort]:
        """The sorts of the kind that go by the name of what it names."""
        found = {name: self._name_sort(*columns) for name, columns in self._listing.sorts.items()}
        return {name: sort for name, sort in found.items() if sort is not None}

    def _name_sort(self, first: Any, *rest: Any) -> NameSort | None:
        then = next((name for name, columns in self._listing.sorts.items() if _same(columns, rest)), None)
        if then is None or not isinstance(first, ScalarSelect) or not isinstance(first.element, Select):
            return None
        (name,) = first.element.selected_columns
        key = self._joining(first.element.whereclause)
        if key is None:
            return None
        other = table_of(self._listing.through[key])
        if any(part.table is not other for part in iterate(name) if isinstance(part, Column)):
            return None
        return NameSort(key, then, select(other.c.id, name).order_by(name))

    def _joining(self, where: Any) -> str | None:
        """The foreign key that is all a condition compares with the id of the record it names."""
        if isinstance(where, BinaryExpression) and where.operator is operators.eq:
            for own, other in ((where.left, where.right), (where.right, where.left)):
                kind = self._listing.through.get(own.key) if isinstance(own, Column) and own.table is self._table else None
                if kind is not None and isinstance(other, Column) and other.table is table_of(kind) and other.key == "id":
                    return own.key
        return None

    def by_name(self, connection: Connection, sort: NameSort, order: Order, *, descending: bool) -> Iterator[Ids]:
        """The ids of an order by the name of what they name, a name at a time; within a name as in the order."""
        groups = self.groups(connection, sort.key)
        # SQLite puts first what has no name: those that name nothing, and those that name what has none
        rows = [(None, None), *connection.execute(sort.names)]
        names = [[other for other, _name in run] for _name, run in groupby(rows, key=lambda row: row[1])]
        for others in reversed(names) if descending else names:
            named = (self._nameless(connection, sort.key) if other is None else groups.get(other, ()) for other in others)
            found = order.among(chain.from_iterable(named))
            yield found[::-1] if descending else found

    def _nameless(self, connection: Connection, key: str) -> Ids:
        none = select(func.json_group_array(self._table.c.id)).where(self._table.c[key].is_(None))
        return numbers_in(connection.execute(none).scalar_one())


def _same(columns: tuple[Any, ...], others: tuple[Any, ...]) -> bool:
    return len(columns) == len(others) and all(one is other for one, other in zip(columns, others, strict=True))

"""Records as rows: a kind's columns as plain values, as JSON for the journal, and back."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time
from functools import cache
from typing import Any, TypeVar

from sqlalchemy import Select, inspect, select
from sqlalchemy.orm import selectinload

from organizer.records.base import Listing, Moment, Record
from organizer.records.kinds import KINDS

R = TypeVar("R", bound=Record)
Row = dict[str, Any]
STAMPS = frozenset({"version", "changed_utc"})
"""What the store writes itself at every save; two rows that differ only here are alike."""


@cache
def listing_of(kind: type[Record]) -> Listing:
    """How a kind is listed; made once, as it is asked at every save."""
    return kind.listing()


@cache
def columns_of(kind: type[Record]) -> tuple[str, ...]:
    """The names of the columns of a kind, the id among them."""
    return tuple(attribute.key for attribute in inspect(kind).column_attrs)


@cache
def types_of(kind: type[Record]) -> Mapping[str, type]:
    """What each column of a kind holds in Python, None apart."""
    return {
        column.key: datetime if isinstance(column.type, Moment) else column.type.python_type for column in kind.__table__.columns
    }


@cache
def links_of(kind: type[Record]) -> Mapping[str, type[Record]]:
    """The columns of a kind that name a record, and of what kind that is."""
    tables = {other.__tablename__: other for other in KINDS.values()}
    return {column.key: tables[key.column.table.name] for column in kind.__table__.columns for key in column.foreign_keys}


@cache
def hangings_of(kind: type[Record]) -> tuple[str, ...]:
    """The names of what hangs on the records of a kind: tags, photos."""
    return tuple(relation.key for relation in inspect(kind).relationships if relation.uselist)


def whole(kind: type[R]) -> Select[R]:
    """The records of a kind, each with what hangs on it."""
    return select(kind).options(*(selectinload(getattr(kind, name)) for name in hangings_of(kind)))


def row_of(record: Record) -> Row:
    """The columns of a record, the id among them."""
    return {name: getattr(record, name, None) for name in columns_of(type(record))}


def frozen(row: Row) -> Row:
    """The same with days and times as ISO text, ready for JSON."""
    return {name: value.isoformat() if isinstance(value, date | time) else value for name, value in row.items()}


def thawed(kind: type[Record], row: Row) -> Row:
    """The row that `frozen` was made from. Columns that the kind has no more are left out."""
    types = types_of(kind)
    return {name: _thaw(types[name], value) for name, value in row.items() if name in types}


def _thaw(python_type: type, value: Any) -> Any:
    if isinstance(value, str) and python_type in (date, datetime, time):
        return python_type.fromisoformat(value)
    return value


def changed_between(before: Row, after: Row) -> tuple[Row, Row]:
    """Only what differs, as it was and as it is, without the stamps."""
    names = [name for name in after if name not in STAMPS and before.get(name) != after[name]]
    return {name: before.get(name) for name in names}, {name: after[name] for name in names}

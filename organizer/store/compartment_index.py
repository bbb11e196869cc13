"""Indices of open compartments, in memory alone: made in portions after the opening, so that nobody waits but who searches."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from sqlalchemy import Connection, select

from organizer.records.base import Record
from organizer.records.kinds import KINDS
from organizer.store import search
from organizer.store.compartment_views import drawing
from organizer.store.record_rows import in_memory
from organizer.store.rows import listing_of
from organizer.store.sealed_kinds import not_indexed
from organizer.store.tables import table_of

_AT_A_TIME = 250


def step(connection: Connection) -> bool:
    """Make some of what is missing. Whether there may be more. Not inside a change."""
    for name in list(not_indexed(connection)):
        with drawing(connection):
            if not _order(connection, KINDS[name]):
                _feed(connection, KINDS[name])
        return True
    return False


def within_change(connection: Connection) -> None:
    """All that is missing, for a change that searches. It may be taken back with the change: nothing is noted as made."""
    for name, after in not_indexed(connection).items():
        last: int | None = after
        while last is not None:
            last = _fed(connection, KINDS[name], last)


def _order(connection: Connection, kind: type[Record]) -> bool:
    """Make the next index over columns; whether one was missing."""
    there = "SELECT count(*) FROM sqlite_temp_schema WHERE type = 'index' AND tbl_name = ?"
    made = connection.exec_driver_sql(there, (in_memory(kind).name,)).scalar_one()
    missing = _statements(kind)[made:]
    for statement in missing[:1]:
        connection.exec_driver_sql(statement)
    return bool(missing)


@cache
def _statements(kind: type[Record]) -> tuple[str, ...]:
    def each() -> Iterator[str]:
        yield f"CREATE INDEX temp.open_ix_{kind.KIND}_uid ON {in_memory(kind).name} (uid)"
        for index in sorted(table_of(kind).indexes, key=lambda index: str(index.name)):
            columns = ", ".join(column.name for column in index.columns)
            yield f"CREATE INDEX temp.open_{index.name} ON {in_memory(kind).name} ({columns})"

    return tuple(each())


def _feed(connection: Connection, kind: type[Record]) -> None:
    last = _fed(connection, kind, not_indexed(connection)[kind.KIND])
    if last is None:
        del not_indexed(connection)[kind.KIND]
    else:
        not_indexed(connection)[kind.KIND] = last


def _fed(connection: Connection, kind: type[Record], after: int) -> int | None:
    """Take some records behind this id into the search index, but for those that a change took there; the last one's id."""
    if not listing_of(kind).own_text:
        return None
    table = in_memory(kind)
    wanted = [table.c[name] for name in ("id", "uid", *listing_of(kind).own_text)]
    query = select(*wanted).where(table.c.id > after).order_by(table.c.id).limit(_AT_A_TIME)
    rows = [dict(row) for row in connection.execute(query).mappings()]
    if not rows:
        return None
    last = int(rows[-1]["id"])
    known = f"SELECT rowid FROM {search.index_of(kind)} WHERE rowid > ? AND rowid <= ?"
    there = set(connection.exec_driver_sql(known, (after, last)).scalars())
    search.feed(connection, kind, {row["id"]: row for row in rows if row["id"] not in there})
    return last

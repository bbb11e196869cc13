"""What SQL sees of a kind that has a compartment: a view in memory, with its words blotted out or, while it is open, whole.

The view bears the name of the kind's table and stands before it: every query reads the view, and none can write it by mistake.
Only `record_rows` writes, and names what it means. The words of an open compartment are found by an index in memory alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from typing import Any

from sqlalchemy import Connection, MetaData, PrimaryKeyConstraint, String, select
from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateTable

from organizer.errors import DamagedFile
from organizer.records.base import CLOSED, Record
from organizer.records.kinds import KINDS
from organizer.store import search
from organizer.store.record_rows import in_memory, sealed_links
from organizer.store.rows import listing_of
from organizer.store.sealed_kinds import held, not_indexed
from organizer.store.sealing import Sealer, about_record
from organizer.store.tables import COMPARTMENT, table_of

Opened = Mapping[str, Sealer]
"""By kind what opens its compartment."""
_AT_A_TIME = 500


def draw_all(connection: Connection) -> None:
    """Close every compartment of the file on this connection, and forget those that it has no more."""
    with drawing(connection):
        # Read before anything is let go: where the disk fails nothing must be seen that was not seen before
        names = connection.execute(select(COMPARTMENT.c.kind)).scalars().all()
        for name in list(held(connection)):
            forget(connection, KINDS[name])
        for name in names:
            if name in KINDS:
                blot(connection, KINDS[name])


@contextmanager
def drawing(connection: Connection) -> Iterator[None]:
    """Changes to what stands in memory alone; on connections for looking only, too. Not inside a change."""
    with _memory_writable(connection.exec_driver_sql):
        yield
        connection.commit()


@contextmanager
def put_aside(bare: Any) -> Iterator[None]:
    """Every table under its own name again: VACUUM and exports speak of indices by names alone and would meet the views."""
    views = bare.execute("SELECT name, sql FROM sqlite_temp_schema WHERE type = 'view'").fetchall()
    if not views:
        yield
        return
    with _memory_writable(bare.execute):
        for name, _sql in views:
            bare.execute(f"DROP VIEW temp.{name}")
    try:
        yield
    finally:
        with _memory_writable(bare.execute):
            for _name, sql in views:
                bare.execute(sql.replace("CREATE VIEW", "CREATE TEMP VIEW", 1))


@contextmanager
def _memory_writable(execute: Callable[[str], Any]) -> Iterator[None]:
    """What may only be looked at cannot be written by its own mode; this lets it have views in memory."""
    (looking,) = execute("PRAGMA query_only").fetchone()
    if looking:
        execute("PRAGMA query_only = OFF")
    try:
        yield
    finally:
        if looking:
            execute("PRAGMA query_only = ON")


def blot(connection: Connection, kind: type[Record]) -> None:
    """Let the kind be seen without its words, and hold nothing of them."""
    forget(connection, kind)
    held(connection)[kind.KIND] = None
    columns = (_blotted(kind, column) for column in table_of(kind).columns)
    _view(connection, kind, f"SELECT {', '.join(columns)} FROM main.{table_of(kind).name}")


def _blotted(kind: type[Record], column: Any) -> str:
    hidden = column.name in kind.COMPARTMENT and isinstance(column.type, String)
    return f"'{CLOSED}' AS {column.name}" if hidden else str(column.name)


def forget(connection: Connection, kind: type[Record]) -> None:
    """Let the kind be seen as it lies in the file."""
    held(connection).pop(kind.KIND, None)
    not_indexed(connection).pop(kind.KIND, None)
    connection.exec_driver_sql(f"DROP VIEW IF EXISTS temp.{table_of(kind).name}")
    connection.exec_driver_sql(f"DROP TABLE IF EXISTS temp.{in_memory(kind).name}")
    connection.exec_driver_sql(f"DROP TABLE IF EXISTS temp.{search.index_of(kind)}")


def _view(connection: Connection, kind: type[Record], query: str) -> None:
    connection.exec_driver_sql(f"DROP VIEW IF EXISTS temp.{table_of(kind).name}")
    connection.exec_driver_sql(f"CREATE TEMP VIEW {table_of(kind).name} AS {query}")


def begin(connection: Connection, kind: type[Record]) -> None:
    """Make room in memory for what `take` reads. Until `lift` the kind is seen closed."""
    blot(connection, kind)
    room = in_memory(kind).to_metadata(MetaData())
    room.constraints.clear()  # the file's own rules hold
    room.append_constraint(PrimaryKeyConstraint(room.c.id))
    made = CreateTable(room)
    connection.exec_driver_sql(str(made.compile(dialect=sqlite.dialect())))
    if listing_of(kind).own_text:
        for statement in search.schema_of(kind, within="temp."):
            connection.exec_driver_sql(statement)


def take(connection: Connection, kind: type[Record], sealer: Sealer, after: int) -> int | None:
    """Open the boxes of some records behind this id; the last one's id, None when there are no more. DamagedFile."""
    rows = connection.exec_driver_sql(
        f"SELECT r.id, r.uid, s.box FROM main.{table_of(kind).name} r"
        " LEFT JOIN main.sealed s ON s.kind = ? AND s.record_id = r.id WHERE r.id > ? ORDER BY r.id LIMIT ?",
        (kind.KIND, after, _AT_A_TIME),
    ).all()
    if not rows:
        return None
    sealed = [(record_id, box, about_record(kind.KIND, uid)) for record_id, uid, box in rows if box is not None]
    contents = sealer.unseal_each((box, about) for _id, box, about in sealed)
    # Mostly all boxes have the same columns; what is in none stays as it stands
    batches: dict[tuple[str, ...], list[tuple[Any, ...]]] = {}
    for (record_id, _box, _about), said in zip(sealed, contents, strict=True):
        batches.setdefault(tuple(said), []).append((*said.values(), record_id))
    batches.setdefault((), []).extend((record_id,) for record_id, _uid, box in rows if box is None)
    for names, batch in batches.items():
        if batch:
            connection.exec_driver_sql(_taken(kind, names), batch)
    return int(rows[-1][0])


@cache
def _taken(kind: type[Record], names: tuple[str, ...]) -> str:
    """The statement that takes a row into memory, with these columns out of its box and all others from the file."""
    others = [column.name for column in table_of(kind).columns if column.name not in names]
    columns, marks = ", ".join((*others, *names)), ", ".join((*others, *("?" for _name in names)))
    return f"INSERT INTO temp.{in_memory(kind).name} ({columns}) SELECT {marks} FROM main.{table_of(kind).name} WHERE id = ?"


def lift(connection: Connection, kind: type[Record], sealer: Sealer) -> None:
    """From now on the kind is seen whole, and may be changed. It is sought and sorted quickly when it is indexed, too."""
    target = in_memory(kind).name
    for name, columns in sealed_links(kind).items():
        for column in columns:  # what a damaged file lost cannot be pointed to
            missing = f"{column} NOT IN (SELECT id FROM main.{table_of(KINDS[name]).name})"
            connection.exec_driver_sql(f"UPDATE temp.{target} SET {column} = NULL WHERE {missing}")
    names = ", ".join(column.name for column in table_of(kind).columns)
    _view(connection, kind, f"SELECT {names} FROM temp.{target}")
    held(connection)[kind.KIND] = sealer
    not_indexed(connection)[kind.KIND] = 0


def open_at_once(connection: Connection, kind: type[Record], sealer: Sealer) -> None:
    """`begin`, `take` and `lift` without anybody in between."""
    begin(connection, kind)
    after: int | None = 0
    while after is not None:
        after = take(connection, kind, sealer, after)
    lift(connection, kind, sealer)


def seen_as_in(connection: Connection, known: Opened) -> None:
    """In a backup: its compartments closed, but for those that open as the file's do that are open now."""
    draw_all(connection)
    for name, sealer in known.items():
        if name in held(connection):
            with drawing(connection):
                try:
                    open_at_once(connection, KINDS[name], sealer)
                except DamagedFile:  # it was made anew since, under another key
                    blot(connection, KINDS[name])


def opened(connection: Connection) -> Opened:
    """The compartments that are open here, to open them on another connection."""
    return {name: sealer for name, sealer in held(connection).items() if sealer is not None}


def open_again(connection: Connection, known: Opened) -> None:
    """Open what another connection had open."""
    with drawing(connection):
        for name, sealer in known.items():
            if name in held(connection):
                open_at_once(connection, KINDS[name], sealer)

"""The one door through which rows of records are written. Words of a kind that has a compartment go into boxes here.

In the file such a row has its sealed columns empty, and its box beside it; in memory, while the compartment is open, there is the
whole row, which every query reads. All three change in one transaction.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from functools import cache
from typing import Any

from sqlalchemy import Connection, Table, bindparam, delete, func, insert, select, update
from sqlalchemy.schema import MetaData

from organizer.errors import UserError
from organizer.records.base import Record
from organizer.records.kinds import KINDS
from organizer.store import labels
from organizer.store.rows import Row, row_of
from organizer.store.sealed_kinds import closed, held, is_kept, may_be_used, sealer_of
from organizer.store.sealing import Sealer, about_record
from organizer.store.tables import SEALED, table_of

_AT_A_TIME = 500


@cache
def in_file(kind: type[Record]) -> Table:
    """The table of a kind as it lies in the file, whatever stands for its name on the connection."""
    return table_of(kind).to_metadata(MetaData(), schema="main")


@cache
def in_memory(kind: type[Record]) -> Table:
    """The whole rows of a kind whose compartment is open."""
    made = table_of(kind).to_metadata(MetaData(), schema="temp", name=f"open_{table_of(kind).name}")
    # Ids are given in the file; a list of them in memory would stand before the file's own
    made.dialect_options["sqlite"]["autoincrement"] = False
    return made


@cache
def blank(kind: type[Record]) -> Mapping[str, Any]:
    """What stands in the file in the columns that are sealed."""
    empty = row_of(kind())
    return {name: empty[name] for name in kind.COMPARTMENT}


def add(connection: Connection, kind: type[Record], row: Row) -> int:
    """Add one row, with an id that none ever had; that id."""
    sealer = _writable(connection, kind)
    table, kept = (table_of(kind), row) if sealer is None else (in_file(kind), {**row, **blank(kind)})
    (record_id,) = connection.execute(insert(table), kept).inserted_primary_key or (0,)
    if sealer is not None:
        connection.execute(insert(in_memory(kind)), {**row, "id": record_id})
        seal(connection, kind, sealer, [record_id])
    return int(record_id)


def put(connection: Connection, kind: type[Record], rows: Sequence[Row]) -> None:
    """Add rows that have their ids already, as undo and redo do."""
    sealer = _writable(connection, kind)
    if sealer is None:
        connection.execute(insert(table_of(kind)), rows)
        return
    connection.execute(insert(in_file(kind)), [{**row, **blank(kind)} for row in rows])
    connection.execute(insert(in_memory(kind)), rows)
    seal(connection, kind, sealer, [row["id"] for row in rows])


def change(connection: Connection, kind: type[Record], record_id: int, values: Row) -> None:
    """Give columns of one row other values, and count up its version."""
    change_each(connection, kind, {record_id: values})


def change_each(connection: Connection, kind: type[Record], values: Mapping[int, Row]) -> None:
    """The same of many rows, each with its own columns and values."""
    sealer = _writable(connection, kind)
    alike: dict[tuple[str, ...], list[int]] = {}
    for record_id, row in values.items():
        alike.setdefault(tuple(row), []).append(record_id)
    for names, ids in alike.items():
        some = {record_id: values[record_id] for record_id in ids}
        if sealer is None:
            _update(connection, table_of(kind), names, some)
            continue
        _update(connection, in_file(kind), tuple(name for name in names if name not in blank(kind)), some)
        _update(connection, in_memory(kind), names, some)
        if not blank(kind).keys().isdisjoint(names):
            for begin in range(0, len(ids), _AT_A_TIME):
                seal(connection, kind, sealer, ids[begin : begin + _AT_A_TIME])


def _update(connection: Connection, table: Table, names: Sequence[str], values: Mapping[int, Row]) -> None:
    stamps = {"version": table.c.version + 1, "changed_utc": datetime.now(UTC)}
    given: dict[str, Any] = {name: bindparam(f"to_{name}") for name in names}
    rows = [{"of": record_id, **{f"to_{name}": row[name] for name in names}} for record_id, row in values.items()]
    connection.execute(update(table).where(table.c.id == bindparam("of")).values({**given, **stamps}), rows)


def rename_origin(connection: Connection, kind: type[Record], origin: str, anew: str) -> None:
    """Let all rows that were entered by one branch say another name of it."""
    sealer = _writable(connection, kind)
    for table in (table_of(kind),) if sealer is None else (in_file(kind), in_memory(kind)):
        connection.execute(update(table).where(table.c.origin == origin).values(origin=anew))


def remove(connection: Connection, kind: type[Record], ids: Sequence[int]) -> None:
    """Delete rows. IntegrityError, or UserError where only boxes know it, when others still point to them."""
    sealer = _writable(connection, kind)
    _refuse_used_in_boxes(connection, kind, ids)
    gone = [{"gone": record_id} for record_id in ids]
    for table in (table_of(kind),) if sealer is None else (in_file(kind), in_memory(kind)):
        connection.execute(delete(table).where(table.c.id == bindparam("gone")), gone)
    if kind.COMPARTMENT:  # also in a file at which nobody looks through views
        connection.execute(delete(SEALED).where(SEALED.c.kind == kind.KIND, SEALED.c.record_id == bindparam("gone")), gone)


def _writable(connection: Connection, kind: type[Record]) -> Sealer | None:
    """What seals the words of a kind, None where it has no compartment. CompartmentClosed."""
    sealer = sealer_of(connection, kind)
    if sealer is None and is_kept(connection, kind):
        raise closed()
    return sealer


def _refuse_used_in_boxes(connection: Connection, kind: type[Record], ids: Sequence[int]) -> None:
    """A link that is sealed is not known to the file's own rules."""
    for name in held(connection):
        for column in sealed_links(KINDS[name]).get(kind.KIND, ()):
            if sealer_of(connection, KINDS[name]) is None:
                raise may_be_used()
            link = in_memory(KINDS[name]).c[column]
            for begin in range(0, len(ids), _AT_A_TIME):
                some = link.in_(ids[begin : begin + _AT_A_TIME])
                used = connection.execute(select(func.count()).where(some)).scalar_one()
                if used:
                    raise UserError(*labels.in_use(used))


@cache
def sealed_links(kind: type[Record]) -> Mapping[str, tuple[str, ...]]:
    """The columns of a kind that are sealed and point to others, by the kind to which they point."""
    kinds = {table_of(other).name: other.KIND for other in KINDS.values()}
    found: dict[str, tuple[str, ...]] = {}
    for name in kind.COMPARTMENT:
        for key in table_of(kind).c[name].foreign_keys:
            target = kinds[key.column.table.name]
            found[target] = (*found.get(target, ()), name)
    return found


def seal(connection: Connection, kind: type[Record], sealer: Sealer, ids: Sequence[int]) -> None:
    """Write the boxes of these records anew, from the whole rows in memory."""
    table, names = in_memory(kind).name, ", ".join(kind.COMPARTMENT)
    marks = ", ".join("?" * len(ids))
    rows = connection.exec_driver_sql(f"SELECT id, uid, {names} FROM temp.{table} WHERE id IN ({marks})", tuple(ids)).all()
    write_boxes(connection, kind, sealer, rows)


def write_boxes(connection: Connection, kind: type[Record], sealer: Sealer, rows: Sequence[Any]) -> None:
    """`rows` are id, uid and what is sealed, as SQLite holds it."""
    boxes = [
        (kind.KIND, row[0], sealer.seal(dict(zip(kind.COMPARTMENT, row[2:], strict=True)), about_record(kind.KIND, row[1])))
        for row in rows
    ]
    connection.exec_driver_sql("INSERT OR REPLACE INTO sealed (kind, record_id, box) VALUES (?, ?, ?)", boxes)

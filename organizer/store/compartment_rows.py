"""All words of a kind into boxes, and out of them again: rows, search index, the past, drafts. Inside one transaction."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, delete, literal, select, update

from organizer.records.base import Record
from organizer.store import compartment_views, journal_boxes, notes, search
from organizer.store.record_rows import blank, in_file, in_memory, write_boxes
from organizer.store.rows import listing_of
from organizer.store.sealing import Sealer
from organizer.store.tables import DRAFT, JOURNAL, SEALED, table_of

_AT_A_TIME = 500


def seal_all(connection: Connection, kind: type[Record], sealer: Sealer) -> None:
    """What there is of a kind goes into boxes. The kind is `held` already, and seen as it lies in the file."""
    last = 0
    while rows := _rows(connection, kind, last):
        write_boxes(connection, kind, sealer, rows)
        last = rows[-1][0]
    connection.execute(update(in_file(kind)).values(dict(blank(kind))))
    if listing_of(kind).own_text:
        connection.exec_driver_sql(f"DROP TABLE main.{search.index_of(kind)}")
        for statement in search.schema_of(kind, within="main."):
            connection.exec_driver_sql(statement)
    _write_past_anew(connection, kind)
    for name, fields in _drafts(connection, kind).items():
        notes.keep_draft(connection, kind.KIND, name, fields)


def _rows(connection: Connection, kind: type[Record], after: int) -> Sequence[Any]:
    """Some rows behind this id: id, uid, and what is to be sealed."""
    names = ", ".join(("id", "uid", *kind.COMPARTMENT))
    query = f"SELECT {names} FROM main.{table_of(kind).name} WHERE id > ? ORDER BY id LIMIT ?"
    return connection.exec_driver_sql(query, (after, _AT_A_TIME)).all()


def unseal_all(connection: Connection, kind: type[Record]) -> None:
    """Everything as if there had never been a compartment. It must be open; afterwards there is none."""
    names, table, whole = ", ".join(kind.COMPARTMENT), table_of(kind).name, in_memory(kind).name
    connection.exec_driver_sql(
        f"UPDATE main.{table} SET ({names}) = (SELECT {names} FROM temp.{whole} o WHERE o.id = {table}.id)"
    )
    if listing_of(kind).own_text:
        index = search.index_of(kind)
        connection.exec_driver_sql(f"INSERT INTO main.{index}(rowid, words) SELECT rowid, words FROM temp.{index}")
    connection.execute(delete(SEALED).where(SEALED.c.kind == kind.KIND))
    _write_past_anew(connection, kind, readable=True)
    drafts = _drafts(connection, kind)
    compartment_views.forget(connection, kind)
    for name, fields in drafts.items():
        notes.keep_draft(connection, kind.KIND, name, fields)


def _write_past_anew(connection: Connection, kind: type[Record], *, readable: bool = False) -> None:
    """Every step that touched the kind, with its words in boxes or not."""
    notes.forget_counted(connection)
    touched = (literal(" ") + JOURNAL.c.kinds + " ").contains(f" {kind.KIND} ")
    for entry_id in connection.execute(select(JOURNAL.c.id).where(touched, JOURNAL.c.edits.is_not(None))).scalars().all():
        step = JOURNAL.c.id == entry_id
        edits = journal_boxes.unpacked(connection, connection.execute(select(JOURNAL.c.edits).where(step)).scalar_one() or b"")
        anew = journal_boxes.packed(connection, edits, readable=kind.KIND if readable else "")
        connection.execute(update(JOURNAL).where(step).values(edits=anew))


def _drafts(connection: Connection, kind: type[Record]) -> dict[str, dict[str, Any]]:
    names = connection.execute(select(DRAFT.c.name).where(DRAFT.c.kind == kind.KIND)).scalars().all()
    return {name: notes.draft(connection, kind.KIND, name) or {} for name in names}

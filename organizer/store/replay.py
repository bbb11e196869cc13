"""Bringing rows from before to after, as undo and redo do: checked against what stands, and many at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime

from sqlalchemy import Connection, bindparam, func, select
from sqlalchemy.exc import IntegrityError

from organizer.errors import ChangedMeanwhile, UserError
from organizer.i18n import _
from organizer.records.base import Record
from organizer.records.kinds import KINDS
from organizer.store import labels, record_rows, search
from organizer.store.journal_entries import Edit
from organizer.store.rows import STAMPS, Row, listing_of
from organizer.store.sealed_kinds import closed
from organizer.store.tables import table_of

_AT_A_TIME = 500


def replay(connection: Connection, edits: Sequence[Edit]) -> None:
    """Apply edits in their order. ChangedMeanwhile when a row is not as `before` says, UserError when it is still used.

    CompartmentClosed when words of theirs lie in a closed compartment.
    """
    if any(edit.box for edit in edits):
        raise closed()
    for run in _runs(edits):
        kind, ids = run[0].kind, [edit.id for edit in run]
        standing = rows_with(connection, kind, ids)
        if not all(_agrees(standing.get(edit.id), edit.before) for edit in run):
            raise changed_meanwhile()
        apply(connection, run)


def apply(connection: Connection, run: Sequence[Edit]) -> None:
    """Apply edits of one kind and one way: all add, all change or all delete, each another record."""
    kind = run[0].kind
    if run[0].after is None:
        _delete(connection, kind, [edit.id for edit in run])
    elif run[0].before is None:
        now = datetime.now(UTC)
        record_rows.put(connection, kind, [{**(edit.after or {}), "changed_utc": now} for edit in run])
    else:
        for edit in run:
            record_rows.change(connection, kind, edit.id, edit.after or {})
    _index(connection, run)


def _delete(connection: Connection, kind: type[Record], ids: Sequence[int]) -> None:
    try:
        record_rows.remove(connection, kind, ids)
    except IntegrityError as fault:
        used = sum(users(connection, kind, record_id) for record_id in ids)
        raise UserError(*labels.in_use(used)) from fault


def _index(connection: Connection, run: Sequence[Edit]) -> None:
    kind = run[0].kind
    own_text = set(listing_of(kind).own_text)
    touched = [edit for edit in run if edit.before is None or edit.after is None or own_text & edit.after.keys()]
    if not own_text or not touched:
        return
    if run[0].before is not None:
        search.forget(connection, kind, [edit.id for edit in touched])
    if run[0].after is not None:
        search.feed(connection, kind, rows_with(connection, kind, [edit.id for edit in touched]))


def rows_with(connection: Connection, kind: type[Record], ids: Sequence[int]) -> dict[int, Row]:
    """The rows with these ids that there are."""
    table = table_of(kind)
    query = select(table).where(table.c.id.in_(bindparam("ids", expanding=True)))
    found: dict[int, Row] = {}
    for begin in range(0, len(ids), _AT_A_TIME):
        rows = connection.execute(query, {"ids": ids[begin : begin + _AT_A_TIME]}).mappings()
        found.update({row["id"]: dict(row) for row in rows})
    return found


def users(connection: Connection, kind: type[Record], record_id: int) -> int:
    """How many other records point to this one."""
    found = 0
    for other in KINDS.values():
        for key in table_of(other).foreign_keys:
            if key.column.table is table_of(kind):
                found += connection.execute(select(func.count()).where(key.parent == record_id)).scalar_one()
    return found


def _runs(edits: Iterable[Edit]) -> Iterator[list[Edit]]:
    """The edits in their order, cut where the kind or the way changes or a record comes again."""
    run: list[Edit] = []
    ids: set[int] = set()
    for edit in edits:
        if run and (edit.id in ids or _way(edit) != _way(run[0])):
            yield run
            run, ids = [], set()
        run.append(edit)
        ids.add(edit.id)
    if run:
        yield run


def _way(edit: Edit) -> tuple[type[Record], bool, bool]:
    return edit.kind, edit.before is None, edit.after is None


def _agrees(row: Row | None, before: Row | None) -> bool:
    if row is None or before is None:
        return row is None and before is None
    return all(row.get(name) == value for name, value in before.items() if name not in STAMPS)


def changed_meanwhile() -> ChangedMeanwhile:
    return ChangedMeanwhile(_("Someone changed this meanwhile."), _("Look at what is there now, and make your change again."))

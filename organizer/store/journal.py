"""The journal: every step with what was before and after. The undo stack, a record's history and the audit trail at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, func, insert, select, update

from organizer.errors import ChangedMeanwhile
from organizer.i18n import _
from organizer.records.base import Record
from organizer.records.kinds import KINDS
from organizer.records.tag import Tag, Tagging
from organizer.store import hanging, journal_boxes
from organizer.store.journal_entries import DO, UNDO, Edit, FieldChange, HistoryEntry, JournalEntry
from organizer.store.rows import frozen, thawed
from organizer.store.tables import JOURNAL, TOUCH, table_of

_ENTRY = select(*(JOURNAL.c[name] for name in ("id", "at_utc", "label", "origin", "kinds", "count", "step", "undone")))

_HOLDS = JOURNAL.c.count > 0
"""A step of which `write_anew` left nothing counts no records: there is nothing to take back."""


def _entry(row: Any) -> JournalEntry:
    return JournalEntry(row.id, row.at_utc, row.label, row.origin, tuple(row.kinds.split()), row.count, row.step, row.undone)


def write(
    connection: Connection,
    edits: Sequence[Edit],
    owners: hanging.Owners,
    *,
    at_utc: datetime,
    label: str,
    origin: str,
    step: str = DO,
    of_id: int | None = None,
) -> JournalEntry:
    """Add one step to the journal. Undo and redo carry no edits of their own: they are those of the step they speak of.

    `owners` are the records on whose tags and pictures it touched: it stands in their history too. Tags are not counted.
    """
    kinds = " ".join(dict.fromkeys(kind.KIND for kind in (*(edit.kind for edit in edits), *owners)))
    count = sum(edit.kind not in (Tag, Tagging) for edit in edits) or sum(map(len, owners.values())) or len(edits)
    values = {
        "at_utc": at_utc, "step": step, "of_id": of_id, "label": label, "origin": origin, "kinds": kinds, "count": count,
        "undone": False, "edits": _packed(connection, edits) if step == DO else None,
    }  # fmt: skip
    (entry_id,) = connection.execute(insert(JOURNAL).values(values)).inserted_primary_key or (0,)
    touched = {(entry_id, edit.kind.KIND, edit.id) for edit in edits}
    touched |= {(entry_id, kind.KIND, record_id) for kind, ids in owners.items() for record_id in ids}
    connection.exec_driver_sql("INSERT INTO touch (journal_id, kind, record_id) VALUES (?, ?, ?)", sorted(touched))
    return JournalEntry(entry_id, at_utc, label, origin, tuple(kinds.split()), count, step)


def _packed(connection: Connection, edits: Sequence[Edit]) -> bytes:
    return journal_boxes.packed(connection, [_raw(edit) for edit in edits])


def _raw(edit: Edit) -> journal_boxes.RawEdit:
    sides = [edit.before and frozen(edit.before), edit.after and frozen(edit.after)]
    return [edit.kind.KIND, edit.id, *sides, *([edit.box] if edit.box else [])]


def edits_of(connection: Connection, entry_id: int) -> list[Edit]:
    """What a step changed, in order."""
    row = connection.execute(select(JOURNAL.c.edits, JOURNAL.c.step, JOURNAL.c.of_id).where(JOURNAL.c.id == entry_id)).one()
    if row.step != DO:
        edits = edits_of(connection, row.of_id)
        return backwards(edits) if row.step == UNDO else edits
    found = []
    for name, record_id, before, after, *box in journal_boxes.unpacked(connection, row.edits):
        kind = KINDS[name]
        was, became = (None if side is None else thawed(kind, side) for side in (before, after))
        found.append(Edit(kind, record_id, was, became, *box))
    return found


def backwards(edits: Sequence[Edit]) -> list[Edit]:
    """The edits that take these back: each turned round, the last first."""
    return [edit.reversed() for edit in reversed(edits)]


def write_anew(connection: Connection, entry_id: int, edits: Sequence[Edit]) -> None:
    """Let a step be one of these edits; of none, it is not offered for undo any more."""
    values = {"edits": _packed(connection, edits), **({} if edits else {"count": 0})}
    connection.execute(update(JOURNAL).where(JOURNAL.c.id == entry_id).values(values))


def set_undone(connection: Connection, entry_id: int, *, undone: bool) -> None:
    connection.execute(update(JOURNAL).where(JOURNAL.c.id == entry_id).values(undone=undone))


def next_undo(connection: Connection) -> JournalEntry | None:
    """The last step that stands."""
    row = connection.execute(
        _ENTRY.where(JOURNAL.c.step == DO, JOURNAL.c.undone.is_(False), _HOLDS).order_by(JOURNAL.c.id.desc()).limit(1)
    ).first()
    return _entry(row) if row else None


def next_redo(connection: Connection) -> JournalEntry | None:
    """The step that was taken back last, unless something new was done since."""
    newest = select(func.coalesce(func.max(JOURNAL.c.id), 0)).where(JOURNAL.c.step == DO).scalar_subquery()
    taken_back = JOURNAL.alias()
    row = connection.execute(
        _ENTRY.join(taken_back, taken_back.c.of_id == JOURNAL.c.id)
        .where(taken_back.c.step == UNDO, taken_back.c.id > newest, JOURNAL.c.undone.is_(True), _HOLDS)
        .order_by(taken_back.c.id.desc())
        .limit(1)
    ).first()
    return _entry(row) if row else None


def entry(connection: Connection, entry_id: int) -> JournalEntry | None:
    row = connection.execute(_ENTRY.where(JOURNAL.c.id == entry_id)).first()
    return _entry(row) if row else None


def standing(connection: Connection, entry_id: int) -> JournalEntry:
    """A step that may be taken back out of turn. ChangedMeanwhile when it was undone, or a later step touched its records."""
    found = entry(connection, entry_id)
    if found is None or found.undone or found.step != DO:
        raise ChangedMeanwhile(_("This was undone already."), _("Redo brings it back."))
    if touched_later(connection, entry_id):
        raise ChangedMeanwhile(_("Later changes touched the same record."), _("Undo those first, or change the record by hand."))
    return found


def last_step(connection: Connection) -> int:
    """The number of the last row, 0 in an empty journal."""
    last: int = connection.execute(select(func.coalesce(func.max(JOURNAL.c.id), 0))).scalar_one()
    return last


def touched_later(connection: Connection, entry_id: int) -> bool:
    """Whether a later step that stands touched a record of this step."""
    later, first = TOUCH.alias(), TOUCH.alias()
    found = (
        select(later.c.journal_id)
        .join(first, (first.c.kind == later.c.kind) & (first.c.record_id == later.c.record_id))
        .join(JOURNAL, JOURNAL.c.id == later.c.journal_id)
        .where(first.c.journal_id == entry_id, later.c.journal_id > entry_id, JOURNAL.c.step == DO, JOURNAL.c.undone.is_(False))
    )
    return connection.execute(found.limit(1)).first() is not None


def lately(connection: Connection, limit: int) -> list[JournalEntry]:
    """The last steps that stand, the newest first."""
    rows = connection.execute(
        _ENTRY.where(JOURNAL.c.step == DO, JOURNAL.c.undone.is_(False), _HOLDS).order_by(JOURNAL.c.id.desc()).limit(limit)
    )
    return [_entry(row) for row in rows]


def history(connection: Connection, kind: type[Record], record_id: int, uid: str) -> list[HistoryEntry]:
    """Every step that touched one record, the newest first, with what it changed there."""
    rows = connection.execute(
        _ENTRY.join(TOUCH, TOUCH.c.journal_id == JOURNAL.c.id)
        .where(TOUCH.c.kind == kind.KIND, TOUCH.c.record_id == record_id)
        .order_by(JOURNAL.c.id.desc())
    ).all()
    found = []
    for row in rows:
        edits = edits_of(connection, row.id)
        fields = (*_fields(edits, kind, record_id), *_tags(connection, edits, uid))
        found.append(HistoryEntry(_entry(row), fields))
    return found


def _tags(connection: Connection, edits: Sequence[Edit], uid: str) -> Iterator[FieldChange]:
    taken, put = hanging.tags_changed(edits, uid)
    if put:
        yield FieldChange("tags", [], _tag_names(connection, put))
    if taken:
        yield FieldChange("tags", _tag_names(connection, taken), [])


def _tag_names(connection: Connection, tag_ids: Sequence[int]) -> list[str]:
    """What tags are called, or were last called where they are gone."""
    names = []
    for tag_id in tag_ids:
        known = connection.execute(select(table_of(Tag).c.name).where(table_of(Tag).c.id == tag_id)).scalar()
        names.append(known if known is not None else _last_name(connection, tag_id))
    return sorted(name for name in names if name)


def _last_name(connection: Connection, tag_id: int) -> str:
    steps = select(TOUCH.c.journal_id).where(TOUCH.c.kind == Tag.KIND, TOUCH.c.record_id == tag_id)
    for entry_id in connection.execute(steps.order_by(TOUCH.c.journal_id.desc())).scalars():
        for edit in edits_of(connection, entry_id):
            row = edit.after or edit.before or {}
            if edit.kind is Tag and edit.id == tag_id and "name" in row:
                return str(row["name"])
    return ""


def _fields(edits: Sequence[Edit], kind: type[Record], record_id: int) -> tuple[FieldChange, ...]:
    own = [edit for edit in edits if edit.kind is kind and edit.id == record_id]
    changes: dict[str, FieldChange] = {}
    for edit in own:
        was, became = edit.before or {}, edit.after or {}
        for name in became or was:
            first = changes[name].before if name in changes else was.get(name)
            changes[name] = FieldChange(name, first, became.get(name))
    hidden = {"id", "uid", "version", "created_utc", "changed_utc", "origin"}
    return tuple(change for name, change in changes.items() if name not in hidden and change.before != change.after)

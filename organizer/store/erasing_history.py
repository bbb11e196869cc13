"""The past without those who were erased: journal, drafts and notes are written anew, so that no undo brings them back."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from sqlalchemy import Connection, delete, select, update

from organizer.records.attachment import Attachment
from organizer.records.base import Record
from organizer.records.donation import Donation
from organizer.records.kinds import KINDS
from organizer.records.organisation import Person
from organizer.records.tag import Tagging
from organizer.store import journal_boxes, notes
from organizer.store.progress import Progress
from organizer.store.sought import Sought
from organizer.store.tables import DRAFT, JOURNAL, META, table_of
from organizer.store.whereabouts import bunches_of_steps, texts_of_edit, told_apart

_OWN = frozenset({"id", "uid", "version", "created_utc", "changed_utc", "sha256"})
_HANGS = {Tagging.KIND: ("record_kind", "record_uid"), Attachment.KIND: ("owner_kind", "owner_uid")}
_STEP = select(JOURNAL.c.id, JOURNAL.c.label, JOURNAL.c.origin, JOURNAL.c.edits)
_Row = dict[str, Any]
_Link = tuple[type[Record], str, type[Record], bool]


@cache
def links() -> tuple[_Link, ...]:
    """Every foreign key: of which kind, its column, to which kind, and whether it may be empty."""
    kinds = {table_of(kind): kind for kind in KINDS.values()}
    return tuple(
        (kind, key.parent.name, kinds[key.column.table], bool(key.parent.nullable))
        for kind in KINDS.values()
        for key in sorted(table_of(kind).foreign_keys, key=lambda each: each.parent.name)
    )


def without(value: Any, sought: Sought) -> Any:
    """A value as JSON has it, with what is sought blotted out of every text in it."""
    if isinstance(value, str):
        return sought.without(value)
    if isinstance(value, dict):
        return {sought.without(key): without(inner, sought) for key, inner in value.items()}
    if isinstance(value, list):
        return [without(inner, sought) for inner in value]
    return value


class History:
    """`gone` are the records that went, with their uids; `givers` the words that gifts have for their giver now."""

    def __init__(
        self,
        sought: Sought,
        stays: frozenset[tuple[str, int, str]],
        gone: Mapping[type[Record], Mapping[int, str]],
        givers: Mapping[int, str],
    ) -> None:
        self._sought, self._stays, self._givers = sought, stays, givers
        self._gone = {kind.KIND: frozenset(ids) for kind, ids in gone.items()}
        self._uids = {(kind.KIND, uid) for kind, ids in gone.items() for uid in ids.values()}
        self._people = self._gone.get(Person.KIND, frozenset())
        self._cut: dict[str, list[tuple[str, frozenset[int], bool]]] = {}
        for kind, name, target, may_be_empty in links():
            if target.KIND in self._gone:
                self._cut.setdefault(kind.KIND, []).append((name, self._gone[target.KIND], may_be_empty))

    def rewrite(self, connection: Connection, progress: Progress) -> None:
        for ids, size in bunches_of_steps(connection):
            for row in connection.execute(_STEP.where(JOURNAL.c.id.in_(ids))).all():
                self._rewrite_step(connection, row)
            progress.advance(size)
        self._rewrite_drafts(connection)
        self._rewrite_notes(connection)

    def _rewrite_step(self, connection: Connection, row: Any) -> None:
        anew_by_name = {name: self._sought.without(getattr(row, name)) for name in ("label", "origin")}
        values: _Row = {name: words for name, words in anew_by_name.items() if words != getattr(row, name)}
        if row.edits is not None:
            edits = journal_boxes.unpacked(connection, row.edits)
            anew = list(self._edits(edits))
            if len(anew) != len(edits) or any(one is not other for one, other in zip(anew, edits, strict=True)):
                values |= {"edits": journal_boxes.packed(connection, anew), **({} if anew else {"count": 0})}
        if values:
            connection.execute(update(JOURNAL).where(JOURNAL.c.id == row.id).values(values))

    def _edits(self, edits: list[Any]) -> Iterator[Any]:
        """Those that stay; one in which nothing is to be changed as it is."""
        for edit, may in told_apart(edits, texts_of_edit, self._sought):
            kind, number, before, after, *box = edit
            if number in self._gone.get(kind, ()) or any(self._hung(kind, side) for side in (before, after) if side):
                continue
            if not may and not (kind == Donation.KIND and number in self._givers) and not self._is_cut(kind, before, after):
                yield edit
                continue
            was, became = (side and self._side(kind, number, side) for side in (before, after))
            if (was, became) == (before, after):
                yield edit
            elif was != became or box:
                yield [kind, number, was, became, *box]

    def _is_cut(self, kind: str, before: _Row | None, after: _Row | None) -> bool:
        """Whether it links to somebody who went."""
        return any(side and side.get(name) in ids for name, ids, _may in self._cut.get(kind, ()) for side in (before, after))

    def _hung(self, kind: str, side: _Row) -> bool:
        """Whether this could not be without somebody who went: it was deleted before them."""
        if kind in _HANGS:
            of_kind, of_uid = _HANGS[kind]
            if (side.get(of_kind), side.get(of_uid)) in self._uids:
                return True
        return any(not may_be_empty and side.get(name) in ids for name, ids, may_be_empty in self._cut.get(kind, ()))

    def _side(self, kind: str, number: int, side: _Row) -> _Row:
        anew = {
            name: value if name in _OWN or (kind, number, name) in self._stays else without(value, self._sought)
            for name, value in side.items()
        }
        for name, ids, _may_be_empty in self._cut.get(kind, ()):
            if anew.get(name) in ids:
                anew[name] = None
        if kind == Donation.KIND and "giver" in anew and number in self._givers:
            anew["giver"] = self._givers[number]
        return anew

    def _rewrite_drafts(self, connection: Connection) -> None:
        for kind, name, fields in connection.execute(select(DRAFT.c.kind, DRAFT.c.name, DRAFT.c.fields)).all():
            row = (DRAFT.c.kind == kind) & (DRAFT.c.name == name)
            if (kind, name) in self._uids:
                connection.execute(delete(DRAFT).where(row))
                continue
            said = notes.read_draft(connection, kind, name, fields) or {}
            anew = {key: self._drafted(key, value) for key, value in said.items()}
            if anew != said:
                connection.execute(update(DRAFT).where(row).values(fields=notes.written_draft(connection, kind, name, anew)))

    def _drafted(self, key: str, value: Any) -> Any:
        if key.endswith("person_id") and isinstance(value, dict) and value.get("id") in self._people:
            return None
        return without(value, self._sought)

    def _rewrite_notes(self, connection: Connection) -> None:
        notes.forget_counted(connection)
        for key, value in connection.execute(select(META.c.key, META.c.value)).all():
            try:
                said = json.loads(value)
            except ValueError:
                said = value
            anew = without(said, self._sought)
            if anew != said:
                notes.set_meta(connection, key, anew if isinstance(said, str) and said is value else json.dumps(anew))

"""One user action while it is under way: records saved and deleted in one transaction, noted down for the journal."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any, TypeVar

from sqlalchemy import Connection, Select, select
from sqlalchemy.orm import Session

from organizer.errors import MissingRecord, Problems, UserError
from organizer.i18n import _
from organizer.records.attachment import Attachment
from organizer.records.base import Record
from organizer.records.tag import Tagging
from organizer.store import labels, record_rows, replay, search
from organizer.store.hanging import Owners, going_with, owners_of, search_anew
from organizer.store.journal_entries import Edit
from organizer.store.rows import Row, changed_between, row_of
from organizer.store.sealed_kinds import refuse_closed

R = TypeVar("R", bound=Record)


class Change:
    """Saves and deletes inside one transaction. Made by `Store.change`; nothing of it stands until that block ends."""

    def __init__(self, connection: Connection, *, origin: str) -> None:
        self.connection = connection
        self.edits: list[Edit] = []
        self.label = ""
        self.owners: Owners = {}
        """On whose tags and pictures it touched; known when it is settled."""
        self._origin = origin
        self._as_they_were: list[tuple[Record, Row]] = []

    def save(self, record: R) -> R:
        """Write one record and give it its id. Problems when it may not be saved, ChangedMeanwhile when another did.

        CompartmentClosed where its words could not be sealed now.
        """
        refuse_closed(self.connection, [type(record)])
        problems = record.problems()
        if problems:
            raise Problems(problems, _("This cannot be saved yet."), problems[0].sentence)
        self._remember(record)
        if record.is_new():
            self._insert(record)
        else:
            self._update(record)
        return record

    def delete(self, record: Record) -> None:
        """Delete one record with its tags, the pictures that only it shows and what goes with it. Refused while it is used."""
        kind = type(record)
        refuse_closed(self.connection, [kind])
        row = self._standing(kind, record.id)
        if row["version"] != record.version:
            raise replay.changed_meanwhile()
        parts = [part for query in going_with(record) for part in self.records(query)]
        used = replay.users(self.connection, kind, record.id) - len(parts)
        if used:
            raise UserError(*labels.in_use(used))
        self._note(labels.deleted(kind.KIND))
        for part in parts:
            self.delete(part)
        # Before what hangs on it: a record points to its own pictures
        self._apply(Edit(kind, record.id, row, None))
        for hung in self._hanging_on(kind, row["uid"]):
            self.delete(hung)

    def records(self, query: Select[R]) -> list[R]:
        """The records of a query, as this change has left them so far."""
        return records_of(self.connection, query)

    def first(self, query: Select[R]) -> R | None:
        found = self.records(query.limit(1))
        return found[0] if found else None

    def replay(self, edits: list[Edit]) -> None:
        """Bring rows from `before` to `after`. ChangedMeanwhile when a row is not as `before` says."""
        replay.replay(self.connection, edits)
        self.edits += edits

    def forget(self) -> None:
        """The transaction was rolled back: records handed in are again as new or as old as they were, and can be saved again."""
        for record, stamps in reversed(self._as_they_were):
            for name, value in stamps.items():
                setattr(record, name, value)

    def _remember(self, record: Record) -> None:
        stamps = ("id", "version", "created_utc", "changed_utc", "origin")
        self._as_they_were.append((record, {name: getattr(record, name) for name in stamps}))

    def settle(self) -> None:
        """The last thing in a step: records whose tags or pictures changed have changed with them."""
        self.owners = owners_of(self.connection, self.edits)
        search_anew(self.connection, self.owners)

    def kinds(self) -> frozenset[type[Record]]:
        """Every kind that is not as it was."""
        return frozenset({edit.kind for edit in self.edits} | set(self.owners))

    def _note(self, label: str) -> None:
        self.label = self.label or label

    def _insert(self, record: Record) -> None:
        now = datetime.now(UTC)
        kind = type(record)
        record.origin = record.origin or self._origin
        record.version, record.created_utc, record.changed_utc = 1, now, now
        row = {name: value for name, value in row_of(record).items() if name != "id"}
        record.id = record_rows.add(self.connection, kind, row)
        row["id"] = record.id
        search.feed(self.connection, kind, {record.id: row})
        self.edits.append(Edit(kind, record.id, None, row))
        self._note(labels.added(kind.KIND))

    def _update(self, record: Record) -> None:
        kind = type(record)
        standing = self._standing(kind, record.id)
        if standing["version"] != record.version:
            raise replay.changed_meanwhile()
        before, after = changed_between(standing, row_of(record))
        if not after:
            return
        self._apply(Edit(kind, record.id, before, after))
        record.version += 1
        self._note(labels.changed(kind.KIND))

    def _apply(self, edit: Edit) -> None:
        replay.apply(self.connection, [edit])
        self.edits.append(edit)

    def _standing(self, kind: type[Record], record_id: int) -> Row:
        found = replay.rows_with(self.connection, kind, [record_id])
        if not found:
            raise missing()
        return found[record_id]

    def _hanging_on(self, kind: type[Record], uid: str) -> list[Record]:
        tags = self.records(select(Tagging).where(Tagging.record_kind == kind.KIND, Tagging.record_uid == uid))
        pictures = self.records(select(Attachment).where(Attachment.owner_kind == kind.KIND, Attachment.owner_uid == uid))
        return [*tags, *(picture for picture in pictures if not replay.users(self.connection, Attachment, picture.id))]


def missing() -> MissingRecord:
    return MissingRecord(_("This record is not in the file any more."), _("If it was deleted by mistake, Undo brings it back."))


def records_of(connection: Connection, query: Select[R]) -> list[R]:
    """Fresh detached copies of the records of a query."""
    with Session(connection, expire_on_commit=False, autoflush=False) as session:
        found = list(session.scalars(query).unique())
        session.expunge_all()
    return found


def read(connection: Connection, query: Any) -> list[Any]:
    """Rows of a query as plain tuples."""
    return [tuple(row) for row in connection.execute(query)]

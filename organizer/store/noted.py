"""What an open file has noted of itself: its steps, the history of a record, its own notes, and drafts of unsaved forms."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from organizer.records.base import Record
from organizer.store import journal, notes
from organizer.store.journal_entries import HistoryEntry, JournalEntry
from organizer.store.lane import Lane


class Noted:
    """Asked through the file's lane. `OpenFile` opens and closes that."""

    _lane: Lane

    def next_undo(self) -> JournalEntry | None:
        with self._lane.reading() as connection:
            return journal.next_undo(connection)

    def next_redo(self) -> JournalEntry | None:
        with self._lane.reading() as connection:
            return journal.next_redo(connection)

    def lately(self, limit: int = 10) -> list[JournalEntry]:
        """The last steps that stand, the newest first."""
        with self._lane.reading() as connection:
            return journal.lately(connection, limit)

    def history(self, record: Record) -> list[HistoryEntry]:
        """Every step that touched this record, the newest first."""
        with self._lane.reading() as connection:
            return journal.history(connection, type(record), record.id, record.uid)

    def meta(self, key: str, default: str = "") -> str:
        """One of the file's own notes."""
        with self._lane.reading() as connection:
            return notes.meta(connection, key, default)

    def set_meta(self, key: str, value: str) -> None:
        """Write one of the file's own notes; not a step, so undo leaves it alone."""
        with self._lane.noting() as connection:
            notes.set_meta(connection, key, value)

    def draft(self, kind: str, name: str) -> dict[str, Any] | None:
        """What stood in an unsaved form; `name` is the record's uid or says that it is new."""
        with self._lane.reading() as connection:
            return notes.draft(connection, kind, name)

    def keep_draft(self, kind: str, name: str, fields: Mapping[str, Any]) -> None:
        """Keep what stands in an unsaved form: plain values, as JSON has them."""
        with self._lane.noting() as connection:
            notes.keep_draft(connection, kind, name, fields)

    def drop_draft(self, kind: str, name: str) -> None:
        with self._lane.noting() as connection:
            notes.drop_draft(connection, kind, name)

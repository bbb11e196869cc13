"""An open file as a whole: its journal, notes, drafts, backups, checks, and its closing. `Store` adds the records."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from organizer import paths
from organizer.records.base import Record
from organizer.store import backup, checks, journal, notes
from organizer.store.backup import Backup
from organizer.store.journal_entries import HistoryEntry, JournalEntry
from organizer.store.key import Key
from organizer.store.lane import Lane
from organizer.store.lock import FileLock

_ALWAYS_PROVED_FULLY = 64 * 2**20
"""In bytes."""


class OpenFile:
    """Holds the file's lane, lock and key until it is closed."""

    def __init__(self, path: Path, connection: Any, *, lock: FileLock, key: Key | None) -> None:
        self.path = path
        self._key = key
        self._lock = lock
        self._lane = Lane(connection)

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

    def back_up(self, folder: Path | None = None) -> Backup:
        """Make a verified copy, by default in the backup folder beside the file, and thin out this file's old ones there.

        Others wait only while it is copied, not while it is proved.
        """
        folder = folder or paths.backups(self.path)
        depth = self._depth()
        with self._lane.held():
            number = backup.next_number(folder, self.path.stem, int(self.meta("backups", "0")))
            self.set_meta("backups", str(number))
            step = self._last_step()
            with self._lane.bare() as bare:
                copy = backup.copy(bare, folder)
        made = backup.keep(copy, self._key, stem=self.path.stem, number=number, depth=depth)
        self._note_backup(made, step, depth)
        # Elsewhere plain copies may be those of another file of this name: nothing tells them apart
        if self._key is not None or folder == paths.backups(self.path):
            backup.thin(folder, self.path.stem, self._key)
        return made

    def _depth(self) -> str:
        """Large files are proved fully once a week, as that takes half a minute; others every time."""
        last = date.fromisoformat(self.meta("proved_fully_on", "2000-01-01"))
        small = self.path.stat().st_size <= _ALWAYS_PROVED_FULLY
        return checks.FULL if small or abs(date.today() - last) >= timedelta(days=7) else checks.QUICK

    def _note_backup(self, made: Backup, step: int, depth: str) -> None:
        with self._lane.writing() as connection:
            notes.set_meta(connection, "backed_up_step", str(step))
            notes.set_meta(connection, "last_backup", made.to_json())
            if depth == checks.FULL:
                notes.set_meta(connection, "proved_fully_on", made.at_utc.date().isoformat())

    def last_backup(self) -> Backup | None:
        said = self.meta("last_backup")
        return Backup.from_json(said) if said else None

    def needs_backup(self) -> bool:
        """Whether a step was taken since the last backup."""
        return self._last_step() > int(self.meta("backed_up_step", "0"))

    def _last_step(self) -> int:
        with self._lane.reading() as connection:
            return journal.last_step(connection)

    def check(self) -> None:
        """DamagedFile unless every page, table and reference is whole. Reads all of the file: for a worker thread."""
        with self._lane.bare() as bare:
            checks.prove_whole(bare, depth=checks.FULL)

    def _leave(self) -> None:
        """What is still to be written before closing."""

    def close(self, back_up: bool = True) -> None:
        """Close the file and give up its lock; `back_up` makes a verified copy first if something changed since the last.

        A backup that fails is raised after the file was closed. Closing twice is closing once.
        """
        if self._lane.is_closed():
            return
        try:
            if back_up and self.needs_backup():
                self.back_up()
            self._leave()
        finally:
            self._lane.close()
            self._lock.release()

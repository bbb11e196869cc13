"""The store: the only holder of a session. Records come out detached; every action is one transaction and one journal row."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Connection, Select, func, select
from sqlalchemy.orm import Session

from organizer.records.base import Record
from organizer.store import engine, faults, journal, notes, search
from organizer.store.change import Change, missing, read
from organizer.store.journal import Edit, HistoryEntry, JournalEntry
from organizer.store.key import Key
from organizer.store.listing import ListQuery, RecordList, ids_of
from organizer.store.lock import FileLock

R = TypeVar("R", bound=Record)


@dataclass(frozen=True)
class Changes:
    """What a step changed: which kinds, and the journal's row of it."""

    kinds: frozenset[type[Record]]
    entry: JournalEntry | None


@dataclass(frozen=True)
class SearchHit:
    """One record that a search found. Its words are its `title()`."""

    kind: type[Record]
    id: int


class Store:
    """One open file. Safe to use from several threads: all work goes through one lane."""

    def __init__(self, path: Path, connection: Any, *, lock: FileLock, key: Key | None, origin: str = "") -> None:
        self.path = path
        self._key = key
        self._bare = connection
        self._lock = lock
        self._lane = threading.RLock()
        self._engine = engine.engine_over(connection)
        self._connection = self._engine.connect()
        self._change: Change | None = None
        self._observers: list[Callable[[Changes], None]] = []
        if origin:
            self.set_meta("branch", origin)
        self.origin = self.meta("branch")

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with self._lane, faults.in_words():
            try:
                yield self._connection
            finally:
                if self._change is None:
                    self._connection.rollback()

    def get(self, kind: type[R], record_id: int) -> R:
        """A fresh copy of one record. MissingRecord when it is gone."""
        return self._one(select(kind).where(kind.id == record_id))

    def by_uid(self, kind: type[R], uid: str) -> R:
        return self._one(select(kind).where(kind.uid == uid))

    def _one(self, query: Select[R]) -> R:
        found = self.records(query)
        if not found:
            raise missing()
        return found[0]

    def records(self, query: Select[R]) -> list[R]:
        """Fresh copies of the records of a query."""
        with self._reading() as connection, Session(connection, expire_on_commit=False, autoflush=False) as session:
            found = list(session.scalars(query).unique())
            session.expunge_all()
        return found

    def records_with(self, kind: type[R], ids: Sequence[int]) -> list[R]:
        """The records with these ids, in their order; those that are gone are left out."""
        known = {record.id: record for record in self.records(select(kind).where(kind.id.in_(ids)))}
        return [known[record_id] for record_id in ids if record_id in known]

    def first(self, query: Select[R]) -> R | None:
        found = self.records(query.limit(1))
        return found[0] if found else None

    def rows(self, query: Any) -> list[Any]:
        """The rows of a query over columns, as tuples."""
        with self._reading() as connection:
            return read(connection, query)

    def count(self, query: Any) -> int:
        """How many rows a query has."""
        with self._reading() as connection:
            return connection.execute(select(func.count()).select_from(query.order_by(None).subquery())).scalar_one()

    @contextmanager
    def change(self, label: str | None = None) -> Iterator[Change]:
        """One user action: one transaction, one journal row, one undo step. An exception in the block undoes all of it."""
        with self._lane, faults.in_words():
            if self._change is not None:
                raise RuntimeError("a change is under way already")
            change = Change(self._connection, origin=self.origin)
            with self._in_transaction(change):
                yield change
                entry = self._noted(change, label) if change.edits else None
        if entry is not None:
            self._tell(change, entry)

    @contextmanager
    def _in_transaction(self, change: Change) -> Iterator[None]:
        self._change = change
        try:
            yield
            self._connection.commit()
        except BaseException:
            self._connection.rollback()
            raise
        finally:
            self._change = None

    def _noted(self, change: Change, label: str | None, step: str = journal.DO, of_id: int | None = None) -> JournalEntry:
        return journal.write(
            self._connection,
            change.edits,
            at_utc=datetime.now(UTC),
            label=label or change.label,
            origin=self.origin,
            step=step,
            of_id=of_id,
        )

    def _tell(self, change: Change, entry: JournalEntry) -> None:
        changes = Changes(frozenset(edit.kind for edit in change.edits), entry)
        for observer in list(self._observers):
            observer(changes)

    def save(self, record: R, label: str | None = None) -> R:
        """Save one record as a step of its own; returns a fresh copy."""
        with self.change(label) as change:
            saved = change.save(record)
        return self.get(type(saved), saved.id)

    def delete(self, record: Record, label: str | None = None) -> None:
        """Delete one record as a step of its own. UserError while other records point to it."""
        with self.change(label) as change:
            change.delete(record)

    def undo(self) -> JournalEntry | None:
        """Take back the last step; the step taken back, None when there is none."""
        entry = self.next_undo()
        return None if entry is None else self._replay(entry, journal.UNDO)

    def redo(self) -> JournalEntry | None:
        """Bring back the step that was taken back last."""
        entry = self.next_redo()
        return None if entry is None else self._replay(entry, journal.REDO)

    def undo_entry(self, entry_id: int) -> JournalEntry:
        """Take back one step out of turn. ChangedMeanwhile when a later one touched the same records."""
        with self._reading() as connection:
            entry = journal.entry(connection, entry_id)
            if entry is None or entry.undone or entry.step != journal.DO:
                raise missing()
            if journal.touched_later(connection, entry_id):
                raise journal.touched_since()
        return self._replay(entry, journal.UNDO)

    def _replay(self, entry: JournalEntry, step: str) -> JournalEntry:
        with self._lane, faults.in_words():
            change = Change(self._connection, origin=self.origin)
            with self._in_transaction(change):
                edits: list[Edit] = journal.edits_of(self._connection, entry.id)
                change.apply(journal.backwards(edits) if step == journal.UNDO else edits)
                self._noted(change, entry.label, step, entry.id)
                journal.set_undone(self._connection, entry.id, step == journal.UNDO)
        self._tell(change, entry)
        return entry

    def next_undo(self) -> JournalEntry | None:
        with self._reading() as connection:
            return journal.next_undo(connection)

    def next_redo(self) -> JournalEntry | None:
        with self._reading() as connection:
            return journal.next_redo(connection)

    def lately(self, limit: int = 10) -> list[JournalEntry]:
        with self._reading() as connection:
            return journal.lately(connection, limit)

    def history(self, record: Record) -> list[HistoryEntry]:
        """Every step that touched this record, the newest first."""
        with self._reading() as connection:
            return journal.history(connection, type(record), record.id)

    def observe(self, observer: Callable[[Changes], None]) -> None:
        """Call this after every step, on the thread that took it."""
        self._observers.append(observer)

    def listing(self, query: ListQuery[R]) -> RecordList[R]:
        """The records that a query lists, by position."""
        with self._reading() as connection:
            return RecordList(self, query, ids_of(connection, query))

    def search(self, typed: str, limit: int = 20) -> list[SearchHit]:
        """Records of all kinds whose own text holds every word typed, the best first."""
        words = search.query_words(typed)
        if not words:
            return []
        with self._reading() as connection:
            hits = [
                (rank, SearchHit(kind, found))
                for kind in search.searched_kinds()
                for rank, found in search.best(connection, kind, words, limit)
            ]
        return [hit for _rank, hit in sorted(hits, key=lambda pair: pair[0])[:limit]]

    def meta(self, key: str, default: str = "") -> str:
        """One of the file's own notes."""
        with self._reading() as connection:
            return notes.meta(connection, key, default)

    def set_meta(self, key: str, value: str) -> None:
        """Write one of the file's own notes; not a step, so undo leaves it alone."""
        with self._lane, faults.in_words(), self._noting() as connection:
            notes.set_meta(connection, key, value)

    @contextmanager
    def _noting(self) -> Iterator[Connection]:
        try:
            yield self._connection
            if self._change is None:
                self._connection.commit()
        except BaseException:
            if self._change is None:
                self._connection.rollback()
            raise

    def close(self, back_up: bool = True) -> None:
        """Close the file and give up its lock; `back_up` makes a verified copy first if something changed."""
        del back_up
        with self._lane:
            self._connection.close()
            self._engine.dispose()
            self._bare.close()
            self._lock.release()

"""The store: an open file that can be changed. Every action is one transaction, one journal row and one undo step."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Connection

from organizer.errors import StorageFault
from organizer.records.attachment import Attachment
from organizer.records.base import Record
from organizer.store import attachments, compartment_views, journal
from organizer.store.change import Change
from organizer.store.counts import Counts
from organizer.store.journal_entries import DO, REDO, UNDO, JournalEntry
from organizer.store.key import Key
from organizer.store.lock import FileLock
from organizer.store.originals import Originals
from organizer.store.reads import Reads
from organizer.store.shelf import Shelf
from organizer.store.sums import Sums

R = TypeVar("R", bound=Record)


@dataclass(frozen=True)
class Changes:
    """What a step changed: which kinds, and the journal's row of it."""

    kinds: frozenset[type[Record]]
    entry: JournalEntry | None


class Store(Reads):
    """Safe to use from several threads: all work goes through one lane. UserErrors of the disk may come from every method."""

    def __init__(
        self, path: Path, connection: Any, *, lock: FileLock, key: Key | None, origin: str = "", only_looking: bool = False
    ) -> None:
        super().__init__(path, connection, lock=lock, key=key, only_looking=only_looking)
        self._observers: list[Callable[[Changes], None]] = []
        self._originals = Originals()
        with self._lane.reading() as connection:
            left_behind = self._originals.are_known(connection)
        if left_behind and not only_looking:  # the program died before it closed the file
            with self._lane.writing() as connection:
                self._originals.forget(connection)
        if origin:
            self.set_meta("branch", origin)
        self.origin = self.meta("branch")

    def _leave(self) -> None:
        # On a full disk the file is closed all the same: what is not kept here is counted anew next time
        with suppress(StorageFault), self._lane.writing() as connection:
            self._counts.keep(connection, lambda kind, filters: Shelf(kind).count(connection, filters))
            self._sums.keep(connection)
            self._originals.forget(connection)

    # Changing

    @contextmanager
    def change(self, label: str | None = None) -> Iterator[Change]:
        """One user action: one transaction, one journal row, one undo step. An exception in the block undoes all of it."""
        with self._step(label) as change:
            yield change

    @contextmanager
    def _step(self, label: str | None, *, step: str = DO, of_id: int | None = None) -> Iterator[Change]:
        noted: list[JournalEntry] = []
        with self._lane.held():
            change: Change | None = None
            try:
                with self._lane.writing(lambda connection: _stands(connection, noted)) as connection:
                    change = Change(connection, origin=self.origin)
                    yield change
                    if change.edits:
                        noted.append(self._note(change, label or change.label, step=step, of_id=of_id))
            except BaseException:
                if change is not None:
                    change.forget()
                raise
            self._shelve(change)
        if noted:
            self._tell(Changes(change.kinds(), noted[0]))

    def save(self, record: R, label: str | None = None) -> R:
        """Save one record as a step of its own; returns a fresh copy. Problems, ChangedMeanwhile."""
        with self.change(label) as change:
            saved = change.save(record)
        return self._fresh(saved)

    def delete(self, record: Record, label: str | None = None) -> None:
        """Delete one record as a step of its own. UserError while other records point to it."""
        with self.change(label) as change:
            change.delete(record)

    def attach(self, data: bytes, name: str, owner: Record | None) -> Attachment:
        """Take a picture into the file, as pixels only. UserError for what is no picture."""
        picture = attachments.clean(data)
        with self.change() as change:
            kept = attachments.keep(change, picture, name=name, owner=owner)
        return self._fresh(kept)

    def _fresh(self, saved: R) -> R:
        """A saved record read anew. It stands: a fault in reading must not tell otherwise."""
        try:
            return self.get(type(saved), saved.id)
        except StorageFault:
            return saved

    def observe(self, observer: Callable[[Changes], None]) -> None:
        """Call this after every step, on the thread that took it."""
        self._observers.append(observer)

    def rewrite(self) -> None:
        """Write the file anew, page by page, so that none of its pages keeps what was deleted."""
        with self._lane.bare() as bare:
            bare.execute("VACUUM")

    @contextmanager
    def beside_history(
        self,
        kinds: Iterable[type[Record]],
        stands: Callable[[Connection], bool] | None = None,
        *,
        then: Callable[[], None] | None = None,
    ) -> Iterator[Connection]:
        """One transaction that is no step: the journal does not learn of it and nothing undoes it. For erasing and sealing.

        `then` is done once it stands, and before it is told: whoever is told asks the file at once.
        """
        with self._lane.held():
            try:
                with self._lane.writing(stands) as connection:
                    yield connection
            except BaseException:
                with self._lane.reading() as connection:
                    compartment_views.draw_all(connection)
                raise
            finally:
                self._forget_what_was_read()
        try:
            if then is not None:
                then()
        finally:
            self.tell_anew(kinds)

    def _forget_what_was_read(self) -> None:
        self._shelves.clear()
        self._counts, self._sums = Counts(), Sums()

    @contextmanager
    def drawing(self, *, seen: bool = True) -> Iterator[Connection]:
        """The connection for changing what stands in memory alone, before a kind's table: not a byte of the file changes.

        Where it is not `seen` yet, what was read stays true.
        """
        with self._lane.held():
            with self._lane.reading() as connection, compartment_views.drawing(connection):
                yield connection
            if seen:
                self._forget_what_was_read()

    def tell_anew(self, kinds: Iterable[type[Record]]) -> None:
        """Tell everybody that records of these kinds read otherwise now, though no step was taken."""
        self._tell(Changes(frozenset(kinds), None))

    def _note(self, change: Change, label: str, *, step: str, of_id: int | None) -> JournalEntry:
        change.settle()
        self._originals.settle(change.connection)
        at = datetime.now(UTC)
        edits, owners = change.edits, change.owners
        return journal.write(change.connection, edits, owners, at_utc=at, label=label, origin=self.origin, step=step, of_id=of_id)

    def _shelve(self, change: Change) -> None:
        for shelf in self._shelves.values():
            shelf.note(change.edits, change.owners)
        if change.edits:
            self._counts.forget(change.kinds())
            self._sums.forget(change.kinds())

    def _tell(self, changes: Changes) -> None:
        for observer in list(self._observers):
            observer(changes)

    # Undo and history

    def undo(self) -> JournalEntry | None:
        """Take back the last step; the step taken back, None when there is none."""
        entry = self.next_undo()
        return None if entry is None else self._replay(entry, UNDO)

    def redo(self) -> JournalEntry | None:
        """Bring back the step that was taken back last."""
        entry = self.next_redo()
        return None if entry is None else self._replay(entry, REDO)

    def undo_entry(self, entry_id: int) -> JournalEntry:
        """Take back one step out of turn. ChangedMeanwhile when a later one touched the same records."""
        with self._lane.reading() as connection:
            entry = journal.standing(connection, entry_id)
        return self._replay(entry, UNDO)

    def _replay(self, entry: JournalEntry, step: str) -> JournalEntry:
        with self._step(entry.label, step=step, of_id=entry.id) as change:
            edits = journal.edits_of(change.connection, entry.id)
            change.replay(journal.backwards(edits) if step == UNDO else edits)
            journal.set_undone(change.connection, entry.id, undone=step == UNDO)
        return entry


def _stands(connection: Connection, noted: Sequence[JournalEntry]) -> bool:
    """Whether the journal holds the step just noted: then its commit went through, whatever was reported."""
    return bool(noted) and journal.entry(connection, noted[0].id) == noted[0]

"""The store: one open file. Records come out detached; every action is one transaction, one journal row and one undo step."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Connection, Select, func, select

from organizer.errors import StorageFault
from organizer.records.attachment import Attachment
from organizer.records.base import Record
from organizer.store import attachments, journal, search
from organizer.store.change import Change, missing, read, records_of
from organizer.store.counts import Counts
from organizer.store.journal_entries import DO, REDO, UNDO, JournalEntry
from organizer.store.key import Key
from organizer.store.listing import ListQuery, RecordList, all_ids, open_list
from organizer.store.lock import FileLock
from organizer.store.open_file import OpenFile
from organizer.store.orders import Ids
from organizer.store.originals import Originals
from organizer.store.rows import whole
from organizer.store.search import SearchHit
from organizer.store.shelf import Shelf
from organizer.store.sums import Sums

R = TypeVar("R", bound=Record)
_NO_MORE = object()


@dataclass(frozen=True)
class Changes:
    """What a step changed: which kinds, and the journal's row of it."""

    kinds: frozenset[type[Record]]
    entry: JournalEntry | None


class Store(OpenFile):
    """Safe to use from several threads: all work goes through one lane. UserErrors of the disk may come from every method."""

    def __init__(
        self, path: Path, connection: Any, *, lock: FileLock, key: Key | None, origin: str = "", only_looking: bool = False
    ) -> None:
        super().__init__(path, connection, lock=lock, key=key, only_looking=only_looking)
        self._observers: list[Callable[[Changes], None]] = []
        self._shelves: dict[type[Record], Shelf] = {}
        self._counts, self._sums, self._originals = Counts(), Sums(), Originals()
        with self._lane.reading() as connection:
            self._counts.load(connection)
            self._sums.load(connection)
            left_behind = self._originals.are_known(connection)
        if left_behind and not only_looking:  # the program died before it closed the file
            with self._lane.writing() as connection:
                self._originals.forget(connection)
        if origin:
            self.set_meta("branch", origin)
        self.origin = self.meta("branch")

    # Reading

    def get(self, kind: type[R], record_id: int) -> R:
        """A fresh copy of one record. MissingRecord when it is gone."""
        return self._one(whole(kind).where(kind.id == record_id))

    def by_uid(self, kind: type[R], uid: str) -> R:
        return self._one(whole(kind).where(kind.uid == uid))

    def _one(self, query: Select[R]) -> R:
        found = self.records(query)
        if not found:
            raise missing()
        return found[0]

    def records(self, query: Select[R]) -> list[R]:
        """Fresh copies of the records of a query, without what hangs on them."""
        with self._lane.reading() as connection:
            return records_of(connection, query)

    def first(self, query: Select[R]) -> R | None:
        found = self.records(query.limit(1))
        return found[0] if found else None

    def records_with(self, kind: type[R], ids: Sequence[int]) -> list[R]:
        """The records with these ids, in their order; those that are gone are left out."""
        known = {record.id: record for record in self.records(whole(kind).where(kind.id.in_(ids)))}
        return [known[record_id] for record_id in ids if record_id in known]

    def rows(self, query: Any) -> list[Any]:
        """The rows of a query over columns, as tuples."""
        with self._lane.reading() as connection:
            return read(connection, query)

    def sums(self, query: Any) -> list[tuple[Any, ...]]:
        """The rows of a query that reads a whole table, remembered for as long as they stay true."""
        with self._lane.reading() as connection:
            return (Sums() if self._lane.is_writing() else self._sums).rows(connection, query)

    def count(self, query: Any) -> int:
        """How many rows a query has."""
        with self._lane.reading() as connection:
            return connection.execute(select(func.count()).select_from(query.order_by(None).subquery())).scalar_one()

    def listing(self, query: ListQuery[R]) -> RecordList[R]:
        """The records that a query lists, by position."""
        with self._lane.reading() as connection:
            counts = Counts() if self._lane.is_writing() else self._counts
            return RecordList(self, query, *open_list(connection, self._shelf(query.kind), query, counts))

    def all_ids(self, query: ListQuery[R]) -> Ids:
        """Every id of a list, in its order."""
        with self._lane.reading() as connection:
            return all_ids(connection, self._shelf(query.kind), query)

    def warm(self, query: ListQuery[R]) -> None:
        """Read into memory what typing in a list's search field will ask for. Others get the lane in between."""
        with self._lane.reading() as connection:
            pieces = self._shelf(query.kind).warm(connection, query.filters, query.sort_name())
        more = True
        while more:
            with self._lane.reading():
                more = next(pieces, _NO_MORE) is not _NO_MORE

    def _shelf(self, kind: type[R]) -> Shelf:
        """What is held of a kind; inside a change one that is forgotten with it."""
        if self._lane.is_writing():
            return Shelf(kind)
        return self._shelves.setdefault(kind, Shelf(kind))

    def _leave(self) -> None:
        # On a full disk the file is closed all the same: what is not kept here is counted anew next time
        with suppress(StorageFault), self._lane.writing() as connection:
            self._counts.keep(connection, lambda kind, filters: Shelf(kind).count(connection, filters))
            self._sums.keep(connection)
            self._originals.forget(connection)

    def search(self, typed: str, limit: int = 20) -> list[SearchHit]:
        """Records of all kinds whose own text holds every word typed, the best first."""
        with self._lane.reading() as connection:
            return search.everywhere(connection, typed, limit)

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
        return self.get(type(saved), saved.id)

    def delete(self, record: Record, label: str | None = None) -> None:
        """Delete one record as a step of its own. UserError while other records point to it."""
        with self.change(label) as change:
            change.delete(record)

    def attach(self, data: bytes, name: str, owner: Record | None) -> Attachment:
        """Take a picture into the file, as pixels only. UserError for what is no picture."""
        picture = attachments.clean(data)
        with self.change() as change:
            kept = attachments.keep(change, picture, name=name, owner=owner)
        return self.get(Attachment, kept.id)

    def pixels(self, attachment_id: int) -> bytes:
        """The encoded picture of an attachment. MissingRecord when there is none."""
        with self._lane.reading() as connection:
            data = attachments.pixels(connection, attachment_id)
        if data is None:
            raise missing()
        return data

    def observe(self, observer: Callable[[Changes], None]) -> None:
        """Call this after every step, on the thread that took it."""
        self._observers.append(observer)

    @contextmanager
    def looking(self) -> Iterator[Connection]:
        """The connection for reading what no query over records tells."""
        with self._lane.reading() as connection:
            yield connection

    def rewrite(self) -> None:
        """Write the file anew, page by page, so that none of its pages keeps what was deleted."""
        with self._lane.bare() as bare:
            bare.execute("VACUUM")

    @contextmanager
    def beside_history(self, kinds: Iterable[type[Record]]) -> Iterator[Connection]:
        """One transaction that is no step: the journal does not learn of it and nothing undoes it. For erasing alone."""
        with self._lane.held():
            with self._lane.writing() as connection:
                yield connection
            self._shelves.clear()
            self._counts, self._sums = Counts(), Sums()
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

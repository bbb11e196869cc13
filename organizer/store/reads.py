"""Reading an open file: single records, lists by position, sums and searches, from memory where that is known to be true."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Connection, Select, func, select

from organizer.records.base import Record
from organizer.store import attachments, compartment_index, search
from organizer.store.change import missing, read, records_of
from organizer.store.compartment_views import Opened
from organizer.store.counts import Counts
from organizer.store.key import Key
from organizer.store.listing import ListQuery, RecordList, all_ids, open_list
from organizer.store.lock import FileLock
from organizer.store.open_file import OpenFile
from organizer.store.orders import Ids
from organizer.store.rows import whole
from organizer.store.sealed_kinds import is_closed
from organizer.store.search import SearchHit
from organizer.store.shelf import Shelf
from organizer.store.sums import Sums

R = TypeVar("R", bound=Record)
_NO_MORE = object()
_BREATH_S = 0.0005


class Reads(OpenFile):
    """Holds what was read of large tables. `Store` adds the changes, and tells it of each."""

    def __init__(self, path: Path, connection: Any, *, lock: FileLock, key: Key | None, only_looking: bool = False) -> None:
        super().__init__(path, connection, lock=lock, key=key, only_looking=only_looking)
        self._shelves: dict[type[Record], Shelf] = {}
        self._counts, self._sums = Counts(), Sums()
        with self._lane.reading() as connection:
            self._counts.load(connection)
            self._sums.load(connection)

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
        if query.text:
            self.make_searchable()
        with self._lane.reading() as connection:
            counts = Counts() if self._lane.is_writing() else self._counts
            return RecordList(self, query, *open_list(connection, self._shelf(query.kind), query, counts))

    def all_ids(self, query: ListQuery[R]) -> Ids:
        """Every id of a list, in its order."""
        if query.text:
            self.make_searchable()
        with self._lane.reading() as connection:
            return all_ids(connection, self._shelf(query.kind), query)

    def warm(self, query: ListQuery[R]) -> None:
        """Read into memory what typing in a list's search field will ask for. Others get the lane in between."""
        self.make_searchable()
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

    def search(self, typed: str, limit: int = 20) -> list[SearchHit]:
        """Records of all kinds whose own text holds every word typed, the best first."""
        self.make_searchable()
        with self._lane.reading() as connection:
            return search.everywhere(connection, typed, limit)

    def make_searchable(self) -> None:
        """Index what compartments were opened since, in portions between which others get the lane. Else it costs nothing."""
        more = True
        while more:
            with self._lane.reading() as connection:
                if self._lane.is_writing():
                    compartment_index.within_change(connection)
                    return
                more = compartment_index.step(connection)
            if more:
                time.sleep(_BREATH_S)

    def pixels(self, attachment_id: int) -> bytes:
        """The encoded picture of an attachment. MissingRecord when there is none."""
        with self._lane.reading() as connection:
            data = attachments.pixels(connection, attachment_id)
        if data is None:
            raise missing()
        return data

    def opened(self) -> Opened:
        """What opens the compartments that are open, for a backup of this file."""
        return self._lane.opened()

    def is_hidden(self, kind: type[Record]) -> bool:
        """Whether the words of a kind lie in a closed compartment."""
        with self._lane.reading() as connection:
            return is_closed(connection, kind)

    @contextmanager
    def looking(self) -> Iterator[Connection]:
        """The connection for reading what no query over records tells."""
        with self._lane.reading() as connection:
            yield connection

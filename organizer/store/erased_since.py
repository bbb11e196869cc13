"""What of a backup was erased in the file since: records that do not come back, and rows without the words that went."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, select

from organizer.errors import UserError
from organizer.i18n import _
from organizer.records.base import Record
from organizer.records.donation import ERASED_GIVER, Donation
from organizer.records.erasure import Mark, all_erasures
from organizer.records.kinds import KINDS
from organizer.records.organisation import Person
from organizer.store.change import records_of
from organizer.store.erasing_again import sought_for_all, still_to_look_at
from organizer.store.erasing_history import without
from organizer.store.rows import Row
from organizer.store.sought import Sought
from organizer.store.store import Store
from organizer.store.whereabouts import blots_in, text_columns


class ErasedSince:
    """Known by the uids of the file's log of erasures. The words that went are read from the backup, as far as it has them."""

    def __init__(self, store: Store, backup: Connection) -> None:
        self._marks = {mark: mark.places for erasure in store.records(all_erasures()) for mark in erasure.marks()}
        people = {mark.uid for mark in self._marks if (mark.kind, mark.field) == (Person.KIND, "")}
        found = records_of(backup, select(Person).where(Person.uid.in_(people))) if people else []
        self.people = len(found)
        self._sought: Sought = sought_for_all(found)

    def went(self, kind: type[Record], uid: str) -> bool:
        return Mark(kind.KIND, uid) in self._marks

    def refuse(self, kind: type[Record], uid: str) -> None:
        """UserError for a record that was erased."""
        if self.went(kind, uid):
            raise UserError(
                _("This was erased since the backup was made, and does not come back."),
                _("If it is to be in the file again, enter it anew."),
            )

    def words_without(self, words: str) -> str:
        return self._sought.without(words)

    def row_without(self, kind: type[Record], row: Row, links: set[str]) -> Row:
        """A row as it may come back; `links` are its columns that named somebody who went."""
        anew = {**row, **dict.fromkeys(links)}
        for name in text_columns(kind):
            if name in row and not self._stays(kind, row, name):
                anew[name] = without(row[name], self._sought)
        if kind is Donation and not self._stays(kind, row, "giver") and (links or self._lost(kind, row, "giver")):
            anew["giver"] = ERASED_GIVER
        return anew

    def to_look_at(self, kind: type[Record], row: Row, may_come: Row) -> tuple[Mark, ...]:
        """Fields of a row in which fewer places lose words on its way back than an erasure had found."""
        found = []
        for name in text_columns(kind):
            mark, blots = Mark(kind.KIND, row["uid"], name), blots_in(may_come.get(name))
            missing = self._marks.get(mark, 0) - (blots - blots_in(row.get(name)))
            if mark in self._marks and still_to_look_at(may_come.get(name), blots + missing):
                found.append(replace(mark, places=blots + missing))
        return tuple(found)

    def _lost(self, kind: type[Record], row: Row, name: str) -> bool:
        return Mark(kind.KIND, row["uid"], name) in self._marks

    def _stays(self, kind: type[Record], row: Row, name: str) -> bool:
        return Mark(kind.KIND, row["uid"], name, stays=True) in self._marks


def marked_fields(store: Store, noted: list[Any]) -> list[tuple[Mark, Record]]:
    """Noted fields, each with its record, of those that still hold words to look at."""
    found = []
    for mark in map(Mark.from_text, noted):
        kind = KINDS.get(mark.kind)
        record = store.first(select(kind).where(kind.uid == mark.uid)) if kind is not None else None
        if record is not None and still_to_look_at(getattr(record, mark.field, None), mark.places):
            found.append((mark, record))
    return found

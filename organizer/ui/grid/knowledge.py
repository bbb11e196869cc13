"""Knowledge: what the grid has to know of the file, asked away from the window's thread and again after every change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Signal

from organizer.actions.letter_logging import days_of, known_letters, letters_written
from organizer.actions.letter_names import NameBook, read_names
from organizer.actions.letter_sheet import FileKey, ReadSheet
from organizer.store.store import Store
from organizer.ui.session import Session
from organizer.ui.tasks import Latest


@dataclass(frozen=True)
class Names:
    """The names of the file, and how many letters each organisation has written so far."""

    book: NameBook
    written: Mapping[int, int]


class Knowledge(QObject):
    """`named` carries the Names, `logged` the entries that the letter book already has on the days of the sheet."""

    named = Signal(object)
    logged = Signal(object)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._names: Latest[Names] = Latest(session.tasks)
        self._entries: Latest[tuple[frozenset[date], frozenset[FileKey]]] = Latest(session.tasks)
        self._campaign = -1
        self._asked: frozenset[date] = frozenset()
        self._known: frozenset[FileKey] = frozenset()

    def ask_names(self, campaign_id: int) -> None:
        """Ask anew for all names; the entries on file are asked for with the next sheet."""
        self._campaign, self._asked, self._known = campaign_id, frozenset(), frozenset()
        self._names.ask(partial(_names, self._session.store, campaign_id), self._take_names)

    def ask_entries(self, sheet: ReadSheet) -> None:
        """Ask for the entries on those days of the sheet that were not asked for yet."""
        days = days_of(sheet) - self._asked
        if days:
            self._entries.ask(partial(_entries, self._session.store, self._campaign, days), self._take)

    def _take_names(self, names: Names) -> None:
        self.named.emit(names)

    def _take(self, found: tuple[frozenset[date], frozenset[FileKey]]) -> None:
        days, known = found
        self._asked |= days
        self._known |= known
        self.logged.emit(self._known)


def _names(store: Store, campaign_id: int) -> Names:
    return Names(read_names(store.rows), letters_written(store, campaign_id))


def _entries(store: Store, campaign_id: int, days: frozenset[date]) -> tuple[frozenset[date], frozenset[FileKey]]:
    return days, known_letters(store.rows, campaign_id, days)

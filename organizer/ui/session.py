"""Session: one open file and what all its screens share. It is handed to every screen; nobody looks for it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import shiboken6
from PySide6.QtCore import QObject, Signal, Slot

from organizer.actions import campaigns
from organizer.errors import UserError
from organizer.records.base import Record
from organizer.records.campaign import Campaign
from organizer.settings import Settings
from organizer.store.store import Changes, Store
from organizer.ui.tasks import Tasks

Filters = tuple[tuple[str, Any], ...]
"""Pairs of a filter's name in the kind's Listing and its value."""


class Session(QObject):
    """Signals say what has happened: `changed` carries the store's Changes, always on the window's thread."""

    changed = Signal(object)
    campaign_changed = Signal()
    settings_changed = Signal()
    said = Signal(str, bool)
    failed = Signal(object)
    wanted = Signal(object, int)
    beside_wanted = Signal(object, int)
    print_wanted = Signal(object, int)
    page_wanted = Signal(str)
    list_wanted = Signal(object, object, str)
    begun = Signal(object)
    hiding = Signal()
    sheet_wanted = Signal()
    exchange_wanted = Signal(object)
    backup_wanted = Signal()
    backed_up = Signal()
    _told = Signal(object)

    def __init__(
        self,
        store: Store,
        settings: Settings,
        *,
        today: Callable[[], date] = date.today,
        tasks: Tasks | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.store = store
        self.settings = settings
        self.today = today
        self.tasks = tasks or Tasks(self)
        self.tasks.failed.connect(self.failed)
        self.campaign: Campaign | None = campaigns.current_campaign(store)
        self._over = False
        # The store tells on the thread that wrote; a signal to this object brings it to the window's thread.
        self._told.connect(self._pass_on)
        store.observe(self._tell)

    def end(self) -> None:
        """The file is being closed: nothing asks it any more by itself."""
        self._over = True

    def is_open(self) -> bool:
        """Whether the file can be asked."""
        return not (self._over or self.store.is_closed())

    def choose_campaign(self, campaign: Campaign) -> None:
        """From now on lists, counts and new records are this campaign's."""
        campaigns.choose_campaign(self.store, campaign)
        self.campaign = campaign
        self.campaign_changed.emit()

    def say(self, sentence: str, *, undoable: bool = False) -> None:
        """One sentence in the message bar about what was done, with Undo beside it where the store can take it back."""
        self.said.emit(sentence, undoable)

    def fail(self, error: UserError) -> None:
        """Show the error bar."""
        self.failed.emit(error)

    def tried(self, step: Callable[[], object]) -> bool:
        """Do a step. False: a UserError stood in its way, and is shown."""
        try:
            step()
        except UserError as fault:
            self.fail(fault)
            return False
        return True

    def want(self, kind: type[Record], record_id: int) -> None:
        """Ask the window to open this record."""
        self.wanted.emit(kind, record_id)

    def want_beside(self, kind: type[Record], record_id: int) -> None:
        """Ask the window to show this record beside the page in view."""
        self.beside_wanted.emit(kind, record_id)

    def want_print(self, kind: type[Record], record_id: int) -> None:
        self.print_wanted.emit(kind, record_id)

    def begin(self, record: Record) -> None:
        """Ask the window to start an unsaved record that was made from another."""
        self.begun.emit(record)

    def hide_words(self) -> None:
        """Words that stand in forms are about to be hidden: whoever holds unsaved ones keeps them now."""
        self.hiding.emit()

    def want_sheet(self) -> None:
        """Ask the window to bring in a spreadsheet."""
        self.sheet_wanted.emit()

    def want_page(self, page: str) -> None:
        """Ask the window for a page by its name in the side bar: "letters_grid", "overview"."""
        self.page_wanted.emit(page)

    def want_list(self, kind: type[Record], filters: Filters = (), words: str = "") -> None:
        """Ask the window for the list of a kind, narrowed by `filters`, which `words` name to the person."""
        self.list_wanted.emit(kind, filters, words)

    def want_backup(self) -> None:
        """Ask the window to make a backup now; `backed_up` follows."""
        self.backup_wanted.emit()

    def want_exchange(self, exchange: Any) -> None:
        """Ask the application to close the file and go on with another state of it: an `Exchange`."""
        self.exchange_wanted.emit(exchange)

    def change_settings(self, settings: Settings) -> None:
        self.settings = settings
        self.settings_changed.emit()

    def _tell(self, changes: Changes) -> None:
        if shiboken6.isValid(self):
            self._told.emit(changes)

    @Slot(object)
    def _pass_on(self, changes: Changes) -> None:
        if Campaign in changes.kinds:
            self._refresh_campaign()
        self.changed.emit(changes)

    def _refresh_campaign(self) -> None:
        before = self.campaign.id if self.campaign else None
        self.campaign = campaigns.current_campaign(self.store)
        if (self.campaign.id if self.campaign else None) != before:
            self.campaign_changed.emit()

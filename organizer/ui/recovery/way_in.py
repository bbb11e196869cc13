"""WayIn: from the recovery words to an open file, with a new passphrase and a new sheet offered before it is handed over."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from organizer.actions import recovery_sheets
from organizer.errors import UserError
from organizer.store.store import Store
from organizer.ui.recovery.change import ChangePassphrase
from organizer.ui.recovery.offer import RecoveryOffer
from organizer.ui.recovery.open_with import OpenWithWords
from organizer.ui.tasks import Tasks


class WayIn(QObject):
    """`opened` carries the open Store, `held` does so as soon as it is open. `given_up` follows when the words were put away."""

    held = Signal(object)
    opened = Signal(object)
    given_up = Signal()

    def __init__(self, parent: QObject, window: QWidget, path: Path, tasks: Tasks) -> None:
        super().__init__(parent)
        self._window, self._tasks = window, tasks
        self._store: Store | None = None
        self._mark = ""
        self._left: UserError | None = None
        self.new_sheet: RecoveryOffer | None = None
        self.new_passphrase: ChangePassphrase | None = None
        self.words = OpenWithWords(window, path, tasks)
        self.words.opened.connect(self._offer_new)
        self.words.closed.connect(self._words_closed)
        self.words.show_over()

    def _words_closed(self) -> None:
        if self._store is None:
            self.given_up.emit()

    def _offer_new(self, store: Store) -> None:
        """Whoever needed the sheet has no passphrase any more."""
        self._store, self._mark = store, recovery_sheets.mark_of(store)
        self.held.emit(store)
        self.new_passphrase = ChangePassphrase(self._window, store, self._tasks, asked=False)
        self.new_passphrase.unfinished.connect(self._keep_fault)
        self.new_passphrase.closed.connect(self._passphrase_closed)
        self.new_passphrase.show_over()

    def _keep_fault(self, error: UserError) -> None:
        self._left = error

    def _passphrase_closed(self) -> None:
        """With a new passphrase the old sheet opens nothing any more."""
        assert self._store is not None
        if recovery_sheets.mark_of(self._store) == self._mark:
            self._hand_over()
            return
        self.new_sheet = RecoveryOffer(self._window, self._store, self._tasks)
        if self._left is not None:
            self.new_sheet.tell(self._left)
        self.new_sheet.closed.connect(self._hand_over)
        self.new_sheet.show_over()

    def _hand_over(self) -> None:
        self.opened.emit(self._store)

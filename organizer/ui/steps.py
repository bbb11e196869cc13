"""Steps: undo and redo in the window. A small step is taken at once, a large one away from the window's thread."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from organizer.errors import UserError
from organizer.i18n import _, _n
from organizer.store.journal_entries import JournalEntry
from organizer.ui.busy_sheet import BusySheet
from organizer.ui.messages import Messages
from organizer.ui.session import Session

_LARGE = 100
"""From so many records on the window would be seen to stand still."""


class Steps(QObject):
    """Takes back, brings back, and says what."""

    def __init__(self, window: QWidget, session: Session, messages: Messages) -> None:
        super().__init__(window)
        self._window, self._session, self._messages = window, session, messages
        self._sheet: BusySheet | None = None

    def take(self, *, back: bool) -> None:
        """One step back or forth; nothing while another is under way."""
        store = self._session.store
        if self._sheet is not None:
            return
        try:
            entry = store.next_undo() if back else store.next_redo()
            if entry is not None and entry.count >= _LARGE:
                self._take_large(entry, back=back)
                return
            self._say(store.undo() if back else store.redo(), back=back)
        except UserError as fault:
            self._messages.fail(fault)

    def _take_large(self, entry: JournalEntry, *, back: bool) -> None:
        store = self._session.store
        title = _("Taking it back") if back else _("Bringing it back")
        count = _n("{n} record", "{n} records", entry.count)
        words = _("{what}: {count}. This takes a moment.").format(what=entry.label, count=count)
        self._sheet = BusySheet(self._window, title, words)
        self._sheet.show_over()
        self._session.tasks.run(store.undo if back else store.redo, partial(self._end, back=back), self._fail)

    def _end(self, entry: JournalEntry | None, *, back: bool) -> None:
        self._close()
        self._say(entry, back=back)

    def _fail(self, fault: UserError) -> None:
        self._close()
        self._messages.fail(fault)

    def _close(self) -> None:
        sheet, self._sheet = self._sheet, None
        if sheet is not None:
            sheet.dismiss()

    def _say(self, entry: JournalEntry | None, *, back: bool) -> None:
        if entry is None:
            self._messages.say(_("There is nothing to take back.") if back else _("There is nothing to bring back."))
        else:
            words = _("Taken back: {what}.") if back else _("Brought back: {what}.")
            self._messages.say(words.format(what=entry.label))

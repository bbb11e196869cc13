"""RecordScreen: list and form of one kind, and all that can be done with what is chosen there."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from organizer.errors import UserError
from organizer.records.base import Record
from organizer.ui.copies import copy_of
from organizer.ui.history import HistorySheet
from organizer.ui.kind import Kind, Verb
from organizer.ui.list_and_form import ListAndForm
from organizer.ui.print_room.verbs import has_sheets, sheet_verbs
from organizer.ui.session import Session


class RecordScreen(ListAndForm):
    """`switch` stands beside the title where one page shows several kinds."""

    def __init__(self, session: Session, kind: Kind, switch: QWidget | None = None) -> None:
        super().__init__(session, kind, switch)
        pane, head = self.list, self.form.head
        pane.new_wanted.connect(self.new)
        pane.verb_wanted.connect(lambda verb: verb.run(self._session, None))
        pane.table.delete_wanted.connect(self.delete)
        head.verb_wanted.connect(self._do)
        head.history_wanted.connect(self.show_history)
        head.delete_wanted.connect(self.delete)

    def new(self) -> None:
        """Begin a record; one that was begun and never saved comes back."""
        self.start(self.kind.new(self._session), anew=False)

    def begin(self, record: Record) -> None:
        self.start(record)

    def start(self, record: Record, *, anew: bool = True) -> None:
        """Begin this unsaved record."""
        if not self._session.tried(lambda: self.form.start(record, anew=anew)):
            return
        self.list.table.clearSelection()
        self._lay_out()
        self._go_into_form()

    def duplicate(self) -> None:
        """A new record with the values of this one."""
        record = self._chosen()
        if record is not None and not record.is_new():
            self.start(copy_of(record, **self.kind.duplicate))

    def save(self) -> None:
        self.form.save()

    def _do(self, verb: Verb) -> None:
        if self.form.save():
            verb.run(self._session, self.form.record)

    def print_it(self) -> None:
        if self.form.record is None or self.form.record.is_new():
            return
        kind = self.kind.record.KIND
        verbs = self.kind.prints or (sheet_verbs(kind) if has_sheets(kind) else [])
        if verbs:
            self._do(verbs[0])

    def delete(self) -> None:
        """Delete what is chosen, without a question; the message bar has the way back."""
        record = self._chosen()
        if record is None or record.is_new():
            return
        try:
            sentence = self._deleted(record)
        except UserError as fault:
            self._session.fail(fault)
            return
        self._session.say(sentence, undoable=True)

    def _deleted(self, record: Any) -> str:
        self._row_wanted = self.list.table.currentIndex().row()
        if self.kind.delete is not None:
            return self.kind.delete(self._session, record)
        sentence = self.kind.words.deleted(record)
        if self.form.record is not None:
            self.form.drop_draft()
        self._session.store.delete(record)
        return sentence

    def show_history(self) -> None:
        record = self._chosen()
        if record is not None and not record.is_new():
            HistorySheet(self.window(), self._session, self.kind, record).show_over()

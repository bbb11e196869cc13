"""QuickEntry: the small form of one kind in the quick log. It keeps what repeats, and logs an entry as one step."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from organizer.errors import Problem
from organizer.i18n import _
from organizer.records.base import Record
from organizer.records.letter import Letter
from organizer.ui.copies import copy_of
from organizer.ui.form_body import FormBody
from organizer.ui.look import field as parts
from organizer.ui.look.edit import Edit
from organizer.ui.look.layout import col
from organizer.ui.quick_forms import QuickForm
from organizer.ui.session import Session


@dataclass(frozen=True)
class Logged:
    """One entry of this sitting: its step in the journal, one line about it, when, and how many letters it stands for."""

    entry_id: int
    words: str
    at: datetime
    letters: int = 0


class QuickEntry(QWidget):
    """The form of one kind, which keeps what repeats and marks it with a pin."""

    edited = Signal()

    def __init__(self, session: Session, form: QuickForm) -> None:
        super().__init__()
        self.form, self._session = form, session
        self.body = FormBody(session, form.kind)
        self.setLayout(col(self.body, gap=0))
        self.body.edited.connect(self.edited)
        self.record: Any = None

    def start(self, last: Any = None) -> None:
        """An empty record, with what stays of the last one."""
        new: Any = self.form.kind.new(self._session)
        for name in self.form.kept if last is not None else ():
            setattr(new, name, getattr(last, name))
        self.record = new
        self.body.show_record(new)
        for name, control in self.body.controls.items():
            pinned = last is not None and name in self.form.kept and name != self.form.first and bool(getattr(new, name))
            if isinstance(control.editor, Edit):
                control.editor.set_icon("pin" if pinned else None)
            for field in self.findChildren(parts.Field):
                if field.editor is control.editor:
                    field.set_note(
                        _("kept from the last entry") if pinned and control is self._first_control() else field.note.text()
                    )
                    field.editor.setAccessibleDescription(_("kept from the last entry") if pinned else "")

    def _first_control(self) -> Any:
        return next(iter(self.body.controls.values()))

    def focus_first(self, kept: bool) -> None:
        """The first field while nothing is kept, then the first value that changes, its text chosen to be typed over."""
        control = self.body.controls[self.form.first] if kept else self._first_control()
        control.editor.setFocus(Qt.FocusReason.TabFocusReason)
        if isinstance(control.editor, QLineEdit):
            control.editor.selectAll()

    def problems(self) -> list[Problem]:
        """What cannot be read or saved; what will be made on saving is no problem."""
        unread = self.body.take(self.record)
        settled = {problem.field for problem in unread} | {control.attribute for control in self.body.pending()}
        return unread + [problem for problem in self.record.problems() if problem.field not in settled]

    def show_problems(self, problems: list[Problem]) -> None:
        first = self.body.show_problems(problems, self.record)
        if first is not None:
            first.setFocus()

    def log(self) -> tuple[Record, Logged]:
        """One step: the record and whatever it needs first. Problems and UserErrors leave the form as it is."""
        store, attempt = self._session.store, copy_of(self.record, with_uid=True)
        with store.change() as change:
            for control in self.body.pending():
                control.prepare(change, attempt)
            self.form.finish(store, attempt)
            change.save(attempt)
            told = self.form.told(store.get(type(attempt), attempt.id))
            change.label = told
        entry = store.next_undo()
        letters = attempt.quantity if isinstance(attempt, Letter) else 0
        return attempt, Logged(entry.id if entry is not None else 0, told, datetime.now(), letters)

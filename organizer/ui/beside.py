"""Beside: a record at the window's end, next to the page, which stays as it is. Opened from the search by Ctrl+Enter."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from organizer.errors import MissingRecord, UserError
from organizer.i18n import _
from organizer.records.base import Record
from organizer.store.store import Changes
from organizer.ui.beside_place import WIDTH
from organizer.ui.compartments.forms import let_go
from organizer.ui.form import Form
from organizer.ui.history import HistorySheet
from organizer.ui.kind import Kind, Verb
from organizer.ui.kinds import KINDS
from organizer.ui.look.layout import box, col, row
from organizer.ui.look.parts import Button, Text, icon_button
from organizer.ui.look.theme import follow, px
from organizer.ui.page import Page
from organizer.ui.print_room.verbs import has_sheets, sheet_verbs
from organizer.ui.session import Session

_KINDS = {kind.record: kind for kind in KINDS}


def can_stand_beside(kind: type[Record]) -> bool:
    """Whether a kind has a form; prints have an editor that takes a page of its own."""
    return kind in _KINDS


class Beside(Page):
    """Hidden while nothing stands there. `closed`: the person has done with it. One form a kind; drafts are kept as on a page."""

    closed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__("canvas", edges=("start",))
        self._session = session
        self._forms: dict[type[Record], Form] = {}
        self._stack = QStackedWidget()
        self._came_from: QWidget | None = None
        self.go_button = Button(_("Go to its list"), "link", small=True)
        self.close_button = icon_button("x", _("Close what is open beside"))
        self.go_button.clicked.connect(self._go)
        self.close_button.clicked.connect(self.close_record)
        self._head = row(Text(_("Open beside"), "caption_strong", "ink2"), None, self.go_button, self.close_button, gap=4)
        self._head.setContentsMargins(px(18), px(6), px(10), 0)
        self.setLayout(col(box(self._head), (self._stack, 1), gap=0, margins=(1, 0, 0, 0)))
        self.setAccessibleName(_("Open beside"))
        self._session.changed.connect(self._on_changes)
        self.hide()
        follow(self)

    def restyle(self) -> None:
        self.setFixedWidth(px(WIDTH))

    def form(self) -> Form | None:
        """The form in view; None while nothing is open."""
        shown = self._stack.currentWidget()
        return shown if isinstance(shown, Form) and not self.isHidden() else None

    def open_record(self, record_id: int, kind: type[Record] | None = None) -> None:
        """Show a record, and go to its first field; what was open here before keeps its draft."""
        if kind is None or kind not in _KINDS:
            return
        self.keep()
        form = self._form_of(_KINDS[kind])
        try:
            form.open_record(record_id)
        except MissingRecord as fault:
            self._session.fail(fault)
            return
        if self.isHidden():
            self._came_from = QApplication.focusWidget()
        self._stack.setCurrentWidget(form)
        self.show()
        QTimer.singleShot(0, form, lambda: form.first_field().setFocus(Qt.FocusReason.TabFocusReason))

    def _form_of(self, kind: Kind) -> Form:
        if kind.record not in self._forms:
            form = Form(self._session, kind)
            form.discarded.connect(lambda: self.close_record() if form.record is None else None)
            form.escaped.connect(self.close_record)
            form.head.verb_wanted.connect(self._do)
            form.head.history_wanted.connect(self.show_history)
            form.head.delete_wanted.connect(self.delete)
            self._forms[kind.record] = form
            self._stack.addWidget(form)
        return self._forms[kind.record]

    def close_record(self) -> None:
        """Hide; what is not saved is kept as a draft, and the focus goes back to where it was."""
        form = self.form()
        if form is None or not self._session.tried(form.close_record):
            return
        back, self._came_from = self._came_from, None
        self.hide()
        self.closed.emit()
        if back is not None and back.isVisible():
            back.setFocus()

    def _go(self) -> None:
        form = self.form()
        record = form.record if form is not None else None
        self.close_record()
        if record is not None:
            self._session.want(type(record), record.id)

    def _do(self, verb: Verb) -> None:
        form = self.form()
        if form is not None and form.save():
            verb.run(self._session, form.record)

    def save(self) -> None:
        form = self.form()
        if form is not None:
            form.save()

    def print_it(self) -> None:
        form = self.form()
        if form is None:
            return
        kind = type(form.record)
        verbs = _KINDS[kind].prints or (sheet_verbs(kind.KIND) if has_sheets(kind.KIND) else [])
        if verbs:
            self._do(verbs[0])

    def show_history(self) -> None:
        form = self.form()
        if form is not None:
            HistorySheet(self.window(), self._session, _KINDS[type(form.record)], form.record).show_over()

    def delete(self) -> None:
        """Delete what stands here, without a question; the message bar has the way back."""
        form = self.form()
        if form is None:
            return
        kind, record = _KINDS[type(form.record)], form.record
        try:
            sentence = kind.delete(self._session, record) if kind.delete else self._deleted(form, kind)
        except UserError as fault:
            self._session.fail(fault)
            return
        self._session.say(sentence, undoable=True)

    def _deleted(self, form: Form, kind: Kind) -> str:
        sentence = kind.words.deleted(form.record)
        form.drop_draft()
        self._session.store.delete(form.record)
        return sentence

    def _on_changes(self, changes: Changes) -> None:
        """What is shown here may have been changed on the page, or by undo. What is being typed stays, but where a compartment
        was opened or closed it is kept as a draft.
        """
        form = self.form()
        if form is None or type(form.record) not in changes.kinds:
            return
        record_id = form.record.id
        if form.is_dirty() and not let_go(self._session, form, anew=changes.entry is None):
            return
        try:
            form.open_record(record_id)
        except MissingRecord:
            form.forget()
            self._hide()

    def _hide(self) -> None:
        self.hide()
        self.closed.emit()

    def keep(self) -> None:
        form = self.form()
        if form is not None and form.record is not None:
            form.keep()

    def go_to_search(self) -> None:
        """The list's search is on the page: there is none here."""

    def panes(self) -> list[QWidget]:
        return [self] if self.form() is not None else []

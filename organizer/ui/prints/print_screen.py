"""PrintScreen: a list of printed things, and in its place the editor of one: form, page, notes, the way to paper."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from organizer.errors import MissingRecord
from organizer.i18n import _
from organizer.records.base import Record
from organizer.records.campaign import Campaign, Demand
from organizer.records.picket import Picket
from organizer.sheets.sheet import Note, Sheet
from organizer.store.store import Changes
from organizer.ui.copies import copy_of
from organizer.ui.kind import Kind
from organizer.ui.look.layout import col
from organizer.ui.prints.editor import Editor, EditorHead
from organizer.ui.prints.output import Output
from organizer.ui.prints.proofs import Proof
from organizer.ui.prints.viewer import Viewer
from organizer.ui.prints.words import show_notes
from organizer.ui.record_screen import RecordScreen
from organizer.ui.session import Session
from organizer.ui.tasks import Latest

DEBOUNCE_MS = 40
_ON_THE_PAGE = frozenset({Campaign, Demand, Picket})


class PrintScreen(RecordScreen):
    """The list's form is the editor's: what RecordScreen does with a record it does here as well, drafts and undo included.

    A kind says with `proof` how its sheet is set, and with `fields_of_notes` where notes stand in its form.
    """

    fields_of_notes: Mapping[str, str] = {}

    def __init__(self, session: Session, kind: Kind, viewer: Viewer, head: EditorHead) -> None:
        self.editor: Editor | None = None
        self._editing = False
        self._awaiting = False
        super().__init__(session, kind)
        self._proofs: Latest[Sheet] = Latest(session.tasks)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(DEBOUNCE_MS)
        self._pause.timeout.connect(self.prove)
        self.viewer = viewer
        self.output = Output(session, self)
        self._error_place = col(gap=0, margins=(12, 0, 12, 0))
        self.editor = Editor(self.form, viewer, head, self._error_place)
        layout = self.layout()
        assert isinstance(layout, QBoxLayout)  # RecordScreen lays list and form side by side
        layout.addWidget(self.editor, 1)
        self._wire(head)
        self._lay_out()

    def _wire(self, head: EditorHead) -> None:
        form, pane, viewer = self.form, self.list, self.viewer
        head.back.clicked.connect(self.back)
        head.print_button.clicked.connect(self.print_it)
        for code, action in head.file_actions.items():
            action.triggered.connect(lambda _checked=False, code=code: self.save_pdf(code))
        for words, icon, act in (
            (_("Duplicate"), "copy", self.duplicate),
            (_(self.kind.words.history), "history", self.show_history),
            (_(self.kind.words.delete), "trash-2", self.delete),
        ):
            head.add_verb(words, icon).triggered.connect(lambda _checked=False, act=act: act())
        form.body.edited.connect(self._on_edited)
        form.saved.connect(lambda _record: self._on_shown())
        form.discarded.connect(self._on_shown)
        pane.table.clicked.connect(lambda _index: self._go_into_form())
        viewer.layout_chosen.connect(self._on_layout)
        viewer.note_wanted.connect(self._on_note)
        viewer.add_keys(self)

    # What a kind says

    def proof(self, draft: Any, layout: str) -> Proof:
        """How the sheet of this draft is set."""
        raise NotImplementedError

    def title_of(self, draft: Any) -> str:
        return str(draft.title())

    def on_sheet(self, sheet: Sheet) -> None:
        """A sheet has been set and is shown."""

    # List and editor in one place

    def _lay_out(self) -> None:
        if self.editor is None:
            self.form.hide()
            return
        editing = self._editing and self.form.record is not None
        self.list.setVisible(not editing)
        self.editor.setVisible(editing)
        self.form.setVisible(True)
        self.arranged.emit()

    def is_editing(self) -> bool:
        return self._editing

    def set_narrow(self, narrow: bool) -> None:
        """The editor finds its own widths."""

    def _go_into_form(self) -> None:
        if self.form.record is None or self.editor is None:
            return
        if not self._editing:
            self._editing = True
            self.viewer.clear()
            self.editor.show_words()
            self._lay_out()
        self.prove()
        self.form.first_field().setFocus(Qt.FocusReason.OtherFocusReason)

    def back(self) -> None:
        """To the list. What is not saved is kept as a draft."""
        self.form.keep()
        self._leave()

    def _leave(self) -> None:
        self._editing = False
        self._pause.stop()
        self._proofs.forget()
        self._lay_out()
        self.refresh()
        self.list.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open(self, record_id: int) -> None:
        super()._open(record_id)
        self._on_shown()

    def open_record(self, record_id: int, kind: type[Record] | None = None) -> None:
        super().open_record(record_id, kind)
        self._go_into_form()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.prove()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._pause.stop()

    def _after_discard(self) -> None:
        if self.form.record is None:
            self._leave()

    def _on_campaign(self) -> None:
        self._editing = False
        super()._on_campaign()

    def delete(self) -> None:
        super().delete()
        if self._editing and not self._still_there():
            self._editing = False
            self.form.forget()
            self._leave()

    def _still_there(self) -> bool:
        record = self.form.record
        if record is None:
            return False
        try:
            self._session.store.get(self.kind.record, record.id)
        except MissingRecord:
            return False
        return True

    def _on_changes(self, changes: Changes) -> None:
        super()._on_changes(changes)
        if self._editing and self.isVisible():
            if self.form.record is None:
                self._leave()
            elif self.kind.record in changes.kinds:
                self._on_shown()
            elif changes.kinds & _ON_THE_PAGE:
                self.prove()

    # From the form to the page

    def draft(self) -> Any:
        """What stands in the form, as a record of its own that is never saved."""
        draft = copy_of(self.form.record, with_uid=True)
        self.form.body.take(draft)
        return draft

    def _on_edited(self) -> None:
        if self._editing:
            self._pause.start()

    def _on_layout(self, _code: str) -> None:
        self.prove()

    def _on_shown(self) -> None:
        if self._editing and self.form.record is not None:
            self.prove()

    def prove(self) -> None:
        """Set the sheet of what stands in the form by now."""
        self._pause.stop()
        if not (self._editing and self.isVisible()) or self.form.record is None or self.editor is None:
            return
        draft = self.draft()
        self.editor.head.show_head(self.title_of(draft), draft.state)
        self._awaiting = True
        self._proofs.ask(self.proof(draft, self.viewer.layout_code()).work, self._on_sheet)

    def is_behind(self) -> bool:
        """Whether the page does not show yet what stands in the form."""
        return self._pause.isActive() or self._awaiting or not self.viewer.preview.is_current()

    def _on_sheet(self, sheet: Sheet) -> None:
        self._awaiting = False
        if not self._editing or self.form.record is None:
            return
        self.viewer.show_sheet(sheet)
        show_notes(self.form.body.controls, self._by_field(sheet.notes))
        self.on_sheet(sheet)

    def _by_field(self, notes: Sequence[Note]) -> dict[str, Note]:
        """The gravest note of each field of the form."""
        found: dict[str, Note] = {}
        for note in sorted(notes, key=lambda note: note.level != "stop"):
            attribute = self.fields_of_notes.get(note.field, note.field)
            if note.level != "good":
                found.setdefault(attribute, note)
        return found

    def _on_note(self, note: Note) -> None:
        if self.editor is not None and self.editor.is_narrow():
            self.editor.show_page()

    # To paper

    def print_it(self) -> None:
        """Save, then print the layout that is in view."""
        if self._ready():
            self.output.print_sheet(self.proof(self.draft(), self.viewer.layout_code()))

    def save_pdf(self, layout: str) -> None:
        """Save, then write this layout to a file."""
        if self._ready():
            self.output.save_pdf(self.proof(self.draft(), layout))

    def _ready(self) -> bool:
        if self.form.record is None:
            return False
        if not self._editing:
            self._go_into_form()
        return self.form.save()

    # What the window asks

    def panes(self) -> list[QWidget]:
        if not self._editing or self.editor is None:
            return [self.list]
        return [pane for pane in (self.editor.words, self.viewer.preview, self.viewer.notes) if pane.isVisible()]

    def message_area(self) -> QWidget:
        return self.viewer.preview if self._editing and self.viewer.isVisible() else self.list

    def error_place(self) -> QBoxLayout | None:
        return self._error_place if self._editing else self.list.error_place

"""EditorScreen: a list, and in its place the editor of one record. What a RecordScreen does with records it does as well."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QWidget

from organizer.errors import MissingRecord
from organizer.i18n import _
from organizer.records.base import Record
from organizer.ui.kind import Kind
from organizer.ui.look.layout import col
from organizer.ui.print_room.verbs import add_verbs, sheet_verbs
from organizer.ui.prints.editor import Editor, EditorHead
from organizer.ui.prints.viewer import Viewer
from organizer.ui.record_screen import RecordScreen
from organizer.ui.session import Session


class EditorScreen(RecordScreen):
    """The list's form is the editor's: drafts, history and undo are those of every form.

    `came` is called when the editor shows a record, `left` when the list stands there again.
    """

    def __init__(self, session: Session, kind: Kind, viewer: Viewer, head: EditorHead) -> None:
        self.editor: Editor | None = None
        self._editing = False
        super().__init__(session, kind)
        self.viewer = viewer
        self.form.head.hide()
        self._error_place = col(gap=0, margins=(12, 0, 12, 0))
        self.editor = Editor(self.form, viewer, head, self._error_place)
        layout = self.layout()
        assert isinstance(layout, QBoxLayout)  # list and form lie side by side in it
        layout.addWidget(self.editor, 1)
        self._wire_head(head)
        self._lay_out()

    def _wire_head(self, head: EditorHead) -> None:
        head.back.clicked.connect(self.back)
        for words, icon, act in (
            (_("Duplicate"), "copy", self.duplicate),
            (_(self.kind.words.history), "history", self.show_history),
            (_(self.kind.words.delete), "trash-2", self.delete),
        ):
            head.add_verb(words, icon).triggered.connect(lambda _checked=False, act=act: act())
        self._sheets_offered = False
        head.rarer.aboutToShow.connect(lambda: self._offer_sheets(head))
        self.list.table.clicked.connect(lambda _index: self._go_into_form())

    def _offer_sheets(self, head: EditorHead) -> None:
        """The sheets of the print room that are made of such a record, from when the menu is first opened."""
        if not self._sheets_offered:
            self._sheets_offered = True
            for action, verb in add_verbs(head.rarer, sheet_verbs(self.kind.record.KIND)):
                action.triggered.connect(lambda _checked=False, verb=verb: self._do(verb))

    def came(self) -> None:
        """The editor shows a record, or shows it anew."""

    def left(self) -> None:
        """The list stands where the editor stood."""

    def is_editing(self) -> bool:
        return self._editing and self.form.record is not None

    def _lay_out(self) -> None:
        if self.editor is None:
            self.form.hide()
            return
        self.list.setVisible(not self.is_editing())
        self.editor.setVisible(self.is_editing())
        self.form.setVisible(True)
        self.arranged.emit()

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
        self.came()
        self.form.first_field().setFocus(Qt.FocusReason.OtherFocusReason)

    def _open(self, record_id: int) -> None:
        super()._open(record_id)
        if self.is_editing():
            self.came()

    def open_record(self, record_id: int, kind: type[Record] | None = None) -> None:
        super().open_record(record_id, kind)
        self._go_into_form()

    def back(self) -> None:
        """To the list. What is not saved is kept as a draft."""
        if self._session.tried(self.form.keep):
            self._leave()

    def _leave(self) -> None:
        self._editing = False
        self.left()
        self._lay_out()
        self.refresh()
        self.list.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _after_discard(self) -> None:
        if self.form.record is None:
            self._leave()
        else:
            self.came()

    def _on_campaign(self) -> None:
        self._editing = False
        super()._on_campaign()

    def delete(self) -> None:
        super().delete()
        if self._editing and not self._still_there():
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

    def panes(self) -> list[QWidget]:
        if not self.is_editing() or self.editor is None:
            return [self.list]
        return [pane for pane in (self.editor.words, self.viewer.preview, self.viewer.notes) if pane.isVisible()]

    def message_area(self) -> QWidget:
        return self.viewer.preview if self.is_editing() and not self.viewer.isHidden() else self.list

    def error_place(self) -> QBoxLayout | None:
        return self._error_place if self.is_editing() else self.list.error_place

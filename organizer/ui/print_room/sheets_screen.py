"""SheetsScreen: the list of sheets, and beside it the editor of the one that is chosen."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from organizer import i18n
from organizer.actions import print_room
from organizer.records.prints import Subject
from organizer.records.sheet_text import SheetText
from organizer.sheets.sheet_kind import SheetKind
from organizer.store.store import Changes
from organizer.ui.file_timer import FileTimer
from organizer.ui.look.layout import row
from organizer.ui.look.theme import follow, px
from organizer.ui.page import Page
from organizer.ui.print_room.chooser import WIDTH, Chooser
from organizer.ui.print_room.sheet_editor import SheetEditor
from organizer.ui.print_room.subjects import best_subjects
from organizer.ui.prints.editor import SIDE_BY_SIDE
from organizer.ui.prints.print_screen import no_campaign
from organizer.ui.session import Session

_A_FRAME_MS = 20


class SheetsScreen(Page):
    """Where list and editor do not fit side by side, Enter opens the editor in the list's place, and Esc goes back."""

    def __init__(self, session: Session, switch: QWidget) -> None:
        super().__init__("surface")
        self._session = session
        self.kinds: dict[str, SheetKind] = {}
        self._wanted: tuple[str, Subject | None] = ("", None)
        self._in_editor = False
        self.chooser, self.editor = Chooser(switch), SheetEditor(session)
        self.setLayout(row(self.chooser, (self.editor, 1), gap=0))
        self.chooser.list.picked.connect(lambda key: self.open_sheet(key))
        self.chooser.list.entered.connect(self._enter)
        self.editor.sheet_form.escaped.connect(self.back)
        self.editor.room_head.back.clicked.connect(self.back)
        self.editor.viewer.add_keys(self)
        session.changed.connect(self._on_changes)
        session.campaign_changed.connect(self._on_campaign)
        follow(self)
        session.tasks.run(partial(_all_kinds, session), self._on_kinds)

    def restyle(self) -> None:
        self._lay_out()

    def _on_kinds(self, found: tuple[Sequence[SheetKind], str]) -> None:
        kinds, first = found
        self.kinds = {kind.key: kind for kind in kinds}
        self.chooser.show_kinds(kinds)
        key, subject = self._wanted
        if key in self.kinds:
            self.show_sheet(key, subject)
        elif self.kinds:
            self.chooser.list.choose(first)
            # The list is painted before the first form is made: the window never stands still for both.
            FileTimer(self._session, self, self._open_first, _A_FRAME_MS).start()

    def _open_first(self) -> None:
        if self.editor.order is None and self.chooser.list.key():
            self.open_sheet(self.chooser.list.key())

    def open_sheet(self, key: str, subject: Subject | None = None) -> None:
        """Show a sheet in the editor; the focus stays where it is."""
        campaign = self._session.campaign
        if campaign is None:
            self._session.fail(no_campaign())
        else:
            self.editor.open_sheet(self.kinds[key], campaign, subject)
            self._lay_out()

    def show_sheet(self, key: str, subject: Subject | None) -> None:
        """Come to a sheet, for this record, from elsewhere: the editor is in view, whatever the list was searched for."""
        if key not in self.kinds:
            self._wanted = (key, subject)
            return
        self.chooser.clear()
        self.chooser.list.choose(key)
        self.open_sheet(key, subject)
        self._enter()

    def _enter(self) -> None:
        if self.editor.order is None:
            return
        self._in_editor = True
        self._lay_out()
        first = self.editor.sheet_form.first_field()
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def back(self) -> None:
        """From the form to the list."""
        self._in_editor = False
        self._lay_out()
        self.chooser.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def is_wide(self) -> bool:
        """Whether list, form and page stand side by side."""
        return self.width() >= px(WIDTH) + px(SIDE_BY_SIDE)

    def _lay_out(self) -> None:
        wide = self.is_wide()
        opened = self.editor.order is not None
        self.chooser.setVisible(wide or not self._in_editor or not opened)
        self.editor.setVisible(opened and (wide or self._in_editor))
        self.editor.room_head.back.setVisible(not wide)
        if wide:
            self.chooser.setFixedWidth(px(WIDTH))
        else:
            self.chooser.setMinimumWidth(0)
            self.chooser.setMaximumWidth(16777215)
        self.arranged.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.editor.look_again()

    def _on_campaign(self) -> None:
        """Another campaign's sheet is in view; without a campaign none is, and nobody has asked for one."""
        key = self.chooser.list.key()
        self.editor.close_sheet()
        if key and self._session.campaign is not None:
            self.open_sheet(key)
        self._lay_out()

    def _on_changes(self, changes: Changes) -> None:
        if self.isVisible() or SheetText in changes.kinds:
            self.editor.take_changes(changes)

    def entered(self) -> None:
        if self.chooser.isVisible():
            self.chooser.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def keep(self) -> None:
        self.editor.keep()

    def save(self) -> None:
        self.editor.save()

    def print_it(self) -> None:
        self.editor.print_it()

    def go_to_search(self) -> None:
        if not self.chooser.isVisible():
            self.back()
        self.chooser.go_to_search()

    def panes(self) -> list[QWidget]:
        editor = self.editor
        return [pane for pane in (self.chooser, editor.words, editor.viewer.preview, editor.viewer.notes) if pane.isVisible()]

    def message_area(self) -> QWidget:
        return self.editor.viewer.preview if self.editor.viewer.isVisible() else self

    def error_place(self) -> QBoxLayout | None:
        return self.editor.errors if self.editor.isVisible() else None


def _all_kinds(session: Session) -> tuple[list[SheetKind], str]:
    """Every sheet, and the key of the first one that there is something to print for.

    What the first form would wait for is looked up once before: the names of all languages, each of which is read from a file
    of its own, and what is kept.
    """
    from organizer.sheets.catalogue import sheet_kinds
    from organizer.sheets.words import languages

    for tag in languages():
        i18n.language_name(tag)
    kinds = list(sheet_kinds().values())
    there = {subject for subject in {kind.subject for kind in kinds} if best_subjects(session, subject)}
    first = next((kind.key for kind in kinds if kind.subject in there), kinds[0].key)
    if session.campaign is not None:
        print_room.kept_for(session.store, session.campaign.id, first)
    return kinds, first

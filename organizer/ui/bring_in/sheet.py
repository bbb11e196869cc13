"""BringIn: a file is chosen, what it would bring is shown, and the button says what it does, with the number."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QApplication, QWidget

from organizer.errors import UserError
from organizer.exchange.sheet_kinds import sheet_kind
from organizer.exchange.sheets_in import ImportResult, Preview, take_in
from organizer.i18n import _
from organizer.ui import file_dialogs
from organizer.ui.bring_in.found import Found
from organizer.ui.bring_in.looking import Looked, look_at
from organizer.ui.bring_in.steps import ChosenFile, Waiting, WayIn
from organizer.ui.bring_in.which import Which
from organizer.ui.bring_in.words import backup_words, brings_anything, done_words, nothing_words, step_words
from organizer.ui.look.button import Button
from organizer.ui.look.layout import box, col, row
from organizer.ui.look.sheet import Sheet
from organizer.ui.look.text import Glyph, Text
from organizer.ui.notice import Notice
from organizer.ui.pages import place_of
from organizer.ui.session import Session
from organizer.ui.tall import Tall


class BringIn(Sheet):
    """Made anew each time. It can be closed while the rows are being taken in: the work goes on, and its end is told."""

    def __init__(self, window: QWidget, session: Session) -> None:
        self._session = session
        self._path: Path | None = None
        self._shown: Preview | None = None
        self._looks, self._taking = 0, False
        self._found: Found | None = None
        self._way_in, self._file, self._waiting = WayIn(), ChosenFile(), Waiting()
        self.choose, self.other = self._way_in.choose, self._file.other
        self.which = Which()
        self.cancel = Button(_("Cancel"), "quiet")
        self.bring = Button("", "primary")
        super().__init__(window, _("Bring in a file"), self._contents(), width=600)
        self._connect()
        self._show_state()

    def _contents(self) -> QWidget:
        self.notice, self._results = Notice(), col(gap=0)
        self._nothing = Text("", "medium", wrap=True)
        title = row(Text(_("Bring in a file"), "title"), None, Glyph("file-up", 22), gap=8)
        parts = (title, self.notice, self._way_in, self._file, self.which, self._waiting, self._results, self._nothing)
        body = col(*parts, gap=14, margins=(26, 22, 22, 8))
        foot = row(None, self.cancel, self.bring, gap=6, margins=(26, 8, 22, 20))
        self._scroll = Tall(body)
        return box(col((self._scroll, 1), foot, gap=0))

    def _connect(self) -> None:
        self.closed.connect(self._on_closed)
        self.cancel.clicked.connect(self.dismiss)
        self.choose.clicked.connect(self._ask)
        self.other.clicked.connect(self._ask)
        self.bring.clicked.connect(self.take_in)
        self.which.wanted.connect(self._look)
        self._scroll.verticalScrollBar().rangeChanged.connect(self._keep_in_view)

    def show_over(self, first: QWidget | None = None) -> None:
        super().show_over(first or self.choose)

    def _ask(self) -> None:
        path = file_dialogs.ask_sheet(self)
        if path is not None:
            self.open_sheet(path)

    def open_sheet(self, path: Path) -> None:
        """Look at this file; its headings tell what it lists."""
        if self._taking:
            return
        self._path = path
        self._file.show_path(path)
        self.which.forget()
        self._look("", "")

    def _look(self, kind: str, sheet: str) -> None:
        """Look at the chosen file as a list of this kind, away from the window. An older look that is under way is dropped."""
        if self._path is None:
            return
        self._forget()
        self._looks += 1
        session, path, number = self._session, self._path, self._looks
        campaign, today = session.campaign, session.today()
        self._show_state(_("The sheet is being read."))
        session.tasks.run(
            lambda: look_at(session.store, path, kind, sheet, campaign=campaign, today=today, number=number), self._looked
        )

    def _looked(self, looked: Looked) -> None:
        if looked.number != self._looks or self.isHidden():
            return
        self.which.show_looked(looked)
        self._shown = looked.shown
        if looked.shown is not None:
            self._found = Found(looked.shown)
            self._results.add(self._found)
            self._found.show()
            if self._found.bad_rows is not None:
                self.setTabOrder(self.which.kind, self._found.bad_rows)
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self._found.accessibleDescription()))
        elif looked.error is not None:
            self.show_error(looked.error)
        else:
            self.which.show_problem(_("No list has headings like these. Choose what the sheet lists, or another file."))
        self._show_state()
        self._focus_next()

    def _focus_next(self) -> None:
        """The rows to be left out are read first, then the button that leaves them out; a choice being made keeps the focus."""
        if self.which.has_focus():
            return
        bad_rows = self._found.bad_rows if self._found is not None else None
        steps = (bad_rows, self.bring, self.which.kind if self._shown is None else self.cancel, self.other)
        wanted = next(step for step in steps if step is not None and step.isVisibleTo(self) and step.isEnabled())
        wanted.setFocus(Qt.FocusReason.TabFocusReason)

    def _keep_in_view(self) -> None:
        """What was found makes the sheet longer only after the focus has gone to it."""
        focused = QApplication.focusWidget()
        if focused is not None and self._scroll.isAncestorOf(focused):
            self._scroll.ensureWidgetVisible(focused)

    def take_in(self) -> None:
        """Take in what is shown, without the rows that the button says are left out."""
        shown = self._shown
        if shown is None or self._taking or not brings_anything(shown):
            return
        self.notice.clear()
        self._taking = True
        self._show_state(_("A backup is made, then the rows are brought in."))
        self.cancel.setFocus(Qt.FocusReason.OtherFocusReason)
        store = self._session.store
        self._session.tasks.run(
            lambda: take_in(store, shown, skip_bad=True),
            partial(_taken, self._session, self, shown.kind),
            partial(_not_taken, self._session, self),
        )

    def end(self) -> None:
        """The rows are in the file, or they are not: nothing is under way here any more."""
        self._taking = False
        self._show_state()
        if self.isHidden():
            self.deleteLater()

    def _on_closed(self) -> None:
        if not self._taking:
            self.deleteLater()

    def show_error(self, error: UserError) -> None:
        self.notice.fail(error)

    def _forget(self) -> None:
        """What was found before no longer stands."""
        self.notice.clear()
        self.which.clear_problem()
        self._shown = None
        if self._found is not None:
            self._results.removeWidget(self._found)
            self._found.hide()
            self._found.deleteLater()
            self._found = None

    def _show_state(self, waiting: str = "") -> None:
        """Show what there is by now; `waiting` says what is under way."""
        shown, chosen = self._shown, self._path is not None
        can = shown is not None and brings_anything(shown)
        self._way_in.setVisible(not chosen)
        self._file.setVisible(chosen)
        self.which.show_state(chosen=chosen)
        self._waiting.show_words(waiting)
        self._nothing.setText("" if shown is None or can else nothing_words(shown))
        self._nothing.setVisible(bool(self._nothing.text()))
        self.bring.setVisible(can)
        self.bring.setEnabled(can and not waiting)
        if shown is not None and can:
            self.bring.set_words(step_words(shown))
        self.cancel.set_words(_("Close") if self._taking or (shown is not None and not can) else _("Cancel"))
        self.other.setEnabled(not self._taking)
        self.which.allow(not self._taking)


def _taken(session: Session, sheet: BringIn, kind: str, result: ImportResult) -> None:
    """Tell what came in, and show its list to whoever waited for it."""
    if shiboken6.isValid(sheet):
        waited = sheet.isVisible()
        sheet.end()
        if waited:
            sheet.dismiss()
            session.want_page(place_of(sheet_kind(kind).record.KIND))
    session.backed_up.emit()
    said = " ".join(filter(None, (done_words(kind, result), backup_words(session.store.last_backup()))))
    session.say(said, undoable=bool(result.rows_new or result.rows_amended))


def _not_taken(session: Session, sheet: BringIn, error: UserError) -> None:
    """Say what went wrong where the person is looking."""
    if shiboken6.isValid(sheet) and sheet.isVisible():
        sheet.end()
        sheet.show_error(error)
    else:
        session.fail(error)
        if shiboken6.isValid(sheet):
            sheet.end()

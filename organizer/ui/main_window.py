"""MainWindow: side bar, page, message bar; the keys of the window, and the three widths."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal, SignalInstance
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from organizer.errors import UserError
from organizer.i18n import _
from organizer.ui.backups import Backups
from organizer.ui.beside_place import BesidePlace
from organizer.ui.bring_in.ways_in import WaysIn
from organizer.ui.commands import make_actions, make_menu
from organizer.ui.look.field import Fix
from organizer.ui.look.focus import FocusRing
from organizer.ui.look.layout import Panel, Scroll, col, row
from organizer.ui.look.sheet import Sheet
from organizer.ui.look.sidebar import SideBar
from organizer.ui.look.theme import follow, px
from organizer.ui.messages import Messages
from organizer.ui.number_keys import add_number_keys
from organizer.ui.own_steps import OwnSteps
from organizer.ui.page import Page
from organizer.ui.page_stack import PageStack
from organizer.ui.pages import GROUPS, WITHIN
from organizer.ui.panes import go_round
from organizer.ui.session import Session
from organizer.ui.sheet_draft import keep_sheets
from organizer.ui.sheets_over import SheetsOver
from organizer.ui.side_campaign import SideCampaign
from organizer.ui.steps import Steps
from organizer.ui.to_records import ToRecords

RAIL_BELOW, NARROW_BELOW, NARROW_BESIDE = 1300, 1000, 940
"""Widths in px at 100 % text under which the side bar becomes a rail, and the form takes the list's place.
The last is the page's own width while something stands beside it."""
LEAST = (880, 600)


class MainWindow(Panel):
    """`closing`: a person closed the window; it goes when `let_go` is called.

    `lock_wanted` and `open_wanted` ask the application.
    """

    closing = Signal()
    lock_wanted = Signal()
    open_wanted = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__("surface")
        self._session = session
        self._may_go = self._sealed = False
        self.setWindowTitle("Picket Organizer")
        self.setMinimumSize(*LEAST)
        self.actions_by_code = make_actions(self, self.run)
        sheets = SheetsOver(self, session)
        self.quick_log, self.settings, self.keys = sheets.quick_log, sheets.settings, sheets.keys
        self.search = partial(sheets.search, self.run, self.show_page)
        self.menu = make_menu(self, self.actions_by_code)
        self.side = SideBar(
            [(_(heading), [(place.code, _(place.words), place.icon) for place in places]) for heading, places in GROUPS]
        )
        self.stack = PageStack(session)
        self.beside = BesidePlace(session)
        self._above = col(gap=0)
        self._side_scroll = Scroll(self.side)
        self._side_scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setLayout(row(self._side_scroll, (col(self._above, (self.stack, 1), gap=0), 1), self.beside, gap=0))
        self.messages = Messages(self, self._above)
        self.backups = Backups(session, self.messages, self.side)
        self.ring = FocusRing(self)
        self._ways_in = WaysIn(self, session)
        self._steps = Steps(self, session, self.messages)
        self.to = ToRecords(self)
        self._connect()
        add_number_keys(self, self.side, self._go_by_number)
        self._own_steps = OwnSteps(self)
        self.campaigns = SideCampaign(session, self.side)
        follow(self)
        self.show_page("overview")

    def _connect(self) -> None:
        session, side = self._session, self.side
        side.settings_button.set_words("", _("Menu and settings"))
        self.stack.log_wanted.connect(self.quick_log)
        side.chosen.connect(self.show_page)
        side.quick_log.connect(lambda: self.quick_log())
        side.search.connect(self.search)
        side.lock.connect(self.lock)
        side.settings.connect(self._open_menu)
        self.messages.undo_wanted.connect(self.undo)
        session.said.connect(self.messages.say)
        session.failed.connect(self.fail)
        session.wanted.connect(self.to.record)
        session.beside_wanted.connect(self.to.record_beside)
        self.beside.moved.connect(self._fit)
        session.print_wanted.connect(self.to.print)
        session.page_wanted.connect(self.show_page)
        session.list_wanted.connect(self.to.list)
        session.begun.connect(self.to.new)
        session.hiding.connect(self.keep)

    def run(self, code: str) -> None:
        """Do a command: what the window answers itself, or else the page in view. Under a sheet only what is not beneath it."""
        if self._sealed or (code not in _OVER_SHEETS and self._is_covered()):
            return
        own = getattr(self, code, None)
        target = own if code not in _OF_PAGES else getattr(self.beside.page_in_hand(self.page()), code)
        if target is not None:
            target()

    def _go_by_number(self, code: str) -> None:
        if not self._sealed and not self._is_covered():
            self.show_page(code)

    def _is_covered(self) -> bool:
        return any(sheet.isVisible() for sheet in self.findChildren(Sheet))

    def seal(self) -> None:
        """The file is being closed: nothing is done here any more."""
        self._sealed = True
        self._session.end()

    def page(self) -> Page:
        return self.stack.page()

    def show_page(self, code: str) -> None:
        """Go to a page; it is made when it is wanted for the first time."""
        if code == self.stack.code:
            return
        self.stack.show_page(code)
        self.side.set_current(WITHIN[code][0] if code in WITHIN else code)
        self._fit()
        self.messages.follow(self.page())
        self.page().entered()
        if self.focusWidget() is None:
            self.page().setFocus()

    def fail(self, error: UserError, ways: Sequence[Fix] = ()) -> None:
        self.messages.fail(error, ways)

    def undo(self) -> None:
        self._steps.take(back=True)

    def redo(self) -> None:
        self._steps.take(back=False)

    def lock(self) -> None:
        self._go(self.lock_wanted)

    def open_other(self) -> None:
        self._go(self.open_wanted)

    def bring_in(self) -> None:
        self._ways_in.open()

    def back_up(self) -> None:
        self.backups.make()

    def safe_keeping(self) -> None:
        self.show_page("safe_keeping")

    def next_pane(self) -> None:
        self._go_round(1)

    def previous_pane(self) -> None:
        self._go_round(-1)

    def _go_round(self, step: int) -> None:
        panes: list[QWidget] = [self.side, *self.page().panes(), *self.beside.panes()]
        if self.messages.bar.isVisible():
            panes.append(self.messages.bar)
        go_round(panes, step)

    def _open_menu(self) -> None:
        button = self.side.settings_button
        self.menu.popup(button.mapToGlobal(QPoint(0, -self.menu.sizeHint().height() - px(4))))

    def restyle(self) -> None:
        self._fit()

    def is_narrow(self) -> bool:
        """Whether there is room for one thing only: a list or a form."""
        return self.width() < px(NARROW_BELOW)

    def _fit(self) -> None:
        narrow = self.is_narrow()
        if narrow and self.beside.taken():
            self.beside.close_record()
        room = self.width() - self.beside.taken()
        self.side.set_narrow(room < px(RAIL_BELOW))
        self._side_scroll.setFixedWidth(self.side.minimumWidth())
        if self.stack.code:
            beside = bool(self.beside.taken()) and room - self.side.minimumWidth() < px(NARROW_BESIDE)
            self.page().set_narrow(narrow or beside)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
        self.messages.place()

    def keep(self) -> None:
        """Keep what is not saved on any page, nor in a sheet over it. UserError when the file does not take all of it."""
        self.stack.keep()
        self.beside.keep()
        keep_sheets(self)

    def _go(self, way: SignalInstance) -> None:
        """Leave by a way, with everything kept. What the file does not take is given up only when the person says so."""
        try:
            self.keep()
        except UserError as fault:
            self.fail(fault, [(_("Leave without what is not saved"), lambda: way.emit())])
        else:
            way.emit()

    def let_go(self) -> None:
        """Nothing stands in the way of closing any more."""
        self._may_go = True
        self._own_steps.let_go()
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._may_go:
            event.accept()
            return
        event.ignore()
        if not self._sealed:
            self._go(self.closing)


_OVER_SHEETS = frozenset({"undo", "redo", "lock", "close"})
_OF_PAGES = frozenset({"new", "duplicate", "save", "print_it", "show_history", "delete", "go_to_search"})

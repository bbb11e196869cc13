"""MainWindow: side bar, page, message bar; the keys of the window, and the three widths."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QKeyCombination, QObject, QPoint, Qt, Signal, SignalInstance
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from organizer.errors import UserError
from organizer.i18n import _
from organizer.records.base import Record
from organizer.ui.backups import Backups
from organizer.ui.beside_place import BesidePlace
from organizer.ui.bring_in.ways_in import WaysIn
from organizer.ui.commands import COMMANDS, make_actions, make_menu
from organizer.ui.keys_help import KeysSheet
from organizer.ui.look.field import Fix
from organizer.ui.look.focus import FocusRing
from organizer.ui.look.layout import Panel, Scroll, col, row
from organizer.ui.look.sheet import Sheet
from organizer.ui.look.sidebar import SideBar
from organizer.ui.look.theme import follow, px
from organizer.ui.messages import Messages
from organizer.ui.own_steps import has_steps
from organizer.ui.page import Page
from organizer.ui.page_stack import PageStack
from organizer.ui.pages import GROUPS, NUMBERS, PLACES, WITHIN, place_of
from organizer.ui.panes import go_round
from organizer.ui.session import Filters, Session
from organizer.ui.side_campaign import SideCampaign
from organizer.ui.steps import Steps

if TYPE_CHECKING:
    from organizer.ui.palette_rows import Deed

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
        self._quick_log: Any = None
        self._palette: Any = None
        self.setWindowTitle("Picket Organizer")
        self.setMinimumSize(*LEAST)
        self.actions_by_code = make_actions(self, self.run)
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
        self._connect()
        self._add_numbers()
        QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]
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
        session.wanted.connect(self.open_record)
        session.beside_wanted.connect(self.open_beside)
        self.beside.moved.connect(self._fit)
        session.print_wanted.connect(self.print_record)
        session.page_wanted.connect(self.show_page)
        session.list_wanted.connect(self.open_list)
        session.begun.connect(self.begin)

    def _add_numbers(self) -> None:
        """Alt and a digit go to an entry of the side bar."""
        for code, number in NUMBERS.items():
            key = QKeyCombination(Qt.KeyboardModifier.AltModifier, Qt.Key(Qt.Key.Key_0 + number))
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.activated.connect(lambda code=code: None if self._sealed or self._is_covered() else self.show_page(code))
            item = self.side.item(code)
            item.setToolTip(_("{place} (Alt {number})").format(place=_(PLACES[code].words), number=number))

    def run(self, code: str) -> None:
        """Do a command: what the window answers itself, or else the page in view. Under a sheet only what is not beneath it."""
        if self._sealed or (code not in _OVER_SHEETS and self._is_covered()):
            return
        own = getattr(self, code, None)
        target = own if code not in _OF_PAGES else getattr(self.beside.page_in_hand(self.page()), code)
        if target is not None:
            target()

    def _is_covered(self) -> bool:
        return any(sheet.isVisible() for sheet in self.findChildren(Sheet))

    def seal(self) -> None:
        """The file is being closed: nothing is done here any more."""
        self._sealed = True

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

    def open_record(self, kind: type[Record], record_id: int) -> None:
        code = place_of(kind.KIND)
        if code:
            self.show_page(code)
            self.page().open_record(record_id, kind)

    def open_beside(self, kind: type[Record], record_id: int) -> None:
        """Show a record beside the page, which stays; on its own page where there is no room or no form for it."""
        if self.width() < px(NARROW_BELOW) or not self.beside.open(kind, record_id):
            self.open_record(kind, record_id)

    def open_list(self, kind: type[Record], filters: Filters, words: str) -> None:
        """The list of a kind, narrowed by filters that `words` name."""
        code = place_of(kind.KIND)
        if code:
            self.show_page(code)
            self.page().narrow(filters, words)

    def print_record(self, kind: type[Record], record_id: int) -> None:
        self.open_record(kind, record_id)
        self.page().print_it()

    def begin(self, record: Record) -> None:
        """Start an unsaved record that was made from another, on its own page."""
        code = place_of(record.KIND)
        if code:
            self.show_page(code)
            self.page().begin(record)

    def fail(self, error: UserError, ways: Sequence[Fix] = ()) -> None:
        self.messages.fail(error, ways)

    def undo(self) -> None:
        self._steps.take(back=True)

    def redo(self) -> None:
        self._steps.take(back=False)

    def quick_log(self, kind: str | None = None) -> None:
        """One a window: it remembers what was logged last."""
        if self._quick_log is None:
            from organizer.ui.quick_log import QuickLog

            self._quick_log = QuickLog(self, self._session)
        self._quick_log.show_over(kind=kind)

    def search(self) -> None:
        if self._palette is None:
            from organizer.ui.palette import Palette

            self._palette = Palette(self, self._session, self._deeds())
        self._palette.show_over()

    def _deeds(self) -> list[Deed]:
        """What the search offers to do: every command, and every place of the side bar."""
        from organizer.ui.palette_rows import Deed

        commands = [command for _heading, group in COMMANDS for command in group if command.code not in ("search", "close")]
        deeds = [Deed(_(each.words), each.icon, partial(self.run, each.code), each.keys or each.shown_keys) for each in commands]
        for place in PLACES.values():
            words = _("Go to {place}").format(place=_(place.words))
            deeds.append(Deed(words, place.icon, partial(self.show_page, place.code), f"Alt+{NUMBERS[place.code]}"))
        return deeds

    def settings(self) -> None:
        from organizer.ui.settings_sheet import SettingsSheet

        SettingsSheet(self, self._session).show_over()

    def keys(self) -> None:
        KeysSheet(self).show_over()

    def lock(self) -> None:
        self._go(self.lock_wanted)

    def open_other(self) -> None:
        self._go(self.open_wanted)

    def bring_in(self) -> None:
        self._ways_in.open()

    def back_up(self) -> None:
        self.backups.make()

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

    def _fit(self) -> None:
        narrow = self.width() < px(NARROW_BELOW)
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

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fields take Ctrl+Z first, while they have something of their own to take back; Qt's would keep it for good."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and isinstance(watched, QWidget):
            undo, redo = event.matches(QKeySequence.StandardKey.Undo), event.matches(QKeySequence.StandardKey.Redo)
            if (undo or redo) and watched.window() is self and not has_steps(watched, back=undo):
                event.ignore()
                return True
        return super().eventFilter(watched, event)

    def keep(self) -> None:
        """Keep what is not saved on any page. UserError when the file does not take all of it."""
        self.stack.keep()
        self.beside.keep()

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
        QApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]
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

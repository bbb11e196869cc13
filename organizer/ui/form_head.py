"""FormHead: what a record is called, its state, and what can be done with it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from organizer.i18n import _
from organizer.ui.kind import Head, Kind, Verb
from organizer.ui.look.layout import Item
from organizer.ui.look.parts import Badge, Button, DateTile, Elided, Glyph, box, col, icon, icon_button, row
from organizer.ui.look.wrap import Wrap
from organizer.ui.print_room.verbs import add_verbs, has_sheets, sheet_verbs


class FormHead(QWidget):
    """`verb_wanted` carries the Verb that was pressed; History and Delete have signals of their own."""

    verb_wanted = Signal(object)
    history_wanted = Signal()
    delete_wanted = Signal()
    back_wanted = Signal()

    def __init__(self, kind: Kind) -> None:
        super().__init__()
        self._kind = kind
        self.back = icon_button("arrow-left", _("Back to the list"))
        self.back.clicked.connect(self.back_wanted)
        self.back.hide()
        self._tile = DateTile(size=54)
        self._icon = Glyph(kind.icon, 26, "ink2")
        self._title = Elided("", "heading")
        self._badge = Badge("")
        self._second = Elided("", "small", "ink2")
        words = col(self._title, row(self._badge, (self._second, 1), gap=8), gap=3)
        verbs, ends = self._tools()
        # Without verbs of its own a kind's two buttons stand in the first line: no line for them alone.
        first: list[Item] = [self.back, self._tile, self._icon, (words, 1), *([] if verbs else ends)]
        self._tool_line = box(row((box(Wrap(verbs, gap=4)), 1), *ends, gap=4)) if verbs else None
        lines: list[Item] = [row(*first, gap=12), *([self._tool_line] if self._tool_line else [])]
        self.setLayout(col(*lines, gap=12, margins=(18, 16, 14, 10)))

    def _tools(self) -> tuple[list[Button], list[Button]]:
        """The buttons of prints and verbs, and the two at the end."""
        self.history = icon_button("history", _(self._kind.words.history))
        self.delete = icon_button("trash-2", _(self._kind.words.delete))
        self.history.clicked.connect(self.history_wanted)
        self.delete.clicked.connect(self.delete_wanted)
        self.verbs = [self._verb_button(verb) for verb in self._kind.verbs]
        self.print_button = self._print_button()
        return ([self.print_button] if self.print_button else []) + self.verbs, [self.history, self.delete]

    def _verb_button(self, verb: Verb) -> Button:
        button = Button(_(verb.words), "quiet", icon=verb.icon, small=True)
        button.clicked.connect(self._asking(verb))
        return button

    def _print_button(self) -> Button | None:
        if not self._kind.prints and not has_sheets(self._kind.record.KIND):
            return None
        menu = QMenu(self)
        for verb in self._kind.prints:
            action = QAction(icon(verb.icon), _(verb.words), menu)
            action.triggered.connect(self._asking(verb))
            menu.addAction(action)
        self._sheets_offered = False
        menu.aboutToShow.connect(lambda: self._offer_sheets(menu))
        return Button(_("Print"), icon="printer", small=True, menu=menu)

    def _offer_sheets(self, menu: QMenu) -> None:
        """The sheets of the print room stand below, from when the menu is first opened."""
        if not self._sheets_offered:
            self._sheets_offered = True
            for action, verb in add_verbs(menu, sheet_verbs(self._kind.record.KIND)):
                action.triggered.connect(self._asking(verb))

    def _asking(self, verb: Verb) -> Callable[[], None]:
        return lambda *_checked: self.verb_wanted.emit(verb)

    def show_record(self, record: Any) -> None:
        """Show the head of a record; an unsaved one has nothing yet to print, repeat or delete."""
        new = record.is_new()
        head = Head(_(self._kind.words.new), _("Not in the file yet")) if new else self._kind.head(record)
        self._title.setText(head.title)
        self._second.setText(head.second)
        self._badge.setVisible(bool(head.state))
        if head.state:
            self._badge.show_state(head.state)
        self._tile.setVisible(head.tile is not None)
        self._icon.setVisible(head.tile is None)
        if head.tile is not None:
            self._tile.show_day(head.tile.day, head.tile.month, exact=head.tile.exact)
        for part in (self.history, self.delete, *([self._tool_line] if self._tool_line else [])):
            part.setHidden(new)

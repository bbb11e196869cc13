"""The chooser: what the print room shows at its start, a search field and the sheets that fit it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from organizer.i18n import _
from organizer.sheets.sheet_kind import SheetKind
from organizer.ui.look.layout import Panel, box, col, row
from organizer.ui.look.parts import Edit, Text
from organizer.ui.look.theme import follow
from organizer.ui.print_room.sheet_list import SheetList

WIDTH = 272
_DOWN = (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Chooser(Panel):
    """`switch` stands above: the sheets, or what was printed so far."""

    def __init__(self, switch: QWidget) -> None:
        super().__init__("surface", edges=("end",))
        self.search = Edit(hint=_("Search sheets"), icon="search", after=None, keys="Ctrl+F")
        self.search.setAccessibleName(_("Search sheets"))
        self.list = SheetList()
        self._nothing = Text(_("No sheet has these words. Fewer letters find more."), "body", "ink2", wrap=True)
        self._nothing_place = box(col(self._nothing, margins=(16, 12, 16, 12)))
        self._nothing_place.hide()
        head = col(row(switch, None), self.search, gap=10, margins=(14, 14, 14, 8))
        self.setLayout(col(head, self._nothing_place, (self.list, 1), gap=0, margins=(0, 0, 1, 0)))
        self.search.textEdited.connect(self._narrow)
        follow(self)

    def restyle(self) -> None:
        self.updateGeometry()

    def show_kinds(self, kinds: Sequence[SheetKind]) -> None:
        self.list.show_kinds(kinds)
        self._narrow(self.search.text())

    def clear(self) -> None:
        """All sheets again."""
        self.search.clear()
        self._narrow("")

    def _narrow(self, words: str) -> None:
        self.list.narrow(words)
        nothing = self.list.is_empty() and bool(words.strip())
        self._nothing_place.setVisible(nothing)
        self.list.setVisible(not nothing)

    def go_to_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """From the search field: Enter or ↓ goes to the sheets, Esc takes the search off."""
        if self.search.hasFocus() and event.key() in _DOWN and not self.list.is_empty():
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
            if not self.list.key():
                self.list.step(0)
        elif self.search.hasFocus() and event.key() == Qt.Key.Key_Escape and self.search.text():
            self.clear()
        else:
            super().keyPressEvent(event)

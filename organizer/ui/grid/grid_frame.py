"""GridFrame: what stands on the page of the letters grid, and where, in a wide window and a narrow one."""

from __future__ import annotations

from collections import Counter
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QWidget

from organizer.i18n import _, _n
from organizer.ui.grid.defaults_bar import DefaultsBar
from organizer.ui.grid.grid_foot import Foot
from organizer.ui.grid.grid_model import GridModel
from organizer.ui.grid.grid_panel import GridPanel
from organizer.ui.grid.grid_view import GridView
from organizer.ui.grid.look_items import LookItem
from organizer.ui.grid.offers import Offers
from organizer.ui.look.layout import Panel, col, row
from organizer.ui.look.parts import Button, Elided, Text
from organizer.ui.page import Page
from organizer.ui.session import Session


class GridFrame(Page):
    """The grid with its panel; under 1000 px the panel takes the grid's place when it is asked for."""

    def __init__(self, session: Session) -> None:
        super().__init__("surface")
        self.model = GridModel(session.today(), self)
        self.offers = Offers(today=session.today())
        self.offers.days = self._days
        self.view = GridView(self.model, lambda: self.offers)
        self.bar = DefaultsBar(session)
        self.panel = GridPanel()
        self.paste_button = Button(_("Paste"), icon="clipboard-paste", keys="Ctrl+V")
        self.foot = Foot()
        self._status = Elided("", "small", "ink2")
        self._error_place = col(gap=0, margins=(12, 0, 12, 0))
        self._narrow = self._looking = False
        self._came: dict[str, int] = {}
        self._columns: tuple[str, ...] = ()
        head = row(Text(_("Log letters"), "title"), 4, (self._status, 1), self.paste_button, margins=(18, 14, 16, 6))
        self.left = Panel("surface", layout=col(head, self._error_place, self.bar, (self.view, 1), self.foot, gap=0))
        self.setLayout(row((self.left, 1), self.panel, gap=0))
        self.foot.look.clicked.connect(lambda: self.look_at_panel(True))
        self.panel.back.clicked.connect(lambda: self.look_at_panel(False))

    def show_sheet(self) -> None:
        """Say what the rows come to by now."""
        self.panel.show_sheet(self.model.sheet, self._columns)
        self.foot.show_sheet(self.model.sheet)
        self._status.setText(self._status_words())

    def say_came(self, how: str, rows: int, columns_left_out: tuple[str, ...] = ()) -> None:
        """How the rows came here: "pasted", "kept" or "stayed", and what of them has no place; told until others join them."""
        self._came, self._columns = {how: rows}, columns_left_out
        self.show_sheet()

    def _status_words(self) -> str:
        rows = self.model.sheet.begun()
        if not rows:
            return ""
        if self._came.get("pasted") == rows:
            return _n("{n} row pasted, nothing logged yet", "{n} rows pasted, nothing logged yet", rows)
        if self._came.get("kept") == rows:
            return _n("{n} row kept from the last time", "{n} rows kept from the last time", rows)
        if self._came.get("stayed") == rows:
            return _n("{n} row stays", "{n} rows stay", rows)
        return _n("{n} row, nothing logged yet", "{n} rows, nothing logged yet", rows)

    def set_busy(self, busy: bool) -> None:
        """While letters are logged nothing may be changed."""
        for part in (self.view, self.bar, self.paste_button, self.panel, self.foot):
            part.setEnabled(not busy)
        if busy:
            self.panel.log.set_words(_("Logging …"))
        else:
            self.show_sheet()

    def go_to(self, line: int, column: int) -> None:
        """Into one cell, wherever the keyboard was."""
        self.look_at_panel(False)
        self.view.go_to(line, column)
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_to_look(self, step: int) -> None:
        """To the next thing to look at, or the one before, over the ends."""
        looks = sorted((look.row, look.column) for look in self.model.sheet.looks)
        if not looks:
            return
        current = (self.view.currentIndex().row(), self.view.currentIndex().column())
        behind = [place for place in looks if (place > current if step > 0 else place < current)]
        ends = (behind[0] if behind else looks[0]) if step > 0 else (behind[-1] if behind else looks[-1])
        self.go_to(*ends)

    def go_to_item(self, item: LookItem) -> None:
        """To the first row that a thing to look at speaks of."""
        self.go_to(item.rows[0], item.column)

    def _days(self) -> Counter[date]:
        """How often each day stands here."""
        return Counter(read.day.day for read in self.model.sheet.rows if read.day is not None)

    def set_narrow(self, narrow: bool) -> None:
        self._narrow = narrow
        self.look_at_panel(self._looking and narrow)

    def look_at_panel(self, looking: bool) -> None:
        """In a narrow window the panel takes the grid's place, or gives it back."""
        self._looking = looking and self._narrow
        self.left.setVisible(not self._looking)
        self.panel.setVisible(self._looking or not self._narrow)
        self.panel.set_narrow(self._narrow)
        self.foot.setVisible(self._narrow)
        if self._looking:
            self.panel.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def panes(self) -> list[QWidget]:
        """The panel is one as long as there is anything to do in it."""
        open_to = {self.left: True, self.panel: self.panel.discard.isEnabled() or self._narrow}
        return [pane for pane, can_enter in open_to.items() if can_enter and pane.isVisible()]

    def message_area(self) -> QWidget:
        return self.left if self.left.isVisible() else self

    def error_place(self) -> QBoxLayout | None:
        return self._error_place

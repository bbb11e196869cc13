"""What was printed and says what holds no more: a bar above the print runs, each with its reason and a way to it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from organizer.actions.print_runs import StaleStock
from organizer.i18n import _, _n
from organizer.ui.look.layout import box, col, row
from organizer.ui.look.paint import painter, rounded
from organizer.ui.look.parts import Button, Glyph, Text
from organizer.ui.look.theme import colours
from organizer.ui.look.tokens import SPACE
from organizer.ui.screens.print_runs import sheet_words

_SHOWN = 3


class StaleBar(QWidget):
    """`wanted` carries the id of a print run. Hidden while all stock is good."""

    wanted = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.title = Text("", "strong")
        self._lines = QVBoxLayout()
        self._lines.setContentsMargins(0, 0, 0, 0)
        self.buttons: list[Button] = []
        self._shown: list[QWidget] = []
        words = col(row(Glyph("triangle-alert", 18, "amber_text"), (self.title, 1), gap=10), self._lines, gap=4)
        self.setLayout(col(box(words), margins=(20, 12, 20, 12)))
        self.hide()

    def show_stock(self, found: Sequence[StaleStock]) -> None:
        """Show the first few; the others are counted."""
        for line in self._shown:
            line.hide()
            self._lines.removeWidget(line)
            line.deleteLater()
        self.buttons = []
        self._shown = [self._line(stock) for stock in found[:_SHOWN]]
        for line in self._shown:
            self._lines.addWidget(line)
        count = len(found)
        title = _n("This stock is out of date.", "{n} print runs are out of date.", count)
        if count > _SHOWN:
            more = _n("{n} more is not shown here.", "{n} more are not shown here.", count - _SHOWN)
            title = f"{title} {more}"
        self.title.setText(title)
        self.setAccessibleName(title)
        self.setVisible(bool(found))

    def _line(self, stock: StaleStock) -> QWidget:
        name = sheet_words(stock.run.sheet)
        words = _("{sheet}: {reason}").format(sheet=name, reason=stock.words())
        button = Button(_("Open"), small=True, name=_("Open the print run of {sheet}").format(sheet=name))
        button.clicked.connect(partial(self._want, stock.run.id))
        self.buttons.append(button)
        return box(row(28, (Text(words, "body", wrap=True), 1), button, gap=8))

    def _want(self, run_id: int, _checked: bool = False) -> None:
        self.wanted.emit(run_id)

    def paintEvent(self, event: QPaintEvent) -> None:
        c = colours()
        rounded(painter(self), QRectF(self.rect()).adjusted(8, 4, -8, -4), SPACE.radius, c.amber_soft, c.amber_text)

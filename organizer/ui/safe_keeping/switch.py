"""SectionSwitch: the words of all sections side by side, or a list that opens where they do not fit."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from organizer.ui.look.choice import Choice
from organizer.ui.look.layout import row
from organizer.ui.look.segmented import Segmented
from organizer.ui.look.theme import follow, px
from organizer.ui.look.tokens import SPACE

_LIST = 220


class SectionSwitch(QWidget):
    """items: (code, words). `chosen` says the code that a person picked."""

    chosen = Signal(str)

    def __init__(self, items: Sequence[tuple[str, str]], name: str) -> None:
        super().__init__()
        self.words, self.list = Segmented(items, stretch=False), Choice(items)
        for each in (self.words, self.list):
            each.setAccessibleName(name)
            each.chosen.connect(self._pick)
        self.setLayout(row(self.words, self.list, None, gap=0))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        follow(self)

    def restyle(self) -> None:
        self.list.setFixedWidth(px(_LIST))
        self.setFixedHeight(px(SPACE.control))
        self.updateGeometry()
        self._fit()

    def value(self) -> str:
        return self.words.value()

    def set_value(self, code: str) -> None:
        """Choose without saying so."""
        self.words.set_value(code)
        self.list.set_value(code)

    def _pick(self, code: str) -> None:
        self.set_value(code)
        self.chosen.emit(code)

    def sizeHint(self) -> QSize:
        return self.words.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return QSize(px(_LIST), px(SPACE.control))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        fits = self.width() >= self.words.sizeHint().width()
        shown, other = (self.words, self.list) if fits else (self.list, self.words)
        focused = other.isAncestorOf(self.window().focusWidget() or self) or other.hasFocus()
        shown.show()
        if focused:
            shown.setFocus(Qt.FocusReason.OtherFocusReason)
        other.hide()

"""Choice: one of a list, by code and words."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QWheelEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from organizer.ui.look.edit import say
from organizer.ui.look.paint import START, own_order, rounded
from organizer.ui.look.theme import colours, follow, px, theme
from organizer.ui.look.tokens import SPACE

Index = QModelIndex | QPersistentModelIndex


class _Rows(QStyledItemDelegate):
    """The rows of the list: as high as a menu's, the one under hand marked as with a highlighter."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        words = theme().metrics("body").horizontalAdvance(str(index.data() or ""))
        return QSize(round(words) + px(32), px(SPACE.menu_row))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect, state = QRectF(option.rect), option.state
        if state & QStyle.StateFlag.State_Selected:
            rounded(painter, rect.adjusted(4, 1, -4, -1), 6, colours().pick)
        painter.setFont(theme().font("body"))
        painter.setPen(colours().ink)
        painter.drawText(rect.adjusted(px(12), 0, -px(12), 0), START, own_order(painter, str(index.data() or "")))


class Choice(QComboBox):
    """`chosen` says the code that a person picked. A wheel over it scrolls the form: it never changes a value unseen."""

    chosen = Signal(str)

    def __init__(self, items: Iterable[tuple[str, str]] = ()) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(4)
        self.setMaxVisibleItems(14)
        self.setItemDelegate(_Rows(self))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for code, words in items:
            self.add(code, words)
        self.activated.connect(lambda _row: self.chosen.emit(self.value()))
        follow(self)

    def restyle(self) -> None:
        self.setFont(theme().font("body"))

    def add(self, code: str, words: str) -> None:
        self.addItem(words, code)

    def value(self) -> str:
        """The code of what is chosen; empty when nothing is."""
        return str(self.currentData() or "")

    def set_value(self, code: str) -> None:
        """Choose without saying so; nothing is chosen when the code is not in the list."""
        self.setCurrentIndex(self.findData(code))

    def set_problem(self, problem: bool) -> None:
        say(self, "problem", problem)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

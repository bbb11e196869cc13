"""Wrap: a layout that begins a new line where the next part has no room."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from organizer.ui.look.theme import px


class Wrap(QLayout):
    """`gap` in tokens between parts and between lines."""

    def __init__(self, parts: Sequence[QWidget], *, gap: int) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._gap = gap
        for part in parts:
            self.addWidget(part)

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max((place.bottom() + 1 for place in self._places(width)), default=0)

    def sizeHint(self) -> QSize:
        widths = [item.sizeHint().width() for item in self._shown()]
        return QSize(sum(widths) + px(self._gap) * max(0, len(widths) - 1), self.minimumSize().height())

    def minimumSize(self) -> QSize:
        sizes = [item.sizeHint() for item in self._shown()]
        return QSize(max((s.width() for s in sizes), default=0), max((s.height() for s in sizes), default=0))

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        rtl = QGuiApplication.isRightToLeft()
        for item, place in zip(self._shown(), self._places(rect.width()), strict=True):
            left = rect.right() - place.right() if rtl else rect.left() + place.left()
            item.setGeometry(QRect(left, rect.top() + place.top(), place.width(), place.height()))

    def _places(self, width: int) -> list[QRect]:
        """Where each part stands, measured from the start edge; parts of one line are centred on it."""
        places: list[QRect] = []
        x = y = 0
        height = self.minimumSize().height()
        for item in self._shown():
            size = item.sizeHint()
            if x and x + size.width() > width:
                x, y = 0, y + height + px(self._gap)
            places.append(QRect(x, y + (height - size.height()) // 2, size.width(), size.height()))
            x += size.width() + px(self._gap)
        return places

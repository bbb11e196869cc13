"""Tall: a scroll area for sheets, as high as its contents where the window allows it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QLayout, QWidget

from organizer.ui.look.layout import Scroll


class Tall(Scroll):
    """Its height follows what it holds; it scrolls only when a sheet has no more room to give."""

    def __init__(self, layout: QLayout) -> None:
        inner = QWidget()
        inner.setLayout(layout)
        super().__init__(inner)
        self._inner = layout

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if self._inner.hasHeightForWidth():
            return self._inner.totalHeightForWidth(width)
        return self._inner.totalSizeHint().height()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # A scroll area keeps the wishes of its contents to itself; a sheet has to hear them.
        if event.type() == QEvent.Type.LayoutRequest and watched is self.widget():
            self.updateGeometry()
        return super().eventFilter(watched, event)

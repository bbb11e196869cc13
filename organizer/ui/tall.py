"""Tall: a scroll area for sheets, as high as its contents where the window allows it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLayout, QWidget

from organizer.ui.look.layout import Scroll


class Tall(Scroll):
    """Its height follows what it holds; it scrolls only when a sheet has no more room to give."""

    def __init__(self, layout: QLayout) -> None:
        inner = QWidget()
        inner.setLayout(layout)
        super().__init__(inner)
        self._inner = layout
        self._grown = QTimer(self)
        self._grown.setSingleShot(True)
        self._grown.timeout.connect(self._show_bar_if_needed)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if self._inner.hasHeightForWidth():
            return self._inner.totalHeightForWidth(width)
        return self._inner.totalSizeHint().height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_bar_if_needed()

    def _show_bar_if_needed(self) -> None:
        """A bar that Qt has shown once makes its own need: beside it lines break earlier and the contents grow too high."""
        fits = self.heightForWidth(self.width()) <= self.height()
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(policy.ScrollBarAlwaysOff if fits else policy.ScrollBarAsNeeded)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # A scroll area keeps the wishes of its contents to itself; a sheet has to hear them.
        if event.type() == QEvent.Type.LayoutRequest and watched is self.widget():
            self.updateGeometry()
            # Not now: the contents are in the middle of laying themselves out.
            self._grown.start()
        return super().eventFilter(watched, event)

"""What a field or a grid can take back by itself: there Ctrl+Z is its own until it has nothing more."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from shiboken6 import isValid


def has_steps(widget: QWidget, *, back: bool) -> bool:
    """Whether this has something of its own to take back, or to bring back. What is no field says so by a method of this name."""
    own = getattr(widget, "has_steps", None)
    if own is not None:
        return bool(own(back=back))
    if isinstance(widget, QLineEdit):
        return widget.isUndoAvailable() if back else widget.isRedoAvailable()
    if isinstance(widget, QPlainTextEdit):
        return widget.document().isUndoAvailable() if back else widget.document().isRedoAvailable()
    return False


class OwnSteps(QObject):
    """Fields take Ctrl+Z first, while they have something of their own to take back; Qt's would keep it for good.

    Only the field in hand is listened to: through a filter on the application every event of every part would pass.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._in_hand: QWidget | None = None
        self._application().focusChanged.connect(self._follow)

    def let_go(self) -> None:
        self._application().focusChanged.disconnect(self._follow)
        self._follow(None, None)

    @staticmethod
    def _application() -> QApplication:
        return cast(QApplication, QApplication.instance())

    def _follow(self, _left: QWidget | None, reached: QWidget | None) -> None:
        if self._in_hand is not None and isValid(self._in_hand):
            self._in_hand.removeEventFilter(self)
        self._in_hand = reached if reached is not None and reached.window() is self._window else None
        if self._in_hand is not None:
            self._in_hand.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and isinstance(watched, QWidget):
            undo, redo = event.matches(QKeySequence.StandardKey.Undo), event.matches(QKeySequence.StandardKey.Redo)
            if (undo or redo) and not has_steps(watched, back=undo):
                event.ignore()
                return True
        return False

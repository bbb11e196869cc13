"""Pressable: what is pressed by mouse, Space and Enter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractButton as _Part
else:
    # Classes of Qt cannot be inherited twice: at run time this one adds a method and is no widget of its own.
    _Part = object

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Pressable(_Part):
    """Stands before the class of Qt, which takes Space alone outside a dialog; people press Enter on what the ring is round.

    A key held down presses nothing: it may still be down from the field that led here.
    """

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in _ENTER or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self.click()

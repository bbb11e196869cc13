"""Alt and a digit go to an entry of the side bar."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from organizer.i18n import _
from organizer.ui.look.sidebar import SideBar
from organizer.ui.pages import NUMBERS, PLACES


def add_number_keys(window: QWidget, side: SideBar, go: Callable[[str], None]) -> None:
    """Answer the keys in the whole window, and name them at the entries."""
    for code, number in NUMBERS.items():
        key = QKeyCombination(Qt.KeyboardModifier.AltModifier, Qt.Key(Qt.Key.Key_0 + number))
        QShortcut(QKeySequence(key), window).activated.connect(partial(go, code))
        side.item(code).setToolTip(_("{place} (Alt {number})").format(place=_(PLACES[code].words), number=number))

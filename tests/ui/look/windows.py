"""A window to try parts in, and what a screen reader hears of them."""

from __future__ import annotations

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from organizer.ui.look.layout import col
from organizer.ui.look.parts import Panel

Role = QAccessible.Role


def spoken(widget: QWidget) -> tuple[Role, str, str]:
    said = QAccessible.queryAccessibleInterface(widget)
    return said.role(), said.text(QAccessible.Text.Name), said.text(QAccessible.Text.Description)


def shown(qtbot, *parts: QWidget) -> Panel:
    """The parts under one another in a window that has the focus."""
    window = Panel(layout=col(*parts, None))
    qtbot.addWidget(window)
    window.resize(600, 500)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window

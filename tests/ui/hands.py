"""What a person does at the keyboard: typing in any script, pressing keys, looking at what is shown."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from organizer.ui.main_window import MainWindow
from organizer.ui.record_screen import RecordScreen

NONE, CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None, "nothing has the focus"
    return widget


def type_text(text: str, widget: QWidget | None = None) -> None:
    """Type letters of any script where the focus is: QTest's own typing knows ASCII alone."""
    for letter in text:
        target = widget or focused()
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(target, QKeyEvent(kind, 0, NONE, letter))


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = NONE, widget: QWidget | None = None) -> None:
    QTest.keyClick(widget or focused(), key, modifier)


def retype(text: str) -> None:
    """Type over everything in the field that has the focus."""
    press(Qt.Key.Key_A, CTRL)
    type_text(text) if text else press(Qt.Key.Key_Delete)


def screen(window: MainWindow) -> RecordScreen:
    page = window.page()
    assert isinstance(page, RecordScreen)
    return page


def column(window: MainWindow, place: int) -> list[str]:
    """The words of one column of the list in view, from top to bottom."""
    model = screen(window).list.model
    return [str(model.data(model.index(row, place))) for row in range(model.rowCount())]


def editor(window: MainWindow, attribute: str) -> Any:
    """The editor of one field of the form in view."""
    return screen(window).form.body.controls[attribute].editor

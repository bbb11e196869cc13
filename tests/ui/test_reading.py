"""Sheets that are only read: the keyboard scrolls them, and what is scrolled away is said to be off the screen."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget

from organizer.ui.about import About
from organizer.ui.keys_help import KeysSheet
from organizer.ui.look.sheet import Sheet
from organizer.ui.look.text import Text
from organizer.ui.main_window import MainWindow
from organizer.ui.reading import Reading
from tests.ui.hands import focused, press

Opens = Callable[..., MainWindow]
SHEETS = pytest.mark.parametrize("make", [KeysSheet, About])


def opened(make: Callable[[QWidget], Sheet], window: MainWindow) -> Reading:
    sheet = make(window)
    sheet.show_over()
    QApplication.processEvents()
    return sheet.findChild(Reading)  # type: ignore[return-value]


@SHEETS
def test_the_keys_scroll_and_tab_goes_on_to_the_button(open_window: Opens, make: Callable[[QWidget], Sheet]) -> None:
    words = opened(make, open_window("targets", height=600))
    assert focused() is words
    bar = words.verticalScrollBar()
    for key, there in ((Qt.Key.Key_Down, lambda: bar.value() > 0), (Qt.Key.Key_End, lambda: bar.value() == bar.maximum() > 0),
                       (Qt.Key.Key_Home, lambda: bar.value() == 0), (Qt.Key.Key_PageDown, lambda: bar.value() > 0)):  # fmt: skip
        press(key)
        assert there(), key
    press(Qt.Key.Key_Tab)
    assert focused() is not words
    press(Qt.Key.Key_Tab)
    assert focused() is words


@SHEETS
def test_what_is_scrolled_away_is_off_the_screen(open_window: Opens, make: Callable[[QWidget], Sheet]) -> None:
    words = opened(make, open_window("targets", height=600))
    *_before, last = words.findChildren(Text)
    assert is_away(last.parentWidget())
    press(Qt.Key.Key_End)
    assert not is_away(last.parentWidget())


def is_away(part: QWidget) -> bool:
    return bool(QAccessible.queryAccessibleInterface(part).state().offscreen)


def test_the_keys_are_spoken_with_what_they_do(open_window: Opens) -> None:
    words = opened(KeysSheet, open_window("targets"))
    said = {QAccessible.queryAccessibleInterface(text).text(QAccessible.Text.Name) for text in words.findChildren(Text)}
    assert "Quick log, Ctrl L" in said

"""Marking words: Ctrl+B and Ctrl+I set stars around what is selected, and take them away again."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from organizer.ui.look.edit import Area
from organizer.ui.prints.marking import BOLD, ITALIC, mark
from organizer.ui.screens.leaflets import LeafletsPage


def selected(area: Area, words: str) -> None:
    """Select these words, wherever they stand."""
    cursor = area.document().find(words)
    assert not cursor.isNull()
    area.setTextCursor(cursor)


@pytest.mark.parametrize(
    ("text", "words", "stars", "marked"),
    [
        ("All of them are free", "of them", BOLD, "All **of them** are free"),
        ("All of them are free", " of them ", ITALIC, "All *of them* are free"),
        ("Все они ✊🏽 свободны", "свободны", BOLD, "Все они ✊🏽 **свободны**"),
        ("يا عمال العالم", "عمال", BOLD, "يا **عمال** العالم"),
        ("All **of them** are", "of them", ITALIC, "All ***of them*** are"),
    ],
)
def test_marks_are_put_around_words_and_taken_away(
    look: Any, qtbot: QtBot, text: str, words: str, stars: str, marked: str
) -> None:
    area = Area(text)
    qtbot.addWidget(area)
    selected(area, words)
    mark(area, stars)
    assert area.toPlainText() == marked
    assert area.textCursor().selectedText() == words.strip()
    mark(area, stars)
    assert area.toPlainText() == text


def test_with_nothing_selected_one_types_between_the_stars(look: Any, qtbot: QtBot) -> None:
    area = Area("Free ")
    qtbot.addWidget(area)
    area.moveCursor(area.textCursor().MoveOperation.End)
    mark(area, BOLD)
    area.insertPlainText("all")
    assert area.toPlainText() == "Free **all**"
    area.undo()
    area.undo()
    assert area.toPlainText() == "Free "


def test_the_keys_mark_words_in_the_text_of_a_leaflet(leaflets: LeafletsPage, qtbot: QtBot) -> None:
    control = leaflets.form.body.controls["texts.body"]
    area = control.field.control
    area.setFocus()
    control.replace("They asked for alarms")
    for key, marked in ((Qt.Key.Key_B, "They asked for **alarms**"), (Qt.Key.Key_I, "They asked for ***alarms***")):
        selected(area, "alarms")
        qtbot.keyClick(area, key, Qt.KeyboardModifier.ControlModifier)
        assert control.text() == marked

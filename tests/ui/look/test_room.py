"""What gives way where room is short, and what never does: hints, lines of an area, buttons in a row."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from organizer import i18n
from organizer.ui.look.parts import Area, Button, Edit
from organizer.ui.look.theme import Theme, px
from organizer.ui.look.wrap import Wrap


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en_GB", "Supporters"),
        ("ru", "Сторонники"),
        ("ar", "Supporters"),
        ("ar", "حملة التضامن"),
        ("ar", "Supporters حملة"),
        ("he", "Supporters תומכים"),
        ("hi", "Supporters समर्थक"),
    ],
)
def test_an_area_shows_its_lines_whole(qtbot: QtBot, look: Theme, language: str, words: str) -> None:
    i18n.set_language(language)
    look.apply()
    area = Area("\n".join([words] * 3), lines=3)
    qtbot.addWidget(area)
    area.resize(300, area.height())
    area.show()
    area.moveCursor(QTextCursor.MoveOperation.End)
    assert not area.verticalScrollBar().maximum()
    assert area.cursorRect().bottom() <= area.viewport().rect().bottom()


@pytest.mark.parametrize("language", ["en_GB", "ar"])
def test_no_half_line_shows_below_the_last(qtbot: QtBot, look: Theme, language: str) -> None:
    i18n.set_language(language)
    look.apply()
    area = Area("\n".join(["Supporters"] * 9), lines=3)
    qtbot.addWidget(area)
    area.resize(300, area.height())
    area.show()
    below = area.blockBoundingGeometry(area.document().findBlockByNumber(3)).translated(area.contentOffset())
    assert below.top() >= area.viewport().height() - 3


def test_a_hint_without_room_says_less(qtbot: QtBot, look: Theme) -> None:
    edit = Edit(hint="Search organisations", short_hint="Search", icon="search", keys="Ctrl+F")
    qtbot.addWidget(edit)
    edit.resize(px(300), edit.height())
    edit.show()
    assert edit.placeholderText() == "Search organisations"
    edit.resize(px(150), edit.height())
    assert edit.placeholderText() == "Search"
    edit.resize(px(300), edit.height())
    assert edit.placeholderText() == "Search organisations"


def test_buttons_begin_a_new_line_and_are_never_squeezed(qtbot: QtBot, look: Theme) -> None:
    buttons = [Button(words) for words in ("Drucken", "Wiederholen", "Flugblatt", "Standort")]
    place = QWidget()
    qtbot.addWidget(place)
    wrap = Wrap(buttons, gap=4)
    wrap.setContentsMargins(0, 0, 0, 0)
    place.setLayout(wrap)
    place.resize(buttons[0].sizeHint().width() + buttons[1].sizeHint().width() + px(6), 200)
    place.show()
    assert all(button.width() >= button.sizeHint().width() for button in buttons)
    assert buttons[2].y() > buttons[0].y() == buttons[1].y()
    assert wrap.heightForWidth(place.width()) > buttons[0].height()
    buttons[1].hide()
    wrap.invalidate()
    wrap.setGeometry(QRect(0, 0, place.width(), 200))
    assert buttons[2].y() == buttons[0].y()

"""What screen readers hear where Qt's own answer would not be true."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from organizer.ui.look.art import Crowd
from organizer.ui.look.dates import DateField
from organizer.ui.look.field import Field
from organizer.ui.look.focus import FocusRing
from organizer.ui.look.layout import Scroll, box, col, row
from organizer.ui.look.parts import Area, Button, Edit, Glyph, Keys, Segmented, Sheet, Text
from organizer.ui.look.theme import Theme


def voice(part: QWidget) -> QAccessibleInterface:
    return QAccessible.queryAccessibleInterface(part)


def test_a_field_scrolled_out_of_sight_says_so_and_comes_back(look: Theme, qtbot: QtBot) -> None:
    fields = [Field(f"Line {number}", Edit()) for number in range(40)]
    inner = QWidget()
    inner.setLayout(col(*fields))
    area = Scroll(inner)
    qtbot.addWidget(area)
    area.resize(300, 200)
    area.show()
    assert not voice(fields[0]).state().offscreen and voice(fields[-1]).state().offscreen
    area.ensureWidgetVisible(fields[-1])
    assert voice(fields[0]).state().offscreen and not voice(fields[-1]).state().offscreen


def test_only_the_chosen_word_takes_the_tab_key_and_every_word_can_be_pressed(look: Theme, qtbot: QtBot) -> None:
    choice = Segmented([("draft", "Draft"), ("held", "Held")])
    qtbot.addWidget(choice)
    choice.show()
    draft, held = (voice(segment) for segment in choice._segments())
    assert (draft.state().focusable, held.state().focusable) == (1, 0)
    assert (draft.role(), held.role()) == (QAccessible.Role.RadioButton,) * 2
    with qtbot.waitSignal(choice.chosen) as said:
        held.actionInterface().doAction("Press")
    assert said.args == ["held"] and voice(choice._segments()[1]).state().checked


def test_the_calendar_button_names_the_keys_that_do_the_same(look: Theme, qtbot: QtBot) -> None:
    field = DateField(lambda _words: date(2012, 12, 16))
    qtbot.addWidget(field)
    button = voice(field._button)
    assert button.text(QAccessible.Text.Name) == "Choose a day"
    assert button.actionInterface().keyBindingsForAction("Press") == ["Alt+Down"]


def test_what_an_area_paints_on_bears_its_name(look: Theme, qtbot: QtBot) -> None:
    area = Area()
    field = Field("Notes", area)
    qtbot.addWidget(field)
    assert voice(area.viewport()).text(QAccessible.Text.Name) == "Notes"


def test_decoration_is_silent_and_words_are_not(look: Theme, qtbot) -> None:
    crowd, keys, glyph, words = Crowd(), Keys("Ctrl+K"), Glyph("flag"), box(row(Text("Nothing here yet")))
    window = box(col(crowd, keys, glyph, words))
    qtbot.addWidget(window)
    window.show()
    assert [voice(part).state().invisible for part in (crowd, keys, glyph, words)] == [True, True, True, False]


def test_a_sheet_is_a_dialog_that_lets_nothing_else_be_reached(look: Theme, qtbot: QtBot) -> None:
    behind = box(row(Button("Behind")))
    window = box(col(behind))
    qtbot.addWidget(window)
    window.show()
    assert not voice(behind).state().offscreen
    sheet = Sheet(window, "Settings", box(row(Button("Close"))))
    sheet.show_over()
    said = voice(sheet)
    assert (said.role(), said.text(QAccessible.Text.Name), said.state().modal) == (QAccessible.Role.Dialog, "Settings", 1)
    assert voice(behind).state().offscreen


def test_the_ring_comes_to_a_button_that_is_scrolled_in(look: Theme, qtbot: QtBot) -> None:
    buttons = [Button(f"Line {number}") for number in range(40)]
    window, lines = QWidget(), col()
    qtbot.addWidget(window)
    # The window has its ring before its pages, so it hears of the focus before they scroll.
    ring = FocusRing(window)
    lines.add(Scroll(box(col(*buttons))))
    window.setLayout(lines)
    window.resize(300, 200)
    with qtbot.waitActive(window):
        window.show()
    buttons[0].setFocus(Qt.FocusReason.TabFocusReason)
    buttons[-1].setFocus(Qt.FocusReason.TabFocusReason)
    assert ring.widget() is buttons[-1] and ring.isVisible()
    assert not buttons[-1].visibleRegion().isEmpty()

"""What each part says to a screen reader, and what it does at the keys."""

from __future__ import annotations

from datetime import date, time
from functools import partial

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from organizer.ui.look.calendar import months_later
from organizer.ui.look.layout import col, row
from organizer.ui.look.nav import NavItem
from organizer.ui.look.parts import (
    STATES,
    Area,
    Badge,
    Button,
    Chip,
    Choice,
    DateField,
    DateTile,
    Edit,
    Empty,
    ErrorBar,
    EvidenceBar,
    Field,
    Key,
    MessageBar,
    Panel,
    Placard,
    Segmented,
    SideBar,
    Text,
    TimeEdit,
    icon_button,
)
from organizer.ui.look.theme import Theme
from tests.ui.look.windows import Role, shown, spoken


def test_buttons_say_what_they_do(look: Theme, qtbot) -> None:
    for button, name in ((Button("Log 11 rows", "primary"), "Log 11 rows"), (icon_button("lock", "Lock now"), "Lock now")):
        qtbot.addWidget(button)
        assert spoken(button)[:2] == (Role.Button, name)
        assert button.focusPolicy() == Qt.FocusPolicy.TabFocus


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_what_has_the_ring_is_pressed_by_enter_as_by_space(look: Theme, qtbot, key: Qt.Key) -> None:
    pressed: list[str] = []
    parts = [Button("Go on"), icon_button("lock", "Lock now"), Chip("Held"), NavItem("Pickets", "megaphone")]
    window = shown(qtbot, *parts)
    for part in parts:
        part.clicked.connect(partial(lambda words, *_checked: pressed.append(words), part.accessibleName()))
        part.setFocus(Qt.FocusReason.TabFocusReason)
        qtbot.keyClick(part, key)
    assert pressed == [part.accessibleName() for part in parts] and window.isVisible()


def test_a_key_that_is_held_down_or_has_another_meaning_presses_nothing(look: Theme, qtbot) -> None:
    pressed: list[bool] = []
    button = Button("Erase for good")
    window = shown(qtbot, button)
    button.clicked.connect(lambda: pressed.append(True))
    button.setFocus(Qt.FocusReason.TabFocusReason)
    held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", True)
    QApplication.sendEvent(button, held)
    qtbot.keyClick(button, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert pressed == [] and window.isVisible()


def test_an_ampersand_in_words_is_a_letter(look: Theme, qtbot) -> None:
    button, label = Button("Ships & docks"), Field("Ships & docks", Edit())
    qtbot.addWidget(button)
    qtbot.addWidget(label)
    assert button.shortcut().isEmpty()
    assert button.words() == "Ships & docks"
    assert spoken(label.editor)[1] == "Ships & docks"


def test_a_hostile_name_stays_plain_text(look: Theme, qtbot) -> None:
    text = Text("<b>Free</b> & <img src=x>")
    qtbot.addWidget(text)
    assert text.textFormat() == Qt.TextFormat.PlainText
    assert text.sizeHint().width() > Text("Free").sizeHint().width() * 2


@pytest.mark.parametrize(
    "make", [Edit, Area, Choice, lambda: DateField(lambda _text: None), lambda: TimeEdit(lambda _text: None)]
)
def test_the_label_is_buddy_and_name_of_its_control(look: Theme, qtbot, make) -> None:
    control = make()
    field = Field("According to", control, hint="Police, organiser or press")
    qtbot.addWidget(field)
    assert field.label.buddy() is control
    related = [other.object() for other, _kind in QAccessible.queryAccessibleInterface(control).relations()]
    assert control.accessibleName() == "According to"
    assert field.label in related
    assert spoken(control)[2] == "Police, organiser or press"


def test_a_problem_is_told_marked_and_has_its_way_out(look: Theme, qtbot) -> None:
    edit = Edit("15:30")
    field = Field("To", edit, hint="Local time")
    _window = shown(qtbot, field)
    field.show_problem("This ends before it starts.", [("Use 17:30", lambda: edit.setText("17:30"))])
    assert spoken(edit)[2] == "This ends before it starts."
    assert edit.property("problem")
    qtbot.mouseClick(field.problem.buttons[0], Qt.MouseButton.LeftButton)
    assert edit.text() == "17:30"
    field.clear_problem()
    assert not edit.property("problem")
    assert spoken(edit)[2] == "Local time"
    assert field.problem is None


def test_a_counter_counts_and_turns_red(look: Theme, qtbot) -> None:
    edit = Edit("ab")
    field = Field("Slogan", edit, counter=3)
    qtbot.addWidget(field)
    assert field.note.text() == "2 of 3"
    edit.setText("abcd")
    assert field.note.text() == "4 of 3"


def test_segmented_is_radio_buttons_moved_by_arrows(look: Theme, qtbot) -> None:
    choice = Segmented([("draft", "Draft"), ("held", "Held"), ("off", "Cancelled")])
    _window = shown(qtbot, Field("State", choice))
    chosen: list[str] = []
    choice.chosen.connect(chosen.append)
    choice.focusProxy().setFocus(Qt.FocusReason.TabFocusReason)
    assert spoken(QApplication.focusWidget()) == (Role.RadioButton, "Draft", "State")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    assert choice.value() == "held"
    assert chosen == ["held"]
    choice.set_value("off")
    assert (choice.value(), chosen) == ("off", ["held"])
    assert spoken(QApplication.focusWidget())[1] == "Cancelled"
    choice.set_value("nonsense")
    assert choice.value() == "off"


def test_a_word_chosen_before_the_window_is_in_front_will_have_the_focus(look: Theme, qtbot) -> None:
    choice = Segmented([("draft", "Draft"), ("held", "Held")])
    window = QWidget()
    qtbot.addWidget(window)
    window.setLayout(col(choice))
    choice.setFocus()
    choice.set_value("held")
    assert spoken(window.focusWidget())[1] == "Held"


def test_tab_comes_to_the_chosen_word_of_a_choice_alone(look: Theme, qtbot) -> None:
    choice, after = Segmented([("draft", "Draft"), ("held", "Held"), ("off", "Cancelled")]), Button("After")
    choice.set_value("held")
    _window = shown(qtbot, Field("State", choice), after)
    after.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(after, Qt.Key.Key_Tab)
    assert spoken(QApplication.focusWidget())[1] == "Held"
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is after


def test_a_chip_is_taken_off_by_delete_and_by_its_cross(look: Theme, qtbot) -> None:
    plain, menu = Chip("With arrests", count=3), Chip("Moscow", menu=QMenu(), on=True)
    _window = shown(qtbot, plain, menu)
    assert spoken(plain)[:2] == (Role.CheckBox, "With arrests, 3")
    qtbot.mouseClick(plain, Qt.MouseButton.LeftButton)
    assert plain.is_on()
    with qtbot.waitSignal(plain.removed):
        qtbot.keyClick(plain, Qt.Key.Key_Delete)
    assert not plain.is_on()
    with qtbot.waitSignal(menu.removed):
        qtbot.mouseClick(menu, Qt.MouseButton.LeftButton, pos=QPoint(menu.width() - 12, menu.height() // 2))
    assert not menu.is_on()


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_a_menu_opens_under_its_button_from_the_start_edge(look: Theme, qtbot, qapp: QApplication, direction) -> None:
    qapp.setLayoutDirection(direction)
    menu = QMenu()
    menu.addAction("Print the list of all pickets")
    button = Button("Print", menu=menu)
    window = Panel(layout=col(row(None, button, None), None))
    qtbot.addWidget(window)
    window.resize(700, 300)
    window.show()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    at = button.mapToGlobal(QPoint(0, 0))
    if direction == Qt.LayoutDirection.LeftToRight:
        assert menu.x() == at.x()
    else:
        assert menu.x() + menu.width() == at.x() + button.width()
    assert menu.y() == at.y() + button.height() + 4
    menu.close()


def test_tab_leaves_an_area(look: Theme, qtbot) -> None:
    area, after = Area("text"), Edit()
    _window = shown(qtbot, area, after)
    area.setFocus()
    qtbot.keyClick(area, Qt.Key.Key_Tab)
    assert after.hasFocus()
    assert area.words() == "text"


def test_sealed_words_can_be_read_and_not_changed(look: Theme, qtbot) -> None:
    edit = Edit("Receipt 14")
    _window = shown(qtbot, edit)
    edit.set_sealed(True)
    qtbot.keyClicks(edit, "x")
    assert edit.text() == "Receipt 14"
    assert QAccessible.queryAccessibleInterface(edit).state().readOnly


def test_a_choice_speaks_codes_and_ignores_the_wheel(look: Theme, qtbot) -> None:
    choice = Choice([("p", "Picket"), ("v", "Vigil")])
    _window = shown(qtbot, choice)
    with qtbot.waitSignal(choice.chosen) as said:
        qtbot.keyClick(choice, Qt.Key.Key_Down)
    assert said.args == ["v"]
    choice.set_value("p")
    assert choice.value() == "p"
    choice.set_value("unknown")
    assert choice.value() == ""


def read_day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def test_a_day_is_put_in_order_when_the_field_is_left(look: Theme, qtbot) -> None:
    day, after = DateField(read_day), Edit()
    _window = shown(qtbot, day, after)
    day.setFocus()
    qtbot.keyClicks(day, "2012-12-16")
    after.setFocus()
    assert (day.text(), day.value()) == ("16 Dec 2012", date(2012, 12, 16))
    day.setText("30/02/2012")
    assert day.is_unreadable()
    assert day.text() == "30/02/2012"


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_the_calendar_is_worked_by_keys(look: Theme, qtbot) -> None:
    day = DateField(read_day)
    _window = shown(qtbot, day)
    day.set_value(date(2012, 1, 31))
    qtbot.keyClick(day, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    calendar, grid = day._calendar, day._calendar.grid
    assert spoken(calendar)[:2] == (Role.Dialog, "Choose a day")
    assert spoken(grid)[1] == "Tuesday, 31 January 2012"
    assert calendar.ring.widget() is None
    for _turn in range(4):
        qtbot.keyClick(calendar.focusWidget(), Qt.Key.Key_Tab)
        assert calendar.ring.widget() is calendar.focusWidget()
    assert calendar.focusWidget() is grid
    qtbot.keyClick(grid, Qt.Key.Key_PageDown)
    assert grid.day() == date(2012, 2, 29)
    qtbot.keyClick(grid, Qt.Key.Key_Right)
    with qtbot.waitSignal(day.edited):
        qtbot.keyClick(grid, Qt.Key.Key_Return)
    assert day.value() == date(2012, 3, 1)


def test_months_stay_within_what_dates_can_hold() -> None:
    assert months_later(date(1, 1, 31), -1) == date(1, 1, 31)
    assert months_later(date(9999, 12, 31), 1) == date(9999, 12, 31)
    assert months_later(date(2011, 8, 31), 6) == date(2012, 2, 29)


def test_a_time_is_written_as_on_a_timetable(look: Theme, qtbot) -> None:
    at, after = TimeEdit(lambda text: time(17, 30) if text == "5.30 pm" else None), Edit()
    _window = shown(qtbot, at, after)
    at.setFocus()
    qtbot.keyClicks(at, "5.30 pm")
    after.setFocus()
    assert at.text() == "17:30"


def test_painted_parts_say_their_words_and_figures(look: Theme, qtbot) -> None:
    said = {
        Badge.of("held"): ("Held", ""),
        Placard("in 10 days"): ("in 10 days", ""),
        DateTile("16", "DEC", spoken="16 December 2012"): ("16 December 2012", ""),
        Key("held", 1650, share="53 %"): ("Copy held: 1,650 53 %", ""),
        EvidenceBar(1650, 1136, 342): ("Letters by evidence", "Copy held 1,650, reported 1,136, estimated 342."),
        Empty("No letters yet", "Log the first one."): ("No letters yet", "Log the first one."),
    }
    for part, words in said.items():
        qtbot.addWidget(part)
        assert spoken(part)[1:] == words


def test_states_are_never_told_by_colour_alone(look: Theme) -> None:
    assert all(state.icon and state.words for state in STATES.values())
    assert len({(STATES[code].icon, STATES[code].outline) for code in ("draft", "held", "cancelled")}) == 3


def test_a_side_bar_entry_is_a_button_that_says_where_you_are(look: Theme, qtbot) -> None:
    side = SideBar([("Actions", [("pickets", "Pickets", "megaphone"), ("letters", "Letters", "mail")])])
    _window = shown(qtbot, side)
    side.set_current("letters")
    side.set_count("letters", 3128)
    assert spoken(side.item("letters")) == (Role.Button, "Letters, 3,128", "You are here.")
    with qtbot.waitSignal(side.chosen) as said:
        qtbot.mouseClick(side.item("pickets"), Qt.MouseButton.LeftButton)
    assert said.args == ["pickets"]
    side.set_narrow(True)
    assert side.width() == 60
    assert side.item("pickets").toolTip() == "Pickets"
    assert not side.quick_log_button.isVisible()
    side.set_narrow(False)
    assert side.width() == 224


def test_bars_speak_and_offer_their_way_out(look: Theme, qtbot) -> None:
    tried: list[str] = []
    message = MessageBar("Picket deleted.", action="Undo", keys="Ctrl+Z")
    error = ErrorBar("The backup was not made.", "Choose another folder.", [("Try again", lambda: tried.append("again"))])
    _window = shown(qtbot, error, message)
    assert spoken(message)[1] == "Picket deleted."
    assert spoken(error)[1:] == ("The backup was not made.", "Choose another folder.")
    with qtbot.waitSignal(message.acted):
        qtbot.mouseClick(message.action, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(error.buttons[0], Qt.MouseButton.LeftButton)
    assert tried == ["again"]
    message.say("3 letters logged.")
    assert message.action.isHidden()

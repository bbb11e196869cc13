"""Sheets, the focus ring, tables and completion: where the focus goes and what is chosen."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from organizer.ui.look.completion import match_at
from organizer.ui.look.layout import col, row
from organizer.ui.look.parts import (
    Area,
    Button,
    Cell,
    Completion,
    Edit,
    Elided,
    FocusRing,
    Hit,
    Sheet,
    TableView,
)
from organizer.ui.look.theme import Theme
from tests.ui.look.pickets import Pickets
from tests.ui.look.windows import Role, shown, spoken


def test_a_sheet_keeps_tab_inside_and_gives_the_focus_back(look: Theme, qtbot) -> None:
    under = Edit()
    window = shown(qtbot, under, Edit())
    under.setFocus()
    first, second, last = Edit(), Area(), Button("Log 4 letters", "primary")
    sheet = Sheet(window, "Quick log", col(first, second, row(None, last)))
    sheet.show_over()
    assert first.hasFocus()
    visited = []
    for _step in range(6):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        visited.append(QApplication.focusWidget())
    assert set(visited) == {first, second, last}
    qtbot.keyClick(first, Qt.Key.Key_Backtab)
    assert sheet.isAncestorOf(QApplication.focusWidget())
    with qtbot.waitSignal(sheet.closed):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert under.hasFocus()
    assert sheet.isHidden()


def test_the_focus_never_stays_beneath_a_sheet_whatever_is_disabled_in_it(look: Theme, qtbot) -> None:
    under = Edit()
    window = shown(qtbot, under)
    under.setFocus()
    first, last = Edit(), Button("Cancel")
    sheet = Sheet(window, "Restore a backup", col(first, row(None, last)))
    first.setEnabled(False)
    sheet.show_over(first)
    assert last.hasFocus()
    last.setEnabled(False)
    focused = QApplication.focusWidget()
    assert focused is sheet
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)
    assert under.hasFocus() and sheet.isHidden()


def test_a_sheet_covers_its_window_and_stays_on_it(look: Theme, qtbot) -> None:
    window = shown(qtbot, Edit())
    sheet = Sheet(window, "Unlock", col(Edit()), width=900)
    sheet.show_over()
    window.resize(700, 420)
    QApplication.processEvents()
    assert sheet.size() == window.size()
    assert sheet.rect().contains(sheet.card.geometry())


def test_the_ring_follows_the_keyboard_to_controls_that_show_no_focus_themselves(look: Theme, qtbot) -> None:
    edit, button = Edit(), Button("Save")
    window = shown(qtbot, edit, button)
    ring = FocusRing(window)
    button.setFocus(Qt.FocusReason.TabFocusReason)
    assert ring.widget() is button
    edit.setFocus()
    assert ring.widget() is None


def test_tab_leaves_a_table_and_its_cells_speak(look: Theme, qtbot, qtmodeltester) -> None:
    table, after = TableView("Pickets"), Edit()
    model = Pickets(table)
    qtmodeltester.check(model)
    table.setModel(model)
    table.set_widths((150, 110, 88, 200, 100, 60), stretch=3)
    _window = shown(qtbot, table, after)
    table.choose_row(2)
    assert [index.row() for index in table.selectionModel().selectedRows()] == [2]
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Tab)
    assert after.hasFocus()
    assert spoken(table)[:2] == (Role.Table, "Pickets")
    assert table.rowHeight(0) == 36
    assert table.horizontalHeader().height() == 34


def test_a_row_is_chosen_before_the_first_layout_in_right_to_left(look: Theme, qtbot, qapp: QApplication) -> None:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    table = TableView("Pickets")
    qtbot.addWidget(table)
    table.setModel(Pickets(table))
    table.choose_row(1)
    assert [index.row() for index in table.selectionModel().selectedRows()] == [1]


def test_a_cell_speaks_all_that_it_shows() -> None:
    assert Cell(text="16 Dec 2012", after="14:00").speech() == "16 Dec 2012, 14:00"
    assert Cell(text="45–60", spoken="45 to 60 people").speech() == "45 to 60 people"


def test_completion_is_chosen_without_leaving_the_field(look: Theme, qtbot) -> None:
    edit = Edit()
    window = shown(qtbot, edit)
    hits = [Hit("Wien", "Austria", "map-pin", 1), Hit("Wien Simmering", "Austria", "map-pin", 2)]
    offered = Completion(edit, lambda typed: [hit for hit in hits if typed.lower() in hit.words.lower()])
    edit.setFocus()
    qtbot.keyClicks(edit, "wie")
    assert offered.isVisible()
    assert offered.parentWidget() is window
    qtbot.keyClick(edit, Qt.Key.Key_Down)
    with qtbot.waitSignal(offered.chosen) as said:
        qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert said.args == [2]
    assert edit.text() == "Wien Simmering"
    assert edit.hasFocus()
    qtbot.keyClicks(edit, "q")
    assert offered.isHidden()


def test_a_match_is_marked_where_it_stands() -> None:
    assert match_at("Wien Transport", "TRANS") == (5, 5)
    assert match_at("Wien", "x") == (0, 0)
    assert match_at("İzmir", "zmir") == (0, 0)


def test_a_long_line_ends_in_dots_and_needs_little_room(look: Theme, qtbot) -> None:
    line = Elided("A name that is far too long for its place")
    qtbot.addWidget(line)
    assert line.minimumSizeHint().width() < 40
    line.resize(80, 20)
    assert line._shown().endswith("…")

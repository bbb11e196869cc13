"""A secretary logs a day's letters at the keyboard: typed or pasted, looked at, logged, taken back."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from sqlalchemy import func, select

from organizer.actions.letter_sheet import FAULTY, PASSED, READY, REPEAT
from organizer.records.letter import Letter
from organizer.records.organisation import Organisation
from organizer.store.store import Store
from organizer.ui.grid.grid_editor import CellEdit
from organizer.ui.grid.grid_page import LettersGrid
from organizer.ui.look.button import Button
from organizer.ui.main_window import MainWindow
from tests.ui.grid import august
from tests.ui.hands import ALT, CTRL, SHIFT, focused, press, type_text

Key = Qt.Key


@pytest.fixture
def grid(open_window: Callable[..., MainWindow], file: Store) -> LettersGrid:
    """The page in a real window, with the names in the file that the rows of August speak of."""
    august.fill(file)
    return page_of(open_window("letters_grid"))


@pytest.fixture
def paste(settle: Callable[[], None]) -> Callable[[LettersGrid, str], None]:
    """Ctrl+V with these cells in the clipboard; then the letter book has been asked."""

    def do(page: LettersGrid, text: str) -> None:
        QApplication.clipboard().setText(text)
        press(Key.Key_V, CTRL)
        ask(page, settle)

    return do


def page_of(window: MainWindow) -> LettersGrid:
    page = window.page()
    assert isinstance(page, LettersGrid)
    return page


def ask(page: LettersGrid, settle: Callable[[], None]) -> None:
    """Have the letter book asked now, not in a moment."""
    page._wondering.timeout.emit()
    settle()


def words(page: LettersGrid, row: int) -> list[str]:
    return [str(page.model.index(row, column).data()) for column in range(7)]


def logged(store: Store) -> int:
    return int(store.rows(select(func.sum(Letter.quantity)))[0][0] or 0)


def at(page: LettersGrid) -> tuple[int, int]:
    return page.view.currentIndex().row(), page.view.currentIndex().column()


def way(page: LettersGrid, title: str, label: str) -> Button:
    """The way out of that label under the thing to look at of that title."""
    for box in page.panel.boxes:
        for button in box.buttons:
            if button.words() == label and title in button.accessibleName():
                return button
    raise AssertionError(f"{title}: no {label}")


def test_the_keyboard_is_in_the_first_cell_when_the_page_opens(grid: LettersGrid) -> None:
    assert focused() is grid.view and at(grid) == (0, 0)
    assert grid.model.rowCount() == 1 and not grid.panel.log.isEnabled()


def test_a_row_is_typed_from_cell_to_cell_and_the_next_takes_from_it(grid: LettersGrid) -> None:
    for text in ("15.8.2012", "Bristol Dockers", "Bristol", "Supreme Court", "post", "3", "yes"):
        type_text(text)
        press(Key.Key_Tab)
    assert words(grid, 0) == ["15 Aug 2012", "Bristol Dockers", "Bristol", "Supreme Court", "post", "3", "Copy held"]
    assert at(grid) == (1, 0) and grid.model.rowCount() == 2
    press(Key.Key_Tab)
    type_text("L")
    assert words(grid, 1)[0] == "15 Aug 2012" and grid.model.rowCount() == 3
    type_text("eeds Miners")
    press(Key.Key_Tab)
    assert words(grid, 1)[:4] == ["15 Aug 2012", "Leeds Miners", "", "Supreme Court"]
    assert grid.panel.log.words() == "Log 2 rows" and grid.model.sheet.total() == 4


def test_what_the_file_knows_is_offered_and_enter_takes_it(grid: LettersGrid) -> None:
    grid.view.go_to(0, 1)
    type_text("wien t")
    edit = focused()
    assert isinstance(edit, CellEdit)
    assert [(hit.words, hit.detail) for hit in edit.offers.hits()] == [
        ("Wien Transport Workers' Branch 28", "Vienna, Austria · 142 letters so far"),
        ("Wien Teachers' Association 57", "Vienna, Austria · 9 letters so far"),
        ("New organisation “wien t”", "Is added with these letters"),
    ]
    press(Key.Key_Return)
    assert edit.text() == "Wien Transport Workers' Branch 28" and not edit.offers.isVisible()
    press(Key.Key_Return)
    assert words(grid, 0)[1:3] == ["Wien Transport Workers' Branch 28", "Vienna"] and at(grid) == (1, 1)


def test_tab_leaves_what_was_written_as_it_is(grid: LettersGrid) -> None:
    grid.view.go_to(0, 1)
    type_text("wien t")
    press(Key.Key_Tab)
    assert words(grid, 0)[1] == "wien t" and at(grid) == (0, 2)


@pytest.mark.parametrize(
    ("column", "typed", "offered", "beside"),
    [
        (2, "wien", "Vienna", "Austria · also Wien"),
        (2, "Актау", "Aktau", "Kazakhstan · also Актау"),
        (3, "berl", "Embassy, Berlin", "Germany"),
        (4, "w", "web form", ""),
        (6, "est", "Estimated", ""),
    ],
)
def test_cells_offer_places_targets_and_the_usual_words(
    grid: LettersGrid, column: int, typed: str, offered: str, beside: str
) -> None:
    grid.view.go_to(0, column)
    type_text(typed)
    edit = focused()
    assert isinstance(edit, CellEdit)
    assert (edit.offers.hits()[0].words, edit.offers.hits()[0].detail) == (offered, beside)


def test_alt_down_opens_what_a_cell_offers(grid: LettersGrid) -> None:
    grid.view.go_to(0, 4)
    press(Key.Key_Down, ALT)
    edit = focused()
    assert isinstance(edit, CellEdit) and [hit.words for hit in edit.offers.hits()][:3] == ["post", "e-mail", "fax"]
    press(Key.Key_Down)
    press(Key.Key_Return)
    press(Key.Key_Return)
    assert words(grid, 0)[4] == "e-mail"


def test_escape_closes_the_offers_and_then_gives_the_cell_back_as_it_was(grid: LettersGrid) -> None:
    grid.view.go_to(0, 1)
    type_text("wien")
    press(Key.Key_Escape)
    press(Key.Key_Escape)
    assert words(grid, 0)[1] == "" and focused() is grid.view and grid.model.rowCount() == 1


def test_the_thirteen_rows_of_august(grid: LettersGrid, paste: Callable[[LettersGrid, str], None]) -> None:
    paste(grid, august.PASTED)
    sheet = grid.model.sheet
    assert [n for n, state in enumerate(sheet.states) if state != READY] == [7, 8]
    assert (sheet.states[7], sheet.states[8]) == (REPEAT, FAULTY)
    assert (sheet.total(), sheet.letters) == (49, {"held": 26, "reported": 11, "estimated": 12})
    assert grid.panel.log.words() == "Log 11 rows"
    assert [look.title() for look in sheet.looks] == [
        "Row 8 repeats row 7",
        "Row 9: 30/02/2012 is not a day",
        "Row 11: new organisation",
    ]


def test_what_stands_as_above_is_grey_and_a_problem_is_red(grid: LettersGrid, paste: Callable[[LettersGrid, str], None]) -> None:
    paste(grid, august.PASTED)
    cell = grid.model.cell
    assert not cell(0, 0).dimmed and cell(1, 0).dimmed and cell(1, 3).dimmed and not cell(1, 4).dimmed
    assert cell(8, 0).problem and not cell(9, 0).dimmed and cell(10, 1).badge == "new"


def test_ways_out_mend_leave_out_and_count(grid: LettersGrid, paste: Callable[[LettersGrid, str], None]) -> None:
    paste(grid, august.PASTED)
    way(grid, "Row 9", "Feb 2012").click()
    assert words(grid, 8)[0] == "Feb 2012" and grid.model.sheet.total() == 61
    way(grid, "Row 8", "Count it").click()
    assert grid.model.sheet.total() == 66 and grid.panel.log.words() == "Log 13 rows"
    press(Key.Key_Z, CTRL, grid.view)
    way(grid, "Row 8", "Leave out").click()
    assert grid.model.sheet.states[7] == PASSED and grid.model.sheet.total() == 61
    way(grid, "1 row is left out", "Bring back").click()
    assert grid.model.sheet.states[7] == REPEAT


def test_f8_goes_round_what_is_to_be_looked_at(grid: LettersGrid, paste: Callable[[LettersGrid, str], None]) -> None:
    paste(grid, august.PASTED)
    seen = []
    for _step in range(4):
        press(Key.Key_F8)
        seen.append(at(grid))
    assert seen == [(7, 1), (8, 0), (10, 1), (7, 1)]
    press(Key.Key_F8, SHIFT)
    assert at(grid) == (10, 1)


def test_logging_is_one_step_and_what_is_not_ready_stays(
    grid: LettersGrid, file: Store, paste: Callable[[LettersGrid, str], None], settle: Callable[[], None]
) -> None:
    paste(grid, august.PASTED)
    before, steps = logged(file), len(file.lately(50))
    press(Key.Key_Return, CTRL)
    settle()
    assert logged(file) == before + 49 and len(file.lately(50)) == steps + 1
    assert [words(grid, row)[1] for row in (0, 1)] == ["PARIS TEACHERS ASSOCIATION 43", "Lisboa Postal Workers' Section 55"]
    window = grid.window()
    assert isinstance(window, MainWindow)
    assert window.messages.bar.words() == "49 letters in 11 rows logged."
    assert file.first(select(Organisation).where(Organisation.name == "Bristol Dockers' Solidarity")) is not None


def test_undo_takes_the_letters_back_and_brings_their_rows_into_the_grid_again(
    grid: LettersGrid, file: Store, paste: Callable[[LettersGrid, str], None], settle: Callable[[], None]
) -> None:
    paste(grid, august.PASTED)
    before, rows = logged(file), grid.model.rows()
    press(Key.Key_Return, CTRL)
    settle()
    press(Key.Key_Z, CTRL)
    settle()
    assert logged(file) == before and grid.model.rows() == rows
    press(Key.Key_Z, CTRL | SHIFT)
    settle()
    assert logged(file) == before + 49 and len(grid.model.rows()) == 2


def test_the_same_rows_pasted_again_are_known_from_the_letter_book(
    grid: LettersGrid, file: Store, paste: Callable[[LettersGrid, str], None], settle: Callable[[], None]
) -> None:
    paste(grid, august.PASTED)
    press(Key.Key_Return, CTRL)
    settle()
    press(Key.Key_A, CTRL)
    press(Key.Key_Delete)
    grid.view.go_to(0, 0)
    paste(grid, august.PASTED)
    assert grid.model.sheet.ready() == 0
    assert "12 rows are in the letter book already" in [item.title for item in grid.panel._items]


def test_ctrl_z_takes_typing_back_first(grid: LettersGrid, file: Store) -> None:
    steps = len(file.lately(50))
    type_text("15.8.2012")
    press(Key.Key_Return)
    assert words(grid, 0)[0] == "15 Aug 2012"
    press(Key.Key_Z, CTRL)
    assert words(grid, 0)[0] == "" and len(file.lately(50)) == steps
    press(Key.Key_Z, CTRL | SHIFT)
    assert words(grid, 0)[0] == "15 Aug 2012"


def test_in_a_cell_that_is_being_written_ctrl_z_never_reaches_the_file(grid: LettersGrid, file: Store) -> None:
    steps = len(file.lately(50))
    press(Key.Key_F2)
    assert isinstance(focused(), CellEdit)
    press(Key.Key_Z, CTRL)
    assert len(file.lately(50)) == steps and not any(entry.undone for entry in file.lately(50))


def test_a_click_on_log_takes_what_is_still_being_written(
    grid: LettersGrid, file: Store, paste: Callable[[LettersGrid, str], None], settle: Callable[[], None]
) -> None:
    paste(grid, august.PASTED)
    before = logged(file)
    grid.view.go_to(13, 1)
    type_text("Leeds Miners")
    grid.panel.log.click()
    settle()
    assert logged(file) == before + 50
    assert file.first(select(Organisation).where(Organisation.name == "Leeds Miners")) is not None


def test_what_arrives_from_the_file_does_not_touch_what_is_being_written(grid: LettersGrid) -> None:
    grid.view.go_to(0, 1)
    type_text("wien t")
    press(Key.Key_Return)
    grid.model.know(grid.offers.book)
    edit = focused()
    assert isinstance(edit, CellEdit) and edit.text() == "Wien Transport Workers' Branch 28"


def test_same_as_above_today_and_delete(grid: LettersGrid, paste: Callable[[LettersGrid, str], None]) -> None:
    paste(grid, august.PASTED)
    grid.view.go_to(13, 1)
    press(Key.Key_D, CTRL)
    press(Key.Key_Semicolon, CTRL)
    assert words(grid, 13)[:2] == ["6 Dec 2012", "Karachi Health Union Branch 12"]
    press(Key.Key_Delete)
    assert words(grid, 13)[1] == "" and words(grid, 13)[0] == "6 Dec 2012"


def test_keys_of_the_grid_work_while_a_cell_is_being_written(
    grid: LettersGrid, paste: Callable[[LettersGrid, str], None]
) -> None:
    paste(grid, august.PASTED)
    grid.view.go_to(13, 4)
    type_text("fa")
    press(Key.Key_F8)
    assert words(grid, 13)[4] == "fa" and at(grid) == (7, 1) and focused() is grid.view


def test_enter_goes_down_and_shift_enter_up(grid: LettersGrid, paste: Callable[[LettersGrid, str], None]) -> None:
    paste(grid, august.PASTED)
    press(Key.Key_Return)
    press(Key.Key_Return)
    assert at(grid) == (2, 0)
    press(Key.Key_Return, SHIFT)
    assert at(grid) == (1, 0)


def test_tab_leaves_after_the_last_cell_and_f6_at_any_time(grid: LettersGrid) -> None:
    for _step in range(6):
        press(Key.Key_Tab)
    assert focused() is grid.view and at(grid) == (0, 6)
    press(Key.Key_Tab)
    assert focused() is not grid.view
    press(Key.Key_Tab, SHIFT)
    assert focused() is grid.view
    type_text("x")
    assert isinstance(focused(), CellEdit)
    press(Key.Key_F6)
    assert not grid.left.isAncestorOf(focused()) and words(grid, 0)[6] == "x"


def test_cells_are_copied_as_spreadsheets_take_them(grid: LettersGrid, paste: Callable[[LettersGrid, str], None]) -> None:
    paste(grid, august.PASTED)
    grid.view.go_to(0, 0)
    press(Key.Key_Right, SHIFT)
    press(Key.Key_Down, SHIFT)
    press(Key.Key_C, CTRL)
    assert QApplication.clipboard().text() == (
        "15 Aug 2012\tWien Transport Workers' Branch 28\n15 Aug 2012\tGlasgow Teachers' Association 43"
    )


def test_a_half_filled_grid_comes_back(
    grid: LettersGrid, paste: Callable[[LettersGrid, str], None], open_window: Callable[..., MainWindow]
) -> None:
    paste(grid, august.PASTED)
    way(grid, "Row 8", "Leave out").click()
    window = grid.window()
    assert isinstance(window, MainWindow)
    window.show_page("letters")
    again = page_of(open_window("letters_grid"))
    assert again.model.rows() == grid.model.rows()
    assert again.model.sheet.states[7] == PASSED and again._status.text() == "13 rows kept from the last time"


def test_discarding_empties_the_grid_and_its_own_undo_brings_it_back(
    grid: LettersGrid, file: Store, paste: Callable[[LettersGrid, str], None]
) -> None:
    paste(grid, august.PASTED)
    grid.panel.discard.click()
    grid.keep()
    assert grid.model.rows() == () and file.draft("letter", "grid") is None
    press(Key.Key_Z, CTRL)
    assert len(grid.model.rows()) == 13


def test_without_a_campaign_nothing_is_logged_and_the_reason_is_told(
    grid: LettersGrid, file: Store, paste: Callable[[LettersGrid, str], None], settle: Callable[[], None]
) -> None:
    paste(grid, august.PASTED)
    before = logged(file)
    grid.bar.campaign = None
    press(Key.Key_Return, CTRL)
    settle()
    window = grid.window()
    assert isinstance(window, MainWindow) and window.messages.error is not None
    assert window.messages.error.accessibleName() == "There is no campaign to log letters for."
    assert logged(file) == before and grid.view.isEnabled()


def test_what_empty_cells_take_is_chosen_from_the_chips(grid: LettersGrid) -> None:
    type_text("15.8.2012")
    press(Key.Key_Return)
    grid.view.go_to(0, 1)
    type_text("Bristol Dockers")
    press(Key.Key_Tab)
    _campaign, tone, channel, evidence = grid.bar.choosing
    for choosing, chosen in ((tone, "Solidarity"), (channel, "fax"), (evidence, "Copy held")):
        choosing.fill()
        next(action for action in choosing.menu.actions() if action.text() == chosen).trigger()
    assert words(grid, 0)[4:] == ["fax", "1", "Copy held"] and grid.bar.defaults.tone == "solidarity"
    assert {4, 5, 6} <= grid.model.sheet.rows[0].taken


def test_bare_cells_go_over_those_that_are_there(grid: LettersGrid, paste: Callable[[LettersGrid, str], None]) -> None:
    paste(grid, august.PASTED)
    grid.view.go_to(1, 4)
    paste(grid, "fax\t9\npost\t8")
    assert [words(grid, row)[4:6] for row in (1, 2)] == [["fax", "9"], ["post", "8"]]
    assert words(grid, 1)[1] == "Glasgow Teachers' Association 43" and len(grid.model.rows()) == 13

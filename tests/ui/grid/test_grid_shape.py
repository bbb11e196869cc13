"""The grid as it is seen, heard and sized: any text size, either direction, ten thousand rows."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester

from organizer.actions.letter_rows import TypedRow
from organizer.store.store import Store
from organizer.ui.grid.grid_editor import CellEdit
from organizer.ui.grid.grid_model import GridModel
from organizer.ui.grid.grid_page import LettersGrid
from organizer.ui.look.theme import Theme
from organizer.ui.main_window import MainWindow
from tests.ui.conftest import TODAY
from tests.ui.grid import august
from tests.ui.hands import focused, press, type_text

Open = Callable[..., MainWindow]


def filled(window: MainWindow, text: str = august.PASTED) -> LettersGrid:
    page = window.page()
    assert isinstance(page, LettersGrid)
    QApplication.clipboard().setText(text)
    page.paste()
    return page


def sheet(rows: int) -> str:
    """So many rows, no two alike, of two hundred organisations in ten cities."""
    cities = ("Wien", "Glasgow", "Leeds", "Köln", "Lagos", "Colombo", "Paris", "Lisboa", "Göteborg", "Karachi")
    return "\n".join(
        f"{n % 28 + 1}/{n % 12 + 1}/2012\tBranch {n % 200}\t{cities[n % 10]}\tOffice {n % 20}\te-mail\t{n + 1}\tyes"
        for n in range(rows)
    )


def test_the_model_keeps_qts_rules_through_every_change(look: Theme, qtmodeltester: ModelTester) -> None:
    model = GridModel(TODAY)
    qtmodeltester.check(model)
    full = TypedRow(("15/08/2012", "Dockers", "Bristol", "President", "post", "3", "yes"))
    model.take([full, full.written(0, "soon")])
    model.set_begun(2)
    model.write({(4, 1): "Miners"})
    model.step(back=True)
    model.begin([])
    model.set_begun(-1)
    assert model.rowCount() == 1


def test_a_cell_is_spoken_with_its_row_its_column_and_what_is_wrong(open_window: Open, file: Store) -> None:
    august.fill(file)
    page = filled(open_window("letters_grid"))

    def spoken(row: int, column: int) -> str:
        return str(page.model.index(row, column).data(Qt.ItemDataRole.AccessibleTextRole))

    assert spoken(0, 5) == "Row 1, Letters: 4"
    assert spoken(8, 0) == "Row 9, Day: 30/02/2012. Row 9: 30/02/2012 is not a day"
    assert spoken(13, 1) == "Row 14, Organisation: empty"


def test_the_table_and_its_editor_have_names(open_window: Open, file: Store) -> None:
    august.fill(file)
    page = filled(open_window("letters_grid"))
    table = QAccessible.queryAccessibleInterface(page.view)
    assert table.text(QAccessible.Text.Name) == "Letters to log"
    assert table.role() == QAccessible.Role.Table
    heads, cells_of_a_row = 1, 8  # the heads of rows and columns count as cells here
    cell = table.child((8 + heads) * cells_of_a_row + heads)
    assert cell is not None and cell.role() == QAccessible.Role.Cell
    assert cell.text(QAccessible.Text.Name).startswith("Row 9, Day")
    page.view.go_to(13, 1)
    type_text("w")
    editor = focused()
    assert isinstance(editor, CellEdit) and editor.accessibleName() == "Organisation, row 14"


def test_every_way_out_says_what_it_is_a_way_out_of(open_window: Open, file: Store) -> None:
    august.fill(file)
    page = filled(open_window("letters_grid"))
    names = [button.accessibleName() for box in page.panel.boxes for button in box.buttons]
    assert "Leave out: Row 8 repeats row 7" in names and "Feb 2012: Row 9: 30/02/2012 is not a day" in names
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_the_smallest_window_holds_it_and_the_panel_takes_the_grids_place(
    open_window: Open, file: Store, look: Theme, scale: float
) -> None:
    august.fill(file)
    look.apply(dark=False, scale=scale)
    window = open_window("letters_grid", 880, 600)
    page = filled(window)
    assert (window.width(), window.height()) == (880, 600)
    assert page.foot.isVisible() and not page.panel.isVisible()
    page.foot.look.click()
    assert page.panel.isVisible() and not page.view.isVisible() and focused() is page.panel.back
    page.panel.back.click()
    assert page.view.isVisible() and not page.panel.isVisible()


def test_at_any_text_size_every_part_lies_inside_the_window(open_window: Open, file: Store, look: Theme) -> None:
    august.fill(file)
    for scale in (0.9, 1.25, 1.5):
        look.apply(dark=False, scale=scale)
        window = open_window("letters_grid")
        page = filled(window)
        for part in (page.view, page.paste_button, page.bar, page.panel if page.panel.isVisible() else page.foot):
            corner = part.mapTo(window, part.rect().bottomRight())
            assert corner.x() < window.width() and corner.y() < window.height()


def test_from_right_to_left_the_first_column_stands_at_the_right(open_window: Open, file: Store, look: Theme) -> None:
    august.fill(file)
    QApplication.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    page = filled(open_window("letters_grid"))
    day, evidence = (page.view.visualRect(page.model.index(0, column)) for column in (0, 6))
    assert day.x() > evidence.x() and page.panel.x() < page.left.x()
    assert page.view.verticalHeader().x() > page.view.viewport().x()
    page.view.go_to(0, 0)
    press(Qt.Key.Key_Left)
    assert page.view.currentIndex().column() == 1


def test_ten_thousand_rows_are_pasted_scrolled_and_typed_in(open_window: Open) -> None:
    page = filled(open_window("letters_grid"), sheet(10_000))
    assert (page.model.sheet.ready(), page.model.rowCount()) == (10_000, 10_001)
    assert len(page.panel.boxes) < 10
    page.view.go_to(9_999, 5)
    type_text("1")
    press(Qt.Key.Key_Return)
    assert page.model.index(9_999, 5).data() == "1" and page.view.currentIndex().row() == 10_000


def test_a_thousand_rows_are_logged_at_once(open_window: Open, settle: Callable[[], None]) -> None:
    window = open_window("letters_grid")
    page = filled(window, sheet(1_000))
    page.log()
    assert not page.view.isEnabled()
    settle()
    assert window.messages.bar.words() == "500,500 letters in 1,000 rows logged."
    assert page.model.rows() == () and page.view.isEnabled()


def test_pasting_asks_the_file_nothing_row_by_row(open_window: Open, file: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    page = open_window("letters_grid").page()
    assert isinstance(page, LettersGrid)
    asked: list[object] = []
    real = file.rows
    monkeypatch.setattr(file, "rows", lambda query: asked.append(query) or real(query))
    filled(open_window("letters_grid"), sheet(500))
    page.model.begin([TypedRow(("1/1/2012", f"Branch {n}", "Wien", "Office", "", "", "")) for n in range(500)])
    assert len(asked) < 20

"""Search everything: records under their headings, commands below, chosen without leaving the field."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from organizer.records.organisation import Organisation
from organizer.records.picket import Picket
from organizer.store.store import Store
from organizer.ui.look.text import Keys
from organizer.ui.look.theme import Theme, colours
from organizer.ui.main_window import MainWindow
from organizer.ui.palette import Palette
from organizer.ui.session import Session
from tests import factories
from tests.ui.hands import ALT, CTRL, focused, press, screen, type_text

Opens = Callable[..., MainWindow]
Settle = Callable[[], None]


@pytest.fixture
def filled(file: Store) -> None:
    wien = factories.organisation(file, name="Wien Transport Workers' Branch 28").id
    factories.picket(file, occasion="14 years demanded for Kuramshin", state="held", people_low=35)
    factories.letter(file, organisation_id=wien, subject="Free Vadim Kuramshin", quantity=4)
    factories.press_release(file, headline="Kuramshin freed by a jury", state="issued")
    factories.leaflet(file, name="Free Kuramshin")


def opened(window: MainWindow, settle: Settle) -> Palette:
    press(Qt.Key.Key_K, CTRL, window)
    settle()
    (palette,) = window.findChildren(Palette)
    assert palette.isVisible()
    return palette


def search(palette: Palette, words: str, settle: Settle) -> list[str]:
    palette.edit.clear()
    type_text(words)
    settle()
    return [row.words for row in palette.rows()]


def chosen(palette: Palette) -> str:
    row = palette.list.row_at(palette.list.currentIndex())
    assert row is not None
    return row.words


@pytest.mark.usefixtures("filled")
def test_what_is_typed_is_found_under_the_heading_of_its_kind(open_window: Opens, settle: Settle) -> None:
    palette = opened(open_window("targets"), settle)
    assert focused() is palette.edit
    found = search(palette, "kuram", settle)
    headings = [row.words for row in palette.rows() if not row.chosen()]
    assert headings == ["Pickets and letters", "Prints"]
    assert "14 years demanded for Kuramshin" in found
    assert "4 letters, Wien Transport Workers' Branch 28" in found
    assert palette.count.text() == "4 found"
    detail = next(row.detail for row in palette.rows() if row.words.startswith("14 years"))
    assert detail == "Picket · London · 16 Dec 2012 · 35 people"


@pytest.mark.usefixtures("filled")
def test_enter_opens_the_record_and_the_focus_never_left_the_field(open_window: Opens, settle: Settle, session: Session) -> None:
    window = open_window("targets")
    palette = opened(window, settle)
    search(palette, "years demanded", settle)
    assert focused() is palette.edit
    assert chosen(palette) == "14 years demanded for Kuramshin"
    press(Qt.Key.Key_Return)
    settle()
    assert not palette.isVisible()
    assert screen(window).kind.record is Picket
    assert screen(window).form.record.occasion == "14 years demanded for Kuramshin"


@pytest.mark.usefixtures("filled")
def test_arrows_move_over_headings_and_stop_at_the_ends(open_window: Opens, settle: Settle) -> None:
    palette = opened(open_window("targets"), settle)
    found = search(palette, "kuram", settle)
    choosable = [row.words for row in palette.rows() if row.chosen()]
    assert chosen(palette) == choosable[0]
    for expected in [*choosable[1:], choosable[-1]]:
        press(Qt.Key.Key_Down)
        assert chosen(palette) == expected
    for _turn in found:
        press(Qt.Key.Key_Up)
    assert chosen(palette) == choosable[0]
    assert palette.edit.text() == "kuram"


@pytest.mark.usefixtures("filled")
def test_the_row_under_hand_is_spoken_by_the_field(open_window: Opens, settle: Settle) -> None:
    palette = opened(open_window("targets"), settle)
    search(palette, "jury", settle)
    assert palette.edit.accessibleDescription().startswith("Kuramshin freed by a jury, Press release · Issued")


@pytest.mark.usefixtures("filled")
def test_alt_and_down_keeps_to_one_kind_and_back(open_window: Opens, settle: Settle) -> None:
    palette = opened(open_window("targets"), settle)
    search(palette, "kuram", settle)
    first = chosen(palette)
    press(Qt.Key.Key_Down, ALT)
    assert focused() is palette.edit
    assert [row.words for row in palette.rows() if row.chosen()] == [first]
    press(Qt.Key.Key_Down, ALT)
    assert len([row for row in palette.rows() if row.chosen()]) == 4


@pytest.mark.usefixtures("filled")
def test_tab_goes_from_the_field_to_the_rows_and_the_button_and_round(open_window: Opens, settle: Settle) -> None:
    palette = opened(open_window("targets"), settle)
    search(palette, "kuram", settle)
    reached = []
    for _turn in range(3):
        press(Qt.Key.Key_Tab)
        reached.append(focused())
    assert set(reached) == {palette.list, palette.close_button, palette.edit}
    assert reached[-1] is palette.edit


@pytest.mark.usefixtures("filled")
def test_the_rows_are_worked_by_their_own_keys(open_window: Opens, settle: Settle) -> None:
    window = open_window("targets")
    palette = opened(window, settle)
    search(palette, "kura", settle)
    palette.list.setFocus(Qt.FocusReason.TabFocusReason)
    press(Qt.Key.Key_Down)
    assert chosen(palette) == "4 letters, Wien Transport Workers' Branch 28"
    type_text("m")
    assert focused() is palette.edit
    assert palette.edit.text() == "kuram"
    settle()
    palette.list.setFocus(Qt.FocusReason.TabFocusReason)
    press(Qt.Key.Key_Return)
    settle()
    assert not palette.isVisible()
    assert screen(window).kind.record is Picket


@pytest.mark.usefixtures("filled")
def test_tab_stays_on_the_sheet_when_nothing_is_found(open_window: Opens, settle: Settle) -> None:
    palette = opened(open_window("targets"), settle)
    search(palette, "zzzz", settle)
    press(Qt.Key.Key_Tab)
    assert focused() is palette.close_button
    press(Qt.Key.Key_Tab)
    assert focused() is palette.edit


def test_with_nothing_typed_it_offers_what_can_be_done(open_window: Opens, settle: Settle) -> None:
    palette = opened(open_window("targets"), settle)
    assert palette.rows()[0].words == "Do"
    assert palette.count.text() == ""


@pytest.mark.parametrize(
    ("typed", "words", "keys"),
    [
        ("settings", "Settings", ""),
        ("lock", "Lock now", "Ctrl+Shift+L"),
        ("print", "Print", "Ctrl+P"),
        ("quick", "Quick log", "Ctrl+L"),
    ],
)
def test_commands_are_found_by_their_words_with_their_keys(
    open_window: Opens, settle: Settle, typed: str, words: str, keys: str
) -> None:
    palette = opened(open_window("targets"), settle)
    search(palette, typed, settle)
    row = next(row for row in palette.rows() if row.words == words)
    assert row.keys == keys


def test_a_new_picket_is_begun_from_here(open_window: Opens, settle: Settle) -> None:
    window = open_window("targets")
    palette = opened(window, settle)
    search(palette, "new picket", settle)
    assert chosen(palette) == "New picket"
    press(Qt.Key.Key_Return)
    settle()
    assert screen(window).kind.record is Picket
    assert screen(window).form.record.is_new()


@pytest.mark.usefixtures("filled")
def test_what_is_not_there_is_said_so(open_window: Opens, settle: Settle) -> None:
    palette = opened(open_window("targets"), settle)
    assert search(palette, "zzzz", settle) == []
    assert palette._nothing.isVisible()
    assert palette.count.text() == "0 found"
    press(Qt.Key.Key_Return)
    assert palette.isVisible()


@pytest.mark.parametrize("typed", ['"', "*", "a AND", "<b>", "(", "NEAR(", "'; DROP TABLE letter; --"])
@pytest.mark.usefixtures("filled")
def test_any_signs_may_be_typed(open_window: Opens, settle: Settle, typed: str) -> None:
    palette = opened(open_window("targets"), settle)
    search(palette, typed, settle)
    assert palette.isVisible()


def test_words_of_any_script_are_found(open_window: Opens, settle: Settle, file: Store) -> None:
    for name in ("Союз «Жанарту»", "نقابة عمال النفط", "Ένωση Εργατών"):
        factories.organisation(file, name=name)
    palette = opened(open_window("targets"), settle)
    assert "Союз «Жанарту»" in search(palette, "жанар", settle)
    assert "نقابة عمال النفط" in search(palette, "عمال", settle)
    assert "Ένωση Εργατών" in search(palette, "εργατ", settle)


@pytest.mark.usefixtures("filled")
def test_escape_closes_it_and_it_opens_empty_again(open_window: Opens, settle: Settle) -> None:
    window = open_window("targets")
    palette = opened(window, settle)
    search(palette, "kuram", settle)
    press(Qt.Key.Key_Escape)
    assert not palette.isVisible()
    assert opened(window, settle).typed() == ""


@pytest.mark.usefixtures("filled")
def test_a_click_opens_as_well(open_window: Opens, settle: Settle) -> None:
    window = open_window("targets")
    palette = opened(window, settle)
    search(palette, "wien", settle)
    at = next(n for n, row in enumerate(palette.rows()) if isinstance(row.record, Organisation))
    rect = palette.list.visualRect(palette.list.model_.index(at))
    QTest.mouseClick(palette.list.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    settle()
    assert not palette.isVisible()


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize("dark", [False, True])
def test_the_typed_letters_are_underlaid_in_yellow(open_window: Opens, settle: Settle, look: Theme, dark: bool) -> None:
    look.apply(dark=dark, scale=1.0)
    palette = opened(open_window("targets"), settle)
    search(palette, "kuram", settle)
    picture = palette.list.grab().toImage()
    inks = {picture.pixelColor(x, y).name() for x in range(picture.width()) for y in range(0, picture.height(), 2)}
    assert colours().yellow.name() in inks
    assert colours().mark.name() in inks
    assert colours().pick.name() in inks


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize(("width", "height", "percent"), [(1366, 768, 100), (880, 600, 150)])
def test_it_stays_inside_the_window(
    open_window: Opens, settle: Settle, look: Theme, width: int, height: int, percent: int
) -> None:
    look.apply(dark=False, scale=percent / 100)
    window = open_window("targets", width, height)
    palette = opened(window, settle)
    search(palette, "kuram", settle)
    QApplication.processEvents()
    assert window.rect().contains(palette.card.geometry())
    last = palette.list.mapTo(palette.card, palette.list.rect().bottomLeft()).y()
    hints = [keys.mapTo(palette.card, keys.rect().topLeft()).y() for keys in palette.card.findChildren(Keys) if keys.isVisible()]
    assert sum(hint > last for hint in hints) >= 3, "the rows lie over what is said below them"

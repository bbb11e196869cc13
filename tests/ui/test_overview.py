"""The overview in the real window: figures from a filled file, every number a way to its list, words that fit at every size."""

from collections.abc import Callable
from datetime import date, time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from organizer import i18n
from organizer.exchange.sheets_in import preview, take_in
from organizer.store.store import Store
from organizer.ui.look.button import Button
from organizer.ui.look.layout import col
from organizer.ui.look.sheet import Sheet
from organizer.ui.look.text import Elided, Text
from organizer.ui.look.theme import Theme
from organizer.ui.main_window import MainWindow
from organizer.ui.print_room.page import PrintRoomPage
from organizer.ui.screens.overview import OverviewScreen
from organizer.ui.screens.overview_cards import TitledCard
from organizer.ui.screens.overview_lists import NumbersTable, WaitingRow
from organizer.ui.session import Session
from tests import factories
from tests.ui.hands import column, focused, screen
from tests.ui.prints.conftest import words_of

LETTERS = Path(__file__).parents[1] / "data" / "spreadsheets" / "letters-2011-2012.csv"
Opens = Callable[..., MainWindow]
Settle = Callable[[], None]


def shown(window: MainWindow, settle: Settle) -> OverviewScreen:
    page = window.page()
    assert isinstance(page, OverviewScreen)
    settle()
    return page


def words_in(widget: QWidget) -> list[str]:
    QApplication.processEvents()
    return [text.text() for text in widget.findChildren(Text) if text.isVisibleTo(widget) and text.text()]


@pytest.fixture
def action(file: Store) -> dict[str, int]:
    """Two pickets of one day ahead, one with everything done, and something late."""
    berlin = factories.city(file, name="Berlin", country="DE", latitude=52.5, longitude=13.4).id
    moscow = factories.city(file, name="Moscow", country="RU", latitude=55.8, longitude=37.6).id
    shared = {"day": date(2012, 12, 16), "day_of_action": "Zhanaozen anniversary"}
    first = factories.picket(file, city_id=berlin, starts=time(12), notified_on=date(2012, 12, 3), **shared)
    second = factories.picket(file, city_id=moscow, starts=time(14), notify_by=date(2012, 12, 3), **shared)
    leaflet = factories.leaflet(file, picket_id=first.id, state="printed")
    return {"first": first.id, "second": second.id, "leaflet": leaflet.id}


def test_the_letters_of_the_sheet_stand_there_with_their_evidence(open_window: Opens, settle: Settle, file: Store) -> None:
    take_in(file, preview(file, "letters", LETTERS), skip_bad=True)
    page = shown(open_window("overview"), settle)
    assert words_in(page.letters)[:2] == ["Letters", "3,128"]
    assert page.letters.accessibleDescription().startswith("3,128 from 211 organisations in 30 cities to 10 targets.")
    assert "Copy held 1,650" in page.letters.accessibleDescription()
    assert "189 letters, 156 of them on 15 August" in page.chart.accessibleDescription()
    assert words_in(page.weeks)[1] == "June 2011 to August 2012"


def test_the_night_band_says_place_by_place_what_is_done(open_window: Opens, settle: Settle, action: dict[str, int]) -> None:
    page = shown(open_window("overview"), settle)
    assert page.next.accessibleDescription() == (
        "Zhanaozen anniversary, 16 December 2012, in 10 days. Berlin: Notice given 3 Dec, Leaflet printed. "
        "Moscow: No notice yet, due 3 Dec, No leaflet yet."
    )
    assert "Berlin, 12:00" in words_in(page.next)


def test_what_is_late_opens_its_record(open_window: Opens, settle: Settle, action: dict[str, int]) -> None:
    window = open_window("overview")
    page = shown(window, settle)
    (late,) = page.waiting.findChildren(WaitingRow)
    assert late.accessibleName() == "Give notice in Moscow of 16 December"
    assert late.accessibleDescription() == "3 days late. The deadline was 3 December 2012."
    late.button.click()
    settle()
    assert screen(window).form.record.id == action["second"]


def test_at_most_three_stand_there_and_all_behind_one_button(open_window: Opens, settle: Settle, file: Store) -> None:
    for day in range(1, 6):
        factories.picket(file, day=date(2012, 11, day))
    window = open_window("overview")
    page = shown(window, settle)
    assert len(page.waiting.findChildren(WaitingRow)) == 3
    everything = next(button for button in page.waiting.findChildren(Button) if button.words() == "All 5")
    everything.click()
    (sheet,) = [each for each in window.findChildren(Sheet) if each.isVisible()]
    rows = sheet.findChildren(WaitingRow)
    assert len(rows) == 5
    rows[4].button.click()
    settle()
    assert not any(each.isVisible() for each in window.findChildren(Sheet))
    assert screen(window).form.record.day == date(2012, 11, 5)


def test_nothing_late_is_said_quietly(open_window: Opens, settle: Settle) -> None:
    page = shown(open_window("overview"), settle)
    assert "Nothing is late, nothing waits." in words_in(page.waiting)


def test_an_empty_campaign_says_what_will_stand_here(open_window: Opens, settle: Settle) -> None:
    window = open_window("overview")
    page = shown(window, settle)
    assert "Nothing is scheduled" in words_in(page.next)
    assert "Once letters are logged, their weeks stand here." in words_in(page.weeks)
    assert not page.chart.isVisible()
    assert not page.chart_numbers.isVisible()
    next(button for button in page.next.findChildren(Button) if button.words() == "Schedule a picket").click()
    settle()
    assert screen(window).form.record.is_new()


@pytest.mark.parametrize(("card", "title"), [("letters", "Letters"), ("pickets", "Pickets"), ("gifts", "Donations")])
def test_each_number_opens_its_list_by_keyboard(open_window: Opens, settle: Settle, file: Store, card: str, title: str) -> None:
    factories.letter(file)
    factories.picket(file)
    factories.donation(file)
    window = open_window("overview")
    page = shown(window, settle)
    button = getattr(page, card)
    assert button.accessibleName() == f"{title}: open the list"
    interface = QAccessible.queryAccessibleInterface(button)
    assert interface.role() == QAccessible.Role.Button
    button.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(button, Qt.Key.Key_Space)
    settle()
    assert screen(window).list.model.rowCount() == 1


def test_a_week_opens_its_letters_and_the_filter_can_be_taken_off(open_window: Opens, settle: Settle, file: Store) -> None:
    factories.letter(file, day=date(2012, 8, 13), quantity=5)
    factories.letter(file, day=date(2012, 8, 19), quantity=7)
    factories.letter(file, day=date(2012, 8, 20), quantity=9)
    window = open_window("overview")
    page = shown(window, settle)
    assert page._shown is not None
    assert page._shown.periods is not None
    page.chart.picked.emit(page._shown.periods.bars[0])
    settle()
    assert column(window, 4) == ["7", "5"]
    given = screen(window).list.chips.given
    assert given.text() == "Week of 13 Aug 2012"
    QTest.keyClick(given, Qt.Key.Key_Delete)
    settle()
    assert column(window, 4) == ["9", "7", "5"]
    assert not given.isVisible()


def test_a_disc_opens_the_pickets_of_its_city(open_window: Opens, settle: Settle, action: dict[str, int]) -> None:
    window = open_window("overview")
    page = shown(window, settle)
    page.map.picked.emit((2,))
    settle()
    assert screen(window).list.model.rowCount() == 1
    assert screen(window).list.chips.given.text() == "Moscow"


def test_the_day_of_action_opens_its_pickets(open_window: Opens, settle: Settle, action: dict[str, int], file: Store) -> None:
    factories.picket(file, day=date(2013, 1, 1))
    window = open_window("overview")
    page = shown(window, settle)
    page.next.open_button.click()
    settle()
    assert screen(window).list.model.rowCount() == 2


def test_without_a_leaflet_one_is_begun_from_the_picket(
    open_window: Opens, settle: Settle, file: Store, session: Session
) -> None:
    factories.picket(file, day=date(2012, 12, 16))
    begun: list[object] = []
    session.begun.connect(begun.append)
    page = shown(open_window("overview"), settle)
    page._session.begun.disconnect(page.window().to.new)  # type: ignore[attr-defined]  # the window's own page is not the matter here
    next(button for button in page.next.findChildren(Button) if button.words() == "Make a leaflet").click()
    settle()
    (leaflet,) = begun
    assert leaflet.is_new()  # type: ignore[attr-defined]
    assert leaflet.day == date(2012, 12, 16)  # type: ignore[attr-defined]


def test_what_is_logged_appears_without_being_asked_for(open_window: Opens, settle: Settle, file: Store) -> None:
    page = shown(open_window("overview"), settle)
    assert "0" in words_in(page.letters)
    factories.letter(file, quantity=156)
    settle()
    assert "156" in words_in(page.letters)
    file.undo()
    settle()
    assert "0" in words_in(page.letters)


def test_what_changed_while_another_page_was_in_view_is_read_on_coming_back(
    open_window: Opens, settle: Settle, file: Store
) -> None:
    window = open_window("overview")
    page = shown(window, settle)
    window.show_page("pickets")
    settle()
    factories.letter(file, quantity=77)
    settle()
    window.show_page("overview")
    settle()
    assert "77" in words_in(page.letters)


def test_another_campaign_brings_its_own_numbers(open_window: Opens, settle: Settle, file: Store, session: Session) -> None:
    factories.letter(file, quantity=5)
    page = shown(open_window("overview"), settle)
    session.choose_campaign(factories.campaign(file, name="Another"))
    settle()
    assert "0" in words_in(page.letters)


@pytest.mark.parametrize("name", ["chart_numbers", "map_numbers"])
def test_the_numbers_of_each_picture_stand_in_a_table_that_tab_leaves(
    open_window: Opens, settle: Settle, file: Store, name: str
) -> None:
    town = factories.city(file, name="Berlin", latitude=52.5, longitude=13.4).id
    factories.letter(file, quantity=12, evidence="held", city_id=town)
    window = open_window("overview")
    page = shown(window, settle)
    getattr(page, name).click()
    (sheet,) = [each for each in window.findChildren(Sheet) if each.isVisible()]
    (table,) = sheet.findChildren(NumbersTable)
    model = table.model()
    row = [model.data(model.index(0, at)) for at in range(model.columnCount())]
    assert (
        row
        == {
            "chart_numbers": ["Week of 13 Aug 2012", "12", "0", "0", "12"],
            "map_numbers": ["Berlin", "0", "0", "12"],
        }[name]
    )
    assert table.hasFocus()
    QTest.keyClick(table, Qt.Key.Key_Tab)
    assert not table.hasFocus()
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    assert not sheet.isVisible()


@pytest.mark.parametrize(("name", "words"), [("chart_numbers", "Week of 13 Aug 2012"), ("map_numbers", "Berlin")])
def test_enter_on_a_row_of_numbers_opens_what_it_counts(
    open_window: Opens, settle: Settle, file: Store, name: str, words: str
) -> None:
    town = factories.city(file, name="Berlin", latitude=52.5, longitude=13.4).id
    factories.letter(file, quantity=12, city_id=town)
    factories.letter(file, quantity=99, day=date(2012, 9, 20), city_id=factories.city(file, name="Köln").id)
    window = open_window("overview")
    page = shown(window, settle)
    getattr(page, name).click()
    (table,) = window.findChildren(NumbersTable)
    if name == "chart_numbers":
        QTest.keyClick(table, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(table, Qt.Key.Key_Return)
    settle()
    assert screen(window).list.chips.given.text() == words
    assert column(window, 4) == ["12"]


def test_tab_goes_through_the_cards_as_they_are_read(
    open_window: Opens, settle: Settle, action: dict[str, int], file: Store
) -> None:
    factories.letter(file)
    page = shown(open_window("overview"), settle)
    page.next.open_button.setFocus(Qt.FocusReason.TabFocusReason)
    reached = []
    for _turn in range(8):
        reached.append(focused().accessibleName())
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
    assert reached == [
        "Open day of action",
        "Print leaflet",
        "Open notice: Give notice in Moscow of 16 December",
        "Letters: open the list",
        "Pickets: open the list",
        "Donations: open the list",
        "The numbers of the chart as a table",
        "The numbers of the map as a table",
    ]


def test_the_table_of_numbers_is_a_model_as_qt_wants_it(look: Theme, qtmodeltester: ModelTester, qtbot: QtBot) -> None:
    table = NumbersTable("Letters", ("When", "Letters"), [("Aug 2012", "156"), ("Sep 2012", "0")])
    qtbot.addWidget(table)
    qtmodeltester.check(table.model())


def test_a_tall_window_has_two_more_cards(open_window: Opens, settle: Settle, file: Store) -> None:
    factories.demand(file)
    window = open_window("overview", 1920, 1080)
    page = shown(window, settle)
    assert page.lately.isVisible()
    assert "Release all jailed strikers." in words_in(page.demands)
    window.resize(1366, 768)
    settle()
    assert not page.lately.isVisible()


def test_hostile_names_are_shown_as_they_are(open_window: Opens, settle: Settle, file: Store) -> None:
    name = '<b>Free & "quoted"</b> ' * 40
    factories.picket(file, day=date(2012, 12, 16), day_of_action=name, occasion=name)
    factories.letter(file, subject="<img src=x>" * 500)
    page = shown(open_window("overview"), settle)
    assert name in page.next.accessibleDescription()
    assert page.grab().width() == page.width()


@pytest.mark.parametrize(("width", "height", "percent"), [(1366, 768, 100), (880, 600, 150), (1010, 700, 100), (1920, 1080, 125)])
def test_no_word_is_cut_at_any_size(
    open_window: Opens, settle: Settle, action: dict[str, int], file: Store, look: Theme, width: int, height: int, percent: int
) -> None:
    take_in(file, preview(file, "letters", LETTERS), skip_bad=True)
    look.apply(dark=False, scale=percent / 100)
    window = open_window("overview", width, height)
    page = shown(window, settle)
    QApplication.processEvents()
    assert window.width() == width
    for text in page.findChildren(Text):
        if text.isVisible() and not isinstance(text, Elided):
            needed = text.heightForWidth(text.width()) if text.wordWrap() else text.sizeHint().height()
            assert text.height() >= needed, text.text()
            assert text.wordWrap() or text.width() >= text.sizeHint().width(), text.text()


def test_right_to_left_the_night_band_stands_at_the_right(
    open_window: Opens, settle: Settle, action: dict[str, int], look: Theme
) -> None:
    QApplication.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    page = shown(open_window("overview"), settle)
    assert page.next.geometry().left() > page.waiting.geometry().right()


def test_the_letters_do_not_count_twice_when_the_sheet_is_taken_in_twice(open_window: Opens, settle: Settle, file: Store) -> None:
    take_in(file, preview(file, "letters", LETTERS), skip_bad=True)
    take_in(file, preview(file, "letters", LETTERS), skip_bad=True)
    page = shown(open_window("overview"), settle)
    assert "3,128" in words_in(page.letters)


@pytest.mark.parametrize("tag", ["ar", "de", "ru"])
def test_in_no_language_does_a_catalogue_s_head_reach_the_screen(
    open_window: Opens, settle: Settle, look: Theme, tag: str
) -> None:
    """gettext answers the empty sentence with the head of its file: groups without a heading showed it."""
    i18n.set_language(tag)
    window = open_window("overview")
    shown(window, settle)
    assert not any("Project-Id-Version" in words or "Content-Type" in words for words in words_in(window))


def test_the_heads_of_cards_stand_at_the_top_before_the_figures_come(qtbot: QtBot, look: Theme) -> None:
    card = TitledCard("Pickets", height=150)
    qtbot.addWidget(card)
    card.resize(300, 150)
    card.show()
    waiting = card.title.geometry()
    card.fill(col(Text("10 held"), None))
    QApplication.processEvents()
    assert waiting == card.title.geometry()


def test_report_opens_the_print_room_at_the_report_of_this_campaign(
    open_window: Opens, settle: Settle, session: Session, file: Store, qtbot: QtBot
) -> None:
    factories.letter(file, quantity=7)
    window = open_window("overview", 1500, 800)
    page = shown(window, settle)
    assert page.report.words() == "Report"
    page.report.click()
    room = window.page()
    assert isinstance(room, PrintRoomPage)
    editor = room.sheets.editor
    qtbot.waitUntil(lambda: editor.order is not None and not editor.is_behind(), timeout=10_000)
    assert editor.order is not None
    assert editor.order.kind.key == "campaign-report"
    sheet = editor.viewer.sheet()
    assert sheet is not None
    assert "Letters 7 Together" in words_of(sheet.pdf)

"""The window: its keys, its three widths, its bars, and what it says of the campaign."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from organizer import i18n
from organizer.errors import UserError
from organizer.records.picket import Picket
from organizer.store.store import Store
from organizer.ui.busy_sheet import BusySheet
from organizer.ui.commands import COMMANDS
from organizer.ui.keys_help import KeysSheet
from organizer.ui.look.parts import Button, Text
from organizer.ui.look.theme import Theme
from organizer.ui.main_window import MainWindow
from organizer.ui.pages import NUMBERS, PLACES
from organizer.ui.palette import Palette
from organizer.ui.quick_log import QuickLog
from organizer.ui.session import Session
from tests import factories
from tests.ui.hands import ALT, CTRL, SHIFT, editor, focused, press, screen, type_text

Open = Callable[..., MainWindow]
Settle = Callable[[], None]
RECORDS = ("pickets", "letters", "donations", "targets", "campaigns")


def test_alt_and_a_number_go_to_the_entries(open_window: Open, settle: Settle) -> None:
    window = open_window()
    assert sorted(NUMBERS.values()) == list(range(10)) and set(NUMBERS) == set(PLACES)
    for code, number in NUMBERS.items():
        if code in RECORDS:
            press(Qt.Key(Qt.Key.Key_0 + number), ALT, window)
            settle()
            assert window.side.item(code).is_current()


def test_f6_goes_round_the_panes_and_back(open_window: Open, settle: Settle, session: Session, file: Store) -> None:
    factories.picket(file, campaign_id=session.campaign.id)
    window = open_window()
    session.say("Done.", undoable=True)
    where = []
    for _step in range(4):
        press(Qt.Key.Key_F6)
        where.append(pane_name(window))
    assert where == ["form", "message", "side", "list"]
    press(Qt.Key.Key_F6, SHIFT)
    assert pane_name(window) == "side"


def test_f6_comes_to_the_page_of_a_print_and_passes_by_what_holds_nothing_to_press(
    open_window: Open, settle: Settle, session: Session, file: Store
) -> None:
    factories.leaflet(file, campaign_id=session.campaign.id)
    window = open_window("leaflets")
    press(Qt.Key.Key_Return)
    settle()
    editing = focused()
    words, page, notes = window.page().panes()
    assert words.isAncestorOf(editing)
    press(Qt.Key.Key_F6)
    assert focused() is page
    press(Qt.Key.Key_F6, SHIFT)
    assert words.isAncestorOf(focused())
    press(Qt.Key.Key_F6, SHIFT)
    assert window.side.isAncestorOf(focused())
    press(Qt.Key.Key_F6, SHIFT)
    assert focused() is page or notes.isAncestorOf(focused())


def pane_name(window: MainWindow) -> str:
    panes = {"side": window.side, "list": screen(window).list, "form": screen(window).form, "message": window.messages.bar}
    return next((name for name, pane in panes.items() if pane.isAncestorOf(focused())), "nowhere")


def test_tab_leaves_the_table_at_once(open_window: Open, session: Session, file: Store) -> None:
    factories.picket(file, campaign_id=session.campaign.id)
    window = open_window()
    assert focused() is screen(window).list.table
    press(Qt.Key.Key_Tab)
    assert focused() is not screen(window).list.table


def test_tab_reaches_every_control_of_list_and_form_and_comes_round(open_window: Open, session: Session, file: Store) -> None:
    factories.picket(file, campaign_id=session.campaign.id)
    window = open_window()
    start, seen = focused(), set()
    for _step in range(200):
        press(Qt.Key.Key_Tab)
        seen.add(focused())
        if focused() is start:
            break
    form = screen(window).form
    assert focused() is start
    assert {screen(window).list.search, form.foot.save if form.foot.save.isEnabled() else form.head.history} <= seen
    assert {editor(window, name) for name in ("city_id", "site_id", "day", "starts", "ends", "occasion", "notes")} <= seen


def test_enter_goes_from_the_list_into_the_form_and_esc_back(open_window: Open, session: Session, file: Store) -> None:
    factories.picket(file, campaign_id=session.campaign.id)
    window = open_window()
    press(Qt.Key.Key_Return)
    assert focused() is editor(window, "city_id")
    press(Qt.Key.Key_Escape)
    assert focused() is screen(window).list.table


@pytest.mark.parametrize(
    ("width", "rail", "beside"), [(1366, False, True), (1299, True, True), (999, True, False), (880, True, False)]
)
def test_the_window_has_three_widths(
    open_window: Open, settle: Settle, session: Session, file: Store, width: int, rail: bool, beside: bool
) -> None:
    factories.picket(file, campaign_id=session.campaign.id)
    window = open_window(width=width, height=600)
    screen(window).list.table.choose_row(0)
    press(Qt.Key.Key_Return)
    settle()
    assert window.width() == width and window.side.is_narrow() == rail
    assert screen(window).form.isVisible() and screen(window).list.isVisible() == beside
    assert screen(window).form.head.back.isVisible() != beside


def test_in_a_narrow_window_the_form_goes_back_to_the_list_and_loses_nothing(
    open_window: Open, settle: Settle, session: Session, file: Store
) -> None:
    picket = factories.picket(file, campaign_id=session.campaign.id)
    window = open_window(width=900, height=650)
    assert screen(window).list.isVisible() and not screen(window).form.isVisible()
    press(Qt.Key.Key_Down)
    settle()
    assert screen(window).list.isVisible()
    press(Qt.Key.Key_Return)
    assert focused() is editor(window, "city_id") and not screen(window).list.isVisible()
    editor(window, "occasion").setFocus()
    type_text("Half")
    screen(window).form.head.back.click()
    assert screen(window).list.isVisible() and not screen(window).form.isVisible()
    assert file.draft("picket", picket.uid)["occasion"] == "Half"


@pytest.mark.parametrize("scale", [1.25, 1.5])
def test_at_large_text_nothing_forces_the_window_wider(
    open_window: Open, look: Theme, session: Session, file: Store, scale: float
) -> None:
    factories.picket(file, campaign_id=session.campaign.id)
    look.apply(dark=False, scale=scale)
    window = open_window(width=1366, height=768)
    assert (window.width(), window.height()) == (1366, 768)
    assert window.minimumSizeHint().width() <= 1366


def test_the_least_size_holds_every_page(open_window: Open, settle: Settle) -> None:
    window = open_window(width=880, height=600)
    for code in RECORDS:
        window.show_page(code)
        settle()
        assert (window.width(), window.height()) == (880, 600), code


def test_with_large_text_no_title_is_cut_and_every_button_keeps_its_words_or_is_its_icon(
    open_window: Open, settle: Settle, look: Theme, file: Store
) -> None:
    factories.press_release(file)
    look.apply(scale=1.5)
    window = open_window("press_releases", width=880, height=600)
    settle()
    title = next(text for text in window.page().findChildren(Text) if text.text() == "Press releases")
    assert title.width() >= title.sizeHint().width()
    button = next(each for each in window.page().findChildren(Button) if each.accessibleName() == "New press release")
    assert button.isVisible() and button.width() >= button.sizeHint().width()


def test_the_side_bar_counts_what_the_campaign_has(open_window: Open, qtbot: QtBot, session: Session, file: Store) -> None:
    factories.letter(file, campaign_id=session.campaign.id, quantity=3000)
    factories.letter(file, campaign_id=session.campaign.id, quantity=128)
    window = open_window()
    qtbot.waitUntil(lambda: window.side.item("letters").accessibleName() == "Letters, 3,128")  # a moment after the list
    assert window.side.item("pickets").accessibleName() == "Pickets"


def test_another_campaign_brings_its_own_lists(open_window: Open, settle: Settle, session: Session, file: Store) -> None:
    factories.picket(file, campaign_id=session.campaign.id)
    other = factories.campaign(file, name="Another", started=date(2010, 1, 1))
    window = open_window()
    assert screen(window).list.model.rowCount() == 1
    window.side.campaign_button.click()
    assert [action.text() for action in window.campaigns.menu.actions()] == ["Campaign Kazakhstan", "Another", "", "New campaign"]
    window.campaigns.menu.actions()[1].trigger()
    settle()
    assert session.campaign.id == other.id and screen(window).list.model.rowCount() == 0
    assert window.side.campaign_button.accessibleName() == "Another"


def test_one_message_at_a_time_and_it_stays_until_it_is_closed(open_window: Open, session: Session) -> None:
    window = open_window()
    session.say("First.")
    session.say("Second.", undoable=True)
    assert window.messages.bar.words() == "Second." and window.messages.bar.isVisible()
    area = screen(window).message_area()
    centre = area.mapTo(window, area.rect().center()).x()
    assert abs(window.messages.bar.geometry().center().x() - centre) <= 1
    window.messages.bar.close_button.click()
    assert not window.messages.bar.isVisible()


def test_an_error_stands_above_the_list_with_its_way_out_and_goes_along_to_other_pages(open_window: Open, settle: Settle) -> None:
    window = open_window()
    tried: list[bool] = []
    window.fail(UserError("The backup was not made.", "Free 12 MB."), (("Try again", lambda: tried.append(True)),))
    window.show_page("letters")
    settle()
    bar = window.messages.error
    assert bar is not None and bar.isVisible() and window.page().isAncestorOf(bar)
    bar.buttons[0].click()
    bar.close_button.click()
    assert tried == [True] and window.messages.error is None


def test_undo_with_nothing_to_take_back_says_so(open_window: Open, file: Store) -> None:
    window = open_window()
    while file.next_undo() is not None:
        file.undo()
    window.undo()
    assert window.messages.bar.words() == "There is nothing to take back."


def test_a_large_step_is_taken_back_while_the_window_says_so(
    open_window: Open, settle: Settle, session: Session, file: Store
) -> None:
    window = open_window()
    model = factories.picket(file, campaign_id=session.campaign.id)
    before = file.count(select(Picket))
    with file.change("Pickets brought in") as change:
        for number in range(100):
            day = date(2012, 3, 1 + number % 28)
            change.save(Picket(campaign_id=model.campaign_id, city_id=model.city_id, day=day, occasion=f"No. {number}"))
    settle()
    for back, count, told in ((True, before, "Taken back"), (False, before + 100, "Brought back")):
        window.run("undo" if back else "redo")
        sheet = window.findChildren(BusySheet)[-1]
        assert sheet.isVisible()
        window.run("undo")
        press(Qt.Key.Key_Escape)
        assert sheet.isVisible()
        settle()
        assert not shiboken6.isValid(sheet)
        assert file.count(select(Picket)) == count
        assert window.messages.bar.words() == f"{told}: Pickets brought in."


def test_a_backup_on_demand_is_made_checked_and_told(open_window: Open, settle: Settle, session: Session, file: Store) -> None:
    window = open_window()
    assert window.side.backup_button.words() == "No backup yet"
    window.run("back_up")
    settle()
    assert window.messages.bar.words() == "A backup was made and opened again to check it."
    assert file.last_backup().path.exists() and window.side.backup_button.words().startswith("Backup of")


def test_every_command_stands_in_the_menu_and_in_the_help_with_its_keys(open_window: Open) -> None:
    window = open_window()
    in_menu = {action.text(): action.shortcut().toString() for action in window.menu.actions() if not action.isSeparator()}
    assert in_menu == {command.words: command.keys for _heading, group in COMMANDS for command in group}
    press(Qt.Key.Key_F1)
    assert window.findChild(KeysSheet).isVisible()
    press(Qt.Key.Key_Escape)


def test_no_two_commands_share_their_keys() -> None:
    keys = [command.keys for _heading, group in COMMANDS for command in group if command.keys]
    assert len(keys) == len(set(keys))


def test_the_title_never_names_a_record(open_window: Open, settle: Settle, session: Session, file: Store) -> None:
    factories.picket(file, campaign_id=session.campaign.id, occasion="Secret occasion")
    window = open_window()
    screen(window).list.table.choose_row(0)
    settle()
    assert window.windowTitle() == "Picket Organizer"


def test_closing_keeps_what_is_not_saved_and_asks_nothing(
    open_window: Open, settle: Settle, session: Session, file: Store
) -> None:
    picket = factories.picket(file, campaign_id=session.campaign.id)
    window = open_window()
    editor(window, "occasion").setFocus()
    type_text("Unsaved")
    closing: list[bool] = []
    window.closing.connect(lambda: closing.append(True))
    window.close()
    assert closing == [True] and window.isVisible() and file.draft("picket", picket.uid)["occasion"] == "Unsaved"


def test_what_was_begun_from_another_page_opens_on_its_own(open_window: Open, settle: Settle, session: Session) -> None:
    window = open_window("letters")
    session.begin(Picket(campaign_id=session.campaign.id, occasion="From elsewhere"))
    settle()
    assert window.side.item("pickets").is_current() and editor(window, "occasion").text() == "From elsewhere"


def test_a_record_that_another_page_wants_is_shown_on_its_own_page(
    open_window: Open, settle: Settle, session: Session, file: Store
) -> None:
    person = factories.person(file, name="Anna")
    window = open_window("letters")
    session.want(type(person), person.id)
    settle()
    assert window.side.item("address_book").is_current()
    assert window.page().current().form.record.id == person.id


def test_right_to_left_the_side_bar_stands_at_the_right(
    open_window: Open, qapp: QApplication, session: Session, file: Store
) -> None:
    factories.picket(file, campaign_id=session.campaign.id)
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    window = open_window()
    assert window.side.mapTo(window, window.side.rect().topRight()).x() == window.rect().right()
    form, pane = screen(window).form, screen(window).list
    assert form.mapTo(window, form.rect().topLeft()).x() < pane.mapTo(window, pane.rect().topLeft()).x()
    assert screen(window).list.table.currentIndex().isValid()


def test_dark_and_back_leaves_every_word_where_it_was(open_window: Open, look: Theme, session: Session, file: Store) -> None:
    factories.picket(file, campaign_id=session.campaign.id)
    window = open_window()
    light = window.grab().toImage()
    look.apply(dark=True, scale=1.0)
    dark = window.grab().toImage()
    look.apply(dark=False, scale=1.0)
    assert light != dark and light == window.grab().toImage()


def test_ctrl_l_opens_the_quick_log_from_anywhere(open_window: Open) -> None:
    window = open_window()
    press(Qt.Key.Key_L, CTRL)
    assert window.findChild(QuickLog).isVisible()
    press(Qt.Key.Key_Escape)
    assert not window.findChild(QuickLog).isVisible()


def test_ctrl_k_searches_everything(open_window: Open) -> None:
    window = open_window()
    press(Qt.Key.Key_K, CTRL)
    assert window.findChild(Palette).isVisible()
    press(Qt.Key.Key_Escape)


def test_a_backup_of_today_says_its_time(open_window: Open, session: Session, settle: Settle) -> None:
    session.today = lambda: datetime.now(UTC).astimezone().date()
    window = open_window()
    window.run("back_up")
    settle()
    assert window.side.backup_button.words().startswith("Backup at ")


def test_a_backup_of_before_says_its_day_and_an_old_one_its_month(open_window: Open, session: Session, settle: Settle) -> None:
    made = datetime.now(UTC).astimezone().date()
    session.today = lambda: made.replace(day=1 if made.day > 1 else 2)
    window = open_window()
    window.run("back_up")
    settle()
    assert window.side.backup_button.words() == f"Backup of {i18n.day_month(made)}"
    session.today = lambda: date(made.year + 1, 1, 1)
    session.backed_up.emit()
    settle()
    assert window.side.backup_button.words() == f"Backup of {i18n.month_year(made)}"


def test_under_a_sheet_the_keys_of_the_page_beneath_do_nothing(
    open_window: Open, settle: Settle, session: Session, file: Store
) -> None:
    picket = factories.picket(file, campaign_id=session.campaign.id)
    window = open_window()
    press(Qt.Key.Key_L, CTRL)
    for key, modifier in ((Qt.Key.Key_N, CTRL), (Qt.Key.Key_D, CTRL), (Qt.Key.Key_3, ALT), (Qt.Key.Key_K, CTRL)):
        press(key, modifier)
    settle()
    assert screen(window).form.record.id == picket.id and window.side.item("pickets").is_current()
    press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_N, CTRL)
    assert screen(window).form.record.is_new()

"""Bringing in a file: looked at, then brought in as one step; what cannot be read is never left out unsaid."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from organizer import i18n, paths
from organizer.exchange.sheets_in import preview, take_in
from organizer.records.donation import Donation
from organizer.records.letter import Letter
from organizer.records.organisation import Organisation, Person
from organizer.records.picket import Picket
from organizer.records.target import Target
from organizer.store import compartments
from organizer.store.listing import ListQuery
from organizer.store.store import Store
from organizer.ui import file_dialogs
from organizer.ui.bring_in.found import Found
from organizer.ui.bring_in.sheet import BringIn
from organizer.ui.bring_in.words import KINDS
from organizer.ui.deeds import deeds_of
from organizer.ui.look.button import Button
from organizer.ui.look.empty import Empty
from organizer.ui.look.evidence import EvidenceBar
from organizer.ui.look.text import Text
from organizer.ui.look.theme import Theme
from organizer.ui.main_window import MainWindow
from organizer.ui.session import Session
from organizer.ui.settings_sheet import SettingsSheet
from tests.exchange.sheets import DONATIONS, LETTERS, PICKETS, TARGETS, sheet
from tests.exchange.workbooks import workbook
from tests.ui.hands import CTRL, column, focused, press, screen

Open = Callable[..., MainWindow]
Settle = Callable[[], None]
Choose = Callable[[Path], BringIn]


@pytest.fixture
def window(open_window: Open) -> MainWindow:
    return open_window("pickets")


@pytest.fixture
def choose(window: MainWindow, settle: Settle, monkeypatch: pytest.MonkeyPatch) -> Choose:
    """Ctrl+I, Enter on “Choose a file”, and this file in the dialog."""

    def chosen(path: Path) -> BringIn:
        monkeypatch.setattr(file_dialogs, "ask_sheet", lambda _parent: path)
        press(Qt.Key.Key_I, CTRL, window)
        press(Qt.Key.Key_Return)
        settle()
        return standing(window)

    return chosen


def standing(window: MainWindow) -> BringIn:
    (found,) = (each for each in window.findChildren(BringIn) if each.isVisible())
    return found


def words_of(part: QWidget) -> list[str]:
    QApplication.processEvents()
    return [text.text() for text in part.findChildren(Text) if text.isVisible()]


def says(part: QWidget, words: str) -> bool:
    return any(words in each for each in words_of(part))


def middle_of(part: QWidget, within: QWidget) -> QPoint:
    return part.mapTo(within, part.rect().center())


def count(store: Store, kind: type) -> int:
    return store.listing(ListQuery(kind)).count


def drop(window: MainWindow, *found: Path) -> bool:
    """Drag these files over the window and let go; whether the window takes them."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in found])
    where, button = QPoint(400, 300), Qt.MouseButton.LeftButton
    over = QDragEnterEvent(where, Qt.DropAction.CopyAction, mime, button, Qt.KeyboardModifier.NoModifier)
    over.ignore()
    QApplication.sendEvent(window, over)
    if over.isAccepted():
        fall = QDropEvent(QPointF(where), Qt.DropAction.CopyAction, mime, button, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(window, fall)
    return over.isAccepted()


def test_the_rows_are_shown_before_anything_is_kept(choose: Choose, file: Store) -> None:
    shown = choose(PICKETS)
    assert shown.which.kind.value() == "pickets" and shown.bring.words() == "Leave out 1 row and bring in 4 pickets"
    assert {"4", "new rows", "1", "cannot be read", "3 pickets held", "1 picket cancelled"} <= set(words_of(shown))
    assert count(file, Picket) == 0


def test_rows_that_cannot_be_read_are_read_out_first_and_left_out_only_by_the_button_that_says_so(
    choose: Choose, file: Store, window: MainWindow, settle: Settle
) -> None:
    shown = choose(PICKETS)
    assert focused().accessibleName() == "1 row cannot be read"
    assert focused().toPlainText() == "Line 6: 30/02/2012 is not a day. Feb 2012 has 29 days."
    press(Qt.Key.Key_Return)
    settle()
    assert count(file, Picket) == 0 and shown.isVisible()
    shown.bring.setFocus()
    press(Qt.Key.Key_Return)
    settle()
    assert count(file, Picket) == 4
    assert window.messages.bar.words().startswith("4 pickets brought in from the sheet. A backup was made at ")


def test_what_was_brought_in_stands_in_its_list_and_goes_as_one_step(
    choose: Choose, file: Store, window: MainWindow, settle: Settle
) -> None:
    shown = choose(LETTERS)
    assert shown.bring.words() == "Bring in 3,128 letters" and focused() is shown.bring
    shown.bring.click()
    settle()
    assert screen(window).kind.record is Letter and len(column(window, 0)) == 1349
    assert says(window, "3,128 letters")
    window.messages.bar.action.click()
    settle()
    assert [count(file, kind) for kind in (Letter, Organisation, Target)] == [0, 0, 0]


def test_letters_show_what_proves_them(choose: Choose) -> None:
    shown = choose(LETTERS)
    (bar,) = shown.findChildren(EvidenceBar)
    assert bar.accessibleDescription() == "Copy held 1,650, reported 1,136, estimated 342."
    assert says(shown, "With them come: 211 new organisations, 10 new targets, 30 new cities.")


def test_money_is_shown_by_currency_and_never_added_up(choose: Choose) -> None:
    shown = choose(DONATIONS)
    assert {"€\xa02,120.00 received in 67 gifts", "£\xa02,615.00 received in 89 gifts"} <= set(words_of(shown))
    assert says(shown, "2 rows repeat others and add nothing.")


def test_a_second_time_it_adds_nothing_and_says_so(choose: Choose, file: Store, session: Session) -> None:
    take_in(file, preview(file, "targets", TARGETS, campaign=session.campaign), skip_bad=False)
    shown = choose(TARGETS)
    assert says(shown, "Everything in this sheet is in the file already.")
    assert not shown.bring.isVisible() and shown.cancel.words() == "Close" and focused() is shown.cancel


def test_a_backup_of_what_was_there_is_made_first(choose: Choose, file: Store, settle: Settle) -> None:
    assert file.last_backup() is None
    choose(PICKETS).bring.click()
    settle()
    assert file.last_backup() is not None and file.last_backup().counts["picket"] == 0


def test_a_backup_that_cannot_be_made_is_said_in_the_sheet_and_nothing_is_brought_in(
    choose: Choose, file: Store, settle: Settle
) -> None:
    paths.backups(file.path).write_text("in the way")
    shown = choose(PICKETS)
    shown.bring.click()
    settle()
    assert shown.isVisible() and shown.notice.bar is not None and count(file, Picket) == 0
    paths.backups(file.path).unlink()
    assert shown.bring.isEnabled()
    shown.bring.click()
    settle()
    assert count(file, Picket) == 4


def test_the_kind_can_be_chosen_by_hand(choose: Choose, settle: Settle) -> None:
    shown = choose(LETTERS)
    shown.which.kind.setFocus()
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Down)
    settle()
    assert shown.which.kind.value() == "organisations" and shown.which.kind.hasFocus()
    assert shown.bring.words() == "Bring in 211 organisations"


def test_a_sheet_taken_for_another_kind_is_refused_in_words(choose: Choose, settle: Settle) -> None:
    shown = choose(LETTERS)
    shown.which.kind.setFocus()
    press(Qt.Key.Key_Up)
    settle()
    assert says(shown, "This looks like a sheet of letters, not of pickets.") and not shown.bring.isVisible()
    press(Qt.Key.Key_Down)
    settle()
    assert shown.bring.isVisible() and not says(shown, "This looks like")


def test_headings_that_nobody_knows_ask_for_the_kind(choose: Choose, settle: Settle, tmp_path: Path) -> None:
    shown = choose(sheet(tmp_path, "a,b", "1,2"))
    assert shown.which.kind.value() == "" and shown.which.kind_field.problem is not None and shown.which.kind.hasFocus()
    press(Qt.Key.Key_Down)
    settle()
    assert says(shown, "The sheet has no headings for pickets.")


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04\x00\x00", b"\x00\x01\x02"])
def test_a_file_that_is_no_sheet_says_what_to_do(choose: Choose, tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "sheet.csv"
    path.write_bytes(data)
    shown = choose(path)
    assert says(shown, "“sheet.csv” is") and not shown.which.kind.isVisible() and focused() is shown.other


def test_another_file_takes_the_place_of_the_first(
    choose: Choose, settle: Settle, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    shown = choose(sheet(tmp_path, "a,b", "1,2"))
    monkeypatch.setattr(file_dialogs, "ask_sheet", lambda _parent: TARGETS)
    shown.other.click()
    settle()
    assert shown.bring.words() == "Bring in 11 targets" and shown.which.kind_field.problem is None
    assert len([each for each in shown.findChildren(Found) if each.isVisible()]) == 1


def test_only_the_last_look_counts(window: MainWindow, settle: Settle) -> None:
    press(Qt.Key.Key_I, CTRL, window)
    shown = standing(window)
    for path in (LETTERS, TARGETS, PICKETS):
        shown.open_sheet(path)
    settle()
    assert shown.which.kind.value() == "pickets" and len(shown.findChildren(Found)) == 1


def test_thinking_better_of_it_in_the_dialog_changes_nothing(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(file_dialogs, "ask_sheet", lambda _parent: None)
    press(Qt.Key.Key_I, CTRL, window)
    press(Qt.Key.Key_Return)
    assert focused() is standing(window).choose


def test_esc_closes_and_the_focus_goes_back(window: MainWindow, choose: Choose, settle: Settle) -> None:
    choose(PICKETS)
    press(Qt.Key.Key_Escape)
    assert not [each for each in window.findChildren(BringIn) if each.isVisible()]
    assert window.page().isAncestorOf(focused())


def test_closed_while_rows_come_in_it_still_tells_the_end(
    choose: Choose, window: MainWindow, settle: Settle, file: Store
) -> None:
    window.show_page("targets")
    settle()
    shown = choose(LETTERS)
    shown.bring.click()
    assert not shown.bring.isEnabled() and not shown.other.isEnabled()
    press(Qt.Key.Key_Escape)
    settle()
    assert window.messages.bar.words().startswith("3,128 letters brought in from the sheet. A backup was made at ")
    assert count(file, Letter) == 1349
    assert screen(window).kind.record is Target


def test_a_file_dropped_on_the_window_is_looked_at(window: MainWindow, settle: Settle) -> None:
    assert drop(window, TARGETS)
    settle()
    assert standing(window).bring.words() == "Bring in 11 targets"
    assert drop(window, PICKETS)
    settle()
    assert standing(window).which.kind.value() == "pickets"


def test_what_is_no_single_sheet_is_not_taken(window: MainWindow, session: Session, tmp_path: Path) -> None:
    assert not drop(window, TARGETS, PICKETS)
    assert not drop(window, tmp_path / "other.organizer")
    SettingsSheet(window, session).show_over()
    assert not drop(window, TARGETS)


@pytest.mark.parametrize("page", ["pickets", "letters", "donations", "address_book", "targets"])
def test_an_empty_list_offers_it(window: MainWindow, settle: Settle, page: str) -> None:
    window.show_page(page)
    settle()
    (empty,) = (each for each in window.page().findChildren(Empty) if each.isVisible())
    (button,) = (each for each in empty.findChildren(Button) if each.words() == "Bring in a file")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert focused() is standing(window).choose


def test_the_menu_and_the_search_have_it_too(window: MainWindow) -> None:
    words = [action.text() for action in window.menu.actions()]
    assert "Bring in a file" in words
    assert ("Bring in a file", "Ctrl+I") in [(deed.words, deed.keys) for deed in deeds_of(window.run, window.show_page)]


def test_tab_goes_from_the_file_to_the_kind_to_the_rows_to_the_buttons(choose: Choose) -> None:
    shown = choose(PICKETS)
    shown.other.setFocus()
    reached = []
    for _turn in range(5):
        reached.append(focused().accessibleName())
        press(Qt.Key.Key_Tab)
    assert reached == [
        "Choose another",
        "What the sheet lists",
        "1 row cannot be read",
        "Cancel",
        "Leave out 1 row and bring in 4 pickets",
    ]
    assert focused() is shown.other


def test_hostile_words_are_shown_as_they_are(choose: Choose, tmp_path: Path) -> None:
    path = sheet(tmp_path, "Date,City,<b>What</b>,&amp;", "<img src=x>/13/2012,London,a,b", "01/02/2012,London,a,b")
    shown = choose(path)
    assert shown.bring.words() == "Leave out 1 row and bring in 1 picket"
    assert says(shown, "<b>What</b>, &amp;")
    assert "<img src=x>" in shown._found.bad_rows.toPlainText()


def test_thousands_of_bad_rows_are_shown_in_part_and_counted_in_whole(choose: Choose, tmp_path: Path) -> None:
    shown = choose(sheet(tmp_path, "Date,City", "01/02/2012,London", *["31/02/2012,London"] * 3000))
    assert shown.bring.words() == "Leave out 3,000 rows and bring in 1 picket"
    assert shown._found.bad_rows.toPlainText().endswith("… and 2,800 more")


def test_when_no_row_can_be_read_there_is_nothing_to_press(choose: Choose, tmp_path: Path) -> None:
    shown = choose(sheet(tmp_path, "Date,City", "31/02/2012,London"))
    assert not shown.bring.isVisible() and says(shown, "No row can be read.")


def test_entries_that_a_sheet_completes_are_counted_by_themselves(
    choose: Choose, file: Store, session: Session, window: MainWindow, settle: Settle
) -> None:
    take_in(file, preview(file, "letters", LETTERS, campaign=session.campaign), skip_bad=False)
    shown = choose(TARGETS)
    assert shown.bring.words() == "Bring in 2 targets" and says(shown, "complete entries")
    shown.bring.click()
    settle()
    told = "2 targets brought in from the sheet. 9 entries completed from the sheet. A backup was made at "
    assert window.messages.bar.words().startswith(told)


def test_a_new_file_without_a_campaign_gets_one(choose: Choose, file: Store, session: Session, settle: Settle) -> None:
    file.delete(session.campaign)
    settle()
    choose(DONATIONS).bring.click()
    settle()
    assert session.campaign is not None and count(file, Donation) == 187


@pytest.mark.parametrize("path", [PICKETS, LETTERS, DONATIONS])
def test_the_smallest_window_with_large_text_keeps_the_buttons_in_view(
    choose: Choose, window: MainWindow, look: Theme, path: Path
) -> None:
    look.apply(scale=1.5)
    window.resize(880, 600)
    shown = choose(path)
    QApplication.processEvents()
    for part in (shown.bring, shown.cancel):
        corner = part.mapTo(window, part.rect().bottomRight())
        assert window.rect().contains(corner) and part.width() >= part.minimumSizeHint().width()


def test_rows_that_cannot_be_read_are_in_sight_however_small_the_window(
    choose: Choose, window: MainWindow, look: Theme, qtbot: QtBot
) -> None:
    look.apply(scale=1.5)
    window.resize(880, 600)
    shown = choose(PICKETS)
    rows = shown._found.bad_rows
    qtbot.waitUntil(lambda: shown._scroll.viewport().rect().contains(middle_of(rows, shown._scroll.viewport())))


def test_from_right_to_left_it_mirrors(open_window: Open, settle: Settle) -> None:
    i18n.set_language("ar")
    QApplication.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    window = open_window("pickets")
    window.run("bring_in")
    shown = standing(window)
    shown.open_sheet(PICKETS)
    settle()
    assert shown.bring.mapTo(shown, QPoint()).x() < shown.cancel.mapTo(shown, QPoint()).x()


def test_every_kind_of_sheet_is_offered() -> None:
    from organizer.exchange.sheet_kinds import SHEET_KINDS

    assert set(KINDS) == set(SHEET_KINDS)


CARD = ("BEGIN:VCARD", "VERSION:3.0", "FN:Ann Smith", "ORG:Branch 7", "BDAY:1970-01-01", "END:VCARD")


def test_the_address_book_of_a_telephone_is_people_and_nothing_is_asked(
    choose: Choose, file: Store, window: MainWindow, settle: Settle, tmp_path: Path
) -> None:
    shown = choose(sheet(tmp_path, *CARD, name="phone.vcf"))
    assert shown.bring.words() == "Bring in 1 person" and not shown.which.isVisible()
    assert says(shown, "Not kept here, and left out: birthdays.") and says(shown, "With them come: 1 new organisation.")
    shown.bring.click()
    settle()
    assert window.messages.bar.words().startswith("1 person brought in. A backup was made at ")
    assert (count(file, Person), count(file, Organisation)) == (1, 1)
    window.messages.bar.action.click()
    settle()
    assert (count(file, Person), count(file, Organisation)) == (0, 0)


def test_a_calendar_is_pickets(choose: Choose, tmp_path: Path) -> None:
    event = ("BEGIN:VEVENT", "UID:1", "DTSTART;VALUE=DATE:20120501", "SUMMARY:May Day", "LOCATION:London", "END:VEVENT")
    shown = choose(sheet(tmp_path, "BEGIN:VCALENDAR", *event, "END:VCALENDAR", name="pickets.ics"))
    assert shown.bring.words() == "Bring in 1 picket" and not shown.which.isVisible()


def test_of_a_workbook_another_sheet_can_be_chosen(choose: Choose, settle: Settle, tmp_path: Path) -> None:
    pickets = [["Date", "City"], ["1 May 2012", "London"]]
    targets = [["Office", "Country"], ["Prosecutor", "KZ"]]
    shown = choose(workbook(tmp_path, {"Pickets": pickets, "Targets": targets, "Notes": [["x"]]}))
    assert shown.bring.words() == "Bring in 1 picket" and shown.which.sheet.value() == "Pickets"
    shown.which.sheet.setFocus()
    press(Qt.Key.Key_Down)
    settle()
    assert shown.bring.words() == "Bring in 1 target" and shown.which.kind.value() == "targets"
    press(Qt.Key.Key_Down)
    settle()
    assert shown.which.sheet.value() == "Notes" and shown.which.kind_field.problem is not None and not shown.bring.isVisible()
    shown.open_sheet(PICKETS)
    settle()
    assert shown.which.isVisible() and not shown.which.sheet_field.isVisible()


def test_a_file_for_a_closed_compartment_is_refused_when_it_is_chosen(window: MainWindow, file: Store, choose: Choose) -> None:
    compartments.make(file, Donation, "thistle copper lantern")
    compartments.close(file, Donation)
    bring_in = choose(DONATIONS)
    assert says(bring_in, "This lies in a closed compartment, so nothing was changed.")
    assert says(bring_in, "Open the compartment under Safe keeping, and try again.")
    assert not bring_in.bring.isVisible()
    bring_in.dismiss()

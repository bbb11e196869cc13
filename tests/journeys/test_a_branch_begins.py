"""A branch secretary makes a file, logs what happened, locks, closes and opens again: all is there."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from organizer import settings
from organizer.records.donation import Donation
from organizer.records.letter import Letter
from organizer.records.picket import Picket
from organizer.records.values import Money
from organizer.store.listing import ListQuery
from organizer.store.opening import open_file
from organizer.store.store import Store
from organizer.ui.desk import Desk
from organizer.ui.new_file import NewFile
from organizer.ui.unlock import Unlock
from tests.ui.hands import ALT, CTRL, SHIFT, column, editor, focused, press, retype, screen, type_text

PASSPHRASE = "kettle anchor velvet"
Settle = Callable[[], None]


def begin(desk: Desk, settle: Settle) -> None:
    """From the start page to the window of a new file, by keyboard alone."""
    press(Qt.Key.Key_N, CTRL)
    settle()
    sheet = desk.page.findChild(NewFile)
    type_text("Campaign Kazakhstan")
    press(Qt.Key.Key_Tab)
    type_text("London branch")
    press(Qt.Key.Key_Tab)
    type_text(PASSPHRASE)
    sheet.secret.second.editor.setFocus()
    type_text(PASSPHRASE)
    press(Qt.Key.Key_Return)
    settle()
    press(Qt.Key.Key_Escape)  # The recovery sheet, for another time
    settle()
    assert desk.window is not None and desk.page is None


def unlock(desk: Desk, settle: Settle) -> None:
    sheet = desk.page.findChild(Unlock)
    assert sheet is not None and sheet.isVisible()
    sheet.passphrase.editor.setFocus()
    type_text(PASSPHRASE)
    press(Qt.Key.Key_Return)
    settle()


def log_three(desk: Desk, settle: Settle) -> None:
    """One picket, one letter, one donation, each in its form."""
    window = desk.window
    press(Qt.Key.Key_2, ALT)
    settle()
    press(Qt.Key.Key_N, CTRL)
    type_text("Лондон")
    press(Qt.Key.Key_Return)
    for name, words in (("day", "16/12/2012"), ("starts", "12 noon"), ("occasion", "Zhanaozen anniversary")):
        editor(window, name).setFocus()
        retype(words)
    press(Qt.Key.Key_S, CTRL)
    settle()
    press(Qt.Key.Key_3, ALT)
    settle()
    press(Qt.Key.Key_N, CTRL)
    type_text("Dockers' branch 7")
    press(Qt.Key.Key_Return)
    for name, words in (("target_id", "President of Kazakhstan"), ("quantity", "12"), ("day", "15.8.2012")):
        editor(window, name).setFocus()
        retype(words)
        if name == "target_id":
            press(Qt.Key.Key_Return)
    press(Qt.Key.Key_S, CTRL)
    settle()
    press(Qt.Key.Key_4, ALT)
    settle()
    press(Qt.Key.Key_N, CTRL)
    editor(window, "amount_minor").setFocus()
    type_text("€ 20")
    press(Qt.Key.Key_S, CTRL)
    settle()


def only(store: Store, kind: type) -> object:
    (record,) = store.listing(ListQuery(kind)).records(0, 10)
    return record


def check(store: Store) -> None:
    picket, letter, donation = only(store, Picket), only(store, Letter), only(store, Donation)
    assert (picket.city.name, picket.day, picket.starts.hour) == ("London", date(2012, 12, 16), 12)
    assert (letter.quantity, letter.organisation.name, letter.target.office) == (
        12,
        "Dockers' branch 7",
        "President of Kazakhstan",
    )
    assert donation.amount() == Money(20_00, "EUR")
    assert {record.campaign.name for record in (picket, letter, donation)} == {"Campaign Kazakhstan"}
    assert picket.origin == "London branch"


def test_what_was_logged_is_there_after_locking_and_after_closing(desk: Desk, settle: Settle, tmp_path: Path) -> None:
    begin(desk, settle)
    log_three(desk, settle)
    check(desk.session.store)
    path = desk.session.store.path
    press(Qt.Key.Key_L, CTRL | SHIFT)
    settle()
    assert desk.window is None and path.exists()
    unlock(desk, settle)
    check(desk.session.store)
    desk.window.close()
    settle()
    assert desk.window is None and desk.page is None
    again = open_file(path, PASSPHRASE)
    check(again)
    assert again.last_backup() is not None and again.last_backup().path.exists()
    again.close(back_up=False)


def test_the_whole_day_can_be_taken_back_and_brought_again(desk: Desk, settle: Settle) -> None:
    begin(desk, settle)
    log_three(desk, settle)
    store = desk.session.store
    screen(desk.window).list.table.setFocus()
    for _step in range(3):
        press(Qt.Key.Key_Z, CTRL, desk.window)
        settle()
    assert [store.listing(ListQuery(kind)).count for kind in (Picket, Letter, Donation)] == [0, 0, 0]
    for _step in range(3):
        press(Qt.Key.Key_Z, CTRL | SHIFT, desk.window)
        settle()
    check(store)


def test_an_unsaved_form_survives_locking(desk: Desk, settle: Settle) -> None:
    begin(desk, settle)
    press(Qt.Key.Key_2, ALT)
    settle()
    press(Qt.Key.Key_N, CTRL)
    editor(desk.window, "occasion").setFocus()
    type_text("Half a sentence")
    press(Qt.Key.Key_L, CTRL | SHIFT)
    settle()
    unlock(desk, settle)
    press(Qt.Key.Key_2, ALT)
    settle()
    press(Qt.Key.Key_N, CTRL)
    assert editor(desk.window, "occasion").text() == "Half a sentence"


def test_the_window_opens_next_time_as_it_was_closed(desk: Desk, settle: Settle) -> None:
    begin(desk, settle)
    desk.window.resize(1100, 700)
    desk.window.close()
    settle()
    assert settings.load().window == (1100, 700)


def test_looking_around_in_the_sample_leaves_nothing_behind(desk: Desk, settle: Settle, tmp_path: Path) -> None:
    QTest.keyClick(desk.page, Qt.Key.Key_T, CTRL)
    settle()
    press(Qt.Key.Key_2, ALT, desk.window)
    settle()
    assert len(column(desk.window, 2)) >= 10 and "London" in column(desk.window, 2)
    sample = desk.session.store.path
    assert sample.is_relative_to(tmp_path / "scratch")
    desk.window.close()
    settle()
    assert not list(sample.parent.glob("* backups"))


def test_another_language_turns_the_window_round_and_keeps_what_was_typed(
    desk: Desk, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    from dataclasses import replace

    begin(desk, settle)
    press(Qt.Key.Key_2, ALT)
    settle()
    press(Qt.Key.Key_N, CTRL)
    editor(desk.window, "occasion").setFocus()
    type_text("Kept")
    before = desk.window
    desk.session.change_settings(replace(desk.settings, language="ar"))
    settle()
    assert desk.window is not before and desk.window.layoutDirection() == Qt.LayoutDirection.RightToLeft
    desk.window.activateWindow()
    desk.window.show_page("pickets")
    settle()
    screen(desk.window).new()
    assert editor(desk.window, "occasion").text() == "Kept"


def test_the_keyboard_is_never_lost(desk: Desk, settle: Settle) -> None:
    begin(desk, settle)
    for number in (2, 3, 4, 8, 9):
        press(Qt.Key(Qt.Key.Key_0 + number), ALT, desk.window)
        settle()
        assert desk.window.isAncestorOf(focused())

"""A file that is open behind the start page, while its recovery sheet or a new passphrase is offered, locks like any other."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from organizer.store import recovery
from organizer.store.opening import open_file
from organizer.ui.desk import Desk
from organizer.ui.locking.reason import Reason
from organizer.ui.look.sheet import Sheet
from organizer.ui.main_window import MainWindow
from organizer.ui.new_file import NewFile
from organizer.ui.recovery.change import ChangePassphrase
from organizer.ui.recovery.offer import RecoveryOffer
from organizer.ui.unlock import Unlock
from tests.desks import Settle
from tests.ui.locking.conftest import PASSPHRASE


def over(page: QWidget | None, kind: type[Sheet]) -> list[Sheet]:
    return [sheet for sheet in page.findChildren(kind) if sheet.isVisible()] if page is not None else []


@pytest.fixture
def made(desk: Desk, settle: Settle) -> Path:
    """A file was created just now; its recovery sheet is offered."""
    settle()
    desk.entrance.new()
    (sheet,) = over(desk.page, NewFile)
    assert isinstance(sheet, NewFile)
    sheet.name.setText("Free the oil workers")
    for field in (sheet.secret.first, sheet.secret.second):
        field.set_text(PASSPHRASE)
    sheet.try_it()
    settle()
    assert over(desk.page, RecoveryOffer)
    return sheet.path()


def test_a_new_file_whose_sheet_is_offered_is_closed_and_asks_for_its_passphrase(
    desk: Desk, made: Path, settle: Settle, unlock: Callable[[], MainWindow]
) -> None:
    desk.locks.watch.idle.reached.emit()
    assert desk.locks.cover is not None and desk.locks.cover.isVisible()
    settle()
    assert not over(desk.page, RecoveryOffer) and over(desk.page, Unlock)
    store = open_file(made, PASSPHRASE)
    store.close(back_up=False)
    assert unlock().isVisible() and desk.locks.cover is None


def test_a_sheet_whose_offer_the_lock_broke_off_is_offered_again_until_it_is_put_away(
    desk: Desk, made: Path, settle: Settle, unlock: Callable[[], MainWindow]
) -> None:
    for _time in range(2):
        desk.locks.watch.lock_wanted.emit(Reason.SLEEP)
        settle()
        (offer,) = over(unlock(), RecoveryOffer)
    offer.dismiss()
    desk.locks.watch.lock_wanted.emit(Reason.SLEEP)
    settle()
    assert over(unlock(), RecoveryOffer) == []


def test_one_that_was_opened_by_its_words_is_closed_too(desk: Desk, file_path: Path, settle: Settle) -> None:
    settle()
    (sheet,) = over(desk.page, Unlock)
    assert isinstance(sheet, Unlock)
    store = open_file(file_path, PASSPHRASE)
    words = list(recovery.one_sheet(store.key()))
    store.close(back_up=False)
    sheet.recover.click()
    sheet.way.words.field.set_words(words)
    sheet.way.words.try_it()
    settle()
    assert over(desk.page, ChangePassphrase)
    desk.locks.watch.lock_wanted.emit(Reason.SLEEP)
    settle()
    assert desk.window is None and over(desk.page, Unlock) and not over(desk.page, ChangePassphrase)
    open_file(file_path, PASSPHRASE).close(back_up=False)


def test_once_its_window_stands_it_locks_there(desk: Desk, made: Path, settle: Settle) -> None:
    (offer,) = over(desk.page, RecoveryOffer)
    offer.dismiss()
    settle()
    assert desk.window is not None
    desk.locks.lock(Reason.SCREEN)
    settle()
    assert desk.window is None and over(desk.page, Unlock)

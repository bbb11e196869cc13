"""Locking by itself: blank at once, then kept and closed; who unlocks it again is back where they were."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from organizer import paths
from organizer.store import faults
from organizer.store.store import Store
from organizer.ui.desk import Desk
from organizer.ui.locking.cover import Cover
from organizer.ui.locking.reason import Reason
from organizer.ui.look.theme import colours
from organizer.ui.main_window import MainWindow
from organizer.ui.unlock import Unlock
from tests.desks import Settle
from tests.ui.hands import editor, press, retype, screen, type_text
from tests.ui.locking.conftest import PASSPHRASE, sheets

Unlocks = Callable[[], MainWindow]


def type_an_occasion(window: MainWindow) -> int:
    """A form with something typed and not saved; the number of its record."""
    editor(window, "occasion").setFocus()
    retype("Not saved yet")
    return int(screen(window).form.record.id)


def test_a_half_filled_form_comes_back_after_unlocking(desk: Desk, window: MainWindow, settle: Settle, unlock: Unlocks) -> None:
    record = type_an_occasion(window)
    desk.locks.watch.lock_wanted.emit(Reason.SCREEN)
    settle()
    assert desk.window is None and desk.session is None
    again = unlock()
    settle()
    assert again.stack.code == "pickets" and screen(again).form.record.id == record
    assert editor(again, "occasion").text() == "Not saved yet"


class Eyes(QObject):
    """What is painted while they look."""

    def __init__(self) -> None:
        super().__init__()
        self.painted: list[QObject] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.painted.append(watched)
        return False


def test_in_the_same_event_nothing_of_the_file_is_to_be_seen(desk: Desk, window: MainWindow) -> None:
    type_an_occasion(window)
    menu = window.menu
    menu.popup(window.mapToGlobal(window.rect().center()))
    eyes = Eyes()
    QApplication.instance().installEventFilter(eyes)
    desk.locks.lock(Reason.SCREEN)
    QApplication.instance().removeEventFilter(eyes)
    cover = desk.locks.cover
    assert cover in eyes.painted
    assert cover is not None and cover.isVisible() and not menu.isVisible()
    assert cover.geometry() == window.rect() and window.childAt(window.rect().topLeft()) is cover
    assert _corners(window) == {colours().canvas.rgb()}


def _corners(window: MainWindow) -> set[int]:
    """The colours along the edges of what is painted."""
    image = window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    width, height = image.width() - 1, image.height() - 1
    edges = [(x, y) for x in range(0, width, 7) for y in (2, height)] + [(x, y) for y in range(0, height, 7) for x in (2, width)]
    return {image.pixel(x, y) for x, y in edges}


def test_neither_keys_nor_what_was_under_way_get_past_the_cover(desk: Desk, window: MainWindow) -> None:
    type_an_occasion(window)
    desk.locks.lock(Reason.IDLE)
    cover = desk.locks.cover
    assert cover is not None
    window.keys()
    window.run("search")
    assert sheets(window) == [cover]
    for key in (Qt.Key.Key_Tab, Qt.Key.Key_Escape, Qt.Key.Key_A, Qt.Key.Key_Backtab, Qt.Key.Key_F6):
        focused = QApplication.focusWidget()
        assert focused is not None and cover.isAncestorOf(focused)
        press(key)


def test_a_plain_file_is_not_locked_by_itself(desk: Desk, settle: Settle) -> None:
    settle()
    desk.entrance.sample()
    settle()
    assert desk.window is not None
    desk.locks.watch.clock_jump.woken.emit()
    settle()
    assert desk.window is not None and desk.window.isVisible() and not desk.window.findChildren(Cover)


def test_a_backup_is_made_first(desk: Desk, window: MainWindow, settle: Settle) -> None:
    folder = paths.backups(desk.session.store.path)
    editor(window, "occasion").setFocus()
    retype("Saved")
    screen(window).save()
    assert not list(folder.glob("*.organizer"))
    desk.locks.lock(Reason.IDLE)
    settle()
    assert len(list(folder.glob("*.organizer"))) == 1


def test_one_that_there_was_no_time_for_is_made_after_the_next_opening(
    desk: Desk, window: MainWindow, settle: Settle, unlock: Unlocks
) -> None:
    editor(window, "occasion").setFocus()
    retype("Saved")
    screen(window).save()
    desk.locks.lock(Reason.SLEEP)
    settle()
    again = unlock()
    assert desk.session.store.needs_backup() and again.backups.soon.isActive()
    again.backups.soon.timeout.emit()
    settle()
    assert not desk.session.store.needs_backup()


def test_locking_by_hand_is_blank_as_soon(desk: Desk, window: MainWindow, settle: Settle, unlock: Unlocks) -> None:
    type_an_occasion(window)
    window.run("lock")
    cover = desk.locks.cover
    assert cover is not None and cover.isVisible()
    settle()
    assert editor(unlock(), "occasion").text() == "Not saved yet"


def test_a_window_that_is_closing_is_blank_too_and_closed_once(desk: Desk, window: MainWindow, settle: Settle) -> None:
    type_an_occasion(window)
    window.keep()
    desk.leave(desk.session.store.path)
    desk.locks.lock(Reason.SCREEN)
    assert desk.locks.cover is not None and desk.locks.cover.isVisible()
    settle()
    assert desk.window is None and desk.page is not None and desk.page.isVisible()


def test_a_passphrase_that_was_typed_and_not_sent_off_goes_too(desk: Desk, settle: Settle) -> None:
    settle()
    (sheet,) = desk.page.findChildren(Unlock)
    sheet.passphrase.editor.setFocus()
    type_text(PASSPHRASE)
    desk.locks.watch.left_alone.emit()
    assert sheet.isVisible() and sheet.passphrase.text() == ""


class Full:
    """A disk that takes nothing until there is room."""

    def __init__(self, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
        self.room, keep = False, store.keep_draft

        def tried(*what: object) -> None:
            if not self.room:
                raise faults.disk_full()
            keep(*what)  # type: ignore[arg-type]

        monkeypatch.setattr(store, "keep_draft", tried)


@pytest.fixture
def full(desk: Desk, window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> Full:
    return Full(desk.session.store, monkeypatch)


def test_on_a_full_disk_it_is_blank_and_nothing_is_lost(
    desk: Desk, window: MainWindow, full: Full, settle: Settle, unlock: Unlocks
) -> None:
    type_an_occasion(window)
    desk.locks.lock(Reason.SCREEN)
    settle()
    cover = desk.locks.cover
    assert desk.window is window and cover is not None and cover.isVisible() and cover.again_button.hasFocus()
    assert not screen(window).isVisible() and _corners(window) == {colours().canvas.rgb()}
    cover.again_button.click()
    settle()
    assert desk.window is window and cover.again_button.isVisible()
    full.room = True
    cover.again_button.click()
    settle()
    assert desk.window is None
    assert editor(unlock(), "occasion").text() == "Not saved yet"


def test_it_is_given_up_only_when_the_person_says_so(
    desk: Desk, window: MainWindow, full: Full, settle: Settle, unlock: Unlocks
) -> None:
    type_an_occasion(window)
    desk.locks.lock(Reason.SLEEP)
    settle()
    assert desk.locks.cover is not None
    desk.locks.cover.without_button.click()
    settle()
    assert desk.window is None
    again = unlock()
    settle()
    assert editor(again, "occasion").text() != "Not saved yet"


def test_a_mistake_of_the_program_while_keeping_leaves_the_ways_out(
    desk: Desk, window: MainWindow, settle: Settle, unlock: Unlocks, monkeypatch: pytest.MonkeyPatch
) -> None:
    type_an_occasion(window)
    with monkeypatch.context() as broken:
        broken.setattr(window.stack, "keep", lambda: 1 // 0)
        with pytest.raises(ZeroDivisionError):
            desk.locks.lock(Reason.SCREEN)
    settle()
    cover = desk.locks.cover
    assert desk.window is window and cover is not None and cover.again_button.isVisible()
    assert _corners(window) == {colours().canvas.rgb()}
    cover.again_button.click()
    settle()
    assert desk.window is None
    assert editor(unlock(), "occasion").text() == "Not saved yet"


def test_the_lock_says_its_keys_and_when_it_locks_by_itself(desk: Desk, window: MainWindow) -> None:
    button = window.side.lock_button
    assert button.toolTip() == "Lock now (Ctrl Shift L)\nLocks by itself after 5 minutes."
    desk.session.change_settings(replace(desk.settings, lock_minutes=1))
    assert button.accessibleDescription() == "Locks by itself after 1 minute."
    desk.session.change_settings(replace(desk.settings, lock_minutes=0))
    assert button.toolTip().endswith("Locks by itself with the screen and before sleep.") and not desk.locks.watch.idle.waits()

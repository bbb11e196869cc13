"""Locking by itself: blank at once, then kept and closed; who unlocks it again is back where they were."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from time import perf_counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from organizer.store import faults
from organizer.store.store import Store
from organizer.ui.desk import Desk
from organizer.ui.locking.cover import Cover
from organizer.ui.locking.reason import Reason
from organizer.ui.look.theme import colours
from organizer.ui.main_window import MainWindow
from tests.ui.hands import editor, press, retype, screen
from tests.ui.locking.conftest import Settle, sheets

Unlocks = Callable[[], MainWindow]


def type_an_occasion(window: MainWindow) -> int:
    """A form with something typed and not saved; the number of its record."""
    editor(window, "occasion").setFocus()
    retype("Not saved yet")
    return int(screen(window).form.record.id)


@pytest.mark.parametrize("reason", [Reason.SCREEN, Reason.SLEEP])
def test_a_half_filled_form_comes_back_after_unlocking(
    desk: Desk, window: MainWindow, settle: Settle, unlock: Unlocks, reason: Reason
) -> None:
    record = type_an_occasion(window)
    desk.locks.watch.lock_wanted.emit(reason)
    settle()
    assert desk.window is None and desk.session is None
    again = unlock()
    settle()
    assert again.stack.code == "pickets" and screen(again).form.record.id == record
    assert editor(again, "occasion").text() == "Not saved yet"


def test_in_the_same_event_nothing_of_the_file_is_to_be_seen(desk: Desk, window: MainWindow) -> None:
    type_an_occasion(window)
    (menu,) = (window.menu,)
    menu.popup(window.mapToGlobal(window.rect().center()))
    painted: list[float] = []
    begun = perf_counter()
    desk.locks.lock(Reason.SCREEN)
    painted.append(perf_counter() - begun)
    cover = desk.locks.cover
    assert cover is not None and cover.isVisible() and not menu.isVisible()
    assert cover.geometry() == window.rect() and window.childAt(window.rect().topLeft()) is cover
    assert _corners(window) == {colours().canvas.rgb()}
    assert painted[0] < 1


def _corners(window: MainWindow) -> set[int]:
    """The colours along the edges of what is painted."""
    image = window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    width, height = image.width() - 1, image.height() - 1
    edges = [(x, y) for x in range(0, width, 7) for y in (2, height)] + [(x, y) for y in range(0, height, 7) for x in (2, width)]
    return {image.pixel(x, y) for x, y in edges}


def test_keys_do_not_reach_what_lies_behind(desk: Desk, window: MainWindow) -> None:
    type_an_occasion(window)
    desk.locks.lock(Reason.IDLE)
    cover = desk.locks.cover
    assert cover is not None
    for key in (Qt.Key.Key_Tab, Qt.Key.Key_Escape, Qt.Key.Key_A, Qt.Key.Key_Backtab, Qt.Key.Key_F6):
        focused = QApplication.focusWidget()
        assert focused is not None and cover.isAncestorOf(focused)
        press(key)
    window.run("quick_log")
    window.run("search")
    assert sheets(window) == [cover]


def test_what_was_under_way_lays_nothing_over_the_cover(desk: Desk, window: MainWindow) -> None:
    desk.locks.lock(Reason.IDLE)
    window.quick_log()
    assert sheets(window) == [desk.locks.cover]


def test_a_plain_file_is_not_locked_by_itself(desk: Desk, settle: Settle) -> None:
    settle()
    desk._sample()
    settle()
    assert desk.window is not None
    desk.locks.watch.clock_jump.woken.emit()
    settle()
    assert desk.window is not None and desk.window.isVisible() and not desk.window.findChildren(Cover)


@pytest.mark.parametrize(("reason", "made"), [(Reason.IDLE, True), (Reason.SLEEP, False)])
def test_a_backup_is_made_where_there_is_time_for_it(
    desk: Desk, window: MainWindow, settle: Settle, reason: Reason, made: bool
) -> None:
    store = desk.session.store
    backups = store.path.with_name("branch backups")
    editor(window, "occasion").setFocus()
    retype("Saved")
    screen(window).save()
    before = set(backups.glob("*")) if backups.exists() else set()
    desk.locks.lock(reason)
    settle()
    assert bool(set(backups.glob("*.organizer")) - before if backups.exists() else set()) is made


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


def test_the_lock_says_its_keys_and_when_it_locks_by_itself(desk: Desk, window: MainWindow) -> None:
    button = window.side.lock_button
    assert button.toolTip() == "Lock now (Ctrl Shift L)\nLocks by itself after 5 minutes."
    desk.session.change_settings(replace(desk.settings, lock_minutes=1))
    assert button.accessibleDescription() == "Locks by itself after 1 minute."
    desk.session.change_settings(replace(desk.settings, lock_minutes=0))
    assert button.toolTip().endswith("Locks by itself with the screen and before sleep.") and not desk.locks.watch.idle.waits()

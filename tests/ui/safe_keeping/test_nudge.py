"""Copies on another disk that grow old are told of in the message bar, with what to do: once a week, and never over another."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from organizer.store import second_medium
from organizer.store.store import Store
from organizer.ui.main_window import MainWindow
from organizer.ui.session import Session
from tests import factories

Open = Callable[..., MainWindow]
Settle = Callable[[], None]


@pytest.fixture
def stick(file: Store, tmp_path: Path) -> Path:
    """A folder on another disk, whose last copy is twelve days old."""
    folder = tmp_path / "stick"
    folder.mkdir()
    second_medium.choose(file, folder)
    _age(file, 12)
    return folder


def _age(file: Store, days: int) -> None:
    note = json.loads(file.meta("second_medium"))
    note["last"] = (datetime.now(UTC) - timedelta(days=days)).isoformat(timespec="seconds")
    file.set_meta("second_medium", json.dumps(note))


def nudge(window: MainWindow) -> str:
    """What the bar says when the backups have been looked after."""
    window.messages.bar.hide()
    window.backups._nudge.look()
    return window.messages.bar.words() if window.messages.bar.isVisible() else ""


def test_it_is_told_once_a_week_and_copied_at_once(
    open_window: Open, session: Session, file: Store, stick: Path, settle: Settle
) -> None:
    window = open_window("overview")
    assert nudge(window) == "The last backup on another disk is 12 days old."
    assert nudge(window) == ""
    session.today = lambda: date(2012, 12, 12)
    assert nudge(window) == ""
    session.today = lambda: date(2012, 12, 13)
    assert nudge(window)
    copy, _later = window.messages.bar.ways
    copy.click()
    assert not window.messages.bar.isVisible()
    settle()
    assert [found.suffix for found in stick.iterdir()] == [".organizer"]
    assert window.messages.bar.words().startswith("The backup lies on the other disk, too") and not window.messages.bar.ways
    session.today = lambda: date(2012, 12, 30)
    assert nudge(window) == ""


def test_who_wants_to_be_left_alone_is_for_a_week(open_window: Open, session: Session, file: Store, stick: Path) -> None:
    window = open_window("overview")
    assert nudge(window)
    _copy, later = window.messages.bar.ways
    later.click()
    assert not window.messages.bar.isVisible() and "Other disk" not in window.side.backup_button.text()
    session.today = lambda: date(2012, 12, 14)
    assert nudge(window) == ""


def test_a_message_that_still_stands_is_not_taken_away(open_window: Open, session: Session, file: Store, stick: Path) -> None:
    window = open_window("overview")
    session.say("Picket deleted.", undoable=True)
    window.backups.soon.timeout.emit()
    assert window.messages.bar.words() == "Picket deleted." and window.messages.bar.action.isVisible()
    assert nudge(window) == "The last backup on another disk is 12 days old."
    assert not window.messages.bar.action.isVisible()


def test_a_stick_that_is_not_there_is_told_with_what_to_do(
    open_window: Open, session: Session, file: Store, stick: Path, settle: Settle
) -> None:
    factories.picket(file)
    stick.rmdir()
    window = open_window("overview")
    assert nudge(window)
    window.messages.bar.ways[0].click()
    settle()
    assert window.messages.error is not None and "Plug in" in window.messages.error.accessibleDescription()

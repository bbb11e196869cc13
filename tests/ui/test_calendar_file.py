"""The pickets as a calendar file, from the head of their list: by keyboard, said beforehand how many, written whole."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import icalendar
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from organizer.errors import UserError
from organizer.ui import file_dialogs
from organizer.ui.calendar_file import CalendarSheet
from organizer.ui.main_window import MainWindow
from organizer.ui.record_screen import RecordScreen
from organizer.ui.session import Session
from tests import factories
from tests.ui.conftest import TODAY

PATIENCE_MS = 10_000
Opened = Callable[[], CalendarSheet]


@pytest.fixture
def opened(session: Session, open_window: Callable[..., MainWindow], settle: Callable[[], None]) -> Opened:
    """The sheet over a list with a picket gone by, one to come, and one that is a draft."""
    assert session.campaign is not None
    for days, state in ((-7, "held"), (7, "scheduled"), (14, "draft")):
        day = TODAY + timedelta(days=days)
        factories.picket(session.store, occasion=state, state=state, day=day, campaign_id=session.campaign.id)

    def make() -> CalendarSheet:
        window = open_window("pickets")
        screen = window.page()
        assert isinstance(screen, RecordScreen)
        (button,) = screen.list.verb_buttons
        button.click()
        settle()
        sheet = window.findChild(CalendarSheet)
        assert isinstance(sheet, CalendarSheet)
        return sheet

    return make


def answering(monkeypatch: pytest.MonkeyPatch, path: Path | None) -> None:
    monkeypatch.setattr(file_dialogs, "ask_save", lambda *_asked: path)


def summaries(path: Path) -> list[str]:
    return [str(event["summary"]) for event in icalendar.Calendar.from_ical(path.read_bytes()).walk("VEVENT")]


def test_the_pickets_to_come_are_saved(
    opened: Opened, session: Session, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheet, said = opened(), list[str]()
    session.said.connect(lambda words, _undoable: said.append(words))
    assert sheet.count.text() == "1 picket"
    answering(monkeypatch, tmp_path / "ours")
    qtbot.keyClick(sheet.write, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: bool(said), timeout=PATIENCE_MS)
    assert said == ["Saved as ours.ics: 1 picket."]
    assert summaries(tmp_path / "ours.ics") == ["scheduled, London"]


def test_all_of_them_and_the_drafts_are_counted_and_saved(
    opened: Opened, settle: Callable[[], None], qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheet = opened()
    sheet.which.set_value("all")
    sheet.drafts.click()
    settle()
    assert sheet.count.text() == "3 pickets"
    out = tmp_path / "ours.ics"
    answering(monkeypatch, out)
    sheet.write.click()
    qtbot.waitUntil(out.exists, timeout=PATIENCE_MS)
    settle()
    assert summaries(out) == ["held, London", "scheduled, London", "draft, London"]


def test_who_thinks_better_of_it_stays_where_they_are(opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    sheet = opened()
    answering(monkeypatch, None)
    sheet.write.click()
    assert sheet.isVisible()


def test_a_folder_that_is_not_there_is_said(
    opened: Opened, session: Session, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheet, failed = opened(), list[Any]()
    session.failed.connect(failed.append)
    answering(monkeypatch, tmp_path / "nowhere" / "ours.ics")
    sheet.write.click()
    qtbot.waitUntil(lambda: bool(failed), timeout=PATIENCE_MS)
    assert isinstance(failed[0], UserError)


def test_without_a_picket_to_write_down_nothing_is_saved(
    session: Session, open_window: Callable[..., MainWindow], settle: Callable[[], None]
) -> None:
    window = open_window("pickets")
    assert session.campaign is not None
    sheet = CalendarSheet(window, session, session.campaign.id, "")
    sheet.show_over()
    settle()
    assert not sheet.write.isEnabled()

"""Forms that are not saved while the disk is full: nothing typed goes out of sight, and the person has a way out."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt

from organizer.records.picket import Picket
from organizer.store import faults
from organizer.store.store import Store
from organizer.ui.main_window import MainWindow
from organizer.ui.session import Session
from tests import factories
from tests.ui.hands import CTRL, editor, press, retype, screen

Open = Callable[..., MainWindow]
Settle = Callable[[], None]
WAY_OUT = "Leave without what is not saved"


@pytest.fixture
def window(open_window: Open, session: Session, file: Store, monkeypatch: pytest.MonkeyPatch) -> MainWindow:
    """Two pickets; the occasion of the first is typed anew, and the disk takes nothing more."""
    for day in (16, 15):
        factories.picket(file, campaign_id=session.campaign.id, day=date(2012, 12, day))
    opened = open_window()
    editor(opened, "occasion").setFocus()
    retype("Not saved yet")

    def full(*_what: object) -> None:
        raise faults.disk_full()

    monkeypatch.setattr(file, "keep_draft", full)
    return opened


def told(window: MainWindow) -> list[str]:
    """The ways out of the error bar."""
    return [button.words() for button in window.messages.error.buttons]


@pytest.mark.parametrize("way", ["closing", "lock_wanted", "open_wanted"])
def test_the_window_goes_without_it_only_when_the_person_says_so(window: MainWindow, way: str) -> None:
    left: list[str] = []
    getattr(window, way).connect(lambda: left.append(way))
    {"closing": window.close, "lock_wanted": window.lock, "open_wanted": window.open_other}[way]()
    assert left == [] and window.isVisible() and told(window) == [WAY_OUT]
    assert editor(window, "occasion").text() == "Not saved yet"
    window.messages.error.buttons[0].click()
    assert left == [way]


def test_another_record_does_not_take_its_place(window: MainWindow, settle: Settle) -> None:
    first = screen(window).form.record.id
    screen(window).list.table.choose_row(1)
    settle()
    assert screen(window).form.record.id == first and editor(window, "occasion").text() == "Not saved yet"
    assert "full" in window.messages.error.accessibleName()


def test_nor_does_a_new_one(window: MainWindow, settle: Settle) -> None:
    press(Qt.Key.Key_N, CTRL)
    settle()
    assert editor(window, "occasion").text() == "Not saved yet" and window.messages.error is not None


def test_it_stands_there_still_after_another_page(
    window: MainWindow, settle: Settle, file: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.show_page("targets")
    settle()
    assert window.stack.code == "targets" and window.messages.error is not None
    window.show_page("pickets")
    settle()
    assert editor(window, "occasion").text() == "Not saved yet"
    monkeypatch.undo()
    press(Qt.Key.Key_S, CTRL, window)
    settle()
    assert file.get(Picket, screen(window).form.record.id).occasion == "Not saved yet"

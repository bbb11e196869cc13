"""The pages wanted most stand before they are wanted, out of sight, and change nothing in what is seen."""

from __future__ import annotations

from collections.abc import Callable

from pytestqt.qtbot import QtBot

from organizer.store.store import Store
from organizer.ui.ahead import PAGES, Ahead
from organizer.ui.list_and_form import ListAndForm
from organizer.ui.main_window import MainWindow
from organizer.ui.session import Session
from tests import factories


def test_pages_are_made_and_filled_while_nothing_else_is_to_do(
    open_window: Callable[..., MainWindow], qtbot: QtBot, session: Session, file: Store
) -> None:
    assert session.campaign is not None
    factories.letter(file, campaign_id=session.campaign.id)
    window = open_window("overview")
    seen = window.page()
    Ahead(window, session)
    qtbot.waitUntil(lambda: all(window.stack.has(code) for code in PAGES), timeout=20_000)
    letters = window.stack.make("letters")
    assert isinstance(letters, ListAndForm)
    qtbot.waitUntil(lambda: letters.list.model.rowCount() == 1, timeout=20_000)
    assert window.page() is seen and not letters.isVisible()
    session.tasks.collector.release()

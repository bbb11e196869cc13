"""The whole program off screen at work on an encrypted file, as a person has it in front of them when the window locks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from pytestqt.qtbot import QtBot

from organizer.store.opening import create_file
from organizer.ui.desk import Desk
from organizer.ui.look.sheet import Sheet
from organizer.ui.look.theme import Theme
from organizer.ui.main_window import MainWindow
from organizer.ui.unlock import Unlock
from tests import factories
from tests.desks import Settle, begin, end, until_idle
from tests.ui.hands import screen

PASSPHRASE = "kettle anchor velvet"


@pytest.fixture
def file_path(tmp_path: Path) -> Path:
    """A file with a campaign and three pickets."""
    store = create_file(tmp_path / "branch.organizer", PASSPHRASE, origin="Berlin")
    campaign = factories.campaign(store)
    for day in (14, 15, 16):
        factories.picket(store, campaign_id=campaign.id, day=date(2012, 12, day))
    store.close(back_up=False)
    return tmp_path / "branch.organizer"


@pytest.fixture
def desk(look: Theme, tmp_path: Path, file_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    """The program, about to unlock the file."""
    made = begin(tmp_path, monkeypatch, file_path)
    yield made
    end(made)


@pytest.fixture
def settle(qtbot: QtBot, desk: Desk) -> Settle:
    """Wait until nothing is under way."""
    return until_idle(qtbot, desk.tasks)


@pytest.fixture
def unlock(desk: Desk, settle: Settle) -> Callable[[], MainWindow]:
    """Open the file with its passphrase, as a person does."""

    def do() -> MainWindow:
        settle()
        assert desk.page is not None
        (sheet,) = (each for each in desk.page.findChildren(Unlock) if each.isVisible())
        sheet.passphrase.set_text(PASSPHRASE)
        sheet.try_it()
        settle()
        assert desk.window is not None
        return desk.window

    return do


@pytest.fixture
def window(unlock: Callable[[], MainWindow], settle: Settle) -> MainWindow:
    """At the list of pickets, the first of them in the form."""
    opened = unlock()
    opened.resize(1366, 768)
    opened.show_page("pickets")
    settle()
    assert screen(opened).form.record is not None
    return opened


@pytest.fixture
def jpeg() -> bytes:
    """A photo of a square, so to say."""
    data = BytesIO()
    Image.new("RGB", (320, 240), "#b0b4ba").save(data, "JPEG")
    return data.getvalue()


def sheets(window: MainWindow) -> list[Sheet]:
    return [sheet for sheet in window.findChildren(Sheet) if sheet.isVisible()]

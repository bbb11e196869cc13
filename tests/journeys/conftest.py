"""A desk: the whole program off screen, with its own folder of documents, settings and samples."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from organizer import i18n
from organizer.ui.desk import Desk
from organizer.ui.look.install import install
from tests.desks import begin, end, sweep, until_idle


@pytest.fixture
def desk(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    """The program at its start page."""
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    install(qapp, dark=False, scale=1.0)
    made = begin(tmp_path, monkeypatch)
    assert made.page is not None
    made.page.activateWindow()
    yield made
    end(made)
    sweep()
    i18n.set_language("en_GB")


@pytest.fixture
def settle(qtbot: QtBot, desk: Desk) -> Callable[[], None]:
    """Wait until nothing is under way."""

    return until_idle(qtbot, desk.tasks)

"""A desk: the whole program off screen, with its own folder of documents, settings and samples."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from organizer import i18n, paths
from organizer.settings import Settings
from organizer.ui import appearance
from organizer.ui.desk import Desk
from organizer.ui.look.install import install


@pytest.fixture
def desk(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    """The program at its start page."""
    monkeypatch.setattr(paths, "documents", lambda: tmp_path)
    monkeypatch.setattr(paths, "settings_file", lambda: tmp_path / "settings" / "settings.toml")
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    install(qapp, dark=False, scale=1.0)
    chosen = Settings(language="en_GB", theme="light")
    appearance.apply(chosen)
    (tmp_path / "scratch").mkdir()
    made = Desk(chosen, tmp_path / "scratch")
    made.start()
    made.page.activateWindow()
    yield made
    _end(made)
    i18n.set_language("en_GB")


def _end(desk: Desk) -> None:
    if desk.window is not None and desk.session is not None:
        desk.window.let_go()
        desk.tasks.close()
        desk.session.store.close(back_up=False)
    else:
        desk.tasks.close()
    for window in (desk.page, desk.window):
        if window is not None:
            window.deleteLater()
    QApplication.processEvents()


@pytest.fixture
def settle(qtbot: QtBot, desk: Desk) -> Callable[[], None]:
    """Wait until nothing is under way."""

    def wait() -> None:
        QApplication.processEvents()
        while desk.tasks.busy():
            with qtbot.waitSignal(desk.tasks.idle, timeout=20_000):
                pass
            QApplication.processEvents()

    return wait

"""The whole program off screen, with folders of its own for documents, settings and samples; and waiting until it is done."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from organizer import paths
from organizer.settings import Settings
from organizer.ui import appearance
from organizer.ui.desk import Desk
from organizer.ui.tasks import Tasks

Settle = Callable[[], None]


def begin(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, file: Path | None = None) -> Desk:
    """The program at its start page, or about to unlock a file."""
    monkeypatch.setattr(paths, "documents", lambda: tmp_path)
    monkeypatch.setattr(paths, "settings_file", lambda: tmp_path / "settings" / "settings.toml")
    chosen = Settings(language="en_GB", theme="light")
    appearance.apply(chosen)
    (tmp_path / "scratch").mkdir()
    made = Desk(chosen, tmp_path / "scratch")
    made.start(file)
    return made


def end(desk: Desk) -> None:
    if desk.window is not None and desk.session is not None:
        desk.window.let_go()
        desk.tasks.close()
        desk.session.store.close(back_up=False)
    else:
        desk.tasks.close()
    for window in (desk.page, desk.window):
        if window is not None:
            window.deleteLater()
    desk.locks.watch.end()
    desk.deleteLater()
    QApplication.processEvents()


def sweep() -> None:
    """Let every window and part that stands alone go at once: the next tests' looks would be put on them all again and again."""
    for widget in QApplication.topLevelWidgets():
        widget.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def until_idle(qtbot: QtBot, tasks: Tasks) -> Settle:
    """Waits until nothing is under way: every list has arrived and every count stands."""

    def wait() -> None:
        QApplication.processEvents()
        while tasks.busy():
            with qtbot.waitSignal(tasks.idle, timeout=20_000):
                pass
            QApplication.processEvents()

    return wait

"""Starts the window: settings, look, crash watch, and the desk. Nothing heavy is imported here: the start page comes first."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from organizer import settings
from organizer.ui import application, crash
from organizer.ui.desk import Desk


def run(path: Path | None = None) -> int:
    """Open the window, on a file if one is named, and stay until it is closed. The exit code."""
    scratch = Path(tempfile.mkdtemp(prefix="organizer-"))
    try:
        chosen = settings.load()
        running = application.make(chosen, scratch)
        desk = Desk(chosen, scratch)
        crash.install(running).told_now.connect(desk.keep)
        desk.locks.listen()
        desk.start(path)
        return running.exec()
    finally:
        shutil.rmtree(scratch, ignore_errors=True)

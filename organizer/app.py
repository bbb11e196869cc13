"""Starts the window: settings, look, crash watch, and the desk. Nothing heavy is imported here: the start page comes first."""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from organizer import settings
from organizer.ui import appearance, crash
from organizer.ui.desk import Desk
from organizer.ui.look.install import install


def run(path: Path | None = None) -> int:
    """Open the window, on a file if one is named, and stay until it is closed. The exit code."""
    scratch = Path(tempfile.mkdtemp(prefix="organizer-"))
    # Qt's own file dialog writes down where one was; that goes where it is thrown away.
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(scratch))
    application = QApplication(sys.argv[:1])
    application.setApplicationName("Picket Organizer")
    try:
        chosen = settings.load()
        install(application, dark=chosen.dark(), scale=chosen.scale())
        appearance.apply(chosen)
        desk = Desk(chosen, scratch)
        crash.install(application).told_now.connect(desk.keep)
        desk.start(path)
        return application.exec()
    finally:
        shutil.rmtree(scratch, ignore_errors=True)

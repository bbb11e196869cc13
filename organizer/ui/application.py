"""The application of Qt: made once, with its look, before the first window."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from organizer.settings import Settings
from organizer.ui import appearance
from organizer.ui.look.install import install


def make(chosen: Settings, scratch: Path) -> QApplication:
    """`scratch` is a folder that is thrown away: Qt's own file dialog writes down there where one was."""
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(scratch))
    application = QApplication(sys.argv[:1])
    application.setApplicationName("Picket Organizer")
    install(application, dark=chosen.dark(), scale=chosen.scale())
    appearance.apply(chosen)
    return application

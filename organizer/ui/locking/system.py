"""Which of the systems' signs this computer has. macOS tells nobody without a bridge of its own: there idle and clock do it."""

from __future__ import annotations

import sys

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QWidget

from organizer.ui.locking.watch import SystemSigns


def signs_of_this_system(application: QCoreApplication, parent: QObject | None = None) -> SystemSigns | None:
    """None where the system tells nothing."""
    if sys.platform == "win32":
        from organizer.ui.locking.windows import WindowsSigns

        return WindowsSigns(application, parent)
    if sys.platform == "linux":
        from organizer.ui.locking.linux import desktop_signs

        return desktop_signs(parent)
    return None


def tell_of(window: QWidget) -> None:
    """Some systems tell a window, not a program: this one from now on."""
    if sys.platform == "win32":
        from organizer.ui.locking.windows import watch_session

        watch_session(int(window.winId()))

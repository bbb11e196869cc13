"""LeavingSheet: the window says what it does while the file is being closed."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from organizer.i18n import _
from organizer.ui.busy_sheet import BusySheet


class LeavingSheet(BusySheet):
    """The backup that is being checked must come to its end."""

    def __init__(self, window: QWidget) -> None:
        words = _("A backup is made and opened again to check it. This takes a moment.")
        super().__init__(window, _("Closing the file"), words)

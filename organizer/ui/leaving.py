"""LeavingSheet: the window says what it does while the file is being closed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QProgressBar, QWidget

from organizer.i18n import _
from organizer.ui.look.layout import col
from organizer.ui.look.parts import Sheet, Text


class LeavingSheet(Sheet):
    """It cannot be put away: the backup that is being checked must come to its end."""

    def __init__(self, window: QWidget) -> None:
        progress = QProgressBar()
        progress.setRange(0, 0)
        progress.setTextVisible(False)
        progress.setAccessibleName(_("Closing the file"))
        words = Text(_("A backup is made and opened again to check it. This takes a moment."), "body", "ink2", wrap=True)
        contents = col(Text(_("Closing the file"), "title"), words, 4, progress, gap=8, margins=(26, 22, 26, 24))
        super().__init__(window, _("Closing the file"), contents, width=420)
        progress.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

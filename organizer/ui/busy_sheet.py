"""BusySheet: the window says what it is doing. It cannot be put away: what is under way must come to its end."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QProgressBar, QWidget

from organizer.ui.look.layout import col
from organizer.ui.look.parts import Sheet, Text


class BusySheet(Sheet):
    """A title, a sentence, and a bar that runs. Whoever shows it calls `dismiss`."""

    def __init__(self, window: QWidget, title: str, sentence: str) -> None:
        progress = QProgressBar()
        progress.setRange(0, 0)
        progress.setTextVisible(False)
        progress.setAccessibleName(title)
        words = Text(sentence, "body", "ink2", wrap=True)
        contents = col(Text(title, "title"), words, 4, progress, gap=8, margins=(26, 22, 26, 24))
        super().__init__(window, title, contents, width=420)
        progress.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.closed.connect(self.deleteLater)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

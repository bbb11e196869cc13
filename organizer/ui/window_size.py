"""How large a window comes up: as it was left, else as usual, and never larger than the screen has room for."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from organizer.settings import Settings

USUAL_SIZE = (1366, 768)
TITLE_BAR = 36
"""What the system puts above a window takes about so much; nobody says how much before it is there."""


def show_at(window: QWidget, settings: Settings) -> None:
    width, height = settings.window or USUAL_SIZE
    room = window.screen().availableSize() - QSize(0, TITLE_BAR)
    window.resize(QSize(width, height).boundedTo(room))
    if settings.maximised:
        window.showMaximized()
    else:
        window.show()

"""Reading: words on a sheet that are read from top to bottom. Tab comes to them, arrow keys and page keys scroll."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLayout, QWidget

from organizer.ui.look.layout import Margins, box, col
from organizer.ui.tall import Tall


class Reading(Tall):
    """`name` is spoken. Every paragraph has a box of its own, so that a screen reader knows which are scrolled away.

    The margins leave room between the words and the focus ring around them.
    """

    def __init__(
        self, name: str, paragraphs: Iterable[QWidget | QLayout], *, gap: int = 16, margins: Margins = (10, 8, 14, 8)
    ) -> None:
        super().__init__(col(*(box(col(each, gap=0)) for each in paragraphs), gap=gap, margins=margins))
        self.setAccessibleName(name)
        # Where there is nothing to press, only a tab stop lets the keyboard scroll.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.verticalScrollBar()
        if event.key() == Qt.Key.Key_Home:
            bar.setValue(bar.minimum())
        elif event.key() == Qt.Key.Key_End:
            bar.setValue(bar.maximum())
        else:
            super().keyPressEvent(event)

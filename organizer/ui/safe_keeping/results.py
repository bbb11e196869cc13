"""Results: what was found by the last question a sheet asked, one part under the other, and gone with the next question."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from organizer.errors import UserError
from organizer.ui.look.layout import Scroll, col
from organizer.ui.look.messages import ErrorBar


class Results(QWidget):
    """Empty at first."""

    def __init__(self) -> None:
        super().__init__()
        self._column = col(gap=10)
        self.setLayout(self._column)
        self.shown: list[QWidget] = []

    def add(self, part: QWidget) -> None:
        self.shown.append(part)
        self._column.add(part)
        part.show()

    def fail(self, error: UserError) -> None:
        """What went wrong and what to do, alone."""
        self.clear()
        bar = ErrorBar(error.message, error.hint)
        bar.closed.connect(self.clear)
        self.add(bar)
        QTimer.singleShot(0, bar, lambda: _bring_in(bar))

    def clear(self) -> None:
        for part in self.shown:
            self._column.removeWidget(part)
            part.hide()
            part.deleteLater()
        self.shown.clear()


def _bring_in(bar: QWidget) -> None:
    """Once it is laid out: a sheet without room for all of it scrolls there."""
    over = bar.parentWidget()
    while over is not None and not isinstance(over, Scroll):
        over = over.parentWidget()
    if over is not None:
        over.ensureWidgetVisible(bar)

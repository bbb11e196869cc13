"""Results: what was found by the last question a sheet asked, one part under the other, and gone with the next question."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from organizer.errors import UserError
from organizer.ui.look.layout import bring_into_view, col
from organizer.ui.look.messages import ErrorBar


class Results(QWidget):
    """Empty at first."""

    def __init__(self) -> None:
        super().__init__()
        self._column = col(gap=10)
        self.setLayout(self._column)
        self.shown: list[QWidget] = []
        self.hide()

    def add(self, part: QWidget) -> None:
        self.shown.append(part)
        self._column.add(part)
        part.show()
        self.show()

    def fail(self, error: UserError) -> None:
        """What went wrong and what to do, alone."""
        self.clear()
        bar = ErrorBar(error.message, error.hint)
        bar.closed.connect(self.clear)
        self.add(bar)
        # Once it is laid out: a sheet without room for all of it scrolls there
        QTimer.singleShot(0, bar, lambda: bring_into_view(bar))

    def clear(self) -> None:
        for part in self.shown:
            self._column.removeWidget(part)
            part.hide()
            part.deleteLater()
        self.shown.clear()
        self.hide()

"""Notice: the place in a sheet where it is said what went wrong, and what to do. Out of the way until then."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from organizer.errors import UserError
from organizer.ui.look.field import Fix
from organizer.ui.look.layout import col
from organizer.ui.look.messages import ErrorBar


class Notice(QWidget):
    """Holds one error bar, until the next or until it is closed."""

    def __init__(self) -> None:
        super().__init__()
        self.bar: ErrorBar | None = None
        self._column = col(gap=0)
        self.setLayout(self._column)
        self.hide()

    def fail(self, error: UserError, ways: Sequence[Fix] = ()) -> None:
        """Show this one, with up to two ways out."""
        self.clear()
        self.bar = ErrorBar(error.message, error.hint, ways)
        self.bar.closed.connect(self.clear)
        self._column.add(self.bar)
        self.show()

    def clear(self) -> None:
        bar, self.bar = self.bar, None
        self.hide()
        if bar is not None:
            self._column.removeWidget(bar)
            bar.hide()
            bar.deleteLater()

"""CellEdit: the field in which one cell of the grid is written, with what the cell offers under it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import shiboken6
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from organizer.ui.grid.offers import Pick
from organizer.ui.look.completion import Completion, Hit
from organizer.ui.look.edit import Edit
from organizer.ui.look.paint import is_rtl, keycap, keycap_words, painter, within
from organizer.ui.look.theme import px

Find = Callable[[str], Sequence[Hit]]
_MOST = 7
_WIDTH = 396


class CellOffers(Completion):
    """Enter takes the row that is marked; a keycap says so."""

    def restyle(self) -> None:
        # The rows lie in the window, so that they outlive their field for a moment.
        if shiboken6.isValid(self._edit):
            super().restyle()

    def offer(self) -> None:
        """Show what is most likely before anything is typed."""
        self._hits = list(self._find(""))[:_MOST]
        self._at = 0
        if self._hits:
            self.setParent(self._edit.window())
            self._place()
            self.show()
            self.raise_()
            self._tell()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._hits:
            place = self._row(self._at)
            end = QRectF(px(8), 0, self.width() - px(36), 0)
            box = within(self, QRectF(end.x(), place.y(), end.width(), place.height()))
            keycap(painter(self), box, keycap_words("Enter"))

    def _place(self) -> None:
        """Wide enough for a long name beside the keycap; in a window that has the room."""
        super()._place()
        window = self.parentWidget()
        if window is None or self._edit.window() is not window:
            return
        more = max(0, min(px(_WIDTH) - self.width(), window.width() - self.width()))
        left = self.x() - more if is_rtl(self) else min(self.x(), window.width() - self.width() - more)
        self.setGeometry(max(0, left) if is_rtl(self) else left, self.y(), self.width() + more, self.height())


class CellEdit(Edit):
    """`pick` is the hit that was taken, until more is typed. `has_steps`: in a cell Ctrl+Z never reaches the file."""

    def __init__(self, parent: QWidget, name: str, find: Find) -> None:
        super().__init__()
        self.setParent(parent)
        self.setAccessibleName(name)
        self.offers = CellOffers(self, find)
        self.offers.chosen.connect(self._take)
        self.textEdited.connect(self._typed)
        self.destroyed.connect(self.offers.deleteLater)
        self.pick: Pick | None = None
        self.is_filled = False

    def has_steps(self, *, back: bool) -> bool:
        return True

    def _take(self, pick: Pick) -> None:
        self.setText(pick.text)
        self.pick = pick

    def _typed(self, _words: str) -> None:
        self.pick = None

"""The field of the search palette and the rows below it: arrows move the choice without leaving the field."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QSizePolicy

from organizer.i18n import _
from organizer.ui.look.edit import Edit
from organizer.ui.look.headed_rows import RowsModel
from organizer.ui.look.theme import follow, px
from organizer.ui.palette_rows import Row, RowPainter, row_height

_TALLEST, _LOWEST = 400, 120
STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 6, Qt.Key.Key_PageUp: -6}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SearchEdit(Edit):
    """A field that hands arrows to the rows below."""

    stepped = Signal(int)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in STEPS:
            self.stepped.emit(STEPS[Qt.Key(event.key())])
            return True
        return super().event(event)


class RowList(QListView):
    """As high as its rows. A press opens and leaves the focus in the field; Tab comes here, and what is typed goes back there."""

    stepped = Signal(int)
    opened = Signal()
    handed_on = Signal(QKeyEvent)

    def __init__(self) -> None:
        super().__init__()
        self._wanted = 0
        self.painter = RowPainter(self)
        self.model_: RowsModel[Row] = RowsModel(self)
        self.setModel(self.model_)
        self.setItemDelegate(self.painter)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setTabKeyNavigation(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setAccessibleName(_("What was found"))
        self.viewport().setAutoFillBackground(False)
        follow(self)

    def restyle(self) -> None:
        self._fit()

    def offer(self, rows: list[Row], typed: str) -> None:
        self.painter.typed = typed.casefold()
        self.model_.offer(rows)
        self._fit()
        self.step(1, first=True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in STEPS and not event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.stepped.emit(STEPS[Qt.Key(event.key())])
        elif event.key() in _ENTER:
            self.opened.emit()
        elif (event.text().isprintable() and event.text()) or event.key() == Qt.Key.Key_Backspace:
            self.handed_on.emit(event)
        else:
            super().keyPressEvent(event)

    def _fit(self) -> None:
        self.setVisible(bool(self.model_.rows))
        self._wanted = min(px(_TALLEST), sum(row_height(row) for row in self.model_.rows))
        self.setMaximumHeight(self._wanted)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._wanted)

    def minimumSizeHint(self) -> QSize:
        """In a low window the rows give way to what stands below them."""
        return QSize(super().minimumSizeHint().width(), min(self._wanted, px(_LOWEST)))

    def row_at(self, index: QModelIndex) -> Row | None:
        return self.model_.rows[index.row()] if index.isValid() else None

    def step(self, by: int, *, first: bool = False) -> None:
        """Move over headings; at either end it stays."""
        places = [at for at, row in enumerate(self.model_.rows) if row.chosen()]
        if not places:
            return
        now = 0 if first or not self.currentIndex().isValid() else places.index(self.currentIndex().row()) + by
        at = places[max(0, min(now, len(places) - 1))]
        self.setCurrentIndex(self.model_.index(at))
        # The heading above the first row comes into view with it.
        self.scrollTo(self.model_.index(0 if at == places[0] else at))

"""ListColumns: how wide the columns of a list are, and which of them are on show."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from organizer.i18n import _
from organizer.ui.column_widths import Wish, shared
from organizer.ui.kind import Column
from organizer.ui.look.table import TableView, cell_width
from organizer.ui.look.theme import theme
from organizer.ui.table_model import RecordTableModel

_MEASURED = 50
_PAD, _ARROW = 20, 18
_SMALL = 100
_REST, _OWN_WORDS = 0.52, 0.6
"""What the column that takes the rest, and one of people's own words, can still be read at: shares of its width."""


class ListColumns(QObject):
    """Measures the words of the language and of the first rows there are, and lays the columns of a table by them."""

    def __init__(self, table: TableView, model: RecordTableModel, columns: tuple[Column, ...]) -> None:
        super().__init__(table)
        self._table, self._model, self._columns = table, model, columns
        self._stretch = next((place for place, column in enumerate(columns) if column.stretch), len(columns) - 1)
        self._needed: list[float] = []
        self._asked: dict[int, bool] = {}
        """Columns that a person has put on show or taken off."""

    def lay(self) -> None:
        """Share the room of the table out. Called at every change of the room, of the text size and of what is on show."""
        widths = shared(self._wishes(), self._table.viewport().width() / theme().scale)
        for place, width in enumerate(widths):
            self._table.setColumnHidden(place, not width)
        self._table.set_widths(
            [width or column.width for width, column in zip(widths, self._columns, strict=True)], stretch=self._stretch
        )

    def measure(self) -> None:
        """Look at the first rows that there are, once."""
        rows = min(_MEASURED, self._model.rowCount())
        if self._needed or not rows:
            return
        for place in range(len(self._columns)):
            cells = [self._model.cell(self._model.index(line, place)) for line in range(rows)]
            self._needed.append(max((cell_width(cell) for cell in cells), default=0) / theme().scale)
        self.lay()

    def _wishes(self) -> list[Wish]:
        return [self._wish(place, column) for place, column in enumerate(self._columns)]

    def _wish(self, place: int, column: Column) -> Wish:
        if not self._asked.get(place, True):
            return Wish(0, 0)
        longest = max((cell_width(cell) for cell in column.longest()), default=0) / theme().scale
        head = theme().metrics("caption_strong").horizontalAdvance(_(column.title)) / theme().scale + _PAD if column.title else 0
        given = max(column.width, longest, head + (_ARROW if column.sort else 0))
        needed = self._needed[place] if self._needed else 0
        own = given * (_REST if column.stretch else _OWN_WORDS)
        if given <= _SMALL:  # what it could give away is little, and all that it says would be lost
            own = max(own, min(given, needed))
        least = longest or (own if column.title else given)
        leaves = 0 if self._asked.get(place) else column.leaves
        return Wish(given, needed, place == self._stretch, max(least, head), leaves)

    def offer(self, button: QWidget) -> None:
        """A menu under the button, in which columns are put on show or taken off."""
        menu = QMenu(button)
        menu.aboutToHide.connect(menu.deleteLater)
        for place, column in enumerate(self._columns):
            if column.title and not column.stretch:
                action = QAction(_(column.title), menu)
                action.setCheckable(True)
                action.setChecked(not self._table.isColumnHidden(place))
                action.toggled.connect(partial(self._ask, place))
                menu.addAction(action)
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    def _ask(self, place: int, shown: bool) -> None:
        self._asked[place] = shown
        self.lay()

"""RowsModel: a short table of things that are all known, a cell for each column of each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from organizer.ui.look.cells import Cell
from organizer.ui.look.table import CELL, TableView

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class RowsModel(QAbstractTableModel):
    """`heads` are the titles of the columns; `cell` gives what stands in the column with this number. `figures`: all columns but
    the first hold numbers, and their titles stand over them.
    """

    def __init__(self, parent: QObject, heads: Sequence[str], cell: Callable[[Any, int], Cell], *, figures: bool = False) -> None:
        super().__init__(parent)
        self._heads, self._cell, self._figures = tuple(heads), cell, figures
        self.rows: list[Any] = []

    def show_rows(self, rows: Sequence[Any]) -> None:
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._heads)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._heads[section]
        if role == Qt.ItemDataRole.TextAlignmentRole and section and self._figures:
            return Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        cell = self._cell(self.rows[index.row()], index.column())
        if role == CELL:
            return cell
        if role == Qt.ItemDataRole.DisplayRole:
            return cell.text
        return cell.speech() if role == Qt.ItemDataRole.AccessibleTextRole else None


def show_in(table: TableView, model: RowsModel, widths: Sequence[int]) -> None:
    """Have a table show this model, the first column as wide as there is room. Its order is the only one."""
    table.setModel(model)
    table.set_widths(widths, stretch=0)
    table.horizontalHeader().setSectionsClickable(False)
    table.horizontalHeader().setSortIndicatorShown(False)

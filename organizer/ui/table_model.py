"""RecordTableModel: one list of the store as a table. It never holds more than a few pages, however long the list."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from organizer.i18n import _
from organizer.records.base import Record
from organizer.store.listing import RecordList
from organizer.ui.kind import Column
from organizer.ui.look.cells import Cell
from organizer.ui.look.table import CELL

Index = QModelIndex | QPersistentModelIndex
RECORD_ROLE = Qt.ItemDataRole.UserRole
PAGE = 100
_PAGES_KEPT = 30
_NOWHERE = QModelIndex()


class RecordTableModel(QAbstractTableModel):
    """Rows are records in the list's order, columns are the kind's. A page is read when its first row is asked for."""

    def __init__(self, columns: Sequence[Column], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._list: RecordList[Any] | None = None
        self._count = 0
        self._pages: OrderedDict[int, list[Any]] = OrderedDict()

    def show_list(self, records: RecordList[Any]) -> None:
        """Show another list from its beginning."""
        self.beginResetModel()
        self._list, self._count = records, records.count
        self._pages.clear()
        self.endResetModel()

    def shown(self) -> RecordList[Any] | None:
        """The list in view; None before the first."""
        return self._list

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else self._count

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def record(self, row: int) -> Record | None:
        """The record of a row; None beyond the end, or when it was deleted since the list was made."""
        page = self._page(row // PAGE)
        return page[row % PAGE] if row % PAGE < len(page) else None

    def _page(self, number: int) -> list[Any]:
        if number in self._pages:
            self._pages.move_to_end(number)
            return self._pages[number]
        page = list(self._list.records(number * PAGE, PAGE)) if self._list is not None else []
        self._pages[number] = page
        if len(self._pages) > _PAGES_KEPT:
            self._pages.popitem(last=False)
        return page

    def cell(self, index: Index) -> Cell:
        record = self.record(index.row())
        return Cell() if record is None else self.columns[index.column()].cell(record)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= self._count:
            return None
        if role == RECORD_ROLE:
            return self.record(index.row())
        if role == CELL:
            return self.cell(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return self.cell(index).text
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return self.cell(index).speech() or None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(self.columns[index.column()])
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return _(self.columns[section].title) if self.columns[section].title else ""
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(self.columns[section])
        return None


def _alignment(column: Column) -> Qt.AlignmentFlag:
    end, start = Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignLeft
    return Qt.AlignmentFlag.AlignVCenter | (end if column.end else start)

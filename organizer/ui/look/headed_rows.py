"""Rows under headings, as a model: headings are read and painted, and cannot be chosen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Generic, Protocol, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = Qt.ItemDataRole.UserRole
_NOWHERE = QModelIndex()


class HeadedRow(Protocol):
    """A heading, or something that can be chosen."""

    def chosen(self) -> bool:
        """Whether it can be chosen: headings cannot."""
        ...

    def spoken(self) -> str:
        """What a screen reader says."""
        ...


R = TypeVar("R", bound=HeadedRow)


class RowsModel(QAbstractListModel, Generic[R]):
    """The rows on show."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.rows: list[R] = []

    def offer(self, rows: Sequence[R]) -> None:
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row.spoken()
        return row if role == ROW_ROLE else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        enabled = Qt.ItemFlag.ItemIsEnabled
        row = self.rows[index.row()] if index.isValid() else None
        return enabled | Qt.ItemFlag.ItemIsSelectable if row is not None and row.chosen() else enabled

"""The table of backups: when, how old, what they hold, how large. The newest first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent

from organizer import i18n
from organizer.i18n import N_, _
from organizer.store.kept_backups import Kept
from organizer.ui.look.cells import Cell
from organizer.ui.look.table import CELL, TableView
from organizer.ui.safe_keeping.backup_words import age, size, when

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_HEADS = (N_("Made"), N_("Pickets"), N_("Letters"), N_("Donations"), N_("Size"))
_COUNTED = ("picket", "letter", "donation")
_WIDTHS = (300, 84, 84, 96, 90)


class BackupsModel(QAbstractTableModel):
    """A row for each backup."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.rows: list[Kept] = []

    def show_rows(self, rows: Sequence[Kept]) -> None:
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(_HEADS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _(_HEADS[section])
        if role == Qt.ItemDataRole.TextAlignmentRole and section:
            return Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        cell = _cell(self.rows[index.row()], index.column())
        if role == CELL:
            return cell
        if role == Qt.ItemDataRole.DisplayRole:
            return cell.text
        return cell.speech() if role == Qt.ItemDataRole.AccessibleTextRole else None


def _cell(kept: Kept, column: int) -> Cell:
    if column == 0:
        note = "" if kept.same_key else _("earlier passphrase")
        damaged = _("cannot be opened") if kept.same_key and kept.counts is None else ""
        return Cell(
            text=when(kept.backup.at_utc),
            second=age(kept.backup.at_utc),
            icon="shield-check" if kept.counts is not None else "key-round" if note else "octagon-alert",
            icon_tone="green_text" if kept.counts is not None else "amber_text",
            badge=note or damaged,
            tone="amber",
        )
    if column == len(_HEADS) - 1:
        return Cell(text=size(kept.size), end=True)
    if kept.counts is None:
        return Cell(end=True)
    return Cell(text=i18n.number(kept.counts.get(_COUNTED[column - 1], 0)), end=True)


class BackupTable(TableView):
    """Enter asks for the backup of the row in hand."""

    entered_row = Signal()

    def __init__(self) -> None:
        super().__init__(_("Backups"))
        self.model_ = BackupsModel(self)
        self.setModel(self.model_)
        self.set_widths(_WIDTHS, stretch=0)
        self.horizontalHeader().setSectionsClickable(False)
        self.horizontalHeader().setSortIndicatorShown(False)
        self.doubleClicked.connect(lambda _index: self.entered_row.emit())

    def show_rows(self, rows: Sequence[Kept]) -> None:
        """Show these, with the row in hand where it was, as far as it is still there."""
        chosen = self.chosen()
        self.model_.show_rows(rows)
        paths = [kept.backup.path for kept in rows]
        if rows:
            at = paths.index(chosen.backup.path) if chosen is not None and chosen.backup.path in paths else 0
            self.choose_row(at)

    def chosen(self) -> Kept | None:
        """The backup of the row in hand."""
        row = self.currentIndex().row()
        return self.model_.rows[row] if 0 <= row < len(self.model_.rows) else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered_row.emit()
        else:
            super().keyPressEvent(event)

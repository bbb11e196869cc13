"""GridModel: the rows that are being entered as Qt asks for them; always with an empty row at the end."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from organizer.actions.letter_cells import DAY, EVIDENCE, FIELDS, ORGANISATION, QUANTITY, TARGET
from organizer.actions.letter_names import NameBook
from organizer.actions.letter_rows import Defaults, ReadRow, TypedRow
from organizer.actions.letter_sheet import FAULTY, KNOWN, NEW, PASSED, REPEAT, WAITING, FileKey, ReadSheet
from organizer.exchange.pasted import plain_cell
from organizer.i18n import N_, _, number
from organizer.ui.grid.entry import Entry
from organizer.ui.grid.steps import Rows
from organizer.ui.look.cells import Cell
from organizer.ui.look.paint import END, START
from organizer.ui.look.table import CELL

Index = QModelIndex | QPersistentModelIndex
STATE = int(Qt.ItemDataRole.UserRole) + 2
"""Role under which an index gives the state of its row."""
SIGN = int(Qt.ItemDataRole.UserRole) + 3
"""Role under which the head of a row gives the icon and the colour that stand for its number; None where the number stands."""
_ROOT = QModelIndex()
_SIGNS = {
    FAULTY: ("circle-alert", "red_text"),
    REPEAT: ("triangle-alert", "amber_text"),
    KNOWN: ("triangle-alert", "amber_text"),
    WAITING: ("hourglass", "ink2"),
    PASSED: ("minus", "ink3"),
}
_SPOKEN = {WAITING: N_("Waits for a row above that cannot be read"), PASSED: N_("Left out")}


@dataclass(frozen=True)
class GridColumn:
    """`width` in px at 100 % text; 0 takes what is left."""

    title: str
    width: int


COLUMNS = (
    GridColumn(N_("Day"), 110),
    GridColumn(N_("Organisation"), 0),
    GridColumn(N_("City"), 86),
    GridColumn(N_("To"), 150),
    GridColumn(N_("How"), 84),
    GridColumn(N_("Letters"), 62),
    GridColumn(N_("Evidence"), 104),
)
"""In the order of FIELDS."""


class GridModel(QAbstractTableModel):
    """`read_anew`: the sheet has been read again, whatever the reason. `edited`: a person changed rows."""

    read_anew = Signal()
    edited = Signal()

    def __init__(self, today: date, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.entry = Entry(today)
        self._begun = -1
        self._shown = 0
        self._fit()

    @property
    def sheet(self) -> ReadSheet:
        return self.entry.sheet

    def rows(self) -> Rows:
        return self.entry.rows()

    def begin(self, rows: Iterable[TypedRow]) -> None:
        """Show these rows; there is nothing to take back."""
        self.entry.begin(rows)
        self._tell()

    def take(self, rows: Iterable[TypedRow]) -> None:
        """Have these rows from now on, as one step of typing."""
        if self.entry.take(rows):
            self._tell()
            self.edited.emit()

    def write(self, texts: Mapping[tuple[int, int], str]) -> None:
        """Write texts into cells, by row and column, as one step."""
        self.take(self.entry.with_texts(texts))

    def decide(self, places: Iterable[int], decision: str) -> None:
        """Leave rows out, count them, or take such a decision back."""
        self.take(self.entry.with_decision(places, decision))

    def step(self, *, back: bool) -> None:
        """Take typing back, or bring it back."""
        self.entry.step(back=back)
        self._tell()
        self.edited.emit()

    def know(self, book: NameBook) -> None:
        self.entry.know(book)
        self._tell()

    def know_logged(self, known: frozenset[FileKey]) -> None:
        if self.entry.know_logged(known):
            self._tell()

    def set_defaults(self, defaults: Defaults) -> None:
        self.entry.set_defaults(defaults)
        self._tell()

    def set_begun(self, row: int) -> None:
        """Somebody types in this row: an empty one already shows what it would take, and another stands below. -1: nobody."""
        before, self._begun = self._begun, row
        if row != before:
            self._fit()
            for changed in (before, row):
                if 0 <= changed < self._shown:
                    self.dataChanged.emit(self.index(changed, 0), self.index(changed, len(COLUMNS) - 1))

    def _tell(self) -> None:
        self._fit()
        self.dataChanged.emit(self.index(0, 0), self.index(self._shown - 1, len(COLUMNS) - 1))
        self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, self._shown - 1)
        self.read_anew.emit()

    def _fit(self) -> None:
        """Rows come and go at the end alone, so that a chosen cell stays chosen."""
        wanted = max(len(self.rows()) + 1, self._begun + 2)
        if wanted > self._shown:
            self.beginInsertRows(_ROOT, self._shown, wanted - 1)
            self._shown = wanted
            self.endInsertRows()
        elif wanted < self._shown:
            self.beginRemoveRows(_ROOT, wanted, self._shown - 1)
            self._shown = wanted
            self.endRemoveRows()

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else self._shown

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsEditable if index.isValid() else Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        if not index.isValid():
            return None
        row, column = index.row(), index.column()
        if role == CELL:
            return self.cell(row, column)
        if role == STATE:
            return self.entry.state(row)
        if role == Qt.ItemDataRole.DisplayRole:
            return self._read_row(row).shown[column]
        if role == Qt.ItemDataRole.EditRole:
            return self._read_row(row).shown[column] if self.entry.typed(row).cells[column] else ""
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._speech(row, column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return END if column == QUANTITY else START
        return None

    def setData(self, index: Index, value: object, role: int = int(Qt.ItemDataRole.EditRole)) -> bool:
        if not index.isValid() or role != Qt.ItemDataRole.EditRole:
            return False
        text = plain_cell(str(value or ""))
        # What an editor began with and did not change stays as it was typed.
        if text != self.data(index, int(Qt.ItemDataRole.EditRole)):
            self.write({(index.row(), index.column()): text})
        return True

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        if orientation == Qt.Orientation.Vertical:
            if role == SIGN:
                return _SIGNS.get(self.entry.state(section))
            return number(section + 1) if role == Qt.ItemDataRole.DisplayRole else None
        if role == Qt.ItemDataRole.DisplayRole:
            return _(COLUMNS[section].title)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return END if section == QUANTITY else START
        return None

    def cell(self, row: int, column: int) -> Cell:
        """One cell as it is painted: what stands as above, or was taken, is grey."""
        read, state = self._read_row(row), self.entry.state(row)
        looks = self.entry.looks(row)
        faulty = any(look.fault is not None and look.column == column for look in looks)
        new = column == ORGANISATION and any(look.kind == NEW and look.column == column for look in looks)
        grey = column in read.taken or (column in (DAY, TARGET) and self._as_above(row, column))
        return Cell(
            text=read.shown[column],
            evidence=read.evidence if column == EVIDENCE else "",
            end=column == QUANTITY,
            dimmed=grey or state == PASSED,
            problem=faulty,
            strong=faulty,
            badge=_("new") if new else "",
            tone="blue",
        )

    def _read_row(self, row: int) -> ReadRow:
        if row < len(self.sheet.rows):
            read = self.sheet.rows[row]
            return read if row != self._begun or not self.entry.typed(row).is_blank() else self._preview(row)
        return self._preview(row) if row == self._begun else ReadRow()

    def _preview(self, row: int) -> ReadRow:
        """A row in which nothing stands yet: the day that it would take."""
        above = next((read for read in reversed(self.sheet.rows[:row]) if read.shown[DAY]), ReadRow())
        return replace(ReadRow(), shown=(above.shown[DAY], *ReadRow().shown[1:]), taken=frozenset(range(len(FIELDS))))

    def _as_above(self, row: int, column: int) -> bool:
        return row > 0 and self._read_row(row - 1).shown[column] == self._read_row(row).shown[column]

    def _speech(self, row: int, column: int) -> str:
        """The cell with its place and what is wrong, for those who hear it."""
        words = self.cell(row, column).speech() or _("empty")
        said = _("Row {row}, {column}: {words}").format(row=number(row + 1), column=_(COLUMNS[column].title), words=words)
        looks, state = self.entry.looks(row), self.entry.state(row)
        wrong = [look.title() for look in looks] if looks else [_(_SPOKEN[state])] if state in _SPOKEN else []
        return ". ".join((said, *wrong))

"""The table of backups: when, how old, what they hold, how large. The newest first."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent

from organizer import i18n
from organizer.i18n import N_, _
from organizer.store.kept_backups import Kept
from organizer.ui.look.cells import Cell
from organizer.ui.look.table import TableView
from organizer.ui.look.theme import px
from organizer.ui.safe_keeping.backup_words import age, size, when
from organizer.ui.safe_keeping.rows_model import RowsModel, show_in

_HEADS = (N_("Made"), N_("Pickets"), N_("Letters"), N_("Donations"), N_("File size"))
_COUNTED = ("picket", "letter", "donation")
_WIDTHS = (300, 84, 84, 124, 100)
_LEAST_MADE = 245
"""Of the first column: below that the counts give way, the last of them first."""


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
        self.model_ = RowsModel(self, [_(head) for head in _HEADS], _cell, figures=True)
        show_in(self, self.model_, _WIDTHS)
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
        row, rows = self.currentIndex().row(), self.model_.rows
        kept: Kept | None = rows[row] if 0 <= row < len(rows) else None
        return kept

    def restyle(self) -> None:
        super().restyle()
        self._make_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """Leave the day its room; what has no column here stands in the comparison."""
        left = self.viewport().width() - px(_LEAST_MADE + _WIDTHS[-1])
        for column in range(1, len(_COUNTED) + 1):
            left -= px(_WIDTHS[column])
            self.setColumnHidden(column, left < 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered_row.emit()
        else:
            super().keyPressEvent(event)

"""A table of a few pickets with every kind of cell."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt

from organizer.ui.look.parts import CELL, Cell


class Pickets(QAbstractTableModel):
    """A few rows with every kind of cell."""

    HEADS = ("When", "State", "City", "Site and occasion", "People", "")
    ROWS = (
        (
            Cell(text="16 Dec 2012", after="14:00"),
            Cell(state="scheduled"),
            "Moscow",
            ("Embassy", "Zhanaozen anniversary"),
            "",
            (),
        ),
        (Cell(text="Dec 2012", exact=False), Cell(state="draft"), "London", ("Embassy", "Anniversary vigil"), "", ()),
        (
            Cell(text="22 Aug 2012", after="16:00"),
            Cell(state="held"),
            "Berlin",
            ("Embassy", "Freedom for the lawyer"),
            "700–1,200",
            (("mail-check", "ink2"), ("file-check", "ink2")),
        ),
        (
            Cell(text="28 Aug 2012", after="17:30", dimmed=True),
            Cell(state="cancelled", dimmed=True),
            "London",
            ("Embassy", "Freed the same day"),
            "",
            (),
        ),
        (
            Cell(text="17 Dec 2011", after="15:00"),
            Cell(state="held"),
            "Moscow",
            ("Embassy", "Day of action"),
            "30",
            (("handcuffs", "red_text"),),
        ),
    )

    def rowCount(self, parent=QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.ROWS)

    def columnCount(self, parent=QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.HEADS)

    def data(self, index, role=Qt.ItemDataRole.DisplayRole):
        if role not in (CELL, Qt.ItemDataRole.DisplayRole):
            return None
        when, state, city, site, people, marks = self.ROWS[index.row()]
        dimmed = state.dimmed
        cell = (
            when,
            state,
            Cell(text=city, dimmed=dimmed),
            Cell(text=site[0], second=site[1], dimmed=dimmed),
            Cell(text=people, end=True),
            Cell(icons=marks),
        )[index.column()]
        return cell if role == CELL else cell.speech()

    def headerData(self, section, orientation, role=Qt.ItemDataRole.DisplayRole):
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if section == 4 else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return self.HEADS[section] if role == Qt.ItemDataRole.DisplayRole else None

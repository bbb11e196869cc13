"""The lists of the overview: what is late or waiting, what was logged lately, the demands; and the numbers behind a picture."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QWidget

from organizer import i18n
from organizer.actions.waiting import Waiting
from organizer.i18n import _, _n
from organizer.records.campaign import Demand
from organizer.store.journal_entries import JournalEntry
from organizer.ui.look.button import Button
from organizer.ui.look.cells import Cell
from organizer.ui.look.layout import Item, box, col, row
from organizer.ui.look.marks import Badge
from organizer.ui.look.sheet import Sheet
from organizer.ui.look.table import CELL, TableView
from organizer.ui.look.text import Elided, Glyph, Keys, Text
from organizer.ui.look.theme import follow, px
from organizer.ui.screens.overview_cards import TitledCard
from organizer.ui.tall import Tall
from organizer.ui.unlock import moment_words

_AT_MOST = 3
_NOWHERE = QModelIndex()
Index = QModelIndex | QPersistentModelIndex
_ICONS = {
    "picket": "megaphone",
    "letter": "mail",
    "donation": "hand-coins",
    "leaflet": "file-text",
    "press_release": "newspaper",
    "organisation": "users",
    "person": "users",
    "target": "landmark",
    "campaign": "flag",
    "demand": "list",
}


class _Slot(QWidget):
    """Room of one width for badges, so that the words beside them stand in line."""

    def __init__(self, badge: Badge) -> None:
        super().__init__()
        self._badge = badge
        self.setLayout(row(badge, None, gap=0))
        follow(self)

    def restyle(self) -> None:
        self.setMinimumWidth(max(px(112), self._badge.sizeHint().width()))


class WaitingRow(QWidget):
    """How late, what, why, and what to do about it."""

    def __init__(self, thing: Waiting, act: Callable[[Waiting], None]) -> None:
        super().__init__()
        badge = Badge(thing.when, "red", "hourglass") if thing.late else Badge(thing.when, "amber", "clock")
        words = col(Elided(thing.what, "medium"), Elided(thing.why, "caption", "ink2"), gap=0)
        self.button = Button(thing.way_out, "link", small=True, name=f"{thing.way_out}: {thing.what}")
        self.button.clicked.connect(lambda: act(thing))
        self.setLayout(row(_Slot(badge), (words, 1), self.button, gap=8))
        self.setAccessibleName(thing.what)
        self.setAccessibleDescription(_("{when}. {why}.").format(when=thing.when, why=thing.why))


class WaitingCard(TitledCard):
    """At most three, and a way to all of them. `acted` carries the one whose button was pressed."""

    acted = Signal(object)

    def __init__(self) -> None:
        self._all = Button("", "link", small=True)
        self._all.hide()
        self._things: tuple[Waiting, ...] = ()
        super().__init__(_("Late or waiting"), height=194, end=(self._all,))
        self._all.clicked.connect(self._show_all)

    def show_waiting(self, things: tuple[Waiting, ...]) -> None:
        self._things = things
        self.note.setText(_n("{n} thing", "{n} things", len(things)) if things else "")
        self._all.set_words(_("All {n}").format(n=i18n.number(len(things))))
        self._all.setVisible(len(things) > _AT_MOST)
        if not things:
            quiet = row(
                Glyph("circle-check", 18, "green_text"),
                (Text(_("Nothing is late, nothing waits."), "body", "ink2", wrap=True), 1),
            )
            self.fill(col(4, quiet, None))
            return
        rows = [WaitingRow(thing, self.acted.emit) for thing in things[:_AT_MOST]]
        self.fill(col(2, *rows, None, gap=9))

    def _show_all(self) -> None:
        sheet = Sheet(self.window(), _("Late or waiting"), self._everything(), width=680)
        sheet.closed.connect(sheet.deleteLater)
        self.acted.connect(sheet.dismiss)
        sheet.show_over()

    def _everything(self) -> QWidget:
        rows = [WaitingRow(thing, self.acted.emit) for thing in self._things]
        head = row(Text(_("Late or waiting"), "title"), None, gap=8)
        return box(col(head, (Tall(col(*rows, None, gap=10, margins=(0, 4, 6, 4))), 1), gap=10, margins=(24, 20, 18, 14)))


class LatelyCard(TitledCard):
    """The journal's last lines."""

    def __init__(self) -> None:
        super().__init__(_("Logged lately"), height=232)

    def show_entries(self, entries: Sequence[JournalEntry], now: datetime) -> None:
        rows: list[Item] = []
        for entry in entries:
            icon = next((_ICONS[kind] for kind in entry.kinds if kind in _ICONS), "pencil-line")
            records = _n("{n} record", "{n} records", entry.count)
            detail = i18n.joined(records, entry.origin)
            moment = moment_words(entry.at_utc.astimezone().replace(tzinfo=None), now)
            words = col(Elided(entry.label, "medium"), Elided(detail, "caption", "ink2"), gap=0)
            rows.append(row(Glyph(icon, 18), 2, (words, 1), Text(moment, "caption", "ink3"), gap=8))
        if not rows:
            rows.append(Text(_("Nothing yet."), "small", "ink2"))
        self.fill(col(2, *rows, None, gap=8))


class DemandsCard(TitledCard):
    """What the campaign demands, as it stands now. `opened` asks for the campaign."""

    opened = Signal()

    def __init__(self) -> None:
        edit = Button(_("Open the campaign"), "link", small=True)
        super().__init__(_("Demands"), height=232, end=(edit,))
        edit.clicked.connect(self.opened)

    def show_demands(self, demands: Sequence[Demand]) -> None:
        language = i18n.language().split("_")[0]
        rows: list[Item] = [
            row(
                Text(i18n.number(demand.number), "strong", "ink2"),
                (Elided(demand.text_in(language).replace("*", ""), "body"), 1),
                gap=10,
            )
            for demand in demands[:6]
        ]
        if not rows:
            rows.append(Text(_("None written yet. They stand on every leaflet and press release."), "small", "ink2", wrap=True))
        self.note.setText(_n("{n} that stands", "{n} that stand", len(demands)) if demands else "")
        self.fill(col(2, *rows, None, gap=8))


class Numbers(QAbstractTableModel):
    """Rows of words: what is counted, then its figures."""

    def __init__(self, heads: Sequence[str], rows: Sequence[Sequence[str]], parent: QObject) -> None:
        super().__init__(parent)
        self._heads, self._rows = heads, rows

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._heads)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        words = self._rows[index.row()][index.column()]
        if role == CELL:
            return Cell(text=words, end=index.column() > 0)
        return words if role == Qt.ItemDataRole.DisplayRole else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if section else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return self._heads[section] if role == Qt.ItemDataRole.DisplayRole else None


class NumbersTable(TableView):
    """Higher than a list's usual least, for it is all that its sheet shows."""

    def __init__(self, name: str, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        super().__init__(name)
        self.setModel(Numbers(heads, rows, self))
        self.set_widths([160, *(100 for _head in heads[1:])], stretch=0)
        self.horizontalHeader().setSectionsClickable(False)
        self.horizontalHeader().setSortIndicatorShown(False)

    def restyle(self) -> None:
        super().restyle()
        self.setMinimumHeight(px(360))


def numbers_sheet(
    window: QWidget, title: str, heads: Sequence[str], rows: Sequence[Sequence[str]], open_row: Callable[[int], None]
) -> Sheet:
    """The figures of a picture as a table, for screen readers and for everyone who wants them exactly.

    Enter, or a double click, on a row closes the sheet and asks for what the row counts.
    """
    table = NumbersTable(title, heads, rows)
    close = Button(_("Close"), "quiet", keys="Esc")
    head = row(Text(title, "title"), None, Keys("Enter"), Text(_("open the list"), "caption", "ink2"), 8, close, gap=6)
    sheet = Sheet(window, title, box(col(head, (table, 1), gap=14, margins=(24, 20, 18, 18))), width=640)

    def take(index: QModelIndex) -> None:
        sheet.dismiss()
        open_row(index.row())

    table.activated.connect(take)
    close.clicked.connect(sheet.dismiss)
    sheet.closed.connect(sheet.deleteLater)
    sheet.show_over(table)
    table.choose_row(0)
    return sheet

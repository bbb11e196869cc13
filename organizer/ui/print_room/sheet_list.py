"""The sheets there are, under the headings of their groups: chosen by arrow keys, opened by Enter, found by their words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from organizer import i18n
from organizer.i18n import N_, _
from organizer.sheets.sheet_kind import SheetKind
from organizer.ui.look.completion import paint_marked
from organizer.ui.look.headed_rows import ROW_ROLE, Index, RowsModel
from organizer.ui.look.icons import paint_icon_in
from organizer.ui.look.paint import START, mirrored
from organizer.ui.look.theme import colours, follow, px, theme

GROUPS = {
    "handed-out": N_("To hand out"),
    "shown": N_("To show"),
    "table": N_("At the table"),
    "money": N_("Money"),
    "office": N_("For the office"),
}
_ROW, _HEADING = 48, 32
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 6, Qt.Key.Key_PageUp: -6}
_ENDS = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: -1}


@dataclass(frozen=True)
class Row:
    """A sheet, or the heading of a group: then `kind` is None."""

    words: str
    kind: SheetKind | None = None

    def chosen(self) -> bool:
        return self.kind is not None

    def spoken(self) -> str:
        return self.words if self.kind is None else i18n.joined(self.words, _(self.kind.hint))

    def hint(self) -> str:
        return "" if self.kind is None else _(self.kind.hint)


def rows_of(kinds: Sequence[SheetKind], typed: str) -> list[Row]:
    """The sheets whose name or hint holds every word typed, each group under its heading."""
    wanted = typed.casefold().split()
    rows: list[Row] = []
    for group, heading in GROUPS.items():
        found = [kind for kind in kinds if kind.group == group and all(word in _said(kind) for word in wanted)]
        rows += [Row(_(heading)), *(Row(kind.title(), kind) for kind in found)] if found else []
    return rows


def _said(kind: SheetKind) -> str:
    return f"{kind.title()} {_(kind.hint)} {_(GROUPS[kind.group])}".casefold()


class _Rows(RowsModel[Row]):
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.ToolTipRole and index.isValid():
            return self.rows[index.row()].hint()
        return super().data(index, role)

    def at(self, index: Index) -> SheetKind | None:
        """The sheet of this row; None for a heading, or where there is no row."""
        return self.rows[index.row()].kind if index.isValid() else None

    def places(self) -> list[int]:
        """The rows that are sheets."""
        return [place for place, row in enumerate(self.rows) if row.kind is not None]


class _Painter(QStyledItemDelegate):
    """Icon, name with what was typed underlaid in yellow, and what the sheet is for; the chosen one as in every list."""

    typed = ""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(px(160), px(_ROW if index.data(ROW_ROLE).chosen() else _HEADING))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        said: Any = option  # the stubs leave the option's fields out
        row, rect = index.data(ROW_ROLE), QRectF(said.rect)
        painter.save()
        painter.setLayoutDirection(said.direction)
        if row.kind is None:
            painter.setFont(theme().font("caption_strong"))
            painter.setPen(colours().ink2)
            painter.drawText(rect.adjusted(px(16), px(8), -px(16), 0), START, row.words)
        else:
            self._paint_sheet(painter, rect, row.kind, said)
        painter.restore()

    def _paint_sheet(self, p: QPainter, rect: QRectF, kind: SheetKind, said: Any) -> None:
        c, rtl = colours(), said.direction == Qt.LayoutDirection.RightToLeft
        chosen = bool(said.state & QStyle.StateFlag.State_Selected)
        if chosen:
            p.fillRect(rect, c.pick if said.widget.hasFocus() else c.pick_idle)
            p.fillRect(mirrored(rect, QRectF(rect.x(), rect.y(), 3, rect.height()), rtl), c.red)
        elif said.state & QStyle.StateFlag.State_MouseOver:
            p.fillRect(rect, c.hover)
        place = mirrored(rect, QRectF(rect.x() + px(16), rect.y(), px(18), rect.height()), rtl)
        paint_icon_in(p, kind.icon, place, px(18), c.ink if chosen else c.ink2)
        room = rect.width() - px(46) - px(12)
        name = mirrored(rect, QRectF(rect.x() + px(46), rect.y() + px(5), room, px(21)), rtl)
        hint = mirrored(rect, QRectF(rect.x() + px(46), rect.y() + px(25), room, px(18)), rtl)
        paint_marked(p, name, kind.title(), self.typed, chosen=chosen)
        # What was typed is marked in the second line only where the first does not hold it.
        typed = "" if self.typed in kind.title().casefold() else self.typed
        paint_marked(p, hint, _(kind.hint), typed, chosen=chosen, role="caption", token="ink2")


class SheetList(QListView):
    """`picked` carries the key of the sheet that is chosen now; `entered`: a person wants to go into its form."""

    picked = Signal(str)
    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._kinds: list[SheetKind] = []
        self._rows, self._painter = _Rows(self), _Painter(self)
        self.setModel(self._rows)
        self.setItemDelegate(self._painter)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.setAccessibleName(_("Sheets"))
        self.selectionModel().currentRowChanged.connect(self._on_current)
        self.clicked.connect(self._on_click)
        follow(self)

    def restyle(self) -> None:
        self.scheduleDelayedItemsLayout()

    def show_kinds(self, kinds: Sequence[SheetKind]) -> None:
        self._kinds = list(kinds)
        self.narrow("")

    def narrow(self, typed: str) -> None:
        """Show what fits these words; the sheet in front stays chosen while it fits."""
        key = self.key()
        self._painter.typed = typed.strip().casefold()
        self._rows.offer(rows_of(self._kinds, typed))
        if key and not self.choose(key):
            self.clearSelection()

    def is_empty(self) -> bool:
        return not self._rows.rows

    def key(self) -> str:
        """Of the sheet that is chosen; empty for none."""
        kind = self._rows.at(self.currentIndex())
        return "" if kind is None else kind.key

    def keys(self) -> list[str]:
        """Of the sheets in view, in their order."""
        return [row.kind.key for row in self._rows.rows if row.kind is not None]

    def choose(self, key: str) -> bool:
        """Choose without saying so. False: this sheet is not in view."""
        if key not in self.keys():
            return False
        model = self.selectionModel()
        model.blockSignals(True)
        self.setCurrentIndex(self._rows.index(self._rows.places()[self.keys().index(key)]))
        model.blockSignals(False)
        self.viewport().update()
        return True

    def step(self, by: int) -> None:
        """Move over headings; at either end it stays."""
        self._go(lambda at, last: max(0, min(at + by, last)))

    def _go(self, where: Any) -> None:
        places = self._rows.places()
        if not places:
            return
        now = self.currentIndex().row()
        at = places[where(places.index(now), len(places) - 1)] if now in places else places[0]
        self.setCurrentIndex(self._rows.index(at))
        # The heading above the first sheet comes into view with it.
        self.scrollTo(self._rows.index(0 if at == places[0] else at))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.step(_STEPS[key])
        elif key in _ENDS:
            self._go(lambda _at, last: 0 if _ENDS[key] == 0 else last)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.key():
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def _on_current(self, now: QModelIndex, _before: QModelIndex) -> None:
        kind = self._rows.at(now)
        if kind is not None:
            self.picked.emit(kind.key)

    def _on_click(self, index: QModelIndex) -> None:
        """A click on the sheet that is chosen already opens it where the list stands alone."""
        if self._rows.at(index) is not None:
            self.entered.emit()

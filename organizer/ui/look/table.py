"""Tables: a view set up once, and the delegate that paints every cell from a Cell."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from organizer.i18n import _
from organizer.ui.locking import clipboard
from organizer.ui.look.cells import Cell
from organizer.ui.look.evidence import paint_swatch
from organizer.ui.look.icons import paint_icon_in
from organizer.ui.look.marks import STATES, badge_width, paint_badge
from organizer.ui.look.paint import END, START, mirrored, own_order, rule
from organizer.ui.look.theme import colours, follow, px, theme
from organizer.ui.look.tokens import SPACE

CELL = int(Qt.ItemDataRole.UserRole) + 1
"""Role under which a model gives the Cell of an index. Without one the delegate paints DisplayRole."""
Index = QModelIndex | QPersistentModelIndex
_ROOM_FOR_SECOND = 40


class _Pen:
    """One cell being painted: a rectangle that is eaten from its start or end, in the cell's direction."""

    def __init__(self, p: QPainter, rect: QRectF, dimmed: bool) -> None:
        self.p, self.left, self.right = p, rect.left(), rect.right()
        self.top, self.height, self.dimmed = rect.top(), rect.height(), dimmed
        self.rtl = p.layoutDirection() == Qt.LayoutDirection.RightToLeft

    @property
    def room(self) -> float:
        return self.right - self.left

    def take(self, width: float, *, end: bool = False) -> QRectF:
        """Cut a piece off the start or the end of what is left."""
        width = min(width, self.room)
        if end == self.rtl:
            piece = QRectF(self.left, self.top, width, self.height)
            self.left += width
        else:
            piece = QRectF(self.right - width, self.top, width, self.height)
            self.right -= width
        return piece

    def icon(self, name: str, token: str, size: float, gap: float, *, end: bool = False) -> None:
        place = self.take(px(size), end=end)
        paint_icon_in(self.p, name, place, px(size), colours().ink3 if self.dimmed else colours().named(token))
        self.take(px(gap), end=end)

    def words(self, text: str, role: str, ink: QColor, *, end: bool = False, language: str = "") -> None:
        """Write what fits, then stand behind it."""
        metrics = theme().metrics(role, language=language or None)
        shown = text
        if metrics.horizontalAdvance(text) > self.room:
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, self.room)
        place = self.take(metrics.horizontalAdvance(shown) + 1, end=end)
        self.p.setFont(theme().font(role, language=language or None))
        self.p.setPen(colours().ink3 if self.dimmed else ink)
        self.p.drawText(place, END if end else START, own_order(self.p, shown))


class CellDelegate(QStyledItemDelegate):
    """Ground, row line and contents in one go: no style calls and no widgets in cells."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        said: Any = option  # the stubs leave the option's fields out
        rect = QRectF(said.rect)
        cell = index.data(CELL)
        if not isinstance(cell, Cell):
            cell = Cell(text=str(index.data() or ""))
        painter.save()
        painter.setLayoutDirection(said.direction)
        self._ground(painter, rect, said, index, cell)
        pen = _Pen(painter, rect.adjusted(px(10), 0, -px(10), 0), cell.dimmed)
        self._contents(pen, cell)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Used where a column is fitted to its words, never in scrolling."""
        cell = index.data(CELL)
        if not isinstance(cell, Cell):
            cell = Cell(text=str(index.data() or ""))
        return QSize(round(cell_width(cell)), px(SPACE.row))

    def _ground(self, p: QPainter, rect: QRectF, said: Any, index: Index, cell: Cell) -> None:
        c, chosen = colours(), bool(said.state & QStyle.StateFlag.State_Selected)
        if chosen:
            p.fillRect(rect, c.pick if _is_active(said.widget) else c.pick_idle)
        elif cell.problem:
            p.fillRect(rect, c.red_soft)
        elif said.state & QStyle.StateFlag.State_MouseOver:
            p.fillRect(rect, c.hover)
        rule(p, rect, Qt.Edge.BottomEdge)
        if chosen and index.column() == _first_column(said.widget):
            rtl = said.direction == Qt.LayoutDirection.RightToLeft
            p.fillRect(mirrored(rect, QRectF(rect.x(), rect.y(), 3, rect.height()), rtl), c.red)

    def _contents(self, pen: _Pen, cell: Cell) -> None:
        if cell.state:
            _paint_state(pen, cell)
            return
        _paint_before(pen, cell)
        _paint_end(pen, cell)
        if cell.text:
            ink = colours().red_text if cell.problem else colours().ink
            pen.words(cell.text, "strong" if cell.strong else "body", ink, end=cell.end, language=cell.language)
        if cell.second and pen.room > px(_ROOM_FOR_SECOND):
            pen.take(px(9), end=cell.end)
            pen.words(cell.second, "small", colours().ink2, end=cell.end)
        for name, token in cell.icons:
            pen.icon(name, token, 16, 6)


def _paint_before(pen: _Pen, cell: Cell) -> None:
    """What stands before the words: the sign of an uncertain date, an icon, a swatch of evidence."""
    if not cell.exact:
        pen.icon("circle-dashed", "ink2", 14, 6)
    if cell.icon:
        pen.icon(cell.icon, cell.icon_tone, 16, 7)
    if cell.evidence:
        square = pen.take(px(19))
        swatch = mirrored(square, QRectF(square.x(), square.center().y() - px(6), px(12), px(12)), pen.rtl)
        paint_swatch(pen.p, swatch, cell.evidence)


def _paint_end(pen: _Pen, cell: Cell) -> None:
    """What stands at the end of the cell whatever the words: a time, a badge."""
    if cell.after:
        pen.words(cell.after, "small", colours().ink2, end=True)
        pen.take(px(8), end=True)
    if cell.badge:
        place = pen.take(badge_width(cell.badge, None) + px(2), end=True)
        start = place.right() if pen.rtl else place.left()
        paint_badge(pen.p, QPointF(start, place.center().y()), cell.badge, cell.tone, None)
        pen.take(px(6), end=True)


def cell_width(cell: Cell) -> float:
    """The width at which nothing of a cell is cut off, second words apart."""
    measure = theme().metrics
    width = measure("strong" if cell.strong else "body").horizontalAdvance(cell.text) + px(22)
    if cell.state:
        width = badge_width(cell.text or _(STATES[cell.state].words), STATES[cell.state].icon) + px(22)
    width += (px(20) if not cell.exact else 0) + (px(23) if cell.icon else 0) + (px(19) if cell.evidence else 0)
    width += (measure("small").horizontalAdvance(cell.after) + px(18)) if cell.after else 0
    width += (badge_width(cell.badge, None) + px(8)) if cell.badge else 0
    return width + px(22) * len(cell.icons)


def _paint_state(pen: _Pen, cell: Cell) -> None:
    """Ordinary states are a grey word with its sign; only what needs a hand is filled."""
    state = STATES[cell.state]
    words = cell.text or _(state.words)
    if state.quiet:
        pen.icon(state.icon, "green_text" if state.tone == "green" else "ink3", 15, 6)
        pen.words(words, "small", colours().ink2)
        return
    place = pen.take(badge_width(words, state.icon))
    start = place.right() if pen.rtl else place.left()
    paint_badge(pen.p, QPointF(start, place.center().y()), words, state.tone, state.icon, outline=state.outline)


def _is_active(view: Any) -> bool:
    return view is None or bool(view.hasFocus())


def _first_column(view: Any) -> int:
    return int(view.horizontalHeader().logicalIndex(0)) if isinstance(view, QTableView) else 0


class TableView(QTableView):
    """Rows of 36, a head of 34, no grid; Tab leaves at once. `name` is what a screen reader calls the list."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.radius = SPACE.box_radius
        self._widths: list[float] = []
        self._stretch = -1
        self.setAccessibleName(name)
        self.setItemDelegate(CellDelegate(self))
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.viewport().setAutoFillBackground(False)
        rows, head = self.verticalHeader(), self.horizontalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(1)  # the head's margin sets the minimum and would win over 36
        head.setHighlightSections(False)
        head.setSectionsClickable(True)
        head.setSortIndicatorShown(True)
        head.setDefaultAlignment(START)
        head.setStretchLastSection(False)
        follow(self)

    def restyle(self) -> None:
        self.verticalHeader().setDefaultSectionSize(px(SPACE.row))
        self.horizontalHeader().setFixedHeight(px(SPACE.head))
        self.horizontalHeader().setMinimumSectionSize(px(40))
        self._lay_columns()

    def set_widths(self, widths: Sequence[float], *, stretch: int) -> None:
        """Widths of the columns in tokens; the column at `stretch` takes what is left. Call it when the model is set."""
        self._widths, self._stretch = list(widths), stretch
        self._lay_columns()

    def _lay_columns(self) -> None:
        head = self.horizontalHeader()
        for column, width in enumerate(self._widths[: head.count()]):
            taking = column == self._stretch
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch if taking else QHeaderView.ResizeMode.Interactive)
            if not taking:
                head.resizeSection(column, px(width))

    def choose_row(self, row: int) -> None:
        """Not selectRow: before the first layout in right-to-left that asks for a column at the edge and chooses nothing."""
        flags = QItemSelectionModel.SelectionFlag
        index = self.model().index(row, 0)
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copied is the chosen row, as spreadsheet programs take it. Qt would copy one cell, and leave it there for good."""
        if event.matches(QKeySequence.StandardKey.Copy):
            row, cells = self.currentIndex().row(), self.model()
            clipboard.put("\t".join(str(cells.index(row, column).data() or "") for column in range(cells.columnCount())))
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

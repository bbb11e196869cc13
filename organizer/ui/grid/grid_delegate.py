"""GridDelegate: paints the cells of the letters grid, opens their editors, and says which key does what in them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from organizer.actions.letter_cells import CITY, ORGANISATION
from organizer.actions.letter_sheet import KNOWN, PASSED, REPEAT
from organizer.exchange.pasted import plain_cell
from organizer.i18n import _, number
from organizer.ui.grid.grid_editor import CellEdit
from organizer.ui.grid.grid_model import COLUMNS, STATE, GridModel
from organizer.ui.grid.offers import Offers
from organizer.ui.look.cells import Cell
from organizer.ui.look.evidence import paint_swatch
from organizer.ui.look.paint import mirrored, rounded, rule
from organizer.ui.look.table import CellDelegate
from organizer.ui.look.theme import colours, px

Index = QModelIndex | QPersistentModelIndex
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_OFFERS_OWN = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Escape, *_ENTER)


class Grid(Protocol):
    """What the keys of an editor ask of the grid."""

    def go(self, step: int) -> bool: ...
    def go_down(self, step: int) -> None: ...
    def run_key(self, event: QKeyEvent) -> bool: ...
    def has_key(self, event: QKeyEvent) -> bool: ...


class GridDelegate(CellDelegate):
    """`editing` says the row in which an editor was opened, -1 when it is closed."""

    editing = Signal(int)

    def __init__(self, grid: Any, offers: Callable[[], Offers]) -> None:
        super().__init__(grid)
        self._grid: Grid = grid
        self._view: Any = grid
        self._offers = offers

    def _ground(self, p: QPainter, rect: QRectF, said: Any, index: Index, cell: Cell) -> None:
        c, state = colours(), index.data(STATE)
        chosen = bool(said.state & QStyle.StateFlag.State_Selected)
        active = self._view.hasFocus()
        current = active and index == self._view.currentIndex()
        ground = c.surface if state == PASSED else c.raised
        if cell.problem:
            ground = c.red_soft
        elif state in (REPEAT, KNOWN):
            ground = c.amber_soft
        elif chosen and not current:
            ground = c.pick if active else c.pick_idle
        p.fillRect(rect, ground)
        rule(p, rect, Qt.Edge.BottomEdge)
        rtl = said.direction == Qt.LayoutDirection.RightToLeft
        rule(p, rect, Qt.Edge.LeftEdge if rtl else Qt.Edge.RightEdge)
        if current:
            rounded(p, rect.adjusted(1, 1, -1, -1), 4, None, c.focus, 2)

    def _contents(self, pen: Any, cell: Cell) -> None:
        if not cell.evidence:
            super()._contents(pen, cell)
            return
        square = pen.take(px(19))
        paint_swatch(
            pen.p, mirrored(square, QRectF(square.x(), square.center().y() - px(6), px(12), px(12)), pen.rtl), cell.evidence
        )
        pen.words(cell.text, "small", colours().ink)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        column = index.column()
        name = _("{column}, row {row}").format(column=_(COLUMNS[column].title), row=number(index.row() + 1))
        edit = CellEdit(parent, name, lambda typed: self._offers().find(column, typed))
        edit.setLayoutDirection(self._view.layoutDirection())
        self.editing.emit(index.row())
        return edit

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        super().destroyEditor(editor, index)
        self.editing.emit(-1)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Once: the view asks again whenever the sheet has been read, and somebody may be writing by then."""
        if isinstance(editor, CellEdit) and not editor.is_filled:
            editor.is_filled = True
            editor.setText(str(index.data(Qt.ItemDataRole.EditRole) or ""))
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: Any, index: Index) -> None:
        if not isinstance(editor, CellEdit) or not isinstance(model, GridModel):
            return
        if editor.pick is not None and editor.pick.city and index.column() == ORGANISATION:
            model.write({(index.row(), ORGANISATION): plain_cell(editor.text()), (index.row(), CITY): editor.pick.city})
        else:
            model.setData(index, editor.text())

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        said: Any = option
        editor.setGeometry(said.rect.adjusted(-1, -1, 0, 0))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(watched, CellEdit) and isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride and self._grid.has_key(event):
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                return self._key(watched, event)
        return super().eventFilter(watched, event)

    def _key(self, edit: CellEdit, event: QKeyEvent) -> bool:
        """A key in an editor. The rows it offers take theirs first; what moves or does something writes the cell before."""
        key, plainly = event.key(), not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if edit.offers.isVisible() and plainly and key in _OFFERS_OWN:
            return False
        if key == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            edit.offers.offer()
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self.leave(edit)
            self._grid.go(-1 if key == Qt.Key.Key_Backtab else 1)
        elif self._grid.has_key(event):
            self.leave(edit)
            self._grid.run_key(event)
        elif key in _ENTER or (plainly and key in (Qt.Key.Key_Up, Qt.Key.Key_Down)):
            self.leave(edit)
            up = key == Qt.Key.Key_Up or bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._grid.go_down(-1 if up else 1)
        elif key == Qt.Key.Key_Escape:
            self.closeEditor.emit(edit)
        else:
            return False
        return True

    def leave(self, edit: CellEdit) -> None:
        """Write what stands in an editor into its cell, and close it."""
        self.commitData.emit(edit)
        self.closeEditor.emit(edit)

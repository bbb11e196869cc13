"""GridView: the table of the letters grid, the heads of its rows, and its keys."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from organizer.i18n import _
from organizer.ui.grid.cell_work import CellWork
from organizer.ui.grid.column_widths import column_widths
from organizer.ui.grid.grid_delegate import GridDelegate
from organizer.ui.grid.grid_editor import CellEdit
from organizer.ui.grid.grid_model import COLUMNS, GridModel
from organizer.ui.grid.offers import Offers
from organizer.ui.grid.row_head import RowHead
from organizer.ui.look.paint import START
from organizer.ui.look.theme import follow, px
from organizer.ui.look.tokens import SPACE

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class GridView(QTableView):
    """Tab goes through the cells and leaves after the last; Enter goes down; typing begins at once.

    `log_wanted`, `paste_wanted` and `look_wanted` (1 or -1) are for the page; all else the grid does itself.
    """

    log_wanted = Signal()
    paste_wanted = Signal()
    look_wanted = Signal(int)
    today_wanted = Signal()

    def __init__(self, model: GridModel, offers: Callable[[], Offers]) -> None:
        super().__init__()
        self.by_keyboard = False  # no ring round the grid: the cell that has the keyboard shows it
        self._model = model
        self._delegate = GridDelegate(self, offers)
        self.work = CellWork(self, model)
        self.setAccessibleName(_("Letters to log"))
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self._delegate.editing.connect(self._on_editing)
        self._set_up()
        self.selectionModel().currentChanged.connect(lambda *_args: self.viewport().update())
        model.rowsInserted.connect(lambda *_args: self._fit_row_heads())
        model.rowsRemoved.connect(lambda *_args: self._fit_row_heads())
        follow(self)

    def _set_up(self) -> None:
        self.setVerticalHeader(RowHead(self))
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        trigger = QAbstractItemView.EditTrigger
        self.setEditTriggers(trigger.AnyKeyPressed | trigger.DoubleClicked | trigger.EditKeyPressed)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.viewport().setAutoFillBackground(False)
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        head.setHighlightSections(False)
        head.setDefaultAlignment(START)
        head.setStretchLastSection(False)

    def restyle(self) -> None:
        self.verticalHeader().setDefaultSectionSize(px(SPACE.entry_row))
        self.horizontalHeader().setFixedHeight(px(SPACE.head))
        self.horizontalHeader().setMinimumSectionSize(px(40))
        self._fit_row_heads()
        self._lay_columns()

    def _fit_row_heads(self) -> None:
        self.verticalHeader().setFixedWidth(self.verticalHeader().sizeHint().width())

    def _lay_columns(self) -> None:
        """Where the columns have no room beside each other the grid scrolls sideways."""
        for place, width in enumerate(column_widths(self.viewport().width())):
            self.horizontalHeader().resizeSection(place, width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_columns()

    def _on_editing(self, row: int) -> None:
        self._model.set_begun(row)

    # Going about

    def go_to(self, row: int, column: int) -> None:
        """Choose one cell and bring it into view."""
        index = self._model.index(row, column)
        if index.isValid():
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.scrollTo(index)

    def go(self, step: int) -> bool:
        """To the next cell or the one before, over the ends of rows. Whether there was one; else the focus leaves."""
        if self._has_cell(step):
            at = self.currentIndex().row() * len(COLUMNS) + self.currentIndex().column() + step
            self.go_to(*divmod(at, len(COLUMNS)))
            return True
        return super().focusNextPrevChild(step > 0)

    def _has_cell(self, step: int) -> bool:
        current = self.currentIndex()
        at = current.row() * len(COLUMNS) + current.column() + step
        return current.isValid() and 0 <= at < self._model.rowCount() * len(COLUMNS)

    def go_down(self, step: int) -> None:
        current = self.currentIndex()
        self.go_to(current.row() + step, current.column())

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002  Qt's name
        return self.go(1 if next else -1)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self.go_to(0, 0)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    # Keys

    def has_steps(self, *, back: bool) -> bool:
        """Ctrl+Z takes typing back as long as there is some."""
        return self._model.entry.can_step(back=back)

    def has_key(self, event: QKeyEvent) -> bool:
        """Whether this key does something here, in a cell's editor too."""
        return self._doing(event) is not None

    def run_key(self, event: QKeyEvent) -> bool:
        doing = self._doing(event)
        if doing is not None:
            doing()
        return doing is not None

    def _doing(self, event: QKeyEvent) -> Callable[[], object] | None:
        key, modifiers = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
        if key == Qt.Key.Key_F8 and modifiers in (Qt.KeyboardModifier.NoModifier, shift):
            return lambda: self.look_wanted.emit(-1 if modifiers else 1)
        if modifiers == control:
            if key in _ENTER:
                return self.log_wanted.emit
            return {Qt.Key.Key_D: self.work.same_as_above, Qt.Key.Key_Semicolon: self.today_wanted.emit}.get(Qt.Key(key))
        return None

    def _own_doing(self, event: QKeyEvent) -> Callable[[], object] | None:
        """What keys do while no cell is being written."""
        standard = QKeySequence.StandardKey
        if event.matches(standard.Undo) or event.matches(standard.Redo):
            back = event.matches(standard.Undo)
            return (lambda: self._model.step(back=back)) if self.has_steps(back=back) else None
        matching = {standard.Paste: self.paste_wanted.emit, standard.Copy: self.work.copy, standard.Cut: self.work.cut}
        found = next((doing for key, doing in matching.items() if event.matches(key)), None)
        if found is None and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            return self.work.clear
        return found or self._doing(event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._own_doing(event) is not None:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        doing = self._own_doing(event)
        if doing is not None:
            doing()
        elif event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.offer_choices()
        elif event.key() in _ENTER:
            self.go_down(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        else:
            super().keyPressEvent(event)

    # What they do

    def offer_choices(self) -> None:
        """Open the current cell with what it offers."""
        self.edit(self.currentIndex())
        edit = self.editor()
        if edit is not None:
            edit.offers.offer()

    def finish_writing(self) -> None:
        """Whatever is still being written goes into its cell: a click on a button leaves the caret where it is."""
        edit = self.editor()
        if edit is not None:
            self._delegate.leave(edit)

    def editor(self) -> CellEdit | None:
        """The editor that is open."""
        return next((edit for edit in self.viewport().findChildren(CellEdit) if edit.isVisible()), None)

"""ListPane: title, search, chips and table of one kind, and what an empty list says."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from organizer.i18n import _
from organizer.store.compartments import Compartment
from organizer.store.listing import ListQuery, RecordList
from organizer.ui.chip_bar import ChipBar, Filters
from organizer.ui.compartments.closed_bar import ClosedBar
from organizer.ui.kind import Kind
from organizer.ui.list_columns import ListColumns
from organizer.ui.look.layout import Item, Panel, col, row
from organizer.ui.look.parts import Button, Edit, Elided, Empty, Text, icon_button
from organizer.ui.look.shown_stack import ShownStack
from organizer.ui.look.table import TableView
from organizer.ui.look.theme import follow, px
from organizer.ui.session import Session
from organizer.ui.table_model import RecordTableModel

_NARROW_HEAD, _HEAD_GAPS = 560, 70
_BY_KEYS = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason)


class RecordTable(TableView):
    """Enter goes into the form, Delete deletes. The ring is drawn round it when a key brought the focus here."""

    entered_row = Signal()
    delete_wanted = Signal()
    room_changed = Signal()

    by_keyboard = False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.room_changed.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.by_keyboard = event.reason() in _BY_KEYS
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered_row.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.delete_wanted.emit()
        else:
            super().keyPressEvent(event)


class ListPane(Panel):
    """`query_changed`: search, filters or order are others now. `listed`: a list has arrived and is shown."""

    query_changed = Signal()
    current_changed = Signal(QModelIndex)
    new_wanted = Signal()
    verb_wanted = Signal(object)
    listed = Signal()

    def __init__(self, session: Session, kind: Kind, switch: QWidget | None) -> None:
        super().__init__("surface")
        self._session, self._kind = session, kind
        self._sort, self._descending = "", True
        self._title = switch or Text(_(kind.words.many), "title")
        self.search = Edit(hint=_(kind.words.search), short_hint=_("Search"), icon="search", keys="Ctrl+F")
        self.search.setAccessibleName(_(kind.words.search))
        self.new_button = Button(_(kind.words.new), "primary", icon="plus")
        self._verbs = [verb for verb in kind.list_verbs if not verb.to_begin]
        self.verb_buttons = [Button(_(verb.words), icon=verb.icon) for verb in self._verbs]
        self._columns_button = icon_button("sliders-horizontal", _("Columns"))
        self.chips = ChipBar(session, kind, self._columns_button)
        self.model = RecordTableModel(kind.columns, self)
        self.table = RecordTable(_(kind.words.many))
        self._columns = ListColumns(self.table, self.model, kind.columns)
        self._count = Elided("", "small", "ink2")
        self._stack = ShownStack()
        self.closed_bar = ClosedBar(session, kind.record)
        self.error_place = col(gap=0, margins=(12, 0, 12, 0))
        self._put_together()
        self._connect()
        follow(self)

    def _put_together(self) -> None:
        self.table.setModel(self.model)
        self._show_default_order()
        self.none_yet = self._none_yet()
        self.no_match = self._no_match()
        for place in (self.table, self.none_yet, self.no_match):
            self._stack.addWidget(place)
        ends: list[Item] = [(self.search, 6), *self.verb_buttons, self.new_button]
        head = row(self._title, 4, self._count, None, *ends, gap=8, margins=(14, 14, 16, 8))
        self.setLayout(col(head, self.error_place, self.closed_bar, self.chips, (self._stack, 1), gap=0))

    def _none_yet(self) -> Empty:
        words, verbs = self._kind.words, [verb for verb in self._kind.list_verbs if not verb.of_records]
        leading = any(verb.leads for verb in verbs)
        blank = Button(_("Blank"), icon="file-plus") if leading else Button(_(words.new), "primary", icon="plus")
        blank.setAccessibleName(_(words.new))
        blank.clicked.connect(self.new_wanted)
        ways = []
        for verb in verbs:
            button = Button(_(verb.words), "primary" if verb.leads else "plain", icon=verb.icon)
            button.clicked.connect(partial(self._ask_for, verb))
            ways.append(button)
        return Empty(_(words.none_yet), _(words.first_step), *([*ways, blank] if leading else [blank, *ways]))

    def _no_match(self) -> Empty:
        clear = Button(_("Clear filters"), icon="x")
        clear.clicked.connect(self.clear)
        return Empty(_(self._kind.words.no_match), _("Search for less, or take a filter off."), clear, art=False)

    def _connect(self) -> None:
        head = self.table.horizontalHeader()
        head.sortIndicatorChanged.connect(self._on_order)
        self.table.selectionModel().currentRowChanged.connect(lambda now, _before: self.current_changed.emit(now))
        self.search.textEdited.connect(lambda _words: self.query_changed.emit())
        self.chips.changed.connect(self.query_changed)
        self.new_button.clicked.connect(self.new_wanted)
        self._columns_button.clicked.connect(lambda: self._columns.offer(self._columns_button))
        self.table.room_changed.connect(self._columns.lay)
        for button, verb in zip(self.verb_buttons, self._verbs, strict=True):
            button.clicked.connect(partial(self._ask_for, verb))

    def _ask_for(self, verb: Any, _checked: bool = False) -> None:
        self.verb_wanted.emit(verb)

    def restyle(self) -> None:
        self.search.setMinimumWidth(px(130))
        self.search.setMaximumWidth(px(230))
        self._fit_head()
        self._columns.lay()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_head()

    def _fit_head(self) -> None:
        """With little room the rarer buttons are their icons, and the count gives way; no word of a title or a switch is cut."""
        narrow = self.width() < px(_NARROW_HEAD)
        self._count.setVisible(not narrow)
        for verb, button in zip(self._verbs, self.verb_buttons, strict=True):
            button.set_words("" if narrow else _(verb.words), name=_(verb.words))
        self.new_button.set_words(_(self._kind.words.new))
        buttons = (*self.verb_buttons, self.new_button) if narrow else (self.new_button,)
        wanted = self._title.sizeHint().width() + self.search.minimumWidth() + sum(each.sizeHint().width() for each in buttons)
        if wanted > self.width() - px(_HEAD_GAPS):
            self.new_button.set_words("", name=_(self._kind.words.new))

    def _show_default_order(self) -> None:
        listing = self._kind.record.listing()
        self._sort, self._descending = listing.default_sort, listing.descending
        place = next((n for n, column in enumerate(self._kind.columns) if column.sort == self._sort), -1)
        order = Qt.SortOrder.DescendingOrder if self._descending else Qt.SortOrder.AscendingOrder
        self.table.horizontalHeader().setSortIndicator(place, order)
        self._sorted_place = place

    def _on_order(self, place: int, order: Qt.SortOrder) -> None:
        column = self._kind.columns[place] if 0 <= place < len(self._kind.columns) else None
        descending = order == Qt.SortOrder.DescendingOrder
        if column is None or not column.sort:
            standing = Qt.SortOrder.DescendingOrder if self._descending else Qt.SortOrder.AscendingOrder
            head = self.table.horizontalHeader()
            head.blockSignals(True)
            head.setSortIndicator(self._sorted_place, standing)
            head.blockSignals(False)
            return
        if (column.sort, descending) != (self._sort, self._descending):
            self._sort, self._descending, self._sorted_place = column.sort, descending, place
            self.query_changed.emit()

    def query(self, base: Filters) -> ListQuery[Any]:
        """What the list should hold by now, within `base`."""
        text = self.search.text().strip()
        filters = base + self.chips.filters()
        return ListQuery(self._kind.record, text=text, filters=filters, sort=self._sort, descending=self._descending)

    def is_narrowed(self) -> bool:
        return bool(self.search.text().strip() or self.chips.filters())

    def clear(self) -> None:
        """Show everything again."""
        self.search.clear()
        self.chips.clear()
        self.query_changed.emit()

    def say_count(self, words: str) -> None:
        self._count.setText(words)

    def show_list(self, records: RecordList[Any], total: int) -> None:
        """Show a list; what stands in place of an empty one depends on whether there is anything at all."""
        self.model.show_list(records)
        empty = not records.count
        place: QWidget = self.table
        if empty:
            place = self.no_match if total or self.is_narrowed() else self.none_yet
        self._stack.setCurrentWidget(place)
        nothing = place is self.none_yet
        for widget in (self.search, self.chips, self.new_button, *self.verb_buttons):
            widget.setVisible(not nothing)
        self._columns.measure()

    def say_closed(self, closed: Sequence[Compartment], unsorted: Sequence[Compartment]) -> None:
        """What of this list, or of what it is searched or sorted by, lies in closed compartments."""
        self.closed_bar.say(closed, searched=bool(self.search.text().strip()), unsorted=unsorted)
        self.new_button.setEnabled(not self.closed_bar.is_closed())

    def go_to_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """From the search field: Enter or ↓ goes into the list, Esc takes the search off."""
        if self.search.hasFocus() and event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.search.hasFocus() and event.key() == Qt.Key.Key_Escape and self.search.text():
            self.search.clear()
            self.query_changed.emit()
        else:
            super().keyPressEvent(event)

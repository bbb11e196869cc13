"""ListAndForm: the list of one kind, and beside it the form of the record that is chosen, in step with the file."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QBoxLayout, QWidget

from organizer.errors import MissingRecord
from organizer.records.base import Record
from organizer.store.listing import ListQuery
from organizer.store.store import Changes
from organizer.ui.compartments.forms import let_go
from organizer.ui.form import Form
from organizer.ui.kind import Kind
from organizer.ui.list_aside import ListAside
from organizer.ui.list_pane import ListPane
from organizer.ui.list_question import Listed, Question, count_words
from organizer.ui.look.layout import row
from organizer.ui.look.theme import follow, px
from organizer.ui.look.tokens import SPACE
from organizer.ui.page import Page
from organizer.ui.session import Session
from organizer.ui.tasks import Latest


class ListAndForm(Page):
    """`switch` stands beside the title where one page shows several kinds."""

    def __init__(self, session: Session, kind: Kind, switch: QWidget | None = None) -> None:
        super().__init__("surface")
        self._session, self.kind = session, kind
        self._latest: Latest[Listed] = Latest(session.tasks)
        self._all: int | None = None
        self._wanted: int | None = None
        self._row_wanted: int | None = None
        self._narrow = False
        self._began = False
        self.list = ListPane(session, kind, switch)
        self.form = Form(session, kind)
        self._aside = ListAside(session, kind, self.list.chips)
        self.setLayout(row((self.list, 1), self.form, gap=0))
        self.form.hide()
        self._connect()
        follow(self)

    def _connect(self) -> None:
        pane, form = self.list, self.form
        pane.query_changed.connect(self.refresh)
        pane.current_changed.connect(self._open_current)
        pane.table.entered_row.connect(self._enter)
        pane.table.clicked.connect(lambda _index: self._enter() if self._narrow else None)
        form.saved.connect(lambda record: self.refresh(record.id))
        form.discarded.connect(self._after_discard)
        form.head.back_wanted.connect(self.back)
        form.escaped.connect(self.back)
        self._aside.totals_known.connect(self._say_count)
        self._session.changed.connect(self._on_changes)
        self._session.campaign_changed.connect(self._on_campaign)

    def restyle(self) -> None:
        self._lay_out()

    def _base(self) -> tuple[tuple[str, Any], ...]:
        campaign = self._session.campaign
        return (("campaign", campaign.id if campaign else -1),) if self.kind.in_campaign else ()

    def narrow(self, filters: tuple[tuple[str, Any], ...], words: str) -> None:
        self.list.search.clear()
        self.list.chips.clear()
        self.list.chips.give(filters, words)
        self.refresh()

    def refresh(self, wanted: int | None = None) -> None:
        """Ask for the list anew; `wanted` is chosen in it, by default the record that is open, if it stands near the top."""
        self._wanted = wanted if wanted is not None else self._wanted
        shown = self.form.record
        glanced = shown.id if shown is not None and not shown.is_new() else None
        base = ListQuery(self.kind.record, filters=self._base())
        question = Question(self.list.query(self._base()), base, self._all, self._wanted or glanced, self._wanted is not None)
        store = self._session.store
        self._latest.ask(lambda: question.answer(store), self._show)

    def _show(self, listed: Listed) -> None:
        self._all, self._wanted = listed.all, None
        self.list.show_list(listed.records, listed.all)
        self.list.say_closed(listed.closed, listed.unsorted)
        self._say_count()
        row_wanted, self._row_wanted = self._row_wanted, None
        if listed.position is not None:
            self.list.table.choose_row(listed.position)
        elif row_wanted is not None and listed.records.count:
            self.list.table.choose_row(min(row_wanted, listed.records.count - 1))
        elif not self._began and listed.records.count and self.form.record is None and not self._narrow:
            self.list.table.choose_row(0)
        self._began = True
        self.list.listed.emit()
        if listed.first:
            self._aside.begin(listed.records, self._base())

    def _say_count(self) -> None:
        count = self.list.model.rowCount()
        self.list.say_count(count_words(self.kind, count, self._all or 0, self._aside.totals))

    def _open_current(self, current: QModelIndex) -> None:
        record = self.list.model.record(current.row()) if current.isValid() else None
        shown = self.form.record
        if self._narrow or record is None or (shown is not None and not shown.is_new() and shown.id == record.id):
            return
        self._open(record.id)

    def _open(self, record_id: int) -> None:
        if self._session.tried(lambda: self.form.open_record(record_id)):
            self._lay_out()

    def open_record(self, record_id: int, kind: type[Record] | None = None) -> None:
        """Show a record in the form, and in the list where the filters let it through."""
        self._began = True
        self._open(record_id)
        self.refresh(record_id)
        if self._narrow:
            self._go_into_form()

    def _lay_out(self) -> None:
        shown = self.form.record is not None
        self.form.setVisible(shown)
        self.form.closed_bar.keep_away(not self._narrow)  # the list beside it says the same
        self.list.setVisible(not (shown and self._narrow))
        self.form.head.back.setVisible(self._narrow)
        if self._narrow:
            self.form.setMaximumWidth(16777215)
        else:
            self.form.setFixedWidth(px(SPACE.form))
        self.arranged.emit()

    def set_narrow(self, narrow: bool) -> None:
        self._narrow = narrow
        if narrow and self.form.record is not None and not self.form.isAncestorOf(self.focusWidget() or self.form):
            self._close_form()
        self._lay_out()

    def _close_form(self) -> None:
        if self._session.tried(self.form.close_record):
            self.list.table.clearSelection()
            self.list.table.setCurrentIndex(QModelIndex())

    def back(self) -> None:
        """From the form to the list; where they share a place, what is not saved is kept."""
        if self._narrow:
            self._close_form()
            self._lay_out()
        self.list.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _enter(self) -> None:
        """Go from the list into the form; where they share a place it is opened now, not at every step in the list."""
        chosen = self._chosen()
        if self._narrow and chosen is not None:
            self._open(chosen.id)
        self._go_into_form()

    def _chosen(self) -> Any:
        """The record that is open, or else the one that is chosen in the list."""
        if self.form.record is not None:
            return self.form.record
        current = self.list.table.currentIndex()
        return self.list.model.record(current.row()) if current.isValid() else None

    def _go_into_form(self) -> None:
        if self.form.record is not None:
            self.form.first_field().setFocus(Qt.FocusReason.TabFocusReason)

    def _after_discard(self) -> None:
        self._lay_out()
        if self.form.record is None:
            self.list.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_campaign(self) -> None:
        self._session.tried(self.form.close_record)
        self._all, self._began = None, False
        self._lay_out()
        if self.isVisible():
            self.refresh()

    def _on_changes(self, changes: Changes) -> None:
        if self.kind.record not in changes.kinds and not self._reads(changes):
            return
        self._all = None
        self._refresh_form(anew=changes.entry is None)
        if self.isVisible():
            self.refresh()

    def _reads(self, changes: Changes) -> bool:
        return any(kind in changes.kinds for kind in self.kind.record.listing().through.values())

    def _refresh_form(self, *, anew: bool) -> None:
        """Undo, or another screen, may have changed what is shown here; what is being typed stays."""
        record = self.form.record
        if record is None or record.is_new() or self.form.is_dirty():
            if let_go(self._session, self.form, anew=anew):
                self._lay_out()
            return
        try:
            self.form.open_record(record.id)
        except MissingRecord:
            self.form.forget()
            self._lay_out()

    def entered(self) -> None:
        self.refresh()
        if self.list.table.isVisible():
            self.list.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def keep(self) -> None:
        self.form.keep()

    def go_to_search(self) -> None:
        self.list.go_to_search()

    def panes(self) -> list[QWidget]:
        return [pane for pane in (self.list, self.form) if pane.isVisible()]

    def message_area(self) -> QWidget:
        return self.list if not self.list.isHidden() else self.form.body_area()

    def error_place(self) -> QBoxLayout | None:
        return self.list.error_place

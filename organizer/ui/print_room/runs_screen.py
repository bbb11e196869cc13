"""RunsScreen: what was printed so far, with a bar above it where stock says what holds no more."""

from __future__ import annotations

from PySide6.QtWidgets import QBoxLayout, QWidget

from organizer.actions.print_runs import StaleStock, out_of_date
from organizer.store.store import Changes
from organizer.ui.print_room.stale_bar import StaleBar
from organizer.ui.record_screen import RecordScreen
from organizer.ui.screens.print_runs import KIND
from organizer.ui.session import Session
from organizer.ui.tasks import Latest


class RunsScreen(RecordScreen):
    """A screen of records like any other; the bar is looked through again with the list."""

    def __init__(self, session: Session, switch: QWidget) -> None:
        self.stale = StaleBar()
        self._stock: Latest[list[StaleStock]] = Latest(session.tasks)
        super().__init__(session, KIND, switch)
        pane = self.list.layout()
        assert isinstance(pane, QBoxLayout)  # head, errors, chips, table, one below the other
        pane.insertWidget(1, self.stale)
        self.stale.wanted.connect(self.open_record)
        session.changed.connect(self._on_any_change)

    def refresh(self, wanted: int | None = None) -> None:
        super().refresh(wanted)
        self._look_for_stale()

    def _on_any_change(self, _changes: Changes) -> None:
        """A demand, a picket, the campaign's imprint: whatever stands on paper may have changed."""
        if self.isVisible():
            self._look_for_stale()

    def _look_for_stale(self) -> None:
        campaign, store = self._session.campaign, self._session.store
        if campaign is None:
            self.stale.show_stock([])
            return
        campaign_id = campaign.id
        self._stock.ask(lambda: out_of_date(store, campaign_id), self.stale.show_stock)

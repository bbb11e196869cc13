"""ListAside: what is looked up once a list is shown: the kind's totals, the chips' numbers, and the rest of a large list."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, Signal

from organizer.store.listing import RecordList
from organizer.ui.chip_bar import ChipBar, Filters
from organizer.ui.file_timer import FileTimer
from organizer.ui.kind import Kind
from organizer.ui.session import Session
from organizer.ui.tasks import Latest

_LATER_MS = 400


class ListAside(QObject):
    """`totals_known`: `totals` holds the words by now. None of this is waited for: the list stands already."""

    totals_known = Signal()

    def __init__(self, session: Session, kind: Kind, chips: ChipBar) -> None:
        super().__init__(chips)
        self._session, self._kind, self._chips = session, kind, chips
        self._latest: Latest[str] = Latest(session.tasks)
        self._records: RecordList[Any] | None = None
        # Not at once: reading a million ids would keep the first steps in the list waiting.
        self._later = FileTimer(session, self, self._prepare, _LATER_MS)
        self.totals = ""

    def begin(self, records: RecordList[Any], base: Filters) -> None:
        """Look up everything anew, for a list that was made after a change."""
        store = self._session.store
        if self._kind.totals is not None:
            totals, campaign = self._kind.totals, self._session.campaign
            campaign_id = campaign.id if campaign else -1
            self._latest.ask(lambda: totals(store, campaign_id), self._take)
        self._chips.count(base)
        self._records = records
        self._later.start()

    def _prepare(self) -> None:
        if self._records is not None and not self._records.is_prepared():
            self._session.tasks.run(self._records.prepare, lambda _done: None)

    def _take(self, totals: str) -> None:
        self.totals = totals
        self.totals_known.emit()

"""The page of the print room: the sheets to print, or what was printed so far, with a switch in place of the title."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget

from organizer.errors import MissingRecord
from organizer.i18n import _
from organizer.records.base import Record
from organizer.records.print_run import PrintRun
from organizer.records.prints import Subject
from organizer.ui.look.layout import col
from organizer.ui.look.segmented import Segmented
from organizer.ui.page import Page
from organizer.ui.page_of_pages import PageOfPages
from organizer.ui.print_room.sheets_screen import SheetsScreen
from organizer.ui.print_room.subjects import KINDS
from organizer.ui.session import Session

SHEETS, RUNS = "sheets", "runs"


class PrintRoomPage(PageOfPages):
    """The sheets and the print runs. The latter are made when they are first wanted."""

    def __init__(self, session: Session) -> None:
        super().__init__("surface")
        self._session = session
        self._switches: list[Segmented] = []
        self._narrow = False
        self._stack = QStackedWidget()
        self.sheets = SheetsScreen(session, self._switch())
        self._runs: Page | None = None
        self._stack.addWidget(self.sheets)
        self.sheets.arranged.connect(self.arranged)
        self.setLayout(col(self._stack, gap=0))

    def _switch(self) -> Segmented:
        switch = Segmented([(SHEETS, _("Sheets")), (RUNS, _("Printed so far"))], stretch=False)
        switch.setAccessibleName(_("Print room"))
        switch.chosen.connect(self.show_screen)
        self._switches.append(switch)
        return switch

    @property
    def runs(self) -> Page:
        """What was printed so far."""
        if self._runs is None:
            from organizer.ui.print_room.runs_screen import RunsScreen

            self._runs = RunsScreen(self._session, self._switch())
            self._runs.arranged.connect(self.arranged)
            self._runs.set_narrow(self._narrow)
            self._stack.addWidget(self._runs)
        return self._runs

    def current(self) -> Page:
        return self.sheets if self._stack.currentWidget() is self.sheets else self.runs

    def show_screen(self, code: str) -> None:
        """Show the sheets or the print runs."""
        self._session.tried(self.current().keep)
        self._choose(code)
        self.current().entered()

    def _choose(self, code: str) -> None:
        self._stack.setCurrentWidget(self.sheets if code == SHEETS else self.runs)
        for switch in self._switches:
            switch.set_value(code)
        self.arranged.emit()

    def open_record(self, record_id: int, kind: type[Record] | None = None) -> None:
        """A print run."""
        self._choose(RUNS)
        self.runs.open_record(record_id, kind)

    def begin(self, record: Record) -> None:
        """Print the sheet of this print run, which is not written down yet, for its record."""
        if not isinstance(record, PrintRun):
            return
        self._choose(SHEETS)
        self.sheets.show_sheet(record.sheet, self._subject(record))

    def _subject(self, run: PrintRun) -> Subject | None:
        kind = KINDS.get(run.subject_kind)
        if kind is None:
            return None
        try:
            return self._session.store.by_uid(kind, run.subject_uid)  # type: ignore[return-value]  # each can be printed for
        except MissingRecord:
            return None

    def keep(self) -> None:
        self.sheets.keep()
        if self._runs is not None:
            self._runs.keep()

    def set_narrow(self, narrow: bool) -> None:
        self._narrow = narrow
        if self._runs is not None:
            self._runs.set_narrow(narrow)

"""The address book: organisations, people and sites on one page, with a switch beside each other's title."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget

from organizer.i18n import _
from organizer.records.base import Record
from organizer.ui.look.layout import col
from organizer.ui.look.parts import Segmented
from organizer.ui.page_of_pages import PageOfPages
from organizer.ui.record_screen import RecordScreen
from organizer.ui.screens import organisations, people, sites
from organizer.ui.session import Session

_KINDS = (organisations.KIND, people.KIND, sites.KIND)


class AddressBook(PageOfPages):
    """Three screens, each a list with its form."""

    def __init__(self, session: Session) -> None:
        super().__init__("surface")
        self._session = session
        self._stack = QStackedWidget()
        self.screens: dict[str, RecordScreen] = {}
        self._switches: list[Segmented] = []
        for kind in _KINDS:
            switch = Segmented([(each.record.KIND, _(each.words.many)) for each in _KINDS], stretch=False)
            switch.setAccessibleName(_("Organisations & people"))
            switch.chosen.connect(self.show_kind)
            self._switches.append(switch)
            screen = RecordScreen(session, kind, switch)
            self.screens[kind.record.KIND] = screen
            self._stack.addWidget(screen)
        self.setLayout(col(self._stack, gap=0))
        self._choose(_KINDS[0].record.KIND)

    def current(self) -> RecordScreen:
        return next(screen for screen in self.screens.values() if screen is self._stack.currentWidget())

    def show_kind(self, kind: str) -> None:
        """Show organisations, people or sites."""
        self._session.tried(self.current().keep)
        self._choose(kind)
        self.current().entered()

    def _choose(self, kind: str) -> None:
        self._stack.setCurrentWidget(self.screens[kind])
        for switch in self._switches:
            switch.set_value(kind)

    def open_record(self, record_id: int, kind: type[Record] | None = None) -> None:
        self._choose(kind.KIND if kind is not None else _KINDS[0].record.KIND)
        self.current().open_record(record_id)

    def begin(self, record: Record) -> None:
        self._choose(record.KIND)
        self.current().begin(record)

    def keep(self) -> None:
        for screen in self.screens.values():
            screen.keep()

    def set_narrow(self, narrow: bool) -> None:
        for screen in self.screens.values():
            screen.set_narrow(narrow)

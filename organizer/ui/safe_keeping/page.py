"""The page of safe keeping: a switch over its sections, of which one is in view."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget

from organizer.i18n import _
from organizer.ui.look.layout import Panel, col, row
from organizer.ui.look.text import Text
from organizer.ui.page import Page
from organizer.ui.page_of_pages import PageOfPages
from organizer.ui.safe_keeping.sections import BY_CODE, SECTIONS
from organizer.ui.safe_keeping.switch import SectionSwitch
from organizer.ui.session import Session


class SafeKeepingPage(PageOfPages):
    """The sections are made when they are first wanted."""

    def __init__(self, session: Session) -> None:
        super().__init__("surface")
        self._session = session
        self._narrow = False
        self._sections: dict[str, Page] = {}
        self._stack = QStackedWidget()
        self.switch = SectionSwitch([(section.code, _(section.words)) for section in SECTIONS], _("Safe keeping"))
        self.switch.chosen.connect(self.show_section)
        head = Panel("surface", edges=("bottom",))
        head.setLayout(row(Text(_("Safe keeping"), "title"), 12, (self.switch, 1), gap=8, margins=(22, 12, 18, 11)))
        self.setLayout(col(head, (self._stack, 1), gap=0))
        self._choose(SECTIONS[0].code)

    def section(self, code: str) -> Page:
        """One of the sections, in view or not."""
        if code not in self._sections:
            made = BY_CODE[code].make(self._session)
            made.set_narrow(self._narrow)
            self._sections[code] = made
            self._stack.addWidget(made)
        return self._sections[code]

    def current(self) -> Page:
        page = self._stack.currentWidget()
        assert isinstance(page, Page)
        return page

    def show_section(self, code: str) -> None:
        self._session.tried(self.current().keep)
        self._choose(code)
        self.current().entered()

    def _choose(self, code: str) -> None:
        self._stack.setCurrentWidget(self.section(code))
        self.switch.set_value(code)
        self.arranged.emit()

    def keep(self) -> None:
        for each in self._sections.values():
            each.keep()

    def set_narrow(self, narrow: bool) -> None:
        self._narrow = narrow
        for each in self._sections.values():
            each.set_narrow(narrow)

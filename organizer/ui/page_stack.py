"""PageStack: the pages of the window. Each is made when it is wanted for the first time, and stays."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from organizer.errors import UserError
from organizer.ui.page import Page
from organizer.ui.pages import PLACES, WITHIN
from organizer.ui.session import Session


class PageStack(QStackedWidget):
    """`log_wanted` carries the code of what a page wants to log, for the quick log."""

    log_wanted = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._pages: dict[str, Page] = {}
        self.code = ""
        """Of the page in view; empty before the first."""

    def page(self) -> Page:
        return self._pages[self.code]

    def has(self, code: str) -> bool:
        return code in self._pages

    def make(self, code: str) -> Page:
        """Have a page ready, without showing it."""
        if not self.has(code):
            make = WITHIN[code][1] if code in WITHIN else PLACES[code].make
            page: Any = make(self._session)
            self._pages[code] = page
            self.addWidget(page)
            if hasattr(page, "log_wanted"):
                page.log_wanted.connect(self.log_wanted)
        return self._pages[code]

    def show_page(self, code: str) -> None:
        """Go to a page. What cannot be kept of the last one is said, and still stands there."""
        if self.code:
            self._session.tried(self.page().keep)
        self.setCurrentWidget(self.make(code))
        self.code = code

    def keep(self) -> None:
        """Keep what is not saved on any page. UserError when the file does not take all of it."""
        faults = []
        for page in self._pages.values():
            try:
                page.keep()
            except UserError as fault:
                faults.append(fault)
        if faults:
            raise faults[0]

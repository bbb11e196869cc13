"""Ahead: the pages that are wanted most are made and filled while nothing else is to do, so that they open at once."""

from __future__ import annotations

from importlib import import_module

from PySide6.QtCore import QObject

from organizer.sheets.catalogue import sheet_kinds
from organizer.ui.file_timer import FileTimer
from organizer.ui.list_and_form import ListAndForm
from organizer.ui.main_window import MainWindow
from organizer.ui.page import Page
from organizer.ui.session import Session

PAGES = ("letters", "pickets", "donations")
_FIRST_MS, _NEXT_MS = 1200, 30
"""The pages stand before what the first of them looks up later is begun."""


class Ahead(QObject):
    """One page at a time, so that a key never waits for more than one; then all that stands is settled."""

    def __init__(self, window: MainWindow, session: Session) -> None:
        super().__init__(window)
        self._window, self._tasks = window, session.tasks
        self._left = list(PAGES)
        self._page: Page | None = None
        self._stepping = FileTimer(session, self, self._step, _NEXT_MS)
        self._filling = FileTimer(session, self, self._fill, _NEXT_MS)
        self._stepping.start(_FIRST_MS)

    def _step(self) -> None:
        self._tasks.run(_read_modules, self._go_on)

    def _go_on(self, _done: None) -> None:
        if not self._left:
            self._tasks.run(_read_papers, self._settle)
            return
        self._page = self._window.stack.make(self._left.pop(0))
        self._filling.start()

    def _fill(self) -> None:
        """In a turn of its own, so that a key waits for the making or for the filling, not for both."""
        page = self._page
        if isinstance(page, ListAndForm) and not page.isVisible():
            page.refresh()
        self._stepping.start(_NEXT_MS)

    def _settle(self, _done: None) -> None:
        self._tasks.collector.settle()


def _read_modules() -> None:
    """What the pages are made of, away from the window's thread."""
    for page in PAGES:
        import_module(f"organizer.ui.screens.{page}")
    import_module("organizer.ui.record_screen")
    import_module("organizer.ui.print_room.page")


def _read_papers() -> None:
    """The sheets there are, and what draws them: the first page that is set need not wait for them, nor the window for it."""
    sheet_kinds()
    for module in ("furniture", "imposition", "guards"):
        import_module(f"organizer.sheets.{module}")

"""The ways of a window to records: on their own page, beside the page in view, as a list, printed, or begun anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from organizer.records.base import Record
from organizer.ui.pages import place_of
from organizer.ui.session import Filters

if TYPE_CHECKING:
    from organizer.ui.main_window import MainWindow
    from organizer.ui.page import Page


class ToRecords:
    """Each shows the page it leads to. Kinds without a page of their own lead nowhere."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    def record(self, kind: type[Record], record_id: int) -> None:
        page = self._page_of(kind)
        if page is not None:
            page.open_record(record_id, kind)

    def record_beside(self, kind: type[Record], record_id: int) -> None:
        """Show a record beside the page, which stays; on its own page where there is no room or no form for it."""
        if self._window.is_narrow() or not self._window.beside.open(kind, record_id):
            self.record(kind, record_id)

    def list(self, kind: type[Record], filters: Filters, words: str) -> None:
        """The list of a kind, narrowed by filters that `words` name."""
        page = self._page_of(kind)
        if page is not None:
            page.narrow(filters, words)

    def print(self, kind: type[Record], record_id: int) -> None:
        self.record(kind, record_id)
        self._window.page().print_it()

    def new(self, record: Record) -> None:
        """Start an unsaved record that was made from another, on its own page."""
        page = self._page_of(type(record))
        if page is not None:
            page.begin(record)

    def _page_of(self, kind: type[Record]) -> Page | None:
        code = place_of(kind.KIND)
        if not code:
            return None
        self._window.show_page(code)
        return self._window.page()

"""Page: what the window may ask of whatever stands beside the side bar. Each page answers what makes sense on it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from organizer.records.base import Record
from organizer.ui.look.layout import Panel


class Page(Panel):
    """The keys of the window end up here. A page that has no answer to one of them does nothing.

    `arranged`: its panes stand otherwise now.
    """

    arranged = Signal()
    by_keyboard = False
    """A page holds the focus of a window that was just opened, so that Tab begins in it; no ring says so."""

    def go_to_search(self) -> None:
        """Ctrl+F."""

    def new(self) -> None:
        """Ctrl+N."""

    def duplicate(self) -> None:
        """Ctrl+D."""

    def save(self) -> None:
        """Ctrl+S."""

    def print_it(self) -> None:
        """Ctrl+P."""

    def delete(self) -> None:
        """Delete what is chosen."""

    def show_history(self) -> None:
        """What happened to what is chosen."""

    def open_record(self, record_id: int, kind: type[Record] | None = None) -> None:
        """Show one record; `kind` where a page has several."""

    def begin(self, record: Record) -> None:
        """Start with an unsaved record that was made from another."""

    def narrow(self, filters: tuple[tuple[str, Any], ...], words: str) -> None:
        """Show only what these filters let through; `words` name them."""

    def entered(self) -> None:
        """The page has come into view."""

    def keep(self) -> None:
        """The page is about to go: keep what is not saved. UserError when the file does not take it."""

    def set_narrow(self, narrow: bool) -> None:
        """Under 1000 px the form takes the list's place."""

    def panes(self) -> list[QWidget]:
        """What F6 goes round, in order."""
        return [self]

    def message_area(self) -> QWidget:
        """Over whose foot the message bar stands."""
        return self

    def error_place(self) -> QBoxLayout | None:
        """Where an error bar pushes the contents down; None: above the whole page."""
        return None

"""The sheets that any page can lay over the window: quick log, search, settings, keys."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from organizer.ui.keys_help import KeysSheet
from organizer.ui.session import Session

if TYPE_CHECKING:
    from organizer.ui.palette import Palette
    from organizer.ui.quick_log import QuickLog


class SheetsOver:
    """One quick log and one search a window, made when first wanted: each remembers what was typed last."""

    def __init__(self, window: QWidget, session: Session) -> None:
        self._window, self._session = window, session
        self._quick_log: QuickLog | None = None
        self._palette: Palette | None = None

    def quick_log(self, kind: str | None = None) -> None:
        if self._quick_log is None:
            from organizer.ui.quick_log import QuickLog

            self._quick_log = QuickLog(self._window, self._session)
        self._quick_log.show_over(kind=kind)

    def search(self, run: Callable[[str], None], show_page: Callable[[str], None]) -> None:
        """`run` does a command, `show_page` goes to a place: the search offers both."""
        if self._palette is None:
            from organizer.ui.deeds import deeds_of
            from organizer.ui.palette import Palette

            self._palette = Palette(self._window, self._session, deeds_of(run, show_page))
        self._palette.show_over()

    def settings(self) -> None:
        from organizer.ui.settings_sheet import SettingsSheet

        SettingsSheet(self._window, self._session).show_over()

    def keys(self) -> None:
        KeysSheet(self._window).show_over()

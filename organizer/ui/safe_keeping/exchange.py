"""Exchange: an open file gives way to another state of itself, as when a backup is restored."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from organizer.store.store import Store
from organizer.ui.busy_sheet import BusySheet


@dataclass(frozen=True)
class Exchange:
    """`work` is done in a worker when the file is closed, and opens it anew; `welcome` gets the window in which it is shown.

    `title` and `sentence` say what is going on meanwhile.
    """

    work: Callable[[], Store]
    welcome: Callable[[QWidget], None]
    title: str
    sentence: str

    def busy(self, window: QWidget) -> BusySheet:
        return BusySheet(window, self.title, self.sentence)

    def after(self, store: Store) -> Store:
        """Close the file, with a backup if something changed, and do the work."""
        store.close()
        return self.work()

"""Entrance: the start page, and the sheets over it that lead to an open file."""

from __future__ import annotations

import tempfile
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from organizer.settings import Settings
from organizer.ui.sample_file import sample_file
from organizer.ui.start_page import StartPage
from organizer.ui.tasks import Tasks
from organizer.ui.warm_up import warm_up
from organizer.ui.window_size import show_at

_WARM_UP_MS = 300


class Entrance(QObject):
    """`entered` carries the open Store. `held` does as well, while the sheet that opened it still has something to offer.

    `scratch` is the folder for sample files. Nothing heavy is imported before it is needed.
    """

    entered = Signal(object)
    held = Signal(object)
    settings_changed = Signal(object)

    def __init__(self, scratch: Path, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._scratch, self._tasks = scratch, tasks
        self.page: StartPage | None = None
        # The start page comes first, and is painted; what the window is made of is read while the person looks at it.
        self._soon = QTimer(self, interval=_WARM_UP_MS, singleShot=True)
        self._soon.timeout.connect(lambda: tasks.run(warm_up, lambda _done: tasks.collector.settle()))

    def show(self, settings: Settings, path: Path | None = None) -> None:
        """A fresh start page, with the unlocking of a file over it if there is one."""
        before, page = self.page, StartPage(settings)
        page.setWindowTitle("Picket Organizer")
        page.new_wanted.connect(self.new)
        page.open_wanted.connect(self.unlock)
        page.sample_wanted.connect(self.sample)
        page.settings_changed.connect(self.settings_changed)
        show_at(page, settings)
        self.page = page
        page.focus_first()
        self._soon.start(_WARM_UP_MS if path is None else 0)
        if path is not None:
            self.unlock(path)
        if before is not None:
            _close(before)

    def close(self) -> None:
        page, self.page = self.page, None
        if page is not None:
            _close(page)

    def new(self) -> None:
        from organizer.ui.new_file import NewFile

        if self.page is not None:
            sheet = NewFile(self.page, self._tasks)
            sheet.created.connect(self.entered)
            sheet.held.connect(self.held)
            sheet.show_over()

    def unlock(self, path: Path) -> None:
        from organizer.ui.unlock import Unlock

        if self.page is not None:
            sheet = Unlock(self.page, path, self._tasks)
            sheet.opened.connect(self.entered)
            sheet.held.connect(self.held)
            sheet.other_wanted.connect(self.unlock)
            sheet.show_over()

    def sample(self) -> None:
        folder = Path(tempfile.mkdtemp(dir=self._scratch))
        if self.page is not None:
            self._tasks.run(lambda: sample_file(folder), self.entered.emit, self.page.show_error)


def _close(page: StartPage) -> None:
    page.close()
    page.deleteLater()

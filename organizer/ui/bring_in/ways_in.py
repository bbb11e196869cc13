"""The ways to bring in a file: the command, the session's wish from an empty list, and a file dropped on the window."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

from organizer.ui.file_dialogs import SUFFIX
from organizer.ui.look.sheet import Sheet
from organizer.ui.session import Session

if TYPE_CHECKING:
    from organizer.ui.bring_in.sheet import BringIn


class WaysIn(QObject):
    """Watches the window for files; the sheet itself is imported when it is wanted."""

    def __init__(self, window: QWidget, session: Session) -> None:
        super().__init__(window)
        self._window, self._session = window, session
        session.sheet_wanted.connect(self.open)
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def open(self) -> BringIn:
        from organizer.ui.bring_in.sheet import BringIn

        sheet = BringIn(self._window, self._session)
        sheet.show_over()
        return sheet

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.DragEnter, QEvent.Type.Drop) and isinstance(event, QDropEvent):
            path = _dropped(event)
            if path is not None and (self._standing() is not None or not self._is_covered()):
                event.acceptProposedAction()
                if event.type() == QEvent.Type.Drop:
                    (self._standing() or self.open()).open_sheet(path)
                return True
        return super().eventFilter(watched, event)

    def _is_covered(self) -> bool:
        return any(sheet.isVisible() for sheet in self._window.findChildren(Sheet))

    def _standing(self) -> BringIn | None:
        """The sheet for bringing in, if it is the one that is open."""
        from organizer.ui.bring_in.sheet import BringIn

        return next((sheet for sheet in self._window.findChildren(BringIn) if sheet.isVisible()), None)


def _dropped(event: QDropEvent) -> Path | None:
    """The one file that is being dropped, unless it is a campaign file."""
    urls = event.mimeData().urls()
    path = Path(urls[0].toLocalFile()) if len(urls) == 1 and urls[0].isLocalFile() else None
    return path if path is not None and path.suffix != SUFFIX else None

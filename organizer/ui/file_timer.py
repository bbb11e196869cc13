"""FileTimer: a timer of a window's part. What it does may ask the file, so it is silent once that is closed or being closed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from organizer.ui.session import Session


class FileTimer(QTimer):
    """Rests until it is started. `again`: from then on every `after_ms`; otherwise once."""

    def __init__(
        self, session: Session, parent: QObject | None, doing: Callable[[], object], after_ms: int, *, again: bool = False
    ) -> None:
        super().__init__(parent)
        self._session, self._doing = session, doing
        self.setSingleShot(not again)
        self.setInterval(after_ms)
        self.timeout.connect(self._on_time)

    def _on_time(self) -> None:
        if self._session.is_open():
            self._doing()

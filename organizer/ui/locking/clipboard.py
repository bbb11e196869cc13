"""What the program puts on the clipboard is taken off again after half a minute, and when the file is locked or closed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QMimeData, QObject, QTimer
from PySide6.QtGui import QGuiApplication

CLEAR_AFTER_MS = 30_000
_FOR_A_MOMENT = "application/x-for-a-moment"
_SECRET = "x-kde-passwordManagerHint"


def put(words: str, *, secret: bool = False) -> None:
    """Put words on the clipboard for half a minute. `secret`: clipboard managers keep no copy, as far as they heed the hint.

    Source of the hint: KDE's Klipper; CopyQ and GNOME's clipboard extensions heed it as well.
    """
    held = QMimeData()
    held.setText(words)
    held.setData(_FOR_A_MOMENT, b"")
    if secret:
        held.setData(_SECRET, b"secret")
    QGuiApplication.clipboard().setMimeData(held)


class Clipboard(QObject):
    """Watches what lies there. `owns`: whether it came from this program; some platforms cannot tell, and say no."""

    def __init__(self, parent: QObject | None = None, owns: Callable[[], bool] | None = None) -> None:
        super().__init__(parent)
        self._clipboard = QGuiApplication.clipboard()
        self._owns = owns or self._clipboard.ownsClipboard
        self.timer = QTimer(self, singleShot=True, interval=CLEAR_AFTER_MS)
        self.timer.timeout.connect(self._on_time)
        self._clipboard.dataChanged.connect(self._on_change)

    def _on_change(self) -> None:
        if self._is_for_a_moment():
            self.timer.start()
        else:
            self.timer.stop()

    def _on_time(self) -> None:
        if self._is_for_a_moment():
            self._clipboard.clear()

    def clear(self) -> None:
        """Take off what the program put there, and what a person copied out of one of its fields. Others' is left alone."""
        self.timer.stop()
        if self._owns() or self._is_for_a_moment():
            self._clipboard.clear()

    def _is_for_a_moment(self) -> bool:
        held = self._clipboard.mimeData()
        return held is not None and held.hasFormat(_FOR_A_MOMENT)

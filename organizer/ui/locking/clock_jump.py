"""ClockJump: the computer has slept, as its clocks tell. It works on every system, without asking any."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic, time

from PySide6.QtCore import QObject, QTimer, Signal

_EVERY_MS = 5000
_JUMP_S = 30.0


class ClockJump(QObject):
    """`woken`: since the last look the wall clock went on by over 30 s more than was waited for.

    On Linux and macOS the steady clock stands still in sleep, on Windows it goes on: either way the wall clock has gone ahead
    of the five seconds. A clock set back is no sleep.
    """

    woken = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.wall: Callable[[], float] = time
        self.steady: Callable[[], float] = monotonic
        self._at = self.wall(), self.steady()
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self.look)

    def begin(self) -> None:
        self._at = self.wall(), self.steady()
        self._timer.start()

    def end(self) -> None:
        self._timer.stop()

    def look(self) -> None:
        """Compare both clocks with the last time."""
        (wall, steady), self._at = self._at, (self.wall(), self.steady())
        gone, waited = self._at[0] - wall, min(self._at[1] - steady, _EVERY_MS / 1000)
        if gone - waited > _JUMP_S:
            self.woken.emit()

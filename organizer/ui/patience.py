"""Patience: after every wrong passphrase the next try waits longer, as long as the program runs."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

_LONGEST_S = 30


class Patience(QObject):
    """`waited`: a second has passed, or the wait has begun. What was wrong is counted over all sheets of the program."""

    waited = Signal()
    wrong = 0

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.left_s = 0
        self._timer = QTimer(self, interval=1000)
        self._timer.timeout.connect(self.pass_second)

    def was_wrong(self) -> None:
        """Begin to wait: 1 s, 2 s, 4 s, up to 30 s."""
        self.left_s = min(2**Patience.wrong, _LONGEST_S)
        Patience.wrong += 1
        self._timer.start()
        self.waited.emit()

    def was_right(self) -> None:
        Patience.wrong = 0

    def pass_second(self) -> None:
        self.left_s = max(0, self.left_s - 1)
        if not self.left_s:
            self._timer.stop()
        self.waited.emit()

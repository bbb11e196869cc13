"""LockWatch: everything that locks the window without being asked, brought to one signal."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QObject, Signal, SignalInstance
from PySide6.QtGui import QGuiApplication

from organizer.ui.locking.clock_jump import ClockJump
from organizer.ui.locking.idle import Idle
from organizer.ui.locking.reason import Reason


class SystemSigns(Protocol):
    """What a system tells: `told` carries the Reason. `let_sleep`: the window is locked, nothing need wait for it."""

    told: SignalInstance

    def let_sleep(self) -> None: ...


class LockWatch(QObject):
    """`lock_wanted` carries the Reason, while a file is open that a passphrase locks: between `begin` and `end`.

    `left_alone`: there is no such file, and the screen was locked or the computer goes to sleep.
    """

    lock_wanted = Signal(object)
    left_alone = Signal()

    def __init__(self, application: QGuiApplication, minutes: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.idle = Idle(application, minutes, self)
        self.clock_jump = ClockJump(self)
        self._signs: SystemSigns | None = None
        self._open = False
        self.idle.reached.connect(lambda: self._on_reason(Reason.IDLE))
        self.clock_jump.woken.connect(lambda: self._on_reason(Reason.WOKEN))

    def listen_to(self, signs: SystemSigns) -> None:
        """Heed what this system tells as well."""
        self._signs = signs
        signs.told.connect(self._on_reason)

    def set_minutes(self, minutes: int) -> None:
        """After how many minutes without a hand; 0 is never. Sleep and the screen's lock count all the same."""
        self.idle.set_minutes(minutes)

    def begin(self) -> None:
        """A file is open."""
        self._open = True
        self.idle.begin()
        self.clock_jump.begin()

    def end(self) -> None:
        """It is closed: the computer may go to sleep."""
        self._open = False
        self.idle.end()
        self.clock_jump.end()
        if self._signs is not None:
            self._signs.let_sleep()

    def _on_reason(self, reason: Reason) -> None:
        if self._open:
            self.lock_wanted.emit(reason)
            return
        self.left_alone.emit()
        if reason is Reason.SLEEP and self._signs is not None:
            self._signs.let_sleep()

"""Reason: why the window locks itself."""

from __future__ import annotations

from enum import Enum, auto


class Reason(Enum):
    """Nobody was at the window, the system's screen was locked, the computer goes to sleep, or it has just woken."""

    IDLE = auto()
    SCREEN = auto()
    SLEEP = auto()
    WOKEN = auto()

    def leaves_time(self) -> bool:
        """Whether a backup may be made first. A computer that goes to sleep waits five seconds at most."""
        return self is not Reason.SLEEP

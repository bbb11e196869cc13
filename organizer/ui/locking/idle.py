"""Idle: whether anybody has used the keyboard, the mouse or a finger in this program lately."""

from __future__ import annotations

from collections.abc import Callable
from math import ceil
from time import monotonic

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from shiboken6 import isValid

_Type = QEvent.Type
_BY_HAND = frozenset(
    {
        _Type.KeyPress,
        _Type.ShortcutOverride,
        _Type.InputMethod,
        _Type.MouseButtonPress,
        _Type.MouseMove,
        _Type.Wheel,
        _Type.TouchBegin,
        _Type.TouchUpdate,
        _Type.TabletPress,
        _Type.TabletMove,
        _Type.DragMove,
    }
)


class Idle(QObject):
    """`reached`: for so many minutes nobody did anything. It watches between `begin` and `end`, and not at 0 minutes.

    Hands reach a program through the window in front, and input methods write into what has the focus: these two are listened
    to. Through a filter on the application every event of every part would pass.
    """

    reached = Signal()

    def __init__(self, application: QGuiApplication, minutes: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._application = application
        self._reached: list[QObject] = []
        application.focusWindowChanged.connect(self._follow)
        application.focusObjectChanged.connect(self._follow)
        self.clock: Callable[[], float] = monotonic
        self._minutes, self._last, self._watching = minutes, 0.0, False
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.look)

    def set_minutes(self, minutes: int) -> None:
        self._minutes = minutes
        if self._watching:
            self.begin()

    def begin(self) -> None:
        """From now on."""
        self.end()
        if self._minutes:
            self._watching = True
            self._last = self.clock()
            self._wait(self._minutes * 60)
        self._watching = True
        self._follow()

    def end(self) -> None:
        self._watching = False
        self._timer.stop()
        self._follow()

    def _follow(self, *_reached: QObject) -> None:
        for before in self._reached:
            if isValid(before):
                before.removeEventFilter(self)
        self._reached = []
        if self._watching and self._minutes:
            reached = (self._application.focusWindow(), self._application.focusObject())
            self._reached = [part for part in reached if part is not None]
        for part in self._reached:
            part.installEventFilter(self)

    def waits(self) -> bool:
        """Whether the time is running."""
        return self._timer.isActive()

    def look(self) -> None:
        """Tell it, or wait for what is left of the time: the timer is not set anew at every key."""
        left = self._last + self._minutes * 60 - self.clock()
        if left > 0:
            self._wait(left)
        else:
            self.end()
            self.reached.emit()

    def _wait(self, seconds: float) -> None:
        self._timer.start(ceil(seconds * 1000))

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in _BY_HAND:
            self._last = self.clock()
        return False

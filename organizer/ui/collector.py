"""Collector: Python's garbage is collected on the window's thread alone.

A collection runs on whichever thread happens to allocate. On a worker it would destroy widgets that lie in cycles there,
which Qt forbids: the window then stands still for good. Source: the reference cycles of PySide's wrappers, and QObject's
rules on threads.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY_MS = 250


class Collector(QObject):
    """While one of these stands, automatic collection is off in the whole process and this one does it instead."""

    _standing = 0

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._ended = self._settled = False
        Collector._standing += 1
        gc.disable()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.collect)
        self._timer.start(_EVERY_MS)

    def collect(self) -> None:
        """Collect the generations that are due, by the interpreter's own thresholds."""
        for generation, (count, threshold) in enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True)):
            if count > threshold:
                gc.collect(generation)

    def settle(self) -> None:
        """What stands by now is there to stay, such as modules and classes: from here on no collection looks at it again.

        So a full collection takes a few milliseconds instead of a hundred. None is made before: it would stop the window for
        those hundred, for two thousand small objects of garbage, which go when `release` lets them. Where something is settled
        already, it stays with whoever settled it.
        """
        if gc.get_freeze_count():
            return
        gc.freeze()
        self._settled = True

    def release(self) -> None:
        """What was settled goes: it is looked at again."""
        if self._settled:
            gc.unfreeze()
        self._settled = False

    def end(self) -> None:
        """Give collecting back to the interpreter, when this was the last."""
        if self._ended:
            return
        self._ended = True
        self._timer.stop()
        self.release()
        Collector._standing -= 1
        if not Collector._standing:
            gc.enable()

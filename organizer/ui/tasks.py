"""Tasks: work away from the window's thread. Work gets plain values and returns one; its answer arrives on that thread."""

from __future__ import annotations

import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from typing import Any, Generic, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Signal, Slot

from organizer.errors import UserError
from organizer.ui.collector import Collector

T = TypeVar("T")
_THREADS = 2
_TURN_S = 0.0005
"""How long a worker may keep the interpreter while the window asks for it. At the usual 5 ms every call into Qt waits so long."""


@dataclass(frozen=True)
class _Answer:
    done: Callable[[Any], None]
    failed: Callable[[UserError], None] | None
    value: Any = None
    fault: Exception | None = None


class Tasks(QObject):
    """A small pool of workers. `failed` carries the UserErrors of work that gave no slot of its own for them."""

    failed = Signal(object)
    idle = Signal()
    _answered = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        sys.setswitchinterval(_TURN_S)
        self._pool = ThreadPoolExecutor(max_workers=_THREADS, thread_name_prefix="organizer")
        self._under_way = 0
        self._closed = False
        self._last: tuple[Callable[[], Any], Callable[[Any], None], Callable[[UserError], None]] | None = None
        self._at_last = False
        self._answered.connect(self._deliver)
        self.collector = Collector(self)

    def run(self, work: Callable[[], T], done: Callable[[T], None], failed: Callable[[UserError], None] | None = None) -> None:
        """Do `work` elsewhere; then `done(value)` or `failed(error)` here. Slots of widgets that are gone are not called, if they
        are methods or partials of methods: of a lambda nobody knows whose it is.

        Nothing is begun once this is closed: what a window on its way out still asks for matters to nobody.
        """
        if self._closed or self._last is not None:
            return
        self._begin(work, done, failed)

    def run_last(self, work: Callable[[], T], done: Callable[[T], None], failed: Callable[[UserError], None]) -> None:
        """Do `work` when all that is under way has ended; what is asked for meanwhile is not begun: the file is being closed."""
        self._last = (work, done, failed)
        if not self._under_way:
            self._begin_last()

    def _begin_last(self) -> None:
        if self._last is not None and not self._at_last:
            self._at_last = True
            self._begin(*self._last)

    def _begin(self, work: Callable[[], Any], done: Callable[[Any], None], failed: Callable[[UserError], None] | None) -> None:
        self._under_way += 1
        self._pool.submit(self._work, work, done, failed)

    def busy(self) -> bool:
        return self._under_way > 0

    def close(self) -> None:
        """Wait for what is under way and take no more; answers still on their way are dropped."""
        self._closed = True
        self._pool.shutdown(wait=True, cancel_futures=True)
        if shiboken6.isValid(self.collector):
            self.collector.end()

    def _work(self, work: Callable[[], Any], done: Callable[[Any], None], failed: Callable[[UserError], None] | None) -> None:
        try:
            answer = _Answer(done, failed, value=work())
        except Exception as fault:  # noqa: BLE001  raised again on the window's thread, where the crash report is made
            answer = _Answer(done, failed, fault=fault)
        if shiboken6.isValid(self):
            self._answered.emit(answer)

    @Slot(object)
    def _deliver(self, answer: _Answer) -> None:
        # An answer that was queued before closing arrives even now: queued calls outlive their connection.
        if self._closed:
            return
        self._under_way -= 1
        if self._at_last:
            self._last, self._at_last = None, False
        try:
            self._call(answer)
        finally:
            if not self._under_way:
                self._begin_last()
            if not self._under_way:
                self.idle.emit()

    def _call(self, answer: _Answer) -> None:
        if isinstance(answer.fault, UserError):
            if answer.failed is None:
                self.failed.emit(answer.fault)
            elif _lives(answer.failed):
                answer.failed(answer.fault)
        elif answer.fault is not None:
            raise answer.fault
        elif _lives(answer.done):
            answer.done(answer.value)


def _lives(slot: Callable[..., None]) -> bool:
    """Whether the object of a method is still there; a partial of a method belongs to that object too."""
    owner = getattr(slot.func if isinstance(slot, partial) else slot, "__self__", None)
    return not isinstance(owner, QObject) or shiboken6.isValid(owner)


def _outcome(work: Callable[[], T]) -> tuple[T | None, Exception | None]:
    """What work came to. A bug is handed on as a value, so that the questions after it are still asked."""
    try:
        return work(), None
    except UserError:
        raise
    except Exception as fault:  # noqa: BLE001  raised again on the window's thread
        return None, fault


class Latest(Generic[T]):
    """Questions of which only the newest matters: while one is under way the next waits, and what it overtakes is dropped.

    So a fast typist never queues up one search a letter.
    """

    def __init__(self, tasks: Tasks) -> None:
        self._tasks = tasks
        self._asking = False
        self._next: tuple[Callable[[], T], Callable[[T], None]] | None = None

    def ask(self, work: Callable[[], T], done: Callable[[T], None]) -> None:
        if self._asking:
            self._next = (work, done)
            return
        self._asking = True
        self._tasks.run(lambda: _outcome(work), lambda outcome: self._answer(outcome, done), self._failed)

    def forget(self) -> None:
        """Whatever is under way no longer matters."""
        self._next = (lambda: None, lambda _value: None) if self._asking else None  # type: ignore[assignment,return-value]

    def _answer(self, outcome: tuple[T | None, Exception | None], done: Callable[[T], None]) -> None:
        value, fault = outcome
        self._asking = False
        went_on = self._go_on()
        if fault is not None:
            raise fault
        if not went_on and _lives(done):
            done(value)  # type: ignore[arg-type]  # without a fault there is a value

    def _failed(self, error: UserError) -> None:
        self._asking = False
        if not self._go_on():
            self._tasks.failed.emit(error)

    def _go_on(self) -> bool:
        waiting, self._next = self._next, None
        if waiting is not None:
            self.ask(*waiting)
        return waiting is not None

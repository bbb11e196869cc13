"""The window locks when nobody has used it for a while, or when the clocks say that the computer has slept."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from organizer.ui.locking.clock_jump import ClockJump
from organizer.ui.locking.idle import Idle
from organizer.ui.locking.reason import Reason
from organizer.ui.locking.watch import LockWatch

NONE = Qt.KeyboardModifier.NoModifier


class Hands:
    """A clock that a test moves."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Hands:
    return Hands()


@pytest.fixture
def idle(qapp: QApplication, clock: Hands) -> Idle:
    made = Idle(qapp, 5)
    made.clock = clock
    made.begin()
    return made


def told(idle: Idle) -> list[str]:
    said: list[str] = []
    idle.reached.connect(lambda: said.append("reached"))
    return said


def test_after_the_minutes_it_is_told_once(idle: Idle, clock: Hands) -> None:
    said = told(idle)
    clock.now += 299
    idle.look()
    assert said == []
    clock.now += 1
    idle.look()
    assert said == ["reached"]


HANDS = {
    "key": QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, NONE, "a"),
    "mouse": QMouseEvent(
        QEvent.Type.MouseMove, QPointF(3, 3), QPointF(3, 3), Qt.MouseButton.NoButton, Qt.MouseButton.NoButton, NONE
    ),
    "input method": QInputMethodEvent("", []),
}


@pytest.mark.parametrize("hand", HANDS)
def test_a_hand_begins_the_minutes_anew(idle: Idle, clock: Hands, qtbot: QtBot, hand: str) -> None:
    said, edit = told(idle), QLineEdit()
    qtbot.addWidget(edit)
    edit.show()
    edit.activateWindow()
    edit.setFocus()
    qtbot.waitUntil(lambda: QApplication.focusObject() is edit)
    clock.now += 200
    # An input method speaks to the field itself, all else comes through the window
    QApplication.sendEvent(edit if hand == "input method" else edit.windowHandle(), HANDS[hand])
    clock.now += 200
    idle.look()
    assert said == []
    clock.now += 100
    idle.look()
    assert said == ["reached"]


def test_what_the_program_does_by_itself_is_no_hand(idle: Idle, clock: Hands, qtbot: QtBot) -> None:
    said, edit = told(idle), QLineEdit()
    qtbot.addWidget(edit)
    clock.now += 299
    edit.show()
    edit.setText("written by the program")
    QApplication.processEvents()
    clock.now += 1
    idle.look()
    assert said == ["reached"]


def test_never_is_never_and_other_minutes_hold_at_once(idle: Idle, clock: Hands) -> None:
    said = told(idle)
    idle.set_minutes(0)
    assert not idle.waits()
    idle.set_minutes(1)
    assert idle.waits()
    clock.now += 60
    idle.look()
    assert said == ["reached"] and not idle.waits()


@pytest.mark.parametrize(
    ("wall", "steady", "asleep"),
    [(5, 5, False), (34, 5, False), (36, 5, True), (3600, 3600, True), (-3600, 5, False), (5, 20, False)],
    ids=["as usual", "a little late", "asleep", "asleep on Windows", "set back", "busy"],
)
def test_a_clock_that_went_ahead_means_sleep(qapp: QApplication, wall: float, steady: float, asleep: bool) -> None:
    jump, said = ClockJump(qapp), []
    walls, steadies = Hands(), Hands()
    jump.wall, jump.steady = walls, steadies
    jump.woken.connect(lambda: said.append("woken"))
    jump.begin()
    walls.now += wall
    steadies.now += steady
    jump.look()
    assert bool(said) is asleep
    jump.end()
    jump.deleteLater()


def test_only_an_open_file_is_locked(qapp: QApplication) -> None:
    watch, said = LockWatch(qapp, 5), []
    watch.lock_wanted.connect(said.append)
    watch.idle.reached.emit()
    assert said == []
    watch.begin()
    watch.idle.reached.emit()
    watch.clock_jump.woken.emit()
    assert said == [Reason.IDLE, Reason.WOKEN]
    watch.end()
    watch.clock_jump.woken.emit()
    assert len(said) == 2

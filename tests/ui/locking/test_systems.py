"""What Windows and macOS say and can do, as far as it can be tried elsewhere: which messages lock, what is promised."""

from __future__ import annotations

import ctypes
import sys

import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from organizer.ui.locking import capture, system
from organizer.ui.locking.reason import Reason
from organizer.ui.locking.windows import Message, WindowsSigns, reason_of


@pytest.mark.parametrize(
    ("kind", "what", "reason"),
    [
        (0x02B1, 0x7, Reason.SCREEN),
        (0x02B1, 0x8, None),
        (0x0218, 0x4, Reason.SLEEP),
        (0x0218, 0x12, None),
        (0x000F, 0x7, None),
    ],
    ids=["session locked", "session unlocked", "suspend", "resumed", "paint"],
)
def test_a_message_of_windows_means_one_thing(qapp: QApplication, kind: int, what: int, reason: Reason | None) -> None:
    message = Message(None, kind, what, 0)
    assert reason_of(message) is reason
    signs, told = WindowsSigns(qapp), []
    signs.told.connect(told.append)
    taken = signs.filter.nativeEventFilter(QByteArray(b"windows_generic_MSG"), ctypes.addressof(message))
    assert taken == (False, 0) and told == ([reason] if reason else [])
    qapp.removeNativeEventFilter(signs.filter)
    signs.deleteLater()


def test_a_window_is_left_out_only_where_the_system_can(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    assert capture.can_leave_out() is (sys.platform in ("win32", "darwin"))
    capture.leave_out(window, wanted=True)
    capture.leave_out(window, wanted=False)
    system.tell_of(window)


def test_this_system_has_the_signs_it_has(qapp: QApplication) -> None:
    signs = system.signs_of_this_system(qapp)
    assert (signs is not None) is (sys.platform in ("win32", "linux"))

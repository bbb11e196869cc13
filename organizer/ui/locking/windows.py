"""What Windows tells a window: the session is locked, the computer goes to sleep. Read from its messages as they come.

Source: WM_WTSSESSION_CHANGE, WM_POWERBROADCAST and WTSRegisterSessionNotification of the Windows API.
"""

from __future__ import annotations

import ctypes
import sys
from typing import Any

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QCoreApplication, QObject, Signal

from organizer.ui.locking.reason import Reason

_WTSSESSION_CHANGE, _SESSION_LOCK = 0x02B1, 0x7
_POWERBROADCAST, _SUSPEND = 0x0218, 0x4
_THIS_SESSION = 0


class Message(ctypes.Structure):
    """MSG of the Windows API, as far as it is read here."""

    _fields_ = (
        ("window", ctypes.c_void_p),
        ("kind", ctypes.c_uint),
        ("what", ctypes.c_size_t),
        ("more", ctypes.c_ssize_t),
    )


def reason_of(message: Message) -> Reason | None:
    """What a message means for us, None for nearly all."""
    if (message.kind, message.what) == (_WTSSESSION_CHANGE, _SESSION_LOCK):
        return Reason.SCREEN
    if (message.kind, message.what) == (_POWERBROADCAST, _SUSPEND):
        return Reason.SLEEP
    return None


class _Filter(QAbstractNativeEventFilter):
    def __init__(self, signs: WindowsSigns) -> None:
        super().__init__()
        self._signs = signs

    def nativeEventFilter(self, kind: QByteArray | bytes | bytearray | memoryview, message: int) -> object:
        reason = reason_of(Message.from_address(int(message)))
        if reason is not None:
            self._signs.told.emit(reason)
        return False, 0


class WindowsSigns(QObject):
    """`told` carries the Reason. Windows waits about two seconds for the answer to a message, so the window is blank by then."""

    told = Signal(object)

    def __init__(self, application: QCoreApplication, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.filter = _Filter(self)
        application.installNativeEventFilter(self.filter)

    def let_sleep(self) -> None:
        """Windows cannot be held."""


def watch_session(window: int) -> None:
    """Ask Windows to tell this window, by its handle, when the session is locked."""
    if sys.platform == "win32":
        library: Any = ctypes.WinDLL("wtsapi32")
        library.WTSRegisterSessionNotification(ctypes.c_void_p(window), _THIS_SESSION)

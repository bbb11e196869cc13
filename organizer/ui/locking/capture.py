"""Whether a window can be seen in screenshots, recordings and shared screens.

Windows (10, version 2004, and later) and macOS let a window be left out. X11 and Wayland have nothing of the kind: there every
program that may record the screen sees the window.
"""

from __future__ import annotations

import ctypes
import ctypes.util
import sys
from typing import Any

from PySide6.QtWidgets import QWidget

_SHOWN, _LEFT_OUT = 0x0, 0x11
_SHARING_NONE, _SHARING_READ_ONLY = 0, 1


def can_leave_out() -> bool:
    """Whether this system can leave a window out at all."""
    return sys.platform in ("win32", "darwin")


def leave_out(window: QWidget, *, wanted: bool) -> None:
    """Leave a window out of what others can record, or show it there again. Source: SetWindowDisplayAffinity; NSWindow's
    sharingType."""
    if sys.platform == "win32":
        user32: Any = ctypes.WinDLL("user32")
        user32.SetWindowDisplayAffinity(ctypes.c_void_p(int(window.winId())), _LEFT_OUT if wanted else _SHOWN)
    elif sys.platform == "darwin":
        _share_on_macos(int(window.winId()), _SHARING_NONE if wanted else _SHARING_READ_ONLY)


def _share_on_macos(view: int, sharing: int) -> None:
    """[[view window] setSharingType: sharing]"""
    runtime: Any = ctypes.CDLL(ctypes.util.find_library("objc"))
    runtime.sel_registerName.restype = ctypes.c_void_p
    runtime.sel_registerName.argtypes = [ctypes.c_char_p]
    send = ctypes.cast(runtime.objc_msgSend, ctypes.c_void_p).value or 0
    ask = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p)(send)
    tell = ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_ulong)(send)
    window = ask(view, runtime.sel_registerName(b"window"))
    if window:
        tell(window, runtime.sel_registerName(b"setSharingType:"), sharing)

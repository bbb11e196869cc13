"""No memory of this process is written to disk when it dies, nor read by another program: the key and the records are in it."""

from __future__ import annotations

import ctypes
import sys
from typing import Any

_SET_DUMPABLE = 4
_NO_CRITICAL_BOX, _NO_FAULT_BOX = 0x0001, 0x0002


def forbid_dumps() -> None:
    """For the whole process, before any file is opened. Source: core(5), PR_SET_DUMPABLE(2const), SetErrorMode of Windows.

    On Linux a core piped to a collector has no limit to heed: there the process says itself that it must not be dumped, and
    with that no other program of the same person can look into its memory either.
    """
    if sys.platform == "win32":
        kernel: Any = ctypes.WinDLL("kernel32")
        kernel.SetErrorMode(_NO_CRITICAL_BOX | _NO_FAULT_BOX)
        return
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_SET_DUMPABLE, 0, 0, 0, 0)

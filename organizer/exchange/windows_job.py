"""On Windows a process is held within its memory and time by a job object. Elsewhere it limits itself.

Source: Microsoft, JOBOBJECT_EXTENDED_LIMIT_INFORMATION. Written after the reference; it has run on no Windows so far.
"""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from organizer.exchange.limits import MOST_BYTES, MOST_SECONDS

_PROCESS_TIME, _ONE_PROCESS, _PROCESS_MEMORY, _KILL_ON_CLOSE = 0x2, 0x8, 0x100, 0x2000
_EXTENDED_LIMITS = 9


class _Basic(ctypes.Structure):
    _fields_ = (
        ("process_time", ctypes.c_int64),
        ("job_time", ctypes.c_int64),
        ("flags", ctypes.c_uint32),
        ("least_working_set", ctypes.c_size_t),
        ("most_working_set", ctypes.c_size_t),
        ("processes", ctypes.c_uint32),
        ("affinity", ctypes.c_size_t),
        ("priority", ctypes.c_uint32),
        ("scheduling", ctypes.c_uint32),
    )


class _Extended(ctypes.Structure):
    _fields_ = (
        ("basic", _Basic),
        ("io", ctypes.c_uint64 * 6),
        ("process_memory", ctypes.c_size_t),
        ("job_memory", ctypes.c_size_t),
        ("peak_process_memory", ctypes.c_size_t),
        ("peak_job_memory", ctypes.c_size_t),
    )


@contextmanager
def confined(process: int) -> Iterator[None]:
    """Hold a process, by its handle, in a job that ends with this. OSError: Windows refuses."""
    if sys.platform != "win32":
        yield
        return
    kernel = getattr(ctypes, "windll").kernel32  # noqa: B009 - only there on Windows
    kernel.CreateJobObjectW.restype = ctypes.c_void_p
    limits = _Extended()
    limits.basic.flags = _PROCESS_TIME | _ONE_PROCESS | _PROCESS_MEMORY | _KILL_ON_CLOSE
    limits.basic.process_time = MOST_SECONDS * 10_000_000
    limits.basic.processes = 1
    limits.process_memory = MOST_BYTES
    job = ctypes.c_void_p(kernel.CreateJobObjectW(None, None))
    try:
        set_up = kernel.SetInformationJobObject(job, _EXTENDED_LIMITS, ctypes.byref(limits), ctypes.sizeof(limits))
        if not set_up or not kernel.AssignProcessToJobObject(job, ctypes.c_void_p(process)):
            raise OSError("the job object was refused")
        yield
    finally:
        kernel.CloseHandle(job)

"""What a process that reads files of strangers may have: 512 MB, 30 seconds, no network, no file to write, no other program.

On Linux and macOS it takes the rest from itself before it reads. On Windows a job object holds memory and time; the
rest is refused by Python alone there, as everywhere: a hook that lets nothing open a socket, a file or a program.
"""

from __future__ import annotations

import sys
from contextlib import suppress
from typing import Any

MOST_BYTES = 512 * 2**20
MOST_SECONDS = 30
_REFUSED = (
    "socket.",
    "subprocess.",
    "os.exec",
    "os.fork",
    "os.posix_spawn",
    "os.spawn",
    "os.system",
    "os.startfile",
    "ctypes.",
)
_CHANGING = ("os.remove", "os.rename", "os.rmdir", "os.mkdir", "os.link", "os.symlink", "os.truncate", "os.chmod", "shutil.")


def limit_self() -> None:
    """Take from this process, for good, whatever reading does not need. Everything that it needs is imported by now."""
    _leave_the_network()
    with suppress(ImportError):  # not on Windows
        import resource

        for name, most in (("AS", MOST_BYTES), ("CPU", MOST_SECONDS), ("FSIZE", 0), ("CORE", 0)):
            with suppress(ValueError, OSError, AttributeError):  # macOS does not take every one
                resource.setrlimit(getattr(resource, f"RLIMIT_{name}"), (most, most))
    sys.addaudithook(_refuse)


def _leave_the_network() -> None:
    """Into a network of its own, which has nothing in it. Linux lets not everybody do so; the hook stands in any case."""
    if sys.platform == "linux":
        import ctypes

        new_user, new_network = 0x10000000, 0x40000000
        ctypes.CDLL(None).unshare(new_user | new_network)


def _refuse(event: str, details: tuple[Any, ...]) -> None:
    if event.startswith((*_REFUSED, *_CHANGING)):
        raise PermissionError(event)
    if event == "open" and len(details) > 1 and isinstance(details[1], str) and set(details[1]) & set("wax+"):
        raise PermissionError(event)

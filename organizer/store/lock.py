"""The lock file beside an open file: who has it open, since when. QLockFile's rules without Qt: pid, program, host."""

from __future__ import annotations

import os
import socket
import sys
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from organizer import i18n
from organizer.errors import OpenElsewhere
from organizer.i18n import _
from organizer.store import faults

PROGRAM = "Picket Organizer"


class FileLock:
    """Held from opening to closing. A lock whose process is gone is taken over; one of another computer is not."""

    def __init__(self, file: Path) -> None:
        self.path = file.with_name(f".{file.name}.lock")
        self._mine = f"{os.getpid()}\n{PROGRAM}\n{socket.gethostname()}\n"

    def take(self) -> None:
        """OpenElsewhere when another living program or another computer holds it."""
        with faults.in_words():
            while not self._create():
                holder = self._holder()
                if holder is not None and not self._is_stale(*holder):
                    raise self._elsewhere(*holder)
                self.path.unlink(missing_ok=True)

    def release(self) -> None:
        with suppress(OSError):
            if self.path.read_text(encoding="utf-8") == self._mine:
                self.path.unlink()

    def _create(self) -> bool:
        try:
            handle = os.open(self.path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        except FileExistsError:
            return False
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(self._mine)
        return True

    def _holder(self) -> tuple[int, str, str] | None:
        """(pid, program, host) of the lock that is there; None when it cannot be read and so holds nothing."""
        with suppress(OSError, ValueError):
            pid, program, host = self.path.read_text(encoding="utf-8").split("\n")[:3]
            return int(pid), program, host
        return None

    def _is_stale(self, pid: int, _program: str, host: str) -> bool:
        return host == socket.gethostname() and not _is_running(pid)

    def _elsewhere(self, pid: int, program: str, host: str) -> OpenElsewhere:
        since = self._since()
        if host == socket.gethostname():
            return OpenElsewhere(
                _("This file is open in {program} since {time}.").format(program=program, time=since),
                _("Close it there first (process {number}).").format(number=pid),
            )
        return OpenElsewhere(
            _("This file is open on the computer {host} since {time}.").format(host=i18n.isolate_unknown(host), time=since),
            _("Close it there first. If that computer is off, delete the file {name}.").format(name=self.path.name),
        )

    def _since(self) -> str:
        try:
            moment = datetime.fromtimestamp(self.path.stat().st_mtime)
        except OSError:
            return ""
        return f"{i18n.day(moment.date())}, {i18n.clock(moment.time())}"


def _is_running(pid: int) -> bool:
    if pid == os.getpid():
        return True
    if sys.platform == "win32":
        return _is_running_on_windows(pid)
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except (PermissionError, OverflowError):
        return True
    return True


def _is_running_on_windows(pid: int) -> bool:
    import ctypes

    kernel = getattr(ctypes, "windll").kernel32  # noqa: B009 - only there on Windows
    still_active, query_limited = 259, 0x1000
    handle = kernel.OpenProcess(query_limited, False, pid)
    if not handle:
        return False
    code = ctypes.c_ulong()
    kernel.GetExitCodeProcess(handle, ctypes.byref(code))
    kernel.CloseHandle(handle)
    return code.value == still_active

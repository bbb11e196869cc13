"""The lock file beside an open file: who has it open, since when. QLockFile's rules without Qt: pid, program, host."""

from __future__ import annotations

import os
import platform
import sys
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from organizer import i18n
from organizer.errors import OpenElsewhere
from organizer.i18n import _
from organizer.store import faults

PROGRAM = "Picket Organizer"


@dataclass(frozen=True)
class Holder:
    """What a lock file says. `command` is the process's name as its system knows it, empty where it does not tell."""

    pid: int
    program: str
    host: str
    command: str

    def is_gone(self) -> bool:
        """Whether the process has ended, or its number has gone to another program since. Never said of another computer."""
        if self.host != platform.node():
            return False
        return not _is_running(self.pid) or _command(self.pid) != self.command


class FileLock:
    """Held from opening to closing. A lock whose process is gone is taken over; one of another computer is not."""

    def __init__(self, file: Path) -> None:
        real = file.resolve()
        self.path = real.with_name(f".{real.name}.lock")
        self._mine = f"{os.getpid()}\n{PROGRAM}\n{platform.node()}\n{_command(os.getpid())}\n"

    def take(self) -> None:
        """OpenElsewhere when another living program or another computer holds it."""
        with faults.in_words():
            while not self._create():
                self.refuse_if_held()
                self.path.unlink(missing_ok=True)

    def refuse_if_held(self) -> None:
        """OpenElsewhere when the file is open, in this program or another. Ask before reading a file that may be connected:
        closing it again would drop SQLite's own locks.
        """
        holder = self._holder()
        if holder is not None and not holder.is_gone():
            raise self._elsewhere(holder)

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

    def _holder(self) -> Holder | None:
        """Who holds the lock that is there; None when there is none, or it cannot be read and so holds nothing."""
        with suppress(OSError, ValueError):
            pid, program, host, command = self.path.read_text(encoding="utf-8").split("\n")[:4]
            return Holder(int(pid), program, host, command)
        return None

    def _elsewhere(self, holder: Holder) -> OpenElsewhere:
        since = self._since()
        if holder.host == platform.node():
            return OpenElsewhere(
                _("This file is open in {program} since {time}.").format(program=holder.program, time=since),
                _("Close it there first (process {number}).").format(number=holder.pid),
            )
        return OpenElsewhere(
            _("This file is open on the computer {host} since {time}.").format(host=holder.host, time=since),
            _("Close it there first. If that computer is off, delete the file {name}.").format(name=self.path.name),
        )

    def _since(self) -> str:
        try:
            moment = datetime.fromtimestamp(self.path.stat().st_mtime)
        except OSError:
            return ""
        return _("{day}, {time}").format(day=i18n.day(moment.date()), time=i18n.clock(moment.time()))


def _command(pid: int) -> str:
    with suppress(OSError):
        return Path(f"/proc/{pid}/comm").read_text(encoding="utf-8", errors="replace").strip()
    return ""


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

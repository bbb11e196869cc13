"""The recorder in Python: compiled once, commanded by the process that is watched, its log read back operation by operation."""

from __future__ import annotations

import atexit
import ctypes
import functools
import shutil
import struct
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

SOURCE = Path(__file__).with_name("recorder.c")
OPENS, WRITES, SYNCS, TRUNCATIONS, RENAMES, UNLINKS, READS = 1, 2, 4, 8, 16, 32, 64
CHANGES = OPENS | WRITES | SYNCS | TRUNCATIONS | RENAMES | UNLINKS
_HEADER = struct.Struct("@cbHiqQ")


@functools.cache
def folder() -> Path:
    """Where runs take place: in memory where there is such a disk, so that no real one is worn out. Gone when Python ends."""
    memory = Path("/dev/shm")
    made = Path(tempfile.mkdtemp(prefix="faults-", dir=memory if memory.is_dir() else None)).resolve()
    atexit.register(shutil.rmtree, made, ignore_errors=True)
    return made


@functools.cache
def library() -> Path:
    """The compiled recorder. CalledProcessError where the C compiler does not take it."""
    compiled = folder() / "recorder.so"
    flags = ["-std=gnu11", "-O1", "-Wall", "-Wextra", "-Werror", "-shared", "-fPIC"]
    subprocess.run(["cc", *flags, "-o", str(compiled), str(SOURCE), "-ldl", "-lpthread"], check=True)
    return compiled


class Recorder:
    """Commands to the library inside this process, which was started with it."""

    def __init__(self) -> None:
        self._library = ctypes.CDLL(None)
        self._library.recorder_seen.restype = ctypes.c_long
        self._library.recorder_memory_seen.restype = ctypes.c_long

    def start(self, root: Path, log: int = -1) -> None:
        """Watch from now on; `log` is an open file for what is seen."""
        self._library.recorder_start(str(root).encode(), log)

    def stop(self) -> None:
        self._library.recorder_stop()

    def fail(self, at: int, *, code: int, kinds: int = CHANGES, lasting: bool = False, halves: bool = False) -> None:
        """Let the operation number `at` of these kinds fail; 0 counts only."""
        self._library.recorder_fail(kinds, ctypes.c_long(at), code, lasting, halves)

    def kill(self, at: int) -> None:
        """Die as by kill -9 before operation number `at`."""
        self._library.recorder_kill(ctypes.c_long(at))

    def starve(self, at: int, *, lasting: bool) -> None:
        """Refuse the database driver its `at`-th piece of memory, counted from now. RuntimeError where it is not loaded."""
        if not self._library.recorder_starve(b"sqlcipher3", ctypes.c_long(at), lasting):
            raise RuntimeError("the driver is not loaded")

    def seen(self) -> int:
        return int(self._library.recorder_seen())

    def memory_seen(self) -> int:
        return int(self._library.recorder_memory_seen())

    def mark(self, words: str) -> None:
        """Put words into the log, between the operations."""
        self._library.recorder_mark(words.encode())


@dataclass(frozen=True)
class Operation:
    """One line of the log. `op`: c made, o opened, d folder opened, w written, t cut to a length, s synced, r renamed, u removed,
    k folder made, l linked, n socket, m mark. `offset` is a length for t, a family for n, and 1 for opened and emptied.
    """

    op: str
    below_root: bool
    fd: int
    path: str
    offset: int
    data: bytes


def operations(log: Path) -> Iterator[Operation]:
    """What the log holds; a record that a kill cut short is left out."""
    seen, at = log.read_bytes(), 0
    while at + _HEADER.size <= len(seen):
        op, below, path_length, fd, offset, data_length = _HEADER.unpack_from(seen, at)
        at += _HEADER.size
        path, at = seen[at : at + path_length], at + path_length
        data, at = seen[at : at + data_length], at + data_length
        if at <= len(seen):
            yield Operation(op.decode(), bool(below), fd, path.decode("utf-8", "surrogateescape"), offset, data)

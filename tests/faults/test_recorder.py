"""The recorder sees what a process does to files and sockets, and nothing else."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests.faults import recorder

DOES_ALL = """
import ctypes, os, socket, sys
from pathlib import Path
from tests.faults.recorder import Recorder
root = Path(sys.argv[1])
recorder = Recorder()
recorder.start(root, os.open(sys.argv[2], os.O_CREAT | os.O_WRONLY | os.O_APPEND))
recorder.fail(0, code=0)
(root / "folder").mkdir()
with (root / "a").open("wb") as file:
    file.write(b"one")
    file.flush()
    os.pwrite(file.fileno(), b"two", 5)
    os.ftruncate(file.fileno(), 6)
    os.fsync(file.fileno())
(root / "a").rename(root / "b")
os.link(root / "b", root / "c")
handle = os.open(root, os.O_RDONLY | os.O_DIRECTORY)
os.fsync(handle)
os.unlink("b", dir_fd=handle)
socket.socket(socket.AF_INET, socket.SOCK_DGRAM).close()
recorder.mark("said")
print(recorder.seen())
"""

FAILS = """
import errno, os, sys
from pathlib import Path
from tests.faults import recorder
root, watched = Path(sys.argv[1]), recorder.Recorder()
watched.start(root)
watched.fail(2, code=errno.ENOSPC, kinds=recorder.WRITES, halves=sys.argv[2] == "halves", lasting=sys.argv[2] == "lasting")
handle = os.open(root / "a", os.O_CREAT | os.O_WRONLY)
for _ in range(3):
    try:
        print(os.write(handle, b"four"))
    except OSError as fault:
        print(errno.errorcode[fault.errno])
"""


def run(code: str, *arguments: str) -> list[str]:
    environment = {**os.environ, "LD_PRELOAD": str(recorder.library())}
    root = Path(__file__).parents[2]
    ended = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        capture_output=True,
        text=True,
        check=True,
        env=environment,
        cwd=root,
        timeout=60,
    )
    return ended.stdout.split()


def test_every_kind_of_operation_is_seen_in_its_order(tmp_path: Path) -> None:
    log = tmp_path / "log"
    root = (tmp_path / "root").resolve()
    root.mkdir()
    (counted,) = run(DOES_ALL, str(root), str(log))
    seen = [(operation.op, operation.offset, operation.data) for operation in recorder.operations(log)]
    assert seen == [
        ("k", 0, b""), ("c", 1, b""), ("w", 0, b"one"), ("w", 5, b"two"), ("t", 6, b""), ("s", 0, b""),
        ("r", 0, bytes(root / "b")), ("l", 0, bytes(root / "c")), ("d", 0, b""), ("s", 0, b""), ("u", 0, b""),
        ("n", socket.AF_INET, b""), ("m", 0, b"said"),
    ]  # fmt: skip
    assert int(counted) == 10
    assert sorted(path.name for path in root.iterdir()) == ["c", "folder"]


@pytest.mark.parametrize(
    ("way", "told"), [("once", ["4", "ENOSPC", "4"]), ("lasting", ["4", "ENOSPC", "ENOSPC"]), ("halves", ["4", "2", "4"])]
)
def test_a_write_fails_once_for_good_or_by_half(tmp_path: Path, way: str, told: list[str]) -> None:
    assert run(FAILS, str(tmp_path.resolve()), way) == told


READS = """
import errno, os, sys
from pathlib import Path
from tests.faults import recorder
root, watched = Path(sys.argv[1]), recorder.Recorder()
(root / "a").write_bytes(b"four")
watched.start(root)
watched.fail(2, code=errno.EIO, kinds=recorder.READS)
handle = os.open(root / "a", os.O_RDONLY)
for read in (lambda: os.read(handle, 4), lambda: os.pread(handle, 4, 0), lambda: os.pread(handle, 4, 0)):
    try:
        print(read().decode())
    except OSError as fault:
        print(errno.errorcode[fault.errno])
print(watched.seen())
"""


def test_a_read_fails(tmp_path: Path) -> None:
    assert run(READS, str(tmp_path.resolve())) == ["four", "EIO", "four", "3"]

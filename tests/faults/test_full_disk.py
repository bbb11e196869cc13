"""A disk that runs full while the program works, really full where this machine lets us make one: told, and nothing lost."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from organizer.store.opening import create_file
from tests.conftest import PASSPHRASE
from tests.store.test_faults import names

MEBIBYTES = 4

SAVES_UNTIL_FULL = """
import json, resource, signal, sys
from pathlib import Path
from organizer.errors import UserError
from organizer.records.organisation import Organisation
from organizer.store.opening import open_file
path, limit = Path(sys.argv[1]), int(sys.argv[3])
store = open_file(path, sys.argv[2])
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
if limit:
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))
saved, told = [], []
def tried(do):
    try:
        do()
    except UserError as error:
        told.append(error.message)
        return False
    return True
while tried(lambda: store.save(Organisation(name=f"saved {len(saved)}", notes="x" * 50_000))):
    saved.append(f"saved {len(saved)}")
refused = [tried(lambda: store.save(Organisation(name="too much", notes="x" * 50_000))) for _ in range(3)]
tried(store.back_up)
tried(store.close)
print(json.dumps([saved, refused, told]))
"""


@contextmanager
def small_disk(folder: Path) -> Iterator[bool]:
    """A disk of a few MiB in memory; False where this user may not make one."""
    size = f"size={MEBIBYTES}m"
    made = subprocess.run(["mount", "-t", "tmpfs", "-o", size, "tmpfs", str(folder)], capture_output=True, check=False)
    try:
        yield made.returncode == 0
    finally:
        if made.returncode == 0:
            subprocess.run(["umount", str(folder)], check=True)


def fill(path: Path, limit: int) -> None:
    """Save until nothing more goes in, and look at what is left."""
    create_file(path, PASSPHRASE).close(back_up=False)
    ended = subprocess.run(
        [sys.executable, "-c", SAVES_UNTIL_FULL, str(path), PASSPHRASE, str(limit)],
        capture_output=True, text=True, check=True, timeout=100,
    )  # fmt: skip
    saved, refused, told = json.loads(ended.stdout)
    assert len(saved) > 5
    assert not any(refused)
    assert all(sentence.startswith(("The disk is full", "The disk did not do")) for sentence in told)
    assert sorted(names(path)) == sorted(saved)
    assert not list(path.parent.rglob("*.part"))


def test_a_file_that_may_not_grow_is_told_and_nothing_saved_is_lost(tmp_path: Path) -> None:
    fill(tmp_path / "branch.organizer", 2_000_000)


def test_a_full_disk_is_told_and_nothing_saved_is_lost(tmp_path: Path) -> None:
    with small_disk(tmp_path) as may_be_made:
        # Where this user may make no disk, a limit of another size stands in for it
        fill(tmp_path / "branch.organizer", 0 if may_be_made else 3_000_000)

"""From process start to the first usable window, beside the time Debian's GnuCash takes to show its empty book."""

from __future__ import annotations

import compileall
import os
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import organizer
from tests.benchmarks import Figure
from tests.benchmarks.screen import Screen, screen

ROUNDS = 7
OURS = ([sys.executable, "-m", "organizer"], "Picket Organizer")
THEIRS = (["dbus-run-session", "--", "gnucash", "--nofile"], "Unsaved Book")


def figures() -> Iterator[Figure]:
    """The two take turns, so that whatever else the machine does falls on both. The first round warms up and does not count."""
    compileall.compile_dir(Path(organizer.__file__).parent, quiet=2)  # as `make` does it at install
    ours: list[float] = []
    theirs: list[float] = []
    with screen() as shown, tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home:
        for _round in range(ROUNDS + 1):
            ours.append(_until_shown(shown, *OURS, Path(home)))
            if shutil.which("gnucash"):
                theirs.append(_until_shown(shown, *THEIRS, Path(home)))
    yield Figure("start page shown, warm, median of 7", statistics.median(ours[1:]), "s", 0.8)
    yield Figure("start page shown, warm, worst of 7", max(ours[1:]), "s")
    if theirs:
        yield Figure("GnuCash's empty book shown, warm, median of 7", statistics.median(theirs[1:]), "s")
        yield Figure("start page against GnuCash", statistics.median(ours[1:]) / statistics.median(theirs[1:]), "ratio", 0.9)


def _until_shown(shown: Screen, command: list[str], title: str, home: Path) -> float:
    """Seconds from exec until a window of that title is mapped and painted. A tip of the day beside it does not count."""
    began = time.perf_counter()
    program = subprocess.Popen(
        command,
        env=shown.environment(HOME=str(home)),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        shown.wait_for(lambda: shown.shows(title), f"No window “{title}” within a minute.")
        return time.perf_counter() - began
    finally:
        os.killpg(program.pid, signal.SIGTERM)
        program.wait()
        shown.wait_for(lambda: not shown.shows(title), f"The window “{title}” did not go.")

"""From process start to the first usable window, beside the time Debian's GnuCash takes to show its empty book."""

from __future__ import annotations

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

from tests.benchmarks import Figure

ROUNDS = 7
DISPLAY = ":87"
OUR_TITLE, THEIR_TITLE = "Picket Organizer", "Unsaved Book"


def figures() -> Iterator[Figure]:
    if not all(shutil.which(tool) for tool in ("Xvfb", "openbox", "xdotool")):
        raise SystemExit("Needed for these figures: apt-get install xvfb openbox xdotool dbus-x11 gnucash")
    screen = subprocess.Popen(
        ["Xvfb", DISPLAY, "-screen", "0", "1366x768x24"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        time.sleep(1)
        manager = subprocess.Popen(["openbox"], env=_environment(Path("/nonexistent")), stderr=subprocess.DEVNULL)
        yield from _measured()
        manager.terminate()
    finally:
        screen.terminate()


def _measured() -> Iterator[Figure]:
    ours, theirs = [], []
    for _round in range(ROUNDS + 1):
        ours.append(_until_shown([sys.executable, "-m", "organizer"], OUR_TITLE))
        if shutil.which("gnucash"):
            theirs.append(_until_shown(["dbus-run-session", "gnucash", "--nofile"], THEIR_TITLE))
    yield Figure("start page shown, warm (median)", statistics.median(ours[1:]), "s", 0.8)
    if theirs:
        yield Figure("GnuCash's empty book shown, warm (median)", statistics.median(theirs[1:]), "s")
        ratio = statistics.median(ours[1:]) / statistics.median(theirs[1:])
        yield Figure("start page against GnuCash", ratio, "ratio", 0.9)


def _environment(home: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name != "QT_QPA_PLATFORM"}
    return {**kept, "DISPLAY": DISPLAY, "HOME": str(home), "QT_QPA_PLATFORM": "xcb"}


def _until_shown(command: list[str], title: str) -> float:
    """Seconds from exec until a window of that title is mapped and has been painted."""
    with tempfile.TemporaryDirectory() as home:
        began = time.perf_counter()
        program = subprocess.Popen(
            command, env=_environment(Path(home)), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
        )
        try:
            _wait_for(title, began)
            return time.perf_counter() - began
        finally:
            os.killpg(program.pid, signal.SIGKILL)
            program.wait()


def _wait_for(title: str, began: float) -> None:
    search = ["xdotool", "search", "--onlyvisible", "--name", f"^{title}"]
    while subprocess.run(search, env=_environment(Path("/nonexistent")), capture_output=True, check=False).returncode:
        if time.perf_counter() - began > 60:
            raise SystemExit(f"No window “{title}” within a minute.")

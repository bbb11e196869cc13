"""How fast the window answers, measured in the real window off screen: on the sample campaign, and on a million letters."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from tests.benchmarks import Figure, million

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("ORGANIZER_KDF", "test")
KEYS = "abcdefghijklmnop"
PATIENCE_S = 20


_SCREEN = Path(__file__).with_name("desk_screen.json")
PASSPHRASE = "kettle anchor velvet"
ROUNDS = 5


def figures() -> Iterator[Figure]:
    yield from opening_figures()
    yield from million_figures()
    yield from preview_figures()


def opening_figures() -> Iterator[Figure]:
    """The sample campaign: from the Enter key in the unlocking to the window with its numbers, and from a click on the sample."""
    from organizer.actions.sample import fill_with_sample
    from organizer.store.opening import create_file

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "figures.organizer"
        store = create_file(path, PASSPHRASE)
        fill_with_sample(store)
        store.close(back_up=False)
        unlocked = [_lived("unlock", path, PASSPHRASE)["unlocked"][0] for _round in range(ROUNDS)]
    clicked = [_lived("sample")["sample opened"][0] for _round in range(3)]
    yield Figure("sample campaign unlocked, window with data, median of 5", statistics.median(unlocked), "ms", 400)
    yield Figure("sample campaign unlocked, window with data, worst of 5", max(unlocked), "ms")
    yield Figure("click on the sample, window with data, median of 3", statistics.median(clicked), "ms", 1500)


def million_figures() -> Iterator[Figure]:
    """A million letters in an encrypted file. Each measure ends when the rows are painted."""
    path = million.made()
    unlocked = [_lived("unlock", path, million.PASSPHRASE)["unlocked"][0] for _round in range(2)]
    found = _lived("letters", path, million.PASSPHRASE)
    unlocked += found["unlocked"]
    yield Figure("million letters unlocked, window with data, median of 3", statistics.median(unlocked), "ms", 400)
    yield Figure("million letters: Alt+3 to rows painted, first time", found["letters opened first"][0], "ms", 150)
    yield Figure("million letters: Alt+3 to rows painted, again, worst of 5", max(found["letters opened again"]), "ms", 150)
    yield Figure("million letters: key to rows painted, 95th percentile", _percentile(found["keystroke"]), "ms", 100)
    yield Figure("million letters: key to rows painted, median", statistics.median(found["keystroke"]), "ms")
    yield Figure("million letters: scrolled anywhere and painted, 95th percentile", _percentile(found["scrolled"]), "ms")
    for name in ("a look at the overview", "letters opened first", "keystroke", "scrolled"):
        yield Figure(f"million letters: window stood still, {name}", max(found[f"{name}, stop"]), "ms", 100)
    yield Figure("million letters: memory with the window", found["memory"][0], "MiB", 350)


def _lived(*words: str | Path) -> dict[str, list[float]]:
    """The samples of one run of the window in a fresh process."""
    command = [sys.executable, "-m", "tests.benchmarks.real_window", *map(str, words)]
    # The usual screen of this platform is 800 pixels wide, and the window would be as narrow.
    environment = {**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={_SCREEN}"}
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    if done.returncode:
        raise SystemExit(done.stderr)
    samples: dict[str, list[float]] = json.loads(done.stdout.splitlines()[-1])
    return samples


def _percentile(samples: list[float]) -> float:
    ordered = sorted(samples)
    return ordered[int(0.95 * (len(ordered) - 1))]


def preview_figures() -> Iterator[Figure]:
    """From a keystroke in the leaflet's headline to the new page painted, and the longest the window stood still meanwhile."""
    from PySide6.QtWidgets import QApplication

    from organizer.actions.sample import fill_with_sample
    from organizer.settings import Settings
    from organizer.store.opening import create_file
    from organizer.ui.look.install import install
    from organizer.ui.main_window import MainWindow
    from organizer.ui.session import Session

    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    install(app, dark=False)
    with tempfile.TemporaryDirectory() as folder:
        store = create_file(Path(folder) / "figures.organizer", PASSPHRASE)
        fill_with_sample(store)
        session = Session(store, Settings(), today=lambda: date(2012, 12, 1))
        window = MainWindow(session)
        window.resize(1366, 768)
        window.show()
        answers, stops = _typed(app, window)
        window.let_go()
        session.tasks.close()
        store.close(back_up=False)
    yield Figure("leaflet preview after an edit, median of 16", statistics.median(answers), "ms", 200)
    yield Figure("leaflet preview after an edit, 95th percentile", _percentile(answers), "ms", 200)
    yield Figure("leaflet preview after an edit, worst of 16", max(answers), "ms")
    yield Figure("leaflet preview: window stood still", max(stops), "ms", 100)


def _typed(app: object, window: object) -> tuple[list[float], list[float]]:
    from PySide6.QtTest import QTest

    from organizer.records.leaflet import Leaflet
    from organizer.ui.main_window import MainWindow
    from organizer.ui.screens.leaflets import LeafletsPage

    assert isinstance(window, MainWindow)
    window.to.record(Leaflet, 1)
    page = window.page()
    assert isinstance(page, LeafletsPage)
    page.languages.choose("en")
    _until(lambda: not page.is_behind())
    _until(lambda: all(page.languages.bar.tabs.state(tag) for tag in page.languages.tags()))
    edit = page.form.body.controls["texts.headline"].editor.focusProxy()
    answers, stops = [], []
    for key in KEYS:
        began = time.perf_counter()
        QTest.keyClicks(edit, key)
        stops.append(_until(lambda: not page.is_behind()))
        page.viewer.preview.viewport().repaint()
        answers.append((time.perf_counter() - began) * 1000)
        _pause(0.05)
    return answers, stops


def _until(done: Callable[[], bool]) -> float:
    """Let the window work until it is done; the longest single turn of its event loop, in ms."""
    from PySide6.QtCore import QCoreApplication

    longest, end = 0.0, time.perf_counter() + PATIENCE_S
    while not done():
        if time.perf_counter() > end:
            raise SystemExit("The preview did not come.")
        began = time.perf_counter()
        QCoreApplication.processEvents()
        longest = max(longest, (time.perf_counter() - began) * 1000)
        time.sleep(0.001)
    return longest


def _pause(seconds: float) -> None:
    end = time.perf_counter() + seconds
    _until(lambda: time.perf_counter() > end)

"""How fast the window answers, measured in the real window off screen on the sample campaign."""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from tests.benchmarks import Figure

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("ORGANIZER_KDF", "test")
KEYS = "abcdefghijklmnop"
PATIENCE_S = 20


def figures() -> Iterator[Figure]:
    yield from preview_figures()


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
        store = create_file(Path(folder) / "figures.organizer", "kettle anchor velvet")
        fill_with_sample(store)
        session = Session(store, Settings(), today=lambda: date(2012, 12, 1))
        window = MainWindow(session)
        window.resize(1366, 768)
        window.show()
        answers, stops = _typed(app, window)
        window.let_go()
        session.tasks.close()
        store.close(back_up=False)
    yield Figure("leaflet preview after an edit", statistics.median(answers), "ms", 200)
    yield Figure("leaflet preview after an edit, worst of 16", max(answers), "ms")
    yield Figure("window not answering while the preview is made", max(stops), "ms")


def _typed(app: object, window: object) -> tuple[list[float], list[float]]:
    from PySide6.QtTest import QTest

    from organizer.records.leaflet import Leaflet
    from organizer.ui.main_window import MainWindow
    from organizer.ui.screens.leaflets import LeafletsPage

    assert isinstance(window, MainWindow)
    window.open_record(Leaflet, 1)
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

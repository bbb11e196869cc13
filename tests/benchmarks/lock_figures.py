"""How soon nothing is to be seen when the window locks itself, how soon the file is closed, what the watch and unlocking cost."""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.benchmarks import Figure

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("ORGANIZER_KDF", "test")
ROUNDS, EVENTS, UNLOCKS = 12, 40_000, 5
PASSPHRASE = "kettle anchor velvet"


def figures() -> Iterator[Figure]:
    from PySide6.QtWidgets import QApplication

    from organizer.ui.look.install import install

    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    install(application, dark=False, scale=1.0)
    yield Figure("watch for idle hands, an event", _filter_us(application), "µs", 5)
    with tempfile.TemporaryDirectory() as folder:
        blank, closed = zip(*(_locked(Path(folder) / str(n)) for n in range(ROUNDS)), strict=True)
    yield Figure(f"sign to cover painted, median of {ROUNDS}", statistics.median(blank), "ms")
    yield Figure(f"sign to cover painted, worst of {ROUNDS}", max(blank), "ms", 50)
    yield Figure(f"sign of sleep to sample file closed, worst of {ROUNDS}", max(closed), "ms", 1000)
    with tempfile.TemporaryDirectory() as folder:
        opened = _unlocked_s(Path(folder) / "figures.organizer")
    yield Figure(f"sample file unlocked, argon2id of 256 MiB, median of {UNLOCKS}", statistics.median(opened), "s", 1.2)
    yield Figure(f"sample file unlocked, argon2id of 256 MiB, worst of {UNLOCKS}", max(opened), "s", 1.2)


def _unlocked_s(path: Path) -> list[float]:
    """From the passphrase to the open file, each time anew, with the key that files in use have."""
    from organizer.actions.sample import fill_with_sample
    from organizer.store import key
    from organizer.store.opening import create_file, open_file

    cheap = os.environ.pop("ORGANIZER_KDF")
    try:
        assert key.profile_for_new_files() == key.STRONG
        store = create_file(path, PASSPHRASE)
    finally:
        os.environ["ORGANIZER_KDF"] = cheap
    fill_with_sample(store)
    store.close(back_up=False)
    took = []
    for _round in range(UNLOCKS):
        began = time.perf_counter()
        store = open_file(path, PASSPHRASE)
        took.append(time.perf_counter() - began)
        store.close(back_up=False)
    return took


def _filter_us(application: object) -> float:
    """What one event of a mouse that moves costs more with the watch than without."""
    from PySide6.QtCore import QCoreApplication, QEvent, QObject

    from organizer.ui.locking.idle import Idle

    assert isinstance(application, QCoreApplication)
    target, event = QObject(), QEvent(QEvent.Type.MouseMove)

    def took() -> float:
        began = time.perf_counter()
        for _event in range(EVENTS):
            QCoreApplication.sendEvent(target, event)
        return time.perf_counter() - began

    idle = Idle(application, 5)
    without, watched = [], []
    for _round in range(5):
        idle.end()
        without.append(took())
        idle.begin()
        watched.append(took())
    idle.end()
    return (min(watched) - min(without)) / EVENTS * 1e6


def _locked(folder: Path) -> tuple[float, float]:
    """Milliseconds from the sign to the cover, and to the file closed, in the real window on the sample campaign."""
    from PySide6.QtWidgets import QApplication

    from organizer.actions.sample import fill_with_sample
    from organizer.settings import Settings
    from organizer.store.opening import create_file
    from organizer.ui.desk import Desk
    from organizer.ui.locking.reason import Reason

    folder.mkdir()
    store = create_file(folder / "figures.organizer", PASSPHRASE)
    fill_with_sample(store)
    desk = Desk(Settings(language="en_GB", theme="light"), folder)
    desk.enter(store)
    assert desk.window is not None
    desk.window.resize(1920, 1080)
    desk.window.show_page("pickets")
    while desk.tasks.busy():
        QApplication.processEvents()
    QApplication.processEvents()
    began = time.perf_counter()
    with _timed_cover() as blank:
        desk.locks.watch.lock_wanted.emit(Reason.SLEEP)
    while desk.window is not None:
        QApplication.processEvents()
    closed = time.perf_counter()
    desk.tasks.close()
    if desk.page is not None:
        desk.page.close()
    return (blank[0] - began) * 1000, (closed - began) * 1000


@contextmanager
def _timed_cover() -> Iterator[list[float]]:
    """The moments at which a cover had been painted."""
    from organizer.ui.locking.cover import Cover

    real = Cover.blank
    blank: list[float] = []

    def timed(cover: Cover) -> None:
        real(cover)
        blank.append(time.perf_counter())

    Cover.blank = timed
    try:
        yield blank
    finally:
        Cover.blank = real

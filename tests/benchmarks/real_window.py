"""One run of the real window off screen, in a process of its own: python -m tests.benchmarks.real_window WAY [FILE PASSPHRASE].

Prints one JSON object: the samples of each measure, in ms (memory in MiB). WAY `sample` opens the sample from the start page,
`unlock` unlocks the file, and `letters` then goes to the letters as well, types into the search field and scrolls.
"""

from __future__ import annotations

import json
import os
import random
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("ORGANIZER_KDF", "test")

import psutil
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from organizer.settings import Settings
from organizer.ui.desk import Desk
from organizer.ui.look.install import install

TYPED = ("belfast", "dockers", "moskva", "профсоюз", "strikers", "unite bris", "zzyzx")
SCROLLS, PATIENCE_S = 60, 60


class Watch:
    """Lets the window work, and notes how long each measure took and how long the window stood still at a stretch."""

    def __init__(self) -> None:
        self.samples: dict[str, list[float]] = {}
        self.longest = 0.0

    def until(self, done: Callable[[], bool]) -> None:
        end = time.perf_counter() + PATIENCE_S
        while not done():
            if time.perf_counter() > end:
                raise SystemExit("The window did not get there.")
            self.turn()

    def turn(self) -> None:
        began = time.perf_counter()
        QCoreApplication.processEvents()
        self.longest = max(self.longest, (time.perf_counter() - began) * 1000)
        time.sleep(0.001)

    def rest(self, seconds: float) -> None:
        """What a person spends looking: the window has time for what it puts off."""
        end = time.perf_counter() + seconds
        self.until(lambda: time.perf_counter() > end)

    def measure(self, name: str, act: Callable[[], Any], done: Callable[[], bool]) -> None:
        """From the act to the answer painted, and the longest stop on the way."""
        self.longest = 0.0
        began = time.perf_counter()
        act()
        self.longest = (time.perf_counter() - began) * 1000
        self.until(done)
        self.note(name, (time.perf_counter() - began) * 1000)
        self.note(f"{name}, stop", self.longest)

    def note(self, name: str, value: float) -> None:
        self.samples.setdefault(name, []).append(round(value, 2))


def memory_mib() -> float:
    return float(psutil.Process().memory_info().rss / 2**20)


def unlock(watch: Watch, desk: Desk, path: Path, passphrase: str) -> Any:
    """The window with the overview's numbers in it."""
    from organizer.ui.unlock import Unlock

    desk.start(path)
    sheet = desk.page.findChild(Unlock) if desk.page else None
    assert isinstance(sheet, Unlock)
    watch.rest(1.0)  # nobody types a passphrase faster
    watch.until(lambda: not desk.tasks.busy())
    sheet.passphrase.set_text(passphrase)
    watch.measure("unlocked", sheet.try_it, Shown(desk).painted)
    return desk.window


class Shown(QObject):
    """Whether the overview has its numbers, and its map, which is drawn with them, has been painted since."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk, self._painted = desk, False
        self._map: Any = None

    def painted(self) -> bool:
        page: Any = self._desk.window.page() if self._desk.window is not None else None
        if page is not None and self._map is None:
            self._map = page.map
            page.map.installEventFilter(self)
        return self._painted

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        page: Any = self._desk.window.page() if self._desk.window is not None else None
        numbers = getattr(page, "_shown", None) is not None
        self._painted = self._painted or (numbers and event.type() == QEvent.Type.Paint)
        return False


def letters(watch: Watch, window: Any) -> None:
    watch.longest = 0.0
    watch.rest(4.5)
    watch.note("a look at the overview, stop", watch.longest)
    painted: list[Painted] = []
    for name in ("letters opened first", *["letters opened again"] * 5):
        watch.measure(name, lambda: _open_letters(window, painted), lambda: _listed(window) > 0 and painted[-1].done)
        watch.rest(2.5 if name == "letters opened first" else 0.3)
        _press(window, Qt.Key.Key_1)
        watch.rest(0.3)
    _press(window, Qt.Key.Key_3)
    watch.rest(6.0)
    pane = window.page().list
    for words in TYPED:
        for length in range(1, len(words) + 1):
            _type(watch, pane, painted[-1], words[:length])
        pane.search.clear()
        _type(watch, pane, painted[-1], "")
    _scroll(watch, pane, painted[-1])


def _press(window: Any, key: Qt.Key) -> None:
    QTest.keyClick(window, key, Qt.KeyboardModifier.AltModifier)


def _open_letters(window: Any, painted: list[Painted]) -> None:
    _press(window, Qt.Key.Key_3)
    painted.append(painted[0] if painted else Painted(window.page().list))
    painted[-1].begin()


def _listed(window: Any) -> int:
    pane = getattr(window.page(), "list", None)
    return 0 if pane is None else int(pane.model.rowCount())


class Painted(QObject):
    """Whether the rows of a list have been painted since it was shown last."""

    def __init__(self, pane: Any) -> None:
        super().__init__(pane)
        self.done = False
        pane.model.modelReset.connect(self.begin)
        pane.table.viewport().installEventFilter(self)

    def begin(self) -> None:
        self.done = False

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.done = self.done or event.type() == QEvent.Type.Paint
        return False


def _type(watch: Watch, pane: Any, painted: Painted, words: str) -> None:
    def act() -> None:
        if words:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QCoreApplication.sendEvent(pane.search, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, words[-1]))
        else:
            pane.query_changed.emit()

    before = pane.model.shown()
    watch.measure(
        "keystroke",
        act,
        lambda: pane.model.shown() is not before and pane.model.shown().query.text == words.strip() and _seen(pane, painted),
    )
    watch.rest(0.03)


def _seen(pane: Any, painted: Painted) -> bool:
    return painted.done or not pane.table.isVisible()


def _scroll(watch: Watch, pane: Any, painted: Painted) -> None:
    chance, bar = random.Random(7), pane.table.verticalScrollBar()
    for _scroll in range(SCROLLS):
        at = chance.randrange(bar.maximum() or 1)
        painted.begin()
        watch.measure("scrolled", lambda at=at: bar.setValue(at), lambda: painted.done)  # type: ignore[misc]


def sample(watch: Watch, desk: Desk) -> Any:
    """From the click on the start page, a moment after it came up."""
    desk.start()
    watch.rest(2.0)
    assert desk.page is not None
    watch.measure("sample opened", desk.page.sample.click, Shown(desk).painted)
    return desk.window


def main(way: str, path: Path, passphrase: str) -> None:
    application = QApplication([])
    settings = Settings()
    install(application, dark=False)
    watch = Watch()
    with tempfile.TemporaryDirectory() as scratch:
        desk = Desk(settings, Path(scratch))
        window = sample(watch, desk) if way == "sample" else unlock(watch, desk, path, passphrase)
        if way == "letters":
            letters(watch, window)
            watch.note("memory", memory_mib())
        assert desk.session is not None
        desk.tasks.close()
        window.let_go()
        desk.session.store.close(back_up=False)
    print(json.dumps(watch.samples, ensure_ascii=False))


if __name__ == "__main__":
    main(sys.argv[1], *(Path(sys.argv[2]), sys.argv[3]) if sys.argv[2:] else (Path(), ""))

"""The print room's cost: from going there to the page painted, and how long the window stood still meanwhile."""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from tests.benchmarks import Figure

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("ORGANIZER_KDF", "test")
PASSPHRASE = "kettle anchor velvet"

if TYPE_CHECKING:
    from organizer.ui.main_window import MainWindow
    from organizer.ui.print_room.page import PrintRoomPage
    from tests.benchmarks.real_window import Watch


def figures() -> Iterator[Figure]:
    """In a process of its own the first opening is that of a person who started the program four seconds before."""
    from PySide6.QtWidgets import QApplication

    from organizer.actions.sample import fill_with_sample
    from organizer.settings import Settings
    from organizer.store.opening import create_file
    from organizer.ui.ahead import Ahead
    from organizer.ui.look.install import install
    from organizer.ui.main_window import MainWindow
    from organizer.ui.session import Session
    from tests.benchmarks.real_window import Watch

    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    install(app, dark=False)
    with tempfile.TemporaryDirectory() as folder:
        store = create_file(Path(folder) / "figures.organizer", PASSPHRASE)
        fill_with_sample(store)
        session = Session(store, Settings(), today=lambda: date(2012, 12, 1))
        window, watch = MainWindow(session), Watch()
        window.resize(1366, 768)
        window.show()
        Ahead(window, session)
        watch.rest(4.0)
        yield from _looked_at(window, watch)
        window.let_go()
        session.tasks.close()
        store.close(back_up=False)


def _looked_at(window: MainWindow, watch: Watch) -> Iterator[Figure]:
    whole, stop = _opened(window, watch, lambda: window.show_page("print_room"))
    yield Figure("print room, first opening", whole, "ms")
    yield Figure("print room, first opening: window stood still", stop, "ms", 100)
    sheets = _room(window).sheets
    keys = sheets.chooser.list.keys()
    for when in ("first time", "again"):
        found = {key: _opened(window, watch, lambda key=key: sheets.open_sheet(key)) for key in keys}  # type: ignore[misc]
        slow, still = max(keys, key=lambda key: found[key][0]), max(keys, key=lambda key: found[key][1])
        yield Figure(f"a sheet chosen {when}, worst: {slow}", found[slow][0], "ms")
        yield Figure(f"a sheet chosen {when}: window stood still, worst: {still}", found[still][1], "ms", 100)


def _opened(window: MainWindow, watch: Watch, act: Callable[[], object]) -> tuple[float, float]:
    """How long it took until the page was there, and the longest stop, in ms."""
    watch.longest, began = 0.0, time.perf_counter()
    act()
    watch.longest = (time.perf_counter() - began) * 1000
    watch.until(lambda: _is_there(window))
    whole = (time.perf_counter() - began) * 1000
    watch.rest(0.1)
    return whole, watch.longest


def _is_there(window: MainWindow) -> bool:
    editor = _room(window).sheets.editor
    return editor.order is not None and not editor.is_behind()


def _room(window: MainWindow) -> PrintRoomPage:
    from organizer.ui.print_room.page import PrintRoomPage

    page = window.page()
    assert isinstance(page, PrintRoomPage)
    return page

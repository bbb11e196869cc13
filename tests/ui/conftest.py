"""A real window off screen on a real encrypted file. Every test begins in light, at 100 %, from left to right, in English."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from organizer import i18n
from organizer.records.base import Record
from organizer.settings import Settings
from organizer.store.opening import create_file
from organizer.store.store import Store
from organizer.ui.collector import Collector
from organizer.ui.look.install import install
from organizer.ui.look.theme import Theme
from organizer.ui.main_window import MainWindow
from organizer.ui.session import Session
from organizer.ui.tasks import Tasks
from tests import factories
from tests.desks import sweep, until_idle

TODAY = date(2012, 12, 6)


@pytest.fixture(scope="module", autouse=True)
def settled_before() -> None:
    """As in the program, modules and classes that stand by now are not looked at again: collecting takes a tenth of the time."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def collecting(qapp: QApplication) -> Iterator[None]:
    """As in the program: widgets of earlier tests that lie in cycles are freed from the event loop, never amid painting."""
    collector = Collector(qapp)
    yield
    collector.collect()
    collector.end()
    collector.deleteLater()


@pytest.fixture
def look(qapp: QApplication) -> Iterator[Theme]:
    i18n.set_language("en_GB")
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    QAccessible.setActive(True)
    theme = install(qapp, dark=False, scale=1.0)
    yield theme
    sweep()
    i18n.set_language("en_GB")
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    theme.apply(dark=False, scale=1.0)


@pytest.fixture
def window(look: Theme, qtbot: QtBot) -> QWidget:
    """An empty window for a sheet to stand over, where there is no file yet."""
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    made.activateWindow()
    return made


@pytest.fixture
def tasks(look: Theme) -> Iterator[Tasks]:
    made = Tasks()
    yield made
    made.close()


@pytest.fixture
def settled(qtbot: QtBot, tasks: Tasks) -> Callable[[], None]:
    """Wait until nothing is under way."""
    return until_idle(qtbot, tasks)


@pytest.fixture
def file(tmp_path: Path) -> Iterator[Store]:
    """An encrypted file with one campaign."""
    opened = create_file(tmp_path / "branch.organizer", "kettle anchor velvet", origin="Berlin")
    factories.campaign(opened)
    yield opened
    opened.close(back_up=False)


@pytest.fixture
def session(look: Theme, file: Store) -> Iterator[Session]:
    made = Session(file, Settings(), today=lambda: TODAY)
    yield made
    made.tasks.close()
    # What a test has joined to its signals goes with it.
    made.deleteLater()


@pytest.fixture
def settle(qtbot: QtBot, session: Session) -> Callable[[], None]:
    return until_idle(qtbot, session.tasks)


@pytest.fixture
def open_window(qtbot: QtBot, session: Session, settle: Callable[[], None]) -> Iterator[Callable[..., MainWindow]]:
    """Opens the window at a page and a size, when the test has filled its file."""
    opened: list[MainWindow] = []

    def make(page: str = "pickets", width: int = 1366, height: int = 768) -> MainWindow:
        window = MainWindow(session)
        opened.append(window)
        window.resize(width, height)
        window.show()
        window.show_page(page)
        settle()
        return window

    yield make
    settle()
    for window in opened:
        window.let_go()
        window.deleteLater()
        # Now, not in some later test's event loop: until then its timers would run over a closed file
        QApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete)
    QApplication.processEvents()


@pytest.fixture
def monkeypatch_reads(monkeypatch: pytest.MonkeyPatch) -> Callable[[Store], list[int]]:
    """Counts what is read of a store: the number of records of every page, in order."""

    def watch(store: Store) -> list[int]:
        read: list[int] = []
        real = store.records_with

        def counted(kind: type[Record], ids: Sequence[int]) -> list[Record]:
            read.append(len(ids))
            return real(kind, ids)

        monkeypatch.setattr(store, "records_with", counted)
        return read

    return watch

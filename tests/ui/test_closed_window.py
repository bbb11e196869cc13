"""Nothing of a window outlives it: what a closed file showed is not kept by a menu, a key or a signal that is left over."""

from __future__ import annotations

import gc
from collections.abc import Callable
from datetime import date
from weakref import ref

import pytest
from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QApplication

from organizer.settings import Settings
from organizer.store.store import Store
from organizer.ui.ahead import Ahead
from organizer.ui.file_timer import FileTimer
from organizer.ui.file_watch import FileWatch
from organizer.ui.main_window import MainWindow
from organizer.ui.pages import PLACES
from organizer.ui.session import Session
from tests import factories


@pytest.mark.usefixtures("look", "qtbot")
@pytest.mark.parametrize("code", PLACES)
def test_a_page_goes_with_its_window(file: Store, code: str) -> None:
    factories.picket(file)
    factories.donation(file)
    session = Session(file, Settings(), today=lambda: date(2012, 12, 1))
    window = MainWindow(session)
    window.show()
    window.show_page(code)
    QApplication.processEvents()
    window.run("new")
    QApplication.processEvents()
    page = ref(window.page())
    session.tasks.close()
    window.let_go()
    window.deleteLater()
    session.deleteLater()
    del window, session
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()
    gc.collect()
    assert page() is None


def test_no_timer_asks_a_file_that_is_closed(
    open_window: Callable[..., MainWindow],
    session: Session,
    file: Store,
    settle: Callable[[], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    window = open_window("overview")
    FileWatch(window, session)
    Ahead(window, session)
    for code in ("letters_grid", "leaflets", "print_room"):
        window.show_page(code)
        settle()
    file.close(back_up=False)
    asked: list[object] = []
    monkeypatch.setattr(session.tasks, "run", lambda *work: asked.append(work))
    monkeypatch.setattr(file._lane, "reading", lambda: asked.append("at once"))
    timers = window.findChildren(QTimer)
    assert sum(isinstance(timer, FileTimer) for timer in timers) > 10
    for timer in timers:
        timer.timeout.emit()
    assert not asked
    monkeypatch.undo()


def test_nor_one_that_is_being_closed(session: Session) -> None:
    fired: list[int] = []
    timer = FileTimer(session, session, lambda: fired.append(1), 1000)
    timer.timeout.emit()
    session.end()
    timer.timeout.emit()
    assert fired == [1]

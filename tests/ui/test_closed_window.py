"""Nothing of a window outlives it: what a closed file showed is not kept by a menu, a key or a signal that is left over."""

from __future__ import annotations

import gc
from datetime import date
from weakref import ref

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from organizer.settings import Settings
from organizer.store.store import Store
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

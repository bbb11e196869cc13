"""After locking nothing of the file is left in memory that need not be: no window, no store, no words, no pictures."""

from __future__ import annotations

import gc
from collections.abc import Callable
from weakref import ref

from PySide6.QtCore import QEvent
from PySide6.QtGui import QPixmap, QPixmapCache
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from organizer.sheets.typesetting import scripts
from organizer.sheets.typesetting.paragraphs import Paragraph
from organizer.store.store import Store
from organizer.ui.desk import Desk
from organizer.ui.form import Form
from organizer.ui.locking.reason import Reason
from organizer.ui.main_window import MainWindow
from organizer.ui.quick_log import QuickLog
from organizer.ui.screens.leaflets import LeafletsPage
from organizer.ui.session import Session
from tests import factories
from tests.desks import Settle
from tests.ui.hands import editor, retype


def living(*kinds: type) -> list[object]:
    gc.unfreeze()  # what was settled would be passed over
    gc.collect()
    return [each for each in gc.get_objects() if isinstance(each, kinds)]


def left_of(*kinds: type, but: list[object]) -> list[str]:
    """The classes of what lives by now, without what lived before."""
    known = set(map(id, but))
    return [type(each).__name__ for each in living(*kinds) if id(each) not in known]


def work(desk: Desk, window: MainWindow, settle: Settle, qtbot: QtBot) -> list[ref[object]]:
    """A form with something typed, a leaflet drawn, the quick log open. What of it shall be gone afterwards."""
    window.resize(1366, 768)
    window.show_page("pickets")
    settle()
    leaflet = factories.leaflet(desk.session.store, campaign_id=desk.session.campaign.id)
    editor(window, "occasion").setFocus()
    retype("Not saved yet")
    window.show_page("leaflets")
    page = window.page()
    assert isinstance(page, LeafletsPage)
    page.open_record(leaflet.id)
    qtbot.waitUntil(lambda: not page.is_behind() and page.viewer.sheet() is not None, timeout=10_000)
    window.quick_log("letter")
    settle()
    QPixmapCache.insert("a picture of the file", QPixmap(8, 8))
    return [ref(each) for each in (window, desk.session, desk.session.store, page)]


def test_no_object_of_the_closed_file_lives(desk: Desk, unlock: Callable[[], MainWindow], settle: Settle, qtbot: QtBot) -> None:
    of_others = living(Paragraph, Form, QuickLog, MainWindow, Session, Store)
    gone = work(desk, unlock(), settle, qtbot)
    assert left_of(Paragraph, but=of_others) and left_of(Form, but=of_others) and scripts.script.cache_info().currsize
    desk.locks.lock(Reason.IDLE)
    settle()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()
    assert left_of(Paragraph, Form, QuickLog, MainWindow, Session, Store, but=of_others) == []
    assert [each() is None for each in gone] == [True] * 4
    assert scripts.script.cache_info().currsize == 0
    assert not QPixmapCache.find("a picture of the file", QPixmap())

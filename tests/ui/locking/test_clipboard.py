"""What the program puts on the clipboard goes after half a minute and when the file is locked; what others put there stays."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from organizer.ui.desk import Desk
from organizer.ui.grid.grid_page import LettersGrid
from organizer.ui.locking import clipboard
from organizer.ui.locking.clipboard import Clipboard
from organizer.ui.locking.reason import Reason
from organizer.ui.main_window import MainWindow
from tests.desks import Settle
from tests.ui.hands import CTRL, press, screen


class Ours:
    """Whether what lies there came from this program: the platform without a screen cannot tell."""

    def __init__(self) -> None:
        self.ours = False

    def __call__(self) -> bool:
        return self.ours


@pytest.fixture
def ours() -> Ours:
    return Ours()


@pytest.fixture
def watched(qapp: QApplication, ours: Ours) -> Iterator[Clipboard]:
    made = Clipboard(qapp, ours)
    yield made
    made.deleteLater()
    QGuiApplication.clipboard().clear()


def lies_there() -> str:
    return QGuiApplication.clipboard().text()


def test_it_goes_after_half_a_minute(watched: Clipboard) -> None:
    clipboard.put("kettle anchor velvet")
    assert lies_there() == "kettle anchor velvet" and watched.timer.isActive() and watched.timer.interval() == 30_000
    watched.timer.timeout.emit()
    assert lies_there() == ""


def test_what_was_copied_since_stays(watched: Clipboard) -> None:
    clipboard.put("ours")
    QGuiApplication.clipboard().setText("of another program")
    assert not watched.timer.isActive()
    watched.timer.timeout.emit()
    watched.clear()
    assert lies_there() == "of another program"


def test_what_a_person_copied_from_a_field_goes_with_the_lock(watched: Clipboard, ours: Ours) -> None:
    QGuiApplication.clipboard().setText("copied out of a field")
    ours.ours = True
    watched.clear()
    assert lies_there() == ""


def test_secrets_ask_clipboard_managers_to_keep_no_copy(watched: Clipboard) -> None:
    hint = "x-kde-passwordManagerHint"
    clipboard.put("cells of the grid")
    assert not QGuiApplication.clipboard().mimeData().hasFormat(hint)
    clipboard.put("words of the recovery sheet", secret=True)
    assert bytes(QGuiApplication.clipboard().mimeData().data(hint).data()) == b"secret"


def test_what_lists_and_the_grid_copy_goes_with_the_lock(desk: Desk, window: MainWindow, settle: Settle) -> None:
    window.show_page("letters_grid")
    page = window.page()
    assert isinstance(page, LettersGrid)
    page.model.write({(0, 0): "Ver.di Kassel"})
    page.go_to(0, 0)
    page.view.work.copy()
    assert lies_there() == "Ver.di Kassel" and desk.locks.clipboard.timer.isActive()
    window.show_page("pickets")
    settle()
    press(Qt.Key.Key_C, CTRL, screen(window).list.table)
    assert "16 Dec 2012" in lies_there().split("\t") and desk.locks.clipboard.timer.isActive()
    desk.locks.lock(Reason.IDLE)
    settle()
    assert lies_there() == ""

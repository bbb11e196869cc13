"""Safe keeping: reached from the menu, read and left by the keyboard."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from organizer.ui.look.text import Text
from organizer.ui.look.theme import Theme
from organizer.ui.main_window import MainWindow
from organizer.ui.safe_keeping.page import SafeKeepingPage
from organizer.ui.safe_keeping.protection import CANNOT, PROTECTED, Protection
from organizer.ui.safe_keeping.sections import SECTIONS
from tests.ui.hands import press


@pytest.fixture
def page(open_window: Callable[..., MainWindow]) -> SafeKeepingPage:
    window = open_window("overview")
    window.run("safe_keeping")
    page = window.page()
    assert isinstance(page, SafeKeepingPage)
    return page


@pytest.mark.parametrize("code", [section.code for section in SECTIONS])
def test_every_section_comes_into_view(page: SafeKeepingPage, code: str) -> None:
    page.show_section(code)
    assert page.current() is page.section(code) and page.switch.value() == code
    assert page.current().isVisible()


def test_what_is_protected_and_what_is_not_stand_side_by_side_where_there_is_room(
    page: SafeKeepingPage, settle: Callable[[], None]
) -> None:
    page.show_section("protection")
    protection = page.section("protection")
    assert isinstance(protection, Protection)
    heights = []
    for width in (1366, 880):
        page.window().resize(width, 700)
        settle()
        cut = [text.text() for text in protection.findChildren(Text) if text.height() < text.heightForWidth(text.width())]
        assert not cut
        heights.append(protection.words.widget().sizeHint().height())
    assert heights[1] > heights[0] * 1.5


def test_no_promise_is_without_its_limit() -> None:
    assert len(CANNOT) >= len(PROTECTED)


def test_where_the_sections_do_not_fit_side_by_side_they_open_as_a_list(page: SafeKeepingPage, look: Theme) -> None:
    assert page.switch.words.isVisible() and not page.switch.list.isVisible()
    page.switch.words.setFocus()
    look.apply(dark=False, scale=1.5)
    page.window().resize(880, 600)
    QApplication.processEvents()
    assert page.switch.list.isVisible() and not page.switch.words.isVisible() and page.switch.list.hasFocus()
    press(Qt.Key.Key_Down)
    assert page.current() is page.section(SECTIONS[1].code) and page.switch.words.value() == SECTIONS[1].code

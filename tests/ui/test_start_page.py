"""The start page: three ways in by key and by mouse, and choices at its foot that act at once and are kept."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from organizer import i18n, paths, settings
from organizer.errors import StorageFault
from organizer.settings import Settings
from organizer.ui import appearance, file_dialogs
from organizer.ui.look.messages import ErrorBar
from organizer.ui.look.theme import Theme
from organizer.ui.start_page import StartPage, Way

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture(autouse=True)
def own_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Settings of this test alone."""
    file = tmp_path / "settings.toml"
    monkeypatch.setattr(paths, "settings_file", lambda: file)
    return file


@pytest.fixture
def page(look: Theme, qtbot: QtBot) -> Iterator[StartPage]:
    made = StartPage(Settings(theme="light"))
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    made.activateWindow()
    made.focus_first()
    yield made


def menu_of(page: StartPage, name: str) -> QMenu:
    menu = getattr(page, name)._popup
    assert isinstance(menu, QMenu)
    return menu


def test_the_first_way_waits_under_the_enter_key(page: StartPage, qtbot: QtBot) -> None:
    assert page.new.hasFocus()
    with qtbot.waitSignal(page.new_wanted):
        QTest.keyClick(page.new, Qt.Key.Key_Space)


@pytest.mark.parametrize(("key", "signal"), [(Qt.Key.Key_N, "new_wanted"), (Qt.Key.Key_T, "sample_wanted")])
def test_each_way_has_its_key(page: StartPage, qtbot: QtBot, key: Qt.Key, signal: str) -> None:
    with qtbot.waitSignal(getattr(page, signal)):
        QTest.keyClick(page, key, CTRL)


def test_tab_goes_through_the_ways_and_on_to_the_foot(page: StartPage) -> None:
    reached = []
    for _turn in range(6):
        focused = QApplication.focusWidget()
        assert focused is not None
        reached.append(focused.accessibleName())
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert reached == [
        "New campaign file",
        "Open a file",
        "Look around in a sample campaign",
        "Language: English",
        "Light",
        "Text 100 %",
    ]


def test_opening_asks_for_a_file_and_hands_it_on(
    page: StartPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    chosen = tmp_path / "branch.organizer"
    monkeypatch.setattr(file_dialogs, "ask_open", lambda _parent: chosen)
    with qtbot.waitSignal(page.open_wanted) as said:
        QTest.keyClick(page, Qt.Key.Key_O, CTRL)
    assert said.args == [chosen]


def test_thinking_better_of_it_opens_nothing(page: StartPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(file_dialogs, "ask_open", lambda _parent: None)
    with qtbot.assertNotEmitted(page.open_wanted):
        page.open.click()


def test_a_file_dropped_onto_the_page_is_opened(page: StartPage, qtbot: QtBot, tmp_path: Path) -> None:
    chosen = tmp_path / "моё.organizer"
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(chosen))])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    with qtbot.waitSignal(page.open_wanted) as said:
        page.dropEvent(QDropEvent(QPointF(5, 5), copy, data, left, Qt.KeyboardModifier.NoModifier))
    assert said.args == [chosen]


def test_dark_acts_at_once_and_is_kept(page: StartPage, qtbot: QtBot, look: Theme) -> None:
    with qtbot.waitSignal(page.settings_changed) as said:
        menu_of(page, "theme").actions()[2].trigger()
    assert look.dark
    assert said.args[0].theme == "dark"
    assert settings.load().theme == "dark"
    assert page.theme.words() == "Dark"
    assert page.new.hasFocus()


@pytest.mark.parametrize("percent", [90, 110, 125, 150])
def test_text_size_acts_at_once(page: StartPage, look: Theme, percent: int) -> None:
    choice = next(each for each in menu_of(page, "text_size").actions() if each.text() == f"Text {percent} %")
    choice.trigger()
    assert look.scale == percent / 100
    assert settings.load().text_size == percent
    assert page.text_size.words() == f"Text {percent} %"


def test_the_chosen_language_is_ticked_under_its_own_name(page: StartPage) -> None:
    ticked = [action.text() for action in menu_of(page, "language").actions() if action.isChecked()]
    assert ticked == ["English"]


def test_settings_that_cannot_be_kept_act_all_the_same_and_it_is_said(
    page: StartPage, look: Theme, own_settings: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "a file, not a folder"
    folder.write_text("")
    monkeypatch.setattr(paths, "settings_file", lambda: folder / "settings.toml")
    menu_of(page, "theme").actions()[2].trigger()
    assert look.dark
    assert any("The settings were not kept" in name for name in _names(page))


def _names(page: StartPage) -> list[str]:
    return [bar.accessibleName() for bar in page.findChildren(ErrorBar)]


def test_an_error_stands_at_the_top_until_it_is_closed(page: StartPage, qtbot: QtBot) -> None:
    page.show_error(StorageFault("The stick is gone.", "Put it in again."))
    assert _names(page) == ["The stick is gone."]


def test_arabic_turns_the_page_round(look: Theme, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(i18n, "languages", lambda: ["en_GB", "ar"])
    appearance.apply(Settings(language="ar"))
    page = StartPage(Settings(language="ar"))
    qtbot.addWidget(page)
    page.resize(1366, 768)
    page.show()
    QApplication.processEvents()
    assert page.poster.geometry().left() > page.new.mapTo(page, page.new.rect().topLeft()).x()
    assert page.language.words() == "العربية"


@pytest.mark.parametrize(("width", "height", "percent"), [(1366, 768, 100), (880, 600, 100), (880, 600, 150), (1920, 1080, 150)])
def test_every_word_has_room_at_every_size(look: Theme, qtbot: QtBot, width: int, height: int, percent: int) -> None:
    look.apply(dark=False, scale=percent / 100)
    page = StartPage(Settings(text_size=percent))
    qtbot.addWidget(page)
    page.resize(width, height)
    page.show()
    QApplication.processEvents()
    assert page.width() == width
    for way in page.findChildren(Way):
        assert way.height() >= way.heightForWidth(way.width()) - 1
    foot = (page.language, page.theme, page.text_size)
    for button in foot:
        assert button.width() >= button.sizeHint().width()
        assert page.rect().contains(button.mapTo(page, button.rect().bottomRight()))


def test_the_page_promises_the_figures_that_the_sample_has(page: StartPage) -> None:
    assert "15 pickets, 3,128 letters" in page.sample.accessibleDescription()

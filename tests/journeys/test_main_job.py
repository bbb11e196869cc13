"""The main job as one person does it: sheets brought in, three things logged, two prints made; closed, reopened, all there."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from organizer import paths
from organizer.ui import file_dialogs
from organizer.ui.charts.weeks import WeeksChart
from organizer.ui.desk import Desk
from organizer.ui.look.button import Button
from organizer.ui.look.sheet import Sheet
from organizer.ui.look.text import Text
from organizer.ui.prints.print_screen import PrintScreen
from tests.desks import until_idle
from tests.exchange.sheets import LETTERS, PICKETS
from tests.journeys.test_a_branch_begins import begin, unlock
from tests.ui.hands import ALT, CTRL, column, press, retype

PATIENCE_MS = 20_000
W = TypeVar("W", bound=QWidget)


class Person:
    """Somebody at the window: presses what can be seen by its name, types into what has a label, reads what stands there."""

    def __init__(self, desk: Desk, qtbot: QtBot) -> None:
        self.desk, self._qtbot = desk, qtbot
        self.settle = until_idle(qtbot, desk.tasks)

    def _front(self) -> QWidget:
        """The sheet that lies over the window, else the window."""
        window = self.desk.window
        assert window is not None
        return next((sheet for sheet in window.findChildren(Sheet) if sheet.isVisible()), window)

    def _in_view(self, kind: type[W]) -> list[W]:
        QApplication.processEvents()
        return [each for each in self._front().findChildren(kind) if each.isVisible()]

    def reads(self) -> set[str]:
        """All words in view."""
        return {text.text() for text in self._in_view(Text)}

    def is_told(self, beginning: str) -> bool:
        """Whether words in view begin so."""
        return any(words.startswith(beginning) for words in self.reads())

    def hears(self, kind: type[QWidget]) -> str:
        """What a screen reader says of the one thing of this kind in view."""
        (found,) = self._in_view(kind)
        return found.accessibleDescription()

    def presses(self, name: str) -> None:
        button = next(each for each in self._in_view(Button) if each.accessibleName() == name)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        self.settle()

    def picks(self, words: str) -> None:
        """Take the entry of the menu that is open."""
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        (entry,) = (action for action in menu.actions() if action.text() == words)
        QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(entry).center())
        self.settle()

    def fills(self, label: str, words: str) -> None:
        """Type over what stands in the field of this label; at the end of a line Enter takes the row on offer."""
        named = (each for each in self._in_view(QWidget) if each.accessibleName() == label)
        next(each for each in named if each.focusPolicy() & Qt.FocusPolicy.TabFocus).setFocus()
        retype(words.rstrip("\n"))
        if words.endswith("\n"):
            press(Qt.Key.Key_Return)

    def goes_to(self, number: int) -> None:
        """To a place of the side bar by its number."""
        press(Qt.Key(Qt.Key.Key_0 + number), ALT)
        self.settle()

    def sees_the_page(self) -> None:
        """Wait until the preview shows what stands in the form."""
        page = self.desk.window.page() if self.desk.window else None
        assert isinstance(page, PrintScreen)
        self._qtbot.waitUntil(lambda: not page.is_behind(), timeout=PATIENCE_MS)


@pytest.fixture
def person(desk: Desk, qtbot: QtBot) -> Person:
    return Person(desk, qtbot)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where everything goes that a save dialog asks for, under the name that it suggests."""
    monkeypatch.setattr(file_dialogs, "ask_save", lambda _parent, _title, name, _kinds: tmp_path / name)
    return tmp_path


def bring_in(person: Person, monkeypatch: pytest.MonkeyPatch, path: Path, step: str) -> None:
    """Ctrl+I, Enter, the file in the dialog, and the button that says what it will do."""
    monkeypatch.setattr(file_dialogs, "ask_sheet", lambda _parent: path)
    press(Qt.Key.Key_I, CTRL)
    press(Qt.Key.Key_Return)
    person.settle()
    person.presses(step)


def bring_in_both(person: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    bring_in(person, monkeypatch, PICKETS, "Leave out 1 row and bring in 4 pickets")
    assert "4 in this campaign" in person.reads() and person.is_told("4 pickets brought in from the sheet. A backup was made at ")
    bring_in(person, monkeypatch, LETTERS, "Bring in 3,128 letters")
    assert "3,128 letters" in person.reads() and person.is_told("3,128 letters brought in from the sheet. A backup was made at ")
    days, letters = column(person.desk.window, 0), column(person.desk.window, 4)
    assert sum(int(count) for day, count in zip(days, letters, strict=True) if day == "15 Aug 2012") == 156
    person.goes_to(1)
    assert "3,128" in person.reads()
    assert person.hears(WeeksChart).endswith("3,128 letters. The highest: 189 letters, 156 of them on 15 August.")


def quick_log(person: Person, number: int, **values: str) -> None:
    """One thing in the quick log; the last field is left by Enter, which logs it."""
    press(Qt.Key.Key_L, CTRL)
    press(Qt.Key(Qt.Key.Key_0 + number), CTRL)
    for label, words in values.items():
        person.fills(label, words)
    press(Qt.Key.Key_Return)
    person.settle()
    press(Qt.Key.Key_Escape)


def log_three(person: Person) -> None:
    quick_log(person, 1, City="London", Site="Embassy of Kazakhstan", Day="16/12/2012", Starts="12 noon", Occasion="One year on")
    quick_log(person, 2, From="Dockers' branch 7\n", To="KazMunaiGas", Day="15.8.2012", Letters="12")
    quick_log(person, 3, From="Ortsgruppe Kassel", Day="19.12.2011", Amount="20")
    person.goes_to(1)
    assert "3,140" in person.reads()


def make_leaflet(person: Person) -> None:
    """From the picket that was logged, in the list of leaflets."""
    person.goes_to(5)
    person.presses("From a picket")
    press(Qt.Key.Key_Return)
    person.settle()
    person.fills("Headline", "Free the oil workers")
    person.fills("What happened", "They asked for their **wages** and were answered with bullets.")
    person.sees_the_page()
    person.presses("Save PDF")
    person.picks("One page")


def make_release(person: Person) -> None:
    person.goes_to(6)
    person.presses("From a picket")
    press(Qt.Key.Key_Return)
    person.settle()
    person.fills("Headline", "Picket at the embassy, one year on")
    person.fills("What happened", "Supporters stand at the door of the embassy on Sunday.")
    person.sees_the_page()
    person.presses("Save PDF")
    person.picks("PDF")


def words_of(path: Path) -> str:
    """All words of a PDF, as a reader extracts them."""
    with pypdfium2.PdfDocument(path) as document:
        return " ".join(" ".join(page.get_textpage().get_text_bounded() for page in document).split())


def check_prints(folder: Path) -> None:
    (leaflet,) = folder.glob("leaflet-*.pdf")
    for words in ("free the oil workers", "answered with bullets", "16 december", "sunday, 12:00", "embassy of kazakhstan"):
        assert words in words_of(leaflet).casefold()
    (release,) = folder.glob("press-release-*.pdf")
    for words in ("picket at the embassy, one year on", "supporters stand at the door", "campaign kazakhstan"):
        assert words in words_of(release).casefold()


def check_all_there(person: Person) -> None:
    """Everything stands in its list."""
    window = person.desk.window
    assert window is not None
    person.goes_to(1)
    assert "3,140" in person.reads()
    for number, place, words, rows in (
        (2, 0, "16 Dec 2012", 5),
        (3, 1, "Dockers' branch 7", 1350),
        (4, 1, "Ortsgruppe Kassel", 1),
        (5, 0, "London, 16 Dec 2012", 1),
        (6, 2, "Picket at the embassy, one year on", 1),
    ):
        person.goes_to(number)
        found = column(window, place)
        assert words in found and len(found) == rows


def test_the_main_job(person: Person, qtbot: QtBot, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    begin(person.desk, person.settle)
    bring_in_both(person, monkeypatch)
    log_three(person)
    make_leaflet(person)
    make_release(person)
    check_prints(folder)
    path = person.desk.session.store.path
    person.desk.window.close()
    person.settle()
    assert person.desk.window is None and list(paths.backups(path).glob("*.organizer"))
    again = Person(Desk(person.desk.settings, folder / "scratch"), qtbot)
    again.desk.start(path)
    again.settle()
    again.desk.page.activateWindow()
    unlock(again.desk, again.settle)
    check_all_there(again)
    again.desk.window.close()
    again.settle()

"""Settings: what is chosen reaches the session at once; the branch's name goes into the file; About names whose work it is."""

import sys
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from organizer import i18n
from organizer.store.store import Store
from organizer.ui.about import OWED, About
from organizer.ui.look.text import Text
from organizer.ui.main_window import MainWindow
from organizer.ui.session import Session
from organizer.ui.settings_sheet import SettingsSheet
from tests import factories
from tests.ui.hands import retype

Opens = Callable[..., MainWindow]
Settle = Callable[[], None]


@pytest.fixture
def sheet(open_window: Opens, settle: Settle, session: Session) -> SettingsSheet:
    window = open_window("targets")
    window.settings()
    settle()
    (made,) = window.findChildren(SettingsSheet)
    return made


def words_of(widget: About | SettingsSheet) -> list[str]:
    QApplication.processEvents()
    return [text.text() for text in widget.findChildren(Text) if text.text()]


@pytest.mark.parametrize(
    ("part", "code", "name", "value"), [("theme", "dark", "theme", "dark"), ("text_size", "125", "text_size", 125)]
)
def test_what_is_chosen_reaches_the_session_at_once(
    sheet: SettingsSheet, session: Session, part: str, code: str, name: str, value: object
) -> None:
    said: list[object] = []
    session.settings_changed.connect(lambda: said.append(getattr(session.settings, name)))
    getattr(sheet, part).chosen.emit(code)
    assert said == [value]


def test_the_language_in_force_is_shown_also_where_the_system_gives_it(sheet: SettingsSheet) -> None:
    assert sheet.language.value() == i18n.SOURCE_LANGUAGE


def test_the_branch_is_kept_in_the_file_and_stands_beside_what_is_logged(sheet: SettingsSheet, file: Store) -> None:
    assert sheet.branch.text() == "Berlin"
    sheet.branch.setFocus()
    retype("Ortsgruppe Kassel")
    QTest.keyClick(sheet.branch, Qt.Key.Key_Tab)
    assert file.meta("branch") == "Ortsgruppe Kassel"
    factories.letter(file)
    assert file.lately(1)[0].origin == "Ortsgruppe Kassel"


def test_it_says_where_the_backups_lie(sheet: SettingsSheet, file: Store) -> None:
    words = words_of(sheet)
    assert "No backup yet. One is made at closing, as soon as something has changed." in words
    assert any(f"{file.path.stem} backups" in each for each in words)


def test_it_says_when_the_last_backup_was_made(open_window: Opens, settle: Settle, file: Store) -> None:
    file.back_up()
    window = open_window("targets")
    window.settings()
    (sheet,) = window.findChildren(SettingsSheet)
    assert any(each.startswith("Last backup today") for each in words_of(sheet))


def test_about_names_everybody_whose_work_it_is(open_window: Opens, settle: Settle) -> None:
    window = open_window("targets")
    window.settings()
    (sheet,) = window.findChildren(SettingsSheet)
    sheet.about.click()
    (about,) = window.findChildren(About)
    words = " ".join(words_of(about))
    for owed in (
        "GeoNames",
        "CC BY 4.0",
        "Natural Earth",
        "Lucide",
        "ISC",
        "SIL Open Font License",
        "Electronic Frontier Foundation",
        "GNU",
    ):
        assert owed in words
    assert len(OWED) >= 6
    QTest.keyClick(about, Qt.Key.Key_Escape)
    assert not about.isVisible()


def test_everything_has_a_name_for_screen_readers(sheet: SettingsSheet) -> None:
    for part in (sheet.language, sheet.theme, sheet.text_size, sheet.branch):
        assert part.accessibleName()


def test_after_how_long_it_locks_is_chosen_here(sheet: SettingsSheet, session: Session) -> None:
    assert [sheet.lock.itemText(row) for row in (0, 2, 6)] == ["After 1 minute", "After 5 minutes", "Never"]
    assert sheet.lock.value() == "5" and sheet.lock.accessibleName() == "Lock by itself"
    sheet.lock.setCurrentIndex(6)
    sheet.lock.activated.emit(6)
    assert session.settings.lock_minutes == 0


def test_nothing_is_promised_that_the_system_cannot_do(sheet: SettingsSheet) -> None:
    assert sheet.unrecorded.isVisibleTo(sheet) is (sys.platform in ("win32", "darwin"))

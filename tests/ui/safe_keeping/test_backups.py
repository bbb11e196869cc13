"""Backups in the window: the list, one more, what differs, and an older state of the file back in its place."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from organizer.store.store import Store
from organizer.ui.main_window import MainWindow
from organizer.ui.safe_keeping.backup_words import comparison
from organizer.ui.safe_keeping.backups import BackupsSection
from organizer.ui.safe_keeping.comparison import Comparison
from organizer.ui.safe_keeping.restore_sheet import RestoreSheet
from organizer.ui.session import Session
from tests import factories

Opens = Callable[..., MainWindow]
Settle = Callable[[], None]


def section(window: MainWindow) -> BackupsSection:
    found = window.page().section("backups")
    assert isinstance(found, BackupsSection)
    return found


def test_the_foot_of_the_side_bar_leads_to_the_backups(open_window: Opens, settle: Settle) -> None:
    window = open_window("overview")
    window.side.backup_button.setFocus()
    QTest.keyClick(window.side.backup_button, Qt.Key.Key_Space)
    settle()
    assert window.stack.code == "safe_keeping"
    assert section(window).isVisible()


def test_backing_up_adds_a_row_that_says_what_is_in_it(open_window: Opens, settle: Settle, file: Store) -> None:
    factories.picket(file)
    shown = section(open_window("safe_keeping"))
    assert shown.table.model().rowCount() == 0 and not shown.restore.isEnabled()
    shown.make.click()
    settle()
    (kept,) = shown.table.model_.rows
    assert kept.same_key and kept.counts is not None and kept.counts["picket"] == 1
    cells = [shown.table.model().index(0, column).data() for column in range(5)]
    assert cells[1:4] == ["1", "0", "0"]
    assert shown.restore.isEnabled()


def test_a_backup_under_an_earlier_passphrase_is_listed_as_such(open_window: Opens, settle: Settle, file: Store) -> None:
    made = file.back_up()
    made.path.write_bytes(b"another salt ....." + made.path.read_bytes()[18:])
    shown = section(open_window("safe_keeping"))
    settle()
    (kept,) = shown.table.model_.rows
    assert not kept.same_key and kept.counts is None


def opened_sheet(window: MainWindow, settle: Settle) -> RestoreSheet:
    section(window).open_restore()
    settle()
    (sheet,) = window.findChildren(RestoreSheet)
    return sheet


def test_what_differs_is_shown_before_anything_is_done(open_window: Opens, settle: Settle, file: Store, session: Session) -> None:
    letters = [factories.letter(file) for _each in range(3)]
    factories.donation(file, amount_minor=50_00)
    file.back_up()
    file.delete(letters[0])
    factories.donation(file, amount_minor=40_00)
    wanted: list[object] = []
    session.exchange_wanted.connect(wanted.append)
    sheet = opened_sheet(open_window("safe_keeping"), settle)
    said = sheet.findChildren(Comparison)[0].accessibleDescription()
    assert "1 more" in said and "1 fewer" in said and "£\xa040.00 less" in said
    assert wanted == [] and sheet.go.words() == "Restore this backup"
    assert sheet.window().focusWidget() is sheet.go, "Enter is written on it, and must not mean Cancel"
    sheet.press()
    assert len(wanted) == 1 and sheet.isHidden()


def test_a_file_that_cannot_be_opened_is_restored_with_the_backups_passphrase(
    open_window: Opens, settle: Settle, session: Session, tmp_path: Path, file: Store
) -> None:
    from organizer.store.opening import create_file

    other = create_file(tmp_path / "other.organizer", "six quiet words")
    factories.picket(other)
    other.close()
    path = other.path
    path.write_bytes(b"")
    window = open_window("overview")
    sheet = RestoreSheet(window, path, session.tasks)
    sheet.show_over()
    restored: list[Store] = []
    sheet.restored.connect(restored.append)
    assert not sheet.go.isEnabled()
    sheet.passphrase.set_text("wrong")
    sheet.press()
    settle()
    assert restored == [] and sheet._looked is None
    sheet.passphrase.set_text("six quiet words")
    sheet.press()
    settle()
    sheet.press()
    settle()
    assert restored == [] and sheet.go.words() == "Open the file"
    sheet.press()
    assert [store.path for store in restored] == [path]
    assert restored[0].counts()["picket"] == 1
    restored[0].close(back_up=False)


def test_without_any_backup_the_sheet_says_where_to_look(
    open_window: Opens, session: Session, tmp_path: Path, settle: Settle
) -> None:
    sheet = RestoreSheet(open_window("overview"), tmp_path / "gone.organizer", session.tasks)
    sheet.show_over()
    assert "no backup" in sheet._state.text() and not sheet.go.isEnabled()
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    settle()


def test_the_comparison_leaves_out_what_nobody_has_and_sums_up_the_rest() -> None:
    now = {"letter": 2, "money EUR": 100, "city": 3, "journal": 9, "picket": 0}
    then = {"letter": 1, "money EUR": 100, "city": 4, "journal": 5}
    lines = [(line.name, line.difference) for line in comparison(now, then)]
    assert lines == [("Entries of the letter book", "1 fewer"), ("Donations in EUR", ""), ("Everything else", "1 more")]
    assert [line.now for line in comparison(None, then)] == ["", "", ""]


def test_what_a_backup_has_none_of_is_compared_too() -> None:
    lines = comparison({"person": 4, "compartment": 1, "sealed": 4}, {"person": 0, "compartment": 0, "sealed": 0})
    assert [(line.name, line.difference) for line in lines] == [("People", "4 fewer"), ("Compartments", "1 fewer")]

"""Single records out of a backup, the other disk and the archive for any program, through the window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from organizer.exchange import open_backup_monthly as monthly
from organizer.records.organisation import Organisation
from organizer.records.picket import Picket
from organizer.store import second_medium
from organizer.store.kept_backups import kept_backups
from organizer.store.listing import ListQuery
from organizer.store.store import Store
from organizer.ui.history import HistorySheet
from organizer.ui.main_window import MainWindow
from organizer.ui.safe_keeping.backups import BackupsSection
from organizer.ui.safe_keeping.lost_sheet import LostSheet
from organizer.ui.safe_keeping.open_archive import OpenArchiveSheet
from organizer.ui.safe_keeping.record_sheet import RecordSheet
from organizer.ui.screens.address_book import AddressBook
from organizer.ui.session import Session
from tests import factories

Opens = Callable[..., MainWindow]
Settle = Callable[[], None]


def section(window: MainWindow) -> BackupsSection:
    found = window.page().section("backups")
    assert isinstance(found, BackupsSection)
    return found


def test_a_deleted_record_comes_back_and_undo_takes_it_away_again(open_window: Opens, settle: Settle, file: Store) -> None:
    picket = factories.picket(file, occasion="Vigil")
    file.back_up()
    file.delete(file.get(Picket, picket.id))
    window = open_window("safe_keeping")
    section(window).open_find()
    settle()
    (sheet,) = window.findChildren(LostSheet)
    assert [lost.uid for lost in sheet.rows()] == [picket.uid]
    sheet.back.click()
    settle()
    assert file.by_uid(Picket, picket.uid).occasion == "Vigil"
    assert sheet.rows() == [] and not sheet.back.isEnabled()
    assert window.messages.bar.words() == "Record brought back from a backup"
    sheet.dismiss()
    window.undo()
    settle()
    assert file.listing(ListQuery(Picket)).count == 0


def test_a_backup_in_which_nothing_more_lies_leaves_the_keyboard_at_close(
    open_window: Opens, settle: Settle, session: Session, file: Store
) -> None:
    file.back_up()
    window = open_window("safe_keeping")
    sheet = LostSheet(window, session, kept_backups(file)[0])
    sheet.show_over()
    settle()
    assert not sheet.table.isVisible() and QApplication.focusWidget() is sheet.close_button
    sheet.dismiss()


def test_history_leads_to_how_the_record_stood_in_a_backup(open_window: Opens, settle: Settle, file: Store) -> None:
    organisation = factories.organisation(file, name="Dockers", notes="ring after six")
    file.back_up()
    file.back_up()
    changed = file.get(Organisation, organisation.id)
    changed.name, changed.notes = "Dokers", "never ring"
    file.save(changed)
    window = open_window("address_book")
    assert isinstance(window.page(), AddressBook)
    window.to.record(Organisation, organisation.id)
    settle()
    window.page().show_history()
    window.findChildren(HistorySheet)[0].from_backup.click()
    settle()
    (sheet,) = window.findChildren(RecordSheet)
    assert sheet.states.count() == 1  # two backups of one state
    assert set(sheet.boxes) == {"name", "notes"}
    assert "never ring" in sheet.boxes["notes"].text() and "ring after six" in sheet.boxes["notes"].text()
    sheet.boxes["name"].setChecked(False)
    sheet.go.click()
    settle()
    now = file.get(Organisation, organisation.id)
    assert (now.name, now.notes) == ("Dokers", "ring after six")


def test_a_folder_on_another_disk_gets_the_last_backup_at_once(
    open_window: Opens, settle: Settle, file: Store, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    shown = section(open_window("safe_keeping"))
    shown.other_disk.use(stick)
    settle()
    assert len(list(stick.glob("*.organizer"))) == 1
    assert shown.other_disk.copy.isVisible()
    shown.other_disk.leave.click()
    assert second_medium.second_medium(file) is None and not shown.other_disk.copy.isVisible()


def test_a_late_copy_is_told_at_the_foot_until_it_is_left_alone(
    open_window: Opens, settle: Settle, file: Store, tmp_path: Path
) -> None:
    file.back_up()
    second_medium.choose(file, tmp_path / "stick")
    medium = second_medium.second_medium(file)
    assert medium is not None
    second_medium._note(file, replace(medium, last=(datetime.now(UTC) - timedelta(days=9)).isoformat()))
    window = open_window("safe_keeping")
    assert window.side.backup_button.words() == "Other disk: 9 days"
    shown = section(window)
    assert "9 days old" in shown.other_disk._state.text() and not shown.other_disk.copy.isEnabled()
    shown.other_disk.later.click()
    settle()
    assert window.side.backup_button.words().startswith("Backup")


def test_a_full_stick_is_told_once_and_the_backup_stands(
    open_window: Opens, settle: Settle, file: Store, tmp_path: Path, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "stick").mkdir()
    second_medium.choose(file, tmp_path / "stick")

    def full(*_anything: object) -> None:
        raise OSError(28, "no room")

    monkeypatch.setattr("shutil.copyfileobj", full)
    window = open_window("overview")
    window.back_up()
    settle()
    assert window.messages.error is not None and file.last_backup() is not None
    window.messages.close_error()
    window.back_up()
    settle()
    assert window.messages.error is None


def test_an_archive_for_any_program_is_made_and_from_then_on_each_month(
    open_window: Opens, settle: Settle, file: Store, session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    window = open_window("safe_keeping")
    section(window).archive.open_sheet()
    (sheet,) = window.findChildren(OpenArchiveSheet)
    sheet.press()
    assert list(tmp_path.glob("*.age")) == []
    sheet.secret.draw()
    sheet.monthly.setChecked(True)
    path = tmp_path / "all.zip.age"
    with qtbot.waitSignal(session.backed_up, timeout=60_000):  # deriving its key is slow on purpose
        sheet.make(path)
    settle()
    assert path.stat().st_size > 1000
    assert monthly.is_on(file) and not monthly.is_due(file, session.today()) and monthly.is_due(file, date(2013, 1, 1))
    assert section(window).archive.stop.isVisible()
    section(window).archive.stop.click()
    assert not monthly.is_on(file)


def test_an_archive_that_cannot_be_written_is_told_in_the_sheet(
    open_window: Opens, settle: Settle, session: Session, tmp_path: Path
) -> None:
    window = open_window("safe_keeping")
    section(window).archive.open_sheet()
    (sheet,) = window.findChildren(OpenArchiveSheet)
    sheet.secret.draw()
    failed = QSignalSpy(session.failed)
    sheet.make(tmp_path / "nowhere" / "all.zip.age")
    settle()
    assert sheet.isVisible() and len(sheet._results.shown) == 1 and failed.count() == 0

"""A damaged file: from the refusal at unlocking to what could be read in a new file, or back again."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from organizer.store.opening import create_file
from organizer.ui import file_dialogs
from organizer.ui.look.text import Text
from organizer.ui.patience import Patience
from organizer.ui.rescue import RescueSheet
from organizer.ui.safe_keeping.restore_sheet import RestoreSheet
from organizer.ui.tasks import Tasks
from organizer.ui.unlock import Unlock
from tests import factories

RIGHT = "kettle anchor velvet"


@pytest.fixture(autouse=True)
def nothing_was_wrong_yet(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Patience, "wrong", 0)


@pytest.fixture
def damaged(tmp_path: Path) -> Path:
    """A file with 30 organisations and a backup, whose first page cannot be read."""
    path = tmp_path / "branch.organizer"
    store = create_file(path, RIGHT)
    for number in range(30):
        factories.organisation(store, name=f"Branch {number}")
    store.close()
    data = bytearray(path.read_bytes())
    data[300] ^= 1
    path.write_bytes(data)
    return path


def words_in(widget: QWidget) -> str:
    return " ".join(text.text() for text in widget.findChildren(Text) if text.isVisibleTo(widget))


def refused(window: QWidget, tasks: Tasks, settled: Callable[[], None], path: Path) -> tuple[Unlock, RescueSheet]:
    unlock = Unlock(window, path, tasks)
    unlock.show_over()
    settled()
    assert not unlock.rescue.isVisibleTo(unlock)
    unlock.passphrase.set_text(RIGHT)
    unlock.try_it()
    settled()
    assert unlock.rescue.isVisibleTo(unlock)
    unlock.rescue.click()
    settled()
    (sheet,) = window.findChildren(RescueSheet)
    return unlock, sheet


def test_what_can_be_read_comes_into_a_new_file_that_opens(
    window: QWidget, tasks: Tasks, settled: Callable[[], None], damaged: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    unlock, sheet = refused(window, tasks, settled, damaged)
    new = damaged.with_name("saved.organizer")
    monkeypatch.setattr(file_dialogs, "ask_new", lambda *_words: new)
    sheet.passphrase.set_text("another")
    sheet.save.click()
    settled()
    assert not new.exists()
    sheet.passphrase.set_text(RIGHT)
    sheet.save.click()
    settled()
    told = words_in(sheet)
    assert "Organisations" in told
    assert "30" in told.split()
    assert sheet.passphrase.text() == ""
    wanted: list[Path] = []
    unlock.other_wanted.connect(wanted.append)
    sheet.go_on.click()
    assert wanted == [new]


def test_whoever_closes_it_is_back_at_unlocking(
    window: QWidget, tasks: Tasks, settled: Callable[[], None], damaged: Path
) -> None:
    unlock, sheet = refused(window, tasks, settled, damaged)
    assert unlock.isHidden()
    sheet.cancel.click()
    assert unlock.isVisible()


def test_a_backup_is_offered_and_its_sheet_leads_back(
    window: QWidget, tasks: Tasks, settled: Callable[[], None], damaged: Path
) -> None:
    _unlock, sheet = refused(window, tasks, settled, damaged)
    assert "The newest one beside the file" in words_in(sheet)
    sheet.backup.click()
    settled()
    (backups,) = window.findChildren(RestoreSheet)
    assert sheet.isHidden()
    backups.dismiss()
    assert sheet.isVisible()


def test_a_restored_backup_is_handed_on_as_the_open_file(
    window: QWidget, tasks: Tasks, settled: Callable[[], None], damaged: Path
) -> None:
    unlock, sheet = refused(window, tasks, settled, damaged)
    opened = []
    unlock.opened.connect(opened.append)
    sheet.backup.click()
    settled()
    (backups,) = window.findChildren(RestoreSheet)
    backups.passphrase.set_text(RIGHT)
    for _step in range(3):
        backups.press()
        settled()
    (store,) = opened
    assert store.path == damaged
    store.close(back_up=False)

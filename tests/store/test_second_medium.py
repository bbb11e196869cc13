"""Backups on another disk: copied and proved when the disk is there, thinned the same way, and never in the way of the first."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from organizer.errors import StorageFault
from organizer.store import second_medium
from organizer.store.opening import open_file
from organizer.store.second_medium import SecondMedium
from organizer.store.store import Store
from tests import factories


@pytest.fixture
def stick(store: Store, tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    second_medium.choose(store, folder)
    return folder


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_every_backup_goes_there_too_and_opens(store: Store, stick: Path, passphrase: str | None) -> None:
    factories.picket(store)
    made = store.back_up()
    assert names(stick) == [made.path.name]
    copy = open_file(stick / made.path.name, passphrase)
    assert copy.counts()["picket"] == 1
    copy.close(back_up=False)
    medium = second_medium.second_medium(store)
    assert medium is not None and medium.last_utc() is not None and medium.fault is None


def test_closing_takes_a_copy_along(store: Store, stick: Path) -> None:
    factories.picket(store)
    store.close()
    assert len(names(stick)) == 1


def test_a_stick_that_is_not_there_is_no_fault(store: Store, stick: Path) -> None:
    stick.rmdir()
    made = store.back_up()
    assert made.path.exists()
    medium = second_medium.second_medium(store)
    assert medium is not None and medium.fault is None and not medium.last
    with pytest.raises(StorageFault, match="not there"):
        second_medium.copy_there(store, made)


def test_a_full_stick_is_noted_and_the_backup_stands(store: Store, stick: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_anything: object) -> None:
        raise OSError(28, "no room")

    monkeypatch.setattr("shutil.copyfileobj", full)
    made = store.back_up()
    assert made.path.exists() and names(stick) == []
    medium = second_medium.second_medium(store)
    assert medium is not None and medium.fault is not None and "full" in medium.fault[0]
    monkeypatch.undo()
    store.back_up()
    medium = second_medium.second_medium(store)
    assert medium is not None and medium.fault is None and len(names(stick)) == 1


def test_a_copy_that_came_out_wrong_is_not_kept(store: Store, stick: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = store.back_up()
    (stick / made.path.name).unlink()

    def torn(source: object, target: object, _length: int) -> None:
        target.write(source.read()[:-5000] + bytes(5000))  # type: ignore[attr-defined]

    monkeypatch.setattr("shutil.copyfileobj", torn)
    store.back_up()
    assert names(stick) == []
    medium = second_medium.second_medium(store)
    assert medium is not None and medium.fault is not None


def test_it_is_thinned_the_same_way(store: Store, stick: Path, passphrase: str | None) -> None:
    store.set_meta("backups", "20")
    begins = store.back_up().path.read_bytes()[:100]
    old = [stick / f"branch 00000{number} 2011-01-01 1{number}.00.00.organizer" for number in (7, 8)]
    for path in old:
        path.write_bytes(begins)
    store.back_up()
    assert [path.exists() for path in old] == [passphrase is None, True]


def test_the_folder_of_the_file_itself_is_no_second_medium(store: Store, tmp_path: Path) -> None:
    made = store.back_up()
    for folder in (tmp_path, made.path.parent):
        with pytest.raises(StorageFault, match="anyway"):
            second_medium.choose(store, folder)
    assert second_medium.second_medium(store) is None
    assert second_medium.is_on_same_disk(store, tmp_path)


def test_who_is_late_is_reminded_once_a_week_at_most(store: Store, stick: Path) -> None:
    now = datetime.now(UTC)

    def medium(days: float, quiet: float = 0) -> SecondMedium:
        last = (now - timedelta(days=days)).isoformat()
        return SecondMedium("x", last=last, quiet_until=(now + timedelta(days=quiet)).isoformat() if quiet else "")

    assert [medium(days).days_late(now) for days in (1, 6.9, 9.1)] == [0, 0, 9]
    assert medium(9, quiet=1).days_late(now) == 0 and medium(9, quiet=-1).days_late(now) == 9
    second_medium.leave_alone(store)
    kept = second_medium.second_medium(store)
    assert kept is not None and kept.days_late(now + timedelta(days=7, hours=-1)) == 0
    assert kept.days_late(now + timedelta(days=8)) == 8
    second_medium.leave_out(store)
    assert second_medium.second_medium(store) is None

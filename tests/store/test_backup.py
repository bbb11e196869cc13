"""Backups: only a copy that was opened, checked and counted again gets a name; old ones are thinned by age."""

from __future__ import annotations

import os
import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from organizer import paths
from organizer.errors import DamagedFile, UserError
from organizer.records.organisation import Organisation
from organizer.store import backup, checks
from organizer.store.backup import Backup
from organizer.store.listing import ListQuery
from organizer.store.opening import create_file, open_file
from organizer.store.store import Store
from tests import factories


def in_folder(store: Store) -> list[Path]:
    return sorted(paths.backups(store.path).glob("*"))


def test_a_backup_opens_with_the_same_passphrase_and_holds_everything(store: Store, passphrase: str | None) -> None:
    factories.donation(store, amount_minor=12_50)
    factories.organisation(store, name="Dockers")
    made = store.back_up()
    assert made.counts["money GBP"] == 12_50
    assert made.counts["organisation"] == 1
    assert made.path.stat().st_mode & 0o777 == 0o600
    copy = open_file(made.path, passphrase)
    assert [found.name for found in copy.listing(ListQuery(Organisation)).records(0, 5)] == ["Dockers"]
    copy.close(back_up=False)


def test_a_backup_of_an_encrypted_file_is_encrypted(store: Store, passphrase: str | None) -> None:
    factories.organisation(store, name="Dockers")
    assert (b"Dockers" in store.back_up().path.read_bytes()) == (passphrase is None)


def test_closing_backs_up_only_what_was_changed(store: Store, passphrase: str | None) -> None:
    factories.organisation(store)
    store.close()
    assert len(in_folder(store)) == 1
    again = open_file(store.path, passphrase)
    again.set_meta("campaign", "x")
    again.close()
    assert len(in_folder(store)) == 1


def test_the_last_backup_is_remembered(store: Store) -> None:
    assert store.last_backup() is None
    made = store.back_up()
    last = store.last_backup()
    assert last is not None
    assert (last, last.counts) == (made, made.counts)


def test_a_copy_that_does_not_count_like_the_file_is_not_kept(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    counted = iter([{"letter": 3}, {"letter": 2}])
    monkeypatch.setattr(checks, "counts", lambda _connection: next(counted))
    with pytest.raises(DamagedFile, match="did not come out like the file"):
        store.back_up()
    assert in_folder(store) == []
    assert store.last_backup() is None


@pytest.mark.parametrize("at", [8, 200], ids=["salt", "page"])
def test_an_encrypted_copy_with_a_flipped_bit_is_not_kept(tmp_path: Path, at: int) -> None:
    store = create_file(tmp_path / "branch.organizer", "kettle anchor velvet")
    factories.organisation(store, notes="x" * 50_000)
    with store._lane.bare() as bare:
        copy = backup.copy(bare, paths.backups(store.path))
    data = bytearray(copy.path.read_bytes())
    data[at] ^= 1
    copy.path.write_bytes(data)
    with pytest.raises(UserError, match="damaged"):
        backup.keep(copy, store._key, stem="branch", number=1)
    assert in_folder(store) == []
    store.close(back_up=False)


def test_the_backups_of_another_file_of_the_same_name_are_never_overwritten(store: Store) -> None:
    store.back_up()
    store.set_meta("backups", "0")
    store.back_up()
    assert [made.number for made in backup.in_folder(paths.backups(store.path), "branch")] == [2, 1]


def test_an_undamaged_file_passes_its_check(store: Store) -> None:
    factories.picket(store)
    store.check()


def made(days_ago: float, number: int) -> Backup:
    return Backup(Path(f"{number}"), datetime(2012, 12, 31, 12, tzinfo=UTC) - timedelta(days=days_ago), number)


def test_all_of_two_days_are_kept() -> None:
    half_hourly = [made(step / 48, 1000 - step) for step in range(90)]
    assert backup.to_keep(half_hourly) == half_hourly


def test_of_a_year_of_half_hours_the_last_of_days_weeks_and_months_are_kept() -> None:
    year = [made(step / 8, 10_000 - step) for step in range(365 * 8)]
    kept = backup.to_keep(year)
    ages = [(year[0].at_utc - each.at_utc).total_seconds() / 86400 for each in kept]
    assert sum(age < 2 for age in ages) == 16
    assert 20 <= sum(age >= 2 for age in ages) <= 12 + 10 + 9
    assert max(ages) > 240
    assert kept == sorted(kept, key=lambda each: -each.number)


def test_a_clock_that_was_set_back_costs_no_backup_of_today() -> None:
    before = [made(0, 5), made(0.1, 4)]
    after_set_back = [made(400, 7), made(400.1, 6)]
    assert backup.to_keep([*after_set_back, *before]) == [*after_set_back, *before]


def test_thinning_touches_nothing_else_in_the_folder(store: Store) -> None:
    begins = store.back_up().path.read_bytes()[:100]
    folder = paths.backups(store.path)
    others = [folder / name for name in ("holiday.organizer", "branch 000001 2012-13-32 12.00.00.organizer")]
    ancient = aged(folder, begins)
    for other in others:
        other.write_bytes(begins)
    store.back_up()
    assert [path.exists() for path in (*others, *ancient)] == [True, True, False, False, True]


def aged(folder: Path, begins: bytes) -> list[Path]:
    """Three backups of one day long ago, of which one is to be kept."""
    ancient = [folder / backup.name_of("branch", number, made(400 - number / 100, 1).at_utc) for number in (1, 2, 3)]
    for path in ancient:
        path.write_bytes(begins)
    return ancient


def test_on_a_stick_the_backups_of_another_branchs_file_of_this_name_are_left_alone(
    tmp_path: Path, store: Store, passphrase: str | None
) -> None:
    stick = tmp_path / "stick"
    (tmp_path / "theirs").mkdir()
    theirs = create_file(tmp_path / "theirs" / "branch.organizer", passphrase)
    begins = theirs.back_up(stick).path.read_bytes()[:100]
    theirs.close(back_up=False)
    ancient = aged(stick, begins)
    store.back_up(stick)
    assert all(path.exists() for path in ancient)


def test_others_go_on_working_while_a_large_file_is_copied(store: Store, passphrase: str | None) -> None:
    with store._lane.bare() as bare:
        bare.execute("BEGIN")
        bare.executemany("INSERT INTO picture VALUES (?, ?)", ((f"{n:064x}", os.urandom(100_000)) for n in range(120)))
        bare.execute("COMMIT")
    saved, ended = [0], threading.Event()

    def work() -> None:
        while not ended.is_set():
            factories.organisation(store, name=f"Dockers {saved[0]}")
            saved[0] += 1

    worker = threading.Thread(target=work)
    worker.start()
    made = store.back_up()
    meanwhile = saved[0]
    ended.set()
    worker.join()
    assert meanwhile > 1 and store.needs_backup()
    copy = open_file(made.path, passphrase)
    copy.check()
    found = copy.counts()
    assert found == made.counts and 0 < found["organisation"] <= saved[0] and found["picture"] == 120
    copy.close(back_up=False)


def test_a_closed_file_needs_no_backup(store: Store) -> None:
    factories.picket(store)
    assert store.needs_backup()
    store.close(back_up=False)
    assert not store.needs_backup()

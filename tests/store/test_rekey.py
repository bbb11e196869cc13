"""Another passphrase: everything comes over, the old one opens the backups alone, and no kill leaves a file that none opens."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from organizer import paths
from organizer.errors import DamagedFile, StorageFault, Unfinished, WrongPassphrase
from organizer.records.campaign import Campaign
from organizer.store import checks, rekey
from organizer.store.key import new_key
from organizer.store.opening import create_file, is_plain, open_file
from organizer.store.store import Store
from tests.conftest import PASSPHRASE
from tests.factories import campaign, donation

NEW = "seven grey lanterns"
ROOT = Path(__file__).resolve().parents[2]


def contents(store: Store) -> dict[str, int]:
    with store._lane.bare() as bare:
        return {name: number for name, number in checks.counts(bare).items() if name != "meta"}


def test_the_new_passphrase_opens_all_of_it_and_the_old_one_nothing(store: Store) -> None:
    campaign(store, name="Kazakhstan")
    donation(store, amount_minor=12_50)
    before = contents(store)
    store.change_passphrase(NEW)
    assert contents(store) == before
    assert [hit.kind for hit in store.search("Kazakhstan")] == [Campaign]
    store.close()
    assert not is_plain(store.path)
    again = open_file(store.path, NEW)
    again.check()
    assert contents(again) == before
    again.undo()
    again.close()
    assert [path.name for path in store.path.parent.glob(".*")] == []


def test_the_backup_made_before_opens_with_the_old_one_and_the_next_with_the_new(tmp_path: Path) -> None:
    store = create_file(tmp_path / "branch.organizer", PASSPHRASE)
    campaign(store)
    store.change_passphrase(NEW)
    assert store.needs_backup()
    store.close()
    newest, older = sorted(paths.backups(store.path).glob("*.organizer"), reverse=True)
    open_file(older, PASSPHRASE).close(back_up=False)
    open_file(newest, NEW).close(back_up=False)


def test_what_waits_for_the_file_meanwhile_goes_on_with_it(store: Store) -> None:
    saved = campaign(store, name="Kazakhstan")
    read: list[str] = []
    done = threading.Event()

    def reader() -> None:
        while not done.is_set():
            read.append(store.get(Campaign, saved.id).name)

    thread = threading.Thread(target=reader)
    thread.start()
    store.change_passphrase(NEW)
    done.set()
    thread.join()
    assert set(read) == {"Kazakhstan"}
    assert campaign(store, name="Later").name == "Later"
    assert store.what_happened() is None


def test_a_copy_that_is_not_the_same_is_not_taken(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    donation(store, amount_minor=12_50)
    monkeypatch.setattr(rekey, "_CARRIED", ("application_id",))
    monkeypatch.setattr(rekey, "_shape", lambda connection: connection.execute("PRAGMA user_version").fetchone())
    with pytest.raises(DamagedFile, match="the old one stays"):
        store.change_passphrase(NEW)
    assert list(store.path.parent.glob(".*.new*")) == []
    assert campaign(store, name="Goes on").name == "Goes on"


def test_a_file_that_cannot_be_put_in_its_place_stays_as_it_was(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_self: Path, _target: Path) -> Path:
        raise OSError(28, "full")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(StorageFault):
        store.change_passphrase(NEW)
    monkeypatch.undo()
    assert campaign(store, name="Goes on").name == "Goes on"
    assert store.what_happened() is None


def test_what_a_killed_change_left_behind_goes_at_the_next_opening(tmp_path: Path) -> None:
    store = create_file(tmp_path / "branch.organizer", PASSPHRASE)
    with store._lane.bare() as bare:
        left = rekey.exported(bare, store.path, new_key(NEW))
    store.close(back_up=False)
    assert left.exists()
    open_file(store.path, PASSPHRASE).close(back_up=False)
    assert not left.exists()


@pytest.mark.parametrize("beginning", [bytes(16), b"SQLite format 3\x00", b"%PDF-1.7 %sixteen", b"all of it is txt"])
def test_with_the_key_a_file_opens_whatever_stands_in_its_first_16_bytes(tmp_path: Path, beginning: bytes) -> None:
    store = create_file(tmp_path / "branch.organizer", PASSPHRASE)
    campaign(store, name="Kazakhstan")
    key = store.key()
    store.close(back_up=False)
    store.path.write_bytes(beginning[:16] + store.path.read_bytes()[16:])
    again = open_file(store.path, key=key)
    assert len(again.search("Kazakhstan")) == 1
    again.check()
    again.close(back_up=False)


def test_only_the_right_passphrase_gives_the_key_and_after_a_change_the_old_one_opens_nothing(tmp_path: Path) -> None:
    store = create_file(tmp_path / "branch.organizer", PASSPHRASE)
    assert store.key_by(PASSPHRASE) == store.key()
    store.change_passphrase(NEW)
    assert store.key_by(NEW) == store.key()
    with pytest.raises(WrongPassphrase):
        store.key_by(PASSPHRASE)
    store.close(back_up=False)
    with pytest.raises(WrongPassphrase):
        open_file(store.path, PASSPHRASE)


def test_killed_at_every_second_line_of_it_either_passphrase_opens_the_whole_file(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.store.killed_rekey", str(tmp_path)], cwd=ROOT, capture_output=True, text=True, check=True
    )
    outcome = json.loads(done.stdout)
    assert outcome["moments"] >= 20
    assert outcome["old"] >= 10 and outcome["new"] >= 3
    assert outcome["neither"] == outcome["damaged"] == 0


def test_a_disk_that_fails_right_after_the_change_does_not_deny_that_the_new_passphrase_is_in_force(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(path: Path) -> None:
        raise StorageFault("The disk failed.", "Look after it.")

    monkeypatch.setattr(rekey, "settled", fails)
    with pytest.raises(Unfinished, match="opens the file from now on"):
        store.change_passphrase(NEW)
    campaign(store, name="Kazakhstan")
    store.close(back_up=False)
    opened = open_file(store.path, NEW)
    assert opened.needs_backup()
    opened.close(back_up=False)

"""What happens to a file behind the program's back: stale companions, other files in its place, damaged beginnings, no rights."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as dbapi

from organizer import paths
from organizer.errors import FileReplaced, StorageFault, WrongPassphrase
from organizer.records.organisation import Organisation
from organizer.store import engine
from organizer.store.listing import ListQuery
from organizer.store.opening import create_file, derive_key, open_file
from organizer.store.store import Store
from tests import factories
from tests.store.test_faults import SAVES_UNTIL_KILLED

RIGHT = "kettle anchor velvet"


CHANGES_PAGE_1 = SAVES_UNTIL_KILLED.replace(
    """"PRAGMA cache_size = 2")""",
    """"PRAGMA cache_size = 2")
    change.connection.exec_driver_sql("PRAGMA user_version = 3")""",
)


def made(path: Path, *names: str, passphrase: str | None = RIGHT) -> Path:
    store = create_file(path, passphrase)
    for name in names:
        factories.organisation(store, name=name)
    store.close()
    return path


def names_in(store: Store) -> list[str]:
    return sorted(record.name for record in store.listing(ListQuery(Organisation)).records(0, 1000))


def opened(path: Path, passphrase: str | None = RIGHT) -> tuple[list[str], tuple[str, ...]]:
    store = open_file(path, passphrase)
    found = names_in(store)
    store.check()
    store.close(back_up=False)
    return found, store.notices


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A closed, encrypted file with one organisation in it, and a backup of it."""
    return made(tmp_path / "branch.organizer", "Dockers")


def killed_beside(path: Path) -> Path:
    """The journal that a program left which was killed while it wrote into another file of this passphrase."""
    other = made(path.with_name("other.organizer"))
    program = subprocess.Popen(
        [sys.executable, "-c", CHANGES_PAGE_1, str(other), RIGHT], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert program.stdout is not None
    assert program.stdout.readline() == b"ready\n"
    program.kill()
    program.communicate()
    return other.with_name("other.organizer-journal")


def test_a_journal_of_another_file_is_put_aside_and_harms_nothing(file: Path) -> None:
    stale = file.with_name("branch.organizer-journal")
    shutil.copyfile(killed_beside(file), stale)
    left = stale.read_bytes()
    found, notices = opened(file)
    assert found == ["Dockers"]
    assert "does not belong to this file" in notices[0]
    assert not stale.exists()
    assert left in [kept.read_bytes() for kept in paths.backups(file).glob("*.journal")]


def test_a_torn_first_page_is_healed_by_the_journal_of_the_same_transaction(file: Path) -> None:
    journal = killed_beside(file)
    other = file.with_name("other.organizer")
    with other.open("r+b") as torn:
        torn.seek(512)
        torn.write(os.urandom(3584))
    assert opened(other)[0] == sorted(f"saved {number}" for number in range(25))
    assert not journal.exists()
    assert not list(paths.backups(other).glob(".*"))


def tear_an_unused_page(path: Path) -> None:
    """As a power cut leaves it while something new is written there: of a page without contents SQLite keeps no copy."""
    whole = path.read_bytes()
    key = derive_key(path, RIGHT)
    for at in range(len(whole) - 4096, 0, -4096):
        path.write_bytes(whole[:at] + os.urandom(512) + whole[at + 512 :])
        connection = engine.connect(path, key, mode="ro&immutable=1")
        try:
            if connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]:
                return
        except dbapi.DatabaseError:
            continue
        finally:
            connection.close()
    raise AssertionError("every page is used")


def test_a_torn_page_that_nothing_uses_is_no_damage_and_is_written_over(file: Path) -> None:
    store = open_file(file, RIGHT)
    for words in ("long " * 20_000, ""):  # what it took is free afterwards
        store.set_meta("words", words)
    store.close(back_up=False)
    tear_an_unused_page(file)
    torn = file.read_bytes()
    store = open_file(file, RIGHT)
    assert names_in(store) == ["Dockers"] and store.notices == ()
    store.check()
    store.back_up()
    store.close(back_up=False)
    assert engine.is_whole(file, derive_key(file, RIGHT)) and file.read_bytes() != torn


def test_a_stale_wal_beside_a_plain_file_is_put_aside(tmp_path: Path) -> None:
    file = made(tmp_path / "branch.organizer", "Dockers", passphrase=None)
    twin = tmp_path / "twin.db"
    shutil.copyfile(file, twin)
    connection = sqlite3.connect(twin)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("UPDATE organisation SET name = 'Somebody else'")
    connection.commit()
    shutil.copyfile(f"{twin}-wal", f"{file}-wal")
    connection.close()
    found, notices = opened(file, None)
    assert found == ["Dockers"]
    assert "Files of another program" in notices[0]
    assert len(list(paths.backups(file).glob("*.wal"))) == 1


@pytest.mark.parametrize("beginning", [bytes(range(0xC3, 0xD3)), b"<html><body>hell", bytes(16)], ids=["noise", "words", "zeros"])
def test_a_damaged_beginning_is_mended_from_the_newest_backup(file: Path, beginning: bytes) -> None:
    whole = file.read_bytes()
    with file.open("r+b") as damaged:
        damaged.write(beginning)
    found, notices = opened(file)
    assert found == ["Dockers"]
    assert "have been mended" in notices[0]
    assert file.read_bytes()[:16] == whole[:16]
    (aside,) = paths.backups(file).glob("*.damaged")
    assert aside.read_bytes() == beginning + whole[16:]
    assert opened(file) == (["Dockers"], ())


def test_with_a_damaged_beginning_a_wrong_passphrase_is_still_wrong_and_nothing_is_touched(file: Path) -> None:
    with file.open("r+b") as damaged:
        damaged.write(b"\x93" * 16)
    before = file.read_bytes()
    with pytest.raises(WrongPassphrase):
        open_file(file, "another")
    assert file.read_bytes() == before
    assert not list(paths.backups(file).glob("*.damaged"))


def replaced_by_rename(file: Path) -> None:
    other = file.with_name("from the cloud")
    shutil.copyfile(file, other)
    other.replace(file)


def overwritten(file: Path) -> None:
    connection = sqlite3.connect(file.with_name("x.db"))
    connection.execute("CREATE TABLE t (x)")
    connection.commit()
    connection.close()
    data = file.with_name("x.db").read_bytes()
    handle = os.open(file, os.O_WRONLY)
    os.pwrite(handle, data, 0)
    os.close(handle)


def moved_away(file: Path) -> None:
    file.rename(file.with_name("moved.organizer"))


@pytest.mark.parametrize(
    ("mishap", "told"), [(replaced_by_rename, "Another file lies"), (overwritten, "has written into"), (moved_away, "no longer")]
)
def test_after_a_mishap_nothing_more_is_written_and_it_is_told(file: Path, mishap: Callable[[Path], None], told: str) -> None:
    store = open_file(file, RIGHT)
    assert store.what_happened() is None
    mishap(file)
    before = {path.name: path.read_bytes() for path in file.parent.iterdir() if path.is_file()}
    for _attempt in range(2):
        with pytest.raises(FileReplaced, match=told):
            store.save(Organisation(name="late"))
    happened = store.what_happened()
    assert happened is not None
    assert told in happened.message
    assert names_in(store) == ["Dockers"]
    assert {path.name: path.read_bytes() for path in file.parent.iterdir() if path.is_file()} == before
    store.close()


def test_what_is_open_is_saved_as_a_copy_when_another_file_lies_in_its_place(file: Path) -> None:
    store = open_file(file, RIGHT)
    store.save(Organisation(name="Miners"))
    made(file.with_name("theirs.organizer"), "Bakers").replace(file)
    copy = file.with_name("branch, ours.organizer")
    store.save_copy(copy)
    with pytest.raises(StorageFault, match="of this name already"):
        store.save_copy(copy)
    store.close()
    assert opened(copy)[0] == ["Dockers", "Miners"]
    assert opened(file)[0] == ["Bakers"]
    assert sorted(path.name for path in file.parent.glob("*.organizer")) == ["branch, ours.organizer", "branch.organizer"]
    assert not list(file.parent.glob(".*.part"))


@pytest.mark.parametrize("mishap", [Path.unlink, replaced_by_rename])
def test_what_is_lost_otherwise_is_saved_beside_at_closing(file: Path, mishap: Callable[[Path], None]) -> None:
    store = open_file(file, RIGHT)
    store.save(Organisation(name="Miners"))
    mishap(file)
    with pytest.raises(FileReplaced) as raised:
        store.close()
    (copy,) = file.parent.glob("branch kept *.organizer")
    assert copy.name in raised.value.hint
    assert opened(copy)[0] == ["Dockers", "Miners"]


def test_a_file_that_was_moved_while_it_was_open_is_whole_where_it_lies_now(file: Path) -> None:
    store = open_file(file, RIGHT)
    store.save(Organisation(name="Miners"))
    moved_away(file)
    store.close()
    assert [path.name for path in file.parent.glob("*.organizer")] == ["moved.organizer"]
    assert opened(file.with_name("moved.organizer"))[0] == ["Dockers", "Miners"]


def test_our_own_changes_backups_and_undo_are_no_mishap(file: Path) -> None:
    store = open_file(file, RIGHT)
    for number in range(5):
        store.save(Organisation(name=f"branch {number}"))
        assert store.what_happened() is None
    store.undo()
    store.back_up()
    store.check()
    with pytest.raises(ZeroDivisionError), store.change("fails") as change:
        change.save(Organisation(name="gone again", notes="x" * 100_000))
        raise ZeroDivisionError
    assert store.what_happened() is None
    store.save(Organisation(name="last"))
    store.close()


LOOKS = """
import _strptime, json, os, sys
from pathlib import Path
from organizer.errors import UserError
from organizer.records.organisation import Organisation
from organizer.store import engine
from organizer.store.listing import ListQuery
from organizer.store.opening import open_file
if os.getuid() == 0:
    os.setgid(65534); os.setuid(65534)
told = []
try:
    store = open_file(Path(sys.argv[1]), sys.argv[2])
    told.append([record.name for record in store.listing(ListQuery(Organisation)).records(0, 10)])
    store.check()
    for writing in (lambda: store.save(Organisation(name="new")), lambda: store.set_meta("x", "y"), store.undo, store.back_up):
        try:
            writing()
        except UserError as error:
            told.append(error.message)
    store.close()
except UserError as error:
    told.append(error.message)
print(json.dumps(told))
"""


def looked_at(file: Path) -> list[object]:
    """What somebody without any rights in the folder is told."""
    file.chmod(0o444)
    file.parent.chmod(0o555)
    try:
        done = subprocess.run(
            [sys.executable, "-c", LOOKS, str(file), RIGHT], stdout=subprocess.PIPE, text=True, timeout=60, check=True
        )
    finally:
        file.parent.chmod(0o755)
    told: list[object] = json.loads(done.stdout)
    return told


def test_on_a_read_only_medium_a_file_opens_for_looking_and_every_change_says_why() -> None:
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        file = made(Path(folder) / "branch.organizer", "Dockers")
        paths.backups(file).chmod(0o755)
        before = file.read_bytes()
        names, *refusals = looked_at(file)
        assert file.read_bytes() == before
    assert names == ["Dockers"]
    assert refusals == ["This file can only be looked at: nothing can be written where it lies."] * 4


def test_on_a_read_only_medium_a_file_that_was_cut_off_is_not_opened() -> None:
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        file = Path(folder) / "branch.organizer"
        killed_beside(file).chmod(0o444)
        told = looked_at(file.with_name("other.organizer"))
    assert told == ["The program was cut off while it wrote into this file, and nothing can be mended where it lies."]

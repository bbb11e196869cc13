"""What goes wrong around the file: killed programs, full disks, read-only folders. Nothing saved is lost, and words say so."""

from __future__ import annotations

import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as dbapi
from sqlalchemy import select

from organizer import paths
from organizer.errors import ChangedMeanwhile, DamagedFile, FileReplaced, StorageFault, WrongPassphrase
from organizer.records.donation import Donation
from organizer.records.organisation import Organisation
from organizer.store import compartments, engine
from organizer.store.files import write_atomic
from organizer.store.listing import ListQuery
from organizer.store.opening import create_file, open_file
from organizer.store.store import Store
from tests import factories

RIGHT = "kettle anchor velvet"

SAVES_UNTIL_KILLED = """
import sys
import tempfile
from pathlib import Path
from organizer.records.donation import Donation
from organizer.records.organisation import Organisation
from organizer.store.opening import open_file
store = open_file(Path(sys.argv[1]), sys.argv[2])
for number in range(25):
    store.save(Organisation(name=f"saved {number}"))
with store.change("never ends") as change:
    change.connection.exec_driver_sql("PRAGMA cache_size = 2")
    for number in range(3000):
        change.save(Organisation(name=f"half {number}", notes="x" * 400))
    print("ready", flush=True)
    sys.stdin.read()
"""

FILLS_THE_DISK = """
import resource, signal, sys
from pathlib import Path
from organizer.errors import StorageFault
from organizer.records.donation import Donation
from organizer.records.organisation import Organisation
from organizer.store.listing import ListQuery
from organizer.store.opening import open_file
path = Path(sys.argv[1])
store = open_file(path, sys.argv[2])
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (path.stat().st_size + 40_000, resource.RLIM_INFINITY))
saved = 0
try:
    for number in range(1000):
        store.save(Organisation(name=f"saved {number}", notes="x" * 5000))
        saved += 1
except StorageFault as fault:
    print(fault.message)
print(saved, store.listing(ListQuery(Organisation)).count)
resource.setrlimit(resource.RLIMIT_FSIZE, (40_000, resource.RLIM_INFINITY))
try:
    store.back_up()
except StorageFault as fault:
    print(fault.message)
store.close(back_up=False)
"""

WITHOUT_RIGHTS = """
import os, sys
from pathlib import Path
from organizer.errors import UserError
from organizer.store.opening import create_file, open_file
if os.getuid() == 0:
    os.setgid(65534); os.setuid(65534)
for attempt in (lambda: open_file(Path(sys.argv[1]), sys.argv[2]), lambda: create_file(Path(sys.argv[1]).with_name("new"), None)):
    try:
        attempt()
    except UserError as error:
        print(type(error).__name__, error.message)
"""


def run(code: str, *arguments: str) -> list[str]:
    ended = subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, text=True, timeout=100, check=True)
    return ended.stdout.splitlines()


def names(path: Path) -> list[str]:
    store = open_file(path, RIGHT)
    found = [record.name for record in store.listing(ListQuery(Organisation)).records(0, 10_000)]
    store.close(back_up=False)
    return found


@pytest.fixture
def killed(tmp_path: Path) -> Path:
    """A file whose program was killed with -9 in the middle of a large change that had begun to reach the disk."""
    path = tmp_path / "branch.organizer"
    create_file(path, RIGHT, origin="Berlin").close(back_up=False)
    size = path.stat().st_size
    program = subprocess.Popen(
        [sys.executable, "-c", SAVES_UNTIL_KILLED, str(path), RIGHT], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert program.stdout is not None
    assert program.stdout.readline() == b"ready\n"
    program.send_signal(signal.SIGKILL)
    program.communicate()
    assert path.with_name("branch.organizer-journal").stat().st_size > 20_000
    assert path.stat().st_size > size + 100_000
    return path


def test_a_killed_program_loses_nothing_that_was_saved_and_leaves_nothing_half_done(killed: Path) -> None:
    assert sorted(names(killed)) == sorted(f"saved {number}" for number in range(25))


def test_what_was_half_done_is_kept_aside_before_it_is_taken_back(killed: Path) -> None:
    half = killed.with_name("branch.organizer-journal").read_bytes()
    names(killed)
    (kept,) = paths.backups(killed).glob("*.journal")
    assert kept.read_bytes() == half
    assert b"half 7" not in half


def test_a_wrong_passphrase_after_a_crash_does_no_harm(killed: Path) -> None:
    before = killed.read_bytes()
    with pytest.raises(WrongPassphrase):
        open_file(killed, "wrong")
    assert killed.read_bytes() == before
    assert len(names(killed)) == 25


def test_a_full_disk_is_told_and_what_was_saved_before_stays(tmp_path: Path) -> None:
    path = tmp_path / "branch.organizer"
    create_file(path, RIGHT).close(back_up=False)
    told, counted, backup = run(FILLS_THE_DISK, str(path), RIGHT)
    assert told == "The disk did not do as it was told, so this was not saved."
    saved, listed = (int(number) for number in counted.split())
    assert saved == listed > 0
    assert backup == told
    assert list(paths.backups(path).glob("*")) == []
    assert len(names(path)) == saved


def test_a_read_only_folder_takes_no_new_file_but_what_lies_there_opens() -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "branch.organizer"
        create_file(path, RIGHT).close(back_up=False)
        path.chmod(0o444)
        Path(folder).chmod(0o555)
        told = run(WITHOUT_RIGHTS, str(path), RIGHT)
        Path(folder).chmod(0o755)
    assert told == ["StorageFault Nothing can be written in this folder."]


def test_an_export_is_there_whole_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "letters.csv"
    write_atomic(path, b"old")
    write_atomic(path, b"new and longer")
    assert path.read_bytes() == b"new and longer"
    with pytest.raises(StorageFault):
        write_atomic(tmp_path / "no such folder" / "letters.csv", b"x")
    assert [entry.name for entry in tmp_path.iterdir()] == ["letters.csv"]


EXPORTS_TOO_MUCH = """
import resource, signal, sys
from pathlib import Path
from organizer.errors import StorageFault
from organizer.store import compartments, engine
from organizer.store.files import write_atomic
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, resource.RLIM_INFINITY))
try:
    write_atomic(Path(sys.argv[1]), bytes(5000))
except StorageFault as fault:
    print(fault.message)
"""


def test_an_export_on_a_full_disk_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "letters.csv"
    path.write_bytes(b"old")
    (told,) = run(EXPORTS_TOO_MUCH, str(path))
    assert told.startswith("The disk is full")
    assert path.read_bytes() == b"old"
    assert [entry.name for entry in tmp_path.iterdir()] == ["letters.csv"]


def test_a_commit_that_failed_but_went_through_counts_as_saved(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    lane = store._lane
    commit = lane._connection.commit

    def reports_an_error() -> None:
        commit()
        monkeypatch.undo()
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(lane._connection, "commit", reports_an_error)
    saved = store.save(Organisation(name="through"))
    assert store.get(Organisation, saved.id).name == "through"


def test_a_commit_that_failed_is_told_and_nothing_stands(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    import sqlcipher3.dbapi2 as dbapi

    def fails() -> None:
        error = dbapi.OperationalError("disk I/O error")
        error.sqlite_errorcode = 10
        raise error

    standing = factories.organisation(store, name="before")
    monkeypatch.setattr(store._lane._connection, "commit", fails)
    new, standing.name = Organisation(name="new"), "after"
    for record in (new, standing):
        with pytest.raises(StorageFault):
            store.save(record)
    monkeypatch.undo()
    assert [record.name for record in store.records(select(Organisation))] == ["before"]
    # The form still holds them: once the disk has room, they are saved as if nothing had been
    assert [store.save(new).name, store.save(standing).name] == ["new", "after"]


def test_only_the_store_opens_the_file() -> None:
    """Anything else that opened it would drop SQLite's locks when it closes it."""
    package = Path(paths.__file__).parent
    outside = [module for module in package.rglob("*.py") if "store" not in module.relative_to(package).parts]
    assert len(outside) > 20
    words = ("sqlcipher3", "import sqlite3", "create_engine", "store.path.open", "store.path.read", "._lane")
    found = [f"{module.name}: {word}" for module in outside for word in words if word in module.read_text(encoding="utf-8")]
    assert found == []


def test_nothing_of_a_record_stands_in_the_words_of_an_error(store: Store) -> None:
    record = factories.organisation(store, name="Geheimbund")
    stale = store.get(Organisation, record.id)
    record.notes = "x"
    store.save(record)
    stale.notes = "y"
    with pytest.raises(ChangedMeanwhile) as raised:
        store.save(stale)
    assert "Geheimbund" not in str(raised.value)
    assert "Geheimbund" not in repr(record)


def test_want_of_memory_is_told(store: Store) -> None:
    with pytest.raises(StorageFault, match="not enough memory"), store._lane.reading():
        raise MemoryError


def test_what_could_not_be_taken_back_is_taken_back_before_anything_else_is_begun(
    store: Store, caplog: pytest.LogCaptureFixture
) -> None:
    factories.organisation(store, name="before")
    with pytest.raises(StorageFault), store._lane.writing() as connection:
        connection.exec_driver_sql("UPDATE organisation SET name = 'half'")
        store._lane._bare.take_back = _starved
        raise MemoryError
    del store._lane._bare.take_back
    factories.organisation(store, name="after")
    assert sorted(record.name for record in store.records(select(Organisation))) == ["after", "before"]
    assert not caplog.records


def _starved() -> None:
    raise MemoryError


def test_pages_that_are_whole_as_they_lie_are_not_told_as_damaged_and_read_anew(store: Store) -> None:
    organisation, bare = factories.organisation(store), store._lane._bare
    told = DamagedFile if store.key() is None else StorageFault
    for words in ("database disk image is malformed", "file is not a database"):
        with pytest.raises(told), store._lane.noting():
            raise _database_error(words)
    assert store.get(Organisation, organisation.id) == organisation
    assert (store._lane._bare is bare) == (store.key() is None)


def test_damaged_pages_are_told_as_damaged(store: Store) -> None:
    with store.path.open("r+b") as file:
        file.seek(5 * 4096 + 100)
        file.write(bytes(16))
    with pytest.raises(DamagedFile), store._lane.reading():
        raise _database_error("file is not a database")


def test_a_compartment_that_could_not_be_put_back_before_its_table_is_drawn_anew(store: Store) -> None:
    gift = factories.donation(store, giver="Hildegard")
    compartments.make(store, Donation, "thistle copper lantern")
    with pytest.raises(dbapi.OperationalError, match="exists"), store._lane.bare() as bare:
        bare.execute("CREATE TEMP VIEW donation AS SELECT * FROM main.donation")  # as want of memory may leave it: all blank
    assert store.get(Donation, gift.id).giver == "Hildegard"
    assert store.save(store.get(Donation, gift.id)).giver == "Hildegard"


def test_a_compartment_whose_passphrase_was_changed_is_not_told_as_failed(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    compartments.make(store, Donation, RIGHT)
    commit = store._lane._connection.commit

    def stands_and_fails() -> None:
        commit()
        monkeypatch.undo()
        raise MemoryError

    monkeypatch.setattr(store._lane._connection, "commit", stands_and_fails)
    compartments.change_passphrase(store, Donation, RIGHT, "thistle copper lantern")
    compartments.open_(store, Donation, "thistle copper lantern")


def _database_error(words: str) -> dbapi.DatabaseError:
    fault = dbapi.DatabaseError(words)
    fault.sqlite_errorcode = 26 if "not a" in words else 11
    return fault


def test_a_file_that_cannot_be_connected_to_again_is_tried_anew_by_whoever_asks_next(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    organisation = factories.organisation(store)
    store._lane.let_go()
    with monkeypatch.context() as short_of_memory:
        short_of_memory.setattr(engine, "connect", lambda *_asked, **_more: _starved())
        for _ in range(2):
            with pytest.raises(StorageFault, match="not enough memory"):
                store.get(Organisation, organisation.id)
    assert not store.is_closed()
    assert store.get(Organisation, organisation.id) == organisation


def test_what_was_saved_is_not_denied_when_it_cannot_be_read_anew(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def unreadable(*_asked: object) -> None:
        raise StorageFault("The disk did not do as it was told.", "Look after it.")

    monkeypatch.setattr(store, "get", unreadable)
    saved = store.save(Organisation(name="stands"))
    monkeypatch.undo()
    assert store.get(Organisation, saved.id) == saved


def test_a_file_that_was_taken_away_is_told_when_it_is_backed_up(store: Store) -> None:
    factories.organisation(store)
    store.path.rename(store.path.with_name("taken away"))
    with pytest.raises(FileReplaced):
        store.back_up()
    store.path.with_name("taken away").rename(store.path)
    assert store.back_up().counts["organisation"] == 1

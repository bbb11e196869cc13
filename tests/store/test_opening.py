"""Opening: what is right opens; everything else is refused with two sentences that fit it, and is left as it lies."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from organizer.errors import (
    DamagedFile,
    DamagedPages,
    NewerFile,
    NotACampaignFile,
    OpenElsewhere,
    StorageFault,
    UserError,
    WrongPassphrase,
)
from organizer.records.organisation import Organisation
from organizer.store.listing import ListQuery
from organizer.store.opening import create_file, derive_key, is_plain, open_file
from tests import factories

RIGHT = "Käthe öffnet"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A closed, encrypted file with one organisation in it."""
    path = tmp_path / "branch.organizer"
    store = create_file(path, RIGHT, origin="Berlin")
    factories.organisation(store, name="Dockers")
    store.close(back_up=False)
    return path


def names(path: Path, passphrase: str | None) -> list[str]:
    store = open_file(path, passphrase)
    found = [record.name for record in store.listing(ListQuery(Organisation)).records(0, 10)]
    store.close(back_up=False)
    return found


def refused(path: Path, kind: type[UserError], passphrase: str | None = RIGHT) -> UserError:
    """The refusal, after a look that the file lies there as it did and nothing was left beside it."""
    before = path.read_bytes() if path.is_file() else b""
    with pytest.raises(kind) as raised:
        open_file(path, passphrase)
    assert raised.type is kind
    assert (path.read_bytes() if path.is_file() else b"") == before
    assert not list(path.parent.glob(".*.lock"))
    assert raised.value.message.endswith(".")
    assert raised.value.hint.endswith(".")
    return raised.value


def test_what_was_saved_is_there_after_closing_and_opening(file: Path) -> None:
    assert names(file, RIGHT) == ["Dockers"]


def test_a_plain_file_opens_without_a_passphrase_and_says_that_it_is_plain(tmp_path: Path, file: Path) -> None:
    plain = tmp_path / "plain.organizer"
    create_file(plain, None).close(back_up=False)
    assert (is_plain(plain), is_plain(file)) == (True, False)
    assert names(plain, None) == []


def test_the_key_may_be_derived_apart(file: Path) -> None:
    store = open_file(file, key=derive_key(file, RIGHT))
    assert store.listing(ListQuery(Organisation)).count == 1
    store.close(back_up=False)


def test_the_same_letters_typed_in_another_way_open_the_file(file: Path) -> None:
    assert names(file, "Ka\u0308the o\u0308ffnet") == ["Dockers"]


def test_nothing_that_was_typed_can_be_read_in_an_encrypted_file(file: Path) -> None:
    data = file.read_bytes()
    assert b"Dockers" not in data
    assert b"dockers" not in data
    assert not data.startswith(b"SQLite")


def test_a_new_file_is_for_its_owner_alone(file: Path) -> None:
    assert file.stat().st_mode & 0o777 == 0o600


def test_a_new_file_never_takes_the_place_of_an_old_one(file: Path) -> None:
    with pytest.raises(StorageFault, match="of this name already"):
        create_file(file, RIGHT)
    assert names(file, RIGHT) == ["Dockers"]


def test_a_wrong_passphrase_is_refused(file: Path) -> None:
    refused(file, WrongPassphrase, "käthe öffnet")
    refused(file, WrongPassphrase, "")
    refused(file, WrongPassphrase, None)


def test_an_empty_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "empty.organizer"
    path.touch()
    assert "empty" in refused(path, NotACampaignFile).message


@pytest.mark.parametrize("share", [0.0001, 0.03, 0.3, 0.6, 0.99])
def test_a_truncated_file_is_refused(file: Path, share: float) -> None:
    os.truncate(file, max(1, int(file.stat().st_size * share)))
    with pytest.raises((NotACampaignFile, WrongPassphrase, DamagedFile)):
        open_file(file, RIGHT)


@pytest.mark.parametrize("size", [4096, 65_536])
def test_random_bytes_are_refused(tmp_path: Path, size: int) -> None:
    path = tmp_path / "noise.organizer"
    path.write_bytes(b"\x93" + os.urandom(size - 1))
    refused(path, WrongPassphrase)


@pytest.mark.parametrize("at", [3, 20, 100, 4090])
def test_a_flipped_bit_in_the_first_page_is_worded_like_a_wrong_passphrase(file: Path, at: int) -> None:
    flip(file, at)
    assert "may be damaged" in refused(file, WrongPassphrase).hint


def test_a_flipped_bit_further_on_is_found_at_opening(file: Path) -> None:
    flip(file, file.stat().st_size // 2)
    refused(file, DamagedPages)


def flip(path: Path, at: int) -> None:
    data = bytearray(path.read_bytes())
    data[at] ^= 0x10
    path.write_bytes(data)


def other_database(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE bookmarks (url TEXT)")
    connection.executemany("INSERT INTO bookmarks VALUES (?)", [("x" * 100,)] * 200)
    connection.commit()
    connection.close()


def pdf(path: Path) -> None:
    path.write_bytes(b"%PDF-1.7\n" + bytes(8000))


def letter_text(path: Path) -> None:
    path.write_text("Dear Sir or Madam, " * 400)


@pytest.mark.parametrize("make", [other_database, pdf, letter_text])
def test_files_of_other_programs_are_refused_as_such(tmp_path: Path, make: Callable[[Path], None]) -> None:
    path = tmp_path / "other.organizer"
    make(path)
    assert "another program" in refused(path, NotACampaignFile).message


def test_a_folder_is_refused(tmp_path: Path) -> None:
    assert "folder" in refused(tmp_path, NotACampaignFile).message


def test_a_file_that_is_gone_is_told(tmp_path: Path) -> None:
    with pytest.raises(StorageFault, match="no such file"):
        open_file(tmp_path / "gone.organizer", RIGHT)


def test_closing_twice_leaves_alone_who_opened_it_in_between(file: Path) -> None:
    first = open_file(file, RIGHT)
    first.close(back_up=False)
    second = open_file(file, RIGHT)
    first.close(back_up=False)
    assert lock_of(file).exists()
    second.close(back_up=False)
    assert not lock_of(file).exists()


def test_a_later_versions_file_names_the_format_it_needs(tmp_path: Path) -> None:
    path = tmp_path / "newer.organizer"
    create_file(path, None).close(back_up=False)
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 7")
    connection.close()
    assert "reads format 7" in refused(path, NewerFile, None).hint


def in_another_process(code: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, text=True, timeout=60, check=False)


OPEN = """
import json, sys
from pathlib import Path
from organizer.errors import UserError
from organizer.store.opening import open_file
try:
    open_file(Path(sys.argv[1]), sys.argv[2]).close(back_up=False)
    print(json.dumps("opened"))
except UserError as error:
    print(json.dumps([type(error).__name__, error.message]))
"""


def test_a_file_that_is_open_in_another_process_is_refused_with_who_and_since_when(file: Path) -> None:
    store = open_file(file, RIGHT)
    kind, message = json.loads(in_another_process(OPEN, str(file), RIGHT).stdout)
    assert kind == "OpenElsewhere"
    assert message.startswith("This file is open in Picket Organizer since ")
    store.close(back_up=False)
    assert json.loads(in_another_process(OPEN, str(file), RIGHT).stdout) == "opened"


def test_without_the_lock_file_the_database_itself_still_refuses(file: Path) -> None:
    store = open_file(file, RIGHT)
    (lock,) = file.parent.glob(".*.lock")
    lock.unlink()
    kind, _message = json.loads(in_another_process(OPEN, str(file), RIGHT).stdout)
    assert kind == "OpenElsewhere"
    store.close(back_up=False)


def test_a_file_that_is_open_here_is_not_opened_twice_nor_asked_for_its_key(file: Path) -> None:
    store = open_file(file, RIGHT)
    for ask in (open_file, derive_key):
        with pytest.raises(OpenElsewhere):
            ask(file, RIGHT)
    kind, _message = json.loads(in_another_process(OPEN, str(file), RIGHT).stdout)
    assert kind == "OpenElsewhere"
    store.close(back_up=False)


def test_the_lock_of_a_process_that_is_gone_is_taken_over(file: Path) -> None:
    ended = in_another_process("import os; print(os.getpid())").stdout.strip()
    lock_of(file).write_text(f"{ended}\nPicket Organizer\n{os.uname().nodename}\npython\n")
    assert names(file, RIGHT) == ["Dockers"]


def test_the_lock_of_a_process_whose_number_another_program_has_now_is_taken_over(file: Path) -> None:
    lock_of(file).write_text(f"1\nPicket Organizer\n{os.uname().nodename}\npicket-organizer-of-before\n")
    assert names(file, RIGHT) == ["Dockers"]


def test_the_lock_of_another_computer_is_never_taken_over(file: Path) -> None:
    lock_of(file).write_text("1\nPicket Organizer\nbranch-laptop\npython\n")
    with pytest.raises(OpenElsewhere, match="open on the computer branch-laptop") as raised:
        open_file(file, RIGHT)
    assert lock_of(file).name in raised.value.hint


def test_half_a_lock_file_holds_nothing(file: Path) -> None:
    lock_of(file).write_text("12")
    assert names(file, RIGHT) == ["Dockers"]


def lock_of(file: Path) -> Path:
    return file.with_name(f".{file.name}.lock")


def test_opening_a_current_file_loads_neither_alembic_nor_pillow(file: Path) -> None:
    code = OPEN + "print([name for name in ('alembic', 'PIL', 'reportlab', 'PySide6') if name in sys.modules])"
    assert in_another_process(code, str(file), RIGHT).stdout.splitlines() == ['"opened"', "[]"]

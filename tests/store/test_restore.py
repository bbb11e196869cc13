"""Restoring: the copy takes the place whole or not at all, the former state lies beside it, and a kill changes none of that."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from organizer.errors import StorageFault, Unfinished, UserError, WrongPassphrase
from organizer.records.organisation import Organisation
from organizer.store import restore
from organizer.store.listing import ListQuery
from organizer.store.opening import create_file, open_file
from organizer.store.store import Store
from tests import factories
from tests.conftest import PASSPHRASE


@pytest.fixture
def then_and_now(store: Store) -> tuple[Path, Path]:
    """A closed file with two organisations, and its backup from when it had one."""
    factories.organisation(store, name="Dockers")
    made = store.back_up()
    factories.organisation(store, name="Miners")
    store.close(back_up=False)
    return store.path, made.path


def names_in(path: Path, passphrase: str | None) -> list[str]:
    opened = open_file(path, passphrase)
    opened.check()
    names = sorted(found.name for found in opened.listing(ListQuery(Organisation)).records(0, 9))
    opened.close(back_up=False)
    return names


def brought_back(path: Path, copy: Path, passphrase: str | None, *, damaged: bool = False) -> restore.Restored:
    return restore.restore(path, copy, restore.key_of(copy, passphrase), damaged=damaged)


def test_the_copy_takes_the_place_and_nothing_is_deleted(then_and_now: tuple[Path, Path], passphrase: str | None) -> None:
    path, copy = then_and_now
    before = copy.read_bytes()
    done = brought_back(path, copy, passphrase)
    assert names_in(path, passphrase) == ["Dockers"]
    assert done.counts["organisation"] == 1
    assert done.aside.name.startswith("before-restore-")
    assert names_in(done.aside / path.name, passphrase) == ["Dockers", "Miners"]
    assert copy.read_bytes() == before
    assert path.stat().st_mode & 0o777 == 0o600
    assert not path.samefile(done.aside / path.name)


def test_companions_of_the_former_file_go_with_it(then_and_now: tuple[Path, Path], passphrase: str | None) -> None:
    path, copy = then_and_now
    for end in ("-journal", "-wal", "-shm"):
        path.with_name(path.name + end).write_bytes(b"left over")
    done = brought_back(path, copy, passphrase, damaged=True)
    assert done.aside.name.startswith("damaged-")
    assert sorted(each.name for each in done.aside.iterdir()) == sorted(
        path.name + end for end in ("", "-journal", "-wal", "-shm")
    )
    assert names_in(path, passphrase) == ["Dockers"]


def test_a_file_that_cannot_be_opened_any_more_is_restored(then_and_now: tuple[Path, Path], passphrase: str | None) -> None:
    path, copy = then_and_now
    path.write_bytes(os.urandom(path.stat().st_size))
    brought_back(path, copy, passphrase, damaged=True)
    assert names_in(path, passphrase) == ["Dockers"]


def test_a_file_that_is_gone_comes_back(then_and_now: tuple[Path, Path], passphrase: str | None) -> None:
    path, copy = then_and_now
    path.unlink()
    done = brought_back(path, copy, passphrase, damaged=True)
    assert names_in(path, passphrase) == ["Dockers"]
    assert list(done.aside.iterdir()) == []


def test_a_damaged_backup_is_refused_and_the_file_stays(then_and_now: tuple[Path, Path], passphrase: str | None) -> None:
    path, copy = then_and_now
    now = path.read_bytes()
    key = restore.key_of(copy, passphrase)
    copy.write_bytes(copy.read_bytes()[:8192])
    with pytest.raises(UserError):
        restore.restore(path, copy, key, damaged=False)
    assert path.read_bytes() == now
    assert [each.name for each in path.parent.iterdir() if each.name not in (path.name, copy.parent.name)] == []


def test_an_open_file_is_not_restored(store: Store, passphrase: str | None) -> None:
    copy = store.back_up().path
    with pytest.raises(UserError, match="open"):
        brought_back(store.path, copy, passphrase)


def test_another_passphrase_does_not_open_the_backup(tmp_path: Path) -> None:
    made = create_file(tmp_path / "branch.organizer", PASSPHRASE)
    copy = made.back_up().path
    key = made.key()
    made.close(back_up=False)
    with pytest.raises(WrongPassphrase):
        restore.key_of(copy, "another one")
    with pytest.raises(WrongPassphrase):
        restore.key_of(copy, None)
    assert restore.key_of(copy, None, key) == key


def test_a_full_disk_leaves_all_as_it_was(
    then_and_now: tuple[Path, Path], passphrase: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, copy = then_and_now
    real = os.fsync

    def full(handle: int) -> None:
        raise OSError(28, "no room")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(StorageFault, match="full"):
        brought_back(path, copy, passphrase)
    monkeypatch.setattr(os, "fsync", real)
    assert names_in(path, passphrase) == ["Dockers", "Miners"]
    assert [each.name for each in path.parent.iterdir() if each.name not in (path.name, copy.parent.name)] == []


STEPS = ("open", "os.rename", "os.remove", "os.link", "os.mkdir")
"""Python's own audit events of what a restore does to the disk."""


def killed_at(step: int, work: Callable[[], object]) -> bool:
    """Do the work in a child that is gone, as by kill -9, at its nth step on the disk. Whether it came so far."""
    child = os.fork()
    if child == 0:
        taken = 0

        def count(event: str, _arguments: object) -> None:
            nonlocal taken
            if event in STEPS:
                taken += 1
                if taken == step:
                    os._exit(9)

        sys.addaudithook(count)
        try:
            work()
        finally:
            os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9


@pytest.mark.parametrize("links", [True, False], ids=["with links", "without links"])
def test_killed_at_any_step_the_file_is_whole_in_one_state_or_the_other(
    then_and_now: tuple[Path, Path], passphrase: str | None, links: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, copy = then_and_now
    if not links:

        def refuse(*_paths: object) -> None:
            raise OSError(1, "not on this disk")

        monkeypatch.setattr(os, "link", refuse)
    now, key = path.read_bytes(), restore.key_of(copy, passphrase)
    found = []
    step = 1
    while killed_at(step, lambda: restore.restore(path, copy, key, damaged=False)):
        assert path.exists()
        opened = open_file(path, passphrase)
        names = sorted(each.name for each in opened.listing(ListQuery(Organisation)).records(0, 9))
        said = opened.notices
        opened.close(back_up=False)
        found.append((len(names), len(said)))
        for folder in path.parent.glob("before-restore-*"):
            kept = folder / path.name
            assert not kept.exists() or kept.read_bytes() == now
        as_before(path, now)
        step += 1
    assert step > 8
    assert {2, 1} == {names for names, _said in found}
    assert any(said for _names, said in found)
    assert all(not said for names, said in found if names == 2)


def as_before(path: Path, now: bytes) -> None:
    for each in path.parent.glob("before-restore-*"):
        for kept in each.iterdir():
            kept.unlink()
        each.rmdir()
    path.unlink()
    path.write_bytes(now)


def test_what_differs_is_told_from_the_file_of_now() -> None:
    now = {"letter": 12, "picket": 1, "money GBP": 90_00, "fees GBP": 5, "person": 3}
    then = {"letter": 0, "picket": 2, "money GBP": 50_00, "fees GBP": 0, "person": 3}
    assert restore.differences(now, then) == {"letter": -12, "picket": 1, "money GBP": -40_00}


def test_what_was_written_down_and_could_not_be_done_is_told_and_done_at_the_next_opening(
    then_and_now: tuple[Path, Path], passphrase: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, copy = then_and_now
    replace = Path.replace

    def fails(self: Path, target: Path) -> Path:
        if target == path:
            raise OSError(errno.EIO, "Input/output error")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", fails)
    with pytest.raises(Unfinished, match="to the end"):
        brought_back(path, copy, passphrase)
    monkeypatch.undo()
    opened = open_file(path, passphrase)
    assert len(opened.notices) == 1 and "broken off" in opened.notices[0]
    opened.close(back_up=False)
    assert names_in(path, passphrase) == ["Dockers"]

"""What the disk holds after a power cut opens, with all that was acknowledged, whatever it did with what was not yet synced."""

from __future__ import annotations

import random

import pytest

from tests.faults.power import WAYS, Disk
from tests.faults.recorder import Operation
from tests.faults.runs import power_cuts
from tests.faults.server import Server


def test_nothing_acknowledged_is_lost_in_four_hundred_power_cuts(server: Server) -> None:
    found = power_cuts(server, 400)
    assert found.is_clean(), found.words
    assert found.runs == 400
    assert found.acknowledged > 400


@pytest.mark.parametrize("control", ["off", "wal"])
def test_commits_are_lost_where_the_file_is_kept_in_a_worse_way(server: Server, control: str) -> None:
    found = power_cuts(server, 60, control=control, each=10)
    assert found.lost > 0


def happens(disk: Disk, op: str, path: str = "", *, fd: int = 3, offset: int = 0, data: bytes = b"") -> None:
    disk.happen(Operation(op, True, fd, path, offset, data))


def all_that_may_be_left(disk: Disk, path: str) -> set[bytes | None]:
    return {disk.after_a_cut(way, random.Random(seed)).get(path) for way in WAYS for seed in range(40)}


def test_what_was_synced_is_kept_and_what_was_not_may_be_torn_at_a_sector() -> None:
    disk = Disk({"/d/a": b"a" * 1024})
    happens(disk, "o", "/d/a")
    happens(disk, "w", data=b"b" * 1024)
    old, new = b"a" * 512, b"b" * 512
    assert all_that_may_be_left(disk, "/d/a") == {old + old, new + old, old + new, new + new}
    happens(disk, "s")
    assert all_that_may_be_left(disk, "/d/a") == {new + new}


def test_later_writes_may_be_there_without_those_before_them() -> None:
    disk = Disk({"/d/a": b"aa"})
    happens(disk, "o", "/d/a")
    happens(disk, "w", offset=0, data=b"b")
    happens(disk, "w", offset=1, data=b"c")
    assert all_that_may_be_left(disk, "/d/a") == {b"aa", b"ba", b"ac", b"bc"}


def test_a_name_lasts_once_its_folder_was_synced_and_a_folder_once_that_above_it_was() -> None:
    disk = Disk({"/d/a": b"old"})
    happens(disk, "c", "/d/b")
    happens(disk, "w", data=b"new")
    happens(disk, "s")
    happens(disk, "r", "/d/b", data=b"/d/a")
    assert all_that_may_be_left(disk, "/d/a") == {b"old", b"new"}
    happens(disk, "d", "/d", fd=4)
    happens(disk, "s", fd=4)
    assert all_that_may_be_left(disk, "/d/a") == {b"new"}
    happens(disk, "k", "/d/e")
    happens(disk, "c", "/d/e/c")
    happens(disk, "d", "/d/e", fd=4)
    happens(disk, "s", fd=4)
    assert all_that_may_be_left(disk, "/d/e/c") == {b"", None}
    happens(disk, "d", "/d", fd=4)
    happens(disk, "s", fd=4)
    assert all_that_may_be_left(disk, "/d/e/c") == {b""}


def test_a_removed_file_may_be_back_until_its_folder_was_synced() -> None:
    disk = Disk({"/d/a": b"a"})
    happens(disk, "u", "/d/a")
    assert all_that_may_be_left(disk, "/d/a") == {b"a", None}
    happens(disk, "d", "/d")
    happens(disk, "s")
    assert all_that_may_be_left(disk, "/d/a") == {None}

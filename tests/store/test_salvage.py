"""Salvage: what can be read of a damaged file comes over as it was, what is missing is counted, and the damaged file stays."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from organizer.actions.sample import fill_with_sample
from organizer.errors import DamagedFile, OpenElsewhere, StorageFault, WrongPassphrase
from organizer.records.donation import Donation
from organizer.records.kinds import KINDS
from organizer.records.letter import Letter
from organizer.records.organisation import Organisation
from organizer.store import salvage
from organizer.store.opening import create_file, open_file
from organizer.store.rows import row_of
from organizer.store.salvage import Salvaged
from organizer.store.store import Store

RIGHT = "kettle anchor velvet"
PAGE = 4096
Records = Mapping[str, Mapping[str, Any]]


@pytest.fixture(scope="module", params=[RIGHT, None], ids=["encrypted", "plain"])
def whole(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, Records, str | None]:
    """The sample campaign as bytes, what is in it by uid, and its passphrase."""
    path = tmp_path_factory.mktemp("salvage") / "branch.organizer"
    store = create_file(path, request.param)
    fill_with_sample(store)
    records = contents(store)
    store.back_up()
    store.close()
    return path.read_bytes(), records, request.param


def contents(store: Store) -> Records:
    return {record.uid: row_of(record) for kind in KINDS.values() for record in store.records(select(kind))}


def damaged(folder: Path, data: bytes, damage: Callable[[bytearray], None]) -> Path:
    path, changed = folder / "branch.organizer", bytearray(data)
    damage(changed)
    path.write_bytes(changed)
    return path


def saved(path: Path, passphrase: str | None) -> tuple[Salvaged, Records]:
    before = path.read_bytes()
    found = salvage.salvage(path, path.with_name("saved.organizer"), salvage.key_of(path, passphrase))
    assert path.read_bytes() == before
    assert sorted(each.name for each in path.parent.iterdir()) == ["branch.organizer", "saved.organizer"]
    store = open_file(found.path, passphrase)
    store.check()
    records = contents(store)
    for kind, told in salvage.kinds_told(found):
        assert store.count(select(kind.id)) == told.came
    store.close(back_up=False)
    return found, records


def nothing(_data: bytearray) -> None:
    """A file that is whole."""


def zeroed(*pages: int) -> Callable[[bytearray], None]:
    def damage(data: bytearray) -> None:
        for page in pages:
            data[(page - 1) * PAGE : page * PAGE] = bytes(PAGE)

    return damage


def test_of_a_whole_file_everything_comes_over(tmp_path: Path, whole: tuple[bytes, Records, str | None]) -> None:
    data, records, passphrase = whole
    found, came = saved(damaged(tmp_path, data, nothing), passphrase)
    assert (found.damaged, found.missing(), found.exact) == (0, 0, passphrase is not None)
    assert came == records


def scattered(data: bytearray) -> None:
    dice = random.Random(4)
    for _page in range(len(data) // PAGE // 12):
        data[dice.randrange(2 * PAGE, len(data))] ^= 4


def cut_off(data: bytearray) -> None:
    del data[len(data) * 3 // 4 + 100 :]


def behind(data: bytearray) -> None:
    data[len(data) // 2 :] = random.Random(7).randbytes(len(data) - len(data) // 2)


@pytest.mark.parametrize("damage", [zeroed(2, 3), zeroed(9, 40, 80), scattered, cut_off, behind])
@pytest.mark.parametrize("whole", [RIGHT], indirect=True, ids=["encrypted"])
def test_what_comes_over_is_as_it_was_and_all_else_is_counted(
    tmp_path: Path, whole: tuple[bytes, Records, str | None], damage: Callable[[bytearray], None]
) -> None:
    data, records, passphrase = whole
    found, came = saved(damaged(tmp_path, data, damage), passphrase)
    assert found.damaged > 0 or found.pages < len(data) // PAGE
    assert found.exact
    mended = sum(table.mended for table in found.tables)
    different = {uid for uid, row in came.items() if row != records[uid]}
    assert len(different) <= mended
    for uid in different:
        assert all(came[uid][name] in (value, None) for name, value in records[uid].items())
    sure = all(table.sure for table in found.tables if table.table in {kind.__tablename__ for kind in KINDS.values()})
    assert len(came) + found.missing() == len(records) or not sure
    assert found.missing() <= len(records) - len(came)


@pytest.mark.parametrize("whole", [RIGHT], indirect=True, ids=["encrypted"])
def test_a_damaged_first_page_loses_nothing(tmp_path: Path, whole: tuple[bytes, Records, str | None]) -> None:
    data, records, passphrase = whole
    path = damaged(tmp_path, data, lambda data: data.__setitem__(slice(16, PAGE), bytes(PAGE - 16)))
    with pytest.raises(WrongPassphrase):
        open_file(path, passphrase)
    found, came = saved(path, passphrase)
    assert (found.damaged, found.missing()) == (1, 0)
    assert came == records


def test_what_was_saved_can_be_searched_changed_and_its_steps_seen(
    tmp_path: Path, whole: tuple[bytes, Records, str | None]
) -> None:
    data, _records, passphrase = whole
    found, _came = saved(damaged(tmp_path, data, nothing), passphrase)
    store = open_file(found.path, passphrase)
    assert store.search("embassy")
    assert store.lately()
    added = store.save(Organisation(name="Added later"))
    assert store.undo() is not None
    assert not store.records(select(Organisation).where(Organisation.id == added.id))
    assert store.first(select(Letter)) is not None and store.first(select(Donation)) is not None
    store.close()


@pytest.mark.parametrize("whole", [RIGHT], indirect=True, ids=["encrypted"])
def test_nothing_is_made_for_a_wrong_passphrase_or_over_a_file(tmp_path: Path, whole: tuple[bytes, Records, str | None]) -> None:
    data, _records, passphrase = whole
    path = damaged(tmp_path, data, zeroed(9))
    with pytest.raises(WrongPassphrase):
        salvage.key_of(path, "another")
    there = tmp_path / "there.organizer"
    there.write_bytes(b"something")
    with pytest.raises(StorageFault, match="of this name already"):
        salvage.salvage(path, there, salvage.key_of(path, passphrase))
    assert there.read_bytes() == b"something"


@pytest.mark.parametrize("whole", [RIGHT], indirect=True, ids=["encrypted"])
def test_where_nothing_can_be_read_it_is_said_and_nothing_is_left(
    tmp_path: Path, whole: tuple[bytes, Records, str | None]
) -> None:
    data, _records, passphrase = whole
    path = damaged(tmp_path, data, zeroed(*range(2, len(data) // PAGE + 1)))
    with pytest.raises(DamagedFile, match="nothing can be read"):
        salvage.salvage(path, tmp_path / "saved.organizer", salvage.key_of(path, passphrase))
    assert [each.name for each in tmp_path.iterdir()] == ["branch.organizer"]


def test_a_file_that_is_open_is_not_salvaged(tmp_path: Path) -> None:
    path = tmp_path / "branch.organizer"
    store = create_file(path, RIGHT)
    with pytest.raises(OpenElsewhere):
        salvage.key_of(path, RIGHT)
    store.close(back_up=False)


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("whole", [RIGHT], indirect=True, ids=["encrypted"])
def test_a_long_value_that_runs_over_a_damaged_page_is_missing_and_not_wrong(
    tmp_path: Path, whole: tuple[bytes, Records, str | None], seed: int
) -> None:
    """SQLite reads the rest of a long value from whatever stands on its last page."""
    data, records, passphrase = whole
    dice = random.Random(seed)
    count = len(data) // PAGE
    found, came = saved(damaged(tmp_path, data, zeroed(*dice.sample(range(count // 2, count), 40))), passphrase)
    assert found.damaged == 40
    for uid, row in came.items():
        assert all(row[name] in (value, None) for name, value in records[uid].items())


@pytest.mark.parametrize("whole", [None], indirect=True, ids=["plain"])
def test_of_a_plain_file_what_makes_no_sense_is_left_out(tmp_path: Path, whole: tuple[bytes, Records, str | None]) -> None:
    data, _records, _passphrase = whole
    found, came = saved(damaged(tmp_path, data, scattered), None)
    assert not found.exact
    assert came

"""A backup that an older version made is listed, compared, searched for single records and restored like one of today."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import select

from organizer.records.donation import Donation
from organizer.store import engine, from_backup, restore
from organizer.store.kept_backups import kept_backups
from organizer.store.key import Key
from organizer.store.opening import open_file
from organizer.store.store import Store
from organizer.store.tables import FORMAT
from organizer.ui.safe_keeping.backup_words import comparison
from tests.conftest import PASSPHRASE
from tests.migrations.test_released_formats import RELEASED, unpacked


def format_of(path: Path, key: Key | None) -> int:
    connection = engine.connect(path, key, mode="ro")
    try:
        return int(engine.format_of(connection))
    finally:
        connection.close()


def amounts(store: Store) -> list[tuple[int, str]]:
    return sorted((gift.amount_minor, gift.currency) for gift in store.records(select(Donation)))


@pytest.mark.parametrize("number", RELEASED)
def test_it_is_compared_gives_back_single_records_and_takes_the_files_place(tmp_path: Path, number: str) -> None:
    """The opening of an older file makes a backup of it as it was; then all its gifts are deleted."""
    store = open_file(unpacked(tmp_path, number, PASSPHRASE), PASSPHRASE)
    key, gifts = store.key(), amounts(store)
    for gift in store.records(select(Donation)):
        store.delete(gift)
    (kept,) = kept_backups(store)
    copy = kept.backup.path
    before = copy.read_bytes()
    assert format_of(copy, key) == int(number) < FORMAT and kept.same_key and kept.counts is not None
    (line,) = (line for line in comparison(store.counts(), kept.counts) if line.name == "Donations")
    assert (line.now, line.then) == ("0", str(len(gifts)))

    for lost in from_backup.lost_records(store, copy, [Donation]).rows:
        found = from_backup.record_from(store, copy, Donation, lost.uid)
        assert found is not None
        from_backup.bring_back(store, found, "Donation brought back")
    assert amounts(store) == gifts
    store.check()
    assert copy.read_bytes() == before and not list(copy.parent.glob(".*.part"))
    store.undo()
    assert len(amounts(store)) == len(gifts) - 1

    store.close(back_up=False)
    done = restore.restore(store.path, copy, key, damaged=False, former=key)
    assert done.counts["donation"] == len(gifts)
    again = open_file(store.path, PASSPHRASE)
    assert amounts(again) == gifts
    again.check()
    again.close(back_up=False)
    assert format_of(store.path, key) == FORMAT

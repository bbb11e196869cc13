"""Single flipped bits: an encrypted file never shows a wrong value, whatever bit it is. The control, plain SQLite, does."""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

from organizer.store.opening import open_file
from tests.faults.flips import PASSPHRASE, everything, flipped, outcomes, sample

FLIPS = 300
OPENED_BY_THE_STORE = 30
FLIPS_OF_THE_CONTROL = 100


def test_no_flipped_bit_shows_a_wrong_value() -> None:
    found = flipped(FLIPS, 11)
    assert found["wrong"] == 0
    assert found["told"] > FLIPS // 4


def test_no_flipped_bit_gets_past_the_opening() -> None:
    """Of a file of usual size every page is looked at, so all but bits of pages that nothing uses are told at once."""
    data, key = sample(PASSPHRASE)

    def read(path: Path) -> list[Any]:
        store = open_file(path, key=key)
        try:
            with store.looking() as connection:
                return [list(rows) for rows in everything(connection.connection.driver_connection)]
        finally:
            store.close(back_up=False)

    found = outcomes(data, read, OPENED_BY_THE_STORE)
    assert found["wrong"] == 0
    assert found["told"] == OPENED_BY_THE_STORE


def test_the_control_a_plain_database_shows_wrong_values_in_silence() -> None:
    data, _key = sample(None)

    def read(path: Path) -> list[Any]:
        with closing(sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True)) as connection, suppress(ValueError):
            return everything(connection)
        return []

    found = outcomes(data, read, FLIPS_OF_THE_CONTROL)
    assert found["wrong"] > FLIPS_OF_THE_CONTROL // 20

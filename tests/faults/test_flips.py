"""Single flipped bits: an encrypted file never shows a wrong value, whatever bit it is. The control, plain SQLite, does."""

from __future__ import annotations

import random
import sqlite3
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as dbapi

from organizer.actions.sample import fill_with_sample
from organizer.errors import UserError
from organizer.store import engine, faults
from organizer.store.key import Key
from organizer.store.opening import create_file, open_file

FLIPS = 300
OPENED_BY_THE_STORE = 30
FLIPS_OF_THE_CONTROL = 100
Reading = Callable[[Path], list[Any]]

_TABLES = (
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'search%' AND name NOT LIKE 'sqlite%' ORDER BY name"
)


def everything(connection: Any) -> list[Any]:
    names = [name for (name,) in connection.execute(_TABLES)]
    return [list(connection.execute(f'SELECT * FROM "{name}" ORDER BY 1')) for name in names]


def after_a_flip(data: bytes, bit: int, folder: Path) -> Path:
    flipped = bytearray(data)
    flipped[bit // 8] ^= 1 << bit % 8
    path = folder / "flipped.organizer"
    path.write_bytes(flipped)
    return path


def outcomes(data: bytes, read: Reading, flips: int) -> Counter[str]:
    """What reading everything comes to after each flip: right, told, or silently wrong."""
    dice, found = random.Random(11), Counter[str]()
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        whole = folder / "whole.organizer"
        whole.write_bytes(data)
        right = read(whole)
        for _flip in range(flips):
            path = after_a_flip(data, dice.randrange(len(data) * 8), folder)
            try:
                found["right" if read(path) == right else "wrong"] += 1
            except (UserError, sqlite3.DatabaseError, dbapi.DatabaseError, UnicodeDecodeError):
                found["told"] += 1
    return found


@contextmanager
def sample(passphrase: str | None) -> Iterator[tuple[bytes, Key | None]]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "branch.organizer"
        store = create_file(path, passphrase)
        fill_with_sample(store)
        key = store.key()
        store.close(back_up=False)
        yield path.read_bytes(), key


def test_no_flipped_bit_shows_a_wrong_value() -> None:
    with sample("kettle anchor velvet") as (data, key):

        def read(path: Path) -> list[Any]:
            with faults.in_words(), closing(engine.connect(path, key, mode="ro&immutable=1")) as connection:
                return everything(connection)

        found = outcomes(data, read, FLIPS)
    assert found["wrong"] == 0
    assert found["told"] > FLIPS // 4


def test_no_flipped_bit_gets_past_the_opening() -> None:
    """Of a file of usual size every page is looked at, so all but bits of pages that nothing uses are told at once."""
    with sample("kettle anchor velvet") as (data, key):

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
    with sample(None) as (data, _key):

        def read(path: Path) -> list[Any]:
            with closing(sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True)) as connection, suppress(ValueError):
                return everything(connection)
            return []

        found = outcomes(data, read, FLIPS_OF_THE_CONTROL)
    assert found["wrong"] > FLIPS_OF_THE_CONTROL // 20

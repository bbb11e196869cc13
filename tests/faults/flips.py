"""Single flipped bits: what reading everything comes to after each."""

from __future__ import annotations

import functools
import random
import sqlite3
import tempfile
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as dbapi

from organizer.actions.sample import fill_with_sample
from organizer.errors import UserError
from organizer.store import engine, faults
from organizer.store.key import Key
from organizer.store.opening import create_file

PASSPHRASE = "kettle anchor velvet"
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


def outcomes(data: bytes, read: Reading, flips: int, seed: int = 11) -> Counter[str]:
    """What reading everything comes to after each flip: right, told, or silently wrong."""
    dice, found = random.Random(seed), Counter[str]()
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


@functools.cache
def sample(passphrase: str | None) -> tuple[bytes, Key | None]:
    """A file of usual size, and its key."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "branch.organizer"
        store = create_file(path, passphrase)
        fill_with_sample(store)
        key = store.key()
        store.close(back_up=False)
        return path.read_bytes(), key


def flipped(count: int, seed: int, *, plain: bool = False) -> Counter[str]:
    """Flips in an encrypted file of usual size, read past the opening, so that every page is met by chance alone."""
    data, key = sample(None if plain else PASSPHRASE)

    def read(path: Path) -> list[Any]:
        with faults.in_words(), closing(engine.connect(path, key, mode="ro&immutable=1")) as connection:
            return everything(connection)

    return outcomes(data, read, count, seed)

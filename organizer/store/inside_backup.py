"""Reading inside a backup without restoring it: a connection for looking only, in this program's format."""

from __future__ import annotations

import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from organizer.store import engine, faults
from organizer.store.key import PLAIN_HEADER, Key
from organizer.store.tables import FORMAT


@contextmanager
def inside(copy: Path, key: Key | None) -> Iterator[Connection]:
    """A backup to be read from. One of an older format is read from a copy of it that was brought up to date and goes at the end.

    UserErrors: it cannot be opened with this key, or there is no room for the copy.
    """
    with faults.in_words():
        bare = engine.connect(copy, _fitting(copy, key), mode="ro")
        try:
            if engine.format_of(bare) == FORMAT:
                yield from _reading(bare)
                return
        finally:
            bare.close()
    with _up_to_date(copy, _fitting(copy, key)) as bare, faults.in_words(faults.OF_SQLITE):
        yield from _reading(bare)


def _fitting(copy: Path, key: Key | None) -> Key | None:
    with copy.open("rb") as file:
        return None if file.read(len(PLAIN_HEADER)) == PLAIN_HEADER else key


def _reading(bare: Any) -> Iterator[Connection]:
    with engine.engine_over(bare, only_looking=True).connect() as connection:
        yield connection


@contextmanager
def _up_to_date(copy: Path, key: Key | None) -> Iterator[Any]:
    from organizer.store import migrate

    fresh = copy.with_name(f".{secrets.token_hex(8)}.part")
    with faults.in_words():
        engine.born_private(fresh)
        try:
            shutil.copyfile(copy, fresh)
            bare = engine.connect(fresh, key)
            try:
                engine.settle(bare)
                migrate.upgrade(bare)
                yield bare
            finally:
                bare.close()
        finally:
            fresh.unlink(missing_ok=True)

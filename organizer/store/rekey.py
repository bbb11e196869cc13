"""Another key for an open file: all of it is copied into a new file under that key, proved, and only then put in its place.

Never `PRAGMA rekey`: killed in the middle with a new salt, it leaves a file that neither passphrase opens.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as dbapi

from organizer.errors import DamagedFile, StorageFault, Unfinished
from organizer.i18n import _
from organizer.store import backup, checks, engine, faults, files
from organizer.store.key import Key

_CARRIED = ("application_id", "user_version")
_SAID = {"full": faults.disk_full, "memory": faults.no_memory}


def exported(connection: Any, path: Path, key: Key) -> Path:
    """A proved copy of the open file under another key, beside it. DamagedFile, StorageFault: then there is none.

    What a program that was killed in the middle left behind goes first.
    """
    fresh = _fresh(path)
    with faults.in_words():
        _forget(fresh)
        engine.born_private(fresh)
        try:
            _export(connection, fresh, key)
            _prove(connection, fresh, key)
            files.sync(fresh)
        except BaseException:
            with suppress(OSError):
                _forget(fresh)
            raise
    return fresh


def forget_left_behind(path: Path) -> None:
    """Delete what a program left that was killed while it changed the passphrase of this file, which must not be open."""
    with suppress(OSError):
        _forget(_fresh(path))


def take_over(fresh: Path, path: Path) -> None:
    """Put the new file in the place of the old one, which must be closed."""
    with faults.in_words():
        fresh.replace(path)


def settled(path: Path) -> None:
    """Make that last through a power cut."""
    with faults.in_words():
        files.sync_folder(path.parent)


@contextmanager
def in_force() -> Iterator[None]:
    """What is done once the new file lies in the place of the old one. Unfinished where the disk fails then."""
    try:
        yield
    except StorageFault as fault:
        raise Unfinished(
            _("The new passphrase opens the file from now on, but the disk failed right after it was changed."),
            _("Keep the old passphrase too until you have closed the file and opened it with the new one."),
        ) from fault


def _export(connection: Any, fresh: Path, key: Key) -> None:
    connection.execute("ATTACH DATABASE ? AS fresh KEY ?", (str(fresh), f"x'{key.raw.hex()}{key.salt.hex()}'"))
    try:
        _copy(connection)
        for name in _CARRIED:
            connection.execute(f"PRAGMA fresh.{name} = {_pragma(connection, name)}")
    finally:
        connection.execute("DETACH DATABASE fresh")


def _copy(connection: Any) -> None:
    try:
        connection.execute("SELECT sqlcipher_export('fresh')").fetchall()
    except dbapi.OperationalError as fault:  # the function says in words alone what the disk did, not by SQLite's code for it
        raise next((told() for word, told in _SAID.items() if word in str(fault)), faults.unreachable()) from fault


def _prove(connection: Any, fresh: Path, key: Key) -> None:
    """DamagedFile unless the copy is whole and holds, row for row and to the penny, what the open file holds."""
    counted = backup.verified(fresh, key, depth=checks.FULL)
    other = engine.connect(fresh, key, mode="ro")
    try:
        alike = counted == checks.counts(connection) and _shape(other) == _shape(connection)
    finally:
        other.close()
    if not alike:
        raise DamagedFile(
            _("The file did not come out the same under its new passphrase, so the old one stays."),
            _("Look whether the disk has room, and try again."),
        )


def _shape(connection: Any) -> tuple[object, ...]:
    """Its marks, and every table, index and trigger."""
    schema = connection.execute("SELECT type, name, sql FROM sqlite_schema ORDER BY type, name").fetchall()
    return (*(_pragma(connection, name) for name in _CARRIED), *schema)


def _pragma(connection: Any, name: str) -> int:
    (value,) = connection.execute(f"PRAGMA {name}").fetchone()
    return int(value)


def _fresh(path: Path) -> Path:
    return path.with_name(f".{path.name}.new")


def _forget(fresh: Path) -> None:
    for path in (fresh, fresh.with_name(f"{fresh.name}-journal")):
        path.unlink(missing_ok=True)

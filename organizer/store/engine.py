"""The one connection to the file: SQLCipher through SQLAlchemy, every pragma set and read back."""

from __future__ import annotations

import logging
import os
from contextlib import suppress
from pathlib import Path
from typing import Any
from urllib.parse import quote

import sqlcipher3.dbapi2 as dbapi
from sqlalchemy import Engine, create_engine, event
from sqlalchemy.pool import StaticPool

from organizer.errors import NewerFile, NotACampaignFile
from organizer.i18n import _
from organizer.store import faults
from organizer.store.key import Key
from organizer.store.tables import APPLICATION_ID, FORMAT

# What SQLAlchemy has to say of itself is tracebacks with SQL in them. What goes wrong is raised and told; no log holds more
logging.getLogger("sqlalchemy").setLevel(logging.CRITICAL)
CACHE_KIB = 32_768
_CORRUPT, _NOT_A_DATABASE = 11, 26
_NO_MEMORY = "(OOM)"
"""What SQLCipher says of a page that it could not prove for want of memory."""
# In this order. Each is read back: a pragma that SQLite does not know or not allow is otherwise passed over in silence.
_PRAGMAS: tuple[tuple[str, str, object], ...] = (
    ("foreign_keys", "ON", 1),
    ("trusted_schema", "OFF", 0),
    ("cell_size_check", "ON", 1),
    ("temp_store", "MEMORY", 2),
    ("secure_delete", "ON", 1),  # SQLite keeps deleted pages: erased names must be gone
    ("locking_mode", "EXCLUSIVE", "exclusive"),
    ("journal_mode", "DELETE", "delete"),  # A copy of the open file holds all that was committed; with WAL it held none
    ("synchronous", "EXTRA", 3),
    ("cache_size", f"-{CACHE_KIB}", -CACHE_KIB),
)


class BareConnection(dbapi.Connection):  # type: ignore[misc]
    """The driver's connection, which takes back now what it can, and the rest before it begins anything else.

    Rolling back takes memory, and the disk may fail in it; whoever asks for it has a fault to tell already, which must not be
    lost behind that one. SQLAlchemy would even close the connection.
    """

    def rollback(self) -> None:
        with suppress(MemoryError, dbapi.OperationalError):
            self.take_back()

    def take_back(self) -> None:
        """Roll back, or raise what stands against it."""
        super().rollback()


def fits(path: Path, key: Key) -> bool:
    """Whether a key opens a file. Looks at it as it lies: takes no lock and leaves a half-done transaction alone.

    Looks twice before it says no: SQLCipher says so too where it had no memory for trying.
    """
    return _fits(path, key) or _fits(path, key)


def _fits(path: Path, key: Key) -> bool:
    try:
        connect(path, key, mode="ro&immutable=1").close()
    except dbapi.DatabaseError as fault:
        code = getattr(fault, "sqlite_errorcode", None)
        if code == _NOT_A_DATABASE:
            return False
        # It could be read, so the key is right: a transaction that was cut off leaves a file shorter than it says
        if code != _CORRUPT:
            raise
    return True


def is_whole(path: Path, key: Key) -> bool:
    """Whether every page of a file is as it was written; also where there is no memory now for proving it. Takes no lock."""
    try:
        connection = connect(path, key, mode="ro&immutable=1")
        try:
            found = connection.execute("PRAGMA cipher_integrity_check").fetchall()
        finally:
            connection.close()
    except MemoryError:
        return True
    except dbapi.DatabaseError:
        return False
    return all(_NO_MEMORY in words for (words,) in found)


def connect(path: Path, key: Key | None, *, mode: str = "rw") -> Any:
    """A bare connection to a file that is there. The key is proved by the first read; a wrong one is SQLITE_NOTADB."""
    uri = f"file:{quote(str(path.absolute()))}?mode={mode}"
    connection = dbapi.connect(
        uri, uri=True, isolation_level=None, check_same_thread=False, timeout=0, cached_statements=256, factory=BareConnection
    )
    try:
        if key is not None:
            connection.execute(key.pragma())
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except BaseException:
        connection.close()
        raise
    return connection


def connected(path: Path, key: Key | None) -> Any:
    """A bare connection to work on, with the file taken for this program alone. StorageFault, or DamagedFile."""
    with faults.in_words():
        connection = connect(path, key)
        try:
            settle(connection)
        except BaseException:
            connection.close()
            raise
    return connection


def settle(connection: Any) -> None:
    """Set the pragmas that every connection works under, and take the file for this program alone."""
    for name, value, expected in _PRAGMAS:
        connection.execute(f"PRAGMA {name} = {value}")
        (found,) = connection.execute(f"PRAGMA {name}").fetchone()
        if found != expected:
            raise RuntimeError(f"pragma {name} is {found!r}, not {expected!r}")
    connection.execute("BEGIN EXCLUSIVE")
    connection.execute("COMMIT")


def settle_for_looking(connection: Any) -> None:
    """Set the pragmas of a connection that writes nothing, and see to it that it does not."""
    for name, value in (("foreign_keys", "ON"), ("trusted_schema", "OFF"), ("cell_size_check", "ON"), ("temp_store", "MEMORY")):
        connection.execute(f"PRAGMA {name} = {value}")
    connection.execute(f"PRAGMA cache_size = -{CACHE_KIB}")
    connection.execute("PRAGMA query_only = ON")


def mark_as_ours(connection: Any) -> None:
    """Write into a new file whose it is and of which format."""
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {FORMAT}")


def format_of(connection: Any) -> int:
    """The format of an open file. NotACampaignFile for other programs' files, NewerFile for later versions'."""
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if application != APPLICATION_ID:
        raise foreign()
    if version > FORMAT:
        raise NewerFile(
            _("This file was written by a later version of the program (file format {number}).").format(number=version),
            _("Install a version that reads format {number}, or open a backup from before.").format(number=version),
        )
    return int(version)


def foreign() -> NotACampaignFile:
    return NotACampaignFile(
        _("This file was made by another program."),
        _("Choose a file that Picket Organizer has made; its name ends in .organizer."),
    )


def engine_over(connection: Any, *, only_looking: bool = False) -> Engine:
    """SQLAlchemy over one bare connection, which all its work shares. Transactions begin with the write lock, if any."""
    begin = "BEGIN" if only_looking else "BEGIN IMMEDIATE"
    engine = create_engine(
        "sqlite://",
        module=dbapi,
        creator=lambda: connection,
        poolclass=StaticPool,
        pool_reset_on_return=None,
        hide_parameters=True,
    )
    event.listen(engine, "begin", lambda started: started.exec_driver_sql(begin))
    return engine


def born_private(path: Path) -> None:
    """Make the empty file, readable by its owner alone. FileExistsError when there is one: nothing is ever overwritten."""
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))

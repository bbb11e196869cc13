"""The one connection to the file: SQLCipher through SQLAlchemy, every pragma set and read back."""

from __future__ import annotations

import os
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

CACHE_KIB = 32_768
_CORRUPT, _NOT_A_DATABASE = 11, 26
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


def fits(path: Path, key: Key) -> bool:
    """Whether a key opens a file. Looks at it as it lies: takes no lock and leaves a half-done transaction alone."""
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


def connect(path: Path, key: Key | None, *, mode: str = "rw") -> Any:
    """A bare connection to a file that is there. The key is proved by the first read; a wrong one is SQLITE_NOTADB."""
    uri = f"file:{quote(str(path.absolute()))}?mode={mode}"
    connection = dbapi.connect(uri, uri=True, isolation_level=None, check_same_thread=False, timeout=0, cached_statements=256)
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
    engine = create_engine("sqlite://", module=dbapi, creator=lambda: connection, poolclass=StaticPool, hide_parameters=True)
    event.listen(engine, "begin", lambda started: started.exec_driver_sql(begin))
    return engine


def born_private(path: Path) -> None:
    """Make the empty file, readable by its owner alone. FileExistsError when there is one: nothing is ever overwritten."""
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))

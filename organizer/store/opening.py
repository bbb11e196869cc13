"""Making and opening files: every check in its order, every refusal with its own two sentences."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as dbapi

from organizer import paths
from organizer.errors import NotACampaignFile, StorageFault, UserError
from organizer.i18n import _
from organizer.store import backup, checks, engine, faults, schema
from organizer.store import key as keys
from organizer.store.key import PLAIN_HEADER, Key
from organizer.store.lock import FileLock
from organizer.store.store import Store
from organizer.store.tables import FORMAT

SMALLEST_FILE = 4096
LARGEST_LOOKED_OVER = 16 * 2**20
"""In bytes: about 0.1 s of checking."""


def is_plain(path: Path) -> bool:
    """Whether the file is not encrypted. NotACampaignFile when it cannot be a file of ours at all."""
    return _header(path) == PLAIN_HEADER


def derive_key(path: Path, passphrase: str | None) -> Key | None:
    """The key that opens a file, None for a plain one. Slow: for a worker thread. WrongPassphrase when none of them does."""
    if is_plain(path):
        return None
    for key in keys.keys_to_try(path, passphrase or ""):
        if _opens(path, key):
            return key
    raise faults.wrong_passphrase()


def create_file(path: Path, passphrase: str | None, *, origin: str = "", key: Key | None = None) -> Store:
    """Make a new file and open it. `passphrase` None and no key makes a plain one; a key is one from `key.new_key`."""
    key = key or (keys.new_key(passphrase) if passphrase is not None else None)
    lock = FileLock(path)
    with faults.in_words():
        try:
            engine.born_private(path)
        except FileExistsError as fault:
            raise name_taken() from fault
    try:
        lock.take()
        connection = _connected(path, key)
        schema.create(connection)
    except BaseException:
        lock.release()
        path.unlink(missing_ok=True)
        raise
    return Store(path, connection, lock=lock, key=key, origin=origin)


def open_file(path: Path, passphrase: str | None = None, *, key: Key | None = None) -> Store:
    """Open a file that is there. Hand in the key where it was derived in another thread."""
    _header(path)
    lock = FileLock(path)
    lock.take()
    try:
        key = key or derive_key(path, passphrase)
        connection = _connected(path, key)
        try:
            _bring_up_to_date(path, connection, key)
            _look_over(path, connection)
        except BaseException:
            connection.close()
            raise
    except BaseException:
        lock.release()
        raise
    return Store(path, connection, lock=lock, key=key)


def _connected(path: Path, key: Key | None) -> Any:
    with faults.in_words():
        connection = engine.connect(path, key)
        try:
            engine.settle(connection)
        except BaseException:
            connection.close()
            raise
    return connection


def _bring_up_to_date(path: Path, connection: Any, key: Key | None) -> None:
    """Migrate an older file, with a verified backup before. NewerFile and NotACampaignFile for what is not for us."""
    with faults.in_words():
        if engine.format_of(connection) == FORMAT:
            return
        folder = paths.backups(path)
        backup.make(connection, key, folder=folder, stem=path.stem, number=backup.next_number(folder, path.stem))
        from organizer.store import migrate  # Alembic takes a while to import, and hardly any opening needs it

        migrate.upgrade(connection)


def _look_over(path: Path, connection: Any) -> None:
    """Prove a file of usual size whole. SQLCipher proves every page that is read anyway; large files are proved at backups."""
    if path.stat().st_size <= LARGEST_LOOKED_OVER:
        with faults.in_words():
            checks.prove_whole(connection)


def _opens(path: Path, key: Key) -> bool:
    try:
        engine.connect(path, key, read_only=True).close()
    except dbapi.DatabaseError as fault:
        error = faults.as_user_error(fault)
        if error is None or type(error) is not type(faults.wrong_passphrase()):
            raise (error or fault) from fault
        return False
    return True


def _header(path: Path) -> bytes:
    """The first 16 bytes. NotACampaignFile for what has none, or is no file."""
    if path.is_dir():
        raise NotACampaignFile(_("This is a folder, not a file."), _("Choose a file in it whose name ends in .organizer."))
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            header = file.read(len(PLAIN_HEADER))
    except FileNotFoundError as fault:
        raise StorageFault(
            _("There is no such file any more."),
            _("Look whether it was moved or renamed, or whether its disk or stick is missing."),
        ) from fault
    except OSError as fault:
        raise (faults.as_user_error(fault) or fault) from fault
    if size == 0:
        raise empty()
    if size < SMALLEST_FILE:
        raise cut_short()
    return header


def name_taken() -> StorageFault:
    return StorageFault(_("There is a file of this name already."), _("Choose another name, or open that file."))


def empty() -> UserError:
    return NotACampaignFile(
        _("This file is empty: nothing was ever written into it, or it was not copied to its end."),
        _("Copy it again from where it came from, or open the newest backup."),
    )


def cut_short() -> UserError:
    return NotACampaignFile(
        _("This file is too short to be a campaign file."), _("Copy it again from where it came from, or open the newest backup.")
    )

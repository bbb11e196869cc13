"""Making and opening files: every check in its order, every refusal with its own two sentences."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from organizer import paths
from organizer.errors import NotACampaignFile, StorageFault, UserError
from organizer.i18n import _
from organizer.store import backup, checks, engine, faults, files, schema
from organizer.store import key as keys
from organizer.store.key import PLAIN_HEADER, Key
from organizer.store.lock import FileLock
from organizer.store.store import Store
from organizer.store.tables import FORMAT

SMALLEST_FILE = 4096
LARGEST_LOOKED_OVER = 16 * 2**20
"""In bytes: about 0.1 s of checking."""
_HOT_JOURNAL = bytes.fromhex("d9d505f920a163d7")


def is_plain(path: Path) -> bool:
    """Whether the file is not encrypted. NotACampaignFile when it cannot be a file of ours at all, OpenElsewhere."""
    refuse_by_size(path)
    FileLock(path).refuse_if_held()
    return _header(path) == PLAIN_HEADER


def derive_key(path: Path, passphrase: str | None) -> Key | None:
    """The key that opens a file, None for a plain one. Slow: for a worker thread. WrongPassphrase when none of them does."""
    return None if is_plain(path) else _fitting(path, keys.keys_to_try(_header(path), passphrase or ""))


def create_file(path: Path, passphrase: str | None, *, origin: str = "", key: Key | None = None) -> Store:
    """Make a new file and open it. `passphrase` None and no key makes a plain one; a key is one from `key.new_key`."""
    key = key or (keys.new_key(passphrase) if passphrase is not None else None)
    with faults.in_words():
        try:
            engine.born_private(path)
        except FileExistsError as fault:
            raise name_taken() from fault
    lock = FileLock(path)
    try:
        lock.take()
        connection = _connected(path, key)
        try:
            schema.create(connection)
            return Store(path, connection, lock=lock, key=key, origin=origin)
        except BaseException:
            connection.close()
            raise
    except BaseException:
        path.unlink(missing_ok=True)
        lock.release()
        raise


def open_file(path: Path, passphrase: str | None = None, *, key: Key | None = None) -> Store:
    """Open a file that is there. Hand in the key where it was derived in another thread."""
    refuse_by_size(path)
    lock = FileLock(path)
    lock.take()
    try:
        connection, key = _unlocked(path, passphrase, key)
        try:
            _bring_up_to_date(path, connection, key)
            _look_over(path, connection)
            return Store(path, connection, lock=lock, key=key)
        except BaseException:
            connection.close()
            raise
    except BaseException:
        lock.release()
        raise


def _unlocked(path: Path, passphrase: str | None, key: Key | None) -> tuple[Any, Key | None]:
    header = _header(path)
    if header == PLAIN_HEADER:
        fitting = None
    else:
        fitting = _fitting(path, [key] if key else keys.keys_to_try(header, passphrase or ""))
    _save_hot_journal(path)
    return _connected(path, fitting), fitting


def _fitting(path: Path, tried: Iterable[Key]) -> Key:
    """The first of these keys that opens the file."""
    for key in tried:
        with faults.in_words():
            if engine.fits(path, key):
                return key
    raise faults.wrong_passphrase()


def _save_hot_journal(path: Path) -> None:
    """Keep what a killed program left half done, before SQLite takes it back: should that go wrong, it can be tried again."""
    journal = path.with_name(f"{path.name}-journal")
    with faults.in_words():
        if journal.exists() and journal.read_bytes()[: len(_HOT_JOURNAL)] == _HOT_JOURNAL:
            folder = paths.backups(path)
            folder.mkdir(mode=0o700, exist_ok=True)
            at_utc = datetime.now(UTC).strftime("%Y-%m-%d %H.%M.%S")
            files.write_atomic(folder / f"{path.stem} half done {at_utc}.journal", journal.read_bytes())


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
        copy = backup.copy(connection, folder)
        backup.keep(copy, key, stem=path.stem, number=backup.next_number(folder, path.stem))
        from organizer.store import migrate  # Alembic takes a while to import, and hardly any opening needs it

        migrate.upgrade(connection)


def _look_over(path: Path, connection: Any) -> None:
    """Prove a file of usual size whole. SQLCipher proves every page that is read anyway; large files are proved at backups."""
    with faults.in_words():
        size = path.stat().st_size
        (pages,), (page_size,) = (connection.execute(f"PRAGMA {name}").fetchone() for name in ("page_count", "page_size"))
        if size < pages * int(page_size):
            raise faults.damaged()
        if size <= LARGEST_LOOKED_OVER:
            checks.prove_whole(connection)


def refuse_by_size(path: Path) -> None:
    """NotACampaignFile for a folder or what is too short, StorageFault for what is not there. Does not open it."""
    with faults.in_words():
        if path.is_dir():
            raise NotACampaignFile(_("This is a folder, not a file."), _("Choose a file in it whose name ends in .organizer."))
        try:
            size = path.stat().st_size
        except FileNotFoundError as fault:
            raise not_there() from fault
    if size == 0:
        raise empty()
    if size < SMALLEST_FILE:
        raise cut_short()


def _header(path: Path) -> bytes:
    """The first 16 bytes: those of every plain SQLite file, or the salt. NotACampaignFile for what other programs begin with."""
    with faults.in_words(), path.open("rb") as file:
        header = file.read(keys.SALT_BYTES)
    if keys.looks_foreign(header):
        raise engine.foreign()
    return header


def not_there() -> StorageFault:
    return StorageFault(
        _("There is no such file."),
        _("Look whether it was moved or renamed, or whether its disk or stick is missing."),
    )


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

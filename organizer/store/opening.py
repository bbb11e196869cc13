"""Making and opening files: every check in its order, every refusal with its own two sentences."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

from organizer import paths
from organizer.errors import NotACampaignFile, StorageFault, UserError
from organizer.i18n import _
from organizer.store import backup, checks, engine, faults, mending, rekey, restore, schema
from organizer.store import key as keys
from organizer.store.key import PLAIN_HEADER, Key
from organizer.store.lock import FileLock
from organizer.store.store import Store
from organizer.store.tables import FORMAT

SMALLEST_FILE = 4096
LARGEST_LOOKED_OVER = 16 * 2**20
"""In bytes: about 0.1 s of checking."""


def is_plain(path: Path) -> bool:
    """Whether the file is not encrypted. NotACampaignFile when it cannot be a file of ours at all, OpenElsewhere."""
    refuse_by_size(path)
    FileLock(path).refuse_if_held()
    return _header(path) == PLAIN_HEADER


def derive_key(path: Path, passphrase: str | None) -> Key | None:
    """The key that opens a file, None for a plain one. Slow: for a worker thread. WrongPassphrase when none of them does."""
    return None if is_plain(path) else _fitting_key(path, passphrase, None)


def create_file(path: Path, passphrase: str | None, *, origin: str = "", key: Key | None = None) -> Store:
    """Make a new file and open it. `passphrase` None and no key makes a plain one; a key is one from `key.new_key`."""
    key = key or (keys.new_key(passphrase) if passphrase is not None else None)
    with faults.in_words():
        try:
            engine.born_private(path)
        except FileExistsError as fault:
            raise faults.name_taken() from fault
    lock = FileLock(path)
    try:
        lock.take()
        connection = engine.connected(path, key)
        try:
            schema.create(connection)
            return Store(path, connection, lock=lock, key=key, origin=origin)
        except BaseException:
            connection.close()
            raise
    except BaseException:
        with suppress(OSError):
            path.unlink(missing_ok=True)
        lock.release()
        raise


def open_file(path: Path, passphrase: str | None = None, *, key: Key | None = None) -> Store:
    """Open a file that is there; where nothing can be written, for looking only. Hand in a key derived in another thread.

    What had to be mended or put aside stands in the store's `notices`.
    """
    refuse_by_size(path)
    lock = FileLock(path)
    only_looking = _taken_or_only_looking(path, lock)
    try:
        finished = () if only_looking else restore.finish(path)
        key = _fitting_key(path, passphrase, key)
        if not only_looking:
            rekey.forget_left_behind(path)
        with faults.in_words():
            was_cut_off = mending.has_hot_journal(path)
            notices = [] if only_looking else [*finished, *_made_ready(path, key)]
        connection = _connected_for_looking(path, key) if only_looking else engine.connected(path, key)
        try:
            _bring_up_to_date(path, connection, key, only_looking=only_looking)
            _look_over(path, connection, was_cut_off=was_cut_off, only_looking=only_looking)
            store = Store(path, connection, lock=lock, key=key, only_looking=only_looking)
        except BaseException:
            connection.close()
            raise
    except BaseException:
        lock.release()
        raise
    store.notices = tuple(notices)
    return store


def _taken_or_only_looking(path: Path, lock: FileLock) -> bool:
    """Whether the file lies where nothing can be written; else its lock is taken."""
    if not os.access(path, os.W_OK):
        lock.refuse_if_held()
        return True
    try:
        lock.take()
    except StorageFault as fault:
        if not faults.not_allowed(fault):
            raise
        return True
    return False


def _fitting_key(path: Path, passphrase: str | None, key: Key | None) -> Key | None:
    if key is not None:
        return _fitting(path, [key])
    header = _header(path)
    return None if header == PLAIN_HEADER else _fitting(path, _keys(path, header, passphrase or ""))


def _keys(path: Path, header: bytes, passphrase: str) -> Iterator[Key]:
    """Those of the file's own beginning, and should that be damaged, those of its newest backup's."""
    yield from keys.keys_to_try(header, passphrase)
    salt = mending.salt_of_newest_backup(path)
    if salt is not None and salt != header:
        yield from keys.keys_to_try(salt, passphrase)


def _fitting(path: Path, tried: Iterable[Key]) -> Key:
    """The first of these keys that opens the file as it lies, or as it was before what a crash cut off."""
    with faults.in_words():
        passed = []
        for key in tried:
            if engine.fits(path, key):
                return key
            passed.append(key)
        if mending.has_hot_journal(path):
            with mending.as_before(path) as copy:
                for key in passed:
                    if engine.fits(copy, key):
                        return key
    raise faults.wrong_passphrase()


def _made_ready(path: Path, key: Key | None) -> list[str]:
    """Mend what can be mended before SQLite touches the file; sentences about it."""
    mended = mending.mend_beginning(path, key) if key is not None else ()
    return [*mending.put_strays_aside(path), *mending.settle_journal(path, key), *mended]


def _connected_for_looking(path: Path, key: Key | None) -> Any:
    with faults.in_words():
        return mending.connected_for_looking(path, key)


def _bring_up_to_date(path: Path, connection: Any, key: Key | None, *, only_looking: bool) -> None:
    """Migrate an older file, with a verified backup before. NewerFile and NotACampaignFile for what is not for us."""
    with faults.in_words():
        if engine.format_of(connection) == FORMAT:
            return
        if only_looking:
            raise too_old_to_look_at()
        folder = paths.backups(path)
        copy = backup.copy(connection, folder)
        backup.keep(copy, key, stem=path.stem, number=backup.next_number(folder, path.stem))
        from organizer.store import migrate  # Alembic takes a while to import, and hardly any opening needs it

        migrate.upgrade(connection)


def _look_over(path: Path, connection: Any, *, was_cut_off: bool, only_looking: bool) -> None:
    """Prove a file of usual size whole. SQLCipher proves every page that is read anyway; large files are proved at backups.

    Pages that nothing uses are written over where they may be torn, or hold words of a transaction that was cut off.
    """
    with faults.in_words():
        size = path.stat().st_size
        (pages,), (page_size,) = (connection.execute(f"PRAGMA {name}").fetchone() for name in ("page_count", "page_size"))
        if size < pages * int(page_size):
            raise faults.damaged()
        torn = size <= LARGEST_LOOKED_OVER and checks.prove_whole(connection)
        if (torn or was_cut_off) and not only_looking:
            mending.overwrite_unused(connection)


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
    """The first 16 bytes: those of every plain SQLite file, or the salt. NotACampaignFile for what other programs begin with,
    but for a file that has backups: there something was written over its beginning.
    """
    with faults.in_words(), path.open("rb") as file:
        header = file.read(keys.SALT_BYTES)
    if keys.looks_foreign(header) and mending.salt_of_newest_backup(path) is None:
        raise engine.foreign()
    return header


def not_there() -> StorageFault:
    return StorageFault(
        _("There is no such file."),
        _("Look whether it was moved or renamed, or whether its disk or stick is missing."),
    )


def too_old_to_look_at() -> StorageFault:
    return StorageFault(
        _("This file was written by an earlier version of the program and has to be brought up to date first."),
        _("Copy it to a folder of your own, and open it there."),
    )


def empty() -> UserError:
    return NotACampaignFile(
        _("This file is empty: nothing was ever written into it, or it was not copied to its end."),
        _("Copy it again from where it came from, or open the newest backup."),
    )


def cut_short() -> UserError:
    return NotACampaignFile(
        _("This file is too short to be a campaign file."), _("Copy it again from where it came from, or open the newest backup.")
    )

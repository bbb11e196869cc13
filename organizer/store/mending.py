"""What lies around a file that is opened after a mishap: what does not belong to it is put aside, and nothing deleted.

A journal is tried on a copy first: one of another file, or of another day, would write its pages over good ones. A damaged
beginning is replaced from the newest backup, which begins alike.
"""

from __future__ import annotations

import filecmp
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as dbapi

from organizer import paths
from organizer.errors import DamagedFile
from organizer.i18n import _
from organizer.store import backup, checks, engine, faults, files
from organizer.store.key import PLAIN_HEADER, SALT_BYTES, Key

_HOT_JOURNAL = bytes.fromhex("d9d505f920a163d7")
_TRIAL = ".part-trial"
_PAGE, _LARGEST_FILLER = 4096, 2**24
_DISK_FAULT, _DISK_FULL = 10, 13


def has_hot_journal(path: Path) -> bool:
    """Whether a transaction was cut off, so that SQLite would write back what was there before it."""
    return _begins(_journal(path), len(_HOT_JOURNAL)) == _HOT_JOURNAL


def has_strays(path: Path) -> bool:
    """Whether companions of a kind lie beside the file that this program never makes."""
    return any(stray.exists() for stray in _strays(path))


def put_strays_aside(path: Path) -> Iterator[str]:
    """Move a stale -wal and -shm away: SQLite would take what another file left there for this one's. Sentences about it."""
    moved = [_put_aside(path, stray) for stray in _strays(path) if stray.exists()]
    if moved:
        yield _("Files of another program lay beside this one and were put into the backup folder, so that they do no harm.")


def settle_journal(path: Path, key: Key | None) -> Iterator[str]:
    """See that the journal that lies there may be written back. It is copied aside in any case. DamagedFile: nothing helps."""
    if not has_hot_journal(path):
        return
    _keep(path, _journal(path))
    with as_before(path) as copy:
        if _is_whole(copy, key):
            return
    with _copied(path) as copy:
        if not _is_whole(copy, key):
            raise faults.damaged()
    _put_aside(path, _journal(path))
    yield _("A journal that does not belong to this file lay beside it and was put into the backup folder.")


@contextmanager
def as_before(path: Path) -> Iterator[Path]:
    """A copy of the file as it was before the transaction that was cut off; it goes at the end."""
    with _copied(path) as copy:
        shutil.copyfile(_journal(path), _journal(copy))
        with suppress(dbapi.DatabaseError):  # written back before the first page is read, whatever its key
            engine.connect(copy, None).close()
        yield copy


@contextmanager
def _copied(path: Path) -> Iterator[Path]:
    folder = _backup_folder(path)
    for left in folder.glob(f".*{_TRIAL}*"):  # by a program that was killed
        left.unlink(missing_ok=True)
    copy = folder / f".{secrets.token_hex(8)}{_TRIAL}"
    try:
        engine.born_private(copy)
        shutil.copyfile(path, copy)
        yield copy
    finally:
        copy.unlink(missing_ok=True)
        _journal(copy).unlink(missing_ok=True)


def _is_whole(path: Path, key: Key | None) -> bool:
    try:
        connection = engine.connect(path, key)
    except dbapi.DatabaseError:
        return False
    try:
        (pages,), (size,) = (connection.execute(f"PRAGMA {name}").fetchone() for name in ("page_count", "page_size"))
        checks.prove_whole(connection)
        return bool(path.stat().st_size >= pages * int(size))
    except (dbapi.DatabaseError, DamagedFile):
        return False
    finally:
        connection.close()


def overwrite_unused(connection: Any) -> None:
    """Write over the pages that nothing uses, some of which are torn: a copy of the file page by page would stop at them.

    They are filled and given back, which zeroes them, in one transaction. Where the disk takes nothing they stay as they are.
    """
    try:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("CREATE TABLE filler (zeros BLOB)")
        while left := connection.execute("PRAGMA freelist_count").fetchone()[0]:
            connection.execute("INSERT INTO filler VALUES (zeroblob(?))", (min(left * _PAGE, _LARGEST_FILLER),))
        connection.execute("DROP TABLE filler")
        connection.execute("COMMIT")
    except dbapi.OperationalError as fault:
        connection.rollback()
        if fault.sqlite_errorcode & 0xFF not in (_DISK_FAULT, _DISK_FULL):
            raise


def salt_of_newest_backup(path: Path) -> bytes | None:
    """With what the newest backup begins, where it is encrypted: what this file should begin with."""
    with suppress(OSError):
        for known in backup.in_folder(paths.backups(path), path.stem)[:1]:
            begins = _begins(known.path, SALT_BYTES)
            return None if begins == PLAIN_HEADER or len(begins) < SALT_BYTES else begins
    return None


def mend_beginning(path: Path, key: Key) -> Iterator[str]:
    """Give a file whose first bytes were damaged those of its key, once a copy of it as it lies was put aside."""
    if _begins(path, SALT_BYTES) == key.salt or has_hot_journal(path):  # a journal brings the first page back by itself
        return
    aside = _keep(path, path)
    mended = path.with_name(f".{secrets.token_hex(8)}.part")
    try:
        engine.born_private(mended)
        shutil.copyfile(path, mended)
        with mended.open("r+b") as file:
            file.write(key.salt)
        if not filecmp.cmp(path, aside, shallow=False) or not _is_whole(mended, key):
            raise faults.damaged()
        files.into_place(mended, path)
    finally:
        mended.unlink(missing_ok=True)
    yield _("The first bytes of this file were damaged and have been mended. It lies in the backup folder as it was.")


def _journal(path: Path) -> Path:
    return path.with_name(f"{path.name}-journal")


def _strays(path: Path) -> list[Path]:
    return [path.with_name(f"{path.name}{end}") for end in ("-wal", "-shm")]


def _keep(path: Path, what: Path) -> Path:
    """Copy into the backup folder what is about to be changed."""
    kept = _name_aside(path, what)
    engine.born_private(kept)
    shutil.copyfile(what, kept)
    files.into_place(kept, kept)
    return kept


def _put_aside(path: Path, stray: Path) -> Path:
    return stray.rename(_name_aside(path, stray))


def _name_aside(path: Path, what: Path) -> Path:
    """A name of its own in the backup folder, which no backup has: it says what it was and when it was put there."""
    at_utc = datetime.now(UTC).strftime("%Y-%m-%d %H.%M.%S")
    end = what.name.removeprefix(path.name).removeprefix("-") or "damaged"
    stem = f"{path.stem} {_WORDS[end]} {at_utc}"
    folder, number = _backup_folder(path), 1
    while (name := folder / f"{stem}{f' ({number})' if number > 1 else ''}.{end}").exists():
        number += 1
    return name


_WORDS = {"journal": "half done", "wal": "left beside", "shm": "left beside", "damaged": "as it was"}


def _backup_folder(path: Path) -> Path:
    folder = paths.backups(path)
    files.make_folder(folder)
    return folder


def _begins(path: Path, n: int) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(n)
    except FileNotFoundError:
        return b""


def connected_for_looking(path: Path, key: Key | None) -> Any:
    """A connection to a file that lies where nothing can be written. DamagedFile-like faults as they come."""
    if has_hot_journal(path):
        raise cut_off(path)
    mode = "ro&immutable=1" if has_strays(path) else "ro"
    connection = engine.connect(path, key, mode=mode)
    try:
        engine.settle_for_looking(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def cut_off(path: Path) -> DamagedFile:
    return DamagedFile(
        _("The program was cut off while it wrote into this file, and nothing can be mended where it lies."),
        _("Copy it together with {name} to a folder of your own, and open it there.").format(name=_journal(path).name),
    )

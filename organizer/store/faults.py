"""SQLite's and the disk's faults as sentences. The one place where result codes become words."""

from __future__ import annotations

import errno
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

import sqlcipher3.dbapi2 as dbapi
from sqlalchemy.exc import DBAPIError

from organizer.errors import DamagedPages, MissingRecord, OpenElsewhere, StorageFault, UserError, WrongPassphrase
from organizer.i18n import _

_FULL, _READ_ONLY, _IO, _CANNOT_OPEN = 13, 8, 10, 14
_BUSY, _LOCKED, _NO_MEMORY, _CORRUPT, _NOT_A_DATABASE = 5, 6, 7, 11, 26
_CONSTRAINT = 19
_NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_NOT_ALLOWED = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
_NOT_THERE = frozenset({errno.ENOENT, errno.ENOTDIR, errno.EEXIST})


def as_user_error(fault: BaseException) -> UserError | None:
    """The sentence for a fault of SQLite or the disk; None for what is a mistake of the program."""
    if isinstance(fault, UserError):
        return fault
    if isinstance(fault, DBAPIError):
        return as_user_error(fault.orig) if fault.orig is not None else None
    if isinstance(fault, OSError):
        return no_memory() if fault.errno == errno.ENOMEM else _of_the_disk(fault)
    if isinstance(fault, MemoryError):
        return no_memory()
    if isinstance(fault, dbapi.InterfaceError) and str(fault).startswith("Error binding"):
        return no_memory()  # The driver says so where no room is left for a value: all of ours are of types that it takes
    code = getattr(fault, "sqlite_errorcode", None) or _CODES.get(str(fault))
    if code == _CONSTRAINT:
        return _of_a_constraint(str(fault))
    return _SENTENCES[code]() if isinstance(code, int) and code in _SENTENCES else None


def _of_a_constraint(words: str) -> UserError | None:
    if words.startswith("UNIQUE"):
        return there_already()
    return points_nowhere() if words.startswith("FOREIGN KEY") else None


def _of_the_disk(fault: OSError) -> UserError:
    if fault.errno in _NO_ROOM:
        return disk_full()
    if fault.errno in _NOT_THERE:
        return no_folder()
    if fault.errno == errno.ENAMETOOLONG:
        return name_too_long()
    return cannot_write() if fault.errno in _NOT_ALLOWED else unreachable()


def disk_full() -> StorageFault:
    return StorageFault(
        _("The disk is full, so this was not saved."),
        _("Make room on it, or save to another disk, and try again. What was saved before is safe."),
    )


def cannot_write() -> StorageFault:
    return StorageFault(
        _("Nothing can be written in this folder."), _("Copy the file to a folder of your own, and open it there.")
    )


def name_taken() -> StorageFault:
    return StorageFault(_("There is a file of this name already."), _("Choose another name, or open that file."))


def not_allowed(fault: UserError) -> bool:
    """Whether it was told because nothing may be written there, as on a read-only medium."""
    cause = fault.__cause__
    return isinstance(cause, OSError) and cause.errno in _NOT_ALLOWED


def no_folder() -> StorageFault:
    return StorageFault(
        _("There is no such folder to write into."), _("Look at its name, and whether its disk or stick is missing.")
    )


def name_too_long() -> StorageFault:
    return StorageFault(_("No file can have a name like this one."), _("Choose a shorter name, in a folder you may enter."))


def unreachable() -> StorageFault:
    return StorageFault(
        _("The disk did not do as it was told, so this was not saved."),
        _("Look whether it is full, or the stick was pulled out, and try again. What was saved before is safe."),
    )


def no_memory() -> StorageFault:
    return StorageFault(
        _("There was not enough memory for this, so it was not done."),
        _("Close other programs, and try again. What was saved before is safe."),
    )


def damaged() -> DamagedPages:
    return DamagedPages(
        _("This file is damaged."),
        _("Open the newest copy in the backup folder beside it, and keep the damaged file: much of it can be saved."),
    )


def wrong_passphrase() -> WrongPassphrase:
    return WrongPassphrase(
        _("This passphrase does not open the file."),
        _("Look at the keyboard layout and at Caps Lock. If it was right before, the file may be damaged: open a backup."),
    )


def in_use() -> OpenElsewhere:
    return OpenElsewhere(
        _("Another program is using this file."), _("Close it there, or wait until its backup has finished, and try again.")
    )


def there_already() -> UserError:
    return UserError(
        _("There is one like this already, so it was not saved."), _("Use that one, or give this another name or number.")
    )


def points_nowhere() -> MissingRecord:
    return MissingRecord(
        _("This speaks of a record that was deleted meanwhile, so it was not saved."),
        _("Choose another, or undo the deletion first."),
    )


_SENTENCES: Mapping[int, Callable[[], UserError]] = {
    _FULL: disk_full,
    _READ_ONLY: cannot_write,
    _IO: unreachable,
    _CANNOT_OPEN: unreachable,
    _BUSY: in_use,
    _LOCKED: in_use,
    _NO_MEMORY: no_memory,
    _CORRUPT: damaged,
    _NOT_A_DATABASE: wrong_passphrase,
}
"""By SQLite's result code. The driver gives no extended ones, and a MemoryError for want of memory."""

_CODES = {
    "database or disk is full": _FULL,
    "attempt to write a readonly database": _READ_ONLY,
    "disk I/O error": _IO,
    "unable to open database file": _CANNOT_OPEN,
    "database is locked": _BUSY,
    "database disk image is malformed": _CORRUPT,
    "out of memory": _NO_MEMORY,
}
"""By SQLite's words: the driver's copying of a whole file gives no codes."""

OF_SQLITE: tuple[type[Exception], ...] = (dbapi.Error, DBAPIError, MemoryError)
OF_BOTH: tuple[type[Exception], ...] = (*OF_SQLITE, OSError)


@contextmanager
def in_words(kinds: tuple[type[Exception], ...] = OF_BOTH) -> Iterator[None]:
    """Raise faults of SQLite, and of the disk where not said otherwise, as UserErrors; everything else as it is."""
    try:
        yield
    except kinds as fault:
        error = as_user_error(fault)
        if error is None:
            raise
        raise error from fault

"""Whether the file still lies where it was opened, as it was left, and not what a sync program or a person put there.

Without opening it anew, which would drop SQLite's locks: its place is asked of the system, its first page is read through the
handle that SQLite holds. SQLite's own change counter stands in that page, and every change by another program alters it.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any, Protocol

from organizer.errors import FileReplaced, StorageFault
from organizer.i18n import _

_PAGE = 4096
_MOST_HANDLES = 4096
_Place = tuple[int, int]
"""Device and number of a file there."""


class Watch:
    """Of one open file. `only_looking`: nothing may be written where it lies, so no writing is let through at all."""

    def __init__(self, path: Path, *, only_looking: bool = False) -> None:
        self._path, self.only_looking = path, only_looking
        self._place = _place(path)
        self._handle = None if only_looking or self._place is None else _handle_on(self._place)
        self._page = self._first_page()

    def before_writing(self) -> None:
        """FileReplaced, or StorageFault where nothing may be written."""
        if self.only_looking:
            raise looked_at_only()
        fault = self.look()
        if fault is not None:
            raise fault

    def written(self) -> None:
        """What we wrote ourselves is how it shall lie there."""
        self._page = self._first_page()

    def look(self) -> FileReplaced | None:
        """What has happened to the file; None: nothing. Cheap, and may be asked on any thread."""
        if self._place is None or self.only_looking:
            return None
        now = _place(self._path)
        if now is None:
            return gone()
        if now != self._place:
            return replaced()
        return written_into() if self._first_page() != self._page else None

    def is_lost(self) -> bool:
        """Whether what is open lies nowhere any more, or cannot be reached, so that it goes with our handle."""
        if self.look() is None:
            return False
        if self._handle is not None:
            with suppress(OSError):
                return os.fstat(self._handle).st_nlink == 0
        return True

    def end(self) -> None:
        """The connection is being closed; its handle may soon be another file's."""
        self._place = self._handle = None

    def _first_page(self) -> bytes:
        handle = self._handle
        if handle is not None:
            with suppress(OSError):  # a pulled stick: its place tells
                return os.pread(handle, _PAGE, 0)
        return b""


class Again(Protocol):
    """What a lane knows of its file: how to connect to it once more."""

    def connected(self) -> tuple[Any, Watch]:
        """A new bare connection, with what watches over the file from now on. UserErrors of the disk."""
        ...

    def is_whole(self) -> bool:
        """Whether every page is as it was written, as far as can be told. Looks at the file as it lies."""
        ...


def _place(path: Path) -> _Place | None:
    with suppress(OSError):
        found = path.stat()
        return found.st_dev, found.st_ino
    return None


def _handle_on(place: _Place) -> int | None:
    """The handle by which SQLite holds the file; None where the system does not let it be read so."""
    if not hasattr(os, "pread"):
        return None
    for handle in _handles():
        with suppress(OSError):
            found = os.fstat(handle)
            if (found.st_dev, found.st_ino) == place:
                return handle
    return None


def _handles() -> Iterator[int]:
    try:
        yield from sorted(int(handle.name) for handle in Path("/dev/fd").iterdir() if handle.name.isdecimal())
    except OSError:
        yield from range(3, _MOST_HANDLES)


def gone() -> FileReplaced:
    return FileReplaced(
        _("The file is no longer where it was opened: it was moved or deleted, or its stick was pulled out."),
        _("Put it back and try again, or save what is open as a copy."),
    )


def replaced() -> FileReplaced:
    return FileReplaced(
        _("Another file lies in the place of this one: a sync program or a person has put it there."),
        _("Nothing more is written here. Save what is open as a copy, and compare the two."),
    )


def written_into() -> FileReplaced:
    return FileReplaced(
        _("Another program has written into this file while it was open here."),
        _("Nothing more is written here. Save what is open as a copy, and compare the two."),
    )


def kept_as(copy: Path) -> FileReplaced:
    return FileReplaced(
        _("While this file was open, another was put in its place, or it was deleted."),
        _("What was open here is saved beside it as “{name}”. Open that, and compare the two.").format(name=copy.name),
    )


def looked_at_only() -> StorageFault:
    return StorageFault(
        _("This file can only be looked at: nothing can be written where it lies."),
        _("Copy it to a folder of your own, and open the copy."),
    )

"""Atomic writes: a file is there whole or not at all."""

from __future__ import annotations

import os
import secrets
from contextlib import suppress
from pathlib import Path

from organizer.store import faults


def write_atomic(path: Path, data: bytes) -> None:
    """Write a file anew, or leave the old one as it was. StorageFault when the disk is full or the folder read-only."""
    temporary = path.with_name(f".{secrets.token_hex(8)}.part")
    with faults.in_words():
        try:
            _write(temporary, data)
            temporary.replace(path)
        except BaseException:
            with suppress(OSError):
                temporary.unlink(missing_ok=True)
            raise
        sync_folder(path.parent)


def _write(path: Path, data: bytes) -> None:
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    if path.stat().st_size != len(data):
        raise faults.disk_full()


def into_place(written: Path, path: Path) -> None:
    """Give a file that is written to its end its name, so that it lasts through a power cut."""
    sync(written)
    written.replace(path)
    sync_folder(path.parent)


def sync(path: Path) -> None:
    """Make what is written in a file that nothing is connected to last through a power cut."""
    handle = os.open(path, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def make_folder(folder: Path) -> None:
    """Make a folder for its owner alone, where there is none yet, so that it lasts through a power cut."""
    with suppress(FileExistsError):
        folder.mkdir(mode=0o700)
        sync_folder(folder.parent)


def sync_folder(folder: Path) -> None:
    """Make a rename in this folder last through a power cut, where the system can."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)

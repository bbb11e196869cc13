"""Backups: a copy that was opened again, checked and counted before it gets its name. Thinned by age, ordered by a counter."""

from __future__ import annotations

import json
import re
import secrets
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as dbapi

from organizer.errors import DamagedFile
from organizer.i18n import _
from organizer.store import checks, engine, faults, files
from organizer.store.key import PLAIN_HEADER, Key
from organizer.store.lane import Lane

_NAME = re.compile(r"(?P<stem>.*) (?P<number>\d{6}) (?P<at>\d{4}-\d\d-\d\d \d\d\.\d\d\.\d\d)\.organizer")
_AT = "%Y-%m-%d %H.%M.%S"
_ALL_OF = timedelta(days=2)
_DAYS, _WEEKS, _MONTHS = 12, 10, 9


@dataclass(frozen=True)
class Backup:
    """One verified copy. `number` counts up in the file, whatever its clock says; `counts` are rows by table and money totals."""

    path: Path
    at_utc: datetime
    number: int
    counts: dict[str, int] = field(default_factory=dict, compare=False)

    def to_json(self) -> str:
        return json.dumps({"path": str(self.path), "at": self.at_utc.isoformat(), "number": self.number, "counts": self.counts})

    @classmethod
    def from_json(cls, text: str) -> Backup:
        said = json.loads(text)
        return cls(Path(said["path"]), datetime.fromisoformat(said["at"]), said["number"], said["counts"])


def name_of(stem: str, number: int, at_utc: datetime) -> str:
    return f"{stem} {number:06} {at_utc.strftime(_AT)}.organizer"


@dataclass(frozen=True)
class Copy:
    """A copy that was not proved yet, and what it must count."""

    path: Path
    expected: dict[str, int]


def copy(connection: Any, folder: Path) -> Copy:
    """Copy the open file as it stands. StorageFault when it cannot be written."""
    path = folder / f".{secrets.token_hex(8)}.part"
    with faults.in_words():
        files.make_folder(folder)
        engine.born_private(path)
        try:
            connection.execute("VACUUM INTO ?", (str(path),))
            return Copy(path, checks.counts(connection))
        except BaseException:
            _forget(path)
            raise


def copy_in_steps(lane: Lane, folder: Path, key: Key | None) -> Copy:
    """The same while others go on working: a large file is copied for seconds, and nobody waits for more than one step."""
    path = folder / f".{secrets.token_hex(8)}.part"
    with faults.in_words():
        files.make_folder(folder)
        engine.born_private(path)
        try:
            target = engine.connect(path, key)
            try:
                for pragma in ("journal_mode", "synchronous"):  # what a killed program leaves is no backup anyway
                    target.execute(f"PRAGMA {pragma} = OFF")
                with lane.copied_into(target) as bare:
                    expected = checks.counts(bare)
            finally:
                target.close()
        except BaseException:
            _forget(path)
            raise
    return Copy(path, expected)


def keep(made: Copy, key: Key | None, *, stem: str, number: int, depth: str = checks.FULL) -> Backup:
    """Prove a copy and give it its name. DamagedFile when it is not whole; then there is no backup."""
    at_utc = datetime.now(UTC).replace(microsecond=0)
    final = made.path.with_name(name_of(stem, number, at_utc))
    with faults.in_words():
        try:
            counted = verified(made.path, key, expected=made.expected, depth=depth)
            files.sync(made.path)
            made.path.rename(final)
        except BaseException:
            _forget(made.path)
            raise
        files.sync_folder(final.parent)
    return Backup(final, at_utc, number, counted)


def verified(path: Path, key: Key | None, *, expected: dict[str, int] | None = None, depth: str = checks.FULL) -> dict[str, int]:
    """What a copy counts, after its checks. DamagedFile when it is not whole or does not hold what was expected."""
    if key is not None and begins(path, len(key.salt)) != key.salt:
        raise faults.damaged()  # SQLCipher does not look at it, but without it the passphrase leads nowhere
    try:
        counted = _proved(path, key, depth)
    except (DamagedFile, dbapi.DatabaseError):  # SQLCipher says so too where it had no memory for proving: what is twice so is so
        counted = _proved(path, key, depth)
    if expected is not None and counted != expected:
        raise DamagedFile(
            _("The backup did not come out like the file, so it was not kept."),
            _("Look whether the disk has room, and try again."),
        )
    return counted


def _proved(path: Path, key: Key | None, depth: str) -> dict[str, int]:
    connection = engine.connect(path, key, mode="ro")
    try:
        connection.execute(f"PRAGMA cache_size = -{engine.CACHE_KIB}")
        checks.prove_whole(connection, depth=depth)
        return checks.counts(connection)
    finally:
        connection.close()


def begins(path: Path, n: int) -> bytes:
    """The first bytes of a copy that nothing is connected to."""
    with path.open("rb") as file:
        return file.read(n)


def _begins_or_nothing(path: Path, n: int) -> bytes:
    with suppress(OSError):
        return begins(path, n)
    return b""


def _forget(path: Path) -> None:
    with suppress(OSError):
        path.unlink(missing_ok=True)


def in_folder(folder: Path, stem: str) -> list[Backup]:
    """The backups of one file, the newest first by their counter."""
    found = []
    with faults.in_words():
        listed = list(folder.glob("*.organizer"))
    for path in listed:
        parts = _NAME.fullmatch(path.name)
        if parts and parts["stem"] == stem:
            with suppress(ValueError):  # a day that no calendar has: somebody else's file
                at_utc = datetime.strptime(parts["at"], _AT).replace(tzinfo=UTC)
                found.append(Backup(path, at_utc, int(parts["number"])))
    return sorted(found, key=lambda backup: backup.number, reverse=True)


def next_number(folder: Path, stem: str, counted: int = 0) -> int:
    """The number after those counted in the file, and after any that another file of this name left in the folder."""
    return max([counted, *(known.number for known in in_folder(folder, stem))]) + 1


def thin(folder: Path, stem: str, key: Key | None) -> None:
    """Delete what the rule does not keep: all of two days, then the last of 12 days, of 10 weeks and of 9 months.

    The copies of another encrypted file of the same name begin with another salt; they are left alone.
    """
    header = key.salt if key is not None else PLAIN_HEADER
    backups = [backup for backup in in_folder(folder, stem) if _begins_or_nothing(backup.path, len(header)) == header]
    kept = to_keep(backups)
    for backup in backups:
        if backup not in kept:
            _forget(backup.path)
    yesterday = time.time() - timedelta(days=1).total_seconds()
    for part in folder.glob(".*.part"):
        with suppress(FileNotFoundError):
            if part.stat().st_mtime < yesterday:  # left by a program that was killed while it made a backup
                _forget(part)


def to_keep(backups: Iterable[Backup]) -> list[Backup]:
    """What stays of backups that come newest first. A day, week or month is counted from the newest backup, not from today."""
    newest_first = list(backups)
    if not newest_first:
        return []
    edge = newest_first[0].at_utc - _ALL_OF
    kept = [backup for backup in newest_first if backup.at_utc > edge]
    older = [backup for backup in newest_first if backup.at_utc <= edge]
    for span, most in ((_day, _DAYS), (_week, _WEEKS), (_month, _MONTHS)):
        kept += _last_of_each(older, span)[:most]
    return [backup for backup in newest_first if backup in kept]


def _last_of_each(backups: Iterable[Backup], span: Callable[[Backup], tuple[int, ...]]) -> list[Backup]:
    found: dict[tuple[int, ...], Backup] = {}
    for backup in backups:
        found.setdefault(span(backup), backup)
    return list(found.values())


def _day(backup: Backup) -> tuple[int, ...]:
    return backup.at_utc.year, backup.at_utc.month, backup.at_utc.day


def _week(backup: Backup) -> tuple[int, ...]:
    return tuple(backup.at_utc.isocalendar()[:2])


def _month(backup: Backup) -> tuple[int, ...]:
    return backup.at_utc.year, backup.at_utc.month

"""Backups on another disk: a folder of the person's choice, kept in the file's notes, into which every backup is copied too."""

from __future__ import annotations

import json
import os
import secrets
import shutil
from dataclasses import asdict, dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from organizer.errors import StorageFault, UserError
from organizer.i18n import _
from organizer.store import backup, checks, faults, files
from organizer.store.backup import Backup

if TYPE_CHECKING:
    from organizer.store.open_file import OpenFile

_NOTE, _NUDGED = "second_medium", "second_medium_nudged"
LATE_AFTER = timedelta(days=7)


@dataclass(frozen=True)
class SecondMedium:
    """Where copies go, when the last one came there, until when nobody is reminded; `fault` says why the last one did not.

    Moments are ISO texts, empty where there is none.
    """

    folder: str
    last: str = ""
    chosen: str = ""
    quiet_until: str = ""
    fault: tuple[str, str] | None = None

    def is_there(self) -> bool:
        return Path(self.folder).is_dir()

    def last_utc(self) -> datetime | None:
        return datetime.fromisoformat(self.last) if self.last else None

    def days_late(self, now: datetime | None = None) -> int:
        """How many days old the last copy there is, when that is more than a week and nobody asked for quiet; else 0."""
        now = now or datetime.now(UTC)
        since = now - datetime.fromisoformat(self.last or self.chosen)
        quiet = bool(self.quiet_until) and now < datetime.fromisoformat(self.quiet_until)
        return since.days if since > LATE_AFTER and not quiet else 0


def second_medium(file: OpenFile) -> SecondMedium | None:
    """None when no folder was chosen."""
    said = json.loads(file.meta(_NOTE, "{}"))
    if not said:
        return None
    fault = tuple(said["fault"]) if said["fault"] else None
    return SecondMedium(said["folder"], said["last"], said["chosen"], said["quiet_until"], fault)


def _note(file: OpenFile, medium: SecondMedium) -> None:
    file.set_meta(_NOTE, json.dumps(asdict(medium)))


def choose(file: OpenFile, folder: Path) -> None:
    """From now on backups are copied there too. StorageFault: it is the folder in which they are anyway."""
    last = file.last_backup()
    if folder.resolve() in (file.path.resolve().parent, *((last.path.resolve().parent,) if last else ())):
        raise StorageFault(
            _("This folder is where the file and its backups are anyway."), _("Choose a folder on another disk or a stick.")
        )
    _note(file, SecondMedium(str(folder), chosen=_now()))


def leave_out(file: OpenFile) -> None:
    """No more copies there; those that are there stay."""
    file.set_meta(_NOTE, "{}")


def leave_alone(file: OpenFile) -> None:
    """Remind nobody for a week."""
    medium = second_medium(file)
    if medium is not None:
        until = datetime.now(UTC) + LATE_AFTER
        _note(file, replace(medium, quiet_until=until.isoformat(timespec="seconds")))


def is_on_same_disk(file: OpenFile, folder: Path) -> bool:
    """Whether both would be lost together, as far as the system tells."""
    try:
        return folder.stat().st_dev == file.path.stat().st_dev
    except OSError:
        return False


def follow(file: OpenFile, made: Backup) -> None:
    """Copy a backup made just now, if the other disk is there. What goes wrong is noted, not raised: the backup stands."""
    medium = second_medium(file)
    if medium is None or not medium.is_there():
        return
    try:
        copy_there(file, made)
    except UserError as fault:
        _note(file, replace(medium, fault=(fault.message, fault.hint)))


def copy_there(file: OpenFile, made: Backup) -> None:
    """Copy a backup to the other disk, prove the copy and thin out the old ones there. StorageFault, DamagedFile."""
    medium = second_medium(file)
    if medium is None or not medium.is_there():
        raise StorageFault(
            _("The folder for backups on another disk is not there."), _("Plug in its stick or disk, or choose another folder.")
        )
    folder = Path(medium.folder)
    if not (folder / made.path.name).exists():
        _copied(made, folder, file)
    _note(file, replace(medium, last=_now(), quiet_until="", fault=None))
    if file.key() is not None:  # plain copies may be those of another file of this name
        backup.thin(folder, file.path.stem, file.key())


def copy_latest(file: OpenFile) -> None:
    """Copy what the file holds now to the other disk: a backup is made first if something changed since the last."""
    last = file.last_backup()
    if last is None or file.needs_backup() or not last.path.exists():
        last = file.back_up()
    copy_there(file, last)


def to_nudge(file: OpenFile, today: date) -> int:
    """How many days old the last copy there is, when that is too old and nobody was told of it for a week; else 0."""
    medium = None if file.only_looking else second_medium(file)
    told = file.meta(_NUDGED)
    lately = bool(told) and abs(today - date.fromisoformat(told)) < LATE_AFTER
    return 0 if medium is None or lately else medium.days_late()


def nudged(file: OpenFile, today: date) -> None:
    """The person has been told."""
    file.set_meta(_NUDGED, today.isoformat())


def _copied(made: Backup, folder: Path, file: OpenFile) -> None:
    part = folder / f".{secrets.token_hex(8)}.part"
    with faults.in_words():
        try:
            with made.path.open("rb") as from_, os.fdopen(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as to:
                shutil.copyfileobj(from_, to, 1 << 20)
            # Read again through the cipher, which proves every page; what it counts was proved when it was made
            backup.verified(part, file.key(), expected=made.counts or None, depth=checks.QUICK)
            files.into_place(part, folder / made.path.name)
        finally:
            part.unlink(missing_ok=True)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")

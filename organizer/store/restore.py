"""Restoring: a verified copy of a backup takes the place of a file, which moves aside with its companions. Nothing is deleted.

What is to be done is written down beside the file before the first thing is moved. A program that was killed on the way is
finished by the next one that opens the file: at no moment is there no file, and none is half of one and half of the other.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from organizer import paths
from organizer.errors import NotACampaignFile, StorageFault, Unfinished
from organizer.i18n import _
from organizer.store import backup, checks, faults, files
from organizer.store import key as keys
from organizer.store.key import Key
from organizer.store.lock import FileLock

if TYPE_CHECKING:
    from organizer.store.erasing_again import Again

T = TypeVar("T")
_COMPANIONS = ("-journal", "-wal", "-shm")
_AT = "%Y-%m-%d %H.%M.%S"


@dataclass(frozen=True)
class Restored:
    """What a restore did: what the file counts now, and the folder in which its former state lies.

    `erased_again` people went since the backup was made, and went again; `remain` fields hold words of then that an erasure had
    taken out. `closed` says that compartments were not looked into for that.
    """

    path: Path
    aside: Path
    counts: Mapping[str, int]
    erased_again: int = 0
    remain: int = 0
    closed: bool = False


def candidates(path: Path) -> list[backup.Backup]:
    """The backups in the folder beside a file, the newest first; the file itself is not looked at."""
    return backup.in_folder(paths.backups(path), path.stem)


def key_of(copy: Path, passphrase: str | None, key: Key | None = None) -> Key | None:
    """What opens a backup: nothing for a plain one, the key at hand where its salt is the same, else one out of the passphrase.

    Slow where a passphrase is given: for a worker thread. WrongPassphrase, or NotACampaignFile for what is none.
    """
    from organizer.store import opening

    if opening.is_plain(copy):
        return None
    if key is not None and backup.begins(copy, keys.SALT_BYTES) == key.salt:
        return key
    if not passphrase:
        raise faults.wrong_passphrase()
    return opening.derive_key(copy, passphrase)


def restore(path: Path, copy: Path, key: Key | None, *, damaged: bool, former: Key | None = None) -> Restored:
    """Put a copy of a backup in the place of a file that is not open. `key` opens the backup, `former` the file as it lies.

    Who was erased since the backup is taken out of the copy before it takes the place. The former file and its companions lie in
    a folder beside it afterwards, whose name says whether it was damaged.
    UserErrors: the backup is not whole, the disk is full, or the file is open elsewhere; then all is as it was. Unfinished.
    """
    path = path.resolve()
    if copy.resolve() == path:
        raise NotACampaignFile(_("This backup is the file itself."), _("Choose another backup."))
    lock = FileLock(path)
    lock.take()
    try:
        with faults.in_words():
            counts = backup.verified(copy, key, depth=checks.FULL)
        with _finished_later(path):
            plan, again = _prepare(path, copy, lambda part: _erased_since(path, copy, part, key, former), damaged=damaged)
            _carry_out(path, plan)
        if again is None:
            return Restored(path, plan.aside, counts)
        return Restored(path, plan.aside, again.counts, again.people, again.remain, again.closed)
    finally:
        lock.release()


@dataclass(frozen=True)
class _Plan:
    """What is written down: the copy that waits beside the file, and the folder to which the file goes."""

    part: Path
    aside: Path

    def to_json(self) -> bytes:
        return json.dumps({"part": self.part.name, "aside": self.aside.name}).encode()


def _erased_since(path: Path, copy: Path, part: Path, key: Key | None, former: Key | None) -> Again | None:
    """Take out of the copy what was erased since; None when that is nothing."""
    from organizer.store import erasing_again  # hardly any opening needs it

    erasures = erasing_again.since(path, copy, (key, former))
    return erasing_again.make_again(part, key, erasures, path) if erasures else None


def _prepare(path: Path, copy: Path, prepare: Callable[[Path], T], *, damaged: bool) -> tuple[_Plan, T]:
    """The copy lies ready on the disk, and what is to be done is written down. Fails before the file is touched."""
    plan = _Plan(_part(path), _free_folder(path, damaged=damaged))
    with faults.in_words():
        _note(path).unlink(missing_ok=True)
        _drop(plan.part)  # left by a program that was killed before it wrote its plan down
        try:
            _copy(copy, plan.part)
            prepared = prepare(plan.part)
            files.write_atomic(_note(path), plan.to_json())
        except BaseException:
            _abandon(path, plan)
            raise
    return plan, prepared


@contextmanager
def _finished_later(path: Path) -> Iterator[None]:
    """Unfinished where the disk fails on the way, and what was written down stays: the next opening goes on with it."""
    try:
        yield
    except StorageFault as fault:
        if _written_down(path) is None:
            raise
        raise Unfinished(
            _("The backup could not be put in its place to the end."),
            _("Look after the disk, and open the file: what is left to do is done then. Nothing is lost."),
        ) from fault


def _carry_out(path: Path, plan: _Plan) -> None:
    """The file aside, the copy in its place, the note away. Begun anew after a kill it goes on where it was."""
    with faults.in_words():
        if plan.part.exists():
            try:
                _keep_as_well(path, plan.aside)
            except OSError:
                _abandon(path, plan)
                raise
            for companion in (path.with_name(path.name + end) for end in _COMPANIONS):
                if companion.exists():
                    companion.replace(plan.aside / companion.name)
            files.sync_folder(plan.aside)
            plan.part.replace(path)
            files.sync_folder(path.parent)
    with suppress(OSError):  # The file is in its place for good: a note that stays, or comes back, asks for nothing any more
        _note(path).unlink(missing_ok=True)
        files.sync_folder(path.parent)


def _abandon(path: Path, plan: _Plan) -> None:
    """Leave the file as it is and forget the copy."""
    with suppress(OSError):  # What is written down stays together with the copy, or neither does
        _note(path).unlink(missing_ok=True)
        _drop(plan.part)


def _drop(part: Path) -> None:
    """The journal first: left alone it would be taken for that of another copy of this name."""
    part.with_name(part.name + "-journal").unlink(missing_ok=True)
    part.unlink(missing_ok=True)


def finish(path: Path) -> tuple[str, ...]:
    """Bring a restore to its end whose program was killed, and what to say of it. Under the file's lock, before it is read."""
    path = path.resolve()
    plan = _written_down(path)
    if plan is None:
        if not _note(path).exists():  # else it may say more to another version of the program
            with suppress(OSError):
                _drop(_part(path))
        return ()
    with _finished_later(path):
        _carry_out(path, plan)
    sentence = _("The restore that was broken off has been finished. The file as it was before lies in the folder “{folder}”.")
    return (sentence.format(folder=plan.aside.name),)


def _written_down(path: Path) -> _Plan | None:
    """The plan of a restore under way; None when there is none, or what lies there is not one."""
    try:
        said = json.loads(_note(path).read_bytes())
        part, aside = (path.with_name(Path(said[name]).name) for name in ("part", "aside"))
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return _Plan(part, aside)


def _part(path: Path) -> Path:
    return path.with_name(f".{path.name}.restoring")


def _note(path: Path) -> Path:
    return path.with_name(f".{path.name}.restore")


def _free_folder(path: Path, *, damaged: bool) -> Path:
    """A folder beside the file that is not there yet. Its name is in no language, so that guides can speak of it."""
    name = f"{'damaged' if damaged else 'before-restore'}-{datetime.now().strftime(_AT)}"
    folder, number = path.with_name(name), 1
    while folder.exists():
        number += 1
        folder = path.with_name(f"{name} ({number})")
    return folder


def _copy(source: Path, target: Path) -> None:
    """Byte for byte, on the disk when this returns, readable by its owner alone."""
    with source.open("rb") as from_, os.fdopen(os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as to:
        shutil.copyfileobj(from_, to, 1 << 20)
        to.flush()
        os.fsync(to.fileno())
    if target.stat().st_size != source.stat().st_size:
        raise faults.disk_full()


def _keep_as_well(path: Path, aside: Path) -> None:
    """A second name for the file, so that its own is never without one; a copy where a disk gives no second names."""
    files.make_folder(aside)
    if not path.exists() or (aside / path.name).exists():
        return
    try:
        os.link(path, aside / path.name)
    except OSError:
        half = aside / f".{path.name}.part"
        half.unlink(missing_ok=True)
        _copy(path, half)
        half.replace(aside / path.name)


def differences(now: Mapping[str, int], then: Mapping[str, int]) -> dict[str, int]:
    """What the backup has more (above 0) or less than the file, by table and by `money GBP`; what is equal is left out."""
    names = [name for name in {**now, **then} if not name.startswith("fees ")]
    return {name: then.get(name, 0) - now.get(name, 0) for name in names if then.get(name, 0) != now.get(name, 0)}

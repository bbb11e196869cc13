"""An open file as a whole: its journal, notes, drafts, backups, checks, and its closing. `Store` adds the records."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from organizer import paths
from organizer.errors import FileReplaced
from organizer.store import backup, checks, engine, faults, files, journal, notes, rekey, second_medium, watch
from organizer.store import key as keys
from organizer.store.backup import Backup
from organizer.store.key import Key
from organizer.store.lane import Lane
from organizer.store.lock import FileLock
from organizer.store.noted import Noted
from organizer.store.watch import Watch

_ALWAYS_PROVED_FULLY = 64 * 2**20
"""In bytes."""


class OpenFile(Noted):
    """Holds the file's lane, lock and key until it is closed."""

    def __init__(self, path: Path, connection: Any, *, lock: FileLock, key: Key | None, only_looking: bool = False) -> None:
        self.path = path
        self.only_looking = only_looking
        self.notices: tuple[str, ...] = ()
        """Sentences about what was mended or put aside at the opening."""
        self._key = key
        self._lock = lock
        self._watch = Watch(path, only_looking=only_looking)
        self._saved_apart = -1
        self._lane = Lane(connection, self._watch, None if only_looking else self)

    def back_up(self, folder: Path | None = None) -> Backup:
        """Make a verified copy, by default in the backup folder beside the file, and thin out this file's old ones there.

        Others go on working meanwhile; what they change is in the copy, or asks for the next.
        """
        with faults.in_words():
            return self._backed_up(folder or paths.backups(self.path))

    def _backed_up(self, folder: Path) -> Backup:
        with self._lane.held():
            number = backup.next_number(folder, self.path.stem, int(self.meta("backups", "0")))
            self.set_meta("backups", str(number))
            step, depth = self._last_step(), self._depth()
        copy = backup.copy_in_steps(self._lane, folder, self._key)
        made = backup.keep(copy, self._key, stem=self.path.stem, number=number, depth=depth)
        self._note_backup(made, step, depth)
        # Elsewhere plain copies may be those of another file of this name: nothing tells them apart
        if self._key is not None or folder == paths.backups(self.path):
            backup.thin(folder, self.path.stem, self._key)
        if folder == paths.backups(self.path):
            second_medium.follow(self, made)
        return made

    def _depth(self) -> str:
        """Large files are proved fully once a week, as that takes half a minute; others every time."""
        last = date.fromisoformat(self.meta("proved_fully_on", "2000-01-01"))
        small = self.path.stat().st_size <= _ALWAYS_PROVED_FULLY
        return checks.FULL if small or abs(date.today() - last) >= timedelta(days=7) else checks.QUICK

    def _note_backup(self, made: Backup, step: int, depth: str) -> None:
        with self._lane.writing() as connection:
            notes.set_meta(connection, "backed_up_step", str(step))
            notes.set_meta(connection, "last_backup", made.to_json())
            if depth == checks.FULL:
                notes.set_meta(connection, "proved_fully_on", made.at_utc.date().isoformat())

    def what_happened(self) -> FileReplaced | None:
        """What has become of the file outside of this program; None: it lies as we left it. Does not wait for the lane."""
        return self._watch.look()

    def save_copy(self, path: Path) -> None:
        """Save what is open as a new verified file, under the same passphrase. StorageFault: there is one of this name."""
        with faults.in_words():
            if path.exists():
                raise faults.name_taken()
            with self._lane.bare() as bare:
                copy = backup.copy(bare, path.parent)
            try:
                backup.verified(copy.path, self._key, expected=copy.expected)
                files.into_place(copy.path, path)
            finally:
                copy.path.unlink(missing_ok=True)
        self._saved_apart = self._last_step()

    def _save_what_is_lost(self) -> None:
        """Another file lies in the place of this one, or none: with our handle the last of it would go."""
        if self._saved_apart == self._last_step() or not self.needs_backup():
            return
        at = datetime.now().strftime("%Y-%m-%d %H.%M.%S")
        copy = self.path.with_name(f"{self.path.stem} kept {at}{self.path.suffix}")
        self.save_copy(copy)
        raise watch.kept_as(copy)

    def last_backup(self) -> Backup | None:
        said = self.meta("last_backup")
        return Backup.from_json(said) if said else None

    def needs_backup(self) -> bool:
        """Whether a step was taken since the last backup. Of a file that may only be looked at none can be noted."""
        return not (self.is_closed() or self.only_looking) and self._last_step() > int(self.meta("backed_up_step", "0"))

    def _last_step(self) -> int:
        with self._lane.reading() as connection:
            return journal.last_step(connection)

    def counts(self) -> dict[str, int]:
        """Rows by table and money totals, as backups count them."""
        with self._lane.bare() as bare:
            return checks.counts(bare)

    def check(self) -> None:
        """DamagedFile unless every page, table and reference is whole. Reads all of the file: for a worker thread."""
        with self._lane.bare() as bare:
            checks.prove_whole(bare, depth=checks.FULL)

    def key_by(self, passphrase: str) -> Key:
        """The file's key, for whoever types its passphrase. Slow. WrongPassphrase for every other, and for a plain file."""
        salt = self._key.salt if self._key is not None else b""
        for key in keys.keys_to_try(salt, passphrase) if salt else ():
            if key == self._key:
                return key
        raise faults.wrong_passphrase()

    def key(self) -> Key | None:
        """What opens the file, for its recovery sheet; None for a plain one."""
        return self._key

    def change_passphrase(self, passphrase: str) -> None:
        """From now on this passphrase opens the file, and the old one only the backups made before, one of them now. Slow.

        Whatever happens in the middle, one of the two opens all of the file.
        """
        self.back_up()
        key = keys.new_key(passphrase)
        with self._lane.held():
            with self._lane.bare() as bare:
                fresh = rekey.exported(bare, self.path, key)
            self._lane.let_go()
            try:
                rekey.take_over(fresh, self.path)
            except BaseException:
                self._lane.go_on()
                raise
            self._key = key
            with rekey.in_force():
                try:
                    rekey.settled(self.path)
                finally:
                    self._lane.go_on()
                self.set_meta("backed_up_step", "0")  # No backup opens with the new passphrase yet

    def connected(self) -> tuple[Any, Watch]:
        """For the lane: the file once more, after it was let go."""
        connection = engine.connected(self.path, self._key)
        self._watch = Watch(self.path)
        return connection, self._watch

    def is_whole(self) -> bool:
        """For the lane: whether an encrypted file is as it was written. Nothing tells of a plain one, nor where another lies."""
        return self._key is not None and self._watch.look() is None and engine.is_whole(self.path, self._key)

    def is_closed(self) -> bool:
        """Does not wait for the lane."""
        return self._lane.is_closed()

    def _leave(self) -> None:
        """What is still to be written before closing."""

    def close(self, back_up: bool = True) -> None:
        """Close the file and give up its lock; `back_up` makes a verified copy first if something changed since the last.

        A backup that fails is raised after the file was closed. Closing twice is closing once.
        """
        if self.is_closed():
            return
        try:
            if self._watch.is_lost():
                self._save_what_is_lost()
            elif self._watch.look() is None:
                if back_up and self.needs_backup():
                    self.back_up()
                self._leave()
        finally:
            self._lane.close()
            self._lock.release()

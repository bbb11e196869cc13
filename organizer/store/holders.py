"""Which backups of a file still hold somebody."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from organizer import paths
from organizer.errors import UserError
from organizer.store import backup, engine, faults, journal_boxes
from organizer.store.backup import Backup
from organizer.store.progress import Progress
from organizer.store.sealed_kinds import closed
from organizer.store.second_medium import second_medium
from organizer.store.sought import Sought
from organizer.store.whereabouts import strings_in, told_apart

if TYPE_CHECKING:
    from organizer.store.store import Store

_NO_WORDS = ("search_", "sqlite_", "alembic_")
_BYTES = frozenset({"picture", "sealed", "compartment"})


@dataclass(frozen=True)
class Holders:
    """Backups that hold what was sought, the newest first; and those that could not be read to the end."""

    holding: tuple[Path, ...]
    unread: tuple[Path, ...]


def backups_with(
    store: Store, uids: Collection[str], sought: Sought, *, known: Backup | None = None, progress: Progress | None = None
) -> Holders:
    """Opens every backup, beside the file and on the other disk; where the record is not in it, all of it is read.

    `known` is one that holds it for sure; those that were made after it are as the file is now. Stopped.
    """
    holding, unread, progress = [], [], progress or Progress()
    found = [each for folder in _folders(store) for each in backup.in_folder(folder, store.path.stem)]
    progress.expect(len(found))
    for each in found:
        progress.advance()
        if known is not None and each.number >= known.number:
            holding += [each.path] if each.number == known.number else []
            continue
        try:
            held = _holds(each.path, store.key(), uids, sought)
        except UserError:
            unread.append(each.path)
        else:
            holding += [each.path] if held else []
    return Holders(tuple(holding), tuple(unread))


def _folders(store: Store) -> Iterator[Path]:
    """Beside the file, and on the other disk if it is there."""
    yield paths.backups(store.path)
    medium = second_medium(store)
    if medium is not None and medium.is_there():
        yield Path(medium.folder)


def _holds(path: Path, key: Any, uids: Collection[str], sought: Sought) -> bool:
    with faults.in_words():
        connection = engine.connect(path, key, mode="ro")
        try:
            marks = ", ".join("?" * len(uids))
            if uids and connection.execute(f"SELECT 1 FROM person WHERE uid IN ({marks})", tuple(uids)).fetchone():
                return True
            if any(may and sought.spans(text) for text, may in told_apart(_texts(connection), strings_in, sought)):
                return True
            if sought and _has_compartments(connection):
                raise closed()
            return False
        finally:
            connection.close()


def _has_compartments(connection: Any) -> bool:
    """Whether words of it lie under a passphrase that is not at hand: nobody can tell who stands in them."""
    there = "SELECT 1 FROM sqlite_schema WHERE name = 'compartment'"
    return bool(connection.execute(there).fetchone() and connection.execute("SELECT 1 FROM compartment").fetchone())


def _texts(connection: Any) -> Iterator[str]:
    names = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
    for (name,) in names:
        if name in _BYTES or name.startswith(_NO_WORDS):
            continue
        for row in connection.execute(f'SELECT * FROM "{name}"'):
            for value in row:
                if isinstance(value, bytes):
                    for edit in journal_boxes.as_kept(value):
                        yield from strings_in(edit)
                elif isinstance(value, str):
                    yield from strings_in(_read(value))


def _read(value: str) -> Any:
    """JSON writes letters beyond ASCII as numbers; what is no JSON is taken as it is."""
    if value[:1] not in ("{", "["):
        return value
    try:
        return json.loads(value)
    except ValueError:
        return value

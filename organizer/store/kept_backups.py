"""The backups of an open file as a list: when, how large, what they count. What was counted once is noted in the file."""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from organizer import paths
from organizer.errors import UserError
from organizer.store import backup, checks, engine, faults
from organizer.store.backup import Backup
from organizer.store.key import PLAIN_HEADER, Key

if TYPE_CHECKING:
    from organizer.store.store import Store

_NOTE = "backup_counts"


@dataclass(frozen=True)
class Kept:
    """One backup in the folder beside the file. `size` in bytes; `same_key`: the open file's key opens it.

    `counts` is None where it cannot be opened: made under an earlier passphrase, or damaged.
    """

    backup: Backup
    size: int
    same_key: bool
    counts: Mapping[str, int] | None


def kept_backups(store: Store) -> list[Kept]:
    """All of them, the newest first. Those not counted yet are opened: for a worker thread."""
    noted = _noted(store)
    found = []
    for each in backup.in_folder(paths.backups(store.path), store.path.stem):
        with suppress(OSError):  # thinned out since the folder was read
            found.append(_looked_at(each, store.key(), noted))
    said = {kept.backup.path.name: dict(kept.counts) for kept in found if kept.counts is not None}
    if said != noted and not store.only_looking:
        store.set_meta(_NOTE, json.dumps(said))
    return found


def _noted(store: Store) -> dict[str, dict[str, int]]:
    said = json.loads(store.meta(_NOTE, "{}"))
    return said if isinstance(said, dict) else {}


def _looked_at(each: Backup, key: Key | None, noted: Mapping[str, Mapping[str, int]]) -> Kept:
    same = has_key(each.path, key)
    counts = noted.get(each.path.name)
    if counts is None and same:
        with suppress(UserError):
            counts = counted(each.path, key)
    return Kept(replace(each, counts=dict(counts or {})), each.path.stat().st_size, same, counts if same else None)


def has_key(copy: Path, key: Key | None) -> bool:
    """Whether a key is that of a backup: they begin with the same salt. A plain one needs none."""
    header = backup.begins(copy, len(PLAIN_HEADER))
    return header == PLAIN_HEADER or (key is not None and header == key.salt)


def counted(copy: Path, key: Key | None) -> dict[str, int]:
    """What a backup counts, without looking at every page. UserError when it cannot be read."""
    with faults.in_words():
        connection = engine.connect(copy, None if backup.begins(copy, len(PLAIN_HEADER)) == PLAIN_HEADER else key, mode="ro")
        try:
            return checks.counts(connection)
        finally:
            connection.close()

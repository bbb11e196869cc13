"""What can still be read of a damaged file, in a new file beside it. The damaged one is only read, and stays as it lies.

Rows come over as they were or not at all. What points to a row that is gone points nowhere from then on, or goes with it where
it means nothing by itself. How many rows there were is told by the indices, else by the last backup.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as dbapi
from sqlalchemy import Connection, Table, delete, select
from sqlalchemy.exc import DBAPIError

from organizer import paths
from organizer.errors import DamagedFile
from organizer.i18n import _
from organizer.records.base import Record
from organizer.records.kinds import KINDS
from organizer.store import backup, faults, opening, pages, salvage_reading, search
from organizer.store import key as keys
from organizer.store.key import PLAIN_HEADER, Key
from organizer.store.lock import FileLock
from organizer.store.tables import META, METADATA, table_of

_OF_THE_OLD_FILE = ("list_counts", "sums", "backup_counts", "last_backup", "backups", "backed_up_step", "proved_fully_on")
"""Notes that speak of the damaged file and would be untrue of the new one."""
Values = dict[str, Any]


@dataclass(frozen=True)
class Saved:
    """Of one table: rows that came over, rows known to be missing, references that had to be dropped. `sure`: none is unknown."""

    table: str
    came: int
    missing: int
    mended: int
    sure: bool


@dataclass(frozen=True)
class Salvaged:
    """The new file and what is in it; `damaged` of `pages` pages could not be read. `exact`: nothing in it can be wrong."""

    path: Path
    pages: int
    damaged: int
    exact: bool
    tables: tuple[Saved, ...]

    def of(self, kind: type[Record]) -> Saved:
        return next(saved for saved in self.tables if saved.table == table_of(kind).name)

    def missing(self) -> int:
        return sum(self.of(kind).missing for kind in KINDS.values())


def key_of(path: Path, passphrase: str | None) -> Key | None:
    """The key of a damaged file, None for a plain one: any whole page proves it. Slow. WrongPassphrase when none does."""
    opening.refuse_by_size(path)
    FileLock(path).refuse_if_held()
    with faults.in_words():
        begins = backup.begins(path, keys.SALT_BYTES)
        if begins == PLAIN_HEADER:
            return None
        copies = backup.in_folder(paths.backups(path), path.stem)[:3]
        salts = dict.fromkeys([begins, *(backup.begins(copy.path, keys.SALT_BYTES) for copy in copies)])
        for salt in salts:
            for key in keys.keys_to_try(salt, passphrase or ""):
                if pages.opens_any(path, key):
                    return key
    raise faults.wrong_passphrase()


def salvage(path: Path, new: Path, key: Key | None) -> Salvaged:
    """Make a new file, under the same key, of what can be read. Slow. StorageFault, or DamagedFile: nothing can be read."""
    lock = FileLock(path)
    lock.refuse_if_held()
    with faults.in_words():
        image = pages.image(path, key)
    with (
        closing(salvage_reading.readable(image.data)) as damaged,
        closing(salvage_reading.readable(_otherwise(path, key, image))) as again,
    ):
        if not any(salvage_reading.columns_of(damaged, table.name) for table in METADATA.sorted_tables):
            raise nothing_left()
        store = opening.create_file(new, None, key=key)
        try:
            with store.beside_history(KINDS.values()) as connection:
                tables = _taken_over(damaged, again, connection)
            store.check()
        except BaseException:
            store.close(back_up=False)
            new.unlink(missing_ok=True)
            raise
    store.close(back_up=False)
    return Salvaged(new, image.pages, image.damaged, image.sure and key is not None, tables)


def _otherwise(path: Path, key: Key | None, image: pages.Image) -> bytes:
    """The same image with other bytes in place of what is damaged."""
    return pages.image(path, key, filler=0xFF).data if image.damaged else image.data


def _taken_over(damaged: sqlite3.Connection, again: sqlite3.Connection, connection: Connection) -> tuple[Saved, ...]:
    connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
    came: dict[str, int] = {}
    lost: dict[str, int] = {}
    for table in METADATA.sorted_tables:
        rows, lost[table.name] = salvage_reading.rows_of(damaged, again, table)
        refused = _insert(connection, table, rows)
        came[table.name] = len(rows) - refused
        lost[table.name] += refused
    for kind in KINDS.values():
        name, senseless = table_of(kind).name, _drop_senseless(connection, kind)
        came[name] -= senseless
        lost[name] += senseless
    mended, dropped = _mend_references(connection)
    for kind in search.searched_kinds():
        _feed(connection, kind)
    told = salvage_reading.counts_of_last_backup(damaged)
    return tuple(
        _saved(damaged, name, count - dropped.get(name, 0), lost[name] + dropped.get(name, 0), mended.get(name, 0), told)
        for name, count in came.items()
    )


def _saved(damaged: sqlite3.Connection, table: str, came: int, lost: int, mended: int, told: dict[str, int]) -> Saved:
    """`lost` rows are known by their numbers; `told` is how many the last backup had."""
    counted = salvage_reading.count_of(damaged, table)
    full = counted if counted is not None else told.get(table, 0)
    return Saved(table, came, max(full - came, lost), mended, sure=counted is not None)


def _insert(connection: Connection, table: Table, rows: Iterable[Values]) -> int:
    """Put rows into the new file; how many it refused, as two rows with one name."""
    refused = 0
    for row in rows:
        if table is META and row.get("key") in _OF_THE_OLD_FILE:
            continue
        names = ", ".join(f'"{name}"' for name in row)
        marks = ", ".join("?" for _name in row)
        try:
            connection.exec_driver_sql(f'INSERT INTO "{table.name}" ({names}) VALUES ({marks})', tuple(row.values()))
        except (DBAPIError, dbapi.Error) as fault:
            if not _is_refusal(fault):
                raise
            refused += 1
    return refused


def _is_refusal(fault: Exception) -> bool:
    constraint = 19
    return getattr(getattr(fault, "orig", fault), "sqlite_errorcode", None) == constraint


def _mend_references(connection: Connection) -> tuple[dict[str, int], dict[str, int]]:
    """Let nothing point to what is gone. References dropped, and rows that went with them, by table."""
    mended: dict[str, int] = {}
    dropped: dict[str, int] = {}
    while broken := connection.exec_driver_sql("PRAGMA foreign_key_check").all():
        for name, row, _parent, number in broken:
            column = _column_of(connection, name, number)
            if METADATA.tables[name].c[column].nullable:
                connection.exec_driver_sql(f'UPDATE "{name}" SET "{column}" = NULL WHERE rowid = ?', (row,))
                mended[name] = mended.get(name, 0) + 1
            else:
                gone = connection.exec_driver_sql(f'DELETE FROM "{name}" WHERE rowid = ?', (row,)).rowcount
                dropped[name] = dropped.get(name, 0) + gone
    return mended, dropped


def _column_of(connection: Connection, table: str, number: int) -> str:
    listed = connection.exec_driver_sql(f'PRAGMA foreign_key_list("{table}")')
    return next(str(row[3]) for row in listed if row[0] == number)


def _drop_senseless(connection: Connection, kind: type[Record]) -> int:
    """Records of a plain file whose damage made senseless values of theirs; how many they were."""
    table, gone = table_of(kind), 0
    for record_id in connection.execute(select(table.c.id)).scalars().all():
        try:
            connection.execute(select(table).where(table.c.id == record_id)).all()
        except (ValueError, TypeError, LookupError):
            connection.execute(delete(table).where(table.c.id == record_id))
            gone += 1
    return gone


def _feed(connection: Connection, kind: type[Record]) -> None:
    rows = connection.execute(select(table_of(kind))).mappings()
    search.feed(connection, kind, {row["id"]: dict(row) for row in rows})


def kinds_told(found: Salvaged) -> Iterator[tuple[type[Record], Saved]]:
    """Every kind of which there is or was something."""
    for kind in KINDS.values():
        saved = found.of(kind)
        if saved.came or saved.missing:
            yield kind, saved


def nothing_left() -> DamagedFile:
    return DamagedFile(
        _("Of this file nothing can be read any more."), _("Open the newest backup of it, or a copy on another disk.")
    )

"""What can be read of the image of a damaged file: its rows, how many they were, what the last backup counted."""

from __future__ import annotations

import json
import sqlite3
from contextlib import suppress
from typing import Any

from sqlalchemy import Table

from organizer.store.seeking import Seeking, by_index, indices
from organizer.store.tables import TOUCH

Values = dict[str, Any]


def readable(data: bytes) -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.deserialize(data)
    # An index whose table is missing from the list of tables is no reason to read none
    connection.execute("PRAGMA writable_schema = ON")
    connection.text_factory = lambda text: text.decode("utf-8", "replace")
    return connection


def counts_of_last_backup(damaged: sqlite3.Connection) -> dict[str, int]:
    with suppress(sqlite3.DatabaseError, ValueError, TypeError, KeyError):
        (said,) = damaged.execute("SELECT value FROM meta WHERE key = 'last_backup'").fetchone()
        return dict(json.loads(said)["counts"])
    return {}


def count_of(damaged: sqlite3.Connection, table: str) -> int | None:
    """How many rows a table had, by itself or by one of its indices: whichever is whole."""
    ways = [f'SELECT count(*) FROM "{table}" NOT INDEXED']
    ways += [by_index("count(*)", table, index) for index in indices(damaged, table)]
    for way in ways:
        with suppress(sqlite3.DatabaseError):
            return int(damaged.execute(way).fetchone()[0])
    return None


def columns_of(damaged: sqlite3.Connection, table: str) -> list[str]:
    with suppress(sqlite3.DatabaseError):
        return [name for _number, name, *_more in damaged.execute(f'PRAGMA table_info("{table}")')]
    return []


def rows_of(damaged: sqlite3.Connection, again: sqlite3.Connection, table: Table) -> tuple[list[Values], int]:
    """Every row that can be read alike from both images, and how many others are known to have been there."""
    names = [name for name in columns_of(damaged, table.name) if name in table.c]
    if not names:
        return [], 0
    listed = ", ".join(f'"{name}"' for name in names)
    by = "rowid" if table is not TOUCH else "journal_id"
    once, twice = (
        Seeking(image, table.name, by, f'SELECT {by}, {listed} FROM "{table.name}"').all() for image in (damaged, again)
    )
    alike = once.found & twice.found
    rows = [dict(zip(names, values, strict=True)) for _number, values in sorted(alike, key=lambda row: row[0])]
    return rows, len((once.known | twice.known) - {number for number, _values in alike})

"""Sums over large tables, such as the letters of each day: remembered until a record they read changes, and across openings."""

from __future__ import annotations

import json
from collections.abc import Collection
from datetime import date
from typing import Any

from sqlalchemy import Connection, Date, Table, func, select
from sqlalchemy.sql.visitors import iterate

from organizer.records.base import Record
from organizer.records.kinds import KINDS
from organizer.store import journal, notes
from organizer.store.sealed_kinds import is_kept
from organizer.store.tables import table_of

Rows = list[tuple[Any, ...]]

_NOTE = "sums"
_LARGE = 50_000
"""What reads no table with so many records is asked anew each time: that takes a millisecond."""


class Sums:
    """Rows of queries, by their SQL. Kept in the file with the number of the step they were true at, and void after it."""

    def __init__(self) -> None:
        self._known: dict[str, Rows] = {}
        self._asked: dict[str, Any] = {}

    def load(self, connection: Connection) -> None:
        said = json.loads(notes.meta(connection, _NOTE, "{}"))
        if said and said["step"] == journal.last_step(connection):
            self._known = said["rows"]

    def rows(self, connection: Connection, query: Any) -> Rows:
        """The rows of a query, from memory where they are known."""
        if not any(_size(connection, kind) >= _LARGE for kind in _read_by(query)):
            return _rows(connection, query)
        name = _name(query)
        if name not in self._asked and name in self._known:
            self._known[name] = _thawed(query, self._known[name])
        elif name not in self._known:
            self._known[name] = _rows(connection, query)
        self._asked[name] = query
        return list(self._known[name])

    def forget(self, kinds: Collection[type[Record]]) -> None:
        """Records of these kinds were changed. What was never asked for since the file was opened goes with them."""
        self._known = {
            name: rows
            for name, rows in self._known.items()
            if name in self._asked and not _read_by(self._asked[name]) & set(kinds)
        }

    def keep(self, connection: Connection) -> None:
        """Write what was asked for into the file; what was forgotten is read anew."""
        # What a compartment hides is not written down beside it
        asked = {
            name: query for name, query in self._asked.items() if not any(is_kept(connection, kind) for kind in _read_by(query))
        }
        kept = {name: self._known.get(name) or _rows(connection, query) for name, query in asked.items()}
        said = json.dumps({"step": journal.last_step(connection), "rows": kept}, default=date.isoformat)
        if kept and said != notes.meta(connection, _NOTE, ""):
            notes.set_meta(connection, _NOTE, said)


def _rows(connection: Connection, query: Any) -> Rows:
    return [tuple(row) for row in connection.execute(query)]


def _thawed(query: Any, rows: Rows) -> Rows:
    """With days as days again, after they were JSON."""
    days = [isinstance(column.type, Date) for column in query.selected_columns]
    return [
        tuple(date.fromisoformat(value) if day and value else value for day, value in zip(days, row, strict=True)) for row in rows
    ]


def _name(query: Any) -> str:
    compiled = query.compile()
    return f"{compiled} {sorted((key, str(value)) for key, value in compiled.params.items())}"


def _read_by(query: Any) -> set[type[Record]]:
    tables = {part.name for part in iterate(query) if isinstance(part, Table)}
    return {kind for kind in KINDS.values() if table_of(kind).name in tables}


def _size(connection: Connection, kind: type[Record]) -> int:
    highest: int = connection.execute(select(func.coalesce(func.max(table_of(kind).c.id), 0))).scalar_one()
    return highest

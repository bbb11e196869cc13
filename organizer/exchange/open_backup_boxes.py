"""Compartments in the open format: the boxes as they lie in the file. Whoever has no second passphrase reads nothing in them."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator
from datetime import datetime
from itertools import islice
from typing import Any

from sqlalchemy import Connection, LargeBinary, Table, insert, select

from organizer.records.kinds import KINDS
from organizer.store import compartment_views
from organizer.store.store import Store
from organizer.store.tables import COMPARTMENT, SEALED

BOXES = "compartments.jsonl"
_AT_A_TIME = 2_000
_TABLES = {table.name: table for table in (COMPARTMENT, SEALED)}


def has_boxes(connection: Connection) -> bool:
    return connection.execute(select(COMPARTMENT.c.kind)).first() is not None


def boxes_in(connection: Connection) -> Iterator[bytes]:
    """The lines of the part that holds them: the name of a table, and a row of it."""
    for name, table in _TABLES.items():
        for row in connection.execute(select(table)).mappings():
            yield json.dumps([name, _said(table, row)]).encode() + b"\n"


def _said(table: Table, row: Any) -> dict[str, Any]:
    said = dict(row)
    for column in table.columns:
        if isinstance(column.type, LargeBinary):
            said[column.name] = base64.b64encode(said[column.name]).decode()
        elif isinstance(said[column.name], datetime):
            said[column.name] = said[column.name].isoformat()
    return said


def put_boxes(store: Store, lines: Iterator[bytes]) -> None:
    """Take them into a new file, closed. Raises whatever is wrong with them."""
    with store.beside_history([]) as connection:
        while some := [json.loads(line) for line in islice(lines, _AT_A_TIME)]:
            for table in _TABLES.values():
                rows = [_read(table, row) for name, row in some if _TABLES[name] is table]
                if rows:
                    connection.execute(insert(table), rows)
    with store.looking() as connection:
        compartment_views.draw_all(connection)


def _read(table: Table, said: dict[str, Any]) -> dict[str, Any]:
    row: dict[str, Any] = {}
    for column in table.columns:
        value = said[column.name]
        if isinstance(column.type, LargeBinary):
            row[column.name] = base64.b64decode(value, validate=True)
        elif column.name.endswith("_utc"):
            row[column.name] = datetime.fromisoformat(value)
        elif type(value) is column.type.python_type:
            row[column.name] = value
        else:
            raise ValueError("a value of another type")
    if not KINDS[row["kind"]].COMPARTMENT:
        raise ValueError("a kind that has no compartment")
    return row

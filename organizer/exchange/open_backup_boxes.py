"""Compartments in the open format: the boxes as they lie in the file. Whoever has no second passphrase reads nothing in them."""

from __future__ import annotations

import base64
import json
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, LargeBinary, Table, insert, select

from organizer.records.kinds import KINDS
from organizer.store import compartment_views
from organizer.store.store import Store
from organizer.store.tables import COMPARTMENT, SEALED

BOXES = "compartments.json"


def boxes_in(connection: Connection) -> bytes:
    """The part that holds them; nothing where there are none."""
    if connection.execute(select(COMPARTMENT.c.kind)).first() is None:
        return b""
    said = {
        table.name: [_said(table, row) for row in connection.execute(select(table)).mappings()] for table in (COMPARTMENT, SEALED)
    }
    return json.dumps(said).encode()


def _said(table: Table, row: Any) -> dict[str, Any]:
    said = dict(row)
    for column in table.columns:
        if isinstance(column.type, LargeBinary):
            said[column.name] = base64.b64encode(said[column.name]).decode()
        elif isinstance(said[column.name], datetime):
            said[column.name] = said[column.name].isoformat()
    return said


def put_boxes(store: Store, data: bytes) -> None:
    """Take them into a new file, closed. Raises whatever is wrong with them."""
    said = json.loads(data)
    with store.beside_history([]) as connection:
        for table in (COMPARTMENT, SEALED):
            rows = [_read(table, row) for row in said[table.name]]
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

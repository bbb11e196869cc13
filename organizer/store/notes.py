"""The file's own notes and the drafts of unsaved forms. Neither is journaled."""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, delete, select
from sqlalchemy.dialects.sqlite import insert

from organizer.store.sealed_kinds import closed, held
from organizer.store.sealing import about_draft
from organizer.store.tables import DRAFT, META

_BOX = "sealed"
"""All that a draft says which lies in a box."""


def meta(connection: Connection, key: str, default: str) -> str:
    value: str | None = connection.execute(select(META.c.value).where(META.c.key == key)).scalar()
    return default if value is None else value


def set_meta(connection: Connection, key: str, value: str) -> None:
    statement = insert(META).values(key=key, value=value)
    connection.execute(statement.on_conflict_do_update(index_elements=[META.c.key], set_={"value": value}))


def forget_counted(connection: Connection) -> None:
    """What was counted and summed at the last closing is not true any more, and the newest backup is not of this state."""
    connection.execute(delete(META).where(META.c.key.in_(("list_counts", "sums"))))
    set_meta(connection, "backed_up_step", "-1")


def draft(connection: Connection, kind: str, name: str) -> dict[str, Any] | None:
    """What stood in the form, as it was handed in; None when nothing is kept, or its compartment is closed."""
    fields = connection.execute(select(DRAFT.c.fields).where(DRAFT.c.kind == kind, DRAFT.c.name == name)).scalar()
    return None if fields is None else read_draft(connection, kind, name, fields)


def keep_draft(connection: Connection, kind: str, name: str, fields: Mapping[str, Any]) -> None:
    """CompartmentClosed for a kind whose words could not be sealed now."""
    values = {"at_utc": datetime.now(UTC), "fields": written_draft(connection, kind, name, fields)}
    statement = insert(DRAFT).values(kind=kind, name=name, **values)
    connection.execute(statement.on_conflict_do_update(index_elements=[DRAFT.c.kind, DRAFT.c.name], set_=values))


def written_draft(connection: Connection, kind: str, name: str, fields: Mapping[str, Any]) -> str:
    """A draft as it is kept: as JSON, or in a box where its kind has a compartment."""
    if kind not in held(connection):
        return json.dumps(dict(fields))
    sealer = held(connection)[kind]
    if sealer is None:
        raise closed()
    return json.dumps({_BOX: base64.b64encode(sealer.seal(dict(fields), about_draft(kind, name))).decode()})


def read_draft(connection: Connection, kind: str, name: str, kept: str) -> dict[str, Any] | None:
    """A draft as it was handed in; None while its compartment is closed."""
    fields = dict(json.loads(kept))
    if fields.keys() != {_BOX}:
        return fields
    sealer = held(connection).get(kind)
    return None if sealer is None else dict(sealer.unseal(base64.b64decode(fields[_BOX]), about_draft(kind, name)))


def drop_draft(connection: Connection, kind: str, name: str) -> None:
    connection.execute(delete(DRAFT).where(DRAFT.c.kind == kind, DRAFT.c.name == name))

"""The file's own notes and the drafts of unsaved forms. Neither is journaled."""

from __future__ import annotations

from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert

from organizer.store.tables import META


def meta(connection: Connection, key: str, default: str) -> str:
    value = connection.execute(select(META.c.value).where(META.c.key == key)).scalar()
    return default if value is None else value


def set_meta(connection: Connection, key: str, value: str) -> None:
    statement = insert(META).values(key=key, value=value)
    connection.execute(statement.on_conflict_do_update(index_elements=[META.c.key], set_={"value": value}))

"""Copies of records: for a duplicate, and for a first save that may have to be tried again."""

from __future__ import annotations

from typing import Any, TypeVar

from organizer.records.base import Record

R = TypeVar("R", bound=Record)
_OWN = frozenset({"id", "version", "created_utc", "changed_utc"})


def copy_of(record: R, *, with_uid: bool = False, **changes: Any) -> R:
    """An unsaved record with the same values; `with_uid` keeps its name in the world, else it is another record."""
    hidden = _OWN if with_uid else _OWN | {"uid", "origin"}
    values = {column.key: getattr(record, column.key) for column in record.__mapper__.column_attrs if column.key not in hidden}
    values.update(changes)
    made = type(record)(**{name: _own(value) for name, value in values.items()})
    if "tags" in record.__dict__:
        made.tags = list(record.tags)  # type: ignore[attr-defined]  # its kind bears tags, and they were read with it
    return made


def _own(value: Any) -> Any:
    """Lists and tables of texts are copied: two records never share one."""
    if isinstance(value, list):
        return list(value)
    return dict(value) if isinstance(value, dict) else value

"""What hangs on a record: its tags, pictures and consents. When they change it has changed: lists, search and history know it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Select, select

from organizer.records.attachment import Attachment
from organizer.records.base import Record
from organizer.records.consent import Consent
from organizer.records.kinds import KINDS
from organizer.records.organisation import Person
from organizer.records.tag import Tag, Tagging
from organizer.store import search
from organizer.store.rows import Row, listing_of
from organizer.store.sealed_kinds import is_closed
from organizer.store.tables import table_of

if TYPE_CHECKING:
    from organizer.store.journal_entries import Edit

Owners = Mapping[type[Record], Sequence[int]]
"""Records by kind and id."""
_OWNER: dict[type[Record], tuple[str, str]] = {
    Tagging: ("record_kind", "record_uid"),
    Attachment: ("owner_kind", "owner_uid"),
}
"""Where that which hangs says on what."""
_AT_A_TIME = 500


@cache
def kinds_going_with(kind: type[Record]) -> tuple[tuple[type[Record], str], ...]:
    """Kinds whose records go with those of this kind, each with its foreign key to it."""
    declared = ((other, other.GOES_WITH) for other in KINDS.values() if other.GOES_WITH)
    return tuple(
        (other, name)
        for other, name in declared
        if any(key.column.table is table_of(kind) for key in table_of(other).c[name].foreign_keys)
    )


def going_with(record: Record) -> Iterator[Select[Any]]:
    """Queries for what is deleted with a record and comes back with it."""
    return (select(other).where(table_of(other).c[name] == record.id) for other, name in kinds_going_with(type(record)))


def owners_of(connection: Connection, edits: Sequence[Edit]) -> Owners:
    """The records on which something was hung, changed or taken off, of those that are in the file."""
    renamed = [edit.id for edit in edits if edit.kind is Tag and edit.before is not None and edit.after is not None]
    found = _by_kind(connection, (*_named_by(connection, edits), *_bearing(connection, renamed)))
    found[Person] = [*found.get(Person, []), *_who_agreed(connection, edits)]
    return {kind: list(dict.fromkeys(ids)) for kind, ids in found.items() if ids}


def bearing(connection: Connection, tag_ids: Sequence[int]) -> Owners:
    """The records that bear one of these tags."""
    return _by_kind(connection, _bearing(connection, tag_ids))


def _by_kind(connection: Connection, named: Iterable[tuple[str, str]]) -> dict[type[Record], list[int]]:
    uids: dict[str, set[str]] = {}
    for kind, uid in named:
        if kind in KINDS and uid:
            uids.setdefault(kind, set()).add(uid)
    return {KINDS[kind]: _ids_of(connection, KINDS[kind], sorted(some)) for kind, some in uids.items()}


def _who_agreed(connection: Connection, edits: Iterable[Edit]) -> list[int]:
    """The people whose consents were given, changed or taken off, of those that are in the file."""
    rows = [
        {**_standing(connection, edit), **row}
        for edit in edits
        if edit.kind is Consent
        for row in (edit.before, edit.after)
        if row is not None
    ]
    named = {row.get("person_id") for row in rows}
    table = table_of(Person)
    return list(connection.execute(select(table.c.id).where(table.c.id.in_(named))).scalars()) if named else []


def _named_by(connection: Connection, edits: Iterable[Edit]) -> Iterator[tuple[str, str]]:
    for edit in edits:
        if edit.kind in _OWNER:
            kind, uid = _OWNER[edit.kind]
            for row in (edit.before, edit.after):
                if row is not None:
                    whole = row if uid in row and kind in row else {**_standing(connection, edit), **row}
                    yield whole.get(kind, ""), whole.get(uid, "")


def _standing(connection: Connection, edit: Edit) -> Row:
    table = table_of(edit.kind)
    row = connection.execute(select(table).where(table.c.id == edit.id)).mappings().first()
    return dict(row) if row is not None else {}


def _bearing(connection: Connection, tag_ids: Sequence[int]) -> list[tuple[str, str]]:
    table = table_of(Tagging)
    query = select(table.c.record_kind, table.c.record_uid).where(table.c.tag_id.in_(tag_ids))
    return [(kind, uid) for kind, uid in connection.execute(query)] if tag_ids else []


def _ids_of(connection: Connection, kind: type[Record], uids: Sequence[str]) -> list[int]:
    table = table_of(kind)
    found: list[int] = []
    for begin in range(0, len(uids), _AT_A_TIME):
        found += connection.execute(select(table.c.id).where(table.c.uid.in_(uids[begin : begin + _AT_A_TIME]))).scalars()
    return found


def search_anew(connection: Connection, owners: Owners) -> None:
    """Take the records' words into the search index as they are now."""
    for kind, ids in owners.items():
        if not is_closed(connection, kind) and listing_of(kind).own_text:
            with search.many(connection, kind, len(ids)):
                _search_anew(connection, kind, ids)


def _search_anew(connection: Connection, kind: type[Record], ids: Sequence[int]) -> None:
    table = table_of(kind)
    for begin in range(0, len(ids), _AT_A_TIME):
        some = ids[begin : begin + _AT_A_TIME]
        rows = connection.execute(select(table).where(table.c.id.in_(some))).mappings()
        search.forget(connection, kind, some)
        search.feed(connection, kind, {row["id"]: dict(row) for row in rows})


def tags_changed(edits: Iterable[Edit], uid: str) -> tuple[list[int], list[int]]:
    """The ids of the tags that a step took off a record and put on it."""
    taken, put = [], []
    for edit in edits:
        if edit.kind is Tagging:
            if edit.before is not None and edit.before.get("record_uid") == uid:
                taken.append(edit.before["tag_id"])
            if edit.after is not None and edit.after.get("record_uid") == uid:
                put.append(edit.after["tag_id"])
    return [tag for tag in taken if tag not in put], [tag for tag in put if tag not in taken]

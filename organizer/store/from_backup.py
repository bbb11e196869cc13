"""One record out of a backup: looked up by its uid, compared with the file's, and put back as one step that can be undone.

Links are followed by uid, not by id: after a restore another record may bear the id. What a record that comes back points to,
and what hangs on it, comes back with it where the file has it no more. Who was erased since does not come back.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert

from organizer.errors import MissingRecord
from organizer.i18n import _
from organizer.records.attachment import Attachment
from organizer.records.base import Record
from organizer.records.erasure import Mark
from organizer.records.tag import Tag, Tagging
from organizer.store.change import Change, records_of
from organizer.store.compartment_views import seen_as_in
from organizer.store.erased_since import ErasedSince
from organizer.store.erasing_again import add_to_look_at
from organizer.store.hanging import kinds_going_with
from organizer.store.inside_backup import inside
from organizer.store.journal_entries import Edit
from organizer.store.rows import STAMPS, Row, columns_of, links_of, whole
from organizer.store.sealed_kinds import refuse_closed
from organizer.store.store import Store
from organizer.store.tables import PICTURE, table_of

_OWN = STAMPS | {"id", "uid", "created_utc", "origin"}
"""Columns that say nothing of what a record is about."""


@dataclass(frozen=True)
class Piece:
    """A row of a backup. `links` names by column what it points to; `pixels` are those of a picture.

    `to_look_at` are fields with words that an erasure took out of the file's record.
    """

    kind: type[Record]
    row: Row
    links: Mapping[str, Piece] = field(default_factory=dict)
    pixels: bytes | None = field(default=None, repr=False)
    to_look_at: tuple[Mark, ...] = ()

    @property
    def uid(self) -> str:
        return str(self.row["uid"])


@dataclass(frozen=True)
class Found:
    """A record as a backup has it, with what hangs on it: its tags, pictures and consents."""

    piece: Piece
    hanging: tuple[Piece, ...]

    def to_look_at(self) -> tuple[Mark, ...]:
        return tuple(mark for each in (self.piece, *self.hanging) for mark in each.to_look_at)


@dataclass(frozen=True)
class Lost:
    """A record that a backup has and the file has no more. `title` are its words."""

    kind: type[Record]
    uid: str
    title: str


@dataclass(frozen=True)
class LostRecords:
    """What the file has no more; and how many people of the backup were erased since, who do not come back."""

    rows: tuple[Lost, ...]
    erased: int


def record_from(store: Store, copy: Path, kind: type[Record], uid: str) -> Found | None:
    """The record with this uid; None when the backup does not have it. UserError when it was erased since, or is closed."""
    with inside(copy, store.key()) as connection:
        seen_as_in(connection, store.opened())
        row = _row(connection, kind, uid)
        if row is None:
            return None
        erased = ErasedSince(store, connection)
        erased.refuse(kind, uid)
        hanging = [_piece(connection, part, each, erased) for part, each in _hanging(connection, kind, uid, row["id"])]
        return Found(_piece(connection, kind, row, erased), tuple(hanging))


def lost_records(store: Store, copy: Path, kinds: Collection[type[Record]]) -> LostRecords:
    """What the backup has of these kinds and the file does not, in the order of the kinds."""
    found = []
    with inside(copy, store.key()) as connection:
        seen_as_in(connection, store.opened())
        erased = ErasedSince(store, connection)
        for kind in kinds:
            here = {uid for (uid,) in store.rows(select(table_of(kind).c.uid))}
            there = connection.execute(select(table_of(kind).c.uid)).scalars()
            gone = [uid for uid in there if uid not in here and not erased.went(kind, uid)]
            for begin in range(0, len(gone), 500):
                records = records_of(connection, whole(kind).where(kind.uid.in_(gone[begin : begin + 500])))
                found += [Lost(kind, record.uid, erased.words_without(record.title())) for record in records]
    return LostRecords(tuple(found), erased.people)


def _row(connection: Connection, kind: type[Record], uid: str) -> Row | None:
    table = table_of(kind)
    found = connection.execute(select(table).where(table.c.uid == uid)).mappings().first()
    return None if found is None else dict(found)


def _piece(connection: Connection, kind: type[Record], row: Row, erased: ErasedSince) -> Piece:
    refuse_closed(connection, [kind])
    links, to_erased = {}, set()
    for name, other in links_of(kind).items():
        table = table_of(other)
        if row[name] is not None:
            found = connection.execute(select(table).where(table.c.id == row[name])).mappings().first()
            if found is not None and erased.went(other, found["uid"]):
                to_erased.add(name)
            elif found is not None:
                links[name] = _piece(connection, other, dict(found), erased)
    pixels = None
    if kind is Attachment:
        pixels = connection.execute(select(PICTURE.c.pixels).where(PICTURE.c.sha256 == row["sha256"])).scalar()
    may_come = erased.row_without(kind, row, to_erased)
    return Piece(kind, may_come, links, pixels, erased.to_look_at(kind, row, may_come))


def _hanging(connection: Connection, kind: type[Record], uid: str, record_id: int) -> Iterator[tuple[type[Record], Row]]:
    for part, owner_kind, owner_uid in ((Tagging, "record_kind", "record_uid"), (Attachment, "owner_kind", "owner_uid")):
        table = table_of(part)
        query = select(table).where(table.c[owner_kind] == kind.KIND, table.c[owner_uid] == uid)
        for row in connection.execute(query).mappings().all():
            yield part, dict(row)
    for other, name in kinds_going_with(kind):
        table = table_of(other)
        for row in connection.execute(select(table).where(table.c[name] == record_id)).mappings().all():
            yield other, dict(row)


def fields_that_differ(store: Store, found: Found) -> dict[str, tuple[Any, Any]] | None:
    """By column: what the file has now, and what the backup has; None when the file has no such record.

    A link is the uid of what it points to on either side.
    """
    kind = found.piece.kind
    now = store.first(select(kind).where(kind.uid == found.piece.uid))
    if now is None:
        return None
    links = links_of(kind)
    differing = {}
    for name in columns_of(kind):
        if name in _OWN:
            continue
        here, there = getattr(now, name), found.piece.row.get(name)
        if name in links:
            here = _uid_of(store, links[name], here)
            there = found.piece.links[name].uid if name in found.piece.links else None
        if here != there:
            differing[name] = (here, there)
    return differing


def _uid_of(store: Store, kind: type[Record], record_id: int | None) -> str | None:
    found = store.rows(select(kind.uid).where(kind.id == record_id))
    return str(found[0][0]) if found else None


def put_fields_back(store: Store, found: Found, names: Collection[str], label: str) -> None:
    """Give the file's record the backup's values in these columns. MissingRecord when it was deleted, Problems."""
    kind = found.piece.kind
    now = store.first(select(kind).where(kind.uid == found.piece.uid))
    if now is None:
        raise MissingRecord(_("This record is not in the file any more."), _("Bring back all of it instead."))
    with store.change(label) as change:
        for name in names:
            link = found.piece.links.get(name)
            setattr(now, name, found.piece.row[name] if link is None else _standing_or_back(change, link))
        change.save(now)
        add_to_look_at(change.connection, (mark for mark in found.piece.to_look_at if mark.field in names))


def bring_back(store: Store, found: Found, label: str) -> int:
    """Put a record back that the file has no more, with its uid, what it points to and what hangs on it; its id.

    One step, which undo takes back.
    """
    with store.change(label) as change:
        record_id = _standing_or_back(change, found.piece)
        for part in found.hanging:
            _standing_or_back(change, part)
        add_to_look_at(change.connection, found.to_look_at())
    return record_id


def _standing_or_back(change: Change, piece: Piece) -> int:
    """The id of the file's record of this uid; without one, that of the record made anew from the backup's row."""
    here = _id_here(change, piece)
    if here is not None:
        return here
    row = {**piece.row, **{name: _standing_or_back(change, link) for name, link in piece.links.items()}}
    missing = [name for name in links_of(piece.kind) if row[name] is not None and name not in piece.links]
    row.update(dict.fromkeys(missing))
    row["id"] = _free_id(change, piece.kind, row["id"])
    if piece.pixels is not None:
        values = {"sha256": row["sha256"], "pixels": piece.pixels}
        change.connection.execute(insert(PICTURE).values(values).on_conflict_do_nothing())
    change.replay([Edit(piece.kind, row["id"], None, row)])
    return int(row["id"])


def _id_here(change: Change, piece: Piece) -> int | None:
    table = table_of(piece.kind)
    same = table.c.uid == piece.uid
    if piece.kind is Tag:
        same |= table.c.name == piece.row["name"]
    elif "geoname_id" in table.c and piece.row["geoname_id"] is not None:
        same |= table.c.geoname_id == piece.row["geoname_id"]
    found: int | None = change.connection.execute(select(table.c.id).where(same).limit(1)).scalar()
    return found


def _free_id(change: Change, kind: type[Record], wanted: int) -> int:
    """The id it had, so that its history goes on; the next new one where another record bears that by now."""
    table = table_of(kind)
    if change.connection.execute(select(table.c.id).where(table.c.id == wanted)).first() is None:
        return wanted
    last = change.connection.exec_driver_sql("SELECT seq FROM sqlite_sequence WHERE name = ?", (table.name,)).scalar()
    return int(last or 0) + 1

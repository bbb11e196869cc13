"""Taking people out of a file as it stands and out of its past: what goes with them, words blotted out, links emptied."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from sqlalchemy import Connection, delete, select

from organizer.records.attachment import Attachment
from organizer.records.base import Record
from organizer.records.donation import ERASED_GIVER, Donation
from organizer.records.erasure import Mark
from organizer.records.kinds import KINDS
from organizer.records.organisation import Person
from organizer.records.tag import Tag, Tagging
from organizer.store import erasing_history, hanging, record_rows, search
from organizer.store.progress import Progress
from organizer.store.rows import Row
from organizer.store.sealed_kinds import refuse_erasing
from organizer.store.sought import BLOT, Sought
from organizer.store.tables import PICTURE, TOUCH, table_of
from organizer.store.whereabouts import blots_in, text_columns, texts_of_row, told_apart

_AT_A_TIME = 2_000
Gone = dict[type[Record], dict[int, str]]
"""Records that go, by kind and id, with their uids."""


@dataclass(frozen=True)
class Erasing:
    """What is to go. `people` and `drop` are deleted, `donors` are gifts whose giver's name goes.

    `stays` are fields, as (kind, id, field), in which the sought words are left. `keeps_donor` are gifts of these people that the
    law wants with their giver: the giver's name stays there, as words.
    """

    sought: Sought
    people: frozenset[int] = frozenset()
    drop: Mapping[type[Record], frozenset[int]] = field(default_factory=dict)
    donors: frozenset[int] = frozenset()
    keeps_donor: frozenset[int] = frozenset()
    stays: frozenset[tuple[str, int, str]] = frozenset()
    rule: str = "asked"


@dataclass(frozen=True)
class Taken:
    """What went, how many records changed, which fields lost words, and which kept them as they were to."""

    gone: Gone
    changed: int
    lost_words: frozenset[Mark]
    left: frozenset[Mark]

    def deleted(self) -> int:
        return sum(map(len, self.gone.values()))

    def marks(self) -> list[Mark]:
        """By which an older state of the file is known to hold them again."""
        went = {Mark(kind.KIND, uid) for kind, ids in self.gone.items() for uid in ids.values()}
        return sorted(went | self.left | (self.lost_words - {Mark(each.kind, each.uid, each.field) for each in self.left}))


def going(connection: Connection, erasing: Erasing) -> Gone:
    """What was named, and whatever cannot be without it."""
    gone: Gone = {}
    new: dict[type[Record], set[int]] = {Person: set(erasing.people)}
    new.update({kind: set(ids) for kind, ids in erasing.drop.items()})
    while any(new.values()):
        for kind, ids in new.items():
            table = table_of(kind)
            rows = connection.execute(select(table.c.id, table.c.uid).where(table.c.id.in_(ids)))
            gone.setdefault(kind, {}).update({row.id: row.uid for row in rows})
        new = _hanging(connection, gone)
    return {kind: ids for kind, ids in gone.items() if ids}


def _hanging(connection: Connection, gone: Gone) -> dict[type[Record], set[int]]:
    found: dict[type[Record], set[int]] = {}
    for kind, name, target, may_be_empty in erasing_history.links():
        if not may_be_empty and gone.get(target):
            table = table_of(kind)
            ids = connection.execute(select(table.c.id).where(table.c[name].in_(gone[target]))).scalars()
            found.setdefault(kind, set()).update(ids)
    for kind, of_kind, of_uid in ((Tagging, "record_kind", "record_uid"), (Attachment, "owner_kind", "owner_uid")):
        table = table_of(kind)
        for owner, uids in gone.items():
            query = select(table.c.id).where(table.c[of_kind] == owner.KIND, table.c[of_uid].in_(uids.values()))
            found.setdefault(kind, set()).update(connection.execute(query).scalars())
    return {kind: ids - gone.get(kind, {}).keys() for kind, ids in found.items()}


class TakingOut:
    """One erasure under way, inside one transaction."""

    def __init__(self, connection: Connection, erasing: Erasing, progress: Progress | None = None) -> None:
        refuse_erasing(connection)
        self._connection, self._erasing, self._progress = connection, erasing, progress or Progress()
        self._gone = going(connection, erasing)
        self._stays = erasing.stays | {("donation", number, "giver") for number in erasing.keeps_donor}
        self._gifts = self._those_who_gave()
        self._changed: dict[type[Record], set[int]] = {}
        self._lost_words: set[Mark] = set()

    def done(self) -> Taken:
        """Do all of it."""
        left = self._left()
        pictures = self._pictures()
        self._take_out_givers()
        self._unlink()
        self._delete()
        for kind in KINDS.values():
            self._blot(kind)
            self._blot_origins(kind)
        self._index_anew()
        givers = {number: words["giver"] for number, (_was, words) in self._gifts.items()}
        history = erasing_history.History(self._erasing.sought, self._erasing.stays, self._gone, givers)
        history.rewrite(self._connection, self._progress)
        self._drop_pictures(pictures)
        return Taken(self._gone, sum(map(len, self._changed.values())), frozenset(self._lost_words), left)

    def _left(self) -> frozenset[Mark]:
        """Fields that are to keep their words, by the uids of their records."""
        found = set()
        for kind, number, name in self._stays:
            table = table_of(KINDS[kind])
            uid = self._connection.execute(select(table.c.uid).where(table.c.id == number)).scalar()
            if uid is not None:
                found.add(Mark(kind, uid, name, stays=True))
        return frozenset(found)

    def _those_who_gave(self) -> dict[int, tuple[Row, Row]]:
        """Gifts that say from now on that somebody else gave, or nobody: how each was, and how it is to be."""
        table = table_of(Donation)
        people = self._gone.get(Person, {})
        rows = self._connection.execute(
            select(table.c.id, table.c.uid, table.c.giver, table_of(Person).c.name)
            .join(table_of(Person), table_of(Person).c.id == table.c.person_id, isouter=True)
            .where(table.c.person_id.in_(people) | table.c.id.in_(self._erasing.donors))
        )
        kept = self._erasing.keeps_donor
        found = {}
        for row in rows.mappings():
            words = (row["name"] or row["giver"]) if row["id"] in kept else ERASED_GIVER
            found[row["id"]] = dict(row), {"giver": words, "person_id": None}
        return found

    def _take_out_givers(self) -> None:
        self._change(Donation, {number: values for number, (_was, values) in self._gifts.items()})
        for was, values in self._gifts.values():
            self._note_lost(Donation, was, {"giver": values["giver"]})

    def _unlink(self) -> None:
        for kind, name, target, may_be_empty in erasing_history.links():
            if may_be_empty and self._gone.get(target):
                table = table_of(kind)
                pointing = select(table.c.id).where(table.c[name].in_(self._gone[target]))
                self._change(kind, {number: {name: None} for number in self._connection.execute(pointing).scalars()})

    def _delete(self) -> None:
        """Those that point to others before those that they point to."""
        for kind in reversed(KINDS.values()):
            ids = list(self._gone.get(kind, ()))
            if ids:
                record_rows.remove(self._connection, kind, ids)
                self._connection.execute(delete(TOUCH).where(TOUCH.c.kind == kind.KIND, TOUCH.c.record_id.in_(ids)))
                search.forget(self._connection, kind, ids)

    def _blot(self, kind: type[Record]) -> None:
        table, names, last = table_of(kind), text_columns(kind), 0
        query = select(table.c.id, table.c.uid, *(table.c[name] for name in names)).order_by(table.c.id).limit(_AT_A_TIME)
        while rows := self._connection.execute(query.where(table.c.id > last)).mappings().all():
            apart = told_apart(map(dict, rows), texts_of_row, self._erasing.sought)
            lost = [(row, values) for row, may in apart if may and (values := self._blotted(kind, row, names))]
            self._change(kind, {row["id"]: values for row, values in lost})
            for row, values in lost:
                self._note_lost(kind, row, values)
            last = rows[-1]["id"]
            self._progress.advance(len(rows))

    def _blot_origins(self, kind: type[Record]) -> None:
        """A branch may bear somebody's name, and every record says by which branch it was entered."""
        table = table_of(kind)
        for origin in self._connection.execute(select(table.c.origin).distinct()).scalars().all():
            if (anew := self._erasing.sought.without(origin)) != origin:
                record_rows.rename_origin(self._connection, kind, origin, anew)

    def _blotted(self, kind: type[Record], row: Row, names: Iterable[str]) -> Row:
        values = {}
        for name in names:
            if (kind.KIND, row["id"], name) in self._stays:
                continue
            anew = erasing_history.without(row[name], self._erasing.sought)
            if anew != row[name]:
                # A tag's name is no other's
                values[name] = f"{anew} {row['id']}" if kind is Tag and anew == BLOT else anew
        return values

    def _change(self, kind: type[Record], values: Mapping[int, Row]) -> None:
        if values:
            record_rows.change_each(self._connection, kind, values)
            self._changed.setdefault(kind, set()).update(values)

    def _note_lost(self, kind: type[Record], was: Row, values: Row) -> None:
        self._lost_words |= {
            Mark(kind.KIND, was["uid"], name, places=max(1, blots_in(words) - blots_in(was[name])))
            for name, words in values.items()
        }

    def _index_anew(self) -> None:
        """What is sought by words that are other ones now, those of its tags among them."""
        anew = {kind: set(ids) for kind, ids in self._changed.items()}
        for kind, bearing in hanging.bearing(self._connection, list(self._changed.get(Tag, ()))).items():
            anew.setdefault(kind, set()).update(bearing)
        hanging.search_anew(self._connection, {kind: sorted(ids - self._gone.get(kind, {}).keys()) for kind, ids in anew.items()})

    def _pictures(self) -> set[str]:
        table = table_of(Attachment)
        ids = self._gone.get(Attachment, {})
        return set(self._connection.execute(select(table.c.sha256).where(table.c.id.in_(ids))).scalars())

    def _drop_pictures(self, pictures: set[str]) -> None:
        """Their bytes go too, unless something else in the file shows the same."""
        table = table_of(Attachment)
        shown = set(self._connection.execute(select(table.c.sha256).where(table.c.sha256.in_(pictures))).scalars())
        self._connection.execute(delete(PICTURE).where(PICTURE.c.sha256.in_(pictures - shown)))

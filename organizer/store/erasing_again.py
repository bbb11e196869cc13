"""Erasures made since a backup, made again in the copy of it that is to take the place of the file.

The log of erasures holds no words. Who went is read from the backup itself, or from another that has the record; what nobody
can know any more, as nicknames, is noted in the file as what remains to be looked at.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, insert, select

from organizer import paths
from organizer.errors import StorageFault, UserError
from organizer.records.base import Record
from organizer.records.erasure import Erasure, Mark
from organizer.records.kinds import KINDS
from organizer.records.organisation import Person
from organizer.store import backup, checks, engine, faults, notes
from organizer.store.change import records_of
from organizer.store.inside_backup import inside
from organizer.store.key import Key
from organizer.store.rows import columns_of
from organizer.store.sought import BLOT, Sought, sought_for
from organizer.store.tables import COMPARTMENT, FORMAT, table_of
from organizer.store.taking_out import Erasing, TakingOut
from organizer.store.whereabouts import blots_in, strings_in, text_columns

TO_LOOK_AT = "erased_again"
"""The note of the file that lists fields, as marks, which lost words in an erasure and hold those of the backup again; each with
how many places of it are to be blotted."""
_DONORS = "donors"
_TOLD_BY = "SELECT name, phone, email, address FROM person WHERE uid = ?"


@dataclass(frozen=True)
class Again:
    """How many people were taken out again, and how many fields remain to be looked at; `counts` are those of the file.

    `closed` says whether words lie in compartments of it, into which nobody has looked.
    """

    people: int
    remain: int
    closed: bool
    counts: dict[str, int]


def log_in(path: Path, key: Key | None) -> list[Erasure]:
    """The erasures that a file or backup knows, which is not open. UserError when it cannot be read."""
    with inside(path, key) as connection:
        return records_of(connection, select(Erasure))


def since(path: Path, copy: Path, keys: Iterable[Key | None]) -> list[Erasure]:
    """Erasures that a backup does not know; told by the file, or by the newest backup where that cannot be read."""
    tried = list(dict.fromkeys(keys))
    others = (each.path for each in backup.in_folder(paths.backups(path), path.stem) if each.path != copy)
    for source in (path, *others):
        for key in tried:
            with suppress(UserError):
                return unknown_to(copy, key, log_in(source, key))
    return []


def unknown_to(copy: Path, key: Key | None, erasures: Sequence[Erasure]) -> list[Erasure]:
    """Those of these erasures that a backup does not know."""
    known = {erasure.uid for erasure in log_in(copy, key)} if erasures else set()
    return [erasure for erasure in erasures if erasure.uid not in known]


def people_who_went(erasures: Iterable[Erasure]) -> set[str]:
    """The uids of people who were erased."""
    return {mark.uid for erasure in erasures for mark in erasure.marks() if mark.kind == Person.KIND and not mark.field}


def people_erased_since(copy: Path, key: Key | None, erasures: Sequence[Erasure]) -> int:
    """How many people of a backup were taken out by these erasures, of which it may know some."""
    return len(list(people_in(copy, key, people_who_went(unknown_to(copy, key, erasures)))))


def make_again(part: Path, key: Key | None, erasures: Sequence[Erasure], path: Path) -> Again:
    """Take out of a copy, which nobody has open, what was erased since, and give it the log. All of it or a UserError.

    `path` is the file whose place it will take: its other backups may know who went.
    """
    with faults.in_words():
        bare = engine.connect(part, key)
        try:
            engine.settle(bare)
            if engine.format_of(bare) != FORMAT:
                from organizer.store import migrate

                migrate.upgrade(bare)
            with engine.engine_over(bare).connect() as connection, connection.begin():
                people, remain = _take_out(connection, erasures, path, key)
                closed = connection.execute(select(COMPARTMENT.c.kind)).first() is not None
            with suppress(StorageFault), faults.in_words():  # deleted cells were overwritten before
                bare.execute("VACUUM")
            return Again(people, remain, closed, checks.counts(bare))
        finally:
            bare.close()


def _take_out(connection: Connection, erasures: Sequence[Erasure], path: Path, key: Key | None) -> tuple[int, int]:
    marks = {mark for erasure in erasures for mark in erasure.marks()}
    given = {mark for erasure in erasures if erasure.rule == _DONORS for mark in erasure.marks() if _of_giver(mark)}
    uids = people_who_went(erasures)
    went = {kind: _ids(connection, kind, marks) for kind in KINDS.values()}
    people = went.pop(Person)
    left = {(mark.kind, number, mark.field) for mark, number in _standing(connection, marks) if mark.stays}
    taken = TakingOut(
        connection,
        Erasing(
            _sought(connection, uids, path, key),
            people,
            {kind: ids for kind, ids in went.items() if ids},
            donors=frozenset(number for _mark, number in _standing(connection, given)),
            keeps_donor=frozenset(number for kind, number, field in left if (kind, field) == ("donation", "giver")),
            stays=frozenset(left),
        ),
    ).done()
    _carry_over(connection, erasures)
    lost = {mark: mark.places for mark in taken.lost_words}
    short = {mark: mark.places - lost.get(mark, 0) for mark in marks if not mark.stays and mark.places > lost.get(mark, 0)}
    remain = [noted for mark, number in _standing(connection, short) if (noted := _noted(connection, mark, number, short[mark]))]
    add_to_look_at(connection, remain)
    return len(people), len(remain)


def _of_giver(mark: Mark) -> bool:
    return (mark.kind, mark.field, mark.stays) == ("donation", "giver", False)


def _ids(connection: Connection, kind: type[Record], marks: Iterable[Mark]) -> frozenset[int]:
    """Of this kind, what went."""
    return frozenset(
        number for mark, number in _standing(connection, (each for each in marks if each.kind == kind.KIND), whole=True)
    )


def _standing(connection: Connection, marks: Iterable[Mark], *, whole: bool = False) -> Iterator[tuple[Mark, int]]:
    """Marks of fields, or of whole records, whose record there is, with its id."""
    for mark in sorted(marks):
        if mark.kind in KINDS and whole == (not mark.field):
            table = table_of(KINDS[mark.kind])
            number = connection.execute(select(table.c.id).where(table.c.uid == mark.uid)).scalar()
            if number is not None:
                yield mark, number


def _noted(connection: Connection, mark: Mark, number: int, missing: int) -> Mark | None:
    """What is to be looked at in a field in which so many places fewer lost words than in the erasure; None in an empty one."""
    kind = KINDS[mark.kind]
    if mark.field not in text_columns(kind):
        return None
    table = table_of(kind)
    value = connection.execute(select(table.c[mark.field]).where(table.c.id == number)).scalar()
    return replace(mark, places=blots_in(value) + missing) if still_to_look_at(value, blots_in(value) + missing) else None


def still_to_look_at(value: Any, places: int) -> bool:
    """Whether a text has words from which fewer places are blotted than are to be."""
    return any(text.strip(f"{BLOT} ") for text in strings_in(value)) and blots_in(value) < places


def _sought(connection: Connection, uids: Collection[str], path: Path, key: Key | None) -> Sought:
    """What tells of these people for sure: names in one word are others' too, and nobody is asked here."""
    table = table_of(Person)
    found = records_of(connection, select(Person).where(table.c.uid.in_(uids)))
    missing = set(uids) - {person.uid for person in found}
    for each in backup.in_folder(paths.backups(path), path.stem):
        if missing:
            elsewhere = list(people_in(each.path, key, missing))
            found += elsewhere
            missing -= {person.uid for person in elsewhere}
    return sought_for_all(found)


def sought_for_all(people: Iterable[Person]) -> Sought:
    """What tells of any of these people for sure."""
    sought = Sought()
    for person in people:
        sought = sought | sought_for(person)
    return sought.sure()


def people_in(copy: Path, key: Key | None, uids: Iterable[str]) -> Iterator[Person]:
    """Those of these people whom a backup has, as far as they can be looked for; none when it cannot be read."""
    with suppress(UserError), faults.in_words():
        bare = engine.connect(copy, key, mode="ro")
        try:
            for uid in uids:
                for name, phone, email, address in bare.execute(_TOLD_BY, (uid,)).fetchall():
                    yield Person(uid=uid, name=name, phone=phone, email=email, address=address)
        finally:
            bare.close()


def _carry_over(connection: Connection, erasures: Iterable[Erasure]) -> None:
    names = [name for name in columns_of(Erasure) if name != "id"]
    for erasure in erasures:
        connection.execute(insert(table_of(Erasure)).values({name: getattr(erasure, name) for name in names}))


def add_to_look_at(connection: Connection, marks: Iterable[Mark]) -> None:
    """Note that these fields hold words again which an erasure had taken out."""
    known = json.loads(notes.meta(connection, TO_LOOK_AT, "[]"))
    noted = list(dict.fromkeys([*known, *(mark.to_text() for mark in marks)]))
    if noted != known:
        notes.set_meta(connection, TO_LOOK_AT, json.dumps(noted))

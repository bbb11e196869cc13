"""Erasing goes through every column of every kind in which words can stand, whatever kinds there will be."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from sqlalchemy import JSON, Boolean, Connection, Float, Integer, String, insert, select

from organizer.records.base import Moment, Record, new_uid
from organizer.records.kinds import KINDS
from organizer.records.organisation import Person
from organizer.store import erasing, search, whereabouts
from organizer.store.rows import row_of
from organizer.store.sought import BLOT, sought_for
from organizer.store.store import Store
from organizer.store.tables import table_of
from organizer.store.taking_out import Erasing
from organizer.store.whereabouts import strings_in, text_columns
from tests import factories
from tests.store.test_erasing import NAME, TODAY, occurrences


def row_with(kind: type[Record], words: str) -> dict[str, Any]:
    """A row in whose every text these words stand, by the first record of each kind to which it has to point."""
    return {column.key: _value(column, words) for column in table_of(kind).columns if not column.primary_key}


def _value(column: Any, words: str) -> Any:
    if column.foreign_keys:
        return None if column.nullable else 1
    if column.key == "uid":
        return new_uid()
    if column.key in ("sha256", "uids"):
        return [] if column.key == "uids" else "0" * 64
    if isinstance(column.type, Moment):
        return datetime.now(UTC)
    if isinstance(column.type, JSON):
        return {f"{words} of old": [words, {"said": f"by {words}."}]}
    if isinstance(column.type, String):
        return f"Call {words}, {column.key}"
    if isinstance(column.type, Boolean | Integer | Float):
        return None if column.nullable else int(words == NAME)
    assert column.nullable
    return None


def put_two_of_each(store: Store) -> None:
    with store.beside_history(KINDS.values()) as connection:
        for kind in KINDS.values():
            for words in ("nobody", NAME):
                _put(connection, kind, row_with(kind, words))


def _put(connection: Connection, kind: type[Record], row: dict[str, Any]) -> None:
    (number,) = connection.execute(insert(table_of(kind)), row).inserted_primary_key or (0,)
    search.feed(connection, kind, {number: {**row, "id": number}})


@pytest.fixture
def person(store: Store) -> Person:
    put_two_of_each(store)
    return factories.person(store, name=NAME)


def test_no_column_of_any_kind_keeps_the_name_of_who_was_erased(store: Store, person: Person) -> None:
    before = occurrences(store)
    assert before > sum(len(text_columns(kind)) for kind in KINDS.values())
    erasing.erase(store, Erasing(sought_for(person), frozenset({person.id})), TODAY)
    assert occurrences(store) == 0
    for kind in KINDS.values():
        clean, blotted = (_row(store, kind, number) for number in (1, 2))
        for name in (*text_columns(kind), "origin"):
            assert not any(BLOT in text for text in strings_in(clean[name])), (kind, name)
            assert any(BLOT in text for text in strings_in(blotted[name])), (kind, name)


def _row(store: Store, kind: type[Record], number: int) -> dict[str, Any]:
    with store.looking() as connection:
        return dict(connection.execute(select(table_of(kind)).where(table_of(kind).c.id == number)).mappings().one())


def test_every_column_of_every_kind_is_either_searched_for_names_or_cannot_hold_any(store: Store) -> None:
    left_out = {
        column.key
        for kind in KINDS.values()
        for column in table_of(kind).columns
        if isinstance(column.type, String | JSON) and column.key not in text_columns(kind)
    }
    assert left_out == {"uid", "origin", "sha256", "uids"}


def test_a_branch_that_bears_the_name_of_who_was_erased_loses_it_in_records_and_history(store: Store) -> None:
    store.origin = f"{NAME}'s laptop"
    person = factories.person(store, name=NAME)
    picket = factories.picket(store, day=date(2012, 3, 1))
    sought = sought_for(person)
    assert whereabouts.anywhere(store, sought) > 1
    erasing.erase(store, Erasing(sought, frozenset({person.id})), TODAY)
    assert (store.get(type(picket), picket.id).origin, occurrences(store)) == ("… laptop", 0)
    assert whereabouts.anywhere(store, sought) == 0
    assert "origin" in row_of(picket)

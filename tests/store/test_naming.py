"""Orders by a name, and of what names one record, are made from orders in memory: they are to the letter what SQL gives."""

from __future__ import annotations

import random
from datetime import date, timedelta
from typing import Any

import pytest

from organizer.records.kinds import KINDS
from organizer.records.letter import Letter
from organizer.records.organisation import Organisation
from organizer.store import listing
from organizer.store.listing import ListQuery
from organizer.store.naming import Naming
from organizer.store.shelf import Filters, Shelf
from organizer.store.store import Store
from tests import factories

LETTERS, DAYS = 2_500, 40
NAMES = ("Dockers", "dockers", "DOCKERS", "Ärzte", "ärzte", "Zoo", "zoo keepers", "Ёлка", "a", "Miners of Leeds", "unread")
BY_NAME = ("organisation", "target", "city")


@pytest.fixture
def book(store: Store, monkeypatch: pytest.MonkeyPatch) -> Store:
    """Some thousand letters in two campaigns, of senders of like names or of none, on few days or on none."""
    monkeypatch.setattr(listing, "_LARGE", 0)
    monkeypatch.setattr(listing, "_BEGINNING", 100)
    chance = random.Random(2012)
    campaigns = [factories.campaign(store).id, factories.campaign(store, name="Another").id]
    senders = [None, None, *(factories.organisation(store, name=name).id for name in NAMES[:-1])]
    cities = [None, *(factories.city(store, name=name).id for name in ("Leeds", "leeds", "Aktau"))]
    targets = [factories.target(store, office=office).id for office in ("President", "president", "Akim")]
    factories.organisation(store, name=NAMES[-1])
    person = factories.person(store)
    with store.change("many") as change:
        for _number in range(LETTERS):
            change.save(
                Letter(
                    campaign_id=chance.choice(campaigns),
                    organisation_id=chance.choice(senders),
                    person_id=person.id,
                    target_id=chance.choice(targets),
                    city_id=chance.choice(cities),
                    day=date(2012, 1, 1) + timedelta(chance.randrange(DAYS)),
                )
            )
    with store._lane.writing() as connection:  # which no form lets through
        connection.exec_driver_sql("UPDATE letter SET day = NULL WHERE id % 17 = 0")
    return store


def by_sql(store: Store, filters: Filters, sort: str, *, descending: bool) -> list[int]:
    with store._lane.reading() as connection:
        return list(connection.execute(Shelf(Letter).statement(filters, sort, descending=descending)).scalars())


def prove(store: Store, filters: Filters, sort: str, *, descending: bool) -> None:
    """The count, the beginning and the whole are right."""
    listed = store.listing(ListQuery(Letter, filters=filters, sort=sort, descending=descending))
    expected = by_sql(store, filters, sort, descending=descending)
    assert listed.count == len(expected)
    assert list(listed.ids(0, 60)) == expected[:60]
    assert list(listed.ids(0, listed.count)) == expected


@pytest.mark.parametrize("sort", BY_NAME)
@pytest.mark.parametrize("descending", [True, False])
def test_orders_by_a_name_are_those_of_sql(book: Store, sort: str, descending: bool) -> None:
    for filters in ((), (("campaign", 1),), (("campaign", 1), ("target", 2))):
        book.listing(ListQuery(Letter, filters=filters[:1])).prepare()
        prove(book, filters, sort, descending=descending)


def test_they_stay_so_when_records_of_either_kind_change(book: Store) -> None:
    book.listing(ListQuery(Letter)).prepare()
    chance = random.Random(7)
    for _step in range(5):
        letter = book.get(Letter, chance.randrange(1, LETTERS))
        letter.organisation_id = chance.randrange(1, len(NAMES))
        letter.day = date(2012, 1, 1) + timedelta(chance.randrange(DAYS))
        book.save(letter)
        prove(book, (), "organisation", descending=True)
        sender = book.get(Organisation, chance.randrange(1, len(NAMES)))
        sender.name = chance.choice(("Dockers", "zoo", "Æther"))
        book.save(sender)
        prove(book, (), "organisation", descending=False)
        book.undo()
        prove(book, (("organisation", sender.id),), "day", descending=True)


def test_a_filter_by_a_named_record_is_made_from_the_wider_order(book: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    book.listing(ListQuery(Letter, filters=(("campaign", 1),))).prepare()
    asked: list[Any] = []
    expected = [by_sql(book, (("campaign", 1), (name, 2)), "day", descending=True) for name in BY_NAME]
    monkeypatch.setattr(Shelf, "statement", lambda *query, **_ways: asked.append(query))
    for name, ids in zip(BY_NAME, expected, strict=True):
        listed = book.listing(ListQuery(Letter, filters=(("campaign", 1), (name, 2))))
        assert (listed.count, list(listed.ids(0, LETTERS))) == (len(ids), ids)
    assert asked == []


def test_what_goes_by_a_name_is_read_off_the_kinds_themselves() -> None:
    sorts = {
        (kind.KIND, name): (sort.key, sort.then) for kind in KINDS.values() for name, sort in Naming(kind).name_sorts.items()
    }
    assert sorts == {
        ("letter", "organisation"): ("organisation_id", "day"),
        ("letter", "target"): ("target_id", "day"),
        ("letter", "city"): ("city_id", "day"),
    }
    letters = Naming(Letter)
    assert letters.filter_key("organisation", 3) == "organisation_id"
    assert [
        letters.filter_key(*asked) for asked in (("organisation", None), ("channel", "fax"), ("campaign", 1), ("tag", 1))
    ] == 4 * [None]

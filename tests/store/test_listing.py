"""Lists: sorted, filtered and searched as SQL would, by position, and right after every kind of change."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from organizer.records.kinds import KINDS
from organizer.records.letter import Letter
from organizer.records.organisation import Organisation
from organizer.store import listing, masks, orders, shelf, words
from organizer.store.listing import ListQuery
from organizer.store.opening import open_file
from organizer.store.store import Store
from tests import factories

DAYS = [date(2012, 1, 1) + timedelta(number) for number in range(5)]
CHANNELS = ("email", "post", "fax")


class Book:
    """A letter book on which random things are done."""

    def __init__(self, store: Store, seed: int) -> None:
        self.store = store
        self.chance = random.Random(seed)
        self.campaign = factories.campaign(store)
        self.target = factories.target(store)
        self.person = factories.person(store)
        self.cities = [factories.city(store, name=name).id for name in ("Leeds", "aktau", "LEEDS")]
        names = ("Dockers", "miners", "Ärzte", "teachers of Leeds", "Ёлка")
        self.senders = [factories.organisation(store, name=name).id for name in names]
        self.beginning = store.lately(1)[0].id

    def new(self) -> Letter:
        pick = self.chance.choice
        return Letter(
            campaign_id=self.campaign.id,
            organisation_id=pick((None, *self.senders)),
            person_id=self.person.id,
            city_id=pick((None, None, *self.cities)),
            target_id=self.target.id,
            day=pick(DAYS),
            quantity=self.chance.randint(1, 9),
            channel=pick(CHANNELS),
            notes=pick(("", "copy by fax", "read out in Leeds")),
        )

    def do_something(self) -> None:
        ways = [self.add, self.add, self.change, self.change, self.delete, self.rename, self.undo, self.store.redo]
        self.chance.choice(ways)()

    def undo(self) -> None:
        entry = self.store.next_undo()
        if entry is not None and entry.id > self.beginning:
            self.store.undo()

    def add(self) -> None:
        with self.store.change("added") as change:
            for _letter in range(self.chance.randint(1, 4)):
                change.save(self.new())

    def some(self) -> Letter:
        letters = self.store.records(select(Letter))
        return self.chance.choice(letters) if letters else self.store.save(self.new())

    def change(self) -> None:
        letter, other = self.some(), self.new()
        for name in self.chance.sample(("organisation_id", "city_id", "day", "quantity", "channel", "notes"), 2):
            setattr(letter, name, getattr(other, name))
        self.store.save(letter)

    def delete(self) -> None:
        self.store.delete(self.some())

    def rename(self) -> None:
        sender = self.store.get(Organisation, self.chance.choice(self.senders))
        sender.name = self.chance.choice(("Dockers", "Miners of Leeds", "zoo keepers"))
        self.store.save(sender)


def queries(book: Book) -> list[ListQuery[Letter]]:
    sender, city = (("organisation", book.senders[0]),), (("channel", "email"), ("city", book.cities[0]))
    return [
        ListQuery(Letter, text=text, filters=filters, sort=sort, descending=descending)
        for sort in Letter.listing().sorts
        for descending in (True, False)
        for text, filters in (
            ("", ()), ("", (("channel", "email"),)), ("", sender), ("", city), ("leeds", ()), ("l", ()), ("le", sender),
            ("do", (("campaign", 1),)), ("le fa", ()),
        )
    ]  # fmt: skip


def by_sql(store: Store, query: ListQuery[Letter]) -> list[int]:
    """The same list from the records themselves, without any of what the store holds in memory."""
    spec = Letter.listing()
    columns = [*spec.sorts[query.sort_name()], Letter.id]
    wanted = select(Letter).where(*(spec.filters[name](value) for name, value in query.filters))
    ordered = store.records(wanted.order_by(*(column.desc() if query.is_descending() else column.asc() for column in columns)))
    return [letter.id for letter in ordered if all(_holds(letter, word) for word in query.text.split())]


def _holds(letter: Letter, word: str) -> bool:
    named = [
        letter.organisation and letter.organisation.name,
        letter.city and letter.city.name,
        letter.person and letter.person.name,
    ]
    assert letter.target
    words = " ".join([letter.notes, letter.target.title(), *(name or "" for name in named)]).lower().split()
    return any(known.startswith(word) for known in words)


def prove_arrays(store: Store) -> None:
    """What was mended is as if it had been made anew."""
    for order in store._shelves[Letter]._orders.values():
        anew = orders.Order(order.ids, order._highest)
        assert (order.ranks, order.mask) == (anew.ranks, anew.mask)


def shown(store: Store, query: ListQuery[Any]) -> Sequence[int]:
    listed = store.listing(query)
    ids = list(listed.ids(0, listed.count))
    assert [record.id for record in listed.records(0, listed.count)] == ids
    return ids


@pytest.fixture(params=[True, False], ids=["large", "small"])
def as_large(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Go the ways of large lists with few records: beginnings first, many hits sieved from the whole order."""
    if request.param:
        monkeypatch.setattr(listing, "_LARGE", 0)
        monkeypatch.setattr(listing, "_BEGINNING", 2)
        monkeypatch.setattr(listing, "_MANY", 2)
        monkeypatch.setattr(orders, "_MANY", 3)
        monkeypatch.setattr(shelf, "_MOST_MENDED", 3)
        monkeypatch.setattr(words, "_MANY", 0)
        monkeypatch.setattr(words, "_MOST_MENDED", 2)
        monkeypatch.setattr(masks, "_FEW", 2)


@pytest.mark.usefixtures("as_large")
@pytest.mark.parametrize("seed", range(3))
def test_lists_stay_right_through_any_changes(store: Store, seed: int) -> None:
    book = Book(store, seed)
    for _round in range(7):
        for _step in range(book.chance.randint(1, 3)):
            book.do_something()
        store.listing(ListQuery(Letter)).prepare()
        for query in book.chance.sample(queries(book), 12):
            assert shown(store, query) == by_sql(store, query), query
            prove_arrays(store)


def test_every_sort_of_every_kind_lists_everything(store: Store) -> None:
    for make in (
        factories.letter,
        factories.picket,
        factories.donation,
        factories.leaflet,
        factories.press_release,
        factories.site,
    ):
        make(store)
    for kind in KINDS.values():
        total = store.count(select(kind))
        for sort in kind.listing().sorts:
            assert store.listing(ListQuery(kind, sort=sort)).count == total, (kind, sort)


def test_every_filter_of_a_letter_may_be_combined(store: Store) -> None:
    letter = factories.letter(store, channel="fax", evidence="held", reply="token")
    factories.letter(store, channel="post")
    filters = (
        ("campaign", letter.campaign_id),
        ("channel", "fax"),
        ("evidence", "held"),
        ("from", date(2012, 8, 1)),
        ("replied", True),
    )
    assert shown(store, ListQuery(Letter, filters=filters)) == [letter.id]


@pytest.mark.usefixtures("as_large")
def test_a_record_is_found_at_its_position(store: Store) -> None:
    ids = [factories.letter(store, quantity=number).id for number in range(1, 8)]
    listed = store.listing(ListQuery(Letter, sort="quantity", descending=False))
    assert [listed.position_of(record_id) for record_id in ids] == list(range(7))
    assert listed.position_of(999) is None


@pytest.mark.usefixtures("as_large")
def test_a_list_is_a_picture_of_its_moment(store: Store) -> None:
    letters = [factories.letter(store, quantity=number) for number in range(1, 8)]
    listed = store.listing(ListQuery(Letter))
    listed.prepare()
    before = list(listed.ids(0, 10))
    store.delete(letters[2])
    assert list(listed.ids(0, 10)) == before
    assert len(listed.records(0, 10)) == 6


@pytest.mark.usefixtures("as_large")
def test_reading_past_the_end_gives_what_there_is(store: Store) -> None:
    factories.letter(store)
    listed = store.listing(ListQuery(Letter))
    assert (len(listed.ids(0, 100)), list(listed.ids(5, 10))) == (1, [])


def test_counts_of_large_lists_stay_true_through_changes_and_reopening(
    tmp_path: Path, store: Store, passphrase: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listing, "_LARGE", 0)
    monkeypatch.setattr(listing, "_BEGINNING", 1)
    letter = factories.letter(store)
    query = ListQuery(Letter, filters=(("campaign", letter.campaign_id),))
    assert store.listing(query).count == 1
    factories.letter(store)
    store.close(back_up=False)
    again = open_file(tmp_path / "branch.organizer", passphrase)
    assert again._counts.get(Letter, query.filters) == 2
    assert again.listing(query).count == 2
    factories.letter(again)
    assert again.listing(query).count == 3
    again.close(back_up=False)


def test_a_list_asked_for_inside_a_change_that_is_taken_back_leaves_no_trace(store: Store) -> None:
    letter = factories.letter(store)
    with pytest.raises(ZeroDivisionError), store.change("half") as change:
        change.delete(letter)
        assert store.listing(ListQuery(Letter)).count == 0
        raise ZeroDivisionError
    assert store.listing(ListQuery(Letter)).count == 1


def test_records_come_out_with_what_they_point_to(store: Store) -> None:
    letter = factories.letter(store)
    (found,) = store.listing(ListQuery(Letter)).records(0, 1)
    assert found.id == letter.id
    assert found.organisation is not None
    assert found.target is not None
    assert found.title() == "3 letters, Dockers' branch 7"

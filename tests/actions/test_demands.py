"""A demand whose words change is a new edition; what was printed keeps the old one."""

from datetime import date

from organizer.actions.demands import revise
from organizer.records.campaign import Demand, current_demands
from organizer.store.store import Store
from tests import factories

TODAY = date(2012, 8, 1)


def test_new_words_are_a_new_edition_and_the_old_one_stays(store: Store) -> None:
    first = factories.demand(store, number=3)
    second = revise(store, first, {"en": "New words", "ru": "  "}, TODAY)
    assert (second.number, second.edition, second.since, second.texts) == (3, 2, TODAY, {"en": "New words"})
    assert store.get(Demand, first.id).texts == first.texts
    assert [demand.uid for demand in store.records(current_demands(first.campaign_id))] == [second.uid]
    assert revise(store, first, {"en": "Other words"}, TODAY).edition == 3


def test_the_same_words_are_no_new_edition(store: Store) -> None:
    first = factories.demand(store)
    assert revise(store, first, dict(first.texts), TODAY).uid == first.uid
    assert store.lately(10)[0].label != "New edition of a demand"

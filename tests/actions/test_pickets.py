"""Repeating a picket: the same once more a week later, without what happened there."""

from datetime import date, time

from organizer.actions.pickets import repeat
from organizer.store.store import Store
from tests import factories


def test_the_same_picket_stands_a_week_later(store: Store) -> None:
    picket = factories.picket(store, occasion="Anniversary", starts=time(12), ends=time(13))
    again = repeat(picket)
    assert again.day == date(2012, 12, 23)
    assert (again.occasion, again.starts, again.ends, again.city_id) == ("Anniversary", time(12), time(13), picket.city_id)
    assert again.is_new()
    assert store.save(again).id != picket.id


def test_what_happened_stays_with_the_old_one(store: Store) -> None:
    picket = factories.picket(store, state="held", people_low=35, handed_in=156, taken_by="guard", arrests=1, notes="Rain")
    again = repeat(picket)
    assert again.state == "scheduled"
    assert again.people_low is None
    assert (again.handed_in, again.taken_by, again.arrests, again.notes) == (None, "", 0, "")
    assert again.notified_on is None


def test_a_day_of_one_s_own_goes_before(store: Store) -> None:
    assert repeat(factories.picket(store), date(2013, 1, 2)).day == date(2013, 1, 2)


def test_a_picket_without_a_certain_day_comes_back_as_a_draft(store: Store) -> None:
    monthly = factories.picket(store, day=date(2012, 12, 1), day_precision="month", state="draft")
    assert (repeat(monthly).day, repeat(monthly).state) == (None, "draft")
    undated = factories.picket(store, day=None, state="draft")
    assert (repeat(undated).day, repeat(undated).state) == (None, "draft")

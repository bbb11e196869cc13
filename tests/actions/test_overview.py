"""The overview says what is next, what waits, and every number with what proves it; money of two currencies is never added."""

from collections.abc import Iterator
from datetime import date, time
from pathlib import Path

import pytest

from organizer import i18n
from organizer.actions.overview import Overview, overview
from organizer.actions.periods import start_of
from organizer.errors import MissingRecord
from organizer.exchange.sheets_in import preview, take_in
from organizer.records.values import Headcount, Money
from organizer.store.store import Store
from tests import factories

TODAY = date(2012, 12, 6)
LETTERS = Path(__file__).parents[1] / "data" / "spreadsheets" / "letters-2011-2012.csv"


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    i18n.set_language("en_GB")
    yield


@pytest.fixture
def campaign_id(store: Store) -> int:
    return factories.campaign(store, country="KZ").id


def seen(store: Store, campaign_id: int, today: date = TODAY) -> Overview:
    return overview(store, campaign_id, today)


def test_a_new_campaign_has_noughts_and_no_pictures(store: Store, campaign_id: int) -> None:
    empty = seen(store, campaign_id)
    assert empty.next is None
    assert empty.waiting == ()
    assert empty.letters.total == 0
    assert empty.periods is None
    assert empty.pickets.people is None
    assert empty.gifts == ()
    assert empty.points == ()


def test_a_campaign_that_is_not_there_is_told(store: Store) -> None:
    with pytest.raises(MissingRecord):
        seen(store, 99)


def test_the_letters_of_2011_and_2012_come_out_as_3128_with_156_on_15_august(store: Store, campaign_id: int) -> None:
    take_in(store, preview(store, "letters", LETTERS), skip_bad=True)
    found = seen(store, campaign_id)
    assert found.letters.total == 3128
    assert found.letters.cities == 30
    assert found.letters.targets == 10
    assert found.periods is not None
    assert sum(bar.total for bar in found.periods.bars) == 3128
    assert found.periods.unit == "week"
    assert found.periods.peak.words == "189 letters, 156 of them on 15 August"
    assert found.periods.bars[found.periods.peak.index].start == date(2012, 8, 13)
    assert sum(point.letters for point in found.points) == 3128


def test_letters_are_split_by_evidence_and_only_this_campaign_s_are_counted(store: Store, campaign_id: int) -> None:
    for evidence, quantity in (("held", 5), ("reported", 3), ("estimated", 200)):
        factories.letter(store, evidence=evidence, quantity=quantity)
    factories.letter(store, campaign_id=factories.campaign(store, name="Another").id, quantity=77)
    found = seen(store, campaign_id)
    assert found.letters.parts() == (5, 3, 200)
    assert (found.letters.organisations, found.letters.targets) == (1, 1)
    assert found.periods is not None
    assert (found.periods.bars[0].held, found.periods.bars[0].reported, found.periods.bars[0].estimated) == (5, 3, 200)


def test_breadth_counts_each_sender_city_and_target_once(store: Store, campaign_id: int) -> None:
    berlin, koeln = (factories.city(store, name=name, country="DE").id for name in ("Berlin", "Köln"))
    one, two = (factories.organisation(store, name=name).id for name in ("Branch 7", "Branch 8"))
    president, court = (factories.target(store, office=office).id for office in ("President", "Supreme Court"))
    for organisation, town, target in ((one, berlin, president), (one, berlin, court), (two, koeln, court)):
        factories.letter(store, organisation_id=organisation, city_id=town, target_id=target)
    letters = seen(store, campaign_id).letters
    assert (letters.organisations, letters.cities, letters.targets) == (2, 2, 2)


def test_pickets_are_counted_by_state_and_people_only_where_somebody_counted(store: Store, campaign_id: int) -> None:
    berlin = factories.city(store, name="Berlin", country="DE").id
    london = factories.city(store).id
    factories.picket(store, state="held", city_id=london, people_low=45, people_high=60)
    factories.picket(store, state="held", city_id=berlin, people_low=20, people_about=True)
    factories.picket(store, state="held", city_id=berlin)
    factories.picket(store, state="cancelled", people_low=500)
    factories.picket(store, state="draft", day=None)
    factories.picket(store, state="scheduled")
    pickets = seen(store, campaign_id).pickets
    assert (pickets.held, pickets.cities, pickets.scheduled, pickets.draft, pickets.cancelled) == (3, 2, 1, 1, 1)
    assert pickets.people == Headcount(65, 80)
    assert pickets.counted == 2


def test_currencies_stand_side_by_side_and_voided_gifts_are_left_out(store: Store, campaign_id: int) -> None:
    factories.donation(store, amount_minor=10_00, currency="EUR")
    factories.donation(store, amount_minor=15_50, currency="EUR")
    factories.donation(store, amount_minor=99_99, currency="GBP")
    factories.donation(store, amount_minor=70_00, currency="EUR", state="voided", void_reason="Twice")
    gifts = {gift.amount.currency: gift for gift in seen(store, campaign_id).gifts}
    assert gifts["EUR"].amount == Money(25_50, "EUR")
    assert gifts["EUR"].count == 2
    assert gifts["GBP"].amount == Money(99_99, "GBP")
    assert len(gifts) == 2


def test_the_next_action_is_the_next_day_place_by_place(store: Store, campaign_id: int) -> None:
    berlin, moscow = (factories.city(store, name=name, country=code).id for name, code in (("Berlin", "DE"), ("Moscow", "RU")))
    day = date(2012, 12, 16)
    shared = {"day": day, "state": "scheduled", "day_of_action": "Zhanaozen anniversary"}
    first = factories.picket(store, city_id=berlin, starts=time(12), notified_on=date(2012, 12, 3), **shared)
    second = factories.picket(store, city_id=moscow, starts=time(14), notify_by=date(2012, 12, 3), **shared)
    factories.picket(store, city_id=berlin, day=date(2013, 1, 5), state="scheduled")
    factories.picket(store, city_id=berlin, day=date(2012, 12, 10), state="cancelled")
    factories.leaflet(store, picket_id=first.id, state="printed")
    action = seen(store, campaign_id).next
    assert action is not None
    assert (action.day, action.days, action.name) == (day, 10, "Zhanaozen anniversary")
    assert [(place.picket_id, place.city, place.starts) for place in action.places] == [
        (first.id, "Berlin", time(12)),
        (second.id, "Moscow", time(14)),
    ]
    assert [(step.words, step.state) for step in action.places[0].steps] == [
        ("Notice given 3 Dec", "done"),
        ("Leaflet printed", "done"),
    ]
    assert [(step.words, step.state) for step in action.places[1].steps] == [
        ("No notice yet, due 3 Dec", "look"),
        ("No leaflet yet", "begun"),
    ]


def test_a_picket_of_today_is_still_next_and_one_of_yesterday_is_not(store: Store, campaign_id: int) -> None:
    factories.picket(store, day=TODAY, occasion="Vigil at dusk")
    action = seen(store, campaign_id).next
    assert action is not None
    assert (action.days, action.name) == (0, "Vigil at dusk")
    assert seen(store, campaign_id, date(2012, 12, 7)).next is None


def test_a_missed_notice_comes_first_and_says_its_deadline(store: Store, campaign_id: int) -> None:
    factories.picket(store, day=date(2012, 8, 22), state="held", handed_in=156, reply_due=date(2012, 10, 15))
    factories.picket(store, day=date(2012, 12, 16), notify_by=date(2012, 12, 3))
    late = seen(store, campaign_id).waiting
    assert [(thing.when, thing.what) for thing in late] == [
        ("3 days late", "Give notice in London of 16 December"),
        ("52 days late", "Reply to what was handed in, London"),
    ]
    assert late[0].why == "The deadline was 3 December 2012"
    assert all(thing.late for thing in late)


def test_a_notice_that_was_given_or_is_far_off_does_not_wait(store: Store, campaign_id: int) -> None:
    factories.picket(store, day=date(2012, 12, 16), notify_by=date(2012, 12, 3), notified_on=date(2012, 12, 1))
    factories.picket(store, day=date(2013, 2, 16), notify_by=date(2013, 2, 3))
    assert seen(store, campaign_id).waiting == ()
    assert [thing.when for thing in seen(store, campaign_id, date(2013, 2, 1)).waiting if "notice" in thing.what] == ["In 2 days"]


def test_a_scheduled_picket_that_has_passed_asks_whether_it_was_held(store: Store, campaign_id: int) -> None:
    picket = factories.picket(store, day=date(2012, 12, 1))
    (thing,) = seen(store, campaign_id).waiting
    assert (thing.when, thing.what, thing.record_id) == ("5 days late", "Was the picket in London held?", picket.id)


@pytest.mark.parametrize(
    ("day", "when"),
    [
        (None, "No day"),
        (date(2012, 12, 1), "This month"),
        (date(2013, 1, 1), "Next month"),
        (date(2012, 11, 1), "35 days late"),
        (date(2013, 3, 1), None),
    ],
)
def test_a_draft_without_a_day_waits_from_the_month_before(
    store: Store, campaign_id: int, day: date | None, when: str | None
) -> None:
    factories.picket(store, day=day, day_precision="month", state="draft", kind="vigil")
    found = seen(store, campaign_id).waiting
    assert [thing.when for thing in found] == ([when] if when else [])
    assert all(thing.what == "Vigil in London has no day yet" for thing in found)


def test_a_press_release_that_should_be_out_waits(store: Store, campaign_id: int) -> None:
    factories.press_release(store, day=date(2012, 12, 1), state="approved", headline="Jury frees the lawyer")
    factories.press_release(store, day=date(2012, 11, 1), state="issued")
    (thing,) = seen(store, campaign_id).waiting
    assert thing.what == "Press release not issued: Jury frees the lawyer"
    assert thing.why == "Approved, dated 1 December 2012"


def test_the_map_shows_cities_with_a_place_on_it_and_what_happened_there(store: Store, campaign_id: int) -> None:
    known = factories.city(store, name="Berlin", latitude=52.5, longitude=13.4).id
    unknown = factories.city(store, name="Somewhere").id
    factories.city(store, name="Quiet", latitude=1.0, longitude=1.0)
    factories.picket(store, city_id=known, state="held")
    factories.picket(store, city_id=known, state="scheduled")
    factories.letter(store, city_id=known, quantity=12)
    factories.letter(store, city_id=unknown)
    (point,) = seen(store, campaign_id).points
    assert (point.name, point.held, point.scheduled, point.letters) == ("Berlin", 1, 1, 12)


@pytest.mark.parametrize(
    ("last", "unit", "bars"),
    [
        (date(2012, 8, 15), "week", 1),
        (date(2014, 8, 15), "week", 105),
        (date(2017, 8, 15), "month", 61),
        (date(2032, 8, 15), "year", 21),
    ],
)
def test_bars_are_weeks_months_or_years_as_the_campaign_is_long(
    store: Store, campaign_id: int, last: date, unit: str, bars: int
) -> None:
    factories.letter(store, day=date(2012, 8, 15), quantity=2)
    factories.letter(store, day=last, quantity=9)
    found = seen(store, campaign_id).periods
    assert found is not None
    assert (found.unit, len(found.bars)) == (unit, bars)
    assert sum(bar.total for bar in found.bars) == 11
    assert [bar.start for bar in found.bars] == sorted({bar.start for bar in found.bars})


def test_a_date_of_another_age_does_not_hide_the_others(store: Store, campaign_id: int) -> None:
    """A typing error of year 202 leaves the latest 120 bars to be seen."""
    factories.letter(store, day=date(202, 8, 15))
    factories.letter(store, day=date(2012, 8, 15), quantity=9)
    found = seen(store, campaign_id).periods
    assert found is not None
    assert len(found.bars) == 120
    assert found.bars[-1].total == 9
    assert found.bars[found.peak.index].total == 9


def test_weeks_begin_on_monday(store: Store) -> None:
    assert start_of("week", date(2012, 8, 15)) == date(2012, 8, 13)
    assert start_of("week", date(2012, 8, 13)) == date(2012, 8, 13)
    assert start_of("month", date(2012, 8, 15)) == date(2012, 8, 1)
    assert start_of("year", date(2012, 8, 15)) == date(2012, 1, 1)


def test_the_peak_says_what_most_of_its_letters_were_about(store: Store, campaign_id: int) -> None:
    factories.letter(store, quantity=100, subject="14 years demanded for the lawyer")
    factories.letter(store, quantity=3, subject="Wages")
    factories.letter(store, day=date(2012, 8, 14), quantity=2)
    found = seen(store, campaign_id).periods
    assert found is not None
    assert found.peak.words == "105 letters, 103 of them on 15 August"
    assert found.peak.about == "14 years demanded for the lawyer"


def test_the_end_of_the_campaign_is_marked_else_its_largest_picket(store: Store, campaign_id: int) -> None:
    factories.letter(store, day=date(2012, 8, 6))
    factories.letter(store, day=date(2012, 8, 29))
    factories.picket(store, day=date(2012, 8, 22), state="held", people_low=700, people_high=1200)
    found = seen(store, campaign_id).periods
    assert found is not None
    assert found.mark is not None
    assert found.mark.words == "700–1,200 people in London, 22 Aug 2012"
    assert found.mark.at == pytest.approx(16 / 7)
    ended = seen(store, campaign_id).campaign
    ended.ended = date(2012, 8, 28)
    store.save(ended)
    after = seen(store, campaign_id).periods
    assert after is not None
    assert after.mark is not None
    assert after.mark.words == "ended on 28 August 2012"


def test_it_carries_the_demands_that_stand_and_what_was_logged_lately(store: Store, campaign_id: int) -> None:
    factories.demand(store, number=1)
    factories.demand(store, number=2, withdrawn=True)
    for _turn in range(5):
        factories.letter(store)
    found = seen(store, campaign_id)
    assert [demand.number for demand in found.demands] == [1]
    assert [entry.label for entry in found.lately] == ["Letter added"] * 4

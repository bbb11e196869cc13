"""The overview of one campaign: what is next, what waits, and every number with its evidence. Reads only, by aggregates."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from organizer.actions.ahead import NextAction, next_action
from organizer.actions.periods import Periods, periods
from organizer.actions.waiting import Waiting, waiting
from organizer.records.campaign import Campaign, Demand, current_demands
from organizer.records.donation import donation_totals
from organizer.records.letter import breadth, letters_by_city, letters_by_day
from organizer.records.picket import Picket
from organizer.records.place import City
from organizer.records.values import Evidence, Headcount, Money

if TYPE_CHECKING:
    from organizer.store.journal import JournalEntry
    from organizer.store.store import Store

_LATELY = 4


@dataclass(frozen=True)
class Letters:
    """How many letters, split by what proves them, and how broad the support is. Undated letters count here too."""

    held: int = 0
    reported: int = 0
    estimated: int = 0
    organisations: int = 0
    cities: int = 0
    targets: int = 0

    @property
    def total(self) -> int:
        return self.held + self.reported + self.estimated

    def parts(self) -> tuple[int, int, int]:
        """In the order of certainty, as bars and prints show them."""
        return self.held, self.reported, self.estimated


@dataclass(frozen=True)
class Pickets:
    """How many pickets in each state; people are those of held pickets where somebody `counted`."""

    held: int = 0
    cities: int = 0
    scheduled: int = 0
    draft: int = 0
    cancelled: int = 0
    people: Headcount | None = None
    counted: int = 0


@dataclass(frozen=True)
class Gifts:
    """The gifts of one currency: never added to those of another."""

    amount: Money
    count: int


@dataclass(frozen=True)
class CityPoint:
    """A city on the map, in degrees north and east, with what happened there."""

    city_id: int
    name: str
    latitude: float
    longitude: float
    held: int = 0
    scheduled: int = 0
    letters: int = 0


@dataclass(frozen=True)
class Overview:
    campaign: Campaign
    today: date
    next: NextAction | None
    waiting: tuple[Waiting, ...]
    letters: Letters
    periods: Periods | None
    pickets: Pickets
    gifts: tuple[Gifts, ...]
    points: tuple[CityPoint, ...]
    lately: tuple[JournalEntry, ...]
    demands: tuple[Demand, ...]


def overview(store: Store, campaign_id: int, today: date) -> Overview:
    """All that the overview shows. MissingRecord: there is no such campaign."""
    campaign = store.get(Campaign, campaign_id)
    by_day = store.sums(letters_by_day(campaign_id))
    return Overview(
        campaign=campaign,
        today=today,
        next=next_action(store, campaign_id, today),
        waiting=tuple(waiting(store, campaign_id, today)),
        letters=_letters(store, campaign_id, by_day),
        periods=periods(store, campaign, by_day),
        pickets=_pickets(store, campaign_id),
        gifts=tuple(Gifts(Money(minor, currency), count) for currency, count, minor in store.rows(donation_totals(campaign_id))),
        points=_points(store, campaign_id),
        lately=tuple(store.lately(_LATELY)),
        demands=tuple(store.records(current_demands(campaign_id))),
    )


def _letters(store: Store, campaign_id: int, by_day: list[tuple[date | None, str, int]]) -> Letters:
    totals = dict.fromkeys(Evidence.WORDS, 0)
    for _day, evidence, letters in by_day:
        totals[evidence if evidence in totals else Evidence.ESTIMATED] += letters
    organisations, cities, targets = store.sums(breadth(campaign_id))[0]
    return Letters(
        held=totals[Evidence.HELD],
        reported=totals[Evidence.REPORTED],
        estimated=totals[Evidence.ESTIMATED],
        organisations=organisations,
        cities=cities,
        targets=targets,
    )


def _pickets(store: Store, campaign_id: int) -> Pickets:
    mine = Picket.campaign_id == campaign_id
    states = dict(store.rows(select(Picket.state, func.count(Picket.id)).where(mine).group_by(Picket.state)))
    held = mine & (Picket.state == "held")
    low = func.coalesce(Picket.people_low, Picket.people_high)
    high = func.coalesce(Picket.people_high, Picket.people_low)
    about = func.max(Picket.people_about)
    figures = select(func.count(Picket.city_id.distinct()), func.count(low), func.sum(low), func.sum(high), about).where(held)
    cities, counted, lowest, highest, rough = store.rows(figures)[0]
    return Pickets(
        held=states.get("held", 0),
        cities=cities,
        scheduled=states.get("scheduled", 0),
        draft=states.get("draft", 0),
        cancelled=states.get("cancelled", 0),
        people=Headcount(lowest, highest, bool(rough) and lowest == highest) if counted else None,
        counted=counted,
    )


def _points(store: Store, campaign_id: int) -> tuple[CityPoint, ...]:
    letters = dict(store.sums(letters_by_city(campaign_id)))
    stood = select(Picket.city_id, Picket.state, func.count(Picket.id)).where(Picket.campaign_id == campaign_id)
    pickets = {(city, state): n for city, state, n in store.rows(stood.group_by(Picket.city_id, Picket.state))}
    cities = select(City.id, City.name, City.latitude, City.longitude).where(City.latitude.is_not(None))
    points = [
        CityPoint(number, name, north, east, pickets.get((number, "held"), 0), pickets.get((number, "scheduled"), 0), sent)
        for number, name, north, east in store.rows(cities.where(City.longitude.is_not(None)))
        if (sent := letters.get(number, 0)) or (number, "held") in pickets or (number, "scheduled") in pickets
    ]
    return tuple(sorted(points, key=lambda point: (-point.held, -point.scheduled, -point.letters, point.name)))

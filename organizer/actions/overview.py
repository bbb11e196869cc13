"""The overview of one campaign: what is next, what waits, and every number with its evidence. Reads only, by aggregates."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from organizer.actions.ahead import NextAction, next_action
from organizer.actions.periods import Periods, periods
from organizer.actions.totals import gifts_of, letters_of, pickets_of
from organizer.actions.waiting import Waiting, waiting
from organizer.records.campaign import Campaign, Demand, current_demands
from organizer.records.letter import letters_by_city, letters_by_day
from organizer.records.picket import Picket
from organizer.records.place import City
from organizer.records.totals import Gifts, Letters, Pickets

if TYPE_CHECKING:
    from organizer.store.journal_entries import JournalEntry
    from organizer.store.store import Store

_LATELY = 4


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
        letters=letters_of(store, campaign_id, by_day),
        periods=periods(store, campaign, by_day),
        pickets=pickets_of(store, campaign_id),
        gifts=gifts_of(store, campaign_id),
        points=_points(store, campaign_id),
        lately=tuple(store.lately(_LATELY)),
        demands=tuple(store.records(current_demands(campaign_id))),
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

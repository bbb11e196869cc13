"""What a campaign adds up to, read from the file by aggregates: for the overview, and for its report on paper."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from organizer.actions.periods import months_or_years
from organizer.records.donation import donation_totals
from organizer.records.letter import breadth, letters_by_day, letters_by_target
from organizer.records.picket import Picket
from organizer.records.target import Target
from organizer.records.totals import CampaignTotals, Gifts, Letters, LettersTo, Pickets
from organizer.records.values import Evidence, Headcount, Money

if TYPE_CHECKING:
    from organizer.store.store import Store

ByDay = list[tuple[date | None, str, int]]


def campaign_totals(store: Store, campaign_id: int, today: date) -> CampaignTotals:
    """All of it, for a report."""
    by_day = store.sums(letters_by_day(campaign_id))
    unit, bars = months_or_years(by_day)
    return CampaignTotals(
        today=today,
        letters=letters_of(store, campaign_id, by_day),
        unit=unit,
        bars=bars,
        targets=_letters_to(store, campaign_id),
        pickets=pickets_of(store, campaign_id),
        gifts=gifts_of(store, campaign_id),
    )


def letters_of(store: Store, campaign_id: int, by_day: ByDay) -> Letters:
    totals = dict.fromkeys(Evidence.WORDS, 0)
    for _day, evidence, letters in by_day:
        totals[_known(evidence)] += letters
    organisations, cities, targets = store.sums(breadth(campaign_id))[0]
    return Letters(
        held=totals[Evidence.HELD],
        reported=totals[Evidence.REPORTED],
        estimated=totals[Evidence.ESTIMATED],
        organisations=organisations,
        cities=cities,
        targets=targets,
    )


def pickets_of(store: Store, campaign_id: int) -> Pickets:
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


def gifts_of(store: Store, campaign_id: int) -> tuple[Gifts, ...]:
    found = store.rows(donation_totals(campaign_id))
    return tuple(Gifts(Money(minor, currency), count) for currency, count, minor in found)


def _letters_to(store: Store, campaign_id: int) -> tuple[LettersTo, ...]:
    """Most letters first; among equals in the order of their offices."""
    sums: dict[int | None, dict[str, int]] = {}
    for target_id, evidence, letters in store.sums(letters_by_target(campaign_id)):
        sums.setdefault(target_id, dict.fromkeys(Evidence.WORDS, 0))[_known(evidence)] += letters
    known = {target.id: target for target in store.records(select(Target).order_by(func.lower(Target.office), Target.id))}
    places = {target_id: place for place, target_id in enumerate(known)}
    found = [LettersTo(known[number] if number is not None else None, **counted) for number, counted in sums.items()]
    return tuple(sorted(found, key=lambda row: (-row.total, places[row.target.id] if row.target else len(places))))


def _known(evidence: str) -> str:
    """What nobody can name is an estimate."""
    return evidence if evidence in Evidence.WORDS else Evidence.ESTIMATED

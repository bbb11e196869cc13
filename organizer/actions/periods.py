"""Letters over time, in weeks, months or years as the campaign's length asks, and the two things worth a note."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from organizer import i18n
from organizer.i18n import _, _n
from organizer.records.campaign import Campaign
from organizer.records.letter import Letter
from organizer.records.picket import Picket
from organizer.records.totals import Period, Unit
from organizer.records.values import DatePrecision, Evidence

if TYPE_CHECKING:
    from organizer.store.store import Store

_MOST = 120
_ORDER = (Evidence.HELD, Evidence.REPORTED, Evidence.ESTIMATED)


@dataclass(frozen=True)
class Peak:
    """The highest bar: its place in the row, what to say of it, and what most of its letters were about ("" where unsaid)."""

    index: int
    words: str
    about: str


@dataclass(frozen=True)
class Mark:
    """A day to remember beside the letters: a place in the row (whole and part) and its words."""

    at: float
    words: str


@dataclass(frozen=True)
class Periods:
    """Bars without gaps from the first to the last letter; the latest 120 where there are more."""

    unit: Unit
    bars: tuple[Period, ...]
    peak: Peak
    mark: Mark | None


def periods(store: Store, campaign: Campaign, by_day: list[tuple[date | None, str, int]]) -> Periods | None:
    """From rows of (day, evidence, letters). None where no letter has a day."""
    dated = _dated(by_day)
    if not dated:
        return None
    first, last = min(row[0] for row in dated), max(row[0] for row in dated)
    unit = _unit(first, last)
    bars = _bars(unit, dated, last)
    return Periods(unit, bars, _peak(store, campaign.id, unit, bars, dated), _mark(store, campaign, unit, bars))


def months_or_years(by_day: list[tuple[date | None, str, int]]) -> tuple[Unit, tuple[Period, ...]]:
    """The bars of a print, whose weeks would be too narrow; the years of what lasts longer than 120 months."""
    dated = _dated(by_day)
    if not dated:
        return "month", ()
    first, last = min(row[0] for row in dated), max(row[0] for row in dated)
    unit = _wider_unit(first, last)
    return unit, _bars(unit, dated, last)


def _dated(by_day: list[tuple[date | None, str, int]]) -> list[tuple[date, str, int]]:
    return [(day, evidence, letters) for day, evidence, letters in by_day if day is not None]


def _unit(first: date, last: date) -> Unit:
    return "week" if (last - first).days <= 7 * (_MOST - 1) else _wider_unit(first, last)


def _wider_unit(first: date, last: date) -> Unit:
    return "month" if (last.year - first.year) * 12 + last.month - first.month < _MOST else "year"


def start_of(unit: Unit, day: date) -> date:
    """The Monday, the first of the month, or New Year's Day on or before `day`."""
    if unit == "week":
        return day - timedelta(days=min(day.weekday(), (day - date.min).days))
    return day.replace(day=1) if unit == "month" else day.replace(month=1, day=1)


def _index(unit: Unit, first: date, day: date) -> int:
    if unit == "week":
        return (start_of("week", day) - first).days // 7
    months = (day.year - first.year) * 12 + day.month - first.month
    return months if unit == "month" else day.year - first.year


def _later(unit: Unit, first: date, steps: int) -> date:
    if unit == "week":
        return first + timedelta(weeks=steps)
    months = first.month - 1 + (steps if unit == "month" else 12 * steps)
    return date(first.year + months // 12, months % 12 + 1, 1)


def _bars(unit: Unit, dated: list[tuple[date, str, int]], last: date) -> tuple[Period, ...]:
    first = start_of(unit, min(row[0] for row in dated))
    count = _index(unit, first, last) + 1
    sums = [dict.fromkeys(_ORDER, 0) for _place in range(count)]
    for day, evidence, letters in dated:
        sums[_index(unit, first, day)][evidence if evidence in _ORDER else Evidence.ESTIMATED] += letters
    bars = [Period(_later(unit, first, at), *(parts[kind] for kind in _ORDER)) for at, parts in enumerate(sums)]
    return tuple(bars[-_MOST:])


def _peak(store: Store, campaign_id: int, unit: Unit, bars: tuple[Period, ...], dated: list[tuple[date, str, int]]) -> Peak:
    index = max(range(len(bars)), key=lambda at: bars[at].total)
    days: dict[date, int] = {}
    for day, _evidence, letters in dated:
        if start_of(unit, day) == bars[index].start:
            days[day] = days.get(day, 0) + letters
    best = max(days, key=lambda day: (days[day], day))
    return Peak(index, _peak_words(bars[index].total, days[best], best), _about(store, campaign_id, best))


def _peak_words(total: int, most: int, best: date) -> str:
    letters = _n("{n} letter", "{n} letters", total)
    day = i18n.day_month_long(best)
    if most == total:
        return _("{letters} on {day}").format(letters=letters, day=day)
    return _("{letters}, {count} of them on {day}").format(letters=letters, count=i18n.number(most), day=day)


def _about(store: Store, campaign_id: int, day: date) -> str:
    """The subject of most letters of that day; nothing where most carry none."""
    subjects = (
        select(Letter.subject, func.sum(Letter.quantity))
        .where(Letter.campaign_id == campaign_id, Letter.day == day)
        .group_by(Letter.subject)
        .order_by(func.sum(Letter.quantity).desc())
    )
    found = store.sums(subjects.limit(1))
    return str(found[0][0]) if found else ""


def _mark(store: Store, campaign: Campaign, unit: Unit, bars: tuple[Period, ...]) -> Mark | None:
    """The end of the campaign where it falls among the bars, else the held picket with the most people."""
    ended = campaign.ended
    if ended is not None and (at := _place(unit, bars, ended)) is not None:
        return Mark(at, _("ended on {day}").format(day=i18n.day_long(ended)))
    people = func.coalesce(Picket.people_high, Picket.people_low)
    held = select(Picket).where(Picket.campaign_id == campaign.id, Picket.state == "held", people.is_not(None))
    sure = held.where(Picket.day.is_not(None), Picket.day_precision == DatePrecision.EXACT)
    biggest = store.first(sure.order_by(people.desc(), Picket.day.desc()))
    if biggest is None or biggest.day is None or (at := _place(unit, bars, biggest.day)) is None:
        return None
    where = biggest.city.name if biggest.city else biggest.place_words()
    words = _("{people} people in {city}, {day}").format(people=biggest.headcount(), city=where, day=i18n.day(biggest.day))
    return Mark(at, words)


def _place(unit: Unit, bars: tuple[Period, ...], day: date) -> float | None:
    """Where a day falls in the row of bars; None where it falls outside by more than a bar."""
    length = {"week": 7, "month": 30.5, "year": 365.25}[unit]
    at = (day - bars[0].start).days / length
    return at if 0 <= at <= len(bars) + 1 else None

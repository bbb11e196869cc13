"""Retention: how long records about people are kept, and which of them would go today."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from sqlalchemy import func, select

from organizer import i18n, paths
from organizer.i18n import _
from organizer.records.base import Record
from organizer.records.consent import Consent
from organizer.records.donation import ERASED_GIVER, Donation
from organizer.records.letter import Letter
from organizer.records.organisation import Affiliation, Person
from organizer.records.print_run import PrintRun
from organizer.store.rows import whole
from organizer.store.store import Store

SIGN_IN, CONTACTS, DONORS = "sign_in", "contacts", "donors"
RULES = (SIGN_IN, CONTACTS, DONORS)
_SIGN_IN_SHEET = "sign-in-sheet"
_COUNTRY = "retention_country"


@dataclass(frozen=True)
class Due:
    """One record whose time is over. `since` is the day from which it need not be kept any more."""

    record: Record
    since: date


@lru_cache(maxsize=1)
def _periods() -> dict[str, Any]:
    with (paths.resources() / "words" / "retention.toml").open("rb") as file:
        return tomllib.load(file)


def months_of(rule: str) -> int:
    """After how many months records of this rule go."""
    return int(_periods()[rule]["months"])


def countries() -> list[str]:
    """Whose terms for gifts are known; "" stands for all others."""
    return [entry["country"] for entry in _periods()["donors"]]


def years_in(country: str) -> int:
    """For how many years after the year of a gift the law wants it with its giver."""
    terms = {entry["country"]: int(entry["years"]) for entry in _periods()["donors"]}
    return terms.get(country, terms[""])


def source_words(country: str) -> str:
    """Where that stands, and whether and when it was looked up."""
    entry = next((each for each in _periods()["donors"] if each["country"] == country and country), None)
    if entry is None:
        return _("the longest of the terms known here")
    if "looked_up" not in entry:
        return _("{source}, not checked").format(source=entry["source"])
    return _("{source}, looked up on {day}").format(source=entry["source"], day=i18n.day(entry["looked_up"]))


def country_of(store: Store) -> str:
    """By whose law this file keeps gifts."""
    return store.meta(_COUNTRY)


def choose_country(store: Store, country: str) -> None:
    store.set_meta(_COUNTRY, country)


def kept_until(gift: Donation, country: str) -> date | None:
    """The last day on which the law wants a gift with its giver; None for what was never money received."""
    if gift.day is None or gift.state in ("pending", "voided"):
        return None
    return date(gift.day.year + years_in(country), 12, 31)


def due(store: Store, rule: str, today: date) -> list[Due]:
    """What would go today by one rule, the longest overdue first."""
    found = {SIGN_IN: _sign_in_lists, CONTACTS: _quiet_people, DONORS: _old_gifts}[rule](store, today)
    return sorted(found, key=lambda each: each.since)


def _sign_in_lists(store: Store, today: date) -> list[Due]:
    before = months_before(today, months_of(SIGN_IN))
    runs = store.records(whole(PrintRun).where(PrintRun.sheet == _SIGN_IN_SHEET, PrintRun.printed_on < before))
    return [Due(run, months_before(run.printed_on, -months_of(SIGN_IN))) for run in runs if run.printed_on]


def _quiet_people(store: Store, today: date) -> list[Due]:
    before = months_before(today, months_of(CONTACTS))
    last = _last_days(store)
    quiet = [number for number, day in last.items() if day < before]
    return [Due(person, months_before(last[person.id], -months_of(CONTACTS))) for person in store.records_with(Person, quiet)]


def _last_days(store: Store) -> dict[int, date]:
    """The day on which each person was last heard of or written about."""
    days = {number: day.date() for number, day in store.rows(select(Person.id, Person.changed_utc))}
    for query in (
        select(Letter.person_id, func.max(Letter.day)).group_by(Letter.person_id),
        select(Donation.person_id, func.max(Donation.day)).group_by(Donation.person_id),
        select(Consent.person_id, func.max(Consent.given_on)).group_by(Consent.person_id),
        select(Affiliation.person_id, func.max(func.date(Affiliation.changed_utc))).group_by(Affiliation.person_id),
    ):
        for number, day in store.rows(query):
            if number in days and day:
                days[number] = max(days[number], day if isinstance(day, date) else date.fromisoformat(day))
    return days


def _old_gifts(store: Store, today: date) -> list[Due]:
    """Gifts of people, not of organisations, whose giver is still named."""
    country = country_of(store)
    named = (Donation.person_id.is_not(None)) | ((Donation.giver != "") & Donation.organisation_id.is_(None))
    before = date(today.year - years_in(country), 1, 1)
    gifts = store.records(whole(Donation).where(named, Donation.day < before, Donation.giver != ERASED_GIVER))
    return [Due(gift, date(gift.day.year + years_in(country) + 1, 1, 1)) for gift in gifts if gift.day]


def months_before(day: date, months: int) -> date:
    """The same day so many months earlier, or the last of its month where that month is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    first_of_next = date(year + (month == 11), (month + 1) % 12 + 1, 1)
    return date(year, month + 1, min(day.day, (first_of_next - date.resolution).day))


def people_among(dues: Iterable[Due]) -> list[Person]:
    return [each.record for each in dues if isinstance(each.record, Person)]

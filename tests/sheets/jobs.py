"""Jobs for the tests: campaigns and records as a branch has them, never saved, and the job of any sheet made of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from typing import Any

from organizer.records.campaign import Campaign, Demand
from organizer.records.organisation import Organisation
from organizer.records.picket import Picket
from organizer.records.place import City, Site
from organizer.records.prints import PrintParts
from organizer.records.target import Target
from organizer.records.totals import CampaignTotals, Gifts, Letters, LettersTo, Period, Pickets
from organizer.records.values import Headcount, Money
from organizer.sheets.catalogue import sheet_kinds
from organizer.sheets.sheet_kind import Job


def campaign(**fields: Any) -> Campaign:
    usual = {
        "name": "Oil Workers’ Solidarity Campaign",
        "slogans": ["Reinstate the 312"],
        "summary": "In March the company dismissed 312 oil workers who had struck over fire safety.",
        "country": "GB",
        "address": "12 Mill Lane, Leeds LS1 4AB",
        "website": "https://example.org",
        "contact_name": "Anna Example",
        "contact_phone": "+44 113 496 0123",
    }
    return Campaign(**{**usual, **fields})


def demand(number: int, words: str, language: str = "en") -> Demand:
    return Demand(number=number, texts={language: words})


def picket(**fields: Any) -> Picket:
    """Not saved: its city and site are told by `place` and `site` instead of ids."""
    usual: dict[str, Any] = {"day": date(2026, 6, 12), "starts": time(17), "ends": time(19), "occasion": "Day of action"}
    made = Picket(**{**usual, **{key: value for key, value in fields.items() if key not in ("place", "site")}})
    made.city = City(name=fields.get("place", "London"), country="GB")
    made.site = Site(name=fields.get("site", "Embassy of Karatau"))
    return made


def organisation(**fields: Any) -> Organisation:
    """Not saved: its city is told by `place`."""
    usual = {"name": "Dockers’ Branch 7", "address": "3 Quay Street\nHull HU1 1AA", "country": "GB"}
    made = Organisation(**{**usual, **{key: value for key, value in fields.items() if key != "place"}})
    made.city = City(name=fields["place"], country=made.country) if fields.get("place") else None
    return made


def target(**fields: Any) -> Target:
    """Not saved: its city is told by `place`."""
    usual = {"office": "Prosecutor General", "address": "14 Mangilik El Avenue", "country": "KZ", "place": "Astana"}
    said = {**usual, **fields}
    made = Target(**{key: value for key, value in said.items() if key != "place"})
    made.city = City(name=said["place"], country=made.country) if said["place"] else None
    return made


def totals(*targets: Target, months: int = 3, **fields: Any) -> CampaignTotals:
    """What a campaign adds up to by June 2026, its letters shared out among these targets."""
    firsts = [date(2026 - back // 12, 12 - back % 12, 1) for back in range(7, 7 + months)]
    usual: dict[str, Any] = {
        "today": date(2026, 6, 10),
        "letters": Letters(1650, 1136, 342, organisations=211, cities=30, targets=len(targets)),
        "bars": tuple(Period(first, *(count // months for count in (1650, 1136, 342))) for first in reversed(firsts)),
        "targets": tuple(LettersTo(each, held=100 - k, reported=30, estimated=12) for k, each in enumerate(targets)),
        "pickets": Pickets(held=10, cities=4, scheduled=2, draft=1, cancelled=2, people=Headcount(975, 1495), counted=9),
        "gifts": (Gifts(Money(2_630_00, "GBP"), 91), Gifts(Money(590_00, "EUR"), 16)),
    }
    return CampaignTotals(**{**usual, **fields})


def parts(**more: Any) -> PrintParts:
    return PrintParts(campaign=more.pop("campaign", None) or campaign(), **more)


def job(key: str, *, language: str = "en", trimmed: str = "", layout: str = "", **more: Any) -> Job:
    """The job of a sheet with its usual answers, but for those given."""
    kind = sheet_kinds()[key]
    made_of = more.pop("parts", None) or parts()
    answers = {**kind.usual_answers(made_of, language), **more.pop("answers", {})}
    chosen = kind.format(trimmed)
    begun = Job(made_of, language, answers, chosen, chosen.layout(layout), kind.class_with(answers))
    return replace(begun, **more)

"""Pickets out of a sheet: a day, a city, and what the branch wrote beside them."""

from __future__ import annotations

import re
from datetime import time

from organizer.exchange.drafts import Draft
from organizer.exchange.headings import Row
from organizer.exchange.ledger import Ledger, key_of
from organizer.exchange.places import city_words
from organizer.exchange.reading import code, count, country, required
from organizer.i18n import _
from organizer.records.gazetteer_file import fold_name
from organizer.records.picket import Picket
from organizer.records.reading import ReadingError, read_clock, read_day, read_headcount
from organizer.records.values import DatePrecision

_CLOCK_BEHIND = re.compile(r"[t ,](\d{1,2}:\d{2})(?::\d{2}(?:\.\d+)?)?z?$", re.IGNORECASE)


def look_ahead(row: Row, ledger: Ledger) -> None:
    """Learn the places that are described at length before those that are only called "embassy"."""
    if "," in row.text("site"):
        ledger.sites.named(row.text("site"), ledger.cities.named(row.text("city")))


def draft(row: Row, ledger: Ledger) -> Draft:
    """One row as a picket. Raises ReadingError. The same day, time, city, place and occasion are the same picket."""
    when = read_day(row.text("day"), today=ledger.today)
    starts = read_clock(row.text("starts")) or _clock_of_day(row)
    people = read_headcount(row.text("people"))
    city = ledger.cities.named(required(row, "city"), country(row))
    made = Draft(
        Picket(
            kind=code(row, "kind") or code(row, "kind", by="occasion", strict=False) or "picket",
            state=code(row, "state") or "scheduled",
            occasion=row.text("occasion"),
            day_of_action=row.text("day_of_action"),
            day=when.day if when else None,
            day_precision=when.precision if when else DatePrecision.EXACT,
            starts=starts,
            ends=read_clock(row.text("ends")),
            people_low=people.low if people else None,
            people_high=people.high if people else None,
            people_about=people.about if people else False,
            notice_reference=row.text("notice_reference"),
            handed_in=count(row, "handed_in"),
            arrests=count(row, "arrests") or 0,
            notes=row.long_text("notes"),
        )
    )
    made.link("campaign_id", ledger.campaigns.named(row.text("campaign")))
    made.link("city_id", city)
    made.link("site_id", ledger.sites.named(row.text("site"), city))
    made.key = key_of(when and when.day, starts, city_words(city), fold_name(row.text("site")), fold_name(row.text("occasion")))
    return made


def _clock_of_day(row: Row) -> time | None:
    """The time where a sheet writes it behind the day; midnight there means that none was written."""
    behind = _CLOCK_BEHIND.search(row.text("day"))
    return read_clock(behind[1]) if behind and behind[1] not in ("0:00", "00:00") else None


def news(standing: Draft, row: Draft) -> tuple[str, ...]:
    """A picket is never changed by a sheet. ReadingError where one sheet says two different things of the same picket."""
    if standing.is_new() and _details(standing) != _details(row):
        raise ReadingError(
            _("Another row is the same picket and says something else of it."),
            _("Make them one row, or tell them apart by the time."),
        )
    return ()


def _details(draft: Draft) -> tuple[object, ...]:
    assert isinstance(draft.record, Picket)
    picket = draft.record
    return picket.kind, picket.state, picket.ends, picket.people_low, picket.people_high, picket.handed_in, picket.notes

"""Pickets out of a sheet: a day, a city, and what the branch wrote beside them."""

from __future__ import annotations

import re
from datetime import datetime, time

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
    """One row as a picket. Raises ReadingError. The same day, time, city, place and occasion are the same picket.

    So is the same event of a calendar, whatever it says.
    """
    city = ledger.cities.named(required(row, "city"), country(row))
    picket = _said(row, ledger)
    made = Draft(picket, said_at=_moment(row.text("changed")))
    made.link("campaign_id", ledger.campaigns.named(row.text("campaign")))
    made.link("city_id", city)
    made.link("site_id", ledger.sites.named(row.text("site"), city))
    where = (city_words(city), fold_name(row.text("site")), fold_name(row.text("occasion")))
    made.key = key_of("event", row.text("event")) if row.text("event") else key_of(picket.day, picket.starts, *where)
    return made


def _said(row: Row, ledger: Ledger) -> Picket:
    when = read_day(row.text("day"), today=ledger.today)
    people = read_headcount(row.text("people"))
    # An event has one title for both: "Vigil" says the kind and no more.
    in_title = code(row, "kind", by="occasion", strict=False)
    return Picket(
        kind=code(row, "kind") or in_title or "picket",
        state=code(row, "state") or "scheduled",
        occasion="" if row.text("event") and in_title else row.text("occasion"),
        day_of_action=row.text("day_of_action"),
        day=when.day if when else None,
        day_precision=when.precision if when else DatePrecision.EXACT,
        starts=read_clock(row.text("starts")) or _clock_of_day(row),
        ends=read_clock(row.text("ends")),
        people_low=people.low if people else None,
        people_high=people.high if people else None,
        people_about=people.about if people else False,
        notice_reference=row.text("notice_reference"),
        handed_in=count(row, "handed_in"),
        arrests=count(row, "arrests") or 0,
        notes=row.long_text("notes"),
    )


def _clock_of_day(row: Row) -> time | None:
    """The time where a sheet writes it behind the day; midnight there means that none was written."""
    behind = _CLOCK_BEHIND.search(row.text("day"))
    return read_clock(behind[1]) if behind and behind[1] not in ("0:00", "00:00") else None


def _moment(text: str) -> datetime | None:
    try:
        said = datetime.fromisoformat(text)
    except ValueError:
        return None
    return said if said.tzinfo else None


def news(standing: Draft, row: Draft) -> tuple[str, ...]:
    """A sheet never changes a picket; a calendar does, where its event was changed after the picket was.

    ReadingError where one sheet says two different things of the same picket.
    """
    if not standing.is_new():
        return _remembered(in_draft(standing), row) + _learnt(in_draft(standing), in_draft(row), row.said_at)
    if _details(standing) != _details(row):
        raise ReadingError(
            _("Another row is the same picket and says something else of it."),
            _("Make them one row, or tell them apart by the time."),
        )
    return ()


def _remembered(known: Picket, row: Draft) -> tuple[str, ...]:
    """A picket that was logged by hand is from now on known by its row, also when one of the two is moved."""
    if known.import_key or row.named:
        return ()
    known.import_key = row.key
    return ("import_key",)


def _learnt(known: Picket, later: Picket, said_at: datetime | None) -> tuple[str, ...]:
    """Move or call off what is still to come, as the newer of the two says."""
    if said_at is None or said_at <= known.changed_utc or known.state not in ("scheduled", "draft"):
        return ()
    before = known.day, known.starts, known.ends, known.state
    if later.state == "cancelled":
        known.state = later.state
    known.day, known.day_precision, known.starts, known.ends = later.day, later.day_precision, later.starts, later.ends
    return ("calendar",) if before != (known.day, known.starts, known.ends, known.state) else ()


def _details(draft: Draft) -> tuple[object, ...]:
    picket = in_draft(draft)
    return picket.kind, picket.state, picket.ends, picket.people_low, picket.people_high, picket.handed_in, picket.notes


def in_draft(draft: Draft) -> Picket:
    """The picket in a draft of one."""
    assert isinstance(draft.record, Picket)
    return draft.record

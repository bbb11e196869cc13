"""Pickets as iCalendar, for any calendar program: an event each, in the time zone of its city. Source: RFC 5545."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from organizer import __version__
from organizer.exchange.calendar_zones import time_zone
from organizer.i18n import _
from organizer.records.picket import Picket
from organizer.records.values import DatePrecision

if TYPE_CHECKING:
    from icalendar import Event

_DOMAIN = "picket-organizer"
_USUAL_LENGTH = timedelta(minutes=90)
_A_DAY = timedelta(days=1)
# Rules of a zone go some years beyond its events, for those who move one.
_YEARS_AROUND = 2


def to_calendar(pickets: Iterable[Picket], *, name: str) -> bytes:
    """An iCalendar file of the pickets that have a day; CRLF, lines of at most 75 octets.

    A picket keeps its UID in every file, and its version is the SEQUENCE: a calendar that takes in a second file moves what was
    moved. Of a picket whose day is not certain the event is a whole day, and tentative. Notes and names stay in the file.
    """
    from icalendar import Calendar

    dated = [picket for picket in pickets if picket.day is not None]
    calendar = Calendar()
    calendar.add("prodid", f"-//Picket Organizer//{__version__}//EN")
    calendar.add("version", "2.0")
    if name.strip():
        calendar.add("x-wr-calname", _line(name))
    days = [picket.day for picket in dated if picket.day]
    for zone in _zones_of(dated):
        first, last = date(min(days).year - _YEARS_AROUND, 1, 1), date(max(days).year + _YEARS_AROUND, 1, 1)
        calendar.add_component(time_zone(zone, first, last))
    for picket in dated:
        calendar.add_component(_event(picket))
    return bytes(calendar.to_ical())


def _event(picket: Picket) -> Event:
    from icalendar import Event

    event = Event()
    event.add("uid", f"{picket.uid}@{_DOMAIN}")
    event.add("dtstamp", picket.changed_utc)
    event.add("last-modified", picket.changed_utc)
    # The first version is 1, the first SEQUENCE 0.
    event.add("sequence", max(0, picket.version - 1))
    begins, ends = _span(picket)
    event.add("dtstart", begins)
    event.add("dtend", ends)
    event.add("summary", _summary(picket))
    place = ", ".join(_place(picket))
    if place:
        event.add("location", place)
    event.add("status", _status(picket))
    return event


def _status(picket: Picket) -> str:
    if picket.state == "cancelled":
        return "CANCELLED"
    return "CONFIRMED" if _certain(picket) and picket.state in ("scheduled", "held") else "TENTATIVE"


def _span(picket: Picket) -> tuple[datetime, datetime] | tuple[date, date]:
    """From when until when; the end itself is no more in it. Whole days where the hour or the day is not known."""
    day = picket.day or date.max
    if picket.day_precision == DatePrecision.MONTH:
        first = day.replace(day=1)
        return first, (first + timedelta(days=31)).replace(day=1)
    if picket.starts is None or not _certain(picket):
        return day, day + _A_DAY
    zone = _zone(picket.city.time_zone if picket.city else "")
    begins = datetime.combine(day, picket.starts)
    ends = datetime.combine(day, picket.ends) if picket.ends else begins + _USUAL_LENGTH
    if ends <= begins:
        ends += _A_DAY
    # Without a known zone times float: they are those of whoever reads.
    return begins.replace(tzinfo=zone), ends.replace(tzinfo=zone)


@lru_cache(maxsize=64)
def _zone(name: str) -> ZoneInfo | None:
    try:
        return ZoneInfo(name) if name else None
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def _certain(picket: Picket) -> bool:
    return picket.day_precision == DatePrecision.EXACT


def _summary(picket: Picket) -> str:
    what = picket.occasion or picket.day_of_action or _(Picket.KINDS.get(picket.kind, "Picket"))
    city = picket.city.name if picket.city else ""
    return _line(", ".join(part for part in (what, city) if part))


def _place(picket: Picket) -> list[str]:
    site, city = picket.site, picket.city
    said = [site.name, *site.address_lines()] if site else []
    if city and not any(city.name in line for line in said):
        said.append(city.name)
    return [_line(line) for line in said if line.strip()]


def _line(words: str) -> str:
    """One line without control characters, which RFC 5545 keeps out of texts."""
    return "".join(c for c in " ".join(words.split()) if unicodedata.category(c) not in ("Cc", "Cs"))


def _zones_of(pickets: Iterable[Picket]) -> Iterator[ZoneInfo]:
    """Each zone that an event names, once."""
    named = {picket.city.time_zone for picket in pickets if picket.city and isinstance(_span(picket)[0], datetime)}
    yield from (zone for zone in map(_zone, sorted(named)) if zone is not None)

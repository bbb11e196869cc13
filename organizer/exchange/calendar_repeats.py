"""The days of an event that repeats: the first ones, by the rules that people use. Source: RFC 5545, 3.3.10."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, date, datetime, time
from itertools import islice
from typing import Any, NamedTuple

MOST_TIMES = 52
"""Of one event: a year of weeks."""

_FOLLOWED = {
    "DAILY": {"BYDAY"},
    "WEEKLY": {"BYDAY"},
    "MONTHLY": {"BYDAY", "BYMONTHDAY", "BYMONTH", "BYSETPOS"},
    "YEARLY": {"BYDAY", "BYMONTHDAY", "BYMONTH", "BYSETPOS"},
}
"""Each with the parts that are followed. A rule that never comes true is searched to the year 9999: for these in a second."""

_PLAIN = {"FREQ", "INTERVAL", "COUNT", "UNTIL", "WKST"}
_LONGEST_INTERVAL = 100
_A_WEEK = 7


class Beginnings(NamedTuple):
    """When an event begins, the first time first. `repeats`: by a rule; `only_first`: by one that is not followed here."""

    times: list[date | datetime]
    repeats: bool = False
    only_first: bool = False


def beginnings(event: Any, first: date | datetime) -> Beginnings:
    """The times of an event that begins `first`, without those that are taken out of its row."""
    rule = event.get("rrule")
    if rule is None and "rdate" not in event:
        return Beginnings([first])
    if rule is None or "rdate" in event or not _is_followed(rule):
        return Beginnings([first], only_first=True)
    taken_out = {moment(each.dt) for some in _listed(event.get("exdate")) for each in some.dts}
    times = list(islice(_times(rule, first), MOST_TIMES))
    if not times:  # a rule that never comes true
        return Beginnings([first], only_first=True)
    return Beginnings([at for at in times if moment(at) not in taken_out], repeats=True)


def moment(at: date | datetime) -> str:
    """What tells a time from others, in whatever zone it is told."""
    with suppress(OverflowError):  # in UTC it lies beyond all calendars
        return (at.astimezone(UTC) if isinstance(at, datetime) and at.tzinfo else at).isoformat()
    return at.isoformat()


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _is_followed(rule: Any) -> bool:
    if isinstance(rule, list):
        return False
    often, step = str(next(iter(rule.get("FREQ", ())), "")).upper(), next(iter(rule.get("INTERVAL", ())), 1)
    known = set(rule) <= _PLAIN | _FOLLOWED.get(often, set()) and often in _FOLLOWED
    fixed_day = often == "DAILY" and "BYDAY" in rule and step % _A_WEEK == 0
    return known and not fixed_day and 0 < step <= _LONGEST_INTERVAL


def _times(rule: Any, first: date | datetime) -> Iterator[date | datetime]:
    """The times of a rule, on the clock of the first: a week later at the same hour, whatever the season."""
    from dateutil.rrule import rrulestr

    begin = first.replace(tzinfo=None) if isinstance(first, datetime) else datetime.combine(first, time())
    last = next(iter(rule.get("UNTIL", ())), None)
    words = ";".join(part for part in rule.to_ical().decode().split(";") if not part.startswith("UNTIL="))
    for at in rrulestr(words, dtstart=begin):
        found = at.replace(tzinfo=first.tzinfo) if isinstance(first, datetime) else at.date()
        if last is not None and _is_later(found, last):
            return
        yield found


def _is_later(found: date | datetime, last: date | datetime) -> bool:
    if isinstance(found, datetime) and isinstance(last, datetime) and found.tzinfo and last.tzinfo:
        return found > last
    return _day(found) > _day(last)


def _day(at: date | datetime) -> date:
    return at.date() if isinstance(at, datetime) else at

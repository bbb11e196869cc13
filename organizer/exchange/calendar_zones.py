"""Time zones in calendar files: each change of the clock in the years of the events. Source: RFC 5545, 3.6.5.

Written here because icalendar begins summer time an hour late: a change is told in the local time that held before it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, NamedTuple
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from icalendar import Timezone

_NONE = timedelta()
_A_DAY, _A_SECOND = timedelta(days=1), timedelta(seconds=1)


class _Change(NamedTuple):
    """From `at`, in the local time before it, the clock stands `after` from UTC."""

    at: datetime
    before: timedelta
    after: timedelta
    name: str
    summer: bool


def time_zone(zone: ZoneInfo, first: date, last: date) -> Timezone:
    """What holds on the first day, and each change up to the last."""
    from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

    made = Timezone()
    made.add("tzid", zone.key)
    for change in _changes(zone, first, last):
        rule = TimezoneDaylight() if change.summer else TimezoneStandard()
        rule.add("dtstart", change.at)
        rule.add("tzoffsetfrom", change.before)
        rule.add("tzoffsetto", change.after)
        rule.add("tzname", change.name)
        made.add_component(rule)
    return made


def _changes(zone: ZoneInfo, first: date, last: date) -> Iterator[_Change]:
    at = datetime.combine(first, time(), UTC)
    offset, summer, name = _clock(zone, at)
    yield _Change(datetime.combine(first, time()), offset, offset, name, summer)
    while at.date() < last:
        following = at + _A_DAY
        if _clock(zone, at) != _clock(zone, following):
            change = _moment(zone, at, following)
            before, (after, summer, name) = _clock(zone, change - _A_SECOND)[0], _clock(zone, change)
            yield _Change(change.replace(tzinfo=None) + before, before, after, name, summer)
        at = following


def _moment(zone: ZoneInfo, before: datetime, after: datetime) -> datetime:
    """The second in which the clock changes between two moments."""
    held = _clock(zone, before)
    while after - before > _A_SECOND:
        middle = before + timedelta(seconds=(after - before) // _A_SECOND // 2)
        if _clock(zone, middle) == held:
            before = middle
        else:
            after = middle
    return after


def _clock(zone: ZoneInfo, at: datetime) -> tuple[timedelta, bool, str]:
    """How far the clock stands from UTC, whether that is summer time, and what it is called."""
    local = at.astimezone(zone)
    return local.utcoffset() or _NONE, bool(local.dst()), local.tzname() or ""

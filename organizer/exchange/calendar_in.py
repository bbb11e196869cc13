"""Calendars of other programs (iCalendar): each event a row of a list of pickets, in the local time of its city.

To be imported where strangers' files are read, and nowhere else. Source: RFC 5545.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from icalendar import Calendar

from organizer.errors import UnreadableSheet
from organizer.exchange.calendar_places import Whereabouts, whereabouts
from organizer.exchange.calendar_repeats import MOST_TIMES, Beginnings, beginnings, moment
from organizer.exchange.headings import Headings, Row, Unread
from organizer.exchange.refused import not_readable, unless_read
from organizer.exchange.tables import Line, within_caps
from organizer.i18n import _, _n

_FIELDS = ("day", "starts", "ends", "site", "city", "country", "occasion", "state", "notes", "uid", "event", "changed")
_OWN = "@picket-organizer"
_STATES = {"CANCELLED": "cancelled", "TENTATIVE": "draft"}
_LEFT_OUT = ("attendee", "organizer", "attach", "contact")


class Events:
    """All events of a calendar. The fields `event`, `uid` and `changed` tell a picket from others and the newer from the older.

    UnreadableSheet: the text is no calendar.
    """

    def __init__(self, text: str, name: str) -> None:
        self.headings = Headings({field: place for place, field in enumerate(_FIELDS)}, len(_FIELDS), ())
        self.rows: list[Row] = []
        self.unread: list[Unread] = []
        self._repeating = self._only_first = self._with_more = 0
        events = _events(text, name)
        begin = [place for place, line in enumerate(text.splitlines(), 1) if line.strip().upper() == "BEGIN:VEVENT"]
        lines = begin if len(begin) == len(events) else [1] * len(events)
        moved = {_identity(event) for event in events if "recurrence-id" in event}
        for line, event in zip(lines, events, strict=True):
            try:
                self._take(line, event, moved)
            except UnreadableSheet as refusal:
                self.unread.append(Unread(line, refusal.message, refusal.hint))
            except OverflowError:  # it ends after all calendars do
                beyond = _no_day(_text(event, "summary"))
                self.unread.append(Unread(line, beyond.message, beyond.hint))

    def notes(self) -> Iterator[str]:
        """What else a person should know of these events. Sentences."""
        if self._repeating:
            yield _n(
                "{n} event repeats. It is read for its first {{most}} days at most.",
                "{n} events repeat. Each is read for its first {{most}} days at most.",
                self._repeating,
            ).format(most=MOST_TIMES)
        if self._only_first:
            yield _n(
                "{n} event repeats by a rule that is not followed here. Only its first day is read.",
                "{n} events repeat by rules that are not followed here. Only their first days are read.",
                self._only_first,
            )
        if self._with_more:
            yield _("Guests, reminders and attachments of events are not kept here.")

    def _take(self, line: int, event: Any, moved: set[str]) -> None:
        title = _text(event, "summary")
        with unless_read(lambda: _no_day(title)):
            about, found = _read(event, title)
            names = {at: _identity(event, at if found.repeats else None) for at in found.times}
            own = [Line(line, about.cells(at, name)) for at, name in names.items() if not (found.repeats and name in moved)]
        for each in own:
            within_caps(each, len(self.rows))
            self.rows.append(Row(line, each.cells, self.headings, "pickets"))
        self._repeating += found.repeats
        self._only_first += found.only_first
        self._with_more += bool(event.subcomponents) or any(name in event for name in _LEFT_OUT)


@dataclass(frozen=True)
class _Event:
    """What an event says, apart from when it begins."""

    where: Whereabouts
    length: timedelta
    title: str
    status: str
    notes: str
    changed: str

    def cells(self, at: date | datetime, identity: str) -> tuple[str, ...]:
        """The row of the event at one of its times."""
        begins = _local(at, self.where.zone)
        ends = _local(at + self.length, self.where.zone) if isinstance(at, datetime) else None
        same_day = isinstance(begins, datetime) and isinstance(ends, datetime) and ends > begins and ends.date() == begins.date()
        uid = identity.removesuffix(_OWN) if identity.endswith(_OWN) else ""
        return (
            f"{begins:%Y-%m-%d}",
            f"{begins:%H:%M}" if isinstance(begins, datetime) else "",
            f"{ends:%H:%M}" if same_day else "",
            *(self.where.site, self.where.city, self.where.country, self.title),
            *(_STATES.get(self.status, "scheduled"), self.notes, uid, identity, self.changed),
        )


def _events(text: str, name: str) -> list[Any]:
    with unless_read(lambda: not_readable(name)):
        return [event for calendar in Calendar.from_ical(text, multiple=True) for event in calendar.walk("VEVENT")]


def _read(event: Any, title: str) -> tuple[_Event, Beginnings]:
    """What an event says, and when it begins. UnreadableSheet: it names no city. Raises whatever the library does beside that."""
    first = event["dtstart"].dt
    found = beginnings(event, first)
    where, in_title = whereabouts(_text(event, "location")), whereabouts(title)
    if where is None and in_title is not None:
        where = replace(in_title, site="")
    if where is None:
        raise UnreadableSheet(
            _("The event “{title}” names no city that is known.").format(title=title[:60]),
            _("Write the city last in its place, as in: Embassy, London."),
        )
    title, status = title.removesuffix(f", {where.city}"), _text(event, "status").upper()
    return _Event(where, _length(event, first), title, status, _text(event, "description"), _changed(event)), found


def _no_day(title: str) -> UnreadableSheet:
    return UnreadableSheet(
        _("The event “{title}” says no day that can be read.").format(title=title[:60]),
        _("Give it a day in the calendar, or leave it out."),
    )


def _length(event: Any, first: date | datetime) -> timedelta:
    if "dtend" in event:
        return (event["dtend"].dt - first) if isinstance(first, datetime) else timedelta()
    return event["duration"].dt if "duration" in event else timedelta()


def _changed(event: Any) -> str:
    """When the event was last changed, in UTC; empty where it does not say."""
    changed = event["last-modified"].dt if "last-modified" in event else None
    return changed.astimezone(UTC).isoformat() if isinstance(changed, datetime) and changed.tzinfo else ""


def _identity(event: Any, at: date | datetime | None = None) -> str:
    """What this event is called in every calendar: its UID, and of one that repeats the time at which it would begin."""
    uid = _text(event, "uid")
    if at is None and "recurrence-id" in event:
        with suppress(ValueError, AttributeError):  # a broken one, or two of them
            at = event["recurrence-id"].dt
    return f"{uid} {moment(at)}" if uid and at is not None else uid


def _local(at: date | datetime, zone: str) -> date | datetime:
    """A time on the clock of its city; one without a zone is local already."""
    return at.astimezone(ZoneInfo(zone)) if isinstance(at, datetime) and at.tzinfo and zone else at


def _text(event: Any, name: str) -> str:
    """The text of an entry, the first one where it stands twice."""
    value = event.get(name, "")
    first = value[0] if isinstance(value, list) and value else value
    return str(first).encode("utf-8", "ignore").decode().strip()

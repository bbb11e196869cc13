"""Calendar files: read back by a calendar library, and looked at octet by octet as RFC 5545 asks."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import icalendar
import pytest

from organizer.exchange.calendar_out import to_calendar
from organizer.exchange.calendar_zones import time_zone
from organizer.records.picket import Picket
from organizer.store.store import Store
from tests import factories

LONG = "День действий за освобождение всех заключённых нефтяников, " * 3


def events(pickets: list[Picket], name: str = "Campaign") -> list[Any]:
    return list(icalendar.Calendar.from_ical(to_calendar(pickets, name=name)).walk("VEVENT"))


def test_a_picket_stands_in_the_time_zone_of_its_city(store: Store) -> None:
    picket = factories.picket(store, day=date(2026, 6, 12), starts=time(17), ends=time(19), occasion="Day of action")
    (event,) = events([picket])
    assert str(event["summary"]) == "Day of action, London"
    assert event["dtstart"].params["TZID"] == "Europe/London"
    assert event.decoded("dtstart") == datetime(2026, 6, 12, 17, tzinfo=ZoneInfo("Europe/London"))
    assert event.decoded("dtend") - event.decoded("dtstart") == timedelta(hours=2)
    assert (event["status"], event["sequence"]) == ("CONFIRMED", 0)


def test_a_second_file_moves_what_was_moved(store: Store) -> None:
    picket = factories.picket(store, day=date(2026, 6, 12))
    (before,) = events([picket])
    picket.day = date(2026, 6, 19)
    (after,) = events([store.save(picket)])
    assert after["uid"] == before["uid"]
    assert after["sequence"] == before["sequence"] + 1
    assert after.decoded("dtstamp") >= before.decoded("dtstamp")


@pytest.mark.parametrize(
    ("changes", "span"),
    [
        ({"starts": None}, (date(2026, 12, 30), date(2026, 12, 31))),
        ({"day_precision": "estimate"}, (date(2026, 12, 30), date(2026, 12, 31))),
        ({"day_precision": "month"}, (date(2026, 12, 1), date(2027, 1, 1))),
    ],
)
def test_what_is_not_certain_takes_whole_days_and_ends_before_the_last_one(
    store: Store, changes: dict[str, Any], span: tuple[date, date]
) -> None:
    (event,) = events([factories.picket(store, **{"day": date(2026, 12, 30), "starts": time(17), **changes})])
    assert (event.decoded("dtstart"), event.decoded("dtend")) == span


@pytest.mark.parametrize(
    ("changes", "status"),
    [
        ({"state": "cancelled"}, "CANCELLED"),
        ({"state": "draft"}, "TENTATIVE"),
        ({"state": "cancelled", "day_precision": "month"}, "CANCELLED"),
        ({"day_precision": "estimate"}, "TENTATIVE"),
        ({"state": "held"}, "CONFIRMED"),
    ],
)
def test_the_state_of_a_picket_is_told(store: Store, changes: dict[str, Any], status: str) -> None:
    assert [event["status"] for event in events([factories.picket(store, **changes)])] == [status]


def test_a_picket_past_midnight_ends_on_the_next_day(store: Store) -> None:
    (event,) = events([factories.picket(store, day=date(2026, 6, 12), starts=time(23), ends=None)])
    assert event.decoded("dtend").date() == date(2026, 6, 13)


def test_without_a_day_there_is_no_event_and_without_a_zone_the_time_floats(store: Store) -> None:
    nowhere = factories.city(store, name="Karatau", time_zone="")
    known = factories.picket(store, city_id=nowhere.id, day=date(2026, 6, 12), starts=time(9))
    written = to_calendar([known, factories.picket(store, day=None, state="draft")], name="")
    (event,) = icalendar.Calendar.from_ical(written).walk("VEVENT")
    assert event.decoded("dtstart") == datetime(2026, 6, 12, 9)
    assert b"VTIMEZONE" not in written and b"X-WR-CALNAME" not in written


def test_lines_are_folded_at_octets_without_splitting_a_letter(store: Store) -> None:
    picket = factories.picket(store, occasion=LONG + "\u0007;\\ end\r\nnext")
    written = to_calendar([picket], name=LONG)
    lines = written.split(b"\r\n")
    assert written.endswith(b"\r\n") and b"\n" not in b"".join(lines)
    assert max(len(line) for line in lines) <= 75
    assert all(line.decode() is not None for line in lines)
    (event,) = icalendar.Calendar.from_ical(written).walk("VEVENT")
    assert str(event["summary"]) == f"{LONG};\\ end next, London"
    assert rb"\;\\ end next\, London" in written.replace(b"\r\n ", b"")


def test_notes_and_who_took_it_stay_in_the_file(store: Store) -> None:
    picket = factories.picket(store, notes="Anna brings the banner", taken_by="Mr Secret", notice_conditions="no horns")
    assert not {b"Anna", b"Secret", b"horns"} & set(to_calendar([picket], name="").replace(b"\r\n ", b"").split())


@pytest.mark.parametrize("key", ["Europe/London", "America/New_York", "Asia/Almaty", "Europe/Moscow", "Australia/Sydney"])
def test_a_zone_says_what_the_clocks_of_its_city_show(key: str) -> None:
    zone = ZoneInfo(key)
    told = time_zone(zone, date(2009, 1, 1), date(2013, 1, 1)).to_tz()
    for days in range(4 * 365):
        at = datetime(2009, 1, 2, 12, tzinfo=UTC).replace(tzinfo=None) + timedelta(days=days)
        assert at.replace(tzinfo=told).utcoffset() == at.replace(tzinfo=zone).utcoffset(), at


def test_summer_time_begins_at_the_hour_that_held_before_it() -> None:
    rules = time_zone(ZoneInfo("Europe/Berlin"), date(2026, 1, 1), date(2027, 1, 1)).to_ical().decode().split("\r\n")
    assert [line for line in rules if line.startswith("DTSTART")] == [
        "DTSTART:20260101T000000",
        "DTSTART:20260329T020000",
        "DTSTART:20261025T030000",
    ]

"""Calendars of other programs: each event is a picket in the local time of its city, once, and moves when the calendar does."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from organizer.errors import UnreadableSheet
from organizer.exchange import apart, file_forms
from organizer.exchange.calendar_out import to_calendar
from organizer.exchange.calendar_places import Whereabouts, whereabouts
from organizer.exchange.sheets_in import ImportResult, preview, preview_of, take_in
from organizer.records.picket import Picket
from organizer.records.place import Site
from organizer.store.store import Store
from tests.exchange.sheets import PICKETS

EMBASSY = "LOCATION:Embassy of Kazakhstan\\, 33 Thurloe Square\\, London SW7 2SD\\, UK"
VIGIL = ("UID:1@calendar.example", "DTSTART:20120501T110000Z", "DTEND:20120501T123000Z", "SUMMARY:Vigil", EMBASSY)


def calendar(folder: Path, *events: tuple[str, ...], name: str = "pickets.ics") -> Path:
    lines = [line for event in events for line in ("BEGIN:VEVENT", *event, "END:VEVENT")]
    path = folder / name
    path.write_bytes("\r\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:x", *lines, "END:VCALENDAR", ""]).encode())
    return path


def read(path: Path) -> file_forms.SheetRead:
    return file_forms.read(path.read_bytes(), path.name)


def brought(store: Store, path: Path) -> ImportResult:
    return take_in(store, preview(store, "pickets", path), skip_bad=True)


def pickets(store: Store) -> list[Picket]:
    return store.records(select(Picket).order_by(Picket.id))


def days(path: Path) -> list[str]:
    return [f"{row.text('day')} {row.text('starts')}".strip() for row in read(path).rows]


def test_an_event_is_a_picket_on_the_clock_of_its_city(store: Store, tmp_path: Path) -> None:
    moscow = (
        "UID:2",
        "DTSTART;TZID=Europe/Berlin:20120501T100000",
        "SUMMARY:Mahnwache, Moscow",
        "LOCATION:Moscow",
        "STATUS:TENTATIVE",
    )
    found = apart.read_sheet(calendar(tmp_path, VIGIL, moscow))
    assert (found.kind, found.form, found.notes, found.unread) == ("pickets", "calendar", (), ())
    take_in(store, preview_of(store, found), skip_bad=False)
    one, two = pickets(store)
    assert (one.day, one.starts, one.ends, one.kind, one.state) == (
        date(2012, 5, 1),
        time(12),
        time(13, 30),
        "vigil",
        "scheduled",
    )
    assert one.site is not None and (one.site.name, one.site.postcode) == ("Embassy of Kazakhstan", "SW7 2SD")
    assert (two.starts, two.ends, two.occasion, two.state, two.site) == (time(12), None, "", "draft", None)
    assert two.city is not None and two.city.name == "Moscow"


def test_whole_days_and_events_that_were_called_off(store: Store, tmp_path: Path) -> None:
    path = calendar(tmp_path, ("UID:3", "DTSTART;VALUE=DATE:20120501", "SUMMARY:May Day, Paris", "STATUS:CANCELLED"))
    brought(store, path)
    (picket,) = pickets(store)
    assert (picket.day, picket.starts, picket.state) == (date(2012, 5, 1), None, "cancelled")


def test_a_calendar_that_comes_again_adds_nothing(store: Store, tmp_path: Path) -> None:
    path = calendar(tmp_path, VIGIL)
    brought(store, path)
    again = brought(store, path)
    assert (again.rows_new, again.rows_amended, again.rows_known) == (0, 0, 1)


def test_an_event_that_moved_since_moves_its_picket_and_an_older_one_does_not(store: Store, tmp_path: Path) -> None:
    brought(store, calendar(tmp_path, VIGIL))
    moved = (VIGIL[0], "DTSTART:20120502T150000Z", *VIGIL[3:])
    assert brought(store, calendar(tmp_path, (*moved, "LAST-MODIFIED:20120101T000000Z"))).rows_known == 1
    later = datetime.now() + timedelta(days=2)
    shown = preview(store, "pickets", calendar(tmp_path, (*moved, f"LAST-MODIFIED:{later:%Y%m%dT%H%M%SZ}")))
    assert shown.rows_amended == 1
    assert shown.notes == ("1 known picket was moved or called off in the calendar since.",)
    take_in(store, shown, skip_bad=False)
    (picket,) = pickets(store)
    assert (picket.day, picket.starts, picket.ends) == (date(2012, 5, 2), time(16), None)
    off = (*moved, f"LAST-MODIFIED:{later:%Y%m%dT%H%M%SZ}", "STATUS:CANCELLED")
    assert brought(store, calendar(tmp_path, off)).rows_amended == 1
    assert [picket.state for picket in pickets(store)] == ["cancelled"]
    store.undo()
    assert [picket.state for picket in pickets(store)] == ["scheduled"]


def test_a_picket_that_was_logged_by_hand_is_known(store: Store, tmp_path: Path) -> None:
    brought(store, calendar(tmp_path, VIGIL))
    (picket,) = pickets(store)
    picket.import_key = ""
    store.save(picket)
    another = ("UID:third", "DTSTART:20120501T120000Z", *VIGIL[3:])
    result = brought(store, calendar(tmp_path, ("UID:other", *VIGIL[1:]), another))
    assert (result.rows_new, result.rows_amended) == (1, 1)
    moved = brought(store, calendar(tmp_path, ("UID:other", "DTSTART:20120509T110000Z", *VIGIL[3:]), another))
    assert (moved.rows_new, moved.rows_known) == (0, 2)
    assert sorted(str(picket.starts) for picket in pickets(store)) == ["12:00:00", "13:00:00"]


def test_what_took_place_is_not_changed_by_a_calendar(store: Store, tmp_path: Path) -> None:
    brought(store, calendar(tmp_path, VIGIL))
    (picket,) = pickets(store)
    picket.state = "held"
    store.save(picket)
    later = datetime.now() + timedelta(days=2)
    off = (*VIGIL, f"LAST-MODIFIED:{later:%Y%m%dT%H%M%SZ}", "STATUS:CANCELLED")
    assert brought(store, calendar(tmp_path, off)).rows_known == 1


def test_our_own_calendar_is_known_by_its_pickets_and_fills_another_file(store: Store, tmp_path: Path) -> None:
    take_in(store, preview(store, "pickets", PICKETS), skip_bad=True)
    path = tmp_path / "own.ics"
    path.write_bytes(to_calendar(pickets(store), name="Pickets"))
    assert brought(store, path).rows_known == 4
    before = [(picket.uid, picket.day, picket.starts, picket.occasion) for picket in pickets(store)]
    store.undo()
    assert brought(store, path).rows_new == 4
    assert [(picket.uid, picket.day, picket.starts, picket.occasion) for picket in pickets(store)] == before
    assert store.count(select(Site.id)) == 1


WEEKLY = ("UID:5", "DTSTART;TZID=Europe/London:20120319T120000", "SUMMARY:Vigil, London")


def test_an_event_that_repeats_keeps_its_hour_through_the_seasons_and_leaves_out_what_was_taken_out(tmp_path: Path) -> None:
    path = calendar(tmp_path, (*WEEKLY, "RRULE:FREQ=WEEKLY;COUNT=3", "EXDATE;TZID=Europe/London:20120326T120000"))
    assert days(path) == ["2012-03-19 12:00", "2012-04-02 12:00"]
    assert read(path).notes == ("1 event repeats. It is read for its first 52 days at most.",)


def test_one_time_of_an_event_that_repeats_may_be_moved(tmp_path: Path) -> None:
    moved = (
        "UID:5",
        "RECURRENCE-ID;TZID=Europe/London:20120326T120000",
        "DTSTART;TZID=Europe/London:20120327T180000",
        *WEEKLY[2:],
    )
    path = calendar(tmp_path, (*WEEKLY, "RRULE:FREQ=WEEKLY;COUNT=3"), moved)
    assert days(path) == ["2012-03-19 12:00", "2012-04-02 12:00", "2012-03-27 18:00"]
    assert len({row.text("event") for row in read(path).rows}) == 3


@pytest.mark.parametrize(
    ("rule", "times", "followed"),
    [
        ("FREQ=WEEKLY", 52, True),
        ("FREQ=WEEKLY;UNTIL=20120402T110000Z", 3, True),
        ("FREQ=DAILY;UNTIL=20120321", 3, True),
        ("FREQ=MONTHLY;BYDAY=SA;BYSETPOS=1;COUNT=4", 4, True),
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", 1, False),
        ("FREQ=SECONDLY", 1, False),
        ("FREQ=WEEKLY;INTERVAL=0", 1, False),
        ("FREQ=DAILY;INTERVAL=7;BYDAY=TU", 1, False),
        ("FREQ=YEARLY;BYEASTER=1", 1, False),
    ],
)
def test_rules_that_people_use_are_followed_and_of_others_the_first_day_is_read(
    tmp_path: Path, rule: str, times: int, followed: bool
) -> None:
    found = read(calendar(tmp_path, (*WEEKLY, f"RRULE:{rule}")))
    assert len(found.rows) == times
    assert ("is not followed here" in found.notes[0]) is not followed


def test_guests_and_reminders_are_left_out_and_said(tmp_path: Path) -> None:
    found = read(
        calendar(tmp_path, (*VIGIL, "ATTENDEE;CN=Ann:mailto:ann@example.org", "BEGIN:VALARM", "ACTION:DISPLAY", "END:VALARM"))
    )
    assert found.notes == ("Guests, reminders and attachments of events are not kept here.",)
    assert "ann" not in " ".join(found.rows[0].cells)


def test_an_event_without_a_day_or_a_city_is_told_with_its_line(store: Store, tmp_path: Path) -> None:
    events = (("UID:7", "SUMMARY:Vigil, London", "DTSTART:soon"), ("UID:8", "SUMMARY:Meeting", "DTSTART:20120501T110000Z"), VIGIL)
    shown = preview(store, "pickets", calendar(tmp_path, *events))
    assert [bad.words() for bad in shown.bad] == [
        "Line 4: The event “Vigil, London” says no day that can be read. Give it a day in the calendar, or leave it out.",
        "Line 9: The event “Meeting” names no city that is known. Write the city last in its place, as in: Embassy, London.",
    ]
    assert shown.rows_new == 1


@pytest.mark.parametrize(
    "far",
    [
        ("RECURRENCE-ID;TZID=America/New_York:99991231T230000", "DTSTART:20120501T110000Z", "DURATION:PT1H"),
        ("DTSTART:99991231T230000Z", "DURATION:P9D"),
        ("DTSTART;TZID=America/New_York:99991231T230000", "DTEND:20120501T110000Z"),
    ],
)
def test_a_time_beyond_all_calendars_is_told_or_read(tmp_path: Path, far: tuple[str, ...]) -> None:
    found = read(calendar(tmp_path, ("UID:9", "SUMMARY:Vigil, London", *far), VIGIL))
    assert len(found.rows) + len(found.unread) == 2


def test_a_calendar_is_a_list_of_pickets_and_nothing_else(tmp_path: Path) -> None:
    with pytest.raises(UnreadableSheet, match="This looks like a sheet of pickets, not of donations"):
        apart.read_sheet(calendar(tmp_path, VIGIL), "donations")
    broken = tmp_path / "broken.ics"
    broken.write_text("BEGIN:VCALENDAR\r\nno colon\r\nBEGIN:VEVENT\r\n")
    with pytest.raises(UnreadableSheet, match=r"broken\.ics"):
        apart.read_sheet(broken)


@pytest.mark.parametrize(
    ("words", "site", "city", "country"),
    [
        ("Embassy, London SW7 2SD, UK", "Embassy, SW7 2SD", "London", "GB"),
        ("Embassy\nFriedrichstr. 1\n10117 Berlin\nGermany", "Embassy, Friedrichstr. 1, 10117", "Berlin", "DE"),
        ("Consulate, 535 5th Ave, New York NY 10017, USA", "Consulate, 535 5th Ave, NY 10017", "New York", "US"),
        ("Площадь, Москва, Россия", "Площадь", "Москва", "RU"),
        ("London", "", "London", "GB"),
    ],
)
def test_the_city_is_found_at_the_end_of_a_place(words: str, site: str, city: str, country: str) -> None:
    found = whereabouts(words)
    assert isinstance(found, Whereabouts)
    assert (found.site, found.city, found.country) == (site, city, country)


@pytest.mark.parametrize("words", ["", "Embassy", "https://meet.example/abc-123", "33 Thurloe Square"])
def test_a_place_without_a_known_city_is_nowhere(words: str) -> None:
    assert whereabouts(words) is None

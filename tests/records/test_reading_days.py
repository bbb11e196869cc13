"""Days and times of day are read as they were meant, or refused with the reason."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from organizer import i18n
from organizer.records.reading import Day, ReadingError, read_clock, read_day
from organizer.records.values import DatePrecision, day_words
from tests.records.languages import LANGUAGES, speaking

TODAY = date(2012, 12, 16)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2012-06-10", date(2012, 6, 10)),
        ("2012-06-10 00:00:00", date(2012, 6, 10)),
        ("2012-06-10T17:30:00Z", date(2012, 6, 10)),
        ("20120610", date(2012, 6, 10)),
        ("16/12/2011", date(2011, 12, 16)),
        ("16.12.2011", date(2011, 12, 16)),
        ("16. 12. 2011", date(2011, 12, 16)),
        ("16-12-2011", date(2011, 12, 16)),
        ("16.12.2011 г.", date(2011, 12, 16)),
        ("16/12/11", date(2011, 12, 16)),
        ("16/12/71", date(1971, 12, 16)),
        ("16/12", date(2012, 12, 16)),
        ("16.12.", date(2012, 12, 16)),
        ("03 Feb 2012", date(2012, 2, 3)),
        ("22 Aug 2012", date(2012, 8, 22)),
        ("6 Sept 2012", date(2012, 9, 6)),
        ("Thu 6 Dec 2012", date(2012, 12, 6)),
        ("Thursday, 6 December 2012", date(2012, 12, 6)),
        ("December 6th, 2012", date(2012, 12, 6)),
        ("6dec12", date(2012, 12, 6)),
        ("16-Dec-2011", date(2011, 12, 16)),
        ("the 1st of March", date(2012, 3, 1)),
        ("6. Dezember 2012", date(2012, 12, 6)),
        ("Do., 6. Dez. 2012", date(2012, 12, 6)),
        ("3. März 2012", date(2012, 3, 3)),
        ("6 декабря 2012 г.", date(2012, 12, 6)),
        ("16 мая 2012", date(2012, 5, 16)),
        ("1er février 2012", date(2012, 2, 1)),
        ("1º de mayo de 2012", date(2012, 5, 1)),
        ("6 de diciembre de 2012", date(2012, 12, 6)),
        ("29/02/2012", date(2012, 2, 29)),
        ("１６／１２／２０１１", date(2011, 12, 16)),
        ("١٦/١٢/٢٠١١", date(2011, 12, 16)),
        ("today", TODAY),
        ("Yesterday", TODAY - timedelta(days=1)),
        ("завтра", TODAY + timedelta(days=1)),
    ],
)
def test_a_day_is_read_however_it_is_written(text: str, expected: date) -> None:
    assert read_day(text, today=TODAY) == Day(expected, DatePrecision.EXACT)


@pytest.mark.parametrize(
    "text", ["Dec 2012", "December 2012", "2012-12", "12/2012", "12.2012", "Dezember 2012", "декабрь 2012", "2012 Dec"]
)
def test_a_month_is_read_as_a_month(text: str) -> None:
    assert read_day(text, today=TODAY) == Day(date(2012, 12, 1), DatePrecision.MONTH)


@pytest.mark.parametrize("text", ["about 16 Dec 2011", "ca. 16.12.2011", "~16/12/2011", "16/12/2011?", "около 16.12.2011"])
def test_a_day_that_is_guessed_is_an_estimate(text: str) -> None:
    assert read_day(text, today=TODAY) == Day(date(2011, 12, 16), DatePrecision.ESTIMATE)


def test_slashes_follow_the_order_of_the_sheet_and_dots_never_do() -> None:
    assert read_day("06/10/2012", day_first=False, today=TODAY) == Day(date(2012, 6, 10), DatePrecision.EXACT)
    assert read_day("06/10/2012", today=TODAY) == Day(date(2012, 10, 6), DatePrecision.EXACT)
    assert read_day("06.10.2012", day_first=False, today=TODAY) == Day(date(2012, 10, 6), DatePrecision.EXACT)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("30/02/2012", "30/02/2012 is not a day. Feb 2012 has 29 days."),
        ("31 April 2012", "31 April 2012 is not a day. Apr 2012 has 30 days."),
        ("2012-13-01", "2012-13-01 is not a day. There is no month 13."),
        ("12/16/2011", "12/16/2011 is not a day. There is no month 16. Does this sheet write the month first?"),
        ("soon", "soon is not a day. Write it like 16 Dec 2011 or 2011-12-16."),
        ("0/1/2012", "0/1/2012 is not a day. Jan 2012 has 31 days."),
        ("2012", "2012 is not a day. Write it like 16 Dec 2011 or 2011-12-16."),
        ("1/1/0001", "1/1/0001 is not a day. Write it like 16 Dec 2011 or 2011-12-16."),
        ("6 Dec Jan 2012", "6 Dec Jan 2012 is not a day. Write it like 16 Dec 2011 or 2011-12-16."),
    ],
)
def test_what_is_not_a_day_is_refused_with_the_reason(text: str, sentence: str) -> None:
    with pytest.raises(ReadingError) as refused:
        read_day(text, today=TODAY)
    assert str(refused.value) == sentence


@given(st.dates(date(1993, 1, 1), date(2032, 12, 31)), st.sampled_from(LANGUAGES))
@example(date(2012, 9, 6), "en_GB")
def test_a_day_that_the_program_shows_is_read_back(day: date, tag: str) -> None:
    with speaking(tag):
        for shown in (i18n.day(day), i18n.day_long(day), day.isoformat(), f"{day:%d/%m/%Y}", f"{day:%d.%m.%y}"):
            assert read_day(shown, today=TODAY) == Day(day, DatePrecision.EXACT), shown
        first = day.replace(day=1)
        assert read_day(day_words(first, DatePrecision.MONTH), today=TODAY) == Day(first, DatePrecision.MONTH)
        assert read_day(day_words(day, DatePrecision.ESTIMATE), today=TODAY) == Day(day, DatePrecision.ESTIMATE)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12 noon", time(12)),
        ("noon", time(12)),
        ("Mittag", time(12)),
        ("midnight", time(0)),
        ("1pm", time(13)),
        ("1 pm", time(13)),
        ("5.30 p.m.", time(17, 30)),
        ("12 am", time(0)),
        ("12pm", time(12)),
        ("17:30", time(17, 30)),
        ("17.30", time(17, 30)),
        ("16.00", time(16)),
        ("17:30:00", time(17, 30)),
        ("14:00 Uhr", time(14)),
        ("um 9 Uhr", time(9)),
        ("17h30", time(17, 30)),
        ("17h", time(17)),
        ("1730", time(17, 30)),
        ("930", time(9, 30)),
        ("17", time(17)),
        ("5 o'clock", time(5)),
        ("24:00", time(0)),
        ("18 ч.", time(18)),
        ("17:30 pm", time(17, 30)),
    ],
)
def test_a_time_of_day_is_read_however_it_is_written(text: str, expected: time) -> None:
    assert read_clock(text) == expected


@given(st.times())
def test_a_time_that_the_program_shows_is_read_back(value: time) -> None:
    assert read_clock(i18n.clock(value)) == value.replace(second=0, microsecond=0)


@pytest.mark.parametrize("text", ["25:00", "17:60", "24:01", "13 am", "0 pm", "evening", "14:00-16:00", "5pm-7pm", "17:3"])
def test_what_is_no_time_is_refused(text: str) -> None:
    with pytest.raises(ReadingError, match=r"is not a time of day\. Write it like 17:30"):
        read_clock(text)


def test_a_bare_hour_is_asked_back() -> None:
    with pytest.raises(ReadingError, match=r"5 may be in the morning or in the evening\. Write 05:00 or 17:00\."):
        read_clock("5")

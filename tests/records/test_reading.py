"""What people type and keep in spreadsheets is read as they meant it, or refused with a sentence; never anything else."""

from __future__ import annotations

import time as clock
from collections.abc import Callable, Iterator
from datetime import date, time, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from organizer import i18n
from organizer.records.reading import (
    Day,
    ReadingError,
    read_clock,
    read_count,
    read_country,
    read_day,
    read_headcount,
    read_money,
    read_yes_no,
)
from organizer.records.values import DatePrecision, Headcount, Money, day_words

TODAY = date(2012, 12, 16)
LANGUAGES = [
    "en_GB",
    "de",
    "ru",
    "kk",
    "fr",
    "es",
    "it",
    "pl",
    "tr",
    "el",
    "uk",
    "ar",
    "he",
    "fa",
    "ur",
    "hi",
    "bn",
    "zh",
    "ja",
    "ko",
    "vi",
    "pt",
    "lt",
]
READERS: list[Callable[[str], object]] = [
    lambda text: read_day(text, today=TODAY),
    lambda text: read_day(text, day_first=False, today=TODAY),
    read_clock,
    read_headcount,
    read_count,
    lambda text: read_money(text, "EUR"),
    read_money,
    read_yes_no,
    read_country,
]


@pytest.fixture(autouse=True)
def _english_again() -> Iterator[None]:
    yield
    i18n.set_language(i18n.SOURCE_LANGUAGE)


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
    i18n.set_language(tag)
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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("45-60", Headcount(45, 60)),
        ("45–60", Headcount(45, 60)),
        ("45 — 60 people", Headcount(45, 60)),
        ("about 20", Headcount(20, 20, about=True)),
        ("ca. 80", Headcount(80, 80, about=True)),
        ("ca.80", Headcount(80, 80, about=True)),
        ("~50", Headcount(50, 50, about=True)),
        ("50+", Headcount(50, 50, about=True)),
        ("30?", Headcount(30, 30, about=True)),
        ("over 100", Headcount(100, 100, about=True)),
        ("около 30 человек", Headcount(30, 30, about=True)),
        ("1.200", Headcount(1200, 1200)),
        ("1,200", Headcount(1200, 1200)),
        ("1 200", Headcount(1200, 1200)),
        ("1'234'567", Headcount(1234567, 1234567)),
        ("35", Headcount(35, 35)),
        ("0", Headcount(0, 0)),
        ("700 to 1,200", Headcount(700, 1200)),
        ("from 25 to 30", Headcount(25, 30)),
        ("zwischen 25 und 30", Headcount(25, 30)),
        ("25 bis 30", Headcount(25, 30)),
        ("about 25-30", Headcount(25, 30, about=True)),
    ],
)
def test_a_headcount_is_read_however_it_is_written(text: str, expected: Headcount) -> None:
    assert read_headcount(text) == expected


@given(st.integers(0, 200_000), st.integers(0, 200_000), st.booleans(), st.sampled_from(LANGUAGES))
def test_a_headcount_that_the_program_shows_is_read_back(one: int, other: int, about: bool, tag: str) -> None:
    i18n.set_language(tag)
    count = Headcount(min(one, other), max(one, other), about)
    assert read_headcount(str(count)) == count


@pytest.mark.parametrize("text", ["-5", "1.20", "a few", "20 30", "5-", "1,2,3", "10,00", "1.200,000", "99999999999"])
def test_what_is_no_headcount_is_refused(text: str) -> None:
    with pytest.raises(ReadingError, match=r"is not a whole number|is too large"):
        read_headcount(text)


def test_a_range_that_counts_downwards_is_refused_with_the_right_order() -> None:
    with pytest.raises(ReadingError, match=r"60-45 counts downwards\. Write the smaller number first: 45-60\."):
        read_headcount("60-45")


@given(st.integers(0, 10**9), st.sampled_from(LANGUAGES))
def test_a_count_that_the_program_shows_is_read_back(count: int, tag: str) -> None:
    i18n.set_language(tag)
    assert read_count(i18n.number(count)) == read_count(str(count)) == count


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1.020,50", Money(102050, "EUR")),
        ("1,020.50", Money(102050, "EUR")),
        ("-184,45", Money(-18445, "EUR")),
        ("−184,45", Money(-18445, "EUR")),
        ("184,45-", Money(-18445, "EUR")),
        ("(184.45)", Money(-18445, "EUR")),
        ("+20.00", Money(2000, "EUR")),
        ("20.00", Money(2000, "EUR")),
        ("20,5", Money(2050, "EUR")),
        (".50", Money(50, "EUR")),
        ("5", Money(500, "EUR")),
        ("5,-", Money(500, "EUR")),
        ("£20", Money(2000, "GBP")),
        ("-£20", Money(-2000, "GBP")),
        ("£-20", Money(-2000, "GBP")),
        ("€ 250,00", Money(25000, "EUR")),
        ("250,00 €", Money(25000, "EUR")),
        ("GBP 12.50", Money(1250, "GBP")),
        ("12.50 gbp", Money(1250, "GBP")),
        ("500 руб.", Money(50000, "RUB")),
        ("Fr. 20.50", Money(2050, "CHF")),
        ("$7", Money(700, "USD")),
        ("¥1,200", Money(1200, "JPY")),
        ("JPY 1200.00", Money(1200, "JPY")),
        ("KWD 1.020", Money(1020, "KWD")),
        ("1.020", Money(102000, "EUR")),
        ("1,020", Money(102000, "EUR")),
        ("1.020.500", Money(102050000, "EUR")),
        ("12.500", Money(1250000, "EUR")),
        ("20.0000", Money(2000, "EUR")),
        ("1 020,50", Money(102050, "EUR")),
        ("1'020.50", Money(102050, "EUR")),
        ("-1.000,00", Money(-100000, "EUR")),
    ],
)
def test_an_amount_is_read_however_it_is_written(text: str, expected: Money) -> None:
    assert read_money(text, "EUR") == expected


def test_what_a_single_mark_means_may_be_said() -> None:
    assert read_money("1.020", "EUR", decimal_comma=False) == Money(102, "EUR")
    assert read_money("1.020", "EUR", decimal_comma=True) == Money(102000, "EUR")
    assert read_money("12,50", "EUR", decimal_comma=True) == Money(1250, "EUR")
    with pytest.raises(ReadingError, match="is not an amount"):
        read_money("12.50", "EUR", decimal_comma=True)


def test_a_dollar_is_the_usual_dollar() -> None:
    assert read_money("$7", "AUD") == Money(700, "AUD")


@given(
    st.integers(-(10**12), 10**12),
    st.sampled_from(["EUR", "GBP", "USD", "KZT", "RUB", "JPY", "KWD", "CHF", "INR", "PLN", "SEK", "EGP"]),
    st.sampled_from(LANGUAGES),
)
def test_an_amount_that_the_program_shows_is_read_back(minor: int, currency: str, tag: str) -> None:
    i18n.set_language(tag)
    assert read_money(i18n.amount(minor, currency), currency) == Money(minor, currency)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("12.345,6.7", "12.345,6.7 is not an amount of money. Write it like 12.50 EUR."),
        ("a lot", "a lot is not an amount of money. Write it like 12.50 EUR."),
        ("--5", "--5 is not an amount of money. Write it like 12.50 EUR."),
        ("€5€", "€5€ is not an amount of money. Write it like 12.50 EUR."),
        ("5.", "5. is not an amount of money. Write it like 12.50 EUR."),
        ("0.123", "0.123 has more decimals than the currency. Write at most 2 digits behind the decimal mark."),
        ("5 XQZ", "5 XQZ names a currency that is not known. Write its code of three letters, like 20 EUR."),
        ("9" * 30, "9" * 30 + " is too large a number. Check that no digit is doubled."),
    ],
)
def test_what_is_no_amount_is_refused_with_the_reason(text: str, sentence: str) -> None:
    with pytest.raises(ReadingError) as refused:
        read_money(text, "EUR")
    assert str(refused.value) == sentence


def test_an_amount_without_any_currency_is_refused() -> None:
    with pytest.raises(ReadingError, match=r"20 does not say in which currency\. Write the currency with it, like 20 EUR\."):
        read_money("20")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("yes", True),
        ("JA", True),
        ("да", True),
        ("x", True),
        ("✓", True),
        ("ja, 14.12.2011", True),
        ("no", False),
        ("nein", False),
        ("Нет.", False),
        ("n", False),
    ],
)
def test_yes_and_no_are_read_in_many_languages(text: str, expected: bool) -> None:
    assert read_yes_no(text) is expected


def test_neither_yes_nor_no_is_refused() -> None:
    with pytest.raises(ReadingError, match=r"perhaps is neither yes nor no\. Write yes or no\."):
        read_yes_no("perhaps")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("gb", "GB"),
        ("UK", "GB"),
        ("England", "GB"),
        ("United Kingdom", "GB"),
        ("Großbritannien", "GB"),
        ("Великобритания", "GB"),
        ("KAZ", "KZ"),
        ("Kazakhstan", "KZ"),
        ("Kasachstan", "KZ"),
        ("Казахстан", "KZ"),
        ("the Netherlands", "NL"),
        ("U.S.A.", "US"),
        ("США", "US"),
        ("Turkey", "TR"),
        ("Türkiye", "TR"),
        ("Österreich", "AT"),
        ("Cote d'Ivoire", "CI"),
        ("Hong Kong", "HK"),
        ("Czech Republic", "CZ"),
    ],
)
def test_a_country_is_read_by_code_or_name(text: str, expected: str) -> None:
    assert read_country(text) == expected


def test_a_country_is_read_in_the_language_in_force() -> None:
    i18n.set_language("tr")
    assert read_country("Almanya") == "DE"
    i18n.set_language("en_GB")
    with pytest.raises(ReadingError, match="Almanya is not a country that is known"):
        read_country("Almanya")


@pytest.mark.parametrize("reader", READERS)
def test_blank_text_is_no_value(reader: Callable[[str], object]) -> None:
    for blank in ("", "   ", "\t\n", "\u00a0", "\u200b", " " * 10_000):
        assert reader(blank) is None


@given(st.one_of(st.text(), st.text(alphabet="0123456789.,-/: '()+£€$ухabcdmpорекJanDecТ", max_size=30)))
def test_any_text_is_read_or_refused_with_a_sentence(text: str) -> None:
    for reader in READERS:
        try:
            reader(text)
        except ReadingError as refused:
            assert refused.sentence.endswith(".")
            assert len(refused.sentence) < 120
            assert "\n" not in refused.sentence


@pytest.mark.parametrize("piece", ["9", ",1", "a", "£", "1-", "дек ", "\ud800", "<b>", "' ", "12:", "\u0301"])
def test_ten_thousand_characters_are_refused_at_once(piece: str) -> None:
    start = clock.process_time()
    for length in (33, 99, 10_000):
        for reader in READERS:
            with pytest.raises(ReadingError):
                reader((piece * length)[:length] + "!")
    assert clock.process_time() - start < 1


def test_the_sentence_shows_long_and_strange_text_short_and_harmless() -> None:
    with pytest.raises(ReadingError) as refused:
        read_count("12\x00\u202e<b>" + "x" * 60)
    assert refused.value.sentence == "12 <b>" + "x" * 33 + "… is not a whole number."

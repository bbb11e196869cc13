"""Headcounts, counts and amounts of money are read exactly, or refused with the reason."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from organizer import i18n
from organizer.records.reading import ReadingError, read_count, read_headcount, read_money
from organizer.records.values import Headcount, Money
from tests.records.languages import LANGUAGES, speaking


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
    with speaking(tag):
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
    with speaking(tag):
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
    with speaking(tag):
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

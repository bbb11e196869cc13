"""Amounts in words are right in every language that says them, and are left out where they might be wrong."""

from __future__ import annotations

import pytest

from organizer.records.values import Money
from organizer.sheets.amount_words import amount_in_words, languages
from organizer.sheets.cash import denominations

KNOWN = [
    ("en", 12_150, "GBP", "one hundred and twenty-one British pounds 50/100"),
    ("en_GB", 100, "EUR", "one euro 00/100"),
    ("de", 12_100, "EUR", "einhunderteinundzwanzig Euro 00/100"),
    ("de", 100, "TRY", "eine Türkische Lira 00/100"),
    ("de", 10_100, "GBP", "einhunderteins Britische Pfund 00/100"),
    ("fr", 2_100, "GBP", "vingt-et-une livres sterling 00/100"),
    ("fr", 2_100, "EUR", "vingt-et-un euros 00/100"),
    ("es", 20_000, "GBP", "doscientas libras esterlinas 00/100"),
    ("es", 20_000, "EUR", "doscientos euros 00/100"),
    ("pt", 200, "GBP", "duas Libras esterlinas 00/100"),
    ("it", 2_100, "EUR", "ventuno euro 00/100"),
    ("it", 100, "GBP", "una sterlina britannica 00/100"),
    ("pl", 200, "TRY", "dwie liry tureckie 00/100"),
    ("pl", 500, "PLN", "pięć złotych polskich 00/100"),
    ("tr", 150_000, "TRY", "bin beş yüz Türk lirası 00/100"),
    ("ru", 2_100, "RUB", "двадцать один российский рубль 00/100"),
    ("ru", 200, "UAH", "две украинские гривны 00/100"),
    ("kk", 500_000, "KZT", "бес мың Қазақстан теңгесі 00/100"),
    ("uk", 100, "UAH", "одна українська гривня 00/100"),
    ("el", 300_000, "EUR", "τρεις χιλιάδες ευρώ 00/100"),
    ("el", 400, "GBP", "τέσσερις λίρες στερλίνες Βρετανίας 00/100"),
    ("fa", 2_150, "EUR", "بیست و یک یورو ۵۰/۱۰۰"),
    ("he", 500, "EUR", "חמישה אירו 00/100"),
    ("hi", 2_500, "EUR", "पच्चीस यूरो 00/100"),
]


@pytest.mark.parametrize(("language", "minor", "currency", "said"), KNOWN)
def test_amounts_are_said_as_people_say_them(language: str, minor: int, currency: str, said: str) -> None:
    assert amount_in_words(Money(minor, currency), language) == said


def test_fifteen_languages_say_amounts_and_two_stay_with_figures() -> None:
    assert sorted(languages()) == ["de", "el", "en", "es", "fa", "fr", "he", "hi", "it", "kk", "pl", "pt", "ru", "tr", "uk"]
    assert amount_in_words(Money(12_100, "EUR"), "ar") == ""
    assert amount_in_words(Money(12_100, "EUR"), "ur") == ""


@pytest.mark.parametrize("minor", [0, 99, 100_000_000, 300_000_000, 10**14, -500])
def test_nothing_is_said_for_what_languages_say_in_other_ways(minor: int) -> None:
    assert amount_in_words(Money(minor, "EUR"), "fr") == ""


def test_a_gender_that_would_be_guessed_is_not_said() -> None:
    assert amount_in_words(Money(100, "SEK"), "ru") == ""
    assert amount_in_words(Money(500, "SEK"), "ru") == "пять шведских крон 00/100"


def test_currencies_without_a_minor_unit_have_no_fraction() -> None:
    assert amount_in_words(Money(5, "JPY"), "en") == "five Japanese yen"


def test_currencies_of_thousandths_have_theirs() -> None:
    assert amount_in_words(Money(5_250, "KWD"), "en") == "five Kuwaiti dinars 250/1000"


def test_hebrew_puts_one_and_two_behind_and_leaves_them_to_figures() -> None:
    assert amount_in_words(Money(200, "EUR"), "he") == ""
    assert amount_in_words(Money(300, "EUR"), "he")


@pytest.mark.parametrize("language", sorted(languages()))
def test_every_amount_up_to_a_thousand_is_said_in_every_currency_of_the_tins(language: str) -> None:
    for currency in denominations():
        for whole in range(3, 1_000):
            assert amount_in_words(Money(whole * 100, currency), language)

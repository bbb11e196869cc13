"""The cash count sheet: a row for every coin and note of the currency, a column for every tin, two who count."""

from __future__ import annotations

from typing import Any

import pytest

from organizer import i18n
from organizer.records.values import DatePrecision
from organizer.sheets.cash import denominations
from organizer.sheets.catalogue import draw, sheet_kinds
from organizer.sheets.sheet import Sheet
from tests.sheets import reading
from tests.sheets.jobs import campaign, job, parts, picket

CURRENCIES = ("GBP", "EUR", "USD", "CHF", "RUB", "KZT", "TRY", "PLN", "UAH", "CAD")


def cash(*, answers: dict[str, str] | None = None, **more: Any) -> Sheet:
    return draw(sheet_kinds()["cash-count-sheet"], job("cash-count-sheet", answers=answers or {}, **more))


def words(sheet: Sheet) -> str:
    return reading.words(sheet.pdf, 0)


def shown(minor: int, currency: str) -> str:
    whole, rest = divmod(minor, 100)
    return i18n.figure(minor, currency, "en") if rest else i18n.number(whole, "en")


def test_ten_currencies_are_known() -> None:
    assert tuple(denominations()) == CURRENCIES


@pytest.mark.parametrize("currency", CURRENCIES)
def test_coins_and_notes_rise_and_none_is_there_twice(currency: str) -> None:
    for is_coin in (True, False):
        worth = [found.worth.minor for found in denominations()[currency] if found.is_coin is is_coin]
        assert worth == sorted(set(worth))
        assert worth[0] > 0


@pytest.mark.parametrize("currency", CURRENCIES)
def test_every_coin_and_note_has_its_row_in_order(currency: str) -> None:
    table = words(cash(answers={"currency": currency})).split(f" {currency} ")[1].split(" Other ")[0]
    rows = [word for word in table.split() if word not in ("Count", "Sum")]
    assert rows == [shown(found.worth.minor, currency) for found in denominations()[currency]]


def test_fractions_stand_as_the_language_writes_them() -> None:
    assert "0,50" in words(cash(language="de", answers={"currency": "EUR"}))
    assert "۰٫۵۰" in words(cash(language="fa", answers={"currency": "EUR"}))


@pytest.mark.parametrize("tins", [1, 2, 3, 4])
def test_each_tin_has_a_column_with_count_and_sum_and_one_is_for_all(tins: int) -> None:
    said = words(cash(answers={"tins": str(tins)}))
    assert said.count("Count Sum") == tins + 1
    assert said.count("yes no") == tins
    assert "All tins" in said


def test_seal_collector_counters_witness_and_bank_are_asked_for() -> None:
    said = words(cash())
    for label in ("Tin no.", "Seal no.", "Seal intact", "Collector", "First counter", "Second counter", "Witness"):
        assert label in said
    assert said.count("Name and signature") == 3
    for label in ("Banked on:", "Banked by:", "Banking reference:", "Difference:", "Total"):
        assert label in said
    assert "Two people who are not related" in said


def test_it_is_confidential() -> None:
    assert "CONFIDENTIAL" in words(cash())


@pytest.mark.parametrize(("country", "currency"), [("GB", "GBP"), ("kz", "KZT"), ("DE", "EUR"), ("", "EUR")])
def test_the_usual_currency_is_that_of_the_country(country: str, currency: str) -> None:
    made_of = parts(campaign=campaign(country=country))
    assert sheet_kinds()["cash-count-sheet"].usual_answers(made_of, "en")["currency"] == currency


def test_money_collected_at_a_picket_is_in_the_currency_of_its_city() -> None:
    made = picket()
    assert made.city
    made.city.country = "PL"
    assert sheet_kinds()["cash-count-sheet"].usual_answers(parts(picket=made), "en")["currency"] == "PLN"


def test_a_picket_gives_its_title_day_and_place() -> None:
    said = words(cash(parts=parts(picket=picket())))
    assert "Day of action" in said
    assert "Day: 12 June 2026" in said
    assert "Where: Embassy of Karatau, London" in said


def test_a_day_that_is_not_certain_is_written_by_hand() -> None:
    assert "Day: Where:" in words(cash(parts=parts(picket=picket(day_precision=DatePrecision.MONTH)), answers={"place": ""}))


def test_a_day_that_is_answered_goes_before_the_pickets() -> None:
    assert "Day: 14 June 2026" in words(cash(parts=parts(picket=picket()), answers={"day": "2026-06-14"}))


def test_a_currency_that_is_not_known_has_empty_rows_and_says_so() -> None:
    sheet = cash(answers={"currency": "SEK"})
    assert [note.level for note in sheet.notes if note.field == "currency"] == ["look"]
    assert "SEK" in words(sheet)
    assert "Other" not in words(sheet)

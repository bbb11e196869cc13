"""The receipt: original and stub say the same, a void one says so, and nobody's name goes into the file's properties."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from organizer.records.donation import Donation, Fund
from organizer.records.organisation import Organisation, Person
from organizer.sheets.catalogue import draw, sheet_kinds
from organizer.sheets.sheet import Sheet
from tests.sheets import reading
from tests.sheets.jobs import job, parts

GIVER = "Maria Hughes"


def donation(**fields: Any) -> Donation:
    """Not saved: its fund and organisation are told instead of ids."""
    usual: dict[str, Any] = {
        "day": date(2026, 6, 12),
        "amount_minor": 12_150,
        "currency": "GBP",
        "giver": GIVER,
        "receipt_number": "2026-014",
    }
    made = Donation(**{**usual, **{key: value for key, value in fields.items() if key not in ("fund", "organisation", "person")}})
    made.fund = Fund(name=fields.get("fund", "Solidarity fund"))
    made.organisation = fields.get("organisation")
    made.person = fields.get("person")
    return made


def receipt(given: Donation | None = None, *, answers: dict[str, str] | None = None, **more: Any) -> Sheet:
    said = {"received_by": "Anna Example", **(answers or {})}
    made_of = more.pop("parts", None) or parts(donation=given or donation())
    return draw(sheet_kinds()["receipt"], job("receipt", answers=said, parts=made_of, **more))


def words(sheet: Sheet) -> str:
    return reading.words(sheet.pdf, 0)


def stops(sheet: Sheet) -> set[str]:
    return {note.field for note in sheet.notes if note.level == "stop"}


def test_original_and_stub_say_the_same() -> None:
    said = words(receipt())
    for fact in ("No. 2026-014", "12 June 2026", GIVER, "£ 121.50", "Solidarity fund", "Anna Example"):
        assert said.count(fact) == 2
    assert "Receipt (not a tax document)" in said
    assert "one hundred and twenty-one British pounds 50/100" in said
    assert "Signature" in said


def test_the_stub_is_confidential_and_says_that_void_receipts_are_kept() -> None:
    said = words(receipt())
    assert said.count("CONFIDENTIAL") == 1
    assert "made void and kept with its stub, never thrown away" in said


def test_nobodys_name_is_in_the_properties_of_the_file() -> None:
    with reading.opened(receipt().pdf) as found:
        about = " ".join(str(value) for value in found.docinfo.values())
    assert "2026-014" in about
    assert "Hughes" not in about
    assert "Anna" not in about


def test_nobodys_name_is_in_the_properties_of_a_mailed_file() -> None:
    sheet = receipt(layout="mail")
    assert reading.archive_faults(sheet.pdf) == []
    with reading.opened(sheet.pdf) as found:
        about = str(found.docinfo) + str(found.open_metadata())
    assert "2026-014" in about
    assert "Hughes" not in about


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (donation(organisation=Organisation(name="Unison Leeds")), "Unison Leeds"),
        (donation(person=Person(name="Rosa Example")), "Rosa Example"),
        (donation(giver="  "), "Anonymous"),
    ],
)
def test_whoever_gave_is_named(given: Donation, said: str) -> None:
    assert words(receipt(given)).count(said) == 2


def test_who_gave_without_a_name_is_anonymous_in_the_words_of_the_receipt() -> None:
    assert "Аноним" in words(receipt(donation(giver=""), language="ru"))


@pytest.mark.parametrize(("language", "title"), [("ar", "إيصال"), ("ur", "")])
def test_where_no_words_are_sure_the_amount_stands_in_figures_alone(language: str, title: str) -> None:
    said = words(receipt(language=language))
    assert "121.50" in said
    assert "كتابة" not in said
    assert title in said


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"receipt_number": ""}, "number"),
        ({"amount_minor": 0}, "amount"),
        ({"currency": "pounds"}, "amount"),
        ({"day": None}, "day"),
        ({"state": "pending"}, "state"),
    ],
)
def test_what_makes_no_receipt_is_stopped(fields: dict[str, Any], field: str) -> None:
    assert stops(receipt(donation(**fields))) == {field}


def test_a_void_receipt_says_so_on_both_parts_and_why_on_the_stub() -> None:
    sheet = receipt(donation(state="voided", void_reason="Written twice"))
    said = words(sheet)
    assert said.count("VOID") == 2
    assert said.count("Written twice") == 1
    assert GIVER in said
    assert [note.level for note in sheet.notes if note.field == "state"] == ["look"]


def test_money_that_was_given_back_is_told() -> None:
    assert [note.level for note in receipt(donation(state="refunded")).notes if note.field == "state"] == ["look"]


def test_without_a_donation_it_is_a_form_to_fill_in() -> None:
    sheet = receipt(parts=parts())
    assert stops(sheet) == set()
    assert words(sheet).count("No. ________") == 2
    assert "In words" in words(sheet)


def test_two_stand_on_a_paper_with_a_line_to_cut() -> None:
    sheet = receipt(layout="two-on-a4")
    assert sheet.size_mm == (210.0, 297.0)
    assert words(sheet).count("2026-014") == 4


def test_of_two_on_a_paper_one_is_the_original_and_the_other_says_that_it_is_a_copy() -> None:
    assert words(receipt(layout="two-on-a4")).count("COPY") == 1 and "COPY" not in words(receipt())
    void = words(receipt(donation(state="voided"), layout="two-on-a4"))
    assert "COPY" not in void and void.count("VOID") == words(receipt(donation(state="voided"))).count("VOID") * 2
    assert "COPY" not in words(receipt(parts=parts(), layout="two-on-a4"))


def test_letter_paper_has_its_own_halves() -> None:
    assert receipt(trimmed="half-letter-wide").size_mm == (215.9, 139.7)
    assert receipt(trimmed="half-letter-wide", layout="two-on-letter").size_mm == (215.9, 279.4)


def test_what_does_not_fit_is_told_with_its_field() -> None:
    assert "giver" in stops(receipt(answers={"giver": "Trades Council of the North " * 12}))


@pytest.mark.parametrize(("language", "at_the_left"), [("en", True), ("he", False)])
def test_the_stub_is_at_the_outer_side_where_the_language_begins(language: str, at_the_left: bool) -> None:
    """The head of the stub is dark, that of the original is red."""
    shown = reading.pixels(receipt(language=language).pdf, 72)
    red, _green, _blue = shown.getpixel((29, 30))  # type: ignore[misc]
    assert (red < 100) is at_the_left


def test_numbers_keep_their_order_in_right_to_left_receipts() -> None:
    assert "2026/LONDON/014" in words(receipt(donation(receipt_number="2026/LONDON/014"), language="he"))

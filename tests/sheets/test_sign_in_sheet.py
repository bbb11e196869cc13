"""The sign-in sheet: twenty rows for names, and the count without names for those who may not be listed."""

from __future__ import annotations

from datetime import time
from typing import Any

import pypdfium2
import pytest

from organizer.records.picket import Picket
from organizer.records.values import DatePrecision
from organizer.sheets.catalogue import draw, sheet_kinds
from organizer.sheets.sheet import Sheet
from tests.sheets import reading
from tests.sheets.jobs import campaign, job, parts, picket

COUNTING = {"names": "count"}


def sign_in(made: Picket | None = None, *, answers: dict[str, str] | None = None, **more: Any) -> Sheet:
    more.setdefault("parts", parts(picket=made or picket()))
    return draw(sheet_kinds()["sign-in-sheet"], job("sign-in-sheet", answers=answers or {}, **more))


def words(sheet: Sheet, page: int = 0) -> str:
    return reading.words(sheet.pdf, page)


def levels(sheet: Sheet, field: str) -> list[str]:
    return [note.level for note in sheet.notes if note.field == field]


def test_title_day_and_place_of_the_picket_stand_in_the_head() -> None:
    said = words(sign_in())
    assert "SIGN-IN SHEET Day of action" in said
    assert "Day: 12 June 2026, 17:00–19:00" in said
    assert "Place: Embassy of Karatau, London" in said


@pytest.mark.parametrize("trimmed", ["a4", "letter"])
def test_twenty_rows_are_numbered_on_through_the_sheets(trimmed: str) -> None:
    sheet = sign_in(trimmed=trimmed, answers={"sheets": "2"})
    assert sheet.pages == 2
    for page, numbers in enumerate((range(1, 21), range(21, 41))):
        table = words(sheet, page).split("News? ")[1].split(" Only if")[0]
        assert [int(number) for number in table.split()] == list(numbers)


def test_names_are_confidential_and_a_count_is_for_the_branch() -> None:
    assert "CONFIDENTIAL" in words(sign_in())
    counted = words(sign_in(answers=COUNTING))
    assert "BRANCH" in counted
    assert "CONFIDENTIAL" not in counted


def test_a_count_asks_for_nobodys_name() -> None:
    said = words(sign_in(answers=COUNTING))
    assert "No names on this sheet." in said
    assert "E-mail" not in said
    assert "Phone" not in said
    assert "Counted by:" in said


def test_every_half_hour_of_the_picket_is_counted() -> None:
    said = words(sign_in(picket(starts=time(17), ends=time(18, 15)), answers=COUNTING))
    table = said.split("Number ")[1]
    assert table.startswith("17:00–17:30 17:30–18:00 18:00–18:15 Most at one time:")


def test_a_picket_without_times_has_rows_to_fill_in() -> None:
    said = words(sign_in(picket(starts=None, ends=None), answers=COUNTING))
    assert "Number Most at one time:" in said


def test_groups_are_counted_by_their_names_and_added_up() -> None:
    said = words(sign_in(answers={**COUNTING, "groups": "Unison\n\n  Trades   Council \n"}))
    assert "Group" in said
    assert "Unison Trades Council All together:" in said
    assert "17:30" not in said


def test_more_groups_than_one_sheet_holds_go_on_the_next() -> None:
    groups = "\n".join(f"Group{k}" for k in range(20))
    sheet = sign_in(answers={**COUNTING, "groups": groups})
    assert sheet.pages == 2
    assert "Group15" in words(sheet, 0)
    assert "Group16" in words(sheet, 1)
    assert "2 of 2" in words(sheet, 1)


def test_a_group_too_long_for_its_row_is_stopped() -> None:
    sheet = sign_in(answers={**COUNTING, "groups": "\n".join(["Trades council " * 30] * 16)})
    assert levels(sheet, "groups") == ["stop"]


@pytest.mark.parametrize(
    ("precision", "shown"), [(DatePrecision.MONTH, "Day: June 2026"), (DatePrecision.ESTIMATE, "Day: Place:")]
)
def test_a_day_that_is_not_certain_is_not_printed_as_if_it_were(precision: str, shown: str) -> None:
    assert shown in words(sign_in(picket(day_precision=precision)))


def test_without_a_picket_day_and_place_are_written_by_hand() -> None:
    assert "Day: Place:" in words(sign_in(parts=parts()))


def test_the_notice_says_that_nobody_has_to_and_who_keeps_the_list() -> None:
    said = words(sign_in(answers={"months": "3"}))
    assert "Nobody has to sign in." in said
    assert "then destroyed: 3 months." in said
    assert "Controller: Oil Workers’ Solidarity Campaign, 12 Mill Lane, Leeds LS1 4AB." in said


def test_a_list_that_is_never_destroyed_is_told() -> None:
    assert levels(sign_in(answers={"months": ""}), "months") == ["look"]


def test_a_campaign_without_a_name_leaves_no_dangling_label() -> None:
    assert "Controller" not in words(sign_in(parts=parts(campaign=campaign(name="", address=""))))


def test_tally_boxes_are_drawn_for_each_row() -> None:
    """A box is four strokes; a headcount has many, a list only its boxes to tick."""
    strokes = [operator for _operands, operator in reading.operators(sign_in(answers=COUNTING).pdf) if operator == "S"]
    ticks = [operator for _operands, operator in reading.operators(sign_in().pdf) if operator == "S"]
    assert len(ticks) < 20 * 4 + 20
    assert len(strokes) > 4 * 4 * 20


def test_foreign_words_keep_their_own_order_in_right_to_left_sheets() -> None:
    """By where they stand: readers of files put them together in orders of their own."""
    sheet = sign_in(language="ar")
    lefts = [left(sheet, word) for word in ("Embassy", "Karatau", "London")]
    assert lefts == sorted(lefts)
    assert left(sheet, "17:00") > left(sheet, "19:00")


def left(sheet: Sheet, word: str) -> float:
    """Where the word begins on the page."""
    with pypdfium2.PdfDocument(sheet.pdf) as document:
        text = document[0].get_textpage()
        found = text.search(word).get_next()
        assert found
        return float(text.get_charbox(found[0])[0])


def test_what_is_asked_decides_who_may_see_it_never_more_people() -> None:
    kind = sheet_kinds()["sign-in-sheet"]
    assert kind.class_with({"names": "names"}) == "confidential"
    assert kind.class_with({"names": "names"}, "public") == "confidential"
    assert kind.classes(COUNTING) == ["branch", "confidential"]
    assert kind.class_with(COUNTING, "confidential") == "confidential"

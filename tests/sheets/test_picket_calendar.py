"""The picket calendar, read back: weeks as countries count them, every state of a picket, days that are too full."""

from datetime import date, time
from typing import Any

import pypdfium2
import pytest

from organizer.i18n.weeks import week_in
from organizer.records.picket import Picket
from organizer.sheets.catalogue import draw, sheet_kinds
from organizer.sheets.sheet import Sheet
from tests.sheets.jobs import campaign, job, parts, picket
from tests.sheets.reading import operators, words


def made(
    *pickets: Picket, cancelled: tuple[Picket, ...] = (), language: str = "en", country: str = "GB", **answers: str
) -> Sheet:
    known = parts(campaign=campaign(country=country), pickets=pickets, cancelled=cancelled)
    said = {"month": "2026-06-17", **answers}
    return draw(sheet_kinds()["picket-calendar"], job("picket-calendar", language=language, parts=known, answers=said))


def in_june(day: int, hour: int = 17, **more: Any) -> Picket:
    return picket(**{"day": date(2026, 6, day), "starts": time(hour), "ends": None, **more})


def place_of(sheet: Sheet, word: str) -> tuple[float, float]:
    """Left and top of a word in points from the bottom left."""
    with pypdfium2.PdfDocument(sheet.pdf) as document:
        text = document[0].get_textpage()
        found = text.search(word, match_case=True).get_next()
        assert found is not None, word
        left, _bottom, _right, top = text.get_charbox(found[0])
        return left, top


@pytest.mark.parametrize(
    ("country", "language", "first", "weekend"),
    [
        ("GB", "en", 0, {5, 6}),
        ("US", "en", 6, {5, 6}),
        ("KZ", "kk", 0, {5, 6}),
        ("IR", "fa", 5, {4}),
        ("EG", "ar", 5, {4, 5}),
        ("", "de", 0, {5, 6}),
    ],
)
def test_weeks_begin_as_the_country_counts_them(country: str, language: str, first: int, weekend: set[int]) -> None:
    week = week_in(country, language)
    assert (week.first, week.weekend) == (first, weekend)


def test_the_first_column_is_the_first_day_of_the_week() -> None:
    assert place_of(made(), "MONDAY")[0] < place_of(made(), "SUNDAY")[0]
    assert place_of(made(country="US"), "SUNDAY")[0] < place_of(made(country="US"), "MONDAY")[0]


def test_a_picket_stands_in_its_day() -> None:
    sheet = made(in_june(12, occasion="Day of action"))
    said = words(sheet.pdf)
    assert "JUNE 2026" in said and "17:00 London" in said and "Day of action" in said and "PUBLIC" in said
    friday, saturday = place_of(sheet, "FRIDAY")[0], place_of(sheet, "SATURDAY")[0]
    assert friday - 45 < place_of(sheet, "17:00")[0] < saturday


@pytest.mark.parametrize(
    ("language", "named"), [("ru", "ИЮНЬ 2026"), ("uk", "ЧЕРВЕНЬ 2026"), ("pl", "CZERWIEC 2026"), ("el", "ΙΟΥΝΙΟΣ 2026")]
)
def test_the_month_stands_in_its_own_form(language: str, named: str) -> None:
    assert named in words(made(language=language).pdf)


def strokes(sheet: Sheet) -> int:
    return sum(1 for _operands, operator in operators(sheet.pdf) if operator == "S")


def test_what_was_cancelled_is_struck_out_and_said() -> None:
    sheet = made(in_june(5), cancelled=(in_june(12, state="cancelled", occasion="Vigil"),))
    assert "Vigil cancelled" in words(sheet.pdf)
    assert strokes(sheet) == strokes(made(in_june(5))) + 2


def test_days_that_are_not_certain_are_set_apart() -> None:
    sheet = made(in_june(12, day_precision="estimate"), in_june(1, day_precision="month", occasion="March"))
    said = words(sheet.pdf)
    assert "day not certain" in said and "June 2026, day still open: London, March" in said
    assert said.count("17:00") == 1


def test_drafts_make_it_a_sheet_for_the_branch() -> None:
    known = (in_june(12, state="draft", occasion="Perhaps"),)
    without, with_drafts = made(*known), made(*known, drafts="yes")
    assert "Perhaps" not in words(without.pdf) and "PUBLIC" in words(without.pdf)
    assert "Perhaps draft" in words(with_drafts.pdf) and "BRANCH" in words(with_drafts.pdf)


def test_a_full_day_says_how_many_more_there_are() -> None:
    sheet = made(*(in_june(12, hour, occasion="Day of action") for hour in range(8, 20)))
    shown = words(sheet.pdf).count("London")
    assert f"and {12 - shown} more" in words(sheet.pdf) and shown >= 4
    (told,) = [note.sentence for note in sheet.notes if note.field == "pickets"]
    assert told.startswith(f"{12 - shown} pickets on 12 June 2026 are not shown")


def test_a_day_with_some_more_drops_titles_before_pickets() -> None:
    sheet = made(*(in_june(12, hour, occasion="Day of action") for hour in range(12, 17)))
    assert words(sheet.pdf).count("London") == 5 and not [note for note in sheet.notes if note.field == "pickets"]


def test_months_go_on_over_the_turn_of_the_year() -> None:
    sheet = made(month="2026-11-30", months="3")
    assert sheet.pages == 3
    assert [words(sheet.pdf, page).split(" Pickets")[0] for page in range(3)] == [
        "NOVEMBER 2026",
        "DECEMBER 2026",
        "JANUARY 2027",
    ]


@pytest.mark.parametrize(("month", "weeks"), [("2027-02-01", 4), ("2026-06-01", 5), ("2026-08-01", 6)])
def test_every_day_of_a_month_is_there_in_whole_weeks(month: str, weeks: int) -> None:
    said = words(made(month=month).pdf).split("SUNDAY")[1].split("Printed")[0].split()
    assert len(said) == 7 * weeks


def test_without_pickets_it_can_be_printed_to_fill_in() -> None:
    assert [(note.level, note.field) for note in made().notes if note.level != "good"] == [("look", "month")]


def test_it_begins_at_the_right_where_people_read_from_there() -> None:
    sheet = made(in_june(12, place="Beirut", site="", occasion="Action"), language="ar", country="LB")
    # Lebanon begins its week on Monday: Friday is the fifth column from the right.
    assert place_of(sheet, "17:00")[0] < 420


def test_without_a_month_it_is_not_printed() -> None:
    sheet = made(in_june(12), month="")
    assert [note.field for note in sheet.notes if note.level == "stop"] == ["month"] and "JUNE 2026" in words(sheet.pdf)

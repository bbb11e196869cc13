"""The rota, read back: which pickets it lists, and the tasks one signs up for."""

from datetime import date, time, timedelta
from typing import Any

import pytest

from organizer.records.picket import Picket
from organizer.sheets.catalogue import draw, sheet_kinds
from organizer.sheets.sheet import Sheet
from tests.sheets.jobs import job, parts, picket
from tests.sheets.reading import words

FIRST = date(2026, 6, 5)


def weekly(count: int, **more: Any) -> tuple[Picket, ...]:
    days = (FIRST + timedelta(weeks=k) for k in range(count))
    return tuple(picket(**{"day": day, "starts": time(17), "ends": time(19), **more}) for day in days)


def made(pickets: tuple[Picket, ...], *, language: str = "en", **answers: str) -> Sheet:
    said = {"from": "2026-06-12", **answers}
    return draw(sheet_kinds()["picket-rota"], job("picket-rota", language=language, parts=parts(pickets=pickets), answers=said))


def test_it_lists_what_is_to_come_with_place_and_time() -> None:
    said = words(made(weekly(3)).pdf)
    assert "Friday, 12 June 2026, 17:00–19:00 London, Embassy of Karatau Day of action" in said
    assert "5 June 2026" not in said and "19 June 2026" in said and "BRANCH" in said


def test_the_usual_tasks_are_the_heads_of_the_boxes() -> None:
    said = words(made(weekly(2)).pdf)
    assert all(task in said for task in ("Steward", "Speaker", "Legal observer", "Press", "Box holder"))


def test_tasks_may_be_others() -> None:
    said = words(made(weekly(2), roles="Tea\nBanner").pdf)
    assert "Tea" in said and "Banner" in said and "Speaker" not in said


def test_more_than_six_tasks_are_told() -> None:
    sheet = made(weekly(2), roles="\n".join("ABCDEFG"))
    assert [note.field for note in sheet.notes if note.level == "stop"] == ["roles"]


def test_long_lists_go_on_and_end_where_they_are_told_to() -> None:
    assert made(weekly(40), most="30").pages == 3
    said = words(made(weekly(40), most="2").pdf)
    assert "19 June 2026" in said and "26 June 2026" not in said


def test_days_that_are_not_certain_say_so() -> None:
    estimate, month = weekly(3, day_precision="estimate")[2:], weekly(3, day_precision="month")[2:]
    said = words(made((*estimate, *month)).pdf)
    assert "19 June 2026, day not certain" in said and "June 2026, day still open" in said


def test_without_pickets_it_is_a_table_to_fill_in() -> None:
    sheet = made(())
    assert [(note.level, note.field) for note in sheet.notes if note.level != "good"] == [("look", "from")]
    assert "When and where" in words(sheet.pdf)


def test_a_place_that_does_not_fit_its_row_is_told() -> None:
    sheet = made(weekly(2, site="The long and winding road that leads to a door " * 8))
    assert [note.field for note in sheet.notes if note.level == "stop"] == ["pickets"]


@pytest.mark.parametrize(("language", "task"), [("ru", "Распорядитель"), ("de", "Rechtsbeobachtung"), ("el", "παρατήρηση")])
def test_no_word_of_a_heading_is_parted(language: str, task: str) -> None:
    assert task in words(made(weekly(1), language=language).pdf)

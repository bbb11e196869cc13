"""The steward briefing, read back: its facts, its lists, the legal number, and how it goes on."""

from datetime import time

import pypdfium2
import pytest

from organizer.sheets.catalogue import draw, sheet_kinds
from organizer.sheets.sheet import Sheet
from tests.sheets.jobs import job, parts, picket
from tests.sheets.reading import largest_type, smallest_type, words

CONDITIONS = "Keep the entrance free.\nNo amplifiers after 18:00."


def made(*, language: str = "en", large: bool = False, trimmed: str = "", **answers: str) -> Sheet:
    known = parts(picket=picket(notice_reference="24/117", notice_conditions=CONDITIONS))
    return draw(
        sheet_kinds()["steward-briefing"],
        job("steward-briefing", language=language, parts=known, answers=answers, large=large, trimmed=trimmed),
    )


def test_what_the_picket_knows_stands_on_it() -> None:
    said = words(made().pdf)
    for fact in (
        "Friday, 12 June 2026, 17:00–19:00",
        "London, Embassy of Karatau",
        "24/117",
        "Keep the entrance free.",
        "BRANCH",
    ):
        assert fact in said


def test_the_timetable_is_worked_out_from_the_hours() -> None:
    said = words(made().pdf)
    steps = ["16:30 stewards meet", "17:00 start", "19:00 end", "19:15 stewards meet again"]
    assert all(step in said for step in steps)
    assert sorted(map(said.index, steps)) == list(map(said.index, steps))


def test_stewards_of_an_early_picket_meet_before_midnight() -> None:
    known = parts(picket=picket(starts=time(0, 15), ends=time(1)))
    assert "23:45 stewards meet" in words(draw(sheet_kinds()["steward-briefing"], job("steward-briefing", parts=known)).pdf)


def test_the_legal_number_is_large() -> None:
    sheet = made(legal="020 7946 0018")
    assert "020 7946 0018" in words(sheet.pdf) and largest_type(sheet.pdf) >= 28
    assert not [note for note in sheet.notes if note.level != "good"]


def test_without_a_legal_number_there_is_room_to_write_it() -> None:
    assert [(note.level, note.field) for note in made().notes if note.level != "good"] == [("look", "legal")]


def test_what_is_asked_stands_under_its_heading() -> None:
    said = words(made(who="Chief steward: Maria, 07700 900123", phones="Maria rings Ahmed", first_aid="Jo has the bag.").pdf)
    assert said.index("Who is who") < said.index("Maria, 07700") < said.index("Phone tree") < said.index("Maria rings Ahmed")
    assert said.index("First aid") < said.index("Jo has the bag.")


def test_one_page_holds_what_is_usual_and_more_go_on() -> None:
    assert made().pages == 1
    long = made(what_if="\n".join(f"Case {k}: ring the chief steward, stay together, keep the pavement free." for k in range(60)))
    assert long.pages > 1 and not [note for note in long.notes if note.level == "stop"]
    assert all(f"Case {k}:" in words(long.pdf) for k in range(60))
    assert f"BRANCH · 1 of {long.pages}" in words(long.pdf, 0)


@pytest.mark.parametrize("trimmed", ["a4", "letter"])
def test_lists_stay_at_ten_points_and_large_print_at_fourteen(trimmed: str) -> None:
    long = "\n".join(f"Case {k}: ring the chief steward." for k in range(80))
    assert smallest_type(made(what_if=long, trimmed=trimmed).pdf) >= 5.95
    large = made(what_if=long, trimmed=trimmed, large=True)
    assert large.pages > made(what_if=long, trimmed=trimmed).pages


def test_lines_to_write_on_stay_under_their_heading() -> None:
    """Those of first aid, the last list of the first column, do not go over to the second one without it."""
    with pypdfium2.PdfDocument(made(first_aid="", who="", phones="").pdf) as document:
        text = document[0].get_textpage()
        tops = {}
        for heading in ("First aid", "What to do if"):
            found = text.search(heading).get_next()
            assert found is not None
            tops[heading] = text.get_charbox(found[0])
        rules = [
            item.get_bounds()
            for item in document[0].get_objects()
            if item.type == pypdfium2.raw.FPDF_PAGEOBJ_PATH and thin(item.get_bounds())
        ]
    in_second = [rule for rule in rules if rule[0] > 290]
    assert in_second and all(rule[3] < tops["What to do if"][1] + 3 for rule in in_second)


def thin(place: tuple[float, ...]) -> bool:
    """Lines as wide as a column."""
    return place[3] - place[1] < 30 and 200 < place[2] - place[0] < 300


def test_conditions_that_nobody_made_leave_no_heading() -> None:
    assert "Conditions" not in words(made(conditions="").pdf)

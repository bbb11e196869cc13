"""A6 and DL flyers: what stands in front, what overleaf, two languages, and the backs behind their fronts."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pypdfium2
import pytest

from organizer.records.prints import LeafletParts
from organizer.sheets.catalogue import draw, sheet_kinds
from organizer.sheets.sheet import Note, Sheet
from organizer.sheets.typesetting.geometry import MM
from tests.sheets.examples import TARGET
from tests.sheets.jobs import campaign, job, parts
from tests.sheets.leaflets import leaflet_parts
from tests.sheets.reading import codes, letters, operators, words

KEYS = ("a6-flyer", "dl-flyer")


def flyer(key: str, leaflet: LeafletParts | None = None, **more: Any) -> Sheet:
    made_of = parts(leaflet=leaflet or leaflet_parts(campaign(), "en"))
    return draw(sheet_kinds()[key], job(key, parts=made_of, **more))


def without(*fields: str, body: str = "", demands: bool = True) -> LeafletParts:
    """The English example without some of its texts."""
    made = leaflet_parts(campaign(), "en")
    kept = {field: said for field, said in made.leaflet.texts["en"].items() if field not in fields}
    made.leaflet.texts = {"en": {**kept, **({"body": body} if body else {})}}
    return made if demands else replace(made, demands=())


def told(sheet: Sheet, level: str) -> list[Note]:
    return [note for note in sheet.notes if note.level == level]


@pytest.mark.parametrize("key", KEYS)
def test_the_call_is_in_front_and_the_demands_are_overleaf(key: str) -> None:
    sheet = flyer(key)
    front, back = words(sheet.pdf, 0), words(sheet.pdf, 1)
    assert "PICKET" in front and "Oil workers of Zhanaozen" in front and "Printed" in front
    assert "Free the prisoners" in back and "Free the prisoners" not in front
    assert not told(sheet, "stop")


@pytest.mark.parametrize("key", KEYS)
def test_a_flyer_of_one_paragraph_has_no_back(key: str) -> None:
    assert flyer(key, without(demands=False)).pages == 1


@pytest.mark.parametrize("key", KEYS)
def test_a_phone_reads_the_code_which_is_twenty_millimetres_wide(key: str) -> None:
    sheet = flyer(key)
    assert codes(sheet.pdf, 300) == [TARGET]
    place = next(note.place for note in sheet.notes if note.field == "qr_target")
    assert place is not None and place.w >= 20


@pytest.mark.parametrize("key", KEYS)
def test_a_long_paragraph_goes_on_overleaf_and_no_word_is_lost(key: str) -> None:
    body = " ".join(f"Word{number:02} of a long one." for number in range(60))
    sheet = flyer(key, without(body=body, demands=False))
    assert sheet.pages == 2
    said = letters(words(sheet.pdf))
    assert [number for number in range(60) if f"word{number:02}" not in said] == []
    assert not told(sheet, "stop")


@pytest.mark.parametrize("key", KEYS)
def test_what_does_not_fit_two_sides_is_told_and_never_set_under_nine_points(key: str) -> None:
    leaflet = without("call_title", "place", "directions", body="It goes on and on without an end. " * 500)
    leaflet.leaflet.day, leaflet.leaflet.qr_target = None, ""
    sheet = flyer(key, leaflet)
    assert "9 pt" in next(note.sentence for note in told(sheet, "stop"))
    sizes = {float(operands[1]) for operands, operator in operators(sheet.pdf) if operator == "Tf"}
    assert min(sizes - {min(sizes)}) >= 8.99, "under the imprint's size there is no other but nine points and more"


@pytest.mark.parametrize("key", KEYS)
def test_a_leaflet_in_two_languages_has_one_on_each_side(key: str) -> None:
    sheet = flyer(key, leaflet_parts(campaign(), "en", "ru", back="ru"))
    assert "JAILED" in words(sheet.pdf, 0) and "ОСУЖДЕНЫ" in words(sheet.pdf, 1)
    assert not told(sheet, "stop")


def test_demands_that_two_languages_leave_no_room_for_are_left_out_and_told() -> None:
    sheet = flyer("a6-flyer", leaflet_parts(campaign(), "en", "ru", back="ru"))
    assert "Free the prisoners" not in words(sheet.pdf)
    assert {note.field for note in told(sheet, "look")} == {"demands", "demands@ru"}


@pytest.mark.parametrize("key", KEYS)
def test_a_bare_leaflet_is_not_printed(key: str) -> None:
    bare = campaign(name="", address="", slogans=[])
    sheet = draw(sheet_kinds()[key], job(key, parts=parts(campaign=bare, leaflet=leaflet_parts(bare, "en", times=0))))
    assert {note.field for note in told(sheet, "stop")} == {"headline", "imprint"}


@pytest.mark.parametrize(
    ("key", "trimmed", "layout", "copies"),
    [
        ("a6-flyer", "a6", "four-on-a4", 4),
        ("a6-flyer", "quarter-letter", "four-on-letter", 4),
        ("dl-flyer", "dl", "three-on-a4", 3),
        ("dl-flyer", "third-letter", "three-on-letter", 3),
    ],
)
def test_every_copy_has_its_back_behind_it(key: str, trimmed: str, layout: str, copies: int) -> None:
    fronts, backs = copies_on(flyer(key, trimmed=trimmed, layout=layout))
    assert len(fronts) == len(backs) == copies
    across = sorted({round(left - fronts[0][0]) for left, _top in fronts})
    assert across == sorted({round(left - backs[0][0]) for left, _top in backs})
    assert len({round(top) for _left, top in fronts}) == len({round(top) for _left, top in backs}) <= 2


def copies_on(sheet: Sheet) -> list[list[tuple[float, float]]]:
    """For front and back, where the headline's first word stands in each copy, in mm from the left and the foot."""
    found: list[list[tuple[float, float]]] = []
    with pypdfium2.PdfDocument(sheet.pdf) as document:
        for page in document:
            area = page.get_textpage()
            rects = [area.get_rect(k) for k in range(area.count_rects())]
            found.append([(r[0] / MM, r[3] / MM) for r in rects if area.get_text_bounded(*r).strip().startswith("JAILED")])
    return found


def test_one_colour_leaves_black_and_the_accent() -> None:
    colours = {
        tuple(map(float, operands))
        for operands, operator in operators(flyer("a6-flyer", one_colour=True).pdf)
        if operator == "rg"
    }
    yellow = [c for c in colours if c[0] > 0.8 and c[1] > 0.6 and c[2] < 0.4]
    assert yellow == []


@pytest.mark.parametrize("key", ["trifold", "booklet"])
def test_what_is_folded_says_that_it_carries_one_language(key: str) -> None:
    kind = sheet_kinds()[key]
    for back, told in (("ru", ["look"]), ("", [])):
        made_of = parts(leaflet=leaflet_parts(campaign(), "en", "ru", back=back))
        sheet = draw(kind, job(key, parts=made_of))
        assert [note.level for note in sheet.notes if note.field == "back_language"] == told

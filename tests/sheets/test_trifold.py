"""The tri-fold: panels and folds where they belong, mirrored for the other direction, nothing across a fold, read in order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from itertools import groupby
from typing import Any

import pikepdf
import pypdfium2
import pytest

from organizer.sheets.catalogue import draw, sheet_kinds
from organizer.sheets.layouts import TRIFOLD_A4, TRIFOLD_LETTER
from organizer.sheets.sheet import Sheet
from organizer.sheets.trifold_panels import Panels
from organizer.sheets.typesetting.geometry import MM
from tests.sheets.examples import TARGET
from tests.sheets.jobs import campaign, job, parts
from tests.sheets.leaflets import leaflet_parts
from tests.sheets.reading import codes, words

KIND = sheet_kinds()["trifold"]
_FROM_FOLD = 6.0
_MARK = re.compile(r"0\.5 w ([\d.]+) ([\d.]+) m ([\d.]+) ([\d.]+) l")


def trifold(language: str = "en", *, times: int = 1, **more: Any) -> Sheet:
    made_of = parts(leaflet=leaflet_parts(campaign(), language, times=times))
    return draw(KIND, job("trifold", language=language, parts=made_of, **more))


def marks(sheet: Sheet) -> list[set[float]]:
    """For each side, how far from the left edge its fold marks are, in mm."""
    found = []
    with pikepdf.open(BytesIO(sheet.pdf)) as pdf:
        for page in pdf.pages:
            forms = (
                [x for x in page.Resources.XObject.values() if x.get("/Subtype") == "/Form"]
                if "/XObject" in page.Resources
                else []
            )
            code = b"\n".join([page.Contents.read_bytes(), *(form.read_bytes() for form in forms)]).decode("latin-1")
            found.append({round(float(mark[0]) / MM, 1) for mark in _MARK.findall(code) if mark[0] == mark[2]})
    return found


def texts(sheet: Sheet, side: int) -> list[tuple[str, float, float]]:
    """The stretches of text on a side, with their left and right ends in mm."""
    with pypdfium2.PdfDocument(sheet.pdf) as document:
        area = document[side].get_textpage()
        rects = [area.get_rect(k) for k in range(area.count_rects())]
        return [(area.get_text_bounded(*rect).strip(), rect[0] / MM, rect[2] / MM) for rect in rects]


def letters_near(sheet: Sheet, side: int, fold: float) -> list[str]:
    """The letters of a side that come too near to a fold."""
    with pypdfium2.PdfDocument(sheet.pdf) as document:
        area = document[side].get_textpage()
        boxes = [(area.get_text_range(k, 1), *area.get_charbox(k)) for k in range(area.count_chars())]
    return [said for said, left, _b, right, _t in boxes if left / MM < fold + _FROM_FOLD and right / MM > fold - _FROM_FOLD]


def panel_of(sheet: Sheet, side: int, said: str) -> int:
    """The panel, from the left, where these words begin."""
    left = next(left for found, left, _right in texts(sheet, side) if said in found)
    width = sheet.size_mm[0]
    return int(left // (width / 3))


def test_the_flap_of_a4_is_three_millimetres_narrower() -> None:
    panels = Panels(TRIFOLD_A4.size)
    assert [(box.x, box.w) for box in panels.outside()] == [(0, 97), (97, 100), (197, 100)]
    assert [(box.x, box.w) for box in panels.inside()] == [(0, 100), (100, 100), (200, 97)]


def test_the_panels_of_a_letter() -> None:
    panels = Panels(TRIFOLD_LETTER.size)
    assert [box.w for box in panels.outside()] == pytest.approx([92, 93.7, 93.7])
    assert panels.folds(panels.inside()) == pytest.approx((93.7, 187.4))


def test_both_sides_are_mirrored_where_lines_run_from_right_to_left() -> None:
    panels = Panels(TRIFOLD_A4.size, rtl=True)
    flap, back, front = panels.outside()
    assert (front.x, back.x, flap.x) == (0, 100, 200)
    assert [box.x for box in panels.inside()] == [197, 97, 0]


@pytest.mark.parametrize(
    ("language", "outside", "inside"), [("en", {97.0, 197.0}, {100.0, 200.0}), ("ar", {100.0, 200.0}, {97.0, 197.0})]
)
def test_the_marks_at_home_stand_at_the_folds(language: str, outside: set[float], inside: set[float]) -> None:
    assert marks(trifold(language)) == [outside, inside]


def test_the_marks_of_a_letter_stand_at_its_folds() -> None:
    assert marks(trifold(trimmed="trifold-letter")) == [{92.0, 185.7}, {93.7, 187.4}]


def test_a_print_shop_gets_no_marks_but_a_note_where_to_fold() -> None:
    sheet = trifold(layout="print-shop")
    assert marks(sheet) == [set(), set()]
    assert any("97 and 197 mm" in note.sentence for note in sheet.notes)


def test_at_home_it_is_as_large_as_its_paper_so_that_it_folds_in_three() -> None:
    headlines = [
        next(left for said, left, _r in texts(trifold(layout=layout), 1) if "JAILED" in said) for layout in ("", "one-page")
    ]
    assert headlines[0] == pytest.approx(headlines[1])


@pytest.mark.parametrize("times", [1, 3])
@pytest.mark.parametrize("language", ["en", "de", "ru", "ar", "ur", "hi"])
@pytest.mark.parametrize("trimmed", ["trifold-a4", "trifold-letter"])
def test_no_text_comes_within_six_millimetres_of_a_fold(trimmed: str, language: str, times: int) -> None:
    sheet = trifold(language, times=times, trimmed=trimmed, layout="one-page")
    panels = Panels(sheet.size_mm, rtl=language in ("ar", "ur"))
    for side, boxes in enumerate((panels.outside(), panels.inside())):
        for fold in panels.folds(boxes):
            assert letters_near(sheet, side, fold) == []


def test_each_panel_has_what_belongs_there() -> None:
    sheet = trifold()
    assert [panel_of(sheet, 0, said) for said in ("WHAT YOU", "PICKET", "JAILED")] == [0, 1, 2]
    assert [panel_of(sheet, 1, said) for said in ("Oil workers", "Free the", "PICKET")] == [0, 1, 2]


def test_the_panels_stand_in_the_other_order_in_hebrew() -> None:
    sheet = trifold("he")
    assert [panel_of(sheet, 0, said) for said in ("נכלאו", "השגרירות", "אפשר")] == [0, 1, 2]
    assert [panel_of(sheet, 1, said) for said in ("השגרירות", "הדרישות", "נכלאו")] == [0, 1, 2]


def test_a_text_that_needs_three_panels_leaves_the_call_to_the_back() -> None:
    sheet = trifold(times=6)
    assert "PICKET" in words(sheet.pdf, 0) and "PICKET" not in words(sheet.pdf, 1)


def test_the_code_can_be_read_from_the_back() -> None:
    assert codes(trifold(layout="one-page").pdf, 200) == [TARGET, TARGET] or codes(trifold(layout="one-page").pdf, 200) == [
        TARGET
    ]


def test_without_anything_to_read_inside_it_is_not_printed() -> None:
    stops = {note.field for note in trifold(times=0).notes if note.level == "stop"}
    assert {"headline", "body"} <= stops


def test_what_you_can_do_is_the_branch_s_own_when_it_writes_it() -> None:
    said = words(trifold(answers={"flap": "**Ring us** on Monday.\nSend **stamps**."}).pdf, 0)
    assert "Ring us on Monday." in said and "Send stamps." in said and "*" not in said


def test_a_mailed_one_is_read_as_it_is_unfolded_cover_then_inside_then_back_then_flap() -> None:
    with pikepdf.open(BytesIO(trifold(layout="mail").pdf)) as pdf:
        pages = [page.obj.objgen for page in pdf.pages]
        read = [(str(element.S), pages.index(element.Pg.objgen)) for element in leaves(pdf.Root.StructTreeRoot.K)]
    sides = [side for side, _group in groupby(side for _kind, side in read)]
    assert read[0] == ("/H1", 0) and sides == [0, 1, 0]
    after = [kind for kind, _side in read[len(read) - [side for _kind, side in reversed(read)].index(1) :]]
    assert after.index("/Figure") < after.index("/LBody")


def leaves(element: Any) -> Iterator[Any]:
    """The elements that hold what is drawn, in the order in which they are read."""
    if isinstance(element.K, pikepdf.Array):
        for inner in element.K:
            yield from leaves(inner)
    else:
        yield element


def test_in_large_print_nothing_that_is_read_inside_is_under_fourteen_points() -> None:
    sheet = trifold(large=True, layout="one-page")
    with pikepdf.open(BytesIO(sheet.pdf)) as pdf:
        code = pdf.pages[1].Contents.read_bytes()
    assert min(float(size) for size in re.findall(rb"/T\d+ ([\d.]+) Tf", code)) >= 14

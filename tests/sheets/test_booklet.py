"""The booklet: nested on its sheets, a multiple of four pages, folded in the middle, with all of its text in order."""

from __future__ import annotations

import re
from io import BytesIO
from typing import Any

import pikepdf
import pypdfium2
import pytest

from organizer.sheets.catalogue import draw, sheet_kinds
from organizer.sheets.content import LeafletContent
from organizer.sheets.sheet import Sheet
from organizer.sheets.typesetting.geometry import MM
from tests.sheets.examples import TARGET
from tests.sheets.jobs import campaign, job, parts
from tests.sheets.leaflets import example, leaflet_parts
from tests.sheets.reading import codes, letters, pixels, words

KIND = sheet_kinds()["booklet"]
LONG, TOO_LONG = 7, 60
_GAUGE = "100mm100"
_MARK = re.compile(r"0\.5 w ([\d.]+) ([\d.]+) m ([\d.]+) ([\d.]+) l")
_HOME = {"a5-booklet": "booklet-on-a4", "half-letter-booklet": "booklet-on-letter"}


def booklet(language: str = "en", *, times: int = 1, **more: Any) -> Sheet:
    made_of = parts(leaflet=leaflet_parts(campaign(), language, times=times))
    return draw(KIND, job("booklet", language=language, parts=made_of, **more))


def long_text(language: str, paragraphs: int) -> tuple[LeafletContent, Sheet]:
    """Numbered paragraphs, so that each is known, mailed page by page."""
    made_of = leaflet_parts(campaign(), language)
    said = example(language)
    body = "\n\n".join(f"{number} {said.body}" for number in range(101, 101 + paragraphs))
    made_of.leaflet.texts[language]["body"] = body
    return said, draw(KIND, job("booklet", language=language, parts=parts(leaflet=made_of), layout="mail"))


def halves(sheet: Sheet, side: int) -> tuple[str, str]:
    """The words left and right of the fold of a side, without those of the gauge."""
    with pypdfium2.PdfDocument(sheet.pdf) as document:
        page = document[side]
        width, height = page.get_size()
        area = page.get_textpage()
        left, right = (area.get_text_bounded(x, 0, x + width / 2, height) for x in (0, width / 2))
        return letters(left).removesuffix(_GAUGE), letters(right)


def test_the_outer_side_has_the_back_on_the_left_and_the_cover_on_the_right() -> None:
    sheet = booklet()
    back, cover = halves(sheet, 0)
    second, third = halves(sheet, 1)
    assert sheet.pages == 2
    assert "picket" in back and "dayofaction" in cover
    assert "oilworkersof" in second and "whattheydemand" in third


def test_it_opens_the_other_way_where_lines_run_from_right_to_left() -> None:
    sheet = booklet("he")
    said = example("he")
    assert said.call is not None
    cover, back = halves(sheet, 0)
    third, second = halves(sheet, 1)
    assert letters(said.kicker) in cover and letters(said.call.title) in back
    assert letters(said.body)[:12] in second and letters(said.demands[0].lead) in third


@pytest.mark.parametrize(("times", "pages"), [(0, 4), (1, 4), (3, 4), (LONG, 8), (TOO_LONG, 8)])
def test_it_has_four_pages_or_eight(times: int, pages: int) -> None:
    assert booklet(times=times, layout="one-page").pages == pages
    assert booklet(times=times).pages == pages // 2


def test_two_sheets_are_nested() -> None:
    sheet = booklet(times=LONG)
    ends = [(left[-1], right[-1]) for left, right in (halves(sheet, side) for side in range(1, 4))]
    assert ends == [("2", "7"), ("6", "3"), ("4", "5")]


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize(("paragraphs", "pages"), [(4, 4), (14, 8)])
def test_all_of_a_text_is_there_in_its_order(language: str, paragraphs: int, pages: int) -> None:
    said, sheet = long_text(language, paragraphs)
    assert sheet.pages == pages and not sheet.stopped
    read = words(sheet.pdf)
    places = [read.find(str(number)) for number in range(101, 101 + paragraphs)]
    assert -1 not in places and places == sorted(places)
    assert letters(read).count(letters(said.body)[-12:]) == paragraphs
    for demand in said.demands:
        assert letters(demand.lead) in letters(read)[places[-1] // 2 :]


def test_a_text_of_more_than_eight_pages_is_not_printed() -> None:
    stops = {note.field for note in booklet(times=TOO_LONG).notes if note.level == "stop"}
    assert stops & {"body", "demands"}


@pytest.mark.parametrize("trimmed", ["a5-booklet", "half-letter-booklet"])
def test_the_fold_is_in_the_middle_and_marked_at_head_and_foot(trimmed: str) -> None:
    sheet = booklet(trimmed=trimmed, layout=_HOME[trimmed])
    with pikepdf.open(BytesIO(sheet.pdf)) as pdf:
        for page in pdf.pages:
            marks = [tuple(float(n) / MM for n in mark) for mark in _MARK.findall(page.Contents.read_bytes().decode("latin-1"))]
            upright = [mark for mark in marks if mark[0] == mark[2]]
            assert [mark[0] for mark in upright] == pytest.approx([sheet.size_mm[0] / 2] * 2, abs=0.01)
            assert min(min(mark[1::2]) for mark in upright) == pytest.approx(5.0, abs=0.01)
            assert b"[2 3]" not in page.Contents.read_bytes()


def test_the_pages_meet_at_the_fold() -> None:
    image = pixels(booklet().pdf, 144, 1)
    strip = image.getpixel((image.width // 2 - 8, 45)), image.getpixel((image.width // 2 + 8, 45))
    assert strip[0] == strip[1] != (255, 255, 255)


def test_what_is_said_of_a_page_is_shown_where_it_stands_on_the_sheet() -> None:
    places = {note.field: note.place for note in booklet().notes if note.place}
    code = places["qr_target"]
    assert code is not None and code.page == 1 and code.x < 148
    other = {note.field: note.place for note in booklet("ar").notes if note.place}["qr_target"]
    assert other is not None and other.page == 1 and other.x > 148


def test_imprint_class_and_code_are_on_the_back() -> None:
    sheet = booklet(layout="one-page")
    assert "12 Mill Lane" in words(sheet.pdf, 3) and "PUBLIC" in words(sheet.pdf, 3)
    with pypdfium2.PdfDocument(sheet.pdf) as document:
        assert len(document) == 4
    assert TARGET in codes(booklet().pdf, 250)


def test_a_mailed_one_is_read_from_the_cover_to_the_back() -> None:
    with pikepdf.open(BytesIO(booklet(layout="mail").pdf)) as pdf:
        pages = [page.obj.objgen for page in pdf.pages]
        read = list(leaves(pdf.Root.StructTreeRoot.K))
        order = [pages.index(element.Pg.objgen) for element in read]
        kinds = [str(element.S) for element in read]
    assert order == sorted(order) and set(order) == {0, 1, 2, 3}
    assert kinds[0] == "/H1" and kinds.count("/H1") == 1 and kinds.count("/Lbl") == 3 and "/Figure" in kinds


def leaves(element: Any) -> Any:
    """The elements that hold what is drawn, in the order in which they are read."""
    if isinstance(element.K, pikepdf.Array):
        for inner in element.K:
            yield from leaves(inner)
    else:
        yield element


def test_without_anything_to_read_inside_it_is_not_printed() -> None:
    stops = {note.field for note in booklet(times=0).notes if note.level == "stop"}
    assert {"headline", "body"} <= stops

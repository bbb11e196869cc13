"""Sheets as they come out of a printer: copies and backs in their places, white edges, a gauge of 100 mm, pages for a mail."""

from __future__ import annotations

import re
from io import BytesIO

import pikepdf
import pypdfium2
import pytest
from PIL import ImageChops

from organizer.sheets.catalogue import draw, sheet_kinds
from organizer.sheets.compositor import Compositor
from organizer.sheets.design import Design
from organizer.sheets.imposition import arranged, booklet_sides
from organizer.sheets.layouts import (
    A4,
    A5_PAGE,
    A6_PAGE,
    DL,
    HALF_LETTER,
    MAIL,
    QUARTER_LETTER,
    SHOP,
    THIRD_LETTER,
    TILES_ON_A4,
    TILES_ON_LETTER,
    Format,
    Layout,
)
from organizer.sheets.tiles import tiled_size
from organizer.sheets.typesetting.blocks import Block
from organizer.sheets.typesetting.colours import STANDARD
from organizer.sheets.typesetting.geometry import MM, Box
from organizer.sheets.typesetting.page import Page
from organizer.sheets.typesetting.runs import text
from tests.sheets.jobs import job
from tests.sheets.reading import archive_faults, faults

FORMATS = (A5_PAGE, HALF_LETTER, A6_PAGE, QUARTER_LETTER, DL, THIRD_LETTER)
RIGHTS = {"rights": "You need not answer questions.\nAsk whether you are free to go."}


def numbered(size: tuple[float, float], faces: int, *, language: str = "en", cmyk: bool = False) -> Design:
    """Coloured to its edges, with the number of its face as text."""
    compositor = Compositor(language, STANDARD)

    def face(number: int) -> object:
        def drawn(page: Page) -> None:
            b = page.bleed
            page.fill(Box(-b, -b, size[0] + 2 * b, size[1] + 2 * b), STANDARD.accent)
            words = compositor.paragraph("body", text(f"Face{number}"))
            Block(words, 20, 24, STANDARD.white).draw(page, 10, 10, size[0] - 20)

        return drawn

    drawn = tuple(face(number) for number in range(1, faces + 1))
    return Design("Numbered", "Campaign", "Leaflet", size, drawn, compositor, cmyk)  # type: ignore[arg-type]


def rulers(size: tuple[float, float]) -> Design:
    """A poster with words all over it, by which its parts are known."""
    compositor = Compositor("en", STANDARD)
    words = {(x, y): compositor.paragraph("body", text(f"x{x}y{y}")) for x in range(5) for y in range(7)}

    def drawn(page: Page) -> None:
        for (x, y), word in words.items():
            Block(word, 14, 16, STANDARD.type).draw(page, 4 + x * size[0] / 5, 4 + y * size[1] / 7, 40)

    return Design("Rulers", "Campaign", "Poster", size, (drawn,), compositor)


def home(trimmed: Format) -> Layout:
    return next(layout for layout in trimmed.layouts if layout.arrangement == "grid")


def words_by_page(pdf: bytes) -> list[list[tuple[str, float]]]:
    """For each page the words and how far from the left they begin, in mm."""
    with pypdfium2.PdfDocument(pdf) as document:
        found = []
        for page in document:
            area = page.get_textpage()
            rects = [area.get_rect(k) for k in range(area.count_rects())]
            found.append([(area.get_text_bounded(*rect).strip(), rect[0] / MM) for rect in rects])
        return found


@pytest.mark.parametrize("trimmed", FORMATS, ids=lambda trimmed: trimmed.key)
def test_an_office_printer_gets_a_white_frame_of_five_millimetres(trimmed: Format) -> None:
    sheet = arranged(numbered(trimmed.size, 2), home(trimmed))
    with pypdfium2.PdfDocument(sheet.pdf) as document:
        for page in document:
            image = page.render(scale=4).to_pil().convert("L")
            ink = ImageChops.invert(image).point(lambda grey: 255 if grey > 8 else 0).getbbox()
            assert ink is not None
            edge = 4.9 * MM * 4
            assert ink[0] >= edge and ink[1] >= edge
            assert ink[2] <= image.width - edge and ink[3] <= image.height - edge


@pytest.mark.parametrize("trimmed", FORMATS, ids=lambda trimmed: trimmed.key)
def test_all_copies_are_on_the_sheet_and_the_backs_behind_them(trimmed: Format) -> None:
    layout = home(trimmed)
    pages = words_by_page(arranged(numbered(trimmed.size, 2), layout).pdf)
    copies = layout.columns * layout.rows
    fronts = [at for word, at in pages[0] if word == "Face1"]
    backs = [at for word, at in pages[1] if word == "Face2"]
    assert len(fronts) == len(backs) == copies
    assert fronts == pytest.approx(backs)


def test_the_gauge_is_a_hundred_millimetres_long() -> None:
    with pikepdf.open(BytesIO(arranged(numbered(A6_PAGE.size, 1), home(A6_PAGE)).pdf)) as pdf:
        code = pdf.pages[0].Contents.read_bytes().decode("latin-1")
    strokes = [tuple(map(float, found)) for found in re.findall(r"0\.4 w ([\d.]+) ([\d.]+) m ([\d.]+) ([\d.]+) l", code)]
    level = [x for x1, y1, x2, y2 in strokes if y1 == y2 for x in (x1, x2)]
    assert (max(level) - min(level)) / MM == pytest.approx(100.0, abs=0.02)


def test_an_a5_leaflet_stands_at_95_per_cent_beside_its_twin() -> None:
    first, second = (
        at for _word, at in words_by_page(arranged(numbered(A5_PAGE.size, 1), home(A5_PAGE)).pdf)[0] if _word == "Face1"
    )
    assert second - first == pytest.approx(297 - 10 - 148 * 200 / 210, abs=0.1)


def test_cards_are_cut_on_all_sides_to_their_true_size() -> None:
    sheet = draw(sheet_kinds()["bust-card"], job("bust-card", answers=RIGHTS, trimmed="card", layout="ten-on-a4"))
    with pikepdf.open(BytesIO(sheet.pdf)) as pdf:
        cuts = re.findall(rb"\[2 3\] 0 d ([\d.]+) ([\d.]+) m ([\d.]+) ([\d.]+) l", pdf.pages[0].Contents.read_bytes())
    lines = [tuple(float(number) / MM for number in cut) for cut in cuts]
    across = sorted(x for x, _y, end, _bottom in lines if x == end)
    down = sorted(y for _x, y, _end, bottom in lines if y == bottom)
    assert across == pytest.approx([20, 105, 190], abs=0.05)
    assert down == pytest.approx([11, 66, 121, 176, 231, 286], abs=0.05)


def test_the_pages_of_a_booklet_are_nested() -> None:
    assert booklet_sides(4) == [(3, 0), (1, 2)]
    assert booklet_sides(8) == [(7, 0), (1, 6), (5, 2), (3, 4)]
    assert booklet_sides(6) == [(None, 0), (1, None), (5, 2), (3, 4)]


def test_a_booklet_of_a_right_to_left_language_opens_the_other_way() -> None:
    assert booklet_sides(4, rtl=True) == [(0, 3), (2, 1)]


def test_a_booklet_is_printed_in_its_order() -> None:
    layout = Layout("booklet", "Booklet", "booklet", (297.0, 210.0), 2, 1)
    pages = words_by_page(arranged(numbered(A5_PAGE.size, 4), layout).pdf)
    assert [[word for word, _at in sorted(page, key=lambda found: found[1]) if word.startswith("Face")] for page in pages] == [
        ["Face4", "Face1"],
        ["Face2", "Face3"],
    ]


@pytest.mark.parametrize("bleed", [1.0, 2.0, 3.0, 5.0])
def test_a_print_shop_gets_bleed_boxes_inks_and_an_output_intent(bleed: float) -> None:
    sheet = arranged(numbered(A5_PAGE.size, 2, cmyk=True), SHOP, bleed=bleed)
    with pikepdf.open(BytesIO(sheet.pdf)) as pdf:
        assert str(pdf.Root.OutputIntents[0].OutputConditionIdentifier) == "FOGRA39"
        for page in pdf.pages:
            trim = [float(side) / MM for side in page.trimbox]
            assert trim == pytest.approx([bleed, bleed, bleed + 148, bleed + 210], abs=0.01)
            assert [float(side) for side in page.mediabox] == [float(side) for side in page.obj.BleedBox]
            code = page.Contents.read_bytes().decode("latin-1")
            assert not re.search(r"\b(rg|RG)\b", code)
            assert re.search(r"\bk\b", code)
    assert faults(sheet.pdf) == []


def test_a_sheet_for_a_mail_is_tagged_in_reading_order_and_can_be_kept() -> None:
    sheet = draw(sheet_kinds()["bust-card"], job("bust-card", layout="mail", answers=RIGHTS))
    assert archive_faults(sheet.pdf) == []
    with pikepdf.open(BytesIO(sheet.pdf)) as pdf:
        assert bool(pdf.Root.MarkInfo.Marked)
        document = pdf.Root.StructTreeRoot.K
        kinds = [str(element.S) for element in document.K]
        assert kinds[0] == "/H1"
        assert kinds.index("/L") > kinds.index("/H1")
        assert [str(item.S) for item in document.K[kinds.index("/L")].K] == ["/LI", "/LI"]
        assert str(pdf.Root.Lang) == "en"


def test_what_says_nothing_is_decoration_in_a_tagged_sheet() -> None:
    sheet = draw(sheet_kinds()["bust-card"], job("bust-card", layout="mail", answers=RIGHTS))
    with pikepdf.open(BytesIO(sheet.pdf)) as pdf:
        depth = 0
        for operands, operator in pikepdf.parse_content_stream(pdf.pages[0]):
            if str(operator) in ("BDC", "BMC"):
                depth += 1
            elif str(operator) == "EMC":
                depth -= 1
            elif str(operator) in ("f", "S", "TJ", "Tj", "Do"):
                assert depth, f"{operator} {operands} is neither read nor decoration"
        assert depth == 0


def test_no_layout_is_drawn_on_paper_that_is_too_small_for_it() -> None:
    for trimmed in FORMATS:
        layout = home(trimmed)
        assert layout.paper is not None
        sheet = arranged(numbered(trimmed.size, 1), layout)
        assert sheet.size_mm == layout.paper
        assert sheet.pages == 1
    assert arranged(numbered(A5_PAGE.size, 1), MAIL).size_mm == A5_PAGE.size
    assert home(A6_PAGE).paper == A4


@pytest.mark.parametrize("layout", [*TILES_ON_A4, *TILES_ON_LETTER], ids=lambda layout: layout.key)
def test_tiles_show_all_of_a_poster_and_their_neighbours_ten_millimetres(layout: Layout) -> None:
    poster = rulers((297.0, 420.0))
    sheet = arranged(poster, layout)
    assert sheet.pages == layout.columns * layout.rows
    assert sheet.size_mm == layout.paper
    scale = min(tiled_size(layout)[0] / 297, tiled_size(layout)[1] / 420)
    seen: dict[str, list[int]] = {}
    for number, page in enumerate(words_by_page(sheet.pdf)):
        for word, _at in page:
            seen.setdefault(word, []).append(number)
    assert {f"x{x}y{y}" for x in range(5) for y in range(7)} <= set(seen)
    assert scale > 0.9


def test_tiles_leave_the_edges_of_their_paper_white_and_say_their_number() -> None:
    sheet = arranged(numbered((297.0, 420.0), 1), TILES_ON_A4[1])
    with pypdfium2.PdfDocument(sheet.pdf) as document:
        for page in document:
            image = page.render(scale=4).to_pil().convert("L")
            ink = ImageChops.invert(image).point(lambda grey: 255 if grey > 8 else 0).getbbox()
            assert ink is not None
            assert min(ink[0], ink[1], image.width - ink[2], image.height - ink[3]) >= 4.9 * MM * 4
    labels = [next(word for word, _at in page if re.match(r"[A-C]\d", word))[:2] for page in words_by_page(sheet.pdf)]
    assert labels == ["A1", "A2", "B1", "B2"]

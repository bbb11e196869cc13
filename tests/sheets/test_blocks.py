"""Blocks fill their measure, part over columns without lost lines, and headlines stand apart by their ink."""

from __future__ import annotations

import pytest

from organizer.sheets.typesetting.blocks import Block, Rule, draw_stack, fill_column, stack_height
from organizer.sheets.typesetting.colours import Palette
from organizer.sheets.typesetting.fit import cut, fit
from organizer.sheets.typesetting.geometry import MM
from organizer.sheets.typesetting.headline import headline
from organizer.sheets.typesetting.page import Page
from organizer.sheets.typesetting.paragraphs import Paragraph
from organizer.sheets.typesetting.runs import text
from organizer.sheets.typesetting.stacks import Role
from organizer.sheets.typesetting.voice import Voice
from tests.sheets import reading

PALETTE = Palette()
WORDS = "Trade unionists will stand outside the embassy on Sunday to remember the people who were killed in the oil town. " * 4


def block(words: str = WORDS, language: str = "en", **changes: object) -> Block:
    return Block(
        **{"paragraph": Paragraph(text(words), Voice(language)), "size": 10, "leading": 14, "colour": PALETTE.type, **changes}
    )


def page() -> Page:
    return Page(148, 210, title="", author="", subject="Test", language="en")


def drawn_extent(part: Block) -> tuple[int, int]:
    """First and last dark column of the drawing at 72 dots, drawn in a column from 20 to 100 mm."""
    sheet = page()
    draw_stack(sheet, [part], 20, 20, 80)
    box = reading.pixels(sheet.bytes()).convert("L").point(lambda v: 255 if v < 128 else 0).getbbox()
    assert box
    return box[0], box[2]


@pytest.mark.parametrize(
    ("language", "align", "left", "right"),
    [
        ("en", "justify", True, True),
        ("en", "start", True, False),
        ("en", "end", False, True),
        ("ar", "start", False, True),
        ("ar", "end", True, False),
    ],
)
def test_lines_stand_where_the_direction_puts_them(language: str, align: str, left: bool, right: bool) -> None:
    words = WORDS if language == "en" and align == "justify" else "one two" if language == "en" else "عمال النفط"
    first, last = drawn_extent(block(words, language, align=align))
    assert (abs(first - 20 * MM) <= 2) == left
    assert (abs(last - 100 * MM) <= 2) == right


def test_columns_hold_every_line_once_and_never_one_alone() -> None:
    parts = [block(), Rule(1, PALETTE.grey), block("Heading", keep=True), block()]
    for room in range(12, 90, 3):
        first, rest = fill_column(parts, 80, room)
        lines = [line for part in (*first, *rest) if isinstance(part, Block) for line in part.lines(80)]
        assert len(lines) == sum(len(part.lines(80)) for part in parts if isinstance(part, Block))
        ends = [part for part in first if isinstance(part, Block) and part.part]
        assert all(len(part.lines(80)) >= 2 for part in ends)
        if rest and first:
            assert not isinstance(first[-1], Rule)
            assert stack_height(first, 80) <= room + 0.1


def test_what_is_cut_off_is_handed_back() -> None:
    kept, rest = cut([block(), block()], 80, 20)
    assert stack_height(kept, 80) <= 20
    assert sum(len(part.lines(80)) for part in (*kept, *rest) if isinstance(part, Block)) == 2 * len(block().lines(80))


def test_text_is_as_large_as_its_place_allows_within_its_limits() -> None:
    paragraph = Paragraph(text(WORDS), Voice("en"))

    def build(scale: float) -> list[Block]:
        return [Block(paragraph, 10 * scale, 14 * scale, PALETTE.type)]

    roomy, tight, hopeless = (fit(build, 80, height, floor=0.8, ceiling=1.2) for height in (200, 40, 10))
    assert (roomy.scale, roomy.rest) == (1.2, [])
    assert 0.8 < tight.scale < 1.2
    assert stack_height(build(tight.scale + 0.02), 80) > 40
    assert hopeless.scale == 0.8
    assert hopeless.rest


@pytest.mark.parametrize("words", ["ӘДІЛДІК ЖАҢАӨЗЕНГЕ ЙӨҢ", "ΑΠΟΛΥΘΗΚΑΝ ΕΠΕΙΔΗ", "فُصلوا لأنهم أضربوا", "ÅÇŐ ŞĢÖ"])
def test_ink_of_headline_lines_never_touches(words: str) -> None:
    paragraph = Paragraph(text(words), Voice("ar" if "ا" in words else "kk", Role.DISPLAY))
    setting = headline(paragraph, 130, 52, floor=15, ceiling=84, least_lines=2)
    assert len(setting.lines) >= 2
    assert setting.height <= 52.01
    inks = [
        tuple(edge * size / 1000 for edge in paragraph.ink(line)) for line, size in zip(setting.lines, setting.sizes, strict=True)
    ]
    gaps = setting.height * MM - sum(top - bottom for top, bottom in inks)
    assert gaps / (len(inks) - 1) > 2
    assert all(
        paragraph.width(line) * size / 1000 <= 130 * MM + 0.1 for line, size in zip(setting.lines, setting.sizes, strict=True)
    )

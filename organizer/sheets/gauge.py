"""The gauge: a line of exactly 100 mm on what comes out of an office printer, to see that nothing was scaled."""

from __future__ import annotations

from functools import cache

from organizer.sheets.typesetting.colours import GREY, WHITE
from organizer.sheets.typesetting.drawing import draw_line
from organizer.sheets.typesetting.geometry import MM, Box
from organizer.sheets.typesetting.page import Page
from organizer.sheets.typesetting.paragraphs import Paragraph
from organizer.sheets.typesetting.runs import text
from organizer.sheets.typesetting.stacks import Role
from organizer.sheets.typesetting.voice import Voice

LENGTH = 100.0
_SIZE = 6.0
_CAPITAL = 0.357
_AIR = 1.2
_TICK = 0.8


def draw_gauge(page: Page, strip: Box) -> None:
    """In the middle of a strip of waste, along it: a line of 100 mm that says so in any language. It needs 2 mm."""
    x, y = strip.x + strip.w / 2, strip.y + strip.h / 2
    if strip.h > strip.w:
        with page.turned(x, y, 90):
            draw_gauge_at(page, x - LENGTH / 2, y)
    else:
        draw_gauge_at(page, x - LENGTH / 2, y)


def draw_gauge_at(page: Page, x: float, y: float) -> None:
    """From x to the right, its line at y."""
    label = _label()
    wide = label.width(label.whole()) * _SIZE / 1000 / MM
    middle = x + LENGTH / 2
    free = wide / 2 + _AIR
    page.fill(Box(middle - free, y - 0.9, 2 * free, 1.8), WHITE)
    page.line((x, y), (middle - free, y), GREY, 0.4)
    page.line((middle + free, y), (x + LENGTH, y), GREY, 0.4)
    for end in (x, x + LENGTH):
        page.line((end, y - _TICK), (end, y + _TICK), GREY, 0.4)
    baseline = y + _CAPITAL * _SIZE / MM
    draw_line(page, label, label.whole(), x=middle - wide / 2, baseline=baseline, size=_SIZE, colour=GREY)


@cache
def _label() -> Paragraph:
    return Paragraph(text("100 mm = 100 %"), Voice("en", Role.TEXT))

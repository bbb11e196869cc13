"""Evidence on paper: copies held are solid, reported letters pale, estimates hatched. Told apart in black and white too."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from organizer.sheets.typesetting.blocks import Bullet, Part
from organizer.sheets.typesetting.colours import WHITE, Colour
from organizer.sheets.typesetting.geometry import MM, Box
from organizer.sheets.typesetting.page import Page

KINDS = ("held", "reported", "estimated")
"""In the one order they are ever shown in."""
_PALE = 0.64
_EDGE_PT, _HATCH_PT, _PITCH = 0.5, 0.55, 1.15
_GAP = 0.45
_SWATCH, _MIDDLE = 0.78, 0.36


def fill_evidence(page: Page, box: Box, kind: str, colour: Colour) -> None:
    """One kind's fill in its colour. What is narrower than its edges is drawn as they are."""
    if kind == "held":
        page.fill(box, colour)
        return
    page.fill(box, colour.blend(WHITE, _PALE) if kind == "reported" else WHITE)
    if kind == "estimated":
        _hatch(page, box, colour)
    _frame(page, box, colour)


def _hatch(page: Page, box: Box, colour: Colour) -> None:
    """Lines that climb at half a right angle, cut at the edges of the box."""
    start = -box.h + _PITCH / 2
    while start < box.w:
        first, last = max(0.0, -start), min(box.h, box.w - start)
        if last > first:
            begin, end = ((box.x + start + way, box.bottom - way) for way in (first, last))
            page.line(begin, end, colour, _HATCH_PT)
        start += _PITCH


def _frame(page: Page, box: Box, colour: Colour) -> None:
    edge = min(_EDGE_PT / MM, box.w / 2, box.h / 2)
    sides = (
        Box(box.x, box.y, box.w, edge),
        Box(box.x, box.bottom - edge, box.w, edge),
        Box(box.x, box.y, edge, box.h),
        Box(box.right - edge, box.y, edge, box.h),
    )
    page.rectangles(list(sides), colour)


def swatch(kind: str, colour: Colour) -> Bullet:
    """A square of the fill before its name."""

    def mark(page: Page, x: float, baseline: float, size: float) -> None:
        side = _SWATCH * size / MM
        fill_evidence(page, Box(x - side / 2, baseline - _MIDDLE * size / MM - side / 2, side, side), kind, colour)

    return mark


@dataclass(frozen=True)
class EvidenceBar:
    """One bar of true widths, in the order of certainty. `share` of the column's width is all of it."""

    counts: Sequence[int]
    colour: Colour
    thick: float
    share: float = 1.0
    rtl: bool = False
    before: float = 0.0
    after: float = 0.0

    def height(self, _width: float) -> float:
        return self.before + self.thick

    def draw(self, page: Page, x: float, y: float, width: float) -> None:
        shown = [(kind, count) for kind, count in zip(KINDS, self.counts, strict=True) if count]
        room = max(0.0, width * self.share - _GAP * (len(shown) - 1))
        start = 0.0
        for kind, count in shown:
            wide = room * count / sum(self.counts)
            left = x + width - start - wide if self.rtl else x + start
            fill_evidence(page, Box(left, y + self.before, wide, self.thick), kind, self.colour)
            start += wide + _GAP

    def split(self, _width: float, _room: float) -> tuple[Part, Part] | None:
        return None

"""Marks before the lines of a list."""

from __future__ import annotations

from organizer.sheets.typesetting.blocks import Bullet
from organizer.sheets.typesetting.colours import Colour
from organizer.sheets.typesetting.geometry import MM, Box
from organizer.sheets.typesetting.page import Page

_SIDE, _MIDDLE = 0.27, 0.26


def square_mark(colour: Colour) -> Bullet:
    """A small square at half the height of small letters."""

    def mark(page: Page, x: float, baseline: float, size: float) -> None:
        side = _SIDE * size / MM
        page.fill(Box(x - side / 2, baseline - _MIDDLE * size / MM - side / 2, side, side), colour)

    return mark

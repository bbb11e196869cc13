"""QR codes drawn as one path of merged rectangles. Level M, four modules of quiet around. Source: ISO/IEC 18004."""

from __future__ import annotations

from functools import lru_cache
from itertools import groupby

import segno

from organizer.sheets.typesetting.colours import Colour
from organizer.sheets.typesetting.geometry import Box
from organizer.sheets.typesetting.page import Page

_QUIET = 4


@lru_cache(maxsize=64)
def modules(content: str) -> tuple[tuple[bool, ...], ...] | None:
    """Rows of dark and light; None where the content is longer than a QR code holds."""
    try:
        code = segno.make_qr(content, error="m")
    except segno.DataOverflowError:
        return None
    return tuple(tuple(bool(dark) for dark in row) for row in code.matrix)


def module_size(content: str, side: float) -> float:
    """The side of one module in mm when the code with its quiet zone is `side` mm wide; 0 where there is no code."""
    rows = modules(content)
    return side / (len(rows) + 2 * _QUIET) if rows else 0.0


def draw_qr(page: Page, content: str, box: Box, colour: Colour) -> bool:
    """Draw the code with its quiet zone into the box; False where the content is too long."""
    rows = modules(content)
    if not rows:
        return False
    unit = box.w / (len(rows) + 2 * _QUIET)
    bars = []
    for r, row in enumerate(rows):
        at = 0
        for dark, group in groupby(row):
            length = len(list(group))
            if dark:
                bars.append(Box(box.x + (at + _QUIET) * unit, box.y + (r + _QUIET) * unit, length * unit, unit))
            at += length
    page.rectangles(bars, colour)
    return True

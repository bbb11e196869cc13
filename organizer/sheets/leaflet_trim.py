"""The paper that leaflet, flyer and poster are laid out on: its size, its margin, and how large furniture and type are on it."""

from __future__ import annotations

from dataclasses import dataclass

from organizer.sheets.layouts import A5_PAGE, HALF_LETTER, LARGE_A4, LARGE_LETTER, Format, Size
from organizer.sheets.typesetting.geometry import Box

LEAST_BODY = 9.0
# 14 pt when it is printed a little smaller, with the white frame of an office printer.
LEAST_LARGE_PRINT = 14.8
_LEAST_SMALL = 8.0
_ENLARGED = 2**0.5


@dataclass(frozen=True)
class Trim:
    """Lengths in mm. `furniture` is what band, label, date tile and code are multiplied by, as they are on A5, and `type` the
    sizes of the letters; `least` in pt is the smallest that the body may be set in."""

    width: float = 148.0
    height: float = 210.0
    margin: float = 9.0
    furniture: float = 1.0
    type: float = 1.0
    least: float = LEAST_BODY

    @property
    def inner(self) -> float:
        """Width between the margins."""
        return self.width - 2 * self.margin

    @property
    def least_small(self) -> float:
        """The least size of what is short, in pt; the imprint alone may be smaller."""
        return self.least if self.least >= LEAST_LARGE_PRINT else _LEAST_SMALL

    def whole(self, bleed: float = 0.0) -> Box:
        return Box(-bleed, -bleed, self.width + 2 * bleed, self.height + 2 * bleed)


A5_TRIM = Trim()
HALF_LETTER_TRIM = Trim(139.7, 215.9, 8.5)


def _large_print(paper: Size) -> Trim:
    """A5 enlarged to A4, or a half letter to a whole one: nothing that is read at length is under 14 pt."""
    return Trim(*paper, margin=12.5, furniture=_ENLARGED, type=_ENLARGED, least=LEAST_LARGE_PRINT)


_TRIMS = {
    A5_PAGE.key: A5_TRIM,
    HALF_LETTER.key: HALF_LETTER_TRIM,
    LARGE_A4.key: _large_print(LARGE_A4.size),
    LARGE_LETTER.key: _large_print(LARGE_LETTER.size),
}


def trim_of(trimmed: Format) -> Trim:
    """The trim of a leaflet's format."""
    return _TRIMS[trimmed.key]

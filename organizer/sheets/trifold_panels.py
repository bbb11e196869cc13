"""The six panels of a sheet folded in three: the flap is narrower, so that it lies flat inside. Lengths in mm."""

from __future__ import annotations

from dataclasses import dataclass

from organizer.sheets.layouts import Size
from organizer.sheets.leaflet_trim import LEAST_BODY, LEAST_LARGE_PRINT, Trim
from organizer.sheets.typesetting.geometry import Box

_A4_WIDTH, _A4_FLAP, _LETTER_FLAP = 297.0, 97.0, 92.0
_TEXT_FROM_FOLD = 9.0
FOOT_AIR = 3.0
OFF_EDGE = 2.0
_AT_EDGE = 0.01
_LARGE = 1.4


@dataclass(frozen=True)
class Panels:
    """Of a sheet of that size. Where lines run from right to left, both sides are mirrored: the cover opens the other way."""

    size: Size
    rtl: bool = False

    @property
    def flap_width(self) -> float:
        return _A4_FLAP if self.size[0] == _A4_WIDTH else _LETTER_FLAP

    @property
    def measure(self) -> float:
        """The width of text, the same on all panels."""
        return self.flap_width - 2 * _TEXT_FROM_FOLD

    def outside(self) -> tuple[Box, Box, Box]:
        """Flap, back, front."""
        wide = (self.size[0] - self.flap_width) / 2
        return self._placed(self.flap_width, wide, wide)

    def inside(self) -> tuple[Box, Box, Box]:
        """The three panels in the order in which they are read; the last is the inner side of the flap."""
        wide = (self.size[0] - self.flap_width) / 2
        return self._placed(wide, wide, self.flap_width)

    def folds(self, panels: tuple[Box, Box, Box]) -> tuple[float, float]:
        """From the left edge of that side."""
        _edge, first, second = sorted(panel.x for panel in panels)
        return first, second

    def start(self, panel: Box) -> float:
        """Where what is drawn for a panel begins: off the edge of the sheet, which an office printer leaves white."""
        if panel.x < _AT_EDGE:
            return panel.x + OFF_EDGE
        return panel.x - OFF_EDGE if panel.right > self.size[0] - _AT_EDGE else panel.x

    def shown(self, panel: Box, bleed: float) -> Box:
        """What may be drawn for a panel, from where it starts: over the edges of the sheet, but never over a fold."""
        left = bleed if panel.x < _AT_EDGE else 0.0
        right = bleed if panel.right > self.size[0] - _AT_EDGE else 0.0
        return Box(panel.x - left - self.start(panel), -bleed, left + panel.w + right, panel.h + 2 * bleed)

    def margin(self, panel: Box) -> float:
        """From each side of a panel to its text."""
        return (panel.w - self.measure) / 2

    def trim(self, panel: Box, *, large: bool, furniture: float = 1.0) -> Trim:
        """The paper that a panel is to those who draw on it. Its foot stays clear of the white edge of office printers."""
        least, enlarged = (LEAST_LARGE_PRINT, _LARGE) if large else (LEAST_BODY, 1.0)
        return Trim(panel.w, panel.h - FOOT_AIR, self.margin(panel), furniture=furniture, type=enlarged, least=least)

    def _placed(self, *widths: float) -> tuple[Box, Box, Box]:
        starts = [sum(widths[:k]) for k in range(3)]
        boxes = [Box(x, 0.0, w, self.size[1]) for x, w in zip(starts, widths, strict=True)]
        first, second, third = (box.mirrored(self.size[0]) for box in boxes) if self.rtl else boxes
        return first, second, third

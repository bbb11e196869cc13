"""Boxes on a sheet: millimetres from the top left corner of the trimmed sheet, y downwards."""

from __future__ import annotations

from dataclasses import dataclass, replace

MM = 72 / 25.4


@dataclass(frozen=True)
class Box:
    x: float
    y: float
    w: float
    h: float

    @property
    def right(self) -> float:
        return self.x + self.w

    @property
    def bottom(self) -> float:
        return self.y + self.h

    def mirrored(self, width: float) -> Box:
        """The same box on a sheet of that width seen in a mirror."""
        return replace(self, x=width - self.x - self.w)

    def top(self, h: float) -> Box:
        return replace(self, h=h)

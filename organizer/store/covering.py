"""Covering: which part of a picture is made unrecognisable, into how few flat cells, and of which tone. Numbers, no pixels.

What makes it safe. A cell's tone is made from the mean of its pixels alone, so two faces with equal means come out equal to the
byte: what tells them apart is not hidden in the picture, it is not there. Of an area at most 6 by 6 such means are left however
large it is, each drawn half way to the tone of the whole area and rounded to sixteen steps: mosaics of more and finer cells were
read by programs that had the faces of a few dozen people to choose from. A blur is never used: it moves detail about and can be
turned back. No noise is added: it would look like more and hide nothing, as it is averaged away.
What stays is where a face was, how large, and its rough light and colour.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

MOST_CELLS = 6
"""Along the longer side of an area."""
_LEAST_CELL = 8
_STEP = 17
"""Of 255: sixteen steps from black to white."""


@dataclass(frozen=True)
class Box:
    """A part of an upright picture, in its pixels from the upper left."""

    left: int
    top: int
    width: int
    height: int

    @property
    def right(self) -> int:
        return self.left + self.width

    @property
    def bottom(self) -> int:
        return self.top + self.height

    def within(self, width: int, height: int) -> Box | None:
        """What of it lies in a picture of this size; None where nothing does."""
        left, top = max(0, self.left), max(0, self.top)
        right, bottom = min(width, self.right), min(height, self.bottom)
        return Box(left, top, right - left, bottom - top) if right > left and bottom > top else None


@dataclass(frozen=True)
class Area:
    """What is to be covered: a box, or the ellipse in it."""

    box: Box
    round: bool = True


def cells(width: int, height: int) -> list[Box]:
    """The cells of an area of this size, row by row, measured from its upper left. Sides are never cut finer than 8 pixels."""
    longer = max(width, height)
    most = max(1, min(MOST_CELLS, longer // _LEAST_CELL))
    across, down = _edges(width, max(1, round(most * width / longer))), _edges(height, max(1, round(most * height / longer)))
    return [Box(left, top, right - left, bottom - top) for top, bottom in pairwise(down) for left, right in pairwise(across)]


def _edges(length: int, parts: int) -> list[int]:
    return [length * k // parts for k in range(parts + 1)]


def tone(cell: Sequence[float], whole: Sequence[float]) -> tuple[int, ...]:
    """The colour of a cell, from its mean and that of the whole area, channel by channel from 0 to 255."""
    return tuple(round((mine + all_) / 2 / _STEP) * _STEP for mine, all_ in zip(cell, whole, strict=True))

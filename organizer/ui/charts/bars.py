"""Geometry of the bars of letters over time: scale, bars, axis words, and where notes find room. Lengths in px. No Qt."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

Parts = tuple[int, int, int]
"""Held, reported, estimated."""
_FILL = 0.72
_GAP_ABOVE = 3


@dataclass(frozen=True)
class Frame:
    """The room for bars inside a widget, and its device pixels per px."""

    left: float
    top: float
    width: float
    height: float
    ratio: float = 1.0

    @property
    def bottom(self) -> float:
        return self.top + self.height


@dataclass(frozen=True)
class Piece:
    """One part of a bar: its place in the order of certainty, and its rectangle."""

    part: int
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True)
class Tick:
    value: int
    y: float


@dataclass(frozen=True)
class AxisWord:
    index: int
    x: float
    words: str


@dataclass(frozen=True)
class NotePlace:
    """Where a note of some width goes: its start, whether it stands before its bar, and the line that leads to it."""

    x: float
    y: float
    before: bool


@dataclass(frozen=True)
class Bars:
    frame: Frame
    step: float
    bar_width: float
    ticks: tuple[Tick, ...]
    pieces: tuple[Piece, ...]

    def middle(self, index: float) -> float:
        """The middle of the bar at this place of the row; parts of a place are allowed."""
        return self.frame.left + index * self.step + self.bar_width / 2

    def top(self, index: int) -> float:
        """Where the bar ends above."""
        mine = [piece.y for piece in self.pieces if self._index(piece) == index]
        return min(mine, default=self.frame.bottom)

    def index_at(self, x: float) -> int:
        return math.floor((x - self.frame.left) / self.step)

    def _index(self, piece: Piece) -> int:
        return self.index_at(piece.x + piece.width / 2)


def nice_ticks(highest: int, most: int = 5) -> list[int]:
    """Whole round numbers from 0 past `highest`, in steps of 1, 2 or 5 times a power of ten; at most `most` steps."""
    step = 1
    while math.ceil(max(1, highest) / step) > most:
        step = step * 5 // 2 if str(step).startswith("2") else step * 2
    return [step * n for n in range(math.ceil(max(1, highest) / step) + 1)]


def lay_bars(parts: Sequence[Parts], frame: Frame) -> Bars:
    """Bars on whole device pixels, one gap of a device pixel between the parts of a bar."""
    values = nice_ticks(max((sum(part) for part in parts), default=0), 4 if frame.height > 120 else 2)
    scale = frame.height / values[-1]
    step = frame.width / max(1, len(parts))
    width = max(2.0, math.floor(min(step * _FILL, 28) * frame.ratio) / frame.ratio)
    pieces: list[Piece] = []
    for index, part in enumerate(parts):
        x = math.floor((frame.left + index * step) * frame.ratio) / frame.ratio
        y = frame.bottom
        for place, count in enumerate(part):
            height = count * scale
            y -= height
            if count:
                gap = 1 / frame.ratio if height > _GAP_ABOVE else 0
                pieces.append(Piece(place, x, y, width, height - gap))
    ticks = tuple(Tick(value, round((frame.bottom - value * scale) * frame.ratio) / frame.ratio) for value in values)
    return Bars(frame, step, width, ticks, tuple(pieces))


@dataclass(frozen=True)
class AxisDate:
    """A place in the row where a month or year begins: its words, and those with the year where the year is new."""

    index: int
    year: int
    short: str
    with_year: str


def axis_words(bars: Bars, dates: Sequence[AxisDate], measure: Callable[[str], float], gap: float = 10) -> tuple[AxisWord, ...]:
    """Of the dates those that fit, at even distances: every one, or every second, third, fourth, sixth, twelfth."""
    room = bars.frame.left + bars.frame.width + bars.step
    for every in (1, 2, 3, 4, 6, 12, 24):
        words = _with_years(bars, dates[::every])
        ends = [word.x + measure(word.words) for word in words]
        if all(later.x - end >= gap for later, end in zip(words[1:], ends, strict=False)):
            return tuple(word for word, end in zip(words, ends, strict=True) if end <= room)
    return ()


def _with_years(bars: Bars, dates: Sequence[AxisDate]) -> list[AxisWord]:
    words, year = [], None
    for date in dates:
        text = date.short if date.year == year else date.with_year
        words.append(AxisWord(date.index, bars.frame.left + date.index * bars.step, text))
        year = date.year
    return words


def note_place(bars: Bars, index: int, width: float, height: float, gap: float) -> NotePlace | None:
    """Room for a note beside the top of a bar, before it or after it. None where the frame is too narrow for it."""
    middle, y = bars.middle(index), max(bars.frame.top, bars.top(index) - gap / 4)
    before = middle - bars.bar_width / 2 - gap - width
    after = middle + bars.bar_width / 2 + gap
    end = bars.frame.left + bars.frame.width
    for x, is_before in ((before, True), (after, False)):
        inside = x >= bars.frame.left and x + width <= end
        if inside and not _covered(bars, x, x + width, y, y + height):
            return NotePlace(x, y, is_before)
    return None


def _covered(bars: Bars, left: float, right: float, top: float, bottom: float) -> bool:
    return any(
        piece.x < right and piece.x + piece.width > left and piece.y < bottom and piece.y + piece.height > top
        for piece in bars.pieces
    )

"""Headlines: lines scaled to the measure one by one, chosen so that they fill their place, spaced by their ink.

By ink, not by the font's ascent: so the marks over Й and Ў, under Ң and around Arabic letters never touch the next line.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, pairwise
from typing import NamedTuple

from organizer.sheets.typesetting.colours import Colour
from organizer.sheets.typesetting.drawing import draw_line
from organizer.sheets.typesetting.geometry import MM
from organizer.sheets.typesetting.page import Page
from organizer.sheets.typesetting.paragraphs import Paragraph
from organizer.sheets.typesetting.shaping import Line

_GAP = 0.13
_MOST_UNEVEN = 1.7
_EVENNESS = 0.25
_MOST_LINES = 4
_ALL_CUTS_UP_TO = 10
_MOST_WORDS = 60


class _Cut(NamedTuple):
    lines: tuple[Line, ...]
    sizes: tuple[float, ...]
    height: float
    cover: float


class Headline(NamedTuple):
    """Lines with their sizes in pt; `height` in mm; whether all of it fits at a readable size."""

    paragraph: Paragraph
    lines: tuple[Line, ...]
    sizes: tuple[float, ...]
    height: float
    fits: bool

    @property
    def smallest(self) -> float:
        return min(self.sizes, default=0.0)


def headline(
    paragraph: Paragraph, width: float, height: float, *, floor: float, ceiling: float, least_lines: int = 1
) -> Headline:
    """The setting that covers most of a place of width by height mm. `floor` and `ceiling` in pt."""
    room, tall = width * MM, height * MM
    cuts = [_solve(paragraph, lines, room, tall, ceiling) for lines in _variants(paragraph, least_lines)]
    readable = [cut for cut in cuts if min(cut.sizes) >= floor]
    if readable:
        best = max(readable, key=lambda cut: cut.cover)
        return Headline(paragraph, best.lines, best.sizes, best.height / MM, True)
    if not paragraph.text.strip():
        return Headline(paragraph, (), (), 0.0, True)
    return _at_floor(paragraph, room, tall, floor)


def draw_headline(page: Page, setting: Headline, x: float, y: float, width: float, colour: Colour) -> None:
    """Draw from the top edge y; right-to-left headlines end at the right."""
    gap = _gap(setting.sizes) / MM
    for line, size in zip(setting.lines, setting.sizes, strict=True):
        top, bottom = setting.paragraph.ink(line)
        used = setting.paragraph.width(line) * size / 1000 / MM
        left = x + width - used if setting.paragraph.base else x
        draw_line(page, setting.paragraph, line, x=left, baseline=y + top * size / 1000 / MM, size=size, colour=colour)
        y += (top - bottom) * size / 1000 / MM + gap


def _variants(paragraph: Paragraph, least_lines: int) -> Iterator[tuple[Line, ...]]:
    words = paragraph.words()
    if not words or len(words) > _MOST_WORDS:
        return
    if len(words) > _ALL_CUTS_UP_TO:
        yield from _even_variants(paragraph)
        return
    for count in range(min(least_lines, len(words)), min(_MOST_LINES, len(words)) + 1):
        for cuts in combinations(range(1, len(words)), count - 1):
            edges = (0, *cuts, len(words))
            yield tuple(paragraph.line(words[a].start, words[b - 1].end) for a, b in pairwise(edges) if b > a)


def _even_variants(paragraph: Paragraph) -> Iterator[tuple[Line, ...]]:
    """For long headlines: two to seven lines, each time as even as they come."""
    whole = paragraph.width(paragraph.whole())
    for count in range(2, 8):
        lines = paragraph.balanced(whole / count * 1.08)
        if lines and not paragraph.splits(lines):
            yield tuple(lines)


def _solve(paragraph: Paragraph, lines: tuple[Line, ...], room: float, tall: float, ceiling: float) -> _Cut:
    widths = [max(paragraph.width(line), 1.0) / 1000 for line in lines]
    inks = [(top - bottom) / 1000 for top, bottom in map(paragraph.ink, lines)]
    sizes = [room / width for width in widths]
    most = min(min(sizes) * _MOST_UNEVEN, ceiling)
    sizes = [min(size, most) for size in sizes]
    height = _height(sizes, inks)
    shrink = min(1.0, tall / height) if height > 0 else 1.0
    sizes = [size * shrink for size in sizes]
    area = sum(size * size * width for size, width in zip(sizes, widths, strict=True))
    cover = area * (min(sizes) / max(sizes)) ** _EVENNESS
    return _Cut(lines, tuple(sizes), _height(sizes, inks), cover)


def _height(sizes: list[float], inks: list[float]) -> float:
    return sum(size * ink for size, ink in zip(sizes, inks, strict=True)) + _gap(sizes) * (len(sizes) - 1)


def _gap(sizes: list[float] | tuple[float, ...]) -> float:
    return _GAP * sum(sizes) / len(sizes) if sizes else 0.0


def _at_floor(paragraph: Paragraph, room: float, tall: float, floor: float) -> Headline:
    """At the smallest size, words cut where they are wider than the measure; lines that do not fit are left out."""
    lines = paragraph.lines(room * 1000 / floor)
    kept: list[Line] = []
    height = 0.0
    for line in lines:
        top, bottom = paragraph.ink(line)
        more = (top - bottom) * floor / 1000 + (_GAP * floor if kept else 0.0)
        if kept and height + more > tall:
            break
        kept.append(line)
        height += more
    complete = len(kept) == len(lines) and not paragraph.splits(lines)
    return Headline(paragraph, tuple(kept), (floor,) * len(kept), height / MM, complete)

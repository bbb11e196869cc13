"""Headlines: lines scaled to the measure one by one, chosen so that they fill their place, spaced by their ink.

By ink, not by the font's ascent: so the marks over Й and Ў, under Ң and around Arabic letters never touch the next line, and
no stroke of a sweeping script stands out of the measure. Capitals stand evenly: a single J or Ң may hang into the gap.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise
from typing import NamedTuple

from organizer.sheets.typesetting.colours import Colour
from organizer.sheets.typesetting.drawing import draw_line
from organizer.sheets.typesetting.geometry import MM
from organizer.sheets.typesetting.page import Page
from organizer.sheets.typesetting.paragraphs import Paragraph
from organizer.sheets.typesetting.shaping import Line
from organizer.sheets.typesetting.stacks import stack

_GAP, _CLEAR = 0.13, 0.07
_COMMAS = frozenset(",;‚„")
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


class _Extent(NamedTuple):
    """What a line covers, in 1/1000 em: `top` and `bottom` of its ink, `body_top` and `body_bottom` of its capitals.

    `wide` is its width with what stands out of it, `right` where that ends from where the line begins.
    """

    wide: float
    right: float
    top: float
    bottom: float
    body_top: float
    body_bottom: float

    @property
    def height(self) -> float:
        return self.top - self.bottom


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
    extents = [_extent(setting.paragraph, line) for line in setting.lines]
    gaps = [0.0, *_gaps(extents, setting.sizes)]
    for line, size, extent, gap in zip(setting.lines, setting.sizes, extents, gaps, strict=False):
        em = size / 1000 / MM
        y += gap / MM
        left = x + width - extent.right * em if setting.paragraph.base else x
        draw_line(page, setting.paragraph, line, x=left, baseline=y + extent.top * em, size=size, colour=colour)
        y += extent.height * em


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
    extents = [_extent(paragraph, line) for line in lines]
    widths = [max(extent.wide, 1.0) / 1000 for extent in extents]
    sizes = [room / width for width in widths]
    most = min(min(sizes) * _MOST_UNEVEN, ceiling)
    sizes = [min(size, most) for size in sizes]
    height = _height(extents, sizes)
    shrink = min(1.0, tall / height) if height > 0 else 1.0
    sizes = [size * shrink for size in sizes]
    area = sum(size * size * width for size, width in zip(sizes, widths, strict=True))
    cover = area * (min(sizes) / max(sizes)) ** _EVENNESS
    return _Cut(lines, tuple(sizes), _height(extents, sizes), cover)


def _extent(paragraph: Paragraph, line: Line) -> _Extent:
    """Right-to-left lines are held in the measure by their ink: the letters of Nastaliq reach far out of their advance."""
    top, bottom = paragraph.ink(line)
    wide = paragraph.width(line)
    if paragraph.base:
        left, right = paragraph.reach(line)
        return _Extent(right - left, right, top, bottom, top, bottom)
    face = stack(paragraph.voice.role, paragraph.voice.language)[0]
    if paragraph.voice.capitals and face.glyph("H") and bottom < top:
        # A comma over the next line's E would be read as its accent.
        low = bottom if _COMMAS.intersection(paragraph.text[line.start : line.end]) else max(bottom, 0.0)
        return _Extent(wide, wide, top, bottom, min(top, face.cap_height()), low)
    return _Extent(wide, wide, top, bottom, top, bottom)


def _height(extents: Sequence[_Extent], sizes: Sequence[float]) -> float:
    inks = sum(size * extent.height / 1000 for extent, size in zip(extents, sizes, strict=True))
    return inks + sum(_gaps(extents, sizes))


def _gaps(extents: Sequence[_Extent], sizes: Sequence[float]) -> list[float]:
    """From the ink of each line to that of the next, in pt."""
    if not sizes:
        return []
    mean = sum(sizes) / len(sizes)
    found = []
    for (above, size), (below, next_size) in pairwise(zip(extents, sizes, strict=True)):
        hanging = ((above.body_bottom - above.bottom) * size + (below.top - below.body_top) * next_size) / 1000
        found.append(max(_CLEAR * mean, _GAP * mean - hanging))
    return found


def _at_floor(paragraph: Paragraph, room: float, tall: float, floor: float) -> Headline:
    """At the smallest size, words cut where they are wider than the measure; lines that do not fit are left out."""
    lines = paragraph.lines(room * 1000 / floor)
    kept: list[Line] = []
    height = 0.0
    for line in lines:
        more = _height([_extent(paragraph, one) for one in (*kept, line)], (floor,) * (len(kept) + 1))
        if kept and more > tall:
            break
        kept.append(line)
        height = more
    complete = len(kept) == len(lines) and not paragraph.splits(lines)
    return Headline(paragraph, tuple(kept), (floor,) * len(kept), height / MM, complete)

"""The inside of the booklet: the text and then the demands, a column a page, with page numbers and a crowd along the foot."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from operator import itemgetter
from typing import NamedTuple

from organizer.i18n import _
from organizer.sheets import words
from organizer.sheets.compositor import Compositor
from organizer.sheets.content import LeafletContent
from organizer.sheets.crowd import draw_crowd
from organizer.sheets.layouts import Size
from organizer.sheets.leaflet_body import tell_cut, tell_size
from organizer.sheets.leaflet_columns import Build, Filled, fill, levelled
from organizer.sheets.leaflet_demands import Demands
from organizer.sheets.leaflet_story import BODY, Story
from organizer.sheets.leaflet_trim import LEAST_BODY
from organizer.sheets.typesetting.blocks import Part, draw_stack, stack_height
from organizer.sheets.typesetting.drawing import draw_line
from organizer.sheets.typesetting.geometry import MM, Box
from organizer.sheets.typesetting.headline import draw_headline, headline
from organizer.sheets.typesetting.page import Page
from organizer.sheets.typesetting.runs import text
from organizer.sheets.typesetting.stacks import Role

FOUR, EIGHT = 2, 6
"""How many pages there are inside a booklet of four and one of eight."""
_MARGIN_SHARE = 0.1
_STRIP, _SLANT = 11.0, 5.0
_TOP, _BOTTOM = 22.0, 21.0
_HEADLINE, _HEADLINE_LARGEST, _HEADLINE_GAP = 34.0, 40.0, 7.0
_NUMBER, _NUMBER_FROM_END, _MIDDLE = 11.0, 2.6, 0.357
_TAB, _TAB_HEIGHT, _ABOVE_TAB = 11.0, 6.4, 7.0
_FLOOR = LEAST_BODY / BODY
_AT_EASE, _GOOD, _LARGEST = 0.93, 1.0, 1.35
_ABOVE_PICTURE, _LEAST_PICTURE, _MOST_PICTURE = 9.0, 34.0, 86.0


class _Laid(NamedTuple):
    """The parts of each page."""

    pages: list[list[Part]]
    scale: float
    rest: list[Part]


class Inside:
    """Laid out at once: `count` pages, numbered from 2. Four pages in all where the text is at ease on them, else eight."""

    def __init__(self, content: LeafletContent, compositor: Compositor, size: Size) -> None:
        self._content, self._compositor, self._size = content, compositor, size
        self._margin = size[0] * _MARGIN_SHARE
        self._measure = size[0] - 2 * self._margin
        self._story, self._demands = Story(content, compositor, 1.0), Demands(content, compositor, 1.0)
        said = compositor.paragraph("headline", text(" ".join(content.headline.split())), Role.DISPLAY, capitals=True)
        self._headline = headline(said, self._measure, _HEADLINE, floor=12.0, ceiling=_HEADLINE_LARGEST)
        self._laid = self._lay()
        self.count = len(self._laid.pages)
        self._picture = self._room_for_picture()
        self._tell()

    def draw(self, page: Page, *, number: int) -> None:
        """The page of that number, from 2."""
        width, height = self._size
        page.fill(Box(-page.bleed, -page.bleed, width + 2 * page.bleed, height + 2 * page.bleed), self._compositor.palette.paper)
        with self._spread(page, number) as x:
            self._draw_across(page, x)
        room, parts = self._rooms(self.count)[number - 2], self._laid.pages[number - 2]
        if number == 2 and self._headline.lines:
            colour = self._compositor.palette.coloured_on(self._compositor.palette.paper)
            with page.tagged("H2"):
                draw_headline(page, self._headline, self._margin, _TOP, self._measure, colour)
        draw_stack(page, parts, room.x, room.y, room.w)
        self._draw_number(page, number)

    @contextmanager
    def _spread(self, page: Page, number: int) -> Iterator[float]:
        """Draws over two facing pages, of which this one shows; where the left one begins."""
        width, height = self._size
        is_left = (number % 2 == 0) != self._compositor.rtl
        bleed = page.bleed
        with page.panel(0.0, 0.0, shown=Box(-bleed, -bleed, width + 2 * bleed, height + 2 * bleed)):
            yield 0.0 if is_left else -width

    def _draw_across(self, page: Page, x: float) -> None:
        """The strip at the head and the crowd along the foot of two facing pages."""
        palette, bleed, rtl = self._compositor.palette, page.bleed, self._compositor.rtl
        width, height = self._size
        left, right = x - bleed, x + 2 * width + bleed
        low, high = (_STRIP - _SLANT, _STRIP) if rtl else (_STRIP, _STRIP - _SLANT)
        page.polygon([(left, -bleed), (right, -bleed), (right, high), (left, low)], palette.accent)
        if self._picture:
            # Always as high as it may be, with paper over what is too much: heads and arms stay in the picture.
            top, highest = height - self._picture, height - _MOST_PICTURE
            draw_crowd(page, palette, Box(left, highest, right - left, _MOST_PICTURE + bleed))
            ends = (top + 2 * _SLANT, top) if rtl else (top, top + 2 * _SLANT)
            page.polygon([(left, highest - 0.5), (right, highest - 0.5), (right, ends[1]), (left, ends[0])], palette.paper)

    def _draw_number(self, page: Page, number: int) -> None:
        """On a dark tab at the outer edge, which is where the lines of even pages begin."""
        compositor, palette, (width, height) = self._compositor, self._compositor.palette, self._size
        at_left = (number % 2 == 0) != compositor.rtl
        tab = Box(-page.bleed, height - _BOTTOM + _ABOVE_TAB, _TAB + page.bleed, _TAB_HEIGHT)
        tab = tab if at_left else tab.mirrored(width)
        page.fill(tab, palette.night)
        said = compositor.paragraph("", text(words.digits(str(number), compositor.language)), Role.LABEL)
        whole = said.whole()
        wide = said.width(whole) * _NUMBER / 1000 / MM
        x = (_TAB - _NUMBER_FROM_END - wide) if at_left else width - _TAB + _NUMBER_FROM_END
        baseline = tab.y + _TAB_HEIGHT / 2 + _MIDDLE * _NUMBER / MM
        draw_line(page, said, whole, x=x, baseline=baseline, size=_NUMBER, colour=palette.readable_on(palette.night))

    def _rooms(self, count: int) -> list[Box]:
        """For text, a page each; on the first one the headline comes before it."""
        taken = self._headline.height + _HEADLINE_GAP if self._headline.lines else 0.0
        height = self._size[1] - _BOTTOM - _TOP
        first = Box(self._margin, _TOP + taken, self._measure, height - taken)
        return [first, *[Box(self._margin, _TOP, self._measure, height)] * (count - 1)]

    def _lay(self) -> _Laid:
        """On four pages if it can be read at ease there, each thing on its own page where that goes; else on eight."""
        for count in (FOUR, EIGHT):
            apart = self._apart(count)
            if apart:
                return apart
            floor = _AT_EASE if count == FOUR else _FLOOR
            together = self._level(self._all, self._rooms(count), floor, _LARGEST)
            if not together.rest:
                break
        return _Laid(together.columns, together.scale, together.rest)

    def _apart(self, count: int) -> _Laid | None:
        """The demands on pages of their own, in the size of the text, as large as both go; None where they do not fit so."""
        rooms = self._rooms(count)
        if not self._story.parts(_GOOD) or not self._demands.parts(_GOOD):
            return None
        scales = [(self._scale_apart(rooms[:first], rooms[first:]), first) for first in range(count - 1, 0, -1)]
        scale, first = max(scales, key=itemgetter(0))
        if scale < _GOOD:
            return None
        story = self._level(self._story.parts, rooms[:first], scale, scale)
        demands = self._level(self._demands.parts, rooms[first:], scale, scale)
        return _Laid([*story.columns, *demands.columns], scale, [])

    def _scale_apart(self, before: list[Box], behind: list[Box]) -> float:
        """The size at which text and demands both fit their pages; 0 where they do not."""
        story = fill(self._story.parts, before, floor=_GOOD, ceiling=_LARGEST)
        demands = fill(self._demands.parts, behind, floor=_GOOD, ceiling=story.scale) if not story.rest else story
        return 0.0 if demands.rest else demands.scale

    def _level(self, build: Build, rooms: list[Box], floor: float, ceiling: float) -> Filled:
        filled = fill(build, rooms, floor=floor, ceiling=ceiling)
        return filled if filled.rest or len(rooms) == 1 else levelled(build, rooms, filled)

    def _all(self, scale: float) -> list[Part]:
        return [*self._story.parts(scale), *self._demands.parts(scale)]

    def _room_for_picture(self) -> float:
        """The height of the crowd, the same on all pages; 0 where the text goes too far down."""
        rooms = self._rooms(self.count)
        ends = [room.y + stack_height(parts, room.w) for room, parts in zip(rooms, self._laid.pages, strict=True)]
        tall = min(self._size[1] - max(ends) - _ABOVE_PICTURE, _MOST_PICTURE)
        return tall if tall >= _LEAST_PICTURE and self._content.design == "photo" else 0.0

    def _tell(self) -> None:
        compositor, (rooms, pages) = self._compositor, (self._rooms(self.count), self._laid.pages)
        first = {"body": 0, "demands": next((k for k, parts in enumerate(pages) if k and parts), 0)}
        for field, k in first.items():
            compositor.placed(field, k + 2, rooms[k])
        if not self._all(_GOOD):
            compositor.note("stop", "body", _("There is nothing to read inside. Write what happened, or choose demands."))
        elif self._laid.rest:
            field = "body" if self._story.letters > self._demands.letters else "demands"
            tell_cut(compositor, field, self._laid.rest, LEAST_BODY)
        else:
            tell_size(compositor, "body", self._laid.scale, BODY)

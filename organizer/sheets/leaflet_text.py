"""The leaflet for long texts, on both sides: headline and text in front, the rest of it, the demands and the call on the back."""

from __future__ import annotations

from dataclasses import replace

from organizer.sheets.compositor import Compositor
from organizer.sheets.content import LeafletContent
from organizer.sheets.leaflet_body import tell_cut, tell_size
from organizer.sheets.leaflet_columns import Filled, fill, levelled
from organizer.sheets.leaflet_demands import Demands
from organizer.sheets.leaflet_faces import BODY_AIR, TypeFace, tell_what_is_missing
from organizer.sheets.leaflet_foot import Foot
from organizer.sheets.leaflet_head import LATE
from organizer.sheets.leaflet_story import BODY, Story
from organizer.sheets.leaflet_trim import Trim
from organizer.sheets.leaflet_type_head import TypeHead
from organizer.sheets.typesetting.blocks import Block, draw_stack, stack_height
from organizer.sheets.typesetting.drawing import draw_line
from organizer.sheets.typesetting.fit import fit, fit_line
from organizer.sheets.typesetting.geometry import MM, Box
from organizer.sheets.typesetting.page import Page
from organizer.sheets.typesetting.runs import text
from organizer.sheets.typesetting.stacks import Role
from organizer.sheets.words import paper_words

_HEADLINE_ROOMS = (96.0, 84.0, 72.0, 62.0, 54.0, 46.0, 38.0)
_LEAST_HEADLINE_ROOM = 30.0
_GUTTER = 7.0
_TWO_COLUMNS_FROM = 620
_CEILING, _CEILING_ON_FRONT = 1.25, 1.2
_DEMANDS_CEILING = 1.35
_OVERLEAF = 7.0
_BAND, _BAND_LETTERS = 11.0, 13.0
_ABOVE_DEMANDS = 5.0


class TextFaces:
    """Front and back. Where all of the text stands in front, the back says the headline again, as large as it goes."""

    def __init__(self, content: LeafletContent, compositor: Compositor, trim: Trim) -> None:
        self._content, self._compositor, self._trim = content, compositor, trim
        self._there = compositor.speaking(compositor.language, face=2)
        self._head = TypeHead(content, compositor, trim)
        self._foot = Foot(content, self._there, trim)
        self._story = Story(content, compositor, trim.type)
        self._demands = Demands(content, self._there, trim.type)
        self._floor = min(1.0, trim.least / (BODY * trim.type))
        self._columns = 2 if self._story.letters >= _TWO_COLUMNS_FROM else 1
        self._headline_room = _LEAST_HEADLINE_ROOM * trim.furniture
        self._front, self._over = self._set()

    def _set(self) -> tuple[Filled, Filled | None]:
        """The text in the columns in front, and those on the back, if it goes on there."""
        whole = self._all_in_front()
        if whole:
            return whole, None
        front, back = self._front_rooms(), self._back_rooms(1.0)
        both = fill(self._story.parts, [*front, *back], floor=self._floor, ceiling=_CEILING)
        count = len(front)
        behind = Filled(both.columns[count:], both.scale, both.rest)
        rest = [part for column in behind.columns for part in column]
        if not both.rest:
            behind = levelled(lambda _scale: rest, back, behind)
        return Filled(both.columns[:count], both.scale, []), behind

    def _all_in_front(self) -> Filled | None:
        """All of the text in front, under as large a headline as there is room for; None where it goes on overleaf."""
        for room in (*_HEADLINE_ROOMS, _LEAST_HEADLINE_ROOM):
            self._headline_room = room * self._trim.furniture
            rooms = self._front_rooms()
            floor = 1.0 if room == _LEAST_HEADLINE_ROOM else _CEILING_ON_FRONT
            whole = fill(self._story.parts, rooms, floor=floor, ceiling=_CEILING_ON_FRONT)
            if not whole.rest:
                return levelled(self._story.parts, rooms, whole)
        return None

    def _front_rooms(self) -> list[Box]:
        trim, unit = self._trim, self._trim.furniture
        top = self._head.band(self._headline_room) + BODY_AIR * unit
        return self._columns_of(Box(trim.margin, top, trim.inner, trim.height - trim.margin - _OVERLEAF * unit - top))

    def _back_rooms(self, scale: float) -> list[Box]:
        trim, unit = self._trim, self._trim.furniture
        top = (_BAND + BODY_AIR) * unit
        demands = stack_height(self._demands.parts(scale), trim.inner)
        below = demands + _ABOVE_DEMANDS * unit if demands else 0.0
        end = trim.height - self._foot.height - BODY_AIR * unit - below
        return self._columns_of(Box(trim.margin, top, trim.inner, max(0.0, end - top)))

    def _columns_of(self, room: Box) -> list[Box]:
        """In reading order: from the right in languages that are written from there."""
        gutter = _GUTTER * self._trim.furniture
        width = (room.w - gutter * (self._columns - 1)) / self._columns
        boxes = [Box(room.x + k * (width + gutter), room.y, width, room.h) for k in range(self._columns)]
        return boxes[::-1] if self._compositor.rtl else boxes

    def draw_front(self, page: Page) -> None:
        trim, bleed = self._trim, page.bleed
        if self._columns == 1 and self._over is None:
            TypeFace(replace(self._content, demands=()), self._compositor, trim, foot=False).draw(page)
            return
        page.fill(trim.whole(bleed), self._compositor.palette.paper)
        self._head.draw_down_to(page, bleed, self._head.band(self._headline_room), self._headline_room)
        rooms = self._front_rooms()
        self._draw_columns(page, self._front, rooms)
        self._compositor.placed("body", 1, Box(trim.margin, rooms[0].y, trim.inner, rooms[0].h))
        if self._over:
            self._draw_overleaf(page)
        tell_what_is_missing(self._content, self._compositor, self._head.setting)
        if self._over and self._over.rest:
            tell_cut(self._compositor, "body", self._over.rest, trim.least)
        elif self._over:
            tell_size(self._compositor, "body", self._over.scale, BODY * trim.type)

    def draw_back(self, page: Page) -> None:
        if self._over is None:
            TypeFace(replace(self._content, body="", kicker=""), self._there, self._trim, again=True).draw(page)
            return
        trim, unit = self._trim, self._trim.furniture
        page.fill(trim.whole(page.bleed), self._compositor.palette.paper)
        self._draw_band(page)
        rooms = self._back_rooms(1.0)
        self._draw_columns(page, self._over, rooms)
        start = rooms[0].y + (self._over.height(rooms) + _ABOVE_DEMANDS * unit if any(self._over.columns) else 0.0)
        end = trim.height - self._foot.height - BODY_AIR * unit
        demands = fit(self._demands.parts, trim.inner, end - start, floor=1.0, ceiling=_DEMANDS_CEILING).parts
        left = end - start - stack_height(demands, trim.inner)
        draw_stack(page, demands, trim.margin, start + max(0.0, left) / 2, trim.inner)
        self._there.placed("demands", 1, Box(trim.margin, start, trim.inner, end - start))
        self._foot.draw(page, page.bleed)

    def _draw_columns(self, page: Page, filled: Filled, rooms: list[Box]) -> None:
        for parts, room in zip(filled.columns, rooms, strict=True):
            draw_stack(page, parts, room.x, room.y, room.w)

    def _draw_overleaf(self, page: Page) -> None:
        """The line that sends readers to the back."""
        compositor, trim, unit = self._compositor, self._trim, self._trim.furniture
        words = compositor.paragraph("", text(paper_words("leaflet", compositor.language)["overleaf"]), Role.LABEL)
        pt = max(trim.least_small, 10.0 * trim.type)
        colour = compositor.palette.coloured_on(compositor.palette.paper)
        block = Block(words, compositor.size(pt), compositor.leading(pt * 1.2), colour, align="end", order=LATE)
        height = stack_height([block], trim.inner)
        draw_stack(page, [block], trim.margin, trim.height - trim.margin - height + 1.5 * unit, trim.inner)

    def _draw_band(self, page: Page) -> None:
        """The headline once more, in one line at the head of the back."""
        compositor, trim, unit = self._there, self._trim, self._trim.furniture
        palette, bleed = compositor.palette, page.bleed
        band = Box(-bleed, -bleed, trim.width + 2 * bleed, _BAND * unit + bleed)
        page.fill(band, palette.accent)
        page.fill(Box(band.x, _BAND * unit, band.w, 1.2 * unit), palette.signal)
        words = compositor.paragraph("headline", text(" ".join(self._content.headline.split())), Role.LABEL, capitals=True)
        if not words.text:
            return
        top, bottom = words.ink(words.whole())
        largest = min(_BAND_LETTERS * unit, (_BAND - 3) * unit * MM * 1000 / max(1.0, top - bottom))
        size = fit_line(words, trim.inner * MM, floor=trim.least_small, ceiling=largest)
        line = words.lines(trim.inner * MM * 1000 / size)[0]
        x = trim.width - trim.margin - words.width(line) * size / 1000 / MM if compositor.rtl else trim.margin
        baseline = (_BAND * unit + (top + bottom) * size / 1000 / MM) / 2
        draw_line(page, words, line, x=x, baseline=baseline, size=size, colour=palette.readable_on(palette.accent))

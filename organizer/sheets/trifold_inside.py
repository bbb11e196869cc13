"""The inner side of the tri-fold: the text, the demands, and the call or more of the text, over a crowd where there is room."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from organizer.i18n import _
from organizer.sheets.call_foot import CallFoot
from organizer.sheets.compositor import Compositor
from organizer.sheets.content import LeafletContent
from organizer.sheets.crowd import draw_crowd
from organizer.sheets.leaflet_body import tell_cut, tell_size
from organizer.sheets.leaflet_columns import fill
from organizer.sheets.leaflet_demands import Demands
from organizer.sheets.leaflet_story import BODY, Story
from organizer.sheets.trifold_panels import Panels
from organizer.sheets.typesetting.blocks import Part, draw_stack, stack_height
from organizer.sheets.typesetting.geometry import Box
from organizer.sheets.typesetting.headline import draw_headline, headline
from organizer.sheets.typesetting.page import Page
from organizer.sheets.typesetting.runs import text
from organizer.sheets.typesetting.stacks import Role

_STRIP, _SLANT = 15.0, 5.0
_TOP, _BOTTOM = 24.0, 13.0
_HEADLINE, _HEADLINE_GAP = 42.0, 7.0
_CALL_FURNITURE, _MOST_LOWER = 1.08, 90.0
_ABOVE_PICTURE, _LEAST_PICTURE, _MOST_PICTURE = 9.0, 30.0, 92.0
_LARGEST, _LARGEST_LARGE = 1.5, 1.15
_GOOD = 1.0


class _Laid(NamedTuple):
    """The parts of each panel, and whether the last one holds the call instead."""

    panels: list[list[Part]]
    scale: float
    rest: list[Part]
    call: bool


class Inside:
    def __init__(self, content: LeafletContent, compositor: Compositor, panels: Panels, *, large: bool) -> None:
        self._content, self._compositor, self._panels = content, compositor, panels
        self._boxes = panels.inside()
        trim = panels.trim(self._boxes[2], large=large, furniture=_CALL_FURNITURE)
        self._story, self._demands = Story(content, compositor, trim.type), Demands(content, compositor, trim.type)
        self._floor = min(1.0, trim.least / (BODY * trim.type))
        self._least, self._largest = trim.least, _LARGEST_LARGE if large else _LARGEST
        bare, paper = replace(content, imprint=""), compositor.palette.paper
        self._call = CallFoot(bare, compositor, trim, ground=paper, most_lower=_MOST_LOWER)
        words = compositor.paragraph("headline", text(" ".join(content.headline.split())), Role.DISPLAY, capitals=True)
        self._headline = headline(words, panels.measure, _HEADLINE, floor=12.0, ceiling=46.0)
        self._laid = self._lay()
        if not self._story.parts(1.0) and not self._demands.parts(1.0):
            compositor.note("stop", "body", _("There is nothing to read inside. Write what happened, or choose demands."))

    def draw(self, page: Page) -> None:
        palette, bleed = self._compositor.palette, page.bleed
        width, height = self._panels.size
        page.fill(Box(-bleed, -bleed, width + 2 * bleed, height + 2 * bleed), palette.paper)
        left, right = (_STRIP - _SLANT, _STRIP) if self._compositor.rtl else (_STRIP, _STRIP - _SLANT)
        corners = [(-bleed, -bleed), (width + bleed, -bleed), (width + bleed, right), (-bleed, left)]
        page.polygon(corners, palette.accent)
        self._draw_picture(page)
        for number, (panel, parts) in enumerate(zip(self._boxes, self._laid.panels, strict=True)):
            shown, start = self._panels.shown(panel, bleed), self._panels.start(panel)
            with page.panel(start, 0.0, shown=shown, later=100.0 * (number + 1)):
                self._draw_panel(page, panel, parts, number)
        if self._laid.rest:
            field = "body" if self._story.letters > self._demands.letters else "demands"
            tell_cut(self._compositor, field, self._laid.rest, self._least)
        else:
            tell_size(self._compositor, "body", self._laid.scale, self._least / self._floor)

    def _draw_panel(self, page: Page, panel: Box, parts: list[Part], number: int) -> None:
        x, y, measure = self._panels.margin(panel), _TOP, self._panels.measure
        if number == 0 and self._headline.lines:
            colour = self._compositor.palette.coloured_on(self._compositor.palette.paper)
            with page.tagged("H2"):
                draw_headline(page, self._headline, x, y, measure, colour)
            y += self._headline.height + _HEADLINE_GAP
        draw_stack(page, parts, x, y, measure)
        if number == 2 and self._laid.call:
            self._call.draw_rows(page, _TOP)
        for field in ("body", "demands") if parts else ():
            self._compositor.placed(field, 2, Box(panel.x + x, y, measure, stack_height(parts, measure)))

    @property
    def _rooms(self) -> list[Box]:
        """For text, a panel each; in the first one the headline comes before it."""
        measure, height = self._panels.measure, self._panels.size[1] - _BOTTOM - _TOP
        taken = self._headline.height + _HEADLINE_GAP if self._headline.lines else 0.0
        return [Box(0.0, _TOP + taken, measure, height - taken), Box(0.0, _TOP, measure, height), Box(0.0, _TOP, measure, height)]

    def _lay(self) -> _Laid:
        """The best way to share the panels: each thing on its own panel, else one of them on two, else one after the other."""
        rooms = self._rooms
        for first, second, call in self._ways():
            laid = self._shared(rooms, first, second, call=call)
            if laid.scale >= _GOOD and not laid.rest:
                return laid
        filled = fill(self._all, rooms, floor=self._floor, ceiling=self._largest)
        return _Laid(filled.columns, filled.scale, filled.rest, call=False)

    def _ways(self) -> Iterator[tuple[int, int, bool]]:
        """How many panels are for the text, how many for the demands, and whether the last is for the call."""
        story, demands, call = bool(self._story.parts(1.0)), bool(self._demands.parts(1.0)), self._call.rows_height > 0
        if call:
            yield (1, 1, True) if story and demands else (2 * story, 2 * demands, True)
        if story and demands:
            yield 1, 2, False
            yield 2, 1, False

    def _shared(self, rooms: Sequence[Box], first: int, second: int, *, call: bool) -> _Laid:
        """Text on the first panels, demands on the next, both at the size at which the longer one fits."""
        ceiling = self._largest
        for build, mine in ((self._story.parts, rooms[:first]), (self._demands.parts, rooms[first : first + second])):
            if mine:
                filled = fill(build, mine, floor=self._floor, ceiling=ceiling)
                if filled.rest:
                    return _Laid([[], [], []], filled.scale, filled.rest, call)
                ceiling = filled.scale
        columns: list[list[Part]] = []
        for build, mine in ((self._story.parts, rooms[:first]), (self._demands.parts, rooms[first : first + second])):
            columns += fill(build, mine, floor=ceiling, ceiling=ceiling).columns if mine else []
        return _Laid([*columns, *([[]] * (3 - len(columns)))], ceiling, [], call)

    def _all(self, scale: float) -> list[Part]:
        return [*self._story.parts(scale), *self._demands.parts(scale)]

    def _draw_picture(self, page: Page) -> None:
        """The crowd along the foot of all three panels, where the text leaves it room."""
        measure, (width, height) = self._panels.measure, self._panels.size
        ends = [room.y + stack_height(parts, measure) for room, parts in zip(self._rooms, self._laid.panels, strict=True)]
        ends += [_TOP + self._call.rows_height] if self._laid.call else []
        tall = min(height - max(ends) - _ABOVE_PICTURE, _MOST_PICTURE)
        if tall < _LEAST_PICTURE or self._content.design != "photo":
            return
        bleed = page.bleed
        top, palette = height - tall, self._compositor.palette
        draw_crowd(page, palette, Box(-bleed, top, width + 2 * bleed, tall + bleed))
        corner = -bleed if self._compositor.rtl else width + bleed
        page.polygon([(-bleed, top - 0.5), (width + bleed, top - 0.5), (corner, top + _SLANT * 2)], palette.paper)

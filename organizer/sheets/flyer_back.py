"""The back of a flyer: the headline once more, demands and the rest of the text, a picture where there is room, the code."""

from __future__ import annotations

from dataclasses import replace

from organizer.sheets.compositor import Compositor
from organizer.sheets.content import LeafletContent
from organizer.sheets.crowd import draw_crowd
from organizer.sheets.flyer_shape import Shape
from organizer.sheets.leaflet_body import tell_size
from organizer.sheets.leaflet_columns import Build
from organizer.sheets.leaflet_foot import Foot
from organizer.sheets.leaflet_story import BODY
from organizer.sheets.typesetting.blocks import Part, draw_stack, stack_height
from organizer.sheets.typesetting.fit import fit
from organizer.sheets.typesetting.geometry import Box
from organizer.sheets.typesetting.headline import draw_headline, headline
from organizer.sheets.typesetting.page import Page
from organizer.sheets.typesetting.runs import text
from organizer.sheets.typesetting.stacks import Role

_HEADLINE = 0.16
_SMALLEST = 10.0
_ABOVE, _BELOW, _SLANT = 7.0, 4.0, 4.0
_LEAST_PICTURE, _MOST_PICTURE = 20.0, 64.0
_LARGEST = 1.5
_WIDEST_SPREAD, _WIDEST_ALONE = 4.0, 9.0


class Back:
    def __init__(self, content: LeafletContent, compositor: Compositor, shape: Shape) -> None:
        self._compositor, self._shape, self._trim = compositor, shape, shape.trim
        self._drawn = content.design == "photo"
        bare = replace(content, call=None, imprint=content.organisation)
        self._foot = shape.foot(bare, compositor, shape.trim)
        self._low_foot = shape.foot(replace(bare, qr_target=""), compositor, shape.trim)
        words = compositor.paragraph("headline", text(" ".join(content.headline.split())), Role.DISPLAY, capitals=True)
        inner = self._trim.inner
        self._headline = headline(words, inner, inner * _HEADLINE, floor=_SMALLEST, ceiling=40.0)

    @property
    def most_room(self) -> Box:
        """For the text, where the code gives way to it."""
        return self._room(self._low_foot)

    def draw(self, page: Page, build: Build) -> list[Part]:
        """What does not fit at the least size is given back, and not drawn."""
        compositor, trim, palette = self._compositor, self._trim, self._compositor.palette
        page.fill(trim.whole(page.bleed), palette.paper)
        self._draw_head(page)
        whole = stack_height(build(1.0), trim.inner) <= self._room(self._foot).h
        foot = self._foot if whole else self._low_foot
        room = self._room(foot)
        fitted = fit(build, room.w, room.h, floor=min(1.0, trim.least / (BODY * trim.type)), ceiling=_LARGEST)
        spread = self._draw_picture(page, fitted.parts, room)
        draw_stack(page, fitted.parts, room.x, room.y, room.w, spread=spread)
        foot.draw(page, page.bleed)
        for field in ("body", "demands"):
            compositor.placed(field, 2, room)
        if not fitted.rest:
            tell_size(compositor, "demands", fitted.scale, BODY * trim.type)
        return fitted.rest

    @property
    def _band(self) -> float:
        """The height of the band with the headline, at its lower side."""
        return _ABOVE + self._headline.height + _BELOW + _SLANT if self._headline.lines else _ABOVE + _SLANT

    def _room(self, foot: Foot) -> Box:
        start = self._band + self._shape.air
        return Box(self._trim.margin, start, self._trim.inner, self._trim.height - foot.height - self._shape.air - start)

    def _draw_head(self, page: Page) -> None:
        """A band that slants the other way than that on the front."""
        trim, palette, bleed = self._trim, self._compositor.palette, page.bleed
        low, high = self._band, self._band - _SLANT
        left, right = (high, low) if self._compositor.rtl else (low, high)
        corners = [(-bleed, -bleed), (trim.width + bleed, -bleed), (trim.width + bleed, right), (-bleed, left)]
        page.polygon(corners, palette.accent)
        colour = palette.readable_on(palette.accent)
        with page.tagged("P"):
            draw_headline(page, self._headline, trim.margin, _ABOVE, trim.inner, colour)

    def _draw_picture(self, page: Page, parts: list[Part], room: Box) -> float:
        """The crowd before the foot, where the text leaves it room; the air that is added between parts of the text."""
        left = room.h - stack_height(parts, room.w)
        gaps = max(1, len(parts) - 1)
        spread = max(0.0, min(left / gaps, _WIDEST_SPREAD))
        height = min(left - spread * (len(parts) - 1), _MOST_PICTURE)
        if height < _LEAST_PICTURE or not self._drawn:
            return max(0.0, min(left / gaps, _WIDEST_ALONE))
        bleed, end = page.bleed, room.bottom + self._shape.air
        draw_crowd(page, self._compositor.palette, Box(-bleed, end - height, self._trim.width + 2 * bleed, height))
        return spread

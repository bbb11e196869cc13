"""The front of a flyer: picture and headline, text, the call at the foot."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from organizer.sheets.compositor import Compositor
from organizer.sheets.content import LeafletContent
from organizer.sheets.flyer_shape import Shape
from organizer.sheets.leaflet_body import tell_size
from organizer.sheets.leaflet_columns import Build
from organizer.sheets.leaflet_story import BODY
from organizer.sheets.typesetting.blocks import Part, draw_stack, stack_height
from organizer.sheets.typesetting.fit import fit
from organizer.sheets.typesetting.geometry import Box
from organizer.sheets.typesetting.page import Page

_WISHED_SCALES = (1.22, 1.1, 1.0)
_STEPS = 6
_WIDEST_SPREAD = 2.4


class Front:
    def __init__(self, content: LeafletContent, compositor: Compositor, shape: Shape, *, cmyk: bool) -> None:
        self._compositor, self._shape, self._trim = compositor, shape, shape.trim
        self._head = shape.head(content, compositor, cmyk, shape.trim)
        self._foot = shape.foot(content, compositor, shape.trim)

    @property
    def most_room(self) -> Box:
        """For the text, where headline and picture are as low as they may be."""
        return self._room(self._shape.picture[2] + self._head.band(self._shape.headline[1]))

    def draw(self, page: Page, build: Build) -> list[Part]:
        """What does not fit at the least size is given back, and not drawn."""
        trim, bleed = self._trim, page.bleed
        page.fill(trim.whole(bleed), self._compositor.palette.paper)
        picture, headline = self._divided(build)
        room = self._room(self._head.draw(page, bleed, picture, headline))
        self._foot.draw(page, bleed)
        wished = BODY * trim.type
        floor, ceiling = trim.least / wished, self._shape.largest
        return draw_text(page, self._compositor, build, room, wished=wished, floor=floor, ceiling=ceiling)

    def _room(self, start: float) -> Box:
        trim, air = self._trim, self._shape.air
        return Box(trim.margin, start + air, trim.inner, max(0.0, trim.height - self._foot.height - start - 2 * air))

    def _divided(self, build: Build) -> tuple[float, float]:
        """Heights of the picture and the room of the headline: the text as wished, then the headline, then the picture."""
        (largest, least), (comfortable, most, lowest) = self._shape.headline, self._shape.picture
        if not build(1.0):
            return self._left([], largest, air=0.0), largest
        for scale in _WISHED_SCALES:
            picture = self._left(build(scale), largest)
            if picture >= comfortable:
                return min(picture, most), largest
        for room, needed in self._compromises():
            picture = self._left(build(1.0), room)
            if picture >= needed:
                return min(picture, most), room
        return lowest, least

    def _compromises(self) -> Iterator[tuple[float, float]]:
        """Room for the headline and the least picture beside it, best first."""
        (largest, least), (comfortable, _most, lowest) = self._shape.headline, self._shape.picture
        for step in range(_STEPS + 1):
            share = step / _STEPS
            yield largest + (least - largest) * share, comfortable + (lowest - comfortable) * share

    def _left(self, parts: Sequence[Part], headline: float, air: float | None = None) -> float:
        """What is left for the picture."""
        trim = self._trim
        between = self._shape.air if air is None else air
        return trim.height - self._foot.height - stack_height(parts, trim.inner) - 2 * between - self._head.band(headline)


def draw_text(
    page: Page, compositor: Compositor, build: Build, room: Box, *, wished: float, floor: float, ceiling: float
) -> list[Part]:
    """The text in its room, as large as it goes, with air between its parts; what does not fit is given back.

    `wished` is its size in pt at scale 1.
    """
    fitted = fit(build, room.w, room.h, floor=min(1.0, floor), ceiling=ceiling)
    gaps = max(1, len(fitted.parts) - 1)
    left = max(0.0, room.h - stack_height(fitted.parts, room.w))
    spread = min(left / gaps, _WIDEST_SPREAD)
    top = room.y + max(0.0, left - spread * (len(fitted.parts) - 1)) * 0.4
    draw_stack(page, fitted.parts, room.x, top, room.w, spread=spread)
    for field in ("body", "demands"):
        compositor.placed(field, 1, room)
    if not fitted.rest:
        tell_size(compositor, "body", fitted.scale, wished)
    return fitted.rest

"""The faces of a leaflet that say all on one side: with a picture, or in type alone."""

from __future__ import annotations

from typing import NamedTuple

from organizer.i18n import _, _n
from organizer.sheets.compositor import Compositor
from organizer.sheets.content import LeafletContent
from organizer.sheets.leaflet_body import Body
from organizer.sheets.leaflet_foot import Foot
from organizer.sheets.leaflet_head import Head
from organizer.sheets.leaflet_trim import LEAST_LARGE_PRINT, Trim
from organizer.sheets.leaflet_type_head import TypeHead
from organizer.sheets.typesetting.geometry import Box
from organizer.sheets.typesetting.headline import Headline
from organizer.sheets.typesetting.page import Page

BODY_AIR = 6.0
_LEAST_PICTURE = 24.0
# Room for the headline and the least height of the picture, best first.
_DIVISIONS = (
    (52.0, 40.0),
    (48.0, 38.0),
    (44.0, 36.0),
    (40.0, 34.0),
    (36.0, 32.0),
    (32.0, 30.0),
    (28.0, 27.0),
    (28.0, _LEAST_PICTURE),
)
# Large print gives up the picture before it cuts off a word.
_LAST = ((26.0, 16.0), (24.0, 9.0))
_MOST_HEADLINE = 52.0
_MOST_PICTURE = 92.0
_WISHED_SCALES = (1.22, 1.16, 1.1, 1.05, 1.0)
_COMFORTABLE_PICTURE = 46.0
_SMALLEST_HEADLINE = 24.0
_COMFORTABLE_TYPE, _LEAST_TYPE, _MOST_TYPE = 40.0, 26.0, 140.0


class PhotoFace:
    """Picture, slanted headline, what happened, demands, the call."""

    def __init__(self, content: LeafletContent, compositor: Compositor, trim: Trim, *, cmyk: bool) -> None:
        self._content, self._compositor, self._trim = content, compositor, trim
        self._head = Head(content, compositor, cmyk, trim)
        self._body = Body(content, compositor, trim)
        self._foot = Foot(content, compositor, trim)

    def draw(self, page: Page) -> None:
        trim, bleed = self._trim, page.bleed
        page.fill(trim.whole(bleed), self._compositor.palette.paper)
        division = self._divide()
        band_end = self._head.draw(page, bleed, division.picture, division.headline_room)
        foot_start = self._foot.draw(page, bleed)
        self._body.draw(page, between(trim, band_end, foot_start))
        tell_what_is_missing(self._content, self._compositor, self._head.setting)

    def _divide(self) -> _Division:
        """Body at least at its wished size, then the headline as large as it may, then the picture takes the rest."""
        unit, width = self._trim.furniture, self._trim.inner
        free = self._trim.height - self._foot.height
        most = _MOST_HEADLINE * unit
        if self._body.empty:
            return _Division(free - self._head.band(most), most)
        for scale in _WISHED_SCALES:
            picture = self._picture_left(free, self._body.height(width, scale), most)
            if picture >= _COMFORTABLE_PICTURE * unit:
                return _Division(min(picture, _MOST_PICTURE * unit), most)
        natural = self._body.height(width, 1.0)
        for room, least in (*_DIVISIONS, *(_LAST if self._trim.least >= LEAST_LARGE_PRINT else ())):
            picture = self._picture_left(free, natural, room * unit)
            if picture >= least * unit:
                return _Division(min(picture, _MOST_PICTURE * unit), room * unit)
        room, least = _LAST[-1] if self._trim.least >= LEAST_LARGE_PRINT else _DIVISIONS[-1]
        return _Division(least * unit, room * unit)

    def _picture_left(self, free: float, body: float, headline_room: float) -> float:
        return free - body - 2 * BODY_AIR * self._trim.furniture - self._head.band(headline_room)


class _Division(NamedTuple):
    """How the height is shared out, in mm from the top."""

    picture: float
    headline_room: float


class TypeFace:
    """The headline over as much of the paper as the words leave it.

    `again` where the headline was read on the front. Without a `foot` the call is on the other face.
    """

    def __init__(
        self, content: LeafletContent, compositor: Compositor, trim: Trim, *, again: bool = False, foot: bool = True
    ) -> None:
        self._content, self._compositor, self._trim, self._again = content, compositor, trim, again
        self._head = TypeHead(content, compositor, trim)
        self._body = Body(content, compositor, trim)
        self._foot = Foot(content, compositor, trim) if foot else None
        self._low = self._foot.height if self._foot else max(0.0, trim.margin - BODY_AIR * trim.furniture)

    def draw(self, page: Page) -> None:
        trim, bleed = self._trim, page.bleed
        page.fill(trim.whole(bleed), self._compositor.palette.paper)
        room = self._headline_room()
        end = room + self._head.around
        self._head.draw_down_to(page, bleed, end, room, again=self._again)
        if self._foot:
            self._foot.draw(page, bleed)
        self._body.draw(page, between(trim, end, trim.height - self._low))
        tell_what_is_missing(self._content, self._compositor, self._head.setting)

    def _headline_room(self) -> float:
        """The text as large as it may while the headline has room in comfort; then what is left, the least at last."""
        unit, width = self._trim.furniture, self._trim.inner
        free = self._trim.height - self._low - self._head.around
        if self._body.empty:
            return free
        free -= 2 * BODY_AIR * unit
        for scale in (1.3, *_WISHED_SCALES):
            left = free - self._body.height(width, scale)
            if left >= _COMFORTABLE_TYPE * unit:
                return min(left, _MOST_TYPE * unit)
        return max(free - self._body.height(width, 1.0), _LEAST_TYPE * unit)


def between(trim: Trim, head_end: float, foot_start: float) -> Box:
    """The place of the text between head and foot."""
    air = BODY_AIR * trim.furniture
    return Box(trim.margin, head_end + air, trim.inner, foot_start - head_end - 2 * air)


def tell_what_is_missing(content: LeafletContent, compositor: Compositor, headline: Headline) -> None:
    if not content.headline.strip():
        compositor.note("stop", "headline", _("There is no headline. Write the one thing a passer-by must read."))
    elif headline.smallest < _SMALLEST_HEADLINE:
        words = len(content.headline.split())
        sentence = _("The headline is set at {size} pt only. It has {count}; five read best.")
        count = _n("{n} word", "{n} words", words)
        compositor.note("look", "headline", sentence.format(size=round(headline.smallest), count=count))
    if not content.imprint.strip():
        sentence = _(
            "There is no imprint. Most countries ask who printed and published a leaflet: fill in the campaign's imprint."
        )
        compositor.note("stop", "imprint", sentence)
    elif not any(note.field == "imprint" for note in compositor.notes):
        compositor.note("good", "imprint", _("The imprint is printed at the foot."))

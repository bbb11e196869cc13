"""The A5 leaflet: picture, slanted headline, what happened, demands, the call. One page, two on A4, or for a print shop."""

from __future__ import annotations

from dataclasses import dataclass

from organizer.i18n import _, _n
from organizer.sheets.compositor import Compositor
from organizer.sheets.content import LeafletContent
from organizer.sheets.design import Design
from organizer.sheets.imposition import arranged
from organizer.sheets.layouts import A5_PAGE, ONE_PAGE, SHOP
from organizer.sheets.leaflet_body import Body
from organizer.sheets.leaflet_foot import Foot
from organizer.sheets.leaflet_head import LEAST_PICTURE, Head
from organizer.sheets.sheet import Sheet
from organizer.sheets.typesetting.geometry import Box
from organizer.sheets.typesetting.page import Page

WIDTH, HEIGHT = 148.0, 210.0
MARGIN = 9.0
_BODY_AIR = 6.0
# Room for the headline and the least height of the picture, best first.
_DIVISIONS = (
    (52.0, 40.0),
    (48.0, 38.0),
    (44.0, 36.0),
    (40.0, 34.0),
    (36.0, 32.0),
    (32.0, 30.0),
    (28.0, 27.0),
    (28.0, LEAST_PICTURE),
)
_MOST_HEADLINE = 52.0
_MOST_PICTURE = 92.0
_WISHED_SCALES = (1.22, 1.16, 1.1, 1.05, 1.0)
_COMFORTABLE_PICTURE = 46.0
_SMALLEST_HEADLINE = 24.0


def leaflet(content: LeafletContent) -> Sheet:
    """One A5 page, coloured to its edges."""
    return arranged(leaflet_design(content), ONE_PAGE)


def leaflet_two_on_a4(content: LeafletContent) -> Sheet:
    """Two leaflets on landscape A4 for an office printer, which leaves 5 mm white all round; one cut down the middle."""
    return arranged(leaflet_design(content), A5_PAGE.layout("two-on-a4"))


def leaflet_for_print_shop(content: LeafletContent) -> Sheet:
    """One A5 page in printing inks with 3 mm bleed, trim and bleed boxes set, no marks."""
    return arranged(leaflet_design(content, cmyk=True), SHOP)


def leaflet_design(content: LeafletContent, *, cmyk: bool = False) -> Design:
    """The leaflet as a design of one face."""
    drawn = _Design(content, cmyk=cmyk)
    return Design(
        title=" ".join(content.headline.split()),
        author=content.organisation,
        subject=_("Leaflet"),
        size=A5_PAGE.size,
        faces=(drawn.draw,),
        compositor=drawn.compositor,
        cmyk=cmyk,
    )


@dataclass
class _Division:
    """How the height is shared out, in mm from the top."""

    picture: float
    headline_room: float


class _Design:
    """One leaflet, its parts measured and placed."""

    def __init__(self, content: LeafletContent, *, cmyk: bool) -> None:
        self.content = content
        self.compositor = Compositor(content.language, content.colours)
        self.head = Head(content, self.compositor, cmyk)
        self.body = Body(content, self.compositor)
        self.foot = Foot(content, self.compositor)

    def draw(self, page: Page) -> None:
        compositor, bleed = self.compositor, page.bleed
        page.fill(Box(-bleed, -bleed, WIDTH + 2 * bleed, HEIGHT + 2 * bleed), compositor.palette.paper)
        division = self._divide()
        band_end = self.head.draw(page, bleed, division.picture, division.headline_room)
        foot_start = self.foot.draw(page, bleed)
        room = Box(MARGIN, band_end + _BODY_AIR, WIDTH - 2 * MARGIN, foot_start - band_end - 2 * _BODY_AIR)
        self.body.draw(page, room)
        self._tell_what_is_missing()

    def _divide(self) -> _Division:
        """Body at least at its wished size, then the headline as large as it may, then the picture takes the rest."""
        free = HEIGHT - self.foot.height
        width = WIDTH - 2 * MARGIN
        if self.body.empty:
            return _Division(free - self.head.band(_MOST_HEADLINE), _MOST_HEADLINE)
        for scale in _WISHED_SCALES:
            picture = self._picture_left(free, self.body.height(width, scale), _MOST_HEADLINE)
            if picture >= _COMFORTABLE_PICTURE:
                return _Division(min(picture, _MOST_PICTURE), _MOST_HEADLINE)
        natural = self.body.height(width, 1.0)
        for room, least in _DIVISIONS:
            picture = self._picture_left(free, natural, room)
            if picture >= least:
                return _Division(min(picture, _MOST_PICTURE), room)
        return _Division(LEAST_PICTURE, _DIVISIONS[-1][0])

    def _picture_left(self, free: float, body: float, headline_room: float) -> float:
        return free - body - 2 * _BODY_AIR - self.head.band(headline_room)

    def _tell_what_is_missing(self) -> None:
        content, compositor = self.content, self.compositor
        if not content.headline.strip():
            compositor.note("stop", "headline", _("There is no headline. Write the one thing a passer-by must read."))
        if not content.imprint.strip():
            sentence = _(
                "There is no imprint. Most countries ask who printed and published a leaflet: fill in the campaign's imprint."
            )
            compositor.note("stop", "imprint", sentence)
        elif not any(note.field == "imprint" for note in compositor.notes):
            compositor.note("good", "imprint", _("The imprint is printed at the foot."))
        if self.head.setting.smallest < _SMALLEST_HEADLINE and content.headline.strip():
            words = len(content.headline.split())
            sentence = _("The headline is set at {size} pt only. It has {count}; five read best.")
            compositor.note(
                "look",
                "headline",
                sentence.format(size=round(self.head.setting.smallest), count=_n("{n} word", "{n} words", words)),
            )

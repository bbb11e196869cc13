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
from organizer.sheets.leaflet_head import Head
from organizer.sheets.leaflet_trim import A5_TRIM, Trim
from organizer.sheets.sheet import Sheet
from organizer.sheets.typesetting.geometry import Box
from organizer.sheets.typesetting.page import Page

_BODY_AIR = 6.0
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


def leaflet_design(content: LeafletContent, trim: Trim = A5_TRIM, *, cmyk: bool = False) -> Design:
    """The leaflet as a design of one face."""
    drawn = _Design(content, trim, cmyk=cmyk)
    return Design(
        title=" ".join(content.headline.split()),
        author=content.organisation,
        subject=_("Leaflet"),
        size=(trim.width, trim.height),
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

    def __init__(self, content: LeafletContent, trim: Trim, *, cmyk: bool) -> None:
        self.content = content
        self.trim = trim
        self.compositor = Compositor(content.language, content.colours)
        self.head = Head(content, self.compositor, cmyk, trim)
        self.body = Body(content, self.compositor, trim)
        self.foot = Foot(content, self.compositor, trim)

    def draw(self, page: Page) -> None:
        trim, bleed = self.trim, page.bleed
        page.fill(trim.whole(bleed), self.compositor.palette.paper)
        division = self._divide()
        band_end = self.head.draw(page, bleed, division.picture, division.headline_room)
        foot_start = self.foot.draw(page, bleed)
        air = _BODY_AIR * trim.furniture
        room = Box(trim.margin, band_end + air, trim.inner, foot_start - band_end - 2 * air)
        self.body.draw(page, room)
        self._tell_what_is_missing()

    def _divide(self) -> _Division:
        """Body at least at its wished size, then the headline as large as it may, then the picture takes the rest."""
        unit, width = self.trim.furniture, self.trim.inner
        free = self.trim.height - self.foot.height
        most = _MOST_HEADLINE * unit
        if self.body.empty:
            return _Division(free - self.head.band(most), most)
        for scale in _WISHED_SCALES:
            picture = self._picture_left(free, self.body.height(width, scale), most)
            if picture >= _COMFORTABLE_PICTURE * unit:
                return _Division(min(picture, _MOST_PICTURE * unit), most)
        natural = self.body.height(width, 1.0)
        for room, least in _DIVISIONS:
            picture = self._picture_left(free, natural, room * unit)
            if picture >= least * unit:
                return _Division(min(picture, _MOST_PICTURE * unit), room * unit)
        return _Division(_LEAST_PICTURE * unit, unit * _DIVISIONS[-1][0])

    def _picture_left(self, free: float, body: float, headline_room: float) -> float:
        return free - body - 2 * _BODY_AIR * self.trim.furniture - self.head.band(headline_room)

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

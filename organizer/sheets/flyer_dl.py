"""Draws the DL flyer, and its sister of a third of a letter: the headline as a tower, the picture under it, the call below."""

from __future__ import annotations

from organizer.i18n import _
from organizer.sheets.call_foot import CallFoot
from organizer.sheets.design import Design
from organizer.sheets.flyer import flyer
from organizer.sheets.flyer_shape import Shape
from organizer.sheets.leaflet_head import Head
from organizer.sheets.leaflet_trim import Trim
from organizer.sheets.sheet_kind import Job
from organizer.sheets.typesetting.geometry import Box
from organizer.sheets.typesetting.headline import draw_headline
from organizer.sheets.typesetting.page import Page

_MARGIN = 8.0
_FURNITURE, _TYPE = 0.82, 0.96
_ABOVE, _BELOW, _SLANT = 9.0, 6.0, 6.0
_LABEL_DOWN = 4.5


def flyer_dl(job: Job) -> Design:
    """Front, and back where there is more than fits the front."""
    trim = Trim(*job.format.size, margin=_MARGIN, furniture=_FURNITURE, type=_TYPE)
    return flyer(job, Shape(trim, Tower, CallFoot, headline=(60.0, 24.0), picture=(36.0, 78.0, 14.0), air=5.0))


class Tower(Head):
    """The headline over the picture; the label hangs from the slant between them."""

    def band(self, room: float) -> float:
        return self._set(room).height + _ABOVE + _BELOW + _SLANT

    def draw(self, page: Page, bleed: float, picture: float, room: float) -> float:
        """Where the picture ends: `picture` mm under the lower end of the slant."""
        compositor, palette, trim = self._compositor, self._compositor.palette, self._trim
        self.setting = self._set(room)
        low = self.band(room)
        high = low - _SLANT
        end = low + picture
        self._draw_picture(page, Box(-bleed, high - 0.7, trim.width + 2 * bleed, end - high + 0.7))
        left, right = (low, high) if compositor.rtl else (high, low)
        corners = [(-bleed, -bleed), (trim.width + bleed, -bleed), (trim.width + bleed, right), (-bleed, left)]
        page.polygon(corners, palette.accent)
        with page.tagged("H1"):
            draw_headline(page, self.setting, trim.margin, _ABOVE, trim.inner, palette.readable_on(palette.accent))
        compositor.placed("headline", 1, Box(trim.margin, _ABOVE, trim.inner, self.setting.height))
        self._draw_label(page, low + _LABEL_DOWN)
        if not self.setting.fits:
            compositor.note("stop", "headline", _("The headline does not fit, even at 15 pt. Make it shorter."))
        return end

"""The head of a leaflet without a picture: the headline as large as it goes on colour, the label above, a slanted edge below."""

from __future__ import annotations

from organizer.i18n import _
from organizer.sheets.compositor import Compositor
from organizer.sheets.content import LeafletContent
from organizer.sheets.leaflet_head import Head
from organizer.sheets.leaflet_trim import Trim
from organizer.sheets.typesetting.geometry import Box
from organizer.sheets.typesetting.headline import draw_headline
from organizer.sheets.typesetting.page import Page

_SLANT = 7.0
_STRIPE = 1.6
_TOP, _TOP_WITH_LABEL = 10.0, 20.5
_LABEL_END = 16.5
_BELOW = 5.5
_LARGEST = 150.0


class TypeHead(Head):
    """Measured with `band`, then drawn down to where it is told to end; the headline stands in the middle of what is left."""

    largest = _LARGEST

    def __init__(self, content: LeafletContent, compositor: Compositor, trim: Trim) -> None:
        super().__init__(content, compositor, False, trim)

    def band(self, room: float) -> float:
        """From the top of the paper to the lower end of the slant, with the headline in at most `room` mm."""
        return self._set(room).height + self.around

    @property
    def around(self) -> float:
        """The height of all but the headline."""
        return self._top + (_BELOW + _SLANT) * self._trim.furniture

    @property
    def _top(self) -> float:
        return (_TOP_WITH_LABEL if self._label.text else _TOP) * self._trim.furniture

    def draw_down_to(self, page: Page, bleed: float, end: float, room: float, *, again: bool = False) -> None:
        """`end` is the lower end of the slant. `again` for a headline that was read on another face."""
        compositor, palette, trim = self._compositor, self._compositor.palette, self._trim
        self.setting = self._set(room)
        slant, stripe = _SLANT * trim.furniture, _STRIPE * trim.furniture
        low, high = end, end - slant
        left, right = (high, low) if compositor.rtl else (low, high)
        x, far = -bleed, trim.width + bleed
        page.polygon([(x, -bleed), (far, -bleed), (far, right), (x, left)], palette.accent)
        page.polygon([(x, left - stripe), (far, right - stripe), (far, right), (x, left)], palette.signal)
        self._draw_label(page, _LABEL_END * trim.furniture)
        free = high - _BELOW * trim.furniture - self._top
        top = self._top + max(0.0, free - self.setting.height) / 2
        with page.tagged("P" if again else "H1"):
            draw_headline(page, self.setting, trim.margin, top, trim.inner, palette.readable_on(palette.accent))
        compositor.placed("headline", 1, Box(trim.margin, top, trim.inner, self.setting.height))
        if not self.setting.fits:
            compositor.note(
                "stop", "headline", _("The headline does not fit, even at {size} pt. Make it shorter.").format(size=15)
            )

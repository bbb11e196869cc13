"""The upper part of the leaflet: picture, slanted band with the headline, yellow label."""

from __future__ import annotations

from organizer.i18n import _
from organizer.sheets.compositor import Compositor
from organizer.sheets.content import LeafletContent
from organizer.sheets.crowd import draw_crowd
from organizer.sheets.leaflet_trim import A5_TRIM, Trim
from organizer.sheets.photo import photo
from organizer.sheets.typesetting.drawing import draw_line
from organizer.sheets.typesetting.fit import fit_line
from organizer.sheets.typesetting.geometry import MM, Box
from organizer.sheets.typesetting.headline import Headline, draw_headline, headline
from organizer.sheets.typesetting.page import Page
from organizer.sheets.typesetting.runs import text
from organizer.sheets.typesetting.stacks import Role
from organizer.sheets.words import paper_words

_SLANT = 7.0
_ABOVE_HEADLINE, _BELOW_HEADLINE = 3.4, 5.0
_LABEL_HEIGHT, _LABEL_PADDING, _LABEL_AIR = 8.0, 4.0, 0.7
_LABEL_SMALLEST, _LABEL_READABLE, _LABEL_LARGEST = 8.0, 11.0, 13.0
_LARGEST, _SMALLEST = 84.0, 15.0
_POOR_PRINT, _BAD_PRINT = 200, 100
_AFTER_HEADLINE, LATE = 1.0, 8.0
"""In which order the parts are read: the headline at 0, the text at 3, the demands at 4, the call from 5 on, the imprint last."""


class Head:
    """Measured first with `band`, then drawn. A room for the headline, in mm, is one of the `trim`, not of A5."""

    largest = _LARGEST

    def __init__(self, content: LeafletContent, compositor: Compositor, cmyk: bool, trim: Trim = A5_TRIM) -> None:
        self._trim = trim
        self._content = content
        self._compositor = compositor
        self._cmyk = cmyk
        role = Role.TALL if content.headline_face == "tall" else Role.DISPLAY
        words = " ".join(content.headline.split())
        self._words = compositor.paragraph("headline", text(words), role, capitals=True)
        self._label = compositor.paragraph(
            "kicker", text(" ".join(content.kicker.split())), Role.LABEL, capitals=True, tracking=0.04
        )
        self._settings: dict[float, Headline] = {}
        self.setting = self._set(0.0) if not words else self._set(52.0 * trim.furniture)

    def _set(self, room: float) -> Headline:
        if room not in self._settings:
            tall = self._compositor.script.tall
            least = 2 if len(self._words.words()) > 2 and not tall else 1
            joined = 0.8 if self._compositor.rtl and not tall else 1.0
            self._settings[room] = headline(
                self._words,
                self._trim.inner,
                room * joined,
                floor=_SMALLEST,
                ceiling=self.largest * self._trim.furniture,
                least_lines=least,
            )
        return self._settings[room]

    def band(self, room: float) -> float:
        """The height of the band with the headline in at most `room` mm."""
        return self._set(room).height + (_SLANT * 0.9 + _ABOVE_HEADLINE + _BELOW_HEADLINE) * self._trim.furniture

    def draw(self, page: Page, bleed: float, picture: float, room: float) -> float:
        """Picture, band and label; the band begins `picture` mm down. Where the band ends."""
        compositor, palette, trim = self._compositor, self._compositor.palette, self._trim
        self.setting = self._set(room)
        slant = _SLANT * trim.furniture
        low, high = picture + slant, picture
        left, right = (high, low) if compositor.rtl else (low, high)
        end = picture + self.band(room)
        self._draw_picture(page, trim.whole(bleed).top(low + 0.7 + bleed))
        corners = [(-bleed, left), (trim.width + bleed, right), (trim.width + bleed, end), (-bleed, end)]
        page.polygon(corners, palette.accent)
        self._draw_label(page, picture + slant * 0.9 - 1.2 * trim.furniture)
        top = picture + slant * 0.9 + _ABOVE_HEADLINE * trim.furniture
        colour = palette.readable_on(palette.accent)
        with page.tagged("H1"):
            draw_headline(page, self.setting, trim.margin, top, trim.inner, colour)
        compositor.placed("headline", 1, Box(trim.margin, top, trim.inner, self.setting.height))
        if not self.setting.fits:
            sentence = _("The headline does not fit, even at {size} pt. Make it shorter.")
            compositor.note("stop", "headline", sentence.format(size=round(_SMALLEST)))
        return end

    def _draw_picture(self, page: Page, box: Box) -> None:
        palette = self._compositor.palette
        self._compositor.placed("photo", 1, box)
        if self._content.photo:
            found = photo(self._content.photo, box.w, box.h, cmyk=self._cmyk, grey=self._content.one_colour)
            if found:
                alt = paper_words("leaflet", self._compositor.language)["photo"].format(headline=self._words.text)
                with page.tagged("Figure", order=LATE, alt=alt):
                    page.picture(found[0], box)
                self._tell_sharpness(found[1])
                return
            self._compositor.note(
                "look", "photo", _("The photo cannot be read, so the drawn crowd stands in its place. Choose another file.")
            )
        draw_crowd(page, palette, box)

    def _tell_sharpness(self, dots: float) -> None:
        if dots < _POOR_PRINT:
            level = "look" if dots >= _BAD_PRINT else "stop"
            sentence = _("The photo has {dots} dots an inch here: it will look soft. From 200 on it prints well.")
            self._compositor.note("stop" if level == "stop" else "look", "photo", sentence.format(dots=round(dots)))

    def _draw_label(self, page: Page, end: float) -> None:
        """The label ends at `end`; it is higher where the script climbs higher than capitals."""
        if not self._label.text:
            return
        palette, trim = self._compositor.palette, self._trim
        enlarged = trim.furniture
        padding, air = _LABEL_PADDING * enlarged, _LABEL_AIR * enlarged
        widest = (trim.inner - 2 * padding) * MM
        top, bottom = (edge / 1000 / MM for edge in self._label.ink(self._label.whole()))
        h = max(_LABEL_HEIGHT * enlarged, (top - bottom) * _LABEL_READABLE * enlarged + 2 * air)
        highest = (h - 2 * air) / max(0.001, top - bottom)
        largest = max(_LABEL_SMALLEST, _LABEL_LARGEST * enlarged)
        size = fit_line(self._label, widest, floor=_LABEL_SMALLEST, ceiling=min(largest, highest))
        wide = self._label.width(self._label.whole()) * size / 1000 / MM
        if wide > widest / MM + 0.1:
            self._compositor.note(
                "stop", "kicker", _("The yellow label does not fit in one line, even at 8 pt. Make it shorter.")
            )
        w, y = min(wide, widest / MM) + 2 * padding, end - h
        x = trim.width - trim.margin - w if self._compositor.rtl else trim.margin
        page.fill(Box(x, y, w, h), palette.signal)
        line = self._label.lines(widest * 1000 / size)[0]
        used = self._label.width(line) * size / 1000 / MM
        # Capitals stand in the middle; what reaches higher or lower is kept on the label.
        baseline = min(y + h / 2 + 0.357 * size / MM, end - air + bottom * size)
        baseline = max(baseline, y + air + top * size)
        colour = palette.readable_on(palette.signal)
        with page.tagged("P", order=_AFTER_HEADLINE):
            draw_line(page, self._label, line, x=x + (w - used) / 2, baseline=baseline, size=size, colour=colour)
        self._compositor.placed("kicker", 1, Box(x, y, w, h))

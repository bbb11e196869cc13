"""The upper part of the leaflet: picture, slanted band with the headline, yellow label."""

from __future__ import annotations

from organizer.i18n import _
from organizer.sheets.compositor import Compositor
from organizer.sheets.content import LeafletContent
from organizer.sheets.photo import CROWD_SIZE, crowd, photo
from organizer.sheets.typesetting.drawing import draw_line
from organizer.sheets.typesetting.fit import fit_line
from organizer.sheets.typesetting.geometry import MM, Box
from organizer.sheets.typesetting.headline import Headline, draw_headline, headline
from organizer.sheets.typesetting.page import Page
from organizer.sheets.typesetting.runs import text
from organizer.sheets.typesetting.stacks import Role

LEAST_PICTURE = 24.0
_WIDTH = 148.0
_MARGIN = 9.0
_SLANT = 7.0
_ABOVE_HEADLINE, _BELOW_HEADLINE = 3.4, 5.0
_LABEL_HEIGHT, _LABEL_PADDING, _LABEL_AIR = 8.0, 4.0, 0.7
_LABEL_SMALLEST, _LABEL_READABLE, _LABEL_LARGEST = 8.0, 11.0, 13.0
_SKY = 0.25
_LARGEST, _SMALLEST = 84.0, 15.0
_POOR_PRINT, _BAD_PRINT = 200, 100


class Head:
    """Measured first with `band`, then drawn once."""

    def __init__(self, content: LeafletContent, compositor: Compositor, cmyk: bool) -> None:
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
        self.setting = self._set(0.0) if not words else self._set(52.0)

    def _set(self, room: float) -> Headline:
        if room not in self._settings:
            tall = self._compositor.script.tall
            least = 2 if len(self._words.words()) > 2 and not tall else 1
            joined = 0.8 if self._compositor.rtl and not tall else 1.0
            self._settings[room] = headline(
                self._words, _WIDTH - 2 * _MARGIN, room * joined, floor=_SMALLEST, ceiling=_LARGEST, least_lines=least
            )
        return self._settings[room]

    def band(self, room: float) -> float:
        """The height of the band with the headline in at most `room` mm."""
        return self._set(room).height + _SLANT * 0.9 + _ABOVE_HEADLINE + _BELOW_HEADLINE

    def draw(self, page: Page, bleed: float, picture: float, room: float) -> float:
        """Picture, band and label; the band begins `picture` mm down. Where the band ends."""
        compositor, palette = self._compositor, self._compositor.palette
        self.setting = self._set(room)
        low, high = picture + _SLANT, picture
        left, right = (high, low) if compositor.rtl else (low, high)
        end = picture + self.band(room)
        self._draw_picture(page, Box(-bleed, -bleed, _WIDTH + 2 * bleed, low + 0.7 + bleed))
        corners = [(-bleed, left), (_WIDTH + bleed, right), (_WIDTH + bleed, end), (-bleed, end)]
        page.polygon(corners, palette.accent)
        self._draw_label(page, picture + _SLANT * 0.9 - 1.2)
        top = picture + _SLANT * 0.9 + _ABOVE_HEADLINE
        colour = palette.readable_on(palette.accent)
        draw_headline(page, self.setting, _MARGIN, top, _WIDTH - 2 * _MARGIN, colour)
        compositor.placed("headline", 1, Box(_MARGIN, top, _WIDTH - 2 * _MARGIN, self.setting.height))
        if not self.setting.fits:
            sentence = _("The headline does not fit, even at {size} pt. Make it shorter.")
            compositor.note("stop", "headline", sentence.format(size=round(_SMALLEST)))
        return end

    def _draw_picture(self, page: Page, box: Box) -> None:
        palette = self._compositor.palette
        if self._content.design == "type":
            page.fill(box, palette.accent)
            return
        self._compositor.placed("photo", 1, box)
        if self._content.photo:
            found = photo(self._content.photo, box.w, box.h, cmyk=self._cmyk)
            if found:
                page.picture(found[0], box)
                self._tell_sharpness(found[1])
                return
            self._compositor.note(
                "look", "photo", _("The photo cannot be read, so the drawn crowd stands in its place. Choose another file.")
            )
        width, height = CROWD_SIZE
        scale = max(box.w / width, box.h / height)
        w, h = width * scale, height * scale
        whole = Box(box.x + (box.w - w) / 2, box.y - min(_SKY * h, h - box.h), w, h)
        page.picture(crowd(palette, self._cmyk), whole, clip=box)

    def _tell_sharpness(self, dots: float) -> None:
        if dots < _POOR_PRINT:
            level = "look" if dots >= _BAD_PRINT else "stop"
            sentence = _("The photo has {dots} dots an inch here: it will look soft. From 200 on it prints well.")
            self._compositor.note("stop" if level == "stop" else "look", "photo", sentence.format(dots=round(dots)))

    def _draw_label(self, page: Page, end: float) -> None:
        """The label ends at `end`; it is higher where the script climbs higher than capitals."""
        if not self._label.text:
            return
        palette = self._compositor.palette
        widest = (_WIDTH - 2 * _MARGIN - 2 * _LABEL_PADDING) * MM
        top, bottom = (edge / 1000 / MM for edge in self._label.ink(self._label.whole()))
        h = max(_LABEL_HEIGHT, (top - bottom) * _LABEL_READABLE + 2 * _LABEL_AIR)
        highest = (h - 2 * _LABEL_AIR) / max(0.001, top - bottom)
        size = fit_line(self._label, widest, floor=_LABEL_SMALLEST, ceiling=min(_LABEL_LARGEST, highest))
        wide = self._label.width(self._label.whole()) * size / 1000 / MM
        if wide > widest / MM + 0.1:
            self._compositor.note(
                "stop", "kicker", _("The yellow label does not fit in one line, even at 8 pt. Make it shorter.")
            )
        w, y = min(wide, widest / MM) + 2 * _LABEL_PADDING, end - h
        x = _WIDTH - _MARGIN - w if self._compositor.rtl else _MARGIN
        page.fill(Box(x, y, w, h), palette.signal)
        line = self._label.lines(widest * 1000 / size)[0]
        used = self._label.width(line) * size / 1000 / MM
        # Capitals stand in the middle; what reaches higher or lower is kept on the label.
        baseline = min(y + h / 2 + 0.357 * size / MM, end - _LABEL_AIR + bottom * size)
        baseline = max(baseline, y + _LABEL_AIR + top * size)
        colour = palette.readable_on(palette.signal)
        draw_line(page, self._label, line, x=x + (w - used) / 2, baseline=baseline, size=size, colour=colour)
        self._compositor.placed("kicker", 1, Box(x, y, w, h))

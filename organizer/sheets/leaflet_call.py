"""The call beside the date of a leaflet: what it is called, when, where, and how to get there."""

from __future__ import annotations

from organizer.sheets import words
from organizer.sheets.compositor import Compositor
from organizer.sheets.content import CallToAction
from organizer.sheets.leaflet_trim import Trim
from organizer.sheets.typesetting.blocks import Block, Part
from organizer.sheets.typesetting.colours import Colour
from organizer.sheets.typesetting.paragraphs import Paragraph
from organizer.sheets.typesetting.runs import text
from organizer.sheets.typesetting.stacks import Role

ORDER = 5.0


class CallWords:
    """Shaped once; laid out at any scale, but for the title nothing under `trim.least_small`."""

    def __init__(self, call: CallToAction, compositor: Compositor, trim: Trim) -> None:
        self._compositor, self._trim = compositor, trim
        when = words.weekday_and_times(call.day if call.exact else None, call.time_from, call.time_to, compositor.language)
        self._title = compositor.paragraph("call_title", text(" ".join(call.title.split())), Role.DISPLAY, capitals=True)
        self._when = compositor.paragraph("day", text(when), Role.LABEL)
        self._place = [compositor.paragraph("place", text(line), Role.STRONG) for line in call.place_lines if line.strip()]
        self._directions = compositor.paragraph("directions", text(call.directions.strip()), Role.SUBHEAD)

    def __call__(self, scale: float) -> list[Part]:
        palette, least = self._compositor.palette, self._trim.least_small
        scale *= self._trim.furniture
        white, signal = palette.readable_on(palette.night), palette.signal_on(palette.night)
        title = max(least * 1.15, 19 * scale)
        leading = title * self._compositor.script.heading
        parts = [Block(self._title, title, leading, white, after=1.4 * scale, tag="H2", order=ORDER)]
        parts.append(self._block(self._when, max(least, 13 * scale), 1.23, signal, 0.6))
        parts += [self._block(line, max(least + 0.2, 9.8 * scale), 1.3, white, 0.0, balance=True) for line in self._place]
        parts.append(self._block(self._directions, max(least, 9.2 * scale), 1.26, white, 0.0))
        return [part for part in parts if part.paragraph.text]

    def _block(
        self, paragraph: Paragraph, size: float, leading: float, colour: Colour, after: float, *, balance: bool = False
    ) -> Block:
        compositor = self._compositor
        pt, lead = compositor.size(size), compositor.leading(size * leading)
        return Block(paragraph, pt, lead, colour, after=after, balance=balance, order=ORDER)

"""Draws the placard: the slogan as large as the sheet allows, a line below, who answers for it at the edge."""

from __future__ import annotations

from typing import NamedTuple

from organizer.i18n import _
from organizer.sheets.compositor import Compositor
from organizer.sheets.design import Design
from organizer.sheets.furniture import Furniture, compositor_for
from organizer.sheets.imprint import imprint_line
from organizer.sheets.sheet_kind import Job
from organizer.sheets.slogans import tell_other_letters
from organizer.sheets.typesetting.blocks import Block, draw_stack, stack_height
from organizer.sheets.typesetting.colours import Colour, Palette
from organizer.sheets.typesetting.geometry import MM, Box
from organizer.sheets.typesetting.headline import draw_headline, headline
from organizer.sheets.typesetting.page import Page
from organizer.sheets.typesetting.runs import text
from organizer.sheets.typesetting.stacks import Role

_MARGIN_SHARE = 0.062
_SMALLEST, _READ_ACROSS_A_STREET = 40.0, 100.0
_LINE_SHARE = 0.085
_SMALL = 6.4
_SLOGAN_SHARE = 0.88
_IMPRINT_ROOM = 8.0
_RULE = 1.6


class _Colours(NamedTuple):
    ground: Colour
    words: Colour
    signal: Colour


def placard(job: Job) -> Design:
    """One face. Without a slogan there is nothing to print."""
    drawn = _Placard(job)
    title = " ".join(job.answers["slogan"].split())
    return Design(title, job.parts.campaign.name, _("Placard"), job.format.size, (drawn.draw,), drawn.compositor, job.cmyk)


class _Placard:
    def __init__(self, job: Job) -> None:
        self._job = job
        self.compositor: Compositor = compositor_for(job)
        self._width, self._height = job.format.size
        self._margin = min(job.format.size) * _MARGIN_SHARE
        self._furniture = Furniture(job, self.compositor, margin=self._margin)
        self._colours = _colours(self.compositor.palette, job.answers["ground"])
        slogan = " ".join(job.answers["slogan"].split())
        self._slogan = self.compositor.paragraph("slogan", text(slogan), Role.DISPLAY, capitals=True)
        tell_other_letters(self.compositor, "slogan", slogan)
        if not self._slogan.text.strip():
            self.compositor.note("stop", "slogan", _("There is no slogan. Write the few words that must be read from afar."))

    def draw(self, page: Page) -> None:
        bleed, colours = page.bleed, self._colours
        page.fill(Box(-bleed, -bleed, self._width + 2 * bleed, self._height + 2 * bleed), colours.ground)
        end = self._height - self._margin - _IMPRINT_ROOM
        self._draw_foot(page, end)
        below = self._job.answers["below"].strip()
        if below:
            tall = self._height * _LINE_SHARE
            box = Box(self._margin, end - tall - 3, self._width - 2 * self._margin, tall)
            page.fill(Box(self._margin, box.y - _RULE - 2, box.w, _RULE), colours.signal)
            size = tall * MM * 0.7
            self._furniture.line(
                page, "below", below, box, size=size, colour=colours.signal, role=Role.TITLE, align="centre", floor=14, order=2
            )
            end = box.y - _RULE - 4
        self._draw_slogan(page, Box(self._margin, self._margin, self._width - 2 * self._margin, end - self._margin))

    def _draw_slogan(self, page: Page, room: Box) -> None:
        compositor = self.compositor
        setting = headline(self._slogan, room.w, room.h * _SLOGAN_SHARE, floor=_SMALLEST, ceiling=1_000.0)
        compositor.placed("slogan", 1, room)
        if not setting.fits:
            sentence = _("The slogan does not fit, even at {size} pt. Make it shorter.")
            compositor.note("stop", "slogan", sentence.format(size=round(_SMALLEST)))
        elif setting.lines and setting.smallest < _READ_ACROSS_A_STREET:
            sentence = _(
                "The slogan is set at {size} pt: from 100 pt on it is read across a street. Fewer words would bring it there."
            )
            compositor.note("look", "slogan", sentence.format(size=round(setting.smallest)))
        with page.tagged("H1"):
            top = room.y + max(0.0, room.h - setting.height) / 2
            draw_headline(page, setting, room.x, top, room.w, self._colours.words)

    def _draw_foot(self, page: Page, y: float) -> None:
        """Imprint and class in one small line: a placard is public."""
        compositor = self.compositor
        imprint = " ".join(imprint_line(self._job.parts.campaign, compositor.language).split())
        if not imprint:
            compositor.note("stop", "imprint", _("There is no imprint. Fill in at the campaign who publishes, and where."))
        words = compositor.paragraph(
            "imprint", text("  ·  ".join(part for part in (imprint, self._furniture.class_words()) if part)), Role.STRONG
        )
        size = _SMALL * compositor.script.size
        leading = size * 1.3 * compositor.script.leading
        block = Block(words, size, leading, self._colours.words, align="centre", balance=True, order=90)
        inner = self._width - 2 * self._margin
        draw_stack(page, [block], self._margin, y + max(0.0, _IMPRINT_ROOM - stack_height([block], inner)), inner)


def _colours(palette: Palette, ground: str) -> _Colours:
    chosen = {"paper": palette.white, "night": palette.night}.get(ground, palette.accent)
    words = palette.coloured_on(chosen) if ground == "paper" else palette.readable_on(chosen)
    signal = palette.readable_on(chosen) if ground == "paper" else palette.signal_on(chosen)
    return _Colours(chosen, words, signal)

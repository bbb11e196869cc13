"""Draws the bust card: on its front what to say and not to say, on its back whom to ring, in large figures, and room to write."""

from __future__ import annotations

from dataclasses import replace

from organizer.i18n import _
from organizer.records.values import PrintClass
from organizer.sheets.bust_card_phones import BustCardPhones
from organizer.sheets.compositor import Compositor
from organizer.sheets.design import Design
from organizer.sheets.furniture import Furniture, compositor_for
from organizer.sheets.imprint import imprint_line
from organizer.sheets.layouts import CARD, FOLDED_CARD
from organizer.sheets.marks import square_mark
from organizer.sheets.sheet_kind import Job
from organizer.sheets.typesetting.blocks import Block, Part, draw_stack, stack_height
from organizer.sheets.typesetting.colours import Colour
from organizer.sheets.typesetting.fit import fit
from organizer.sheets.typesetting.geometry import Box
from organizer.sheets.typesetting.page import Page
from organizer.sheets.typesetting.runs import text
from organizer.sheets.typesetting.stacks import Role
from organizer.sheets.words import paper_words

_BODY, _LEADING, _CEILING = 9.6, 12.4, 1.8
_FOOT = 3.2
_MOST_LINE, _UNDER_LINES = 1.4, 0.8
_IMPRINT, _IMPRINT_LEADING = 6.0, 7.2
_FOLD = Colour.of("#888888", (0, 0, 0, 0.5))
_SMALL = 100.0


class _Measures:
    """What differs between a card for a pocket and one of A6. In mm, but for `floor` in pt.

    It is `crowded` in large print: then there is one line to write on.
    """

    def __init__(self, width: float, *, crowded: bool) -> None:
        self.small = small = width < _SMALL
        self.margin = 4.0 if small else 7.0
        self.band = 8.5 if small else 13.0
        self.gap = 1.8 if small else 4.0
        self.indent = 3.0 if small else 4.6
        self.line = (7.6 if crowded else 5.4) if small else 10.0
        self.floor = 6.8 if small else 8.0
        most = (1 if crowded else 2) if small else 4
        self.blanks = ("lawyer", "trusted", "officer", "station")[:most]


def bust_card(job: Job) -> Design:
    """Front and back; side by side on one face where the card is folded. Without rights there is nothing to print."""
    folded = job.format.key == FOLDED_CARD.key
    compositor = compositor_for(job)
    card = _Card(replace(job, format=CARD) if folded else job, compositor)
    faces = (card.draw_open,) if folded else (card.draw_front, card.draw_back)
    title = " ".join(job.answers["title"].split())
    return Design(title, job.parts.campaign.name, _("Bust card"), job.format.size, faces, compositor, job.cmyk)


class _Card:
    def __init__(self, job: Job, compositor: Compositor) -> None:
        self._job = job
        self._compositor = compositor
        self._measures = _Measures(job.format.size[0], crowded=job.large)
        self._furniture = Furniture(job, compositor, margin=self._measures.margin)
        self._words = paper_words("bust-card", job.language)
        self._rights = [compositor.paragraph("rights", text(line)) for line in _lines(job.answers["rights"])]
        self._phones = BustCardPhones(compositor, _lines(job.answers["phones"]), floor=self._measures.floor)
        if not self._rights:
            compositor.note("stop", "rights", _("There are no rights on the card. Write what somebody who is stopped must know."))

    def draw_open(self, page: Page) -> None:
        """The front where a folded card begins to be read, the back behind it, and a mark at each end of the fold."""
        w, h = CARD.size
        front, back = (0.0, w) if self._compositor.rtl else (w, 0.0)
        with page.panel(front, 0, shown=Box(0, 0, w, h)):
            self.draw_front(page)
        with page.panel(back, 0, shown=Box(0, 0, w, h), later=1_000):
            self.draw_back(page)
        page.line((w, 0), (w, 2.5), _FOLD, 0.3, "1 1")
        page.line((w, h - 2.5), (w, h), _FOLD, 0.3, "1 1")

    def draw_front(self, page: Page) -> None:
        furniture, measures = self._furniture, self._measures
        self._draw_ground(page)
        top = furniture.band(page, self._job.answers["title"], height=measures.band) + measures.gap
        foot = furniture.height - measures.margin - _FOOT
        self._draw_rights(page, Box(measures.margin, top, furniture.inner, foot - top - 1.0))
        self._draw_class(page, foot)

    def draw_back(self, page: Page) -> None:
        furniture, measures = self._furniture, self._measures
        self._draw_ground(page)
        top = furniture.band(page, self._words["back"], height=measures.band) + measures.gap
        bottom = self._draw_imprint(page)
        rows = measures.small and not self._job.large
        spare = bottom - top - self._phones.height(furniture.inner, rows=rows) - 1.0
        line = min(max(spare / (len(measures.blanks) + 1), measures.line), measures.line * _MOST_LINE)
        arm = Box(measures.margin, bottom - line + _UNDER_LINES, furniture.inner, line - _UNDER_LINES)
        accent = self._compositor.palette.coloured_on(self._compositor.palette.white)
        furniture.line(page, "labels", self._words["arm"], arm, size=9.5, colour=accent, role=Role.STRONG, floor=6.5, order=20)
        first = bottom - (len(measures.blanks) + 1) * line
        room = Box(measures.margin, top, furniture.inner, first - top - 0.5)
        if rows:
            self._phones.draw_rows(page, furniture, room)
        else:
            self._phones.draw(page, furniture, room)
        for place, key in enumerate(measures.blanks):
            box = Box(measures.margin, first + place * line, furniture.inner, line)
            furniture.blank(page, self._words[key], box, size=8.5)

    def _draw_ground(self, page: Page) -> None:
        furniture, bleed = self._furniture, page.bleed
        whole = Box(-bleed, -bleed, furniture.width + 2 * bleed, furniture.height + 2 * bleed)
        page.fill(whole, self._compositor.palette.white)

    def _draw_class(self, page: Page, y: float) -> None:
        furniture, measures = self._furniture, self._measures
        box = Box(measures.margin, y, furniture.inner, _FOOT)
        grey = self._compositor.palette.grey
        furniture.line(page, "print_class", furniture.class_words(), box, size=6.2, colour=grey, align="end", order=90)

    def _draw_rights(self, page: Page, room: Box) -> None:
        fitted = fit(self._build_rights, room.w, room.h, floor=self._measures.floor / _BODY, ceiling=_CEILING)
        if fitted.rest:
            sentence = _("The text does not fit, even at {size} pt. Shorten it.")
            self._compositor.note("stop", "rights", sentence.format(size=round(self._measures.floor)))
        self._compositor.placed("rights", 1, room)
        draw_stack(page, fitted.parts, room.x, room.y, room.w)

    def _build_rights(self, scale: float) -> list[Part]:
        compositor, palette = self._compositor, self._compositor.palette
        size, leading = compositor.size(_BODY) * scale, compositor.leading(_LEADING) * scale
        mark = square_mark(palette.coloured_on(palette.white))
        return [
            Block(
                line,
                size,
                leading,
                palette.type,
                indent=self._measures.indent * scale,
                after=1.4 * scale,
                bullet=mark,
                tag="LBody",
                within=("L rights", f"LI {place}"),
            )
            for place, line in enumerate(self._rights)
        ]

    def _draw_imprint(self, page: Page) -> float:
        """At the foot of the back; the y over it."""
        compositor, measures, furniture = self._compositor, self._measures, self._furniture
        bottom = furniture.height - measures.margin
        words = imprint_line(self._job.parts.campaign, compositor.language)
        imprint = compositor.paragraph("imprint", text(" ".join(words.split())))
        if not imprint.text:
            if self._job.print_class == PrintClass.PUBLIC:
                compositor.note("stop", "imprint", _("There is no imprint. Fill in at the campaign who publishes, and where."))
            return bottom
        size, leading = compositor.script.size * _IMPRINT, compositor.script.leading * _IMPRINT_LEADING
        block = Block(imprint, size, compositor.script.size * leading, compositor.palette.grey, order=91)
        fitted = fit(lambda _scale: [block], furniture.inner, furniture.height * 0.17, floor=1.0, ceiling=1.0)
        if fitted.rest:
            compositor.note("stop", "imprint", _("The imprint does not fit, even at 6 pt. Shorten it."))
        top = bottom - stack_height(fitted.parts, furniture.inner)
        draw_stack(page, fitted.parts, measures.margin, top, furniture.inner)
        return top - 0.8


def _lines(words: str) -> list[str]:
    return [" ".join(line.split()) for line in words.splitlines() if line.strip()]

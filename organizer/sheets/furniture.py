"""Furniture of the papers: the band at the head, the foot with its imprint and class, lines to write on, lines that fit."""

from __future__ import annotations

from organizer.i18n import _, own_order
from organizer.records.values import PrintClass
from organizer.sheets.compositor import Compositor
from organizer.sheets.from_records import palette_of
from organizer.sheets.gauge import draw_gauge_at
from organizer.sheets.imprint import imprint_line
from organizer.sheets.level import ceiling_in, over_rule, under_middle, without_capitals
from organizer.sheets.sheet_kind import Job
from organizer.sheets.typesetting.blocks import Align, Block, draw_stack, stack_height
from organizer.sheets.typesetting.colours import Colour
from organizer.sheets.typesetting.drawing import draw_line
from organizer.sheets.typesetting.fit import fit, fit_line
from organizer.sheets.typesetting.geometry import MM, Box
from organizer.sheets.typesetting.page import Page
from organizer.sheets.typesetting.runs import Run, text
from organizer.sheets.typesetting.stacks import Role
from organizer.sheets.words import digits, paper_words

MARGIN = 11.0
_BAND_PADDING = 5.0
_TITLE_LARGEST, _TITLE_SMALLEST = 40.0, 13.0
_BAND_EDGE, _BAND_EDGE_TALL = 1.5, 0.8
_LEAST = 6.0
_LOWER = 0.09
"""Air over and under titles of scripts without capitals, whose letters would fill the band, as a share of its room."""
_FOOT = 11.0
_SMALL, _SMALL_LEADING = 6.4, 7.8
_GAUGE_ABOVE_EDGE = 6.6


def compositor_for(job: Job, *, language: str = "") -> Compositor:
    """The compositor of a job, in its language and colours; in the second language for the second part of a sheet in two."""
    palette = palette_of(job.parts.campaign)
    return Compositor(language or job.language, palette.in_one_colour() if job.one_colour else palette, large=job.large)


class Furniture:
    """For one design. Boxes are those of a left-to-right sheet; what is right-to-left is mirrored here."""

    def __init__(self, job: Job, compositor: Compositor, *, margin: float = MARGIN) -> None:
        self.job = job
        self.compositor = compositor
        self.margin = margin
        self.rtl = compositor.rtl
        self.width, self.height = job.format.size
        self._words = paper_words("every-paper", compositor.language)

    def speaking(self, language: str) -> Furniture:
        """For words in the other language of the same sheet: its boxes stay on their sides, its lines begin at their own."""
        other = Furniture(self.job, self.compositor.speaking(language), margin=self.margin)
        other.rtl = self.rtl
        return other

    @property
    def inner(self) -> float:
        """Width between the margins."""
        return self.width - 2 * self.margin

    @property
    def foot_start(self) -> float:
        """Where the room above the foot ends."""
        return self.height - self.margin - _FOOT

    def flip(self, box: Box) -> Box:
        return box.mirrored(self.width) if self.rtl else box

    def line(
        self,
        page: Page,
        field: str,
        words: str,
        box: Box,
        *,
        size: float,
        colour: Colour,
        role: Role = Role.TEXT,
        align: Align = "start",
        floor: float = 6.0,
        capitals: bool = False,
        tag: str = "P",
        order: float = 0.0,
        within: tuple[str, ...] = (),
    ) -> None:
        """One line in the middle of the height of the box, smaller where it would not fit; what does not is told as a stop."""
        compositor = self.compositor
        paragraph = compositor.paragraph(field, text(" ".join(words.split())), role, capitals=capitals)
        if not paragraph.text:
            return
        box = self.flip(box)
        ceiling = ceiling_in(compositor, paragraph, compositor.size(size), box.h)
        least = min(floor * compositor.script.size, max(ceiling, _LEAST))
        size = fit_line(paragraph, box.w * MM, floor=least, ceiling=ceiling)
        shown = paragraph.lines(box.w * MM * 1000 / size)[0]
        used = paragraph.width(shown) * size / 1000 / MM
        if paragraph.width(paragraph.whole()) * size / 1000 / MM > box.w + 0.1:
            sentence = _("“{words}” does not fit in its line, even at {size} pt. Make it shorter.")
            compositor.note("stop", field, sentence.format(words=words[:40], size=round(floor)))
        shift = {"centre": (box.w - used) / 2, "end": box.w - used}.get(align, 0.0)
        if paragraph.base and align != "centre":
            shift = box.w - used - shift
        compositor.placed(field, 1, box)
        baseline = box.y + box.h / 2 + under_middle(compositor, paragraph, shown, size, box.h)
        with page.tagged(tag, order=order, within=within):
            draw_line(page, paragraph, shown, x=box.x + shift, baseline=baseline, size=size, colour=colour)

    def band(self, page: Page, title: str, *, below: str = "", aside: str = "", height: float = 20.0) -> float:
        """The coloured band at the head with title, a line under it and one at its end; the y under the band."""
        palette = self.compositor.palette
        band = Box(self.margin, self.margin, self.inner, height)
        page.fill(band, palette.accent)
        white, signal = palette.readable_on(palette.accent), palette.signal_on(palette.accent)
        aside_room = self.inner * 0.27 if aside else 0.0
        room = Box(band.x + _BAND_PADDING, band.y, band.w - 2 * _BAND_PADDING - aside_room, height)
        share = 0.62 if below else 1.0
        tall = self.compositor.script.tall
        edge = _BAND_EDGE_TALL if tall and not below else _BAND_EDGE
        top = Box(room.x, room.y + edge, room.w, (height - 2 * edge) * share)
        under = Box(room.x, top.bottom, room.w, (height - 2 * edge) * (1 - share))
        largest = min(_TITLE_LARGEST, top.h * MM * 0.9)
        if without_capitals(self.compositor) and not tall:
            top = Box(top.x, top.y + top.h * _LOWER, top.w, top.h * (1 - 2 * _LOWER))
        self.line(
            page,
            "title",
            title,
            top,
            size=largest,
            colour=white,
            role=Role.DISPLAY,
            floor=_TITLE_SMALLEST,
            capitals=True,
            tag="H1",
            order=-2,
        )
        self.line(page, "below", below, under, size=10, colour=signal, role=Role.STRONG, floor=7, order=-1)
        at_end = Box(band.right - _BAND_PADDING - aside_room + 3, band.y, max(1.0, aside_room - 3), height)
        self.line(page, "organisation", aside, at_end, size=10, colour=white, role=Role.STRONG, align="end", floor=6.5, order=-3)
        return band.bottom

    def foot(self, page: Page, *, number: int = 1, pages: int = 1, with_imprint: bool = True) -> None:
        """Imprint, class and page at the foot, and the gauge of an office printer. Taken only while `page` shows this face."""
        compositor, grey = self.compositor, self.compositor.palette.grey
        top = self.foot_start + 2.0
        said = [self.class_words()]
        if pages > 1:
            said.append(digits(self._words["page"].format(page=number, pages=pages), compositor.language))
        aside = 34.0
        end = Box(self.width - self.margin - aside, top, aside, 3.2)
        self.line(page, "print_class", " · ".join(said), end, size=6.4, colour=grey, role=Role.STRONG, align="end", order=90)
        if with_imprint:
            self._imprint(page, Box(self.margin, top, self.inner - aside - 4, 6.0))
        draw_gauge_at(page, (self.width - 100.0) / 2, self.height - _GAUGE_ABOVE_EDGE)

    def class_words(self) -> str:
        """PUBLIC, BRANCH or CONFIDENTIAL, in the language of the sheet."""
        return self._words[self.job.print_class]

    def _imprint(self, page: Page, box: Box) -> None:
        compositor = self.compositor
        words = imprint_line(self.job.parts.campaign, compositor.language)
        imprint = compositor.paragraph("imprint", text(" ".join(words.split())))
        if not imprint.text:
            if self.job.print_class == PrintClass.PUBLIC:
                compositor.note("stop", "imprint", _("There is no imprint. Fill in at the campaign who publishes, and where."))
            return

        def build(scale: float) -> list[Block]:
            size, leading = compositor.script.size * _SMALL * scale, compositor.script.leading * _SMALL_LEADING * scale
            return [Block(imprint, size, compositor.script.size * leading, compositor.palette.grey, order=91)]

        fitted = fit(build, box.w, box.h, floor=6.0 / _SMALL, ceiling=1.0)
        if fitted.rest:
            compositor.note("stop", "imprint", _("The imprint does not fit, even at 6 pt. Shorten it."))
        draw_stack(page, fitted.parts, self.flip(box).x, box.y, box.w)

    def blank(self, page: Page, label: str, box: Box, *, size: float = 8.0) -> None:
        """A label and, after it, a line to write on up to the end of the box, at its foot."""
        compositor, palette = self.compositor, self.compositor.palette
        paragraph = compositor.paragraph("labels", text(label), Role.STRONG)
        ceiling = ceiling_in(compositor, paragraph, compositor.size(size), box.h)
        pt = fit_line(paragraph, box.w * MM * 0.6, floor=6.0 * compositor.script.size, ceiling=ceiling)
        wide = paragraph.width(paragraph.whole()) * pt / 1000 / MM
        here = self.flip(Box(box.x, box.y, wide, box.h))
        rule = self.flip(Box(box.x + wide + 1.5, box.bottom - 0.2, max(0.0, box.w - wide - 1.5), 0.2))
        with page.tagged("P"):
            baseline = over_rule(compositor, box.bottom, pt)
            draw_line(page, paragraph, paragraph.whole(), x=here.x, baseline=baseline, size=pt, colour=palette.type)
        page.fill(rule, palette.grey)

    def entry(self, page: Page, field: str, label: str, words: str, box: Box, *, size: float = 8.0, floor: float = 6.5) -> None:
        """A label and what is known of it, in one line at the foot of the box; a line to write on where nothing is known."""
        words = " ".join(words.split())
        if not words:
            self.blank(page, label, box, size=size)
            return
        compositor = self.compositor
        paragraph = compositor.paragraph(field, text(Run(label, strong=True), f" {own_order(words, rtl=compositor.rtl)}"))
        pt = fit_line(paragraph, box.w * MM, floor=floor * compositor.script.size, ceiling=compositor.size(size))
        shown = paragraph.lines(box.w * MM * 1000 / pt)[0]
        if shown.end < paragraph.whole().end:
            sentence = _("“{words}” does not fit in its line, even at {size} pt. Make it shorter.")
            compositor.note("stop", field, sentence.format(words=words[:40], size=round(floor, 1)))
        here = self.flip(box)
        compositor.placed(field, 1, here)
        x = here.right - paragraph.width(shown) * pt / 1000 / MM if paragraph.base else here.x
        with page.tagged("P"):
            baseline = over_rule(compositor, box.bottom, pt)
            draw_line(page, paragraph, shown, x=x, baseline=baseline, size=pt, colour=compositor.palette.type)

    def body(
        self, page: Page, field: str, words: str, box: Box, *, size: float, leading: float, floor: float, role: Role = Role.TEXT
    ) -> float:
        """Text in a box, smaller where it must be but not under `floor`; the y under it. What does not fit is told as a stop."""
        compositor = self.compositor
        paragraph = compositor.paragraph(field, text(words), role)
        if not paragraph.text.strip():
            return box.y

        def build(scale: float) -> list[Block]:
            pt, lead = compositor.size(size) * scale, compositor.leading(leading) * scale
            return [Block(paragraph, pt, lead, compositor.palette.type)]

        fitted = fit(build, box.w, box.h, floor=min(1.0, floor / size), ceiling=1.0)
        if fitted.rest:
            sentence = _("The text does not fit, even at {size} pt. Shorten it.")
            compositor.note("stop", field, sentence.format(size=round(floor, 1)))
        compositor.placed(field, 1, self.flip(box))
        draw_stack(page, fitted.parts, self.flip(box).x, box.y, box.w)
        return box.y + stack_height(fitted.parts, box.w)

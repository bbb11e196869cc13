"""What a file knows about somebody, as pages for the person who asks: record after record, each field with its words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial

from organizer import i18n
from organizer.i18n import _
from organizer.records.campaign import Campaign
from organizer.records.prints import PrintParts
from organizer.records.values import PrintClass
from organizer.sheets.columns import Columns, Paging, Placed, Section, heading_of
from organizer.sheets.design import Design
from organizer.sheets.furniture import MARGIN, Furniture, compositor_for
from organizer.sheets.imposition import arranged
from organizer.sheets.layouts import A4_PAGE, MAIL
from organizer.sheets.sheet import Sheet
from organizer.sheets.sheet_kind import Job
from organizer.sheets.typesetting.blocks import Block, Part
from organizer.sheets.typesetting.geometry import Box
from organizer.sheets.typesetting.page import Page
from organizer.sheets.typesetting.runs import LINE_BREAK, text
from organizer.sheets.typesetting.stacks import Role

_BAND, _BAND_NEXT, _AIR, _GAP = 20.0, 12.0, 5.0, 6.0
_BODY, _LEADING, _SMALL, _SMALL_LEADING, _HEADING, _HEADING_LEADING = 9.4, 12.0, 8.4, 11.0, 13.0, 15.6
_SHARES = (0.27, 0.73)
_LONGEST = 400
"""Characters of a row: a longer field goes over several rows, so that pages can end between them."""

Fields = Sequence[tuple[str, str]]
Chapter = tuple[str, Sequence[tuple[str, Fields]]]
"""A heading, and under it entries: each its own heading and pairs of a label and words."""


def what_is_known(name: str, day: date, chapters: Sequence[Chapter], language: str) -> Sheet:
    """CONFIDENTIAL, with the name at its head; tagged for who listens."""
    parts = PrintParts(campaign=Campaign(name=""))
    job = Job(parts, language, {}, A4_PAGE, MAIL, print_class=PrintClass.CONFIDENTIAL)
    report = _Report(job, name, day, chapters)
    faces = tuple(partial(report.draw, number) for number in range(1, len(report.pages) + 1))
    title = _("What this file knows")
    return arranged(Design(title, "", title, A4_PAGE.size, faces, report.compositor), MAIL)


class _Report:
    def __init__(self, job: Job, name: str, day: date, chapters: Sequence[Chapter]) -> None:
        self._name, self._day = " ".join(name.split()), day
        self.compositor = compositor_for(job)
        self._furniture = Furniture(job, self.compositor)
        self._order = 0.0
        top, next_top = MARGIN + _BAND + _AIR, MARGIN + _BAND_NEXT + _AIR
        self._tops = (top, next_top)
        room = self._furniture.foot_start
        paging = Paging(self._furniture.inner, room - top, room - next_top, _GAP, self._too_high)
        for chapter in chapters:
            for section in self._sections(chapter):
                paging.add(section)
        self.pages: list[list[Placed]] = paging.pages

    def _too_high(self, field: str) -> None:
        self.compositor.note("stop", field, _("A row is higher than the page. Make its title or place shorter."))

    def _sections(self, chapter: Chapter) -> Iterator[Section]:
        heading, entries = chapter
        self._order += 1
        palette = self.compositor.palette
        title = self._block(heading, _HEADING, _HEADING_LEADING, role=Role.LABEL, tag="H2", keep=True, coloured=True)
        opening: Sequence[Part] = heading_of(title, palette.signal)
        for place, (words, fields) in enumerate(entries, start=1):
            said = self._block(words, _BODY, _LEADING, role=Role.STRONG, tag="H3", keep=True)
            rows = [row for label, value in fields for row in self._rows(label, value, f"{heading} {place}")]
            yield Section((*opening, said), rows)
            opening = ()
        if opening:
            yield Section(opening, [self._block(_("Nothing."), _BODY, _LEADING)])

    def _rows(self, label: str, words: str, table: str) -> Iterator[Part]:
        """A field as rows of at most so many characters; the label stands at the first."""
        rest = words
        while rest:
            piece, rest = _cut(rest)
            within = (f"Table {table}", f"TR {label} {len(rest)}")
            cells = (
                (self._block(label, _SMALL, _SMALL_LEADING, tag="TH", within=within, grey=True),),
                (self._block(piece, _BODY, _LEADING, tag="TD", within=within),),
            )
            rule = self.compositor.palette.grey.blend(self.compositor.palette.white, 0.7)
            yield Columns(cells, _SHARES, self.compositor.rtl, padding=0.5, rule=rule)
            label = ""

    def _block(
        self,
        words: str,
        size: float,
        leading: float,
        *,
        role: Role = Role.TEXT,
        tag: str = "P",
        within: tuple[str, ...] = (),
        keep: bool = False,
        grey: bool = False,
        coloured: bool = False,
    ) -> Block:
        compositor, palette = self.compositor, self.compositor.palette
        said = LINE_BREAK.join(i18n.own_order(line, rtl=compositor.rtl) for line in words.splitlines()) or " "
        colour = palette.grey if grey else palette.coloured_on(palette.white) if coloured else palette.type
        paragraph = compositor.paragraph("", text(said), role)
        sizes = compositor.size(size), compositor.leading(leading)
        return Block(paragraph, *sizes, colour, after=0.6, keep=keep, tag=tag, order=self._order, within=within)

    def draw(self, number: int, page: Page) -> None:
        furniture, palette = self._furniture, self.compositor.palette
        page.fill(Box(0, 0, furniture.width, furniture.height), palette.white)
        first = number == 1
        below, height = (self._name, _BAND) if first else ("", _BAND_NEXT)
        furniture.band(page, _("What this file knows"), below=below, aside=i18n.day(self._day), height=height)
        top = self._tops[0 if first else 1]
        for placed in self.pages[number - 1]:
            placed.part.draw(page, MARGIN, top + placed.y, furniture.inner)
        furniture.foot(page, number=number, pages=len(self.pages), with_imprint=False)


def _cut(words: str) -> tuple[str, str]:
    """The first piece at a blank, and the rest."""
    if len(words) <= _LONGEST:
        return words, ""
    end = max(words.rfind(" ", 0, _LONGEST), words.rfind("\n", 0, _LONGEST))
    end = end if end > 0 else _LONGEST
    return words[:end], words[end:].lstrip()

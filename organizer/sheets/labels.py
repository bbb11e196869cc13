"""Draws address labels: each address in the middle of its label, smaller where it must be; borders on a trial print alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import chain

from organizer import i18n
from organizer.i18n import _
from organizer.records.organisation import Organisation, Person
from organizer.records.target import Target
from organizer.sheets.design import Design
from organizer.sheets.furniture import Furniture, compositor_for
from organizer.sheets.gauge import draw_gauge_at
from organizer.sheets.label_stock import STOCK
from organizer.sheets.layouts import WHITE_FRAME
from organizer.sheets.papers.labels import BOTH, ORGANISATIONS, PEOPLE, TARGETS
from organizer.sheets.postal_address import Address, postal_lines
from organizer.sheets.ruled_table import draw_frame
from organizer.sheets.sheet_kind import Job
from organizer.sheets.typesetting.blocks import Align, Block, Part, draw_stack, stack_height
from organizer.sheets.typesetting.fit import fit
from organizer.sheets.typesetting.geometry import Box
from organizer.sheets.typesetting.page import Page
from organizer.sheets.typesetting.runs import text
from organizer.sheets.typesetting.stacks import Role

_TYPE, _LEADING, _FLOOR = 10.5, 12.8, 8.0
_ACROSS, _DOWN = 5.0, 2.2
_CLASS_TOP, _CLASS_HEIGHT = 7.4, 2.4
_GAUGE_ABOVE_EDGE = 6.6
_NAMED = 3


def labels(job: Job) -> Design:
    """As many faces as the addresses need; a trial print has one."""
    whose = job.answers.get("whose") or ORGANISATIONS
    sheet = _LabelSheet(job, list(chain(*_addresses(job, whose))))
    faces = tuple(partial(sheet.draw, number) for number in range(sheet.pages))
    return Design(_("Address labels"), job.parts.campaign.name, _("Address labels"), job.format.size, faces, sheet.compositor)


def _addresses(job: Job, whose: str) -> Iterator[Iterator[Address]]:
    if whose in (ORGANISATIONS, BOTH):
        yield (_of_organisation(found) for found in job.parts.organisations)
    if whose in (TARGETS, BOTH):
        yield (_of_target(found) for found in job.parts.targets if not found.retired)

    if whose == PEOPLE:
        yield (_of_person(found) for found in job.parts.people)


def _of_person(found: Person) -> Address:
    city = found.city
    return Address((found.title(),), found.address, city.name if city else "", city.country if city else "")


def _of_organisation(found: Organisation) -> Address:
    city = found.city
    return Address((found.name,), found.address, city.name if city else "", found.country or (city.country if city else ""))


def _of_target(found: Target) -> Address:
    """The person, the office and the body, as far as they are known."""
    city = found.city
    who = tuple(part for part in (found.name, found.office, found.organisation) if part.strip())
    return Address(who, found.address, city.name if city else "", found.country or (city.country if city else ""))


class _LabelSheet:
    def __init__(self, job: Job, known: Sequence[Address]) -> None:
        self._job = job
        self.compositor = compositor_for(job)
        self._furniture = Furniture(job, self.compositor, margin=WHITE_FRAME)
        self._stock = STOCK[job.format.key]
        self._trial = job.yes("trial")
        self._first = min(max(1, job.number("first")), self._stock.on_a_sheet) - 1
        self._across, self._down = _offset(job.answers.get("across", "")), _offset(job.answers.get("down", ""))
        self._addresses = [address for address in known if address.street.strip()]
        count = self._first + len(self._addresses)
        self.pages = 1 if self._trial else max(1, -(-count // self._stock.on_a_sheet))
        self._tell([address.name for address in known if not address.street.strip()])

    def _tell(self, without: Sequence[str]) -> None:
        compositor = self.compositor
        if not self._addresses:
            compositor.note("stop", "whose", _("There is no address to print. Fill them in at the organisations and targets."))
        elif without:
            names = i18n.joined(*without[:_NAMED]) + (" …" if len(without) > _NAMED else "")
            compositor.note("look", "whose", _("Without an address there is no label for: {names}.").format(names=names))
        if self._trial:
            compositor.note("good", "", _("Print this on plain paper and hold it against a sheet of labels before the light."))
        elif self._addresses:
            sentence = _("Print at actual size, without fitting to the page, so that every address meets its label.")
            compositor.note("good", "", sentence)

    def draw(self, number: int, page: Page) -> None:
        stock = self._stock
        page.fill(Box(0, 0, *stock.paper), self.compositor.palette.white)
        for place in range(stock.on_a_sheet):
            label = self._moved(stock.box(place, rtl=self.compositor.rtl))
            if self._trial:
                draw_frame(page, label, self.compositor.palette.grey, width_pt=0.5)
            wanted = number * stock.on_a_sheet + place - self._first
            if 0 <= wanted < len(self._addresses):
                self._draw_address(page, self._addresses[wanted], label, number + 1)
        self._draw_class(page)
        if self._trial:
            draw_gauge_at(page, (stock.paper[0] - 100.0) / 2, stock.paper[1] - _GAUGE_ABOVE_EDGE)

    def _moved(self, box: Box) -> Box:
        return replace(box, x=box.x + self._across, y=box.y + self._down)

    def _draw_class(self, page: Page) -> None:
        """In the strip over the labels, which comes off with the sheet; it moves with them and keeps off the edge."""
        top = min(max(WHITE_FRAME, _CLASS_TOP + self._down), self._stock.top + self._down - _CLASS_HEIGHT - 0.3)
        box = Box(WHITE_FRAME + 5, max(WHITE_FRAME, top), self._stock.paper[0] - 2 * WHITE_FRAME - 10, _CLASS_HEIGHT)
        words, grey = self._furniture.class_words(), self.compositor.palette.grey
        self._furniture.line(page, "print_class", words, box, size=6.2, colour=grey, role=Role.STRONG, align="end", order=90)

    def _draw_address(self, page: Page, address: Address, label: Box, face: int) -> None:
        room = self._room(label)
        lines = postal_lines(address, sender=self._job.parts.campaign.country, language=self._job.language)
        fitted = fit(partial(self._blocks, lines), room.w, room.h, floor=_FLOOR / _TYPE, ceiling=1.0)
        if fitted.rest:
            sentence = _("The address of {name} does not fit its label, even at {size} pt. Shorten it, or take larger labels.")
            self.compositor.note("stop", "whose", sentence.format(name=address.name[:60], size=round(_FLOOR)))
        self.compositor.placed("whose", face, room)
        y = room.y + (room.h - stack_height(fitted.parts, room.w)) / 2
        draw_stack(page, fitted.parts, room.x, y, room.w)

    def _room(self, label: Box) -> Box:
        """The label within its edges, as far as a printer reaches."""
        left = max(label.x + _ACROSS, WHITE_FRAME)
        right = min(label.right - _ACROSS, self._stock.paper[0] - WHITE_FRAME)
        return Box(left, label.y + _DOWN, right - left, label.h - 2 * _DOWN)

    def _blocks(self, lines: Sequence[str], scale: float) -> list[Part]:
        """All on the side where most of its lines begin, whichever way a line runs."""
        compositor = self.compositor
        ways = [i18n.runs_rtl(line, window=False) for line in lines]
        from_right = sum(ways) * 2 > len(ways)
        blocks: list[Part] = []
        for place, (line, rtl) in enumerate(zip(lines, ways, strict=True)):
            tag = self._language_of(rtl=rtl)
            paragraph = compositor.paragraph("whose", text(line), Role.TEXT if place else Role.STRONG, language=tag)
            size, leading = _TYPE * scale, _LEADING * compositor.script.leading * scale
            align: Align = "start" if rtl == from_right else "end"
            blocks.append(Block(paragraph, size, leading, compositor.palette.type, align=align))
        return blocks

    def _language_of(self, *, rtl: bool) -> str:
        """An address runs as its own letters do, whatever the sheet's language."""
        if rtl == self.compositor.rtl:
            return self._job.language
        return "ar" if rtl else "en"


def _offset(answer: str) -> float:
    try:
        return float(answer) if answer else 0.0
    except ValueError:
        return 0.0

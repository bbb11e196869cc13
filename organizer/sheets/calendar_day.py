"""A day of the picket calendar: its number, and its pickets with hour, city and title, as many as there is room for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from organizer import i18n
from organizer.i18n import _, _n
from organizer.records.picket import Picket
from organizer.records.values import DatePrecision
from organizer.sheets.furniture import Furniture
from organizer.sheets.picket_words import beginning, short_title
from organizer.sheets.typesetting.blocks import Block, Part, draw_stack, stack_height
from organizer.sheets.typesetting.colours import Colour
from organizer.sheets.typesetting.fit import fit
from organizer.sheets.typesetting.geometry import MM, Box
from organizer.sheets.typesetting.page import Page
from organizer.sheets.typesetting.runs import Run, text
from organizer.sheets.typesetting.stacks import Role
from organizer.sheets.words import day_number, digits, paper_words

_NUMBER, _NUMBER_HEIGHT = 13.0, 6.0
_TYPE, _LEADING, _FLOOR = 9.0, 10.8, 7.2
_PADDING, _BAR, _AFTER = 1.2, 0.9, 1.0
_LONGEST = 60


@dataclass(frozen=True)
class _Barred:
    """A picket with a bar at its side: whole where the day stands, dashed where it does not; struck out when cancelled."""

    blocks: tuple[Block, ...]
    bar: Colour
    dashed: bool
    struck: int
    rtl: bool
    after: float = _AFTER

    def height(self, width: float) -> float:
        return stack_height(self.blocks, width - _BAR - 1.0)

    def draw(self, page: Page, x: float, y: float, width: float) -> None:
        inner = width - _BAR - 1.0
        bar = Box(x + width - _BAR if self.rtl else x, y + 0.3, _BAR, self.height(width) - 0.6)
        left = x if self.rtl else x + _BAR + 1.0
        if self.dashed:
            middle = bar.x + bar.w / 2
            page.line((middle, bar.y), (middle, bar.bottom), self.bar, _BAR * MM, "1.6 1.6")
        else:
            page.fill(bar, self.bar)
        for place, block in enumerate(self.blocks):
            block.draw(page, left, y, inner)
            if place < self.struck:
                self._strike(page, block, left, y, inner)
            y += block.height(inner)

    def _strike(self, page: Page, block: Block, x: float, y: float, width: float) -> None:
        for k, line in enumerate(block.lines(width)):
            used = block.paragraph.width(line) * block.size / 1000 / MM
            start = x + width - used if block.paragraph.base else x
            middle = y + (k + 0.54) * block.leading / MM
            page.line((start, middle), (start + used, middle), block.colour, 0.7)

    def split(self, _width: float, _room: float) -> tuple[Part, Part] | None:
        return None


class CalendarDay:
    def __init__(self, furniture: Furniture, day: date, pickets: Sequence[Picket]) -> None:
        self._furniture = furniture
        self._compositor = furniture.compositor
        self._words = paper_words("pickets", furniture.compositor.language)
        self._day, self._pickets = day, pickets

    def draw(self, page: Page, cell: Box, *, within: tuple[str, ...], aside: bool) -> None:
        """`cell` is that of a left-to-right sheet; days of other months stand aside, as a pale number alone."""
        furniture, palette = self._furniture, self._compositor.palette
        language = self._compositor.language
        number = Box(cell.x + _PADDING, cell.y + 0.6, cell.w - 2 * _PADDING, _NUMBER_HEIGHT)
        colour, role, size = (palette.grey, Role.TEXT, 8.5) if aside else (palette.type, Role.TITLE, _NUMBER)
        said = day_number(self._day, language)
        furniture.line(page, "labels", said, number, size=size, colour=colour, role=role, order=3, within=within)
        if not self._pickets:
            return
        room = Box(cell.x + _PADDING, number.bottom + 0.4, cell.w - 2 * _PADDING, cell.bottom - number.bottom - 1.2)
        parts = self._fitted(room, within)
        self._compositor.placed("pickets", 1, furniture.flip(room))
        draw_stack(page, parts, furniture.flip(room).x, room.y, room.w)

    def _fitted(self, room: Box, within: tuple[str, ...]) -> list[Part]:
        """All pickets, smaller where they must be; then without titles; then those that fit, and how many more there are."""
        count, least = len(self._pickets), _FLOOR / _TYPE
        for titled in (True, False):
            fitted = fit(partial(self._parts, count, within, titled=titled), room.w, room.h, floor=least, ceiling=1.0)
            if not fitted.rest:
                return fitted.parts
        shown = count - 1
        while shown and stack_height(self._parts(shown, within, least, titled=False), room.w) > room.h:
            shown -= 1
        self._tell(count - shown)
        return self._parts(shown, within, least, titled=False)

    def _tell(self, left: int) -> None:
        count = _n("{n} picket", "{n} pickets", left)
        sentence = _("{count} on {day} are not shown, for want of room. Print a rota beside the calendar, which shows them all.")
        self._compositor.note("look", "pickets", sentence.format(count=count, day=i18n.day_long(self._day)))

    def _parts(self, shown: int, within: tuple[str, ...], scale: float, *, titled: bool) -> list[Part]:
        parts: list[Part] = [self._part(picket, within, scale, titled=titled) for picket in self._pickets[:shown]]
        left = len(self._pickets) - shown
        if left:
            more = digits(self._words["more"].format(count=left), self._compositor.language)
            parts.append(self._block(text(Run(more, strong=True)), within, scale, self._compositor.palette.type))
        return parts

    def _part(self, picket: Picket, within: tuple[str, ...], scale: float, *, titled: bool) -> _Barred:
        palette, language = self._compositor.palette, self._compositor.language
        cancelled, draft = picket.state == "cancelled", picket.state == "draft"
        uncertain = picket.day_precision == DatePrecision.ESTIMATE
        colour = palette.grey if cancelled else palette.type
        head = " ".join(part for part in (beginning(picket, language), picket.city.name if picket.city else "") if part)
        lines = [text(Run(head, strong=True)), text(_short(short_title(picket)) if titled or not head else "")]
        what = [self._block(line, within, scale, colour) for line in lines if line]
        holds = {"cancelled": cancelled, "draft": draft, "uncertain": uncertain}
        states = [
            self._block(text(Run(self._words[key], emphasis=True)), within, scale, palette.type) for key in holds if holds[key]
        ]
        bar = palette.grey if cancelled else palette.accent
        return _Barred((*what, *states), bar, draft or uncertain, len(what) if cancelled else 0, self._compositor.rtl)

    def _block(self, runs: tuple[Run, ...], within: tuple[str, ...], scale: float, colour: Colour) -> Block:
        compositor = self._compositor
        size, leading = compositor.size(_TYPE) * scale, compositor.leading(_LEADING) * scale
        return Block(compositor.paragraph("pickets", runs), size, leading, colour, within=within, order=3)


def _short(title: str) -> str:
    """A title that would fill the day by itself ends after its last whole word."""
    if len(title) <= _LONGEST:
        return title
    return title[: _LONGEST + 1].rsplit(" ", 1)[0].rstrip(" ,;:–-") + " …"

"""The table of the cash count sheet: each tin with its seal and collector, then how many of each coin and note it held."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from organizer import i18n
from organizer.sheets.cash import Denomination
from organizer.sheets.furniture import Furniture
from organizer.sheets.ruled_table import RULE, draw_frame
from organizer.sheets.typesetting.colours import Colour
from organizer.sheets.typesetting.geometry import Box
from organizer.sheets.typesetting.page import Page
from organizer.sheets.typesetting.stacks import Role
from organizer.sheets.words import figures

_TIN_ROWS = ("tin", "seal", "intact", "collector")
_EMPTY_ROWS = 12
_FIRST, _COUNT = 27.0, 0.4
_HIGHEST, _SMALL_HEAD = 8.6, 5.6
_STRONG_RULE = 0.5
_COIN, _NOTE = 1.25, (4.2, 2.3)
_TICK = 3.0


class CashCountTable:
    """Rows as high as the room allows, a column for each tin and one for all of them."""

    def __init__(
        self,
        furniture: Furniture,
        words: Mapping[str, str],
        currency: str,
        counted: Sequence[Denomination],
        tins: int,
    ) -> None:
        self._furniture, self._palette = furniture, furniture.compositor.palette
        self._words, self._currency, self._tins = words, currency, tins
        self._other = words["other"] if counted else ""
        self._counted: list[Denomination | None] = [*counted, None] if counted else [None] * _EMPTY_ROWS

    def draw(self, page: Page, room: Box) -> float:
        """The y under the table."""
        rows = len(_TIN_ROWS) + len(self._counted) + 1
        height = min(_HIGHEST, (room.h - _SMALL_HEAD) / rows)
        tins = Box(room.x, room.y, room.w, len(_TIN_ROWS) * height)
        head = Box(room.x, tins.bottom, room.w, _SMALL_HEAD)
        body = Box(room.x, head.bottom, room.w, len(self._counted) * height)
        total = Box(room.x, body.bottom, room.w, height)
        self._draw_tins(page, tins, height)
        page.fill(head, self._palette.night)
        self._draw_small_head(page, head)
        self._draw_body(page, body, height)
        self._draw_total(page, total)
        self._draw_rules(page, tins, body, total, height)
        return total.bottom

    def _columns(self, row: Box) -> list[Box]:
        """One for each tin, then one for all of them together."""
        wide = (row.w - _FIRST) / (self._tins + 1)
        return [Box(row.x + _FIRST + k * wide, row.y, wide, row.h) for k in range(self._tins + 1)]

    def _draw_tins(self, page: Page, tins: Box, height: float) -> None:
        """Number, seal and collector of each tin; the last column has nothing of these."""
        ground = self._columns(tins)[-1]
        page.fill(self._furniture.flip(ground), self._palette.paper)
        said = Box(ground.x + 1.6, ground.y, ground.w - 3.2, ground.h)
        self._say(page, self._words["all_tins"], said, 9.0, self._palette.type, within=("Table rows", "TR tin"))
        for place, key in enumerate(_TIN_ROWS):
            row = Box(tins.x, tins.y + place * height, tins.w, height)
            label = Box(row.x + 1.6, row.y, _FIRST - 2.0, row.h)
            self._say(page, self._words[key], label, 8.4, self._palette.type, within=("Table rows", f"TR {key}"))
            if key == "intact":
                for column in self._columns(row)[:-1]:
                    self._draw_yes_and_no(page, column)

    def _draw_yes_and_no(self, page: Page, cell: Box) -> None:
        half = (cell.w - 3.0) / 2
        for place, key in enumerate(("yes", "no")):
            x = cell.x + 1.5 + place * half
            box = Box(x, cell.y + (cell.h - _TICK) / 2, _TICK, _TICK)
            draw_frame(page, self._furniture.flip(box), self._palette.type, width_pt=0.6)
            said = Box(box.right + 1.0, cell.y, half - _TICK - 1.2, cell.h)
            self._say(page, self._words[key], said, 8.0, self._palette.type, role=Role.TEXT, within=("Table rows", "TR intact"))

    def _draw_small_head(self, page: Page, head: Box) -> None:
        white, within = self._palette.readable_on(self._palette.night), ("Table rows", "TR head")
        self._say(page, self._currency, Box(head.x + 1.6, head.y, _FIRST - 2.0, head.h), 9.0, white, within=within)
        for column in self._columns(head):
            for cell, key in zip(_halves(column), ("count", "sum"), strict=True):
                self._say(
                    page, self._words[key], Box(cell.x + 1, cell.y, cell.w - 2, cell.h), 8.0, white, within=within, floor=8.0
                )

    def _draw_body(self, page: Page, body: Box, height: float) -> None:
        shaded = [Box(body.x, body.y + k * height, body.w, height) for k in range(1, len(self._counted), 2)]
        page.rectangles(shaded, self._palette.paper)
        for place, counted in enumerate(self._counted):
            row = Box(body.x, body.y + place * height, _FIRST, height)
            within = ("Table rows", f"TR {place + 1}")
            if counted:
                self._draw_sign(page, row, counted)
                said = self._worth(counted)
                self._say(
                    page, said, Box(row.x + 8, row.y, _FIRST - 10, row.h), 9.6, self._palette.type, within=within, align="end"
                )
            else:
                room = Box(row.x + 1.6, row.y, _FIRST - 2.0, row.h)
                self._say(page, self._other, room, 8.4, self._palette.type, within=within)

    def _draw_sign(self, page: Page, row: Box, counted: Denomination) -> None:
        """A disc before a coin, a slip before a note: both may be worth the same."""
        middle, flip = row.y + row.h / 2, self._furniture.flip
        if counted.is_coin:
            disc = flip(Box(row.x + 3.9 - _COIN, middle - _COIN, 2 * _COIN, 2 * _COIN))
            page.circle(disc.x + _COIN, disc.y + _COIN, _COIN, self._palette.accent)
        else:
            wide, high = _NOTE
            page.fill(flip(Box(row.x + 3.9 - wide / 2, middle - high / 2, wide, high)), self._palette.accent)

    def _worth(self, counted: Denomination) -> str:
        """0.50, 20: without empty decimals."""
        language, worth = self._furniture.compositor.language, counted.worth
        unit = 10 ** i18n.currency_digits(worth.currency)
        is_whole = worth.minor % unit == 0
        said = i18n.number(worth.minor // unit, language) if is_whole else i18n.figure(worth.minor, worth.currency, language)
        return figures(said, language)

    def _draw_total(self, page: Page, total: Box) -> None:
        page.fill(self._furniture.flip(Box(total.x, total.y, _FIRST, total.h)), self._palette.night)
        white = self._palette.readable_on(self._palette.night)
        room = Box(total.x + 1.6, total.y, _FIRST - 2.0, total.h)
        self._say(page, self._words["total"], room, 10.0, white, within=("Table rows", "TR total"), floor=8.0)

    def _draw_rules(self, page: Page, tins: Box, body: Box, total: Box, height: float) -> None:
        flip = self._furniture.flip
        all_of_them = self._columns(tins)[-1].w
        across = [Box(tins.x, tins.y - RULE / 2, tins.w, RULE)]
        for k in range(1, len(_TIN_ROWS)):
            across.append(flip(Box(tins.x, tins.y + k * height - RULE / 2, tins.w - all_of_them, RULE)))
        across += [Box(body.x, body.y + k * height - RULE / 2, body.w, RULE) for k in range(1, len(self._counted) + 1)]
        tall = Box(tins.x, tins.y, tins.w, total.bottom - tins.y)
        down = [flip(Box(x - RULE / 2, tall.y, RULE, tall.h)) for x in (tall.x, tall.x + _FIRST, tall.right)]
        sums = Box(body.x, body.y, body.w, body.h + total.h)
        down += [flip(Box(_halves(column)[1].x - RULE / 2, column.y, RULE, column.h)) for column in self._columns(sums)]
        page.rectangles([*across, *down], self._palette.grey)
        strong = [flip(Box(column.x - _STRONG_RULE / 2, tall.y, _STRONG_RULE, tall.h)) for column in self._columns(tall)[1:]]
        strong += [Box(tall.x, y - _STRONG_RULE / 2, tall.w, _STRONG_RULE) for y in (total.y, total.bottom)]
        page.rectangles(strong, self._palette.type)

    def _say(
        self,
        page: Page,
        words: str,
        box: Box,
        size: float,
        colour: Colour,
        *,
        within: tuple[str, ...],
        role: Role = Role.STRONG,
        floor: float = 6.5,
        align: str = "start",
    ) -> None:
        self._furniture.line(
            page,
            "labels",
            words,
            box,
            size=size,
            colour=colour,
            role=role,
            floor=floor,
            align="end" if align == "end" else "start",
            tag="TH",
            within=within,
        )


def _halves(column: Box) -> tuple[Box, Box]:
    """Where the count stands, and the sum."""
    wide = column.w * _COUNT
    return Box(column.x, column.y, wide, column.h), Box(column.x + wide, column.y, column.w - wide, column.h)

"""A ruled table to write in by hand: dark heads, in one language or two, pale bands, numbered rows, boxes to tick."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from organizer.i18n import _
from organizer.sheets.furniture import Furniture
from organizer.sheets.typesetting.blocks import Align, Block, Part, draw_stack, stack_height
from organizer.sheets.typesetting.colours import Colour
from organizer.sheets.typesetting.fit import fit
from organizer.sheets.typesetting.geometry import MM, Box
from organizer.sheets.typesetting.page import Page
from organizer.sheets.typesetting.runs import text
from organizer.sheets.typesetting.stacks import Role
from organizer.sheets.words import digits

RULE = 0.2
_HEAD, _HEAD_LEADING, _HEAD_FLOOR = 9.0, 10.8, 8.0
_CELL_PADDING = 1.6
_NUMBER = 7.5
_AIR = 0.6
_TICK = 3.6
_LABEL, _LABEL_FLOOR = 9.0, 7.0
_FIVE, _FIVE_GAP = 9.0, 1.2


class _HeadType(NamedTuple):
    role: Role
    scale: float
    hyphenate: bool = False


_HEAD_TYPES = [_HeadType(role, scale) for role in (Role.STRONG, Role.LABEL) for scale in (1.0, _HEAD_FLOOR / _HEAD)]
"""How the headings of a table are set: the first that parts no word; else parted with hyphens."""
_PARTED = _HeadType(Role.LABEL, _HEAD_FLOOR / _HEAD, hyphenate=True)
Filling = Literal["blank", "number", "tick", "label", "tally"]


@dataclass(frozen=True)
class Column:
    """`share` of the table's width; `second` is the heading in the sheet's other language.

    A label is what its row is called; a tally is boxes for five strokes each.
    """

    heading: str
    share: float
    filling: Filling = "blank"
    second: str = ""


class RuledTable:
    """`furniture` sets the first headings, `second` those in the other language."""

    def __init__(self, furniture: Furniture, columns: Sequence[Column], *, second: Furniture | None = None) -> None:
        self._furniture, self._second = furniture, second
        whole = sum(column.share for column in columns)
        self._columns = [(column, column.share / whole) for column in columns]
        self._type = _HeadType(Role.STRONG, 1.0)

    def draw(
        self, page: Page, box: Box, *, head: float, rows: int, first: int = 1, labels: Sequence[str] = (), field: str = ""
    ) -> None:
        """Head and rows fill the box; the rows are numbered from `first`, and called as in `labels`, which `field` holds."""
        palette = self._furniture.compositor.palette
        height = (box.h - head) / rows
        page.fill(box.top(head), palette.night)
        body = Box(box.x, box.y + head, box.w, box.h - head)
        shaded = [Box(body.x, body.y + k * height, body.w, height) for k in range(1, rows, 2)]
        if shaded:
            page.rectangles(shaded, palette.paper)
        self._draw_rules(page, box, body, rows)
        self._type = next((tried for tried in _HEAD_TYPES if self._keeps_words(box.top(head), tried)), _PARTED)
        for column, cell in self._cells(box.top(head)):
            self._draw_heading(page, column, cell)
        for k in range(rows):
            row = Box(body.x, body.y + k * height, body.w, height)
            self._draw_row(page, row, first + k, labels[k] if k < len(labels) else "", field)

    def _cells(self, row: Box) -> list[tuple[Column, Box]]:
        """The columns with their boxes on a left-to-right sheet."""
        found, x = [], row.x
        for column, share in self._columns:
            found.append((column, Box(x, row.y, share * row.w, row.h)))
            x += share * row.w
        return found

    def _draw_rules(self, page: Page, box: Box, body: Box, rows: int) -> None:
        flip, palette = self._furniture.flip, self._furniture.compositor.palette
        height = body.h / rows
        across = [Box(body.x, body.y + k * height - RULE / 2, body.w, RULE) for k in range(1, rows + 1)]
        edges = [cell.x for _column, cell in self._cells(body)] + [body.right]
        down = [flip(Box(x - RULE / 2, body.y, RULE, body.h)) for x in edges]
        page.rectangles([*across, *down], palette.grey)
        page.rectangles([flip(Box(x - RULE / 2, box.y, RULE, box.h - body.h)) for x in edges[1:-1]], palette.grey)

    def _keeps_words(self, head: Box, tried: _HeadType) -> bool:
        """Whether no heading has to part a word when it is set so."""
        for column, cell in self._cells(head):
            measure = (cell.w - 2 * _CELL_PADDING) * MM * 1000
            for furniture, words in ((self._furniture, column.heading), (self._second, column.second)):
                if furniture is None:
                    continue
                said = furniture.compositor.paragraph("labels", text(words), tried.role)
                if said.splits(said.lines(measure / (furniture.compositor.size(_HEAD) * tried.scale))):
                    return False
        return True

    def _draw_heading(self, page: Page, column: Column, cell: Box) -> None:
        align: Align = "centre" if column.filling in ("number", "tick") else "start"
        padding = _CELL_PADDING / 2 if column.filling in ("number", "tick") else _CELL_PADDING
        room = Box(cell.x + padding, cell.y, cell.w - 2 * padding, cell.h)

        def build(scale: float) -> list[Part]:
            return [*self._heading(self._furniture, column.heading, scale, align), *self._heading_in_second(column, scale, align)]

        fitted = fit(build, room.w, room.h - 1.0, floor=_HEAD_FLOOR / _HEAD, ceiling=1.0)
        if fitted.rest:
            sentence = _("The head of the column “{words}” does not fit. Choose a wider paper.")
            self._furniture.compositor.note("stop", "", sentence.format(words=column.heading))
        first = fitted.parts[0] if fitted.parts else None
        lowest = room.y + (_AIR + first.ink_above(room.w) if isinstance(first, Block) else 0.0)
        y = max(lowest, room.y + (room.h - stack_height(fitted.parts, room.w)) / 2)
        draw_stack(page, fitted.parts, self._furniture.flip(room).x, y, room.w)

    def _heading_in_second(self, column: Column, scale: float, align: Align) -> list[Part]:
        return self._heading(self._second, column.second, scale, align) if self._second and column.second else []

    def _heading(self, furniture: Furniture, words: str, scale: float, align: Align) -> list[Part]:
        compositor = furniture.compositor
        paragraph = compositor.paragraph("labels", text(words), self._type.role, hyphenate=self._type.hyphenate)
        scale = min(scale, self._type.scale)
        size, leading = compositor.size(_HEAD) * scale, compositor.leading(_HEAD_LEADING) * scale
        white = compositor.palette.readable_on(compositor.palette.night)
        within = ("Table rows", "TR head")
        return [Block(paragraph, size, leading, white, align=align, tag="TH", within=within)] if paragraph.text else []

    def _draw_row(self, page: Page, row: Box, number: int, label: str, field: str) -> None:
        furniture, palette = self._furniture, self._furniture.compositor.palette
        within = ("Table rows", f"TR {number}")
        for column, cell in self._cells(row):
            if column.filling == "number":
                said = digits(str(number), furniture.compositor.language)
                furniture.line(
                    page, "labels", said, cell, size=_NUMBER, colour=palette.grey, align="centre", tag="TH", within=within
                )
            elif column.filling == "label" and label:
                self._draw_label(page, cell, label, field, within)
            elif column.filling == "tick":
                box = Box(cell.x + (cell.w - _TICK) / 2, cell.y + (cell.h - _TICK) / 2, _TICK, _TICK)
                draw_frame(page, furniture.flip(box), palette.type)
            elif column.filling == "tally":
                self._draw_tally(page, cell)

    def _draw_label(self, page: Page, cell: Box, label: str, field: str, within: tuple[str, ...]) -> None:
        compositor = self._furniture.compositor
        paragraph = compositor.paragraph(field, text(label), Role.STRONG)
        room = Box(cell.x + _CELL_PADDING, cell.y + _AIR, cell.w - 2 * _CELL_PADDING, cell.h - 2 * _AIR)

        def build(scale: float) -> list[Part]:
            size, leading = compositor.size(_LABEL) * scale, compositor.leading(_HEAD_LEADING) * scale
            return [Block(paragraph, size, leading, compositor.palette.type, tag="TH", within=within)]

        fitted = fit(build, room.w, room.h, floor=_LABEL_FLOOR / _LABEL, ceiling=1.0)
        if fitted.rest:
            sentence = _("“{words}” does not fit in its row, even at {size} pt. Make it shorter.")
            compositor.note("stop", field, sentence.format(words=label[:40], size=round(_LABEL_FLOOR)))
        compositor.placed(field, 1, self._furniture.flip(room))
        y = room.y + (room.h - stack_height(fitted.parts, room.w)) / 2
        draw_stack(page, fitted.parts, self._furniture.flip(room).x, y, room.w)

    def _draw_tally(self, page: Page, cell: Box) -> None:
        """As many boxes for five strokes as stand in the cell, in lines."""
        across, down = (max(1, int((room - _FIVE_GAP) / (_FIVE + _FIVE_GAP))) for room in (cell.w, cell.h))
        wide, high = ((room - _FIVE_GAP) / count - _FIVE_GAP for room, count in ((cell.w, across), (cell.h, down)))
        for k in range(across * down):
            line, place = divmod(k, across)
            x, y = cell.x + _FIVE_GAP + place * (wide + _FIVE_GAP), cell.y + _FIVE_GAP + line * (high + _FIVE_GAP)
            grey = self._furniture.compositor.palette.grey
            draw_frame(page, self._furniture.flip(Box(x, y, wide, high)), grey, width_pt=0.4)


def draw_frame(page: Page, box: Box, colour: Colour, *, width_pt: float = 0.8) -> None:
    """An empty box to tick or to write in, its lines inside it."""
    inset = width_pt / MM / 2
    left, right, top, bottom = box.x + inset, box.right - inset, box.y + inset, box.bottom - inset
    for start, end in (
        ((box.x, top), (box.right, top)),
        ((box.x, bottom), (box.right, bottom)),
        ((left, box.y), (left, box.bottom)),
        ((right, box.y), (right, box.bottom)),
    ):
        page.line(start, end, colour, width_pt)


def heading_height(furniture: Furniture, lines: int) -> float:
    """How high a head of so many lines is, in mm."""
    return furniture.compositor.leading(_HEAD_LEADING) * lines / MM + 2.4

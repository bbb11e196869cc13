"""Parts beside each other in columns, as rows of a table or as figures with their labels; and sections that go over pages."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from organizer.sheets.typesetting.blocks import Block, Part, Rule, draw_stack, stack_height
from organizer.sheets.typesetting.colours import Colour
from organizer.sheets.typesetting.geometry import MM, Box
from organizer.sheets.typesetting.page import Page

_RULE = 0.2
_LEAST_LINES, _LEAST_ROWS = 2, 2
_TOGETHER = 0.3
"""What is no higher than this share of a page does not part."""


@dataclass(frozen=True)
class Columns:
    """Stacks beside each other, each at its share of the width; the first at the right where `rtl`. A rule may lie below."""

    stacks: tuple[tuple[Part, ...], ...]
    shares: tuple[float, ...]
    rtl: bool
    gap: float = 4.0
    padding: float = 0.0
    rule: Colour | None = None
    thick: float = _RULE
    after: float = 0.0

    def _places(self, width: float) -> list[tuple[float, float]]:
        """Where each column begins from the left, and how wide it is, in mm."""
        room = width - self.gap * (len(self.shares) - 1)
        found, start = [], 0.0
        for share in self.shares:
            wide = room * share / sum(self.shares)
            found.append((width - start - wide if self.rtl else start, wide))
            start += wide + self.gap
        return found

    def height(self, width: float) -> float:
        wides = [wide for _start, wide in self._places(width)]
        inside = max((stack_height(stack, wide) for stack, wide in zip(self.stacks, wides, strict=True)), default=0.0)
        return inside + 2 * self.padding + (self.thick if self.rule else 0.0)

    def draw(self, page: Page, x: float, y: float, width: float) -> None:
        for stack, (start, wide) in zip(self.stacks, self._places(width), strict=True):
            draw_stack(page, stack, x + start, y + self.padding, wide)
        if self.rule:
            page.fill(Box(x, y + self.height(width) - self.thick, width, self.thick), self.rule)

    def split(self, _width: float, _room: float) -> tuple[Part, Part] | None:
        return None


@dataclass(frozen=True)
class Section:
    """A heading with what stands under it. The head of a table stands again on each page that the table goes on to."""

    heading: Sequence[Part]
    rows: Sequence[Part]
    head: Part | None = None
    field: str = ""


class Placed(NamedTuple):
    """A part on a page, at so many mm under the top of its room."""

    y: float
    part: Part


@dataclass
class Paging:
    """Sets sections under each other, over as many pages as it takes. `tops` and `rooms` differ on the first page.

    `too_high(field)` is told of a part that no page holds.
    """

    width: float
    first_room: float
    next_room: float
    gap: float
    too_high: Callable[[str], None]
    pages: list[list[Placed]] = field(default_factory=lambda: [[]])
    _y: float = 0.0

    def add(self, section: Section) -> None:
        opening = [*section.heading, *([section.head] if section.head else [])]
        needed = stack_height([*opening, *section.rows], self.width)
        if needed > _TOGETHER * self.next_room:
            first = section.rows[: _LEAST_ROWS if section.head else 1]
            needed = stack_height([*opening, *first], self.width) + sum(map(self._less, first))
        if self.pages[-1]:
            self._y += self.gap
            if self._y + needed > self._room:
                self._turn()
        for part in opening:
            self._place(part)
        for row in section.rows:
            self._add_row(row, section)

    @property
    def _room(self) -> float:
        return self.first_room if len(self.pages) == 1 else self.next_room

    def _less(self, part: Part) -> float:
        """By how much its first lines are less high than all of it, below nought."""
        return min(0.0, _LEAST_LINES * part.leading / MM - part.height(self.width)) if isinstance(part, Block) else 0.0

    def _add_row(self, row: Part, section: Section) -> None:
        rest: Part | None = row
        while rest is not None and self._y + rest.height(self.width) > self._room + 0.01:
            halves = rest.split(self.width, self._room - self._y)
            if halves:
                self._place(halves[0])
                rest = halves[1]
            elif not self._holds_rows(section):
                self.too_high(section.field)
                break
            self._turn()
            if section.head:
                self._place(section.head)
        if rest is not None:
            self._place(rest)

    def _holds_rows(self, section: Section) -> bool:
        """Whether anything but this section's opening stands on the page."""
        opening = {id(part) for part in (*section.heading, *((section.head,) if section.head else ()))}
        return any(id(placed.part) not in opening for placed in self.pages[-1])

    def _place(self, part: Part) -> None:
        self.pages[-1].append(Placed(self._y, part))
        self._y += part.height(self.width) + part.after

    def _turn(self) -> None:
        self.pages.append([])
        self._y = 0.0


def heading_of(block: Block, rule: Colour) -> tuple[Part, ...]:
    """The heading of a section over its rule."""
    return block, Rule(1.2, rule, after=2.0)

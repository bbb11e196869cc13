"""Blocks: a paragraph at a size, in a colour, with space after it; rules; how they stack and how they part over pages."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Literal, Protocol

from organizer.sheets.typesetting.colours import Colour
from organizer.sheets.typesetting.drawing import draw_line
from organizer.sheets.typesetting.geometry import MM, Box
from organizer.sheets.typesetting.page import Page
from organizer.sheets.typesetting.paragraphs import Paragraph
from organizer.sheets.typesetting.shaping import Line
from organizer.sheets.typesetting.stacks import stack

Align = Literal["start", "end", "centre", "justify"]
Bullet = Callable[[Page, float, float, float], None]
_TALL_FACE = 1_500
_BASELINE = 0.28
_WIDEST_GAP = 0.5


class Part(Protocol):
    """Anything that stands in a column. Sizes in mm."""

    @property
    def after(self) -> float: ...

    def height(self, width: float, /) -> float: ...

    def draw(self, page: Page, x: float, y: float, width: float) -> None: ...

    def split(self, width: float, room: float, /) -> tuple[Part, Part] | None:
        """Two parts of which the first fits `room`; None where it may not part."""


@dataclass(frozen=True)
class Block:
    """A paragraph. `size` and `leading` in pt; `indent` and `after` in mm.

    `bullet(page, x, baseline, size)` draws at the outer edge of the indent; x is its centre. `tag`, `order` and `within` are
    for those who listen to the sheet, as in `Page.tagged`.
    """

    paragraph: Paragraph
    size: float
    leading: float
    colour: Colour
    strong_colour: Colour | None = None
    align: Align = "start"
    indent: float = 0.0
    after: float = 0.0
    bullet: Bullet | None = None
    keep: bool = False
    balance: bool = False
    part: tuple[Line, ...] | None = None
    ends: bool = True
    tag: str = "P"
    order: float = 0.0
    within: tuple[str, ...] = ()

    def lines(self, width: float) -> list[Line]:
        if self.part is not None:
            return list(self.part)
        measure = (width - self.indent) * MM * 1000 / self.size
        return self.paragraph.balanced(measure) if self.balance else self.paragraph.without_runt(measure)

    def height(self, width: float) -> float:
        return len(self.lines(width)) * self.leading / MM

    def ink_above(self, width: float) -> float:
        """How far the ink of the first line stands out above the block, in mm: marks on Arabic letters may."""
        lines = self.lines(width)
        top = self.paragraph.ink(lines[0])[0] * self.size / 1000 if lines else 0.0
        return max(0.0, top - self._first_baseline()) / MM

    def draw(self, page: Page, x: float, y: float, width: float) -> None:
        rtl = bool(self.paragraph.base)
        lines = self.lines(width)
        baseline = y + self._first_baseline() / MM
        if self.bullet and lines:
            self.bullet(page, x + width - self.indent / 2 if rtl else x + self.indent / 2, baseline, self.size)
        left = x if rtl else x + self.indent
        with page.tagged(self.tag, order=self.order, within=self.within):
            for k, line in enumerate(lines):
                is_last = self.ends and k == len(lines) - 1
                self._draw_line(page, line, left, baseline + k * self.leading / MM, width - self.indent, is_last)

    def _draw_line(self, page: Page, line: Line, x: float, baseline: float, room: float, is_last: bool) -> None:
        used = self.paragraph.width(line) * self.size / 1000 / MM
        stretch = 0.0
        if self.align == "justify" and not is_last:
            stretch = self._word_space(line, room - used)
            used = room if stretch else used
        shift: float = {"centre": (room - used) / 2, "end": room - used}.get(self.align, 0.0)
        if self.paragraph.base and self.align != "centre":
            shift = room - used - shift
        draw_line(
            page,
            self.paragraph,
            line,
            x=x + shift,
            baseline=baseline,
            size=self.size,
            colour=self.colour,
            strong_colour=self.strong_colour,
            word_space=stretch,
        )

    def _word_space(self, line: Line, gap: float) -> float:
        """What each space grows by to fill the measure, in 1/1000 em; 0 where it would tear the line apart."""
        spaces = self.paragraph.text.count(" ", line.start, line.end)
        each = gap * MM / self.size / spaces if spaces else 0.0
        return each * 1000 if 0 < each < _WIDEST_GAP else 0.0

    def _first_baseline(self) -> float:
        """From the top of the block, in pt: the letters stand in the middle of their leading."""
        voice = self.paragraph.voice
        face = stack(voice.role, voice.language)[0]
        tall = face.ascent - face.descent
        if tall > _TALL_FACE:
            return (self.leading - self.size) / 2 + self.size * face.ascent / tall
        return self.leading / 2 + self.size * _BASELINE

    def split(self, width: float, room: float) -> tuple[Part, Part] | None:
        lines = self.lines(width)
        count = min(int((room + 0.01) * MM / self.leading), len(lines) - 2)
        if self.keep or count < 2:
            return None
        first = replace(self, part=tuple(lines[:count]), ends=False)
        return first, replace(self, part=tuple(lines[count:]), bullet=None)


@dataclass(frozen=True)
class Rule:
    """A line across the column. `thickness` in pt."""

    thickness: float
    colour: Colour
    after: float = 0.0

    def height(self, _width: float) -> float:
        return self.thickness / MM

    def draw(self, page: Page, x: float, y: float, width: float) -> None:
        page.fill(Box(x, y, width, self.thickness / MM), self.colour)

    def split(self, _width: float, _room: float) -> tuple[Part, Part] | None:
        return None


def stack_height(parts: Sequence[Part], width: float) -> float:
    """Height of parts under each other; what comes after the last does not count."""
    heights = sum(part.height(width) for part in parts)
    return heights + sum(part.after for part in parts[:-1])


def draw_stack(page: Page, parts: Sequence[Part], x: float, y: float, width: float, *, spread: float = 0.0) -> float:
    """Draw parts under each other, each `spread` mm further apart; the y under the last one."""
    for k, part in enumerate(parts):
        part.draw(page, x, y, width)
        y += part.height(width) + (part.after + spread if k < len(parts) - 1 else 0.0)
    return y


def fill_column(parts: Sequence[Part], width: float, room: float) -> tuple[list[Part], list[Part]]:
    """The parts that fit a column of that height, and the rest. Headings and rules go over with what follows them."""
    used: list[Part] = []
    y = 0.0
    for k, part in enumerate(parts):
        height = part.height(width)
        if y + height > room + 0.01:
            only_headings = all(map(_clings, used))
            halves = part.split(width, room - y) or (partable(part).split(width, room - y) if only_headings else None)
            if halves:
                return [*used, halves[0]], [halves[1], *parts[k + 1 :]]
            if only_headings:
                return [*used, part], list(parts[k + 1 :])
            while _clings(used[-1]):
                k -= 1
                used.pop()
            return used, list(parts[k:])
        used.append(part)
        y += height + part.after
    return used, []


def partable(part: Part) -> Part:
    """The part, allowed to go over two columns."""
    return replace(part, keep=False) if isinstance(part, Block) else part


def _clings(part: Part) -> bool:
    """Headings and rules do not end a column."""
    return isinstance(part, Rule) or (isinstance(part, Block) and part.keep and part.bullet is None)

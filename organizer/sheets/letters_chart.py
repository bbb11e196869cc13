"""The chart of letters per month, or per year: bars in the three fills of evidence, as a part of a column."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from organizer import i18n
from organizer.records.totals import Period, Unit
from organizer.sheets.evidence import KINDS, fill_evidence
from organizer.sheets.furniture import Furniture
from organizer.sheets.typesetting.blocks import Align, Part
from organizer.sheets.typesetting.colours import WHITE, Colour
from organizer.sheets.typesetting.geometry import Box
from organizer.sheets.typesetting.page import Page
from organizer.sheets.typesetting.stacks import Role
from organizer.sheets.words import figures

_PLOT, _AXIS, _LABEL, _LABEL_TALL = 30.0, 11.0, 3.8, 5.4
_MOST_LINES = 4
_WIDEST_BAR, _BAR_SHARE, _GAP = 11.0, 0.74, 0.25
_LEAST_SLOT, _NUMBER_SLOT = 11.5, 8.5
_MONTHS_APART = (1, 2, 3, 6, 12)
_SIZE = 7.6
_GRID = 0.7


@dataclass(frozen=True)
class LettersChart:
    """`bars` without gaps, oldest first, in the direction of the writing. `said` is the chart in words, for who listens."""

    furniture: Furniture
    unit: Unit
    bars: Sequence[Period]
    said: str
    order: float = 0.0
    after: float = 0.0

    @property
    def _label(self) -> float:
        return _LABEL_TALL if self.furniture.compositor.script.tall else _LABEL

    def height(self, _width: float) -> float:
        return self._label + _PLOT + (2 if self.unit == "month" else 1) * self._label + 1.0

    def split(self, _width: float, _room: float) -> tuple[Part, Part] | None:
        return None

    def draw(self, page: Page, x: float, y: float, width: float) -> None:
        """`x` is that of a column as wide as the sheet between its margins."""
        plot = Box(x + _AXIS, y + self._label, width - _AXIS, _PLOT)
        step, top = steps(max(bar.total for bar in self.bars))
        with page.tagged("Figure", order=self.order, alt=self.said):
            self._draw_grid(page, plot, step, top)
            for place, bar in enumerate(self.bars):
                self._draw_bar(page, self._slot(plot, place), bar, top)
            self._draw_days(page, plot)

    def _slot(self, plot: Box, place: int) -> Box:
        wide = plot.w / len(self.bars)
        return Box(plot.x + place * wide, plot.y, wide, plot.h)

    def _draw_grid(self, page: Page, plot: Box, step: int, top: int) -> None:
        palette = self.furniture.compositor.palette
        for count in range(0, top + 1, step):
            y = plot.bottom - plot.h * count / top
            thick, colour = (0.3, palette.type) if count == 0 else (0.15, palette.grey.blend(WHITE, _GRID))
            page.fill(self.furniture.flip(Box(plot.x, y - thick / 2, plot.w, thick)), colour)
            label = Box(plot.x - _AXIS, y - self._label / 2, _AXIS - 1.5, self._label)
            self._write(page, self._number(count), label, align_end=True)

    def _draw_bar(self, page: Page, slot: Box, bar: Period, top: int) -> None:
        wide = min(_WIDEST_BAR, slot.w * _BAR_SHARE)
        foot, unit = slot.bottom - 0.15, (slot.h - 0.15) / top
        for kind, count in zip(KINDS, bar.parts(), strict=True):
            if count:
                high = count * unit
                shown = Box(slot.x + (slot.w - wide) / 2, foot - high, wide, max(0.1, high - _GAP))
                fill_evidence(page, self.furniture.flip(shown), kind, self._colour)
                foot -= high
        if bar.total and (slot.w >= _NUMBER_SLOT or bar is max(self.bars, key=lambda each: each.total)):
            over = max(slot.w, _NUMBER_SLOT + 3)
            label = Box(slot.x + (slot.w - over) / 2, foot - self._label - 0.2, over, self._label)
            self._write(page, self._number(bar.total), label, strong=True)

    @property
    def _colour(self) -> Colour:
        palette = self.furniture.compositor.palette
        return palette.coloured_on(palette.white)

    def _draw_days(self, page: Page, plot: Box) -> None:
        """Months with their years below, or years alone; as many as there is room for."""
        language = self.furniture.compositor.language
        slot = plot.w / len(self.bars)
        apart = next((n for n in _MONTHS_APART if n * slot >= _LEAST_SLOT), _MONTHS_APART[-1])
        year = 0
        for place, bar in enumerate(self.bars):
            named = place % apart == 0 if self.unit == "year" else (bar.start.month - 1) % apart == 0
            if not named:
                continue
            middle, room = plot.x + (place + 0.5) * slot, max(slot * apart, _LEAST_SLOT)
            label = Box(middle - room / 2, plot.bottom + 0.8, room, self._label)
            said = _year(bar.start, language) if self.unit == "year" else i18n.month_short(bar.start, language)
            self._write(page, said, label)
            if self.unit == "month" and bar.start.year != year:
                year = bar.start.year
                under = Box(label.x, label.bottom, label.w, self._label)
                self._write(page, _year(bar.start, language), under, strong=True)

    def _number(self, count: int) -> str:
        language = self.furniture.compositor.language
        return figures(i18n.number(count, language), language)

    def _write(self, page: Page, words: str, box: Box, *, strong: bool = False, align_end: bool = False) -> None:
        palette = self.furniture.compositor.palette
        role, colour = (Role.STRONG, palette.type) if strong else (Role.TEXT, palette.grey)
        align: Align = "end" if align_end else "centre"
        self.furniture.line(page, "labels", words, box, size=_SIZE, colour=colour, role=role, align=align)


def steps(most: int) -> tuple[int, int]:
    """How far lines of the grid stand apart, in letters, and where the last one stands: round numbers, at most four lines."""
    tens = 1
    while True:
        for round_number in (1, 2, 5):
            step = round_number * tens
            if step * _MOST_LINES >= most:
                return step, max(step, -(-most // step) * step)
        tens *= 10


def _year(day: date, language: str) -> str:
    return figures(str(day.year), language)

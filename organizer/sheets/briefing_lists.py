"""The lists of the steward briefing: a heading each, lines with marks, the words before a colon strong."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from organizer.sheets.compositor import Compositor
from organizer.sheets.marks import square_mark
from organizer.sheets.sheet_kind import Job
from organizer.sheets.typesetting.blocks import Block, Part, Rule
from organizer.sheets.typesetting.geometry import Box
from organizer.sheets.typesetting.page import Page
from organizer.sheets.typesetting.runs import Run, text
from organizer.sheets.typesetting.stacks import Role

LISTS = ("who", "phones", "timetable", "first_aid", "what_if", "conditions")
_TYPE, _LEADING = 10.0, 12.8
_HEADING, _HEADING_LEADING = 12.5, 15.0
_INDENT, _AFTER, _AFTER_LIST = 4.2, 1.1, 4.0
_LONGEST_LEAD = 48
_BLANK_LINES, _BLANK = 2, 8.0


class _BlankLines:
    """Lines to write on, for what the campaign did not say; they stay with each other and with their heading."""

    after = 0.0

    def __init__(self, compositor: Compositor, count: int) -> None:
        self._colour, self._count = compositor.palette.grey, count

    def height(self, _width: float) -> float:
        return self._count * _BLANK

    def draw(self, page: Page, x: float, y: float, width: float) -> None:
        page.rectangles([Box(x, y + k * _BLANK - 0.2, width, 0.2) for k in range(1, self._count + 1)], self._colour)

    def split(self, _width: float, _room: float) -> tuple[Part, Part] | None:
        return None


class BriefingLists:
    def __init__(self, job: Job, compositor: Compositor, words: Mapping[str, str]) -> None:
        self._compositor = compositor
        self._headings = {key: compositor.paragraph("labels", text(words[key]), Role.LABEL) for key in LISTS}
        self._lines = {
            key: [compositor.paragraph(key, _led(line)) for line in job.answers[key].splitlines() if line.strip()]
            for key in LISTS
        }

    def parts(self, scale: float) -> list[Part]:
        """All lists one after the other. Conditions that nobody made are left out; the other lists have lines to write on."""
        found: list[Part] = []
        for order, key in enumerate(LISTS, start=2):
            if self._lines[key] or key != "conditions":
                found += self._list(key, scale, order)
        return found

    def _list(self, key: str, scale: float, order: int) -> list[Part]:
        compositor, palette = self._compositor, self._compositor.palette
        size, leading = compositor.size(_HEADING) * scale, compositor.leading(_HEADING_LEADING) * scale
        heading = Block(
            self._headings[key], size, leading, palette.coloured_on(palette.white), after=0.4, keep=True, tag="H2", order=order
        )
        rule = Rule(1.2, palette.signal, after=1.6)
        lines = self._lines[key]
        if not lines:
            return [heading, rule, _BlankLines(compositor, _BLANK_LINES), _Space(_AFTER_LIST)]
        items = [self._item(key, place, scale, order) for place in range(len(lines))]
        return [heading, rule, *items, _Space(_AFTER_LIST - _AFTER)]

    def _item(self, key: str, place: int, scale: float, order: int) -> Block:
        compositor = self._compositor
        size, leading = compositor.size(_TYPE) * scale, compositor.leading(_LEADING) * scale
        within = (f"L {key}", f"LI {place}")
        return Block(
            self._lines[key][place],
            size,
            leading,
            compositor.palette.type,
            indent=_INDENT * size / _TYPE,
            after=_AFTER * scale,
            bullet=square_mark(compositor.palette.accent),
            tag="LBody",
            order=order,
            within=within,
        )


class _Space:
    """Air under a list."""

    after = 0.0

    def __init__(self, room: float) -> None:
        self._room = room

    def height(self, _width: float) -> float:
        return self._room

    def draw(self, _page: Page, _x: float, _y: float, _width: float) -> None:
        return

    def split(self, _width: float, _room: float) -> tuple[Part, Part] | None:
        return None


def beginning(parts: Sequence[Part]) -> list[Part]:
    """As they begin a column: without the air of the list before."""
    return list(parts[1:]) if parts and isinstance(parts[0], _Space) else list(parts)


def _led(line: str) -> tuple[Run, ...]:
    """A short beginning before a colon is strong: who, or what if."""
    said = " ".join(line.split())
    lead, colon, rest = said.partition(": ")
    if colon and len(lead) <= _LONGEST_LEAD:
        return text(Run(f"{lead}:", strong=True), f" {rest}")
    return text(said)

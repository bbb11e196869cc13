"""The phone numbers of the bust card: who, and under it the number as large as it goes."""

from __future__ import annotations

import re
from collections.abc import Sequence

from organizer.i18n import _
from organizer.i18n.direction import in_order
from organizer.sheets.compositor import Compositor
from organizer.sheets.furniture import Furniture
from organizer.sheets.typesetting.blocks import Block, Part, draw_stack, stack_height
from organizer.sheets.typesetting.fit import fit
from organizer.sheets.typesetting.geometry import MM, Box
from organizer.sheets.typesetting.page import Page
from organizer.sheets.typesetting.paragraphs import Paragraph
from organizer.sheets.typesetting.runs import text
from organizer.sheets.typesetting.stacks import Role

_WHO, _WHO_LEADING = 9.0, 10.6
_NUMBER, _NUMBER_LEADING = 19.0, 21.0
_AFTER, _UNDER_WHO = 2.4, 0.6
_LARGEST = 1.5
_ROW_NUMBER, _ROW_LEAST, _ROW_MOST, _ROW_WHO = 13.0, 3.9, 6.4, 0.46
# A number begins with its first digit, or the sign of its country before it.
_WITH_NUMBER = re.compile(r"(?P<who>.*?)[\s:：–—-]*(?P<number>[+(]?\d[\d\s()./+–-]{3,}\d)(?P<rest>\D*)")


class BustCardPhones:
    def __init__(self, compositor: Compositor, lines: Sequence[str], *, floor: float) -> None:
        self._compositor, self._floor = compositor, floor
        self._said = [self._parted(line) for line in lines]
        self._entries = [(self._paragraph(who), self._paragraph(number, Role.STRONG)) for who, number in self._said]

    def _parted(self, line: str) -> tuple[str, str]:
        """Who, and the number; a line that is not both is one of them."""
        found, tag = _WITH_NUMBER.fullmatch(line), self._compositor.language
        if found is None:
            return line, ""
        who = " ".join(part for part in (found["who"].strip(), found["rest"].strip()) if part)
        return who, in_order(found["number"], tag)

    def _paragraph(self, said: str, role: Role = Role.TEXT) -> Paragraph:
        return self._compositor.paragraph("phones", text(said), role)

    def height(self, width: float, *, rows: bool) -> float:
        """What they take at their largest, in mm; `rows` as `draw_rows` sets them."""
        return len(self._said) * _ROW_MOST if rows else stack_height(self._build(_LARGEST, width), width)

    def draw_rows(self, page: Page, furniture: Furniture, room: Box) -> None:
        """For small cards: who and number side by side, a row each."""
        if not self._said:
            return
        high = min(_ROW_MOST, room.h / len(self._said))
        if high < _ROW_LEAST:
            self._tell()
            return
        palette = self._compositor.palette
        for place, (who, number) in enumerate(self._said):
            row = Box(room.x, room.y + place * high, room.w, high)
            within = ("L phones", f"LI {place}")
            split = row.w * (_ROW_WHO if number else 1.0)
            first, rest = Box(row.x, row.y, split - 1.0, high), Box(row.x + split, row.y, row.w - split, high)
            furniture.line(page, "phones", who, first, size=_WHO, colour=palette.type, floor=6.4, tag="LBody", within=within)
            furniture.line(
                page,
                "phones",
                number,
                rest,
                size=_ROW_NUMBER,
                colour=palette.type,
                role=Role.STRONG,
                align="end",
                floor=self._floor,
                tag="LBody",
                within=within,
            )

    def _tell(self) -> None:
        sentence = _("The phone numbers do not fit, even at {size} pt. Take out the least important.")
        self._compositor.note("stop", "phones", sentence.format(size=round(self._floor)))

    def draw(self, page: Page, furniture: Furniture, room: Box) -> None:
        """Under each other, the number under whom it belongs to."""
        if not self._entries:
            return
        fitted = fit(lambda scale: self._build(scale, room.w), room.w, room.h, floor=self._floor / _WHO, ceiling=_LARGEST)
        if fitted.rest:
            self._tell()
        here = furniture.flip(room)
        self._compositor.placed("phones", 2, here)
        draw_stack(page, fitted.parts, here.x, here.y, here.w)

    def _build(self, scale: float, width: float) -> list[Part]:
        compositor, palette = self._compositor, self._compositor.palette
        parts: list[Part] = []
        for place, (who, number) in enumerate(self._entries):
            within = ("L phones", f"LI {place}")
            if who.text:
                size, leading = compositor.size(_WHO) * scale, compositor.leading(_WHO_LEADING) * scale
                after = (_UNDER_WHO if number.text else _AFTER) * scale
                parts.append(Block(who, size, leading, palette.type, after=after, tag="LBody", within=within))
            if number.text:
                parts.append(self._figures(number, scale, width, within))
        return parts

    def _figures(self, number: Paragraph, scale: float, width: float, within: tuple[str, ...]) -> Block:
        """In one line, smaller where it would not fit, but no smaller than who it belongs to."""
        whole = number.width(number.whole())
        largest = min(_NUMBER * scale, width * MM * 1000 / whole) if whole else _NUMBER * scale
        size = max(largest, self._compositor.size(_WHO) * scale)
        leading = size * _NUMBER_LEADING / _NUMBER
        colour = self._compositor.palette.type
        return Block(number, size, leading, colour, after=_AFTER * scale, tag="LBody", within=within)

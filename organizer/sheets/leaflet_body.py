"""The middle of the leaflet: what happened, and the numbered demands, as large as the place allows."""

from __future__ import annotations

import re

from organizer.i18n import _, _n
from organizer.sheets import words
from organizer.sheets.compositor import Compositor
from organizer.sheets.content import DemandLine, LeafletContent
from organizer.sheets.leaflet_trim import A5_TRIM, Trim
from organizer.sheets.typesetting.blocks import Block, Bullet, Part, draw_stack, stack_height
from organizer.sheets.typesetting.drawing import draw_line
from organizer.sheets.typesetting.fit import Fitted, fit, words_of
from organizer.sheets.typesetting.geometry import MM, Box
from organizer.sheets.typesetting.page import Page
from organizer.sheets.typesetting.paragraphs import Paragraph
from organizer.sheets.typesetting.runs import Run, starred, text
from organizer.sheets.typesetting.stacks import Role

_BODY, _BODY_LEADING = 10.8, 14.6
_DEMAND, _DEMAND_LEADING = 10.3, 13.4
_CEILING = 1.3
_INDENT = 7.5
# Where text is tight, the air between demands goes before the size of the letters.
_AIR_POWER = 4
_WIDEST_SPREAD = 2.4
_BLANK_LINES = re.compile(r"\n\s*\n")
_JOINS = frozenset(",.;:!?)،؛")


class Body:
    """Shaped once; laid out at any scale. At scale 1 letters and indents are as large as `trim.type` wishes them."""

    def __init__(self, content: LeafletContent, compositor: Compositor, trim: Trim = A5_TRIM) -> None:
        self._compositor = compositor
        self._wished = _BODY * trim.type
        self._type = trim.type
        self._floor = min(1.0, trim.least / self._wished)
        paragraphs = [part.strip() for part in _BLANK_LINES.split(content.body.replace("\r\n", "\n")) if part.strip()]
        self._body = [compositor.paragraph("body", starred(part), hyphenate=True) for part in paragraphs]
        self._demands = [
            (demand.number, compositor.paragraph("demands", _runs(demand)))
            for demand in content.demands
            if demand.lead or demand.rest
        ]
        title = content.demands_title.strip() or words.words(content.language).demands
        self._title = compositor.paragraph("demands", text(title), Role.LABEL, capitals=True, tracking=0.03)
        self._numbers = {
            number: compositor.paragraph("demands", text(words.digits(str(number), content.language)), Role.DISPLAY)
            for number, _words in self._demands
        }

    @property
    def empty(self) -> bool:
        return not self._body and not self._demands

    def height(self, width: float, scale: float) -> float:
        return stack_height(self._parts(scale), width)

    def draw(self, page: Page, room: Box) -> None:
        if self.empty:
            return
        compositor = self._compositor
        fitted = fit(self._parts, room.w, room.h, floor=self._floor, ceiling=_CEILING)
        gap = room.h - stack_height(fitted.parts, room.w)
        spread = min(max(gap, 0.0) / max(1, len(fitted.parts) - 1), _WIDEST_SPREAD) if not fitted.rest else 0.0
        rest = gap - spread * max(0, len(fitted.parts) - 1)
        draw_stack(page, fitted.parts, room.x, room.y + max(0.0, rest) * 0.4, room.w, spread=spread)
        for field in ("body", "demands"):
            compositor.placed(field, 1, room)
        self._tell(fitted, room)

    def _parts(self, scale: float) -> list[Part]:
        compositor, palette = self._compositor, self._compositor.palette
        scale *= self._type
        strong = palette.coloured_on(palette.paper)
        parts: list[Part] = []
        for k, paragraph in enumerate(self._body):
            after = (9.0 if k == len(self._body) - 1 else 5.0) * scale / MM
            size, leading = compositor.size(_BODY * scale), compositor.leading(_BODY_LEADING * scale)
            parts.append(Block(paragraph, size, leading, palette.type, strong, after=after))
        if self._demands:
            size, leading = compositor.size(13 * scale), compositor.leading(16 * scale)
            parts.append(Block(self._title, size, leading, strong, after=4 * scale / MM, keep=True))
        for number, paragraph in self._demands:
            parts.append(self._demand(number, paragraph, scale))
        return parts

    def _demand(self, number: int, paragraph: Paragraph, scale: float) -> Block:
        compositor, palette = self._compositor, self._compositor.palette
        return Block(
            paragraph,
            compositor.size(_DEMAND * scale),
            compositor.leading(_DEMAND_LEADING * scale),
            palette.type,
            indent=_INDENT * max(self._type, scale),
            after=4.6 * self._type * (scale / self._type) ** _AIR_POWER / MM,
            bullet=self._bullet(self._numbers[number], scale),
            keep=True,
        )

    def _bullet(self, number: Paragraph, scale: float) -> Bullet:
        """The number in a filled circle, at the outer edge of the column."""
        palette = self._compositor.palette

        def draw(page: Page, centre: float, baseline: float, size: float) -> None:
            radius = 2.85 * scale
            across = (_INDENT * max(self._type, scale)) / 2 - radius
            x = centre + (across if self._compositor.rtl else -across)
            y = baseline - size * 0.36 / MM
            page.circle(x, y, radius, palette.accent)
            whole = number.whole()
            top, bottom = number.ink(whole)
            digits = min(11.4 * scale, 1.3 * radius * MM * 1000 / max(1.0, number.width(whole)))
            wide = number.width(whole) * digits / 1000 / MM
            middle = y + (top + bottom) / 2 * digits / 1000 / MM
            colour = palette.readable_on(palette.accent)
            draw_line(page, number, whole, x=x - wide / 2, baseline=middle, size=digits, colour=colour)

        return draw

    def _tell(self, fitted: Fitted, room: Box) -> None:
        """Text that was cut, or set smaller than wished, and how many words would bring it back."""
        letters = sum(len(part.text) for part in self._body)
        field = "body" if letters > sum(len(part.text) for _number, part in self._demands) else "demands"
        if fitted.rest:
            lost = words_of(fitted.rest)
            sentence = _("The text does not fit, even at {size} pt: “{words}” is cut off. Shorten it or leave out a demand.")
            self._compositor.note("stop", field, sentence.format(size=round(self._wished * self._floor), words=_beginning(lost)))
        elif fitted.scale < 0.995:
            sentence = _("Set at {size} pt instead of {wished} pt to fit. {count} fewer would bring it back.")
            count = _n("{n} word", "{n} words", self._words_too_many(room))
            self._compositor.note(
                "look",
                field,
                sentence.format(size=round(self._wished * fitted.scale, 1), wished=round(self._wished, 1), count=count),
            )

    def _words_too_many(self, room: Box) -> int:
        """How many words, from the end of the text, must go until it stands at its wished size."""
        parts = self._parts(1.0)
        over = stack_height(parts, room.w) - room.h
        count = 0
        text_first = [part for part in parts if isinstance(part, Block)]
        for part in [*reversed(text_first[: len(self._body)]), *reversed(text_first[len(self._body) :])]:
            for line in reversed(part.lines(room.w)):
                if over <= 0:
                    return max(1, count)
                count += len(part.paragraph.text[line.start : line.end].split())
                over -= part.leading / MM
            over -= part.after
        return max(1, count)


def _runs(demand: DemandLine) -> tuple[Run, ...]:
    lead, rest = " ".join(demand.lead.split()), " ".join(demand.rest.split())
    between = "" if not lead or not rest or rest[0] in _JOINS else " "
    return text(Run(lead, strong=True), between + rest)


def _beginning(lost: str) -> str:
    short = lost[:40].rsplit(" ", 1)[0] if len(lost) > 40 else lost
    return f"{short} …" if short != lost else lost

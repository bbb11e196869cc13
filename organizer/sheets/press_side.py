"""The side column of a press release: facts for the diary on a tinted ground, and the card of the press office."""

from __future__ import annotations

from dataclasses import replace

from organizer.i18n import _
from organizer.sheets import words
from organizer.sheets.compositor import Compositor
from organizer.sheets.content import PressContact, PressReleaseContent
from organizer.sheets.typesetting.blocks import Block, Part, Rule, draw_stack, stack_height
from organizer.sheets.typesetting.fit import cut, fit, words_of
from organizer.sheets.typesetting.geometry import MM, Box
from organizer.sheets.typesetting.page import Page
from organizer.sheets.typesetting.runs import LINE_BREAK, text
from organizer.sheets.typesetting.stacks import Role

_PADDING = 5.0
_ROUND = 2.0
_SIDE_WIDTH, _MOST_CARD = 50.0, 70.0
_FLOOR, _CEILING = 0.86, 1.14
_ORDER = 5.0


class Side:
    """Nothing of it is drawn that has no words."""

    def __init__(self, content: PressReleaseContent, compositor: Compositor) -> None:
        self._compositor = compositor
        self._facts = [
            (
                compositor.paragraph("facts", text(fact.title.strip()), Role.LABEL, capitals=True, tracking=0.04),
                compositor.paragraph("facts", text(LINE_BREAK.join(line.strip() for line in fact.lines if line.strip()))),
            )
            for fact in content.facts
            if fact.title.strip() or any(line.strip() for line in fact.lines)
        ]
        self._card = self._card_parts(content) if content.contact else []
        type_colour = compositor.palette.type
        self._plain_card = [replace(part, colour=type_colour) for part in self._card if isinstance(part, Block)]

    @property
    def empty(self) -> bool:
        return not self._facts and not self._card

    def draw(self, page: Page, number: int, box: Box) -> None:
        """Facts above, the card at the foot; on further pages, or without facts, the card alone at the top."""
        card_height = stack_height(self._card, box.w - 2 * _PADDING) + 2 * _PADDING - 1.0 if self._card else 0.0
        if number > 1 or not self._facts:
            self._draw_card(page, box.top(card_height))
            return
        page.rounded(box, _ROUND, self._compositor.palette.paper)
        foot = Box(box.x, box.bottom - card_height, box.w, card_height)
        self._draw_card(page, foot)
        room = Box(box.x + _PADDING, box.y + _PADDING, box.w - 2 * _PADDING, box.h - card_height - 2 * _PADDING)
        fitted = fit(self._fact_parts, room.w, room.h, floor=_FLOOR, ceiling=_CEILING)
        draw_stack(page, fitted.parts, room.x, room.y, room.w)
        self._compositor.placed("facts", number, room)
        if fitted.rest:
            sentence = _("The facts do not fit the side column, even at {size} pt: “{words}” is cut off. Shorten them.")
            lost = words_of(fitted.rest)[:60]
            self._compositor.note("stop", "facts", sentence.format(size=round(8.7 * _FLOOR, 1), words=lost))

    def below(self, scale: float) -> list[Part]:
        """Facts and contact as they stand under the story where there is no column for them, below a line."""
        if self.empty:
            return []
        return [Rule(0.5, self._compositor.palette.grey, after=6 * scale / MM), *self._fact_parts(scale), *self._plain_card]

    def _fact_parts(self, scale: float) -> list[Part]:
        compositor, palette = self._compositor, self._compositor.palette
        accent = palette.coloured_on(palette.paper)
        parts: list[Part] = []
        for title, lines in self._facts:
            small, tight = compositor.size(10 * scale), compositor.leading(12.5 * scale)
            if title.text:
                parts.append(Block(title, small, tight, accent, after=0.3, keep=True, tag="H2", order=_ORDER))
            size, leading = compositor.size(8.8 * scale), compositor.leading(11.8 * scale)
            parts.append(Block(lines, size, leading, palette.type, after=6.4 * scale / MM, order=_ORDER))
        return parts

    def _draw_card(self, page: Page, box: Box) -> None:
        if not self._card:
            return
        page.rounded(box, _ROUND, self._compositor.palette.night)
        draw_stack(page, self._card, box.x + _PADDING, box.y + _PADDING - 0.5, box.w - 2 * _PADDING)
        self._compositor.placed("contact", 1, box)

    def _card_parts(self, content: PressReleaseContent) -> list[Part]:
        compositor, palette = self._compositor, self._compositor.palette
        contact = content.contact or PressContact()
        white, signal = palette.readable_on(palette.night), palette.signal_on(palette.night)
        heading = contact.heading.strip() or words.words(content.language).press_office
        rows = (
            (heading, Role.LABEL, 10.0, 12.5, signal, True, 0.5),
            (contact.name, Role.STRONG, 10.0, 13.0, white, False, 0.0),
            (contact.phone, Role.STRONG, 11.0, 14.5, white, False, 0.0),
            (contact.out_of_hours, Role.SUBHEAD, 8.8, 11.4, white, False, 0.0),
            (contact.email, Role.TEXT, 8.8, 12.0, white, False, 0.0),
        )
        parts: list[Part] = []
        for shown, role, size, leading, colour, capitals, after in rows:
            line = compositor.paragraph(
                "contact", text(" ".join(shown.split())), role, capitals=capitals, tracking=0.04 if capitals else 0
            )
            if line.text:
                tag = "H2" if capitals else "P"
                pt, lead = compositor.size(size), compositor.leading(leading)
                parts.append(Block(line, pt, lead, colour, after=after, tag=tag, order=_ORDER))
        if len(parts) < 2:
            return []
        if compositor.large:
            return parts
        kept, rest = cut(parts, _SIDE_WIDTH - 2 * _PADDING, _MOST_CARD)
        if rest:
            compositor.note("stop", "contact", _("The press contact does not fit its card and is cut off. Shorten it."))
        return kept

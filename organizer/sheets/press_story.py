"""The main column of a press release: dateline and text, quotation, end mark, notes to editors."""

from __future__ import annotations

import math

from organizer.sheets import words
from organizer.sheets.compositor import Compositor
from organizer.sheets.content import PressReleaseContent
from organizer.sheets.small_markdown import marked
from organizer.sheets.typesetting.blocks import Block, Bullet, Part, Rule
from organizer.sheets.typesetting.drawing import draw_line
from organizer.sheets.typesetting.geometry import MM
from organizer.sheets.typesetting.page import Page
from organizer.sheets.typesetting.paragraphs import Paragraph
from organizer.sheets.typesetting.runs import Run, text
from organizer.sheets.typesetting.stacks import Role

BODY = 10.2
_LEADING = 14.2
_INDENT = 4.8
_LARGE_INDENT = 1.6


class Story:
    """Shaped once; `parts` lays it out at any scale."""

    def __init__(self, content: PressReleaseContent, compositor: Compositor) -> None:
        self._compositor = compositor
        language = content.language
        fixed = words.words(language)
        self._body = [
            self._text("body", _dateline(content) if k == 0 else (), part) for k, part in enumerate(_kept(content.body))
        ]
        self._quote = compositor.paragraph("quote", text(content.quote.strip()), Role.LABEL)
        self._quote_by = compositor.paragraph("quote_by", text(" ".join(content.quote_by.split())))
        self._more = [self._text("more", (), part) for part in _kept(content.more)]
        ends = content.end_mark.strip() or fixed.ends
        self._ends = compositor.paragraph("", text(ends), Role.LABEL, capitals=True, tracking=0.07)
        self._notes_title = compositor.paragraph("", text(fixed.notes), Role.LABEL)
        self._notes = [compositor.paragraph("notes_to_editors", marked(note), hyphenate=True) for note in _kept(content.notes)]
        self._numbers = [
            compositor.paragraph("", text(words.digits(f"{k}.", language)), Role.STRONG) for k in range(1, len(self._notes) + 1)
        ]

    def _text(self, field: str, before: tuple[Run, ...], source: str) -> Paragraph:
        return self._compositor.paragraph(field, (*before, *marked(source)), Role.SERIF, hyphenate=True)

    def parts(self, scale: float) -> list[Part]:
        parts: list[Part] = [self._paragraph(part, scale) for part in self._body]
        if self._quote.text:
            parts[-1:] = [self._paragraph(part, scale, after=7.5) for part in self._body[-1:]]
            parts += self._quotation(scale)
        parts += [self._paragraph(part, scale) for part in self._more]
        parts.append(self._end_mark(scale))
        return [*parts, *self._notes_parts(scale)]

    def words_in(self, height: float, width: float, scale: float) -> int:
        """How many words of the text stand in `height` mm of it at that scale."""
        blocks = [self._paragraph(part, scale) for part in (*self._body, *self._more)]
        lines = sum(len(block.lines(width)) for block in blocks)
        words = sum(len(block.paragraph.text.split()) for block in blocks)
        wanted = math.ceil(height * MM / self._compositor.leading(_LEADING * scale))
        return math.ceil(wanted * words / lines) if lines else 0

    def _paragraph(self, paragraph: Paragraph, scale: float, *, after: float = 5.4) -> Block:
        compositor = self._compositor
        size, leading = compositor.size(BODY * scale), compositor.leading(_LEADING * scale)
        return Block(paragraph, size, leading, compositor.palette.type, after=after * scale / MM)

    def _quotation(self, scale: float) -> list[Part]:
        compositor, palette = self._compositor, self._compositor.palette
        accent = palette.coloured_on(palette.white)
        size, leading = compositor.size(15.5 * scale), compositor.leading(19 * scale)
        after = (2 if self._quote_by.text else 7) * scale / MM
        parts: list[Part] = [
            Rule(1.6, accent, after=1.0),
            Block(self._quote, size, leading, accent, after=after, keep=True, balance=True),
        ]
        if self._quote_by.text:
            size, leading = compositor.size(8.4 * scale), compositor.leading(11 * scale)
            parts.append(Block(self._quote_by, size, leading, palette.grey, after=7 * scale / MM))
        return parts

    def _end_mark(self, scale: float) -> Block:
        compositor = self._compositor
        size, leading = compositor.size(11 * scale), compositor.leading(14 * scale)
        return Block(self._ends, size, leading, compositor.palette.type, align="centre", after=4 * scale / MM)

    def _notes_parts(self, scale: float) -> list[Part]:
        compositor, palette = self._compositor, self._compositor.palette
        if not self._notes:
            return []
        size, leading = compositor.size(10 * scale), compositor.leading(13 * scale)
        title = Block(self._notes_title, size, leading, palette.type, after=0.8, keep=True, tag="H2")
        parts: list[Part] = [Rule(0.5, palette.grey, after=4 * scale / MM), title]
        size, leading = compositor.size(8.2 * scale), compositor.leading(11.1 * scale)
        indent = _INDENT * (_LARGE_INDENT if compositor.large else 1.0)
        for k, (number, note) in enumerate(zip(self._numbers, self._notes, strict=True), 1):
            within = ("L notes", f"LI {k}")
            bullet, after = self._bullet(number, indent, within), 1.9 * scale / MM
            block = Block(
                note, size, leading, palette.type, indent=indent, after=after, bullet=bullet, tag="LBody", within=within
            )
            parts.append(block)
        return parts

    def _bullet(self, number: Paragraph, indent: float, within: tuple[str, ...]) -> Bullet:
        """The number at the outer edge of the indent."""
        compositor = self._compositor

        def draw(page: Page, centre: float, baseline: float, size: float) -> None:
            used = number.width(number.whole()) * size / 1000 / MM
            x = centre + indent / 2 - used if compositor.rtl else centre - indent / 2
            colour = compositor.palette.coloured_on(compositor.palette.white)
            with page.tagged("Lbl", within=within):
                draw_line(page, number, number.whole(), x=x, baseline=baseline, size=size, colour=colour)

        return draw


def _kept(parts: tuple[str, ...]) -> list[str]:
    return [part.strip() for part in parts if part.strip()]


def _dateline(content: PressReleaseContent) -> tuple[Run, ...]:
    """LONDON, 12 June 2012 — in front of the first words."""
    where = words.dateline(" ".join(content.dateline_place.split()), content.dateline_day, content.language)
    return (*text(Run(where, strong=True)), *text(" — ")) if where else ()

"""What happened: the longer text of a leaflet as blocks at any scale, with bold in colour, italics, and lists."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from organizer.sheets import words
from organizer.sheets.compositor import Compositor
from organizer.sheets.content import LeafletContent
from organizer.sheets.small_markdown import BULLET, Passage, passages
from organizer.sheets.typesetting.blocks import Block, Bullet
from organizer.sheets.typesetting.drawing import draw_line
from organizer.sheets.typesetting.geometry import MM
from organizer.sheets.typesetting.page import Page
from organizer.sheets.typesetting.paragraphs import Paragraph
from organizer.sheets.typesetting.runs import text
from organizer.sheets.typesetting.stacks import Role

BODY, BODY_LEADING = 10.8, 14.6
_INDENT = 5.0
_AFTER_PARAGRAPH, _AFTER_ITEM, _AFTER_ALL = 5.0, 2.4, 9.0
_DOT = 0.85
_X_HEIGHT = 0.27
_ORDER = 3.0


@dataclass(frozen=True)
class _Set:
    """A passage, shaped. `follows` is the one after it."""

    passage: Passage
    paragraph: Paragraph
    marker: Paragraph | None
    follows: Passage | None


class Story:
    """Shaped once. `enlarged` is what all sizes are multiplied by besides their scale."""

    def __init__(self, content: LeafletContent, compositor: Compositor, enlarged: float) -> None:
        self._compositor = compositor
        self._enlarged = enlarged
        found = passages(content.body)
        self._set = [self._shaped(passage, follows) for passage, follows in pairwise([*found, None]) if passage]

    def _shaped(self, passage: Passage, follows: Passage | None) -> _Set:
        compositor = self._compositor
        marker = None
        if passage.marker not in ("", BULLET):
            number = words.digits(passage.marker, compositor.language)
            marker = compositor.paragraph("body", text(number), Role.STRONG)
        return _Set(passage, compositor.paragraph("body", passage.runs, hyphenate=True), marker, follows)

    @property
    def letters(self) -> int:
        return sum(len(each.paragraph.text) for each in self._set)

    def parts(self, scale: float) -> list[Block]:
        """Paragraphs and items of lists, one under the other."""
        return [self._block(each, scale * self._enlarged) for each in self._set]

    def _block(self, each: _Set, pt: float) -> Block:
        compositor, palette = self._compositor, self._compositor.palette
        listed = each.passage.depth > 0
        within = _within(each.passage)
        return Block(
            each.paragraph,
            compositor.size(BODY * pt),
            compositor.leading(BODY_LEADING * pt),
            palette.type,
            palette.coloured_on(palette.paper),
            indent=_INDENT * pt * each.passage.depth,
            after=_after(each) * pt / MM,
            bullet=self._bullet(each, pt, within) if each.passage.marker else None,
            tag="LBody" if listed else "P",
            order=_ORDER,
            within=within,
        )

    def _bullet(self, each: _Set, pt: float, within: tuple[str, ...]) -> Bullet:
        """A dot or a number before the item, at its own depth."""
        palette, rtl = self._compositor.palette, self._compositor.rtl
        inwards = _INDENT * pt * (each.passage.depth - 1) / 2 * (-1 if rtl else 1)
        colour = palette.coloured_on(palette.paper)

        def draw(page: Page, centre: float, baseline: float, size: float) -> None:
            x = centre + inwards
            if each.marker is None:
                page.circle(x, baseline - size * _X_HEIGHT / MM, _DOT * pt, colour)
                return
            whole = each.marker.whole()
            wide = each.marker.width(whole) * size / 1000 / MM
            outer = x - _INDENT * pt / 2
            left = outer + _INDENT * pt - wide if rtl else outer
            with page.tagged("Lbl", order=_ORDER, within=within):
                draw_line(page, each.marker, whole, x=left, baseline=baseline, size=size, colour=colour)

        return draw


def _after(each: _Set) -> float:
    """The air under a passage, in pt at scale 1."""
    if each.follows is None:
        return _AFTER_ALL
    listed = each.passage.depth > 0 and each.follows.depth > 0
    return _AFTER_ITEM if listed else _AFTER_PARAGRAPH


def _within(passage: Passage) -> tuple[str, ...]:
    return (f"L body {passage.item[0]}", f"LI {passage.item[1]}") if passage.depth else ()

"""The numbered demands of a leaflet under their title, as blocks at any scale."""

from __future__ import annotations

from organizer.sheets import words
from organizer.sheets.compositor import Compositor
from organizer.sheets.content import DemandLine, LeafletContent
from organizer.sheets.typesetting.blocks import Block, Bullet
from organizer.sheets.typesetting.drawing import draw_line
from organizer.sheets.typesetting.geometry import MM
from organizer.sheets.typesetting.page import Page
from organizer.sheets.typesetting.paragraphs import Paragraph
from organizer.sheets.typesetting.runs import Run, text
from organizer.sheets.typesetting.stacks import Role

DEMAND, DEMAND_LEADING = 10.3, 13.4
INDENT = 7.5
_TITLE, _TITLE_LEADING = 13.0, 16.0
# Where text is tight, the air between demands goes before the size of the letters.
_AIR_POWER = 4
_JOINS = frozenset(",.;:!?)،؛")
_ORDER = 4.0


class Demands:
    """Shaped once. `enlarged` is what all sizes are multiplied by besides their scale."""

    def __init__(self, content: LeafletContent, compositor: Compositor, enlarged: float) -> None:
        self._compositor = compositor
        self._enlarged = enlarged
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
    def letters(self) -> int:
        return sum(len(paragraph.text) for _number, paragraph in self._demands)

    def parts(self, scale: float) -> list[Block]:
        """Title and demands; nothing where there is none."""
        return [self._heading(scale), *(self._demand(*demand, scale) for demand in self._demands)] if self._demands else []

    def _heading(self, scale: float) -> Block:
        compositor, palette = self._compositor, self._compositor.palette
        pt = scale * self._enlarged
        size, leading = compositor.size(_TITLE * pt), compositor.leading(_TITLE_LEADING * pt)
        strong = palette.coloured_on(palette.paper)
        return Block(self._title, size, leading, strong, after=4 * pt / MM, keep=True, tag="H2", order=_ORDER)

    def _demand(self, number: int, paragraph: Paragraph, scale: float) -> Block:
        compositor = self._compositor
        pt = scale * self._enlarged
        within = ("L demands", f"LI {number}")
        return Block(
            paragraph,
            compositor.size(DEMAND * pt),
            compositor.leading(DEMAND_LEADING * pt),
            compositor.palette.type,
            indent=INDENT * max(self._enlarged, pt),
            after=4.6 * self._enlarged * scale**_AIR_POWER / MM,
            bullet=self._bullet(number, pt, within),
            keep=True,
            tag="LBody",
            order=_ORDER,
            within=within,
        )

    def _bullet(self, demand: int, pt: float, within: tuple[str, ...]) -> Bullet:
        """The number in a filled circle, at the outer edge of the column."""
        palette, number = self._compositor.palette, self._numbers[demand]

        def draw(page: Page, centre: float, baseline: float, size: float) -> None:
            radius = 2.85 * pt
            across = (INDENT * max(self._enlarged, pt)) / 2 - radius
            x = centre + (across if self._compositor.rtl else -across)
            y = baseline - size * 0.36 / MM
            page.circle(x, y, radius, palette.accent)
            whole = number.whole()
            top, bottom = number.ink(whole)
            digits = min(11.4 * pt, 1.3 * radius * MM * 1000 / max(1.0, number.width(whole)))
            wide = number.width(whole) * digits / 1000 / MM
            middle = y + (top + bottom) / 2 * digits / 1000 / MM
            colour = palette.readable_on(palette.accent)
            with page.tagged("Lbl", order=_ORDER, within=within):
                draw_line(page, number, whole, x=x - wide / 2, baseline=middle, size=digits, colour=colour)

        return draw


def _runs(demand: DemandLine) -> tuple[Run, ...]:
    lead, rest = " ".join(demand.lead.split()), " ".join(demand.rest.split())
    between = "" if not lead or not rest or rest[0] in _JOINS else " "
    return text(Run(lead, strong=True), between + rest)

"""What the two parts of a receipt have in common: a label and its value on a line, and the mark of what is void."""

from __future__ import annotations

from typing import TYPE_CHECKING

from organizer.i18n import _, isolate, own_order
from organizer.sheets.compositor import Compositor
from organizer.sheets.furniture import Furniture
from organizer.sheets.sheet_kind import Job
from organizer.sheets.typesetting.blocks import Block, Part, draw_stack, stack_height
from organizer.sheets.typesetting.colours import WHITE
from organizer.sheets.typesetting.drawing import draw_line
from organizer.sheets.typesetting.fit import fit, fit_line
from organizer.sheets.typesetting.geometry import MM, Box
from organizer.sheets.typesetting.page import Page
from organizer.sheets.typesetting.runs import text
from organizer.sheets.typesetting.stacks import Role
from organizer.sheets.words import paper_words

if TYPE_CHECKING:
    from organizer.sheets.receipt import ReceiptContent

MARGIN, BAND, RULE = 9.0, 19.0, 0.2
"""Of both parts, mm: the paper's edge, the dark band at the top, the line to write on."""
_LABEL, _VALUE, _VALUE_LEADING, _VALUE_FLOOR = 7.4, 10.4, 13.0, 7.5
_LABEL_HIGH = 4.0
_EMPTY, _TO_FILL_IN = 4.6, "________"
_VOID_LARGEST, _PALE = 66.0, 0.72
_TURNED = 24.0


class PartOfReceipt:
    """What original and stub have in common: a label and its value on a line, and the mark of what is void."""

    def __init__(self, job: Job, compositor: Compositor, content: ReceiptContent) -> None:
        self._job, self._content, self._compositor = job, content, compositor
        self._words = paper_words("receipt", job.language)
        self._palette = compositor.palette
        self.furniture = Furniture(job, compositor, margin=MARGIN)

    def _value(
        self,
        page: Page,
        field: str,
        words: str,
        box: Box,
        *,
        size: float = _VALUE,
        floor: float = _VALUE_FLOOR,
        role: Role = Role.TEXT,
        above: str = "",
    ) -> None:
        """In as many lines as the box holds, standing on its foot, where a rule is; over them the label `above`."""
        rule = self.furniture.flip(Box(box.x, box.bottom, box.w, RULE))
        page.fill(rule, self._palette.grey)
        compositor = self._compositor
        paragraph = compositor.paragraph(field, text(own_order(words, rtl=compositor.rtl)), role)
        if not paragraph.text:
            self._label(page, above, Box(box.x, box.bottom - _EMPTY - _LABEL_HIGH, box.w, _LABEL_HIGH))
            return

        def build(scale: float) -> list[Part]:
            pt, leading = compositor.size(size) * scale, compositor.leading(size * _VALUE_LEADING / _VALUE) * scale
            return [Block(paragraph, pt, leading, self._palette.type)]

        fitted = fit(build, box.w, box.h, floor=floor / size, ceiling=1.0)
        if fitted.rest:
            sentence = _("“{words}” does not fit in its line, even at {size} pt. Make it shorter.")
            compositor.note("stop", field, sentence.format(words=words[:40], size=floor))
        here = self.furniture.flip(box)
        compositor.placed(field, 1, here)
        y = box.bottom - stack_height(fitted.parts, box.w)
        first = fitted.parts[0] if fitted.parts else None
        climbs = first.ink_above(box.w) if isinstance(first, Block) else 0.0
        self._label(page, above, Box(box.x, y - climbs - _LABEL_HIGH, box.w, _LABEL_HIGH))
        draw_stack(page, fitted.parts, here.x, y, box.w)

    def _label(self, page: Page, key: str, box: Box) -> None:
        if key:
            said = self._words[key]
            self.furniture.line(page, "labels", said, box, size=_LABEL, colour=self._palette.grey, role=Role.STRONG)

    def _number(self) -> str:
        number = self._content.number or _TO_FILL_IN
        return f"{self._words['number']} {isolate(number) if self._compositor.rtl else number}"

    def _draw_void(self, page: Page, room: Box) -> None:
        if self._content.is_void:
            self._draw_across(page, room, self._words["void"])

    def _draw_across(self, page: Page, room: Box, word: str) -> None:
        """A word across the whole part, pale, so that what was written stays readable."""
        here = self.furniture.flip(room)
        paragraph = self._compositor.paragraph("labels", text(word), Role.DISPLAY, capitals=True)
        size = fit_line(paragraph, room.w * MM * 0.92, floor=12.0, ceiling=_VOID_LARGEST)
        used = paragraph.width(paragraph.whole()) * size / 1000 / MM
        x, y = here.x + here.w / 2, here.y + here.h / 2
        top, bottom = paragraph.ink(paragraph.whole())
        baseline = y + (top + bottom) / 2000 * size / MM
        colour = self._palette.accent.blend(WHITE, _PALE)
        with page.turned(x, y, _TURNED), page.tagged("P", order=-1):
            draw_line(page, paragraph, paragraph.whole(), x=x - used / 2, baseline=baseline, size=size, colour=colour)

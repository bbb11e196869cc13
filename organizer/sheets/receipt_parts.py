"""The two parts of a receipt: the original with the amount in figures and words, and the narrow stub."""

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
from organizer.sheets.web_address import bare
from organizer.sheets.words import paper_words

if TYPE_CHECKING:
    from organizer.sheets.receipt import ReceiptContent

_MARGIN = 9.0
_ORIGINAL, _STUB = 75.0, 52.0
_BAND, _PADDING = 19.0, 5.0
_LABEL, _VALUE, _VALUE_LEADING, _VALUE_FLOOR = 7.4, 10.4, 13.0, 7.5
_LABEL_WIDTH, _LABEL_HIGH, _RULE = 31.0, 4.0, 0.2
_STUB_FLOOR = 6.5
_EMPTY, _TO_FILL_IN = 4.6, "________"
_LONG_WORD = 20
_VOID_LARGEST, _PALE = 66.0, 0.72
_TURNED = 24.0


class _PartOfReceipt:
    """What original and stub have in common: a label and its value on a line, and the mark of what is void."""

    def __init__(self, job: Job, compositor: Compositor, content: ReceiptContent) -> None:
        self._job, self._content, self._compositor = job, content, compositor
        self._words = paper_words("receipt", job.language)
        self._palette = compositor.palette
        self.furniture = Furniture(job, compositor, margin=_MARGIN)

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
        rule = self.furniture.flip(Box(box.x, box.bottom, box.w, _RULE))
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
        """The word across the whole part, pale, so that what was written stays readable."""
        if not self._content.is_void:
            return
        here = self.furniture.flip(room)
        paragraph = self._compositor.paragraph("labels", text(self._words["void"]), Role.DISPLAY, capitals=True)
        size = fit_line(paragraph, room.w * MM * 0.92, floor=12.0, ceiling=_VOID_LARGEST)
        used = paragraph.width(paragraph.whole()) * size / 1000 / MM
        x, y = here.x + here.w / 2, here.y + here.h / 2
        top, bottom = paragraph.ink(paragraph.whole())
        baseline = y + (top + bottom) / 2000 * size / MM
        colour = self._palette.accent.blend(WHITE, _PALE)
        with page.turned(x, y, _TURNED), page.tagged("P", order=-1):
            draw_line(page, paragraph, paragraph.whole(), x=x - used / 2, baseline=baseline, size=size, colour=colour)


class Original(_PartOfReceipt):
    """For who gave."""

    def draw(self, page: Page) -> None:
        furniture, content = self.furniture, self._content
        room = Box(_ORIGINAL, _MARGIN, furniture.width - _MARGIN - _ORIGINAL, furniture.height - 2 * _MARGIN)
        giver = Box(room.x, room.y + _BAND + 15.0, room.w, 12.0)
        amount = Box(room.x, giver.bottom + 4.5, room.w, 21.0)
        page.fill(furniture.flip(amount), self._palette.paper)
        self._draw_void(page, Box(room.x, room.y + _BAND, room.w, room.h - _BAND))
        self._draw_band(page, room.top(_BAND))
        self._draw_issuer(page, Box(room.x, room.y + _BAND + 3.0, room.w, 12.0))
        self._row(page, "giver", "from", content.giver, giver, role=Role.STRONG)
        self._draw_amount(page, amount)
        y = self._row(page, "what_for", "what_for", content.what_for, Box(room.x, amount.bottom + 2.0, room.w, 11.5))
        if content.fund or not content.giver:
            self._row(page, "fund", "fund", content.fund, Box(room.x, y, room.w, 11.5))
        self._draw_signature(page, Box(room.x, room.bottom - 17.5, room.w, 17.5))

    def _draw_band(self, page: Page, band: Box) -> None:
        furniture, palette, content = self.furniture, self._palette, self._content
        page.fill(furniture.flip(band), palette.accent)
        white, signal = palette.readable_on(palette.accent), palette.signal_on(palette.accent)
        wide = band.w * 0.6
        title = Box(band.x + _PADDING, band.y + 2.4, wide, 9.0)
        furniture.line(
            page,
            "labels",
            self._words["receipt"],
            title,
            size=27,
            colour=white,
            role=Role.DISPLAY,
            floor=13,
            capitals=True,
            tag="H1",
        )
        below = Box(title.x, title.bottom + 0.4, wide, 5.4)
        furniture.line(page, "labels", self._words["not_tax"], below, size=8.6, colour=signal, role=Role.STRONG, floor=8.0)
        end = Box(title.x + wide + 2, band.y + 1.6, band.w - 2 * _PADDING - wide - 2, 0)
        number = self._number()
        top, under = Box(end.x, end.y, end.w, 10.2), Box(end.x, end.y + 10.2, end.w, 5.4)
        furniture.line(page, "number", number, top, size=15, colour=white, role=Role.LABEL, align="end", floor=8.0)
        furniture.line(page, "day", content.day, under, size=8.6, colour=white, role=Role.STRONG, align="end", floor=8.0)

    def _draw_issuer(self, page: Page, room: Box) -> None:
        """Who gives the receipt: name, address and how to reach them."""
        furniture, campaign = self.furniture, self._job.parts.campaign
        reached = (campaign.address, bare(campaign.website), campaign.contact_email, campaign.contact_phone)
        reach = " · ".join(" ".join(part.split()) for part in reached if part.strip())
        name = Box(room.x, room.y, room.w, 5.6)
        furniture.line(
            page, "organisation", campaign.name, name, size=10.5, colour=self._palette.type, role=Role.STRONG, floor=7.0
        )
        under = 1.6 if self._compositor.script.tall else 0.4
        line = Box(room.x, name.bottom + under, room.w, 4.4)
        furniture.line(page, "address", reach, line, size=7.6, colour=self._palette.grey, floor=6.0)

    def _row(self, page: Page, field: str, label: str, words: str, box: Box, *, role: Role = Role.TEXT) -> float:
        self._label(page, label, Box(box.x, box.bottom - 4.4, _LABEL_WIDTH - 2, 4.4))
        self._value(page, field, words, Box(box.x + _LABEL_WIDTH, box.y, box.w - _LABEL_WIDTH, box.h), role=role)
        return box.bottom

    def _draw_amount(self, page: Page, box: Box) -> None:
        """Figures, and beside them the words, so that nothing can be written in between."""
        furniture, palette, content = self.furniture, self._palette, self._content
        page.fill(furniture.flip(Box(box.x, box.y, 1.6, box.h)), palette.accent)
        figures = box.w * 0.42 if content.in_words or not content.amount else box.w - _PADDING - 2
        label = Box(box.x + _PADDING, box.y + 1.4, figures, 4.4)
        self._label(page, "amount", label)
        room = Box(label.x, label.bottom, figures, box.h - 7.0)
        furniture.line(page, "amount", content.amount, room, size=24, colour=palette.type, role=Role.DISPLAY, floor=10.0)
        if figures < box.w / 2:
            beside = Box(label.x + figures + 3, box.y + 1.4, box.w - _PADDING - figures - 6, 0)
            self._label(page, "in_words", Box(beside.x, beside.y, beside.w, 4.4))
            self._draw_in_words(page, Box(beside.x, beside.y + 4.6, beside.w, box.h - 7.2))

    def _draw_in_words(self, page: Page, box: Box) -> None:
        compositor = self._compositor
        # Some languages write a number as one word.
        is_long = any(len(word) > _LONG_WORD for word in self._content.in_words.split())
        paragraph = compositor.paragraph("amount", text(self._content.in_words), hyphenate=is_long)
        if not paragraph.text:
            page.fill(self.furniture.flip(Box(box.x, box.bottom - 2.0, box.w, _RULE)), self._palette.grey)
            return

        def build(scale: float) -> list[Part]:
            return [Block(paragraph, compositor.size(9.4) * scale, compositor.leading(11.6) * scale, self._palette.type)]

        fitted = fit(build, box.w, box.h, floor=6.5 / 9.4, ceiling=1.0)
        if fitted.rest:
            compositor.note("look", "amount", _("The amount in words is too long for its place. It stands in figures alone."))
            return
        draw_stack(page, fitted.parts, self.furniture.flip(box).x, box.y, box.w)

    def _draw_signature(self, page: Page, room: Box) -> None:
        half = (room.w - 8) / 2
        for place, (key, said) in enumerate((("received_by", self._content.received_by), ("signature", ""))):
            box = Box(room.x + place * (half + 8), room.y, half, room.h - 5.2)
            self._label(page, key, Box(box.x, box.bottom + 0.6, half, 4.6))
            self._value(page, key, said, box)


class Stub(_PartOfReceipt):
    """For the branch: the same facts, narrow, confidential, never thrown away."""

    def draw(self, page: Page) -> None:
        furniture, palette = self.furniture, self._palette
        room = Box(_MARGIN, _MARGIN, _STUB, furniture.height - 2 * _MARGIN)
        self._draw_void(page, Box(room.x, room.y + _BAND, room.w, room.h - _BAND - 16))
        page.fill(furniture.flip(room.top(_BAND)), palette.night)
        white, signal = palette.readable_on(palette.night), palette.signal_on(palette.night)
        named = Box(room.x + 3, room.y + 1.8, room.w - 6, 5.4)
        furniture.line(page, "labels", self._words["stub"], named, size=9, colour=signal, role=Role.STRONG, floor=8.0, tag="H2")
        number = self._number()
        under = Box(named.x, named.bottom, named.w, 9.6)
        furniture.line(page, "number", number, under, size=15, colour=white, role=Role.LABEL, floor=8.0)
        self._draw_facts(page, Box(room.x, room.y + _BAND + 1.5, room.w, room.h - _BAND - 1.5 - 17.0))
        self._draw_foot(page, Box(room.x, room.bottom - 15.0, room.w, 15.0))

    def _draw_facts(self, page: Page, room: Box) -> None:
        content = self._content
        facts = [
            ("day", "day", content.day),
            ("giver", "from", content.giver),
            ("amount", "amount", content.amount),
            ("what_for", "what_for", content.what_for),
            ("fund", "fund", content.fund),
            ("received_by", "received_by", content.received_by),
        ]
        if content.is_void:
            facts.append(("void", "void", content.void))
        high = room.h / len(facts)
        for place, (field, label, said) in enumerate(facts):
            box = Box(room.x, room.y + place * high, room.w, high)
            role = Role.STRONG if field == "amount" else Role.TEXT
            under = Box(box.x, box.y + 4.6, box.w, box.h - 4.6)
            self._value(page, field, said, under, size=9.4, floor=_STUB_FLOOR, role=role, above=label)

    def _draw_foot(self, page: Page, room: Box) -> None:
        """That a void receipt is kept, and the class of the stub."""
        furniture = self.furniture
        furniture.body(page, "keep", self._words["keep"], room.top(11.0), size=6.6, leading=8.0, floor=6.0)
        words = furniture.class_words()
        end = Box(room.x, room.bottom - 3.4, room.w, 3.4)
        furniture.line(page, "print_class", words, end, size=6.4, colour=self._palette.grey, role=Role.STRONG, order=90)

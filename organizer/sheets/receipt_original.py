"""The original of a receipt, for who gave: the amount in figures and words."""

from __future__ import annotations

from organizer.i18n import _
from organizer.sheets.receipt_part import BAND, MARGIN, RULE, PartOfReceipt
from organizer.sheets.typesetting.blocks import Block, Part, draw_stack
from organizer.sheets.typesetting.fit import fit
from organizer.sheets.typesetting.geometry import Box
from organizer.sheets.typesetting.page import Page
from organizer.sheets.typesetting.runs import text
from organizer.sheets.typesetting.stacks import Role
from organizer.sheets.web_address import bare

_ORIGINAL, _PADDING = 75.0, 5.0
_LABEL_WIDTH = 31.0
_LONG_WORD = 20


class Original(PartOfReceipt):
    """For who gave."""

    def draw(self, page: Page, *, copy: bool = False) -> None:
        """A `copy` says that it is one: there is one original of each number."""
        furniture, content = self.furniture, self._content
        room = Box(_ORIGINAL, MARGIN, furniture.width - MARGIN - _ORIGINAL, furniture.height - 2 * MARGIN)
        giver = Box(room.x, room.y + BAND + 15.0, room.w, 12.0)
        amount = Box(room.x, giver.bottom + 4.5, room.w, 21.0)
        page.fill(furniture.flip(amount), self._palette.paper)
        whole = Box(room.x, room.y + BAND, room.w, room.h - BAND)
        self._draw_void(page, whole)
        if copy and not content.is_void:
            self._draw_across(page, whole, self._words["copy"])
        self._draw_band(page, room.top(BAND))
        self._draw_issuer(page, Box(room.x, room.y + BAND + 3.0, room.w, 12.0))
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
            page.fill(self.furniture.flip(Box(box.x, box.bottom - 2.0, box.w, RULE)), self._palette.grey)
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

"""The stub of a receipt, for the branch: the same facts, narrow."""

from __future__ import annotations

from organizer.sheets.receipt_part import BAND, MARGIN, PartOfReceipt
from organizer.sheets.typesetting.geometry import Box
from organizer.sheets.typesetting.page import Page
from organizer.sheets.typesetting.stacks import Role

_STUB = 52.0
_STUB_FLOOR = 6.5


class Stub(PartOfReceipt):
    """For the branch: the same facts, narrow, confidential, never thrown away."""

    def draw(self, page: Page) -> None:
        furniture, palette = self.furniture, self._palette
        room = Box(MARGIN, MARGIN, _STUB, furniture.height - 2 * MARGIN)
        self._draw_void(page, Box(room.x, room.y + BAND, room.w, room.h - BAND - 16))
        page.fill(furniture.flip(room.top(BAND)), palette.night)
        white, signal = palette.readable_on(palette.night), palette.signal_on(palette.night)
        named = Box(room.x + 3, room.y + 1.8, room.w - 6, 5.4)
        furniture.line(page, "labels", self._words["stub"], named, size=9, colour=signal, role=Role.STRONG, floor=8.0, tag="H2")
        number = self._number()
        under = Box(named.x, named.bottom, named.w, 9.6)
        furniture.line(page, "number", number, under, size=15, colour=white, role=Role.LABEL, floor=8.0)
        self._draw_facts(page, Box(room.x, room.y + BAND + 1.5, room.w, room.h - BAND - 1.5 - 17.0))
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

"""Draws the cash count sheet: a column for each tin, a row for each coin and note, who counted, who saw it, where it went.

Source: the collection rules of Cancer Research UK, Shelter and the Chartered Institute of Fundraising: two unrelated people
count and sign, the seal is looked at first, and the money is banked within two working days.
"""

from __future__ import annotations

from collections.abc import Sequence

from organizer.i18n import _
from organizer.sheets.cash import Denomination, denominations
from organizer.sheets.cash_count_table import CashCountTable
from organizer.sheets.design import Design
from organizer.sheets.furniture import MARGIN, Furniture, compositor_for
from organizer.sheets.ruled_table import draw_frame
from organizer.sheets.sheet_kind import Job
from organizer.sheets.typesetting.geometry import Box
from organizer.sheets.typesetting.page import Page
from organizer.sheets.typesetting.stacks import Role
from organizer.sheets.words import answered_day, day_long, paper_words

_BAND, _FACTS, _LINE = 18.0, 11.0, 7.0
_SIGNED, _SIGNED_MOST, _SIGNED_GAP, _GAP = 23.0, 44.0, 4.0, 3.0
_BANKED, _RULE = 17.0, 5.0
_MOST_TINS = 4


def cash_count_sheet(job: Job) -> Design:
    """One face. A currency whose coins and notes are not known has rows to fill in."""
    sheet = _CashCount(job)
    title = " ".join(part for part in (sheet.words["cash_count"], sheet.currency) if part)
    return Design(
        title, job.parts.campaign.name, _("Cash count sheet"), job.format.size, (sheet.draw,), sheet.compositor, job.cmyk
    )


class _CashCount:
    def __init__(self, job: Job) -> None:
        self._job = job
        self.compositor = compositor_for(job)
        self._furniture = Furniture(job, self.compositor)
        self.words = paper_words("cash-count-sheet", job.language)
        self.currency = job.answers["currency"].strip().upper()
        self._tins = min(_MOST_TINS, max(1, job.number("tins")))
        if not self._denominations():
            self.compositor.note("look", "currency", _("The coins and notes of this currency are not known. Its rows are empty."))

    def draw(self, page: Page) -> None:
        furniture, words = self._furniture, self.words
        page.fill(Box(0, 0, furniture.width, furniture.height), self.compositor.palette.white)
        below = self._job.parts.picket.occasion if self._job.parts.picket else ""
        y = furniture.band(page, words["cash_count"], below=below, aside=self._job.parts.campaign.name, height=_BAND)
        self._draw_facts(page, y + 2.0)
        bottom = furniture.foot_start - _RULE - _BANKED - _SIGNED - 3 * _GAP
        room = Box(MARGIN, y + _FACTS, furniture.inner, bottom - y - _FACTS)
        table = CashCountTable(furniture, words, self.currency, self._denominations(), self._tins)
        under = table.draw(page, room) + _GAP
        high = min(_SIGNED_MOST, bottom + _GAP + _SIGNED - under)
        self._draw_signatures(page, Box(MARGIN, under, furniture.inner, high))
        self._draw_banking(page, Box(MARGIN, bottom + _SIGNED + 2 * _GAP, furniture.inner, _BANKED))
        rule = Box(MARGIN, furniture.foot_start - _RULE, furniture.inner, _RULE)
        furniture.line(
            page, "rule", words["rule"], rule, size=8.0, colour=self.compositor.palette.type, role=Role.STRONG, floor=6.5
        )
        furniture.foot(page)

    def _denominations(self) -> Sequence[Denomination]:
        return denominations().get(self.currency, ())

    def _draw_facts(self, page: Page, y: float) -> None:
        """When and where it was collected; what is not known is a line to write on."""
        furniture, picket, language = self._furniture, self._job.parts.picket, self._job.language
        day = answered_day(self._job.answers["day"], language)
        if not day and picket and picket.day and picket.day_precision == "exact":
            day = day_long(picket.day, language)
        first = Box(MARGIN, y, furniture.inner * 0.32, _LINE)
        furniture.entry(page, "day", self.words["day"], day, first, size=10.0, floor=7.0)
        second = Box(first.right + 6, y, furniture.inner - first.w - 6, _LINE)
        furniture.entry(page, "place", self.words["place"], self._job.answers["place"], second, size=10.0, floor=7.0)

    def _draw_signatures(self, page: Page, room: Box) -> None:
        """Two who counted, and who saw it: a box each to write and sign in."""
        furniture, palette = self._furniture, self.compositor.palette
        wide = (room.w - 2 * _SIGNED_GAP) / 3
        for place, key in enumerate(("first_counter", "second_counter", "witness")):
            label = Box(room.x + place * (wide + _SIGNED_GAP), room.y, wide, 6.4)
            furniture.line(page, "labels", self.words[key], label, size=8.5, colour=palette.type, role=Role.STRONG)
            box = Box(label.x, label.bottom, wide, room.h - label.h)
            draw_frame(page, furniture.flip(box), palette.grey, width_pt=0.6)
            hint = Box(box.x + 1.6, box.bottom - 4.2, wide - 3.2, 3.6)
            furniture.line(page, "labels", self.words["signed"], hint, size=6.5, colour=palette.grey)

    def _draw_banking(self, page: Page, room: Box) -> None:
        half = (room.w - 6) / 2
        for place, key in enumerate(("banked_on", "banked_by", "bank_reference", "difference")):
            box = Box(room.x + (place % 2) * (half + 6), room.y + (place // 2) * 8.5, half, _LINE)
            self._furniture.blank(page, self.words[key], box, size=9.0)

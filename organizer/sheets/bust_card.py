"""Draws the bust card: what to say and not to say in one list, who to ring in large figures."""

from __future__ import annotations

from collections.abc import Callable

from organizer.i18n import _
from organizer.sheets.compositor import Compositor
from organizer.sheets.design import Design
from organizer.sheets.furniture import Furniture, compositor_for
from organizer.sheets.sheet_kind import Job
from organizer.sheets.typesetting.blocks import Block, Part, draw_stack, stack_height
from organizer.sheets.typesetting.fit import fit
from organizer.sheets.typesetting.geometry import Box
from organizer.sheets.typesetting.page import Page
from organizer.sheets.typesetting.runs import text
from organizer.sheets.typesetting.stacks import Role

_MARGIN = 7.0
_BODY, _LEADING, _FLOOR = 9.6, 12.6, 8.0
_PHONE, _PHONE_LEADING = 12.0, 15.0
_FOOT = 6.0


def bust_card(job: Job) -> Design:
    """One face in the card's format. Empty answers leave no gap; without rights there is nothing to print."""
    compositor = compositor_for(job)
    card = _Card(job, compositor)
    title = " ".join(job.answers["title"].split())
    return Design(title, job.parts.campaign.name, _("Bust card"), job.format.size, (card.draw,), compositor, job.cmyk)


class _Card:
    def __init__(self, job: Job, compositor: Compositor) -> None:
        self._job = job
        self._compositor = compositor
        self._furniture = Furniture(job, compositor, margin=_MARGIN)
        self._rights = [compositor.paragraph("rights", text(line)) for line in _lines(job.answers["rights"])]
        self._phones = [compositor.paragraph("phones", text(line), Role.STRONG) for line in _lines(job.answers["phones"])]
        if not self._rights:
            compositor.note("stop", "rights", _("There are no rights on the card. Write what somebody who is stopped must know."))

    def draw(self, page: Page) -> None:
        furniture, palette = self._furniture, self._compositor.palette
        width, height = self._job.format.size
        page.fill(Box(-page.bleed, -page.bleed, width + 2 * page.bleed, height + 2 * page.bleed), palette.white)
        y = furniture.band(page, self._job.answers["title"], height=13.0) + 4.0
        phones = self._fitted("phones", self._build_phones, height * 0.3)
        block = stack_height(phones, furniture.inner)
        top = height - _MARGIN - _FOOT - block
        self._draw_rights(page, Box(_MARGIN, y, furniture.inner, top - y - 5.0))
        if phones:
            page.fill(Box(_MARGIN, top - 2.5, furniture.inner, 0.5), palette.accent)
            draw_stack(page, phones, _MARGIN, top, furniture.inner)
        class_box = Box(_MARGIN, height - _MARGIN - 3.2, furniture.inner, 3.2)
        words = furniture.class_words()
        furniture.line(page, "print_class", words, class_box, size=6.2, colour=palette.grey, align="centre", order=90)

    def _draw_rights(self, page: Page, room: Box) -> None:
        parts = self._fitted("rights", self._build_rights, room.h)
        draw_stack(page, parts, room.x, room.y, room.w)
        self._compositor.placed("rights", 1, room)

    def _fitted(self, field: str, build: Callable[[float], list[Block]], room: float) -> list[Part]:
        fitted = fit(build, self._furniture.inner, room, floor=_FLOOR / _BODY, ceiling=1.25)
        if fitted.rest:
            sentence = _("The text does not fit, even at {size} pt. Shorten it.")
            self._compositor.note("stop", field, sentence.format(size=round(_FLOOR)))
        return fitted.parts

    def _build_rights(self, scale: float) -> list[Block]:
        compositor = self._compositor
        size, leading = compositor.size(_BODY) * scale, compositor.leading(_LEADING) * scale
        return [
            Block(line, size, leading, compositor.palette.type, after=1.6 * scale, within=("L rights", f"LI {k}"), tag="LBody")
            for k, line in enumerate(self._rights)
        ]

    def _build_phones(self, scale: float) -> list[Block]:
        compositor = self._compositor
        size, leading = compositor.size(_PHONE) * scale, compositor.leading(_PHONE_LEADING) * scale
        return [Block(line, size, leading, compositor.palette.type, align="centre", order=10) for line in self._phones]


def _lines(words: str) -> list[str]:
    return [" ".join(line.split()) for line in words.splitlines() if line.strip()]

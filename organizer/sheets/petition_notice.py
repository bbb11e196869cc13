"""The foot of a petition sheet: what happens with the details, and where the sheet goes back to."""

from __future__ import annotations

from collections.abc import Sequence

from organizer.i18n import _
from organizer.sheets.petition_head import Spoken
from organizer.sheets.sheet_kind import Job
from organizer.sheets.typesetting.blocks import Block, Part, draw_stack, stack_height
from organizer.sheets.typesetting.fit import fit
from organizer.sheets.typesetting.geometry import Box
from organizer.sheets.typesetting.page import Page
from organizer.sheets.typesetting.runs import Run, text
from organizer.sheets.words import answered_day, months

_SIZE, _LEADING, _FLOOR = 7.4, 9.4, 6.0
_HIGHEST, _GUTTER = 14.0, 7.0
_LINE, _ABOVE_LINE = 5.6, 1.4
_BETWEEN = 5.0


class PetitionNotice:
    """`height` is that of notice and line together, in mm."""

    def __init__(self, job: Job, spoken: Sequence[Spoken]) -> None:
        self._job = job
        self._spoken = spoken
        self._furniture = spoken[0].furniture
        width = self._furniture.inner
        self._width = width if len(spoken) == 1 else (width - _GUTTER) / 2
        self._notices = [self._fitted(said) for said in spoken]
        self._tall = max(stack_height(parts, self._width) for parts in self._notices)
        self.height = self._tall + _ABOVE_LINE + _LINE

    def draw(self, page: Page, y: float) -> None:
        furniture = self._furniture
        for place, parts in enumerate(self._notices):
            column = Box(furniture.margin + place * (self._width + _GUTTER), y, self._width, self._tall)
            draw_stack(page, parts, furniture.flip(column).x, y, self._width)
        self._draw_line(page, y + self._tall + _ABOVE_LINE)

    def _fitted(self, said: Spoken) -> list[Part]:
        compositor = said.furniture.compositor
        paragraph = compositor.paragraph("notice", text(*self._sentences(said)))

        def build(scale: float) -> list[Part]:
            size, leading = compositor.size(_SIZE) * scale, compositor.leading(_LEADING) * scale
            return [Block(paragraph, size, leading, compositor.palette.type)]

        fitted = fit(build, self._width, _HIGHEST, floor=_FLOOR / _SIZE, ceiling=1.0)
        if fitted.rest:
            compositor.note("stop", "notice", _("The notice on personal details does not fit. Shorten the campaign's address."))
        return fitted.parts

    def _sentences(self, said: Spoken) -> list[str | Run]:
        words, language = said.words, said.furniture.compositor.language
        campaign = self._job.parts.campaign
        who = ", ".join(part for part in (campaign.name, " ".join(campaign.address.split()).rstrip(".")) if part)
        count = self._job.number("months")
        sentences = [words["handed"], words["contact"]]
        if count:
            sentences.append(words["kept"].format(months=months(count, language)))
        if who:
            sentences.append(words["controller"].format(who=who))
        return [Run(words["notice"], strong=True), " " + " ".join(sentences)]

    def _draw_line(self, page: Page, y: float) -> None:
        """Back by when and to whom; what was not answered is a line to write on."""
        furniture, words = self._furniture, self._spoken[0].words
        day = answered_day(self._job.answers.get("return_by", ""), furniture.compositor.language)
        to = " ".join(self._job.answers.get("return_to", "").split())
        fields = (("return_by", day, 0.2), ("return_to", to, 0.32), ("collected", "", 0.28), ("valid", "", 0.2))
        x, room = furniture.margin, furniture.inner - 3 * _BETWEEN
        for key, said, share in fields:
            box = Box(x, y, room * share, _LINE)
            furniture.entry(page, key, words[key], said, box, size=8.5)
            x = box.right + _BETWEEN

"""Draws the campaign report: section after section, over as many pages as it takes."""

from __future__ import annotations

from functools import partial

from organizer.i18n import _
from organizer.sheets.campaign_letters import letter_sections
from organizer.sheets.campaign_sections import other_sections
from organizer.sheets.columns import Paging, Placed
from organizer.sheets.design import Design
from organizer.sheets.furniture import MARGIN
from organizer.sheets.report_type import ReportType
from organizer.sheets.sheet_kind import Job
from organizer.sheets.typesetting.geometry import Box
from organizer.sheets.typesetting.page import Page
from organizer.sheets.typesetting.runs import Run, text
from organizer.sheets.words import day_long

_BAND, _BAND_NEXT, _AIR, _GAP = 20.0, 12.0, 4.0, 6.0


def campaign_report(job: Job) -> Design:
    """What the campaign adds up to, on the day of its totals."""
    report = _Report(job)
    faces = tuple(partial(report.draw, number) for number in range(1, len(report.pages) + 1))
    title = report.type.words["title"]
    return Design(title, job.parts.campaign.name, _("Campaign report"), job.format.size, faces, report.type.compositor, job.cmyk)


class _Report:
    def __init__(self, job: Job) -> None:
        self._job = job
        self.type = ReportType(job)
        self._top, self._next_top = MARGIN + _BAND + _AIR, MARGIN + _BAND_NEXT + _AIR
        self._lead = self.type.block("meeting", text(*self._intro()), size=9.6, leading=12.6)
        self.pages = self._paged()

    def _intro(self) -> list[Run | str]:
        """The meeting it is for, since when the campaign runs, and how it stands."""
        campaign, words, language = self._job.parts.campaign, self.type.words, self._job.language
        days = {key: day_long(day, language) for key, day in (("start", campaign.started), ("end", campaign.ended)) if day}
        span = {"start end": words["span"], "start": words["since"], "end": words["until"]}.get(" ".join(days), "")
        since = span.format(day=next(iter(days.values())), **days) if days else ""
        meeting = self.type.own(self._job.answers["meeting"])
        said = [Run(meeting, strong=True) if meeting else "", since, words.get(campaign.state, "")]
        shown = [part for part in said if part]
        return [piece for k, part in enumerate(shown) for piece in ((" · ", part) if k else (part,))]

    def _paged(self) -> list[list[Placed]]:
        furniture = self.type.furniture
        lead = self._lead.height(furniture.inner) + _AIR if self._lead.paragraph.text else 0.0
        self._first_top = self._top + lead
        first, others = (furniture.foot_start - top for top in (self._first_top, self._next_top))
        paging = Paging(furniture.inner, first, others, _GAP, self._too_high)
        for section in (*letter_sections(self.type), *other_sections(self.type)):
            paging.add(section)
        return paging.pages

    def _too_high(self, field: str) -> None:
        self.type.compositor.note("stop", field, _("A row is higher than the page. Make its title or place shorter."))

    def draw(self, number: int, page: Page) -> None:
        furniture, palette = self.type.furniture, self.type.compositor.palette
        page.fill(Box(0, 0, furniture.width, furniture.height), palette.white)
        first, title = number == 1, self.type.words["title"]
        below, height = (self._job.parts.campaign.name, _BAND) if first else ("", _BAND_NEXT)
        furniture.band(page, title, below=below, aside=self._day(), height=height)
        if first:
            self.type.compositor.placed("meeting", 1, Box(MARGIN, self._top, furniture.inner, self._first_top - self._top))
            self._lead.draw(page, MARGIN, self._top, furniture.inner)
        top = self._first_top if first else self._next_top
        for placed in self.pages[number - 1]:
            placed.part.draw(page, MARGIN, top + placed.y, furniture.inner)
        furniture.foot(page, number=number, pages=len(self.pages), with_imprint=False)

    def _day(self) -> str:
        totals = self._job.parts.totals
        return self.type.words["as_of"].format(day=day_long(totals.today, self._job.language)) if totals else ""

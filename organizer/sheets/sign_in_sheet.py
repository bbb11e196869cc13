"""Draws sign-in sheets: twenty rows for names, or rows of boxes to count in, under the picket's title, day and place."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from functools import partial

from organizer import i18n
from organizer.i18n import _
from organizer.records.picket import Picket
from organizer.records.values import DatePrecision
from organizer.sheets.design import Design
from organizer.sheets.furniture import MARGIN, Furniture, compositor_for
from organizer.sheets.papers.sign_in_sheet import COUNT
from organizer.sheets.picket_words import hours
from organizer.sheets.ruled_table import Column, RuledTable, heading_height
from organizer.sheets.sheet_kind import Job
from organizer.sheets.typesetting.blocks import Block, Part, draw_stack, stack_height
from organizer.sheets.typesetting.fit import fit
from organizer.sheets.typesetting.geometry import Box
from organizer.sheets.typesetting.page import Page
from organizer.sheets.typesetting.runs import Run, text
from organizer.sheets.words import day_long, digits, month_and_year, months, paper_words, words

_ROWS = 20
_MOST_COUNTED, _BLANK_ROWS, _HIGHEST_COUNTED = 16, 8, 46.0
_HALF_HOUR = timedelta(minutes=30)
_BAND, _FACTS, _LINE = 20.0, 12.0, 7.0
_NOTICE, _NOTICE_LEADING, _NOTICE_FLOOR, _NOTICE_MOST = 7.6, 9.6, 6.5, 13.0
_NAMES = (("number", 6.0), ("name", 30.0), ("town", 28.0), ("contact", 26.0), ("news", 10.0))


def sign_in_sheet(job: Job) -> Design:
    """A face for each sheet."""
    sheet: _Sheet = _CountSheet(job) if job.answers.get("names") == COUNT else _NameSheet(job)
    faces = tuple(partial(sheet.draw, number) for number in range(1, sheet.pages + 1))
    title = " ".join(job.answers["title"].split()) or sheet.named
    return Design(title, job.parts.campaign.name, _("Sign-in sheet"), job.format.size, faces, sheet.compositor, job.cmyk)


class _Sheet:
    """What both have in common: head, notice, foot."""

    named = ""
    pages = 1

    def __init__(self, job: Job) -> None:
        self._job = job
        self.compositor = compositor_for(job)
        self._furniture = Furniture(job, self.compositor)
        self._words = paper_words("sign-in-sheet", job.language)

    def draw(self, number: int, page: Page) -> None:
        furniture, words = self._furniture, self._words
        page.fill(Box(0, 0, furniture.width, furniture.height), self.compositor.palette.white)
        y = furniture.band(page, self.named, below=self._job.answers["title"], aside=self._job.parts.campaign.name, height=_BAND)
        facts = Box(MARGIN, y + 2.5, furniture.inner * 0.4, 7.0)
        furniture.entry(page, "day", words["day"], _when(self._job.parts.picket, self._job.language), facts, size=10.5, floor=8.0)
        place = Box(facts.right + 6, facts.y, furniture.inner - facts.w - 6, facts.h)
        furniture.entry(page, "place", words["place"], self._job.answers["place"], place, size=10.5, floor=7.0)
        notice = self._notice()
        bottom = furniture.foot_start - stack_height(notice, furniture.inner)
        self._draw_table(page, Box(MARGIN, y + _FACTS, furniture.inner, bottom - 3.0 - y - _FACTS), number)
        draw_stack(page, notice, MARGIN, bottom, furniture.inner)
        furniture.foot(page, number=number, pages=self.pages)

    def _draw_table(self, page: Page, room: Box, number: int) -> None:
        raise NotImplementedError

    def _sentences(self) -> list[str | Run]:
        raise NotImplementedError

    def _notice(self) -> list[Part]:
        compositor = self.compositor
        paragraph = compositor.paragraph("notice", text(*self._sentences()))

        def build(scale: float) -> list[Part]:
            size, leading = compositor.size(_NOTICE) * scale, compositor.leading(_NOTICE_LEADING) * scale
            return [Block(paragraph, size, leading, compositor.palette.type)]

        fitted = fit(build, self._furniture.inner, _NOTICE_MOST, floor=_NOTICE_FLOOR / _NOTICE, ceiling=1.0)
        if fitted.rest:
            compositor.note("stop", "notice", _("The notice on personal details does not fit. Shorten the campaign's address."))
        return fitted.parts

    def _head(self) -> float:
        return max(8.0, heading_height(self._furniture, 1))


class _NameSheet(_Sheet):
    def __init__(self, job: Job) -> None:
        super().__init__(job)
        self.named = self._words["sign_in"]
        self.pages = max(1, job.number("sheets"))
        if not job.number("months"):
            self.compositor.note("look", "months", _("It is not said when the sheets are destroyed. Type after how many months."))

    def _draw_table(self, page: Page, room: Box, number: int) -> None:
        fillings = {"number": "number", "news": "tick"}
        columns = [Column(self._words[key], share, fillings.get(key, "blank")) for key, share in _NAMES]  # type: ignore[arg-type]
        table = RuledTable(self._furniture, columns)
        table.draw(page, room, head=self._head(), rows=_ROWS, first=(number - 1) * _ROWS + 1)

    def _sentences(self) -> list[str | Run]:
        said, campaign = self._words, self._job.parts.campaign
        who = ", ".join(part for part in (campaign.name, " ".join(campaign.address.split()).rstrip(".")) if part)
        sentences = [said["voluntary"]]
        if count := self._job.number("months"):
            sentences.append(said["kept"].format(months=months(count, self._job.language)))
        if who:
            sentences.append(said["controller"].format(who=who))
        return [Run(said["notice"], strong=True), " " + " ".join(sentences)]


class _CountSheet(_Sheet):
    def __init__(self, job: Job) -> None:
        super().__init__(job)
        self.named = self._words["headcount"]
        self._groups = [" ".join(line.split()) for line in job.answers["groups"].splitlines() if line.strip()]
        self._labels = self._groups or list(_half_hours(job.parts.picket, job.language)) or [""] * _BLANK_ROWS
        self.pages = max(1, -(-len(self._labels) // _MOST_COUNTED))

    def _draw_table(self, page: Page, room: Box, number: int) -> None:
        labels = self._labels[(number - 1) * _MOST_COUNTED : number * _MOST_COUNTED]
        results = 2 * (_LINE + 2.0)
        head = self._head()
        height = min(_HIGHEST_COUNTED, (room.h - head - results) / len(labels))
        said = self._words
        columns = [
            Column(said["group" if self._groups else "time"], 24.0, "label"),
            Column(said["tally"], 62.0, "tally"),
            Column(said["count"], 14.0),
        ]
        box = Box(room.x, room.y, room.w, head + len(labels) * height)
        table = RuledTable(self._furniture, columns)
        table.draw(page, box, head=head, rows=len(labels), labels=labels, field="groups")
        self._draw_results(page, Box(room.x, box.bottom + 2.0, room.w, results))

    def _draw_results(self, page: Page, room: Box) -> None:
        """What the count came to, who counted, and what others say."""
        most = "together" if self._groups else "most"
        half = (room.w - 6) / 2
        for k, key in enumerate((most, "counted_by", "police", "press")):
            box = Box(room.x + (k % 2) * (half + 6), room.y + (k // 2) * (_LINE + 2.0), half, _LINE)
            self._furniture.blank(page, self._words[key], box, size=9.5)

    def _sentences(self) -> list[str | Run]:
        return [Run(self._words["no_names"], strong=True)]


def _when(picket: Picket | None, language: str) -> str:
    """12 June 2026, 17:00–19:00: what is certain of it."""
    if picket is None or picket.day is None or picket.day_precision == DatePrecision.ESTIMATE:
        return ""
    if picket.day_precision == DatePrecision.MONTH:
        return " ".join(month_and_year(picket.day, language))
    return words(language).comma.join(part for part in (day_long(picket.day, language), hours(picket, language)) if part)


def _span(start: time, end: time, language: str) -> str:
    return digits(words(language).times.format(start=i18n.clock(start), end=i18n.clock(end)), language)


def _half_hours(picket: Picket | None, language: str) -> Iterator[str]:
    """From the beginning of the picket to its end; nothing where these are not known."""
    if picket is None or picket.starts is None or picket.ends is None:
        return
    day = date(2000, 1, 1)
    at, end = datetime.combine(day, picket.starts), datetime.combine(day, picket.ends)
    while at < end:
        yield _span(at.time(), min(at + _HALF_HOUR, end).time(), language)
        at += _HALF_HOUR

"""Draws the picket calendar: a face for each month, a column for each day of the week, as the country begins its weeks."""

from __future__ import annotations

import calendar
from collections import defaultdict
from collections.abc import Sequence
from datetime import date, time, timedelta
from functools import partial

from organizer import i18n
from organizer.i18n import _
from organizer.i18n.weeks import Week, week_in
from organizer.records.picket import Picket
from organizer.records.values import DatePrecision
from organizer.sheets.calendar_day import CalendarDay
from organizer.sheets.design import Design
from organizer.sheets.furniture import Furniture, compositor_for
from organizer.sheets.picket_words import open_day, short_title
from organizer.sheets.sheet_kind import Job
from organizer.sheets.typesetting.geometry import Box
from organizer.sheets.typesetting.page import Page
from organizer.sheets.typesetting.stacks import Role
from organizer.sheets.words import month_and_year, paper_words, words

_MARGIN = 10.0
_BAND, _WEEKDAYS, _GAP, _OPEN = 15.5, 6.5, 1.0, 6.0
_RULE = 0.2
_A_WEEK = 7
# It begins on a Monday, and stands where no month is named and no picket is known.
_A_MONTH = date(2001, 1, 1)


def picket_calendar(job: Job) -> Design:
    """A face for each month. Without drafts it may be for everybody, and then has an imprint."""
    with_drafts = job.yes("drafts")
    months = _months(job)
    sheet = _Calendar(job, months, _shown(job, with_drafts=with_drafts))
    faces = tuple(partial(sheet.draw, number) for number in range(1, len(months) + 1))
    title = " ".join(month_and_year(months[0], job.language))
    return Design(title, job.parts.campaign.name, _("Picket calendar"), job.format.size, faces, sheet.compositor, job.cmyk)


def _shown(job: Job, *, with_drafts: bool) -> list[Picket]:
    """Every picket with a day, in the order in which they begin, those without an hour last in their day."""
    known = [*job.parts.pickets, *job.parts.cancelled]
    shown = [picket for picket in known if picket.day and (with_drafts or picket.state != "draft")]
    return sorted(shown, key=lambda picket: (picket.day or date.max, picket.starts or time.max, short_title(picket)))


def _months(job: Job) -> list[date]:
    """The first days of the months that are asked for; from the first picket on where none is named."""
    try:
        first = date.fromisoformat(job.answers["month"].strip()).replace(day=1)
    except ValueError:
        days = [picket.day for picket in job.parts.pickets if picket.day]
        first = min(days, default=_A_MONTH).replace(day=1)
    count = max(1, job.number("months"))
    places = (first.year * 12 + first.month - 1 + k for k in range(count))
    return [date(place // 12, place % 12 + 1, 1) for place in places]


class _Calendar:
    def __init__(self, job: Job, months: Sequence[date], pickets: Sequence[Picket]) -> None:
        self._job, self._months = job, months
        self.compositor = compositor_for(job)
        self._furniture = Furniture(job, self.compositor, margin=_MARGIN)
        self._words = paper_words("picket-calendar", job.language)
        self._week: Week = week_in(job.parts.campaign.country, job.language)
        self._on: dict[date, list[Picket]] = defaultdict(list)
        self._open: dict[date, list[Picket]] = defaultdict(list)
        for picket in pickets:
            day = picket.day or date.max
            if picket.day_precision == DatePrecision.MONTH:
                self._open[day.replace(day=1)].append(picket)
            else:
                self._on[day].append(picket)
        if not job.answers["month"].strip():
            self.compositor.note("stop", "month", _("No month is named. Choose any day of it."))
        elif not {day.replace(day=1) for day in (*self._on, *self._open)}.intersection(months):
            self.compositor.note(
                "look", "month", _("There is no picket in these months. Choose another month, or print it empty.")
            )

    def draw(self, number: int, page: Page) -> None:
        furniture, month = self._furniture, self._months[number - 1]
        page.fill(Box(0, 0, furniture.width, furniture.height), self.compositor.palette.white)
        named = " ".join(month_and_year(month, self._job.language))
        y = furniture.band(page, named, below=self._words["pickets"], aside=self._job.parts.campaign.name, height=_BAND) + _GAP
        if self._open[month]:
            self._draw_open(page, month, Box(_MARGIN, y, furniture.inner, _OPEN))
            y += _OPEN
        self._draw_weekdays(page, Box(_MARGIN, y, furniture.inner, _WEEKDAYS))
        y += _WEEKDAYS
        self._draw_weeks(page, month, Box(_MARGIN, y, furniture.inner, furniture.foot_start - y))
        furniture.foot(page, number=number, pages=len(self._months))

    def _draw_open(self, page: Page, month: date, box: Box) -> None:
        """Pickets of which only the month is known, in one line over the days."""
        said, palette = words(self._job.language), self.compositor.palette
        named = ("\u2068" + _named(picket, said.comma) + "\u2069" for picket in self._open[month])
        line = f"{open_day(month, self._job.language)}: {'; '.join(named)}"
        self._furniture.line(page, "open_days", line, box, size=9.0, colour=palette.type, role=Role.EMPHASIS, floor=7.0, order=1)

    def _draw_weekdays(self, page: Page, box: Box) -> None:
        palette, furniture = self.compositor.palette, self._furniture
        page.fill(box, palette.night)
        white, wide = palette.readable_on(palette.night), box.w / _A_WEEK
        for column, weekday in enumerate(self._week.days()):
            named = i18n.weekday(_A_MONTH + timedelta(days=weekday), self._job.language)
            cell = Box(box.x + column * wide + 1, box.y, wide - 2, box.h)
            furniture.line(
                page,
                "labels",
                named,
                cell,
                size=9.0,
                colour=white,
                role=Role.LABEL,
                align="centre",
                capitals=True,
                tag="TH",
                order=2,
                within=("Table days", "TR head"),
            )

    def _draw_weeks(self, page: Page, month: date, box: Box) -> None:
        weeks = self._weeks_of(month)
        wide, high = box.w / _A_WEEK, box.h / len(weeks)
        self._shade(page, month, weeks, box)
        for row, week in enumerate(weeks):
            for column, day in enumerate(week):
                cell = Box(box.x + column * wide, box.y + row * high, wide, high)
                within = ("Table days", f"TR {row}", f"TD {column}")
                shown = self._on[day] if day.month == month.month else []
                CalendarDay(self._furniture, day, shown).draw(page, cell, within=within, aside=day.month != month.month)
        self._draw_rules(page, box, len(weeks))

    def _weeks_of(self, month: date) -> list[list[date]]:
        """Whole weeks from the one with the first of the month to that with its last."""
        first = month - timedelta(days=(month.weekday() - self._week.first) % _A_WEEK)
        last = month.replace(day=calendar.monthrange(month.year, month.month)[1])
        count = (last - first).days // _A_WEEK + 1
        return [[first + timedelta(days=_A_WEEK * row + k) for k in range(_A_WEEK)] for row in range(count)]

    def _shade(self, page: Page, month: date, weeks: Sequence[Sequence[date]], box: Box) -> None:
        """Weekends on tinted paper."""
        wide, high = box.w / _A_WEEK, box.h / len(weeks)
        tinted = [
            self._furniture.flip(Box(box.x + column * wide, box.y + row * high, wide, high))
            for row, week in enumerate(weeks)
            for column, day in enumerate(week)
            if day.month == month.month and day.weekday() in self._week.weekend
        ]
        page.rectangles(tinted, self.compositor.palette.paper)

    def _draw_rules(self, page: Page, box: Box, rows: int) -> None:
        wide, high = box.w / _A_WEEK, box.h / rows
        across = [Box(box.x, box.y + k * high - _RULE / 2, box.w, _RULE) for k in range(1, rows + 1)]
        down = [Box(box.x + k * wide - _RULE / 2, box.y, _RULE, box.h) for k in range(_A_WEEK + 1)]
        page.rectangles([*across, *down], self.compositor.palette.grey)


def _named(picket: Picket, comma: str) -> str:
    return comma.join(part for part in (picket.city.name if picket.city else "", short_title(picket)) if part)

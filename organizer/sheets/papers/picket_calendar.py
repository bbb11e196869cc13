"""The picket calendar: a month on a sheet, each picket in its day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from organizer.i18n import N_
from organizer.records.prints import PrintParts
from organizer.records.values import PrintClass
from organizer.sheets.layouts import A4_WIDE, LETTER_WIDE
from organizer.sheets.sheet_kind import Asked, Job, SheetKind, asked_number

if TYPE_CHECKING:
    from organizer.sheets.design import Design

_MOST_MONTHS = 12


def _usual_month(parts: PrintParts, _language: str) -> str:
    """The month of the next picket, of the last one where none is to come, of today where there is none at all."""
    today = date.today()
    days = sorted(picket.day for picket in parts.pickets if picket.day)
    return next((day for day in days if day >= today), days[-1] if days else today).isoformat()


def _class_of(answers: Mapping[str, str]) -> str:
    """With drafts it is for the branch; without, for everybody."""
    return PrintClass.BRANCH if answers.get("drafts") == "yes" else PrintClass.PUBLIC


def make(job: Job) -> Design:
    from organizer.sheets.picket_calendar import picket_calendar

    return picket_calendar(job)


KIND = SheetKind(
    key="picket-calendar",
    name=N_("Picket calendar"),
    hint=N_("A month on a sheet for the wall, each picket in its day."),
    group="shown",
    formats=(A4_WIDE, LETTER_WIDE),
    make=make,
    needs=frozenset({"pickets", "cancelled"}),
    asked=(
        Asked("month", N_("Month"), "day", usual=_usual_month, hint=N_("Any day of it."), translated=False),
        asked_number("months", N_("How many months"), 1, most=_MOST_MONTHS),
        Asked("drafts", N_("With drafts"), "yes", hint=N_("A calendar with drafts is for the branch alone."), translated=False),
    ),
    class_of=_class_of,
    one_colour=True,
    icon="calendar",
)

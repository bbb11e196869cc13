"""The steward briefing of a picket: what every steward must know, on one page if it goes."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from organizer import i18n
from organizer.i18n import N_
from organizer.records.prints import PrintParts
from organizer.records.values import PrintClass
from organizer.sheets.layouts import A4_PAGE, LETTER_PAGE
from organizer.sheets.picket_words import place, short_title
from organizer.sheets.sheet_kind import Asked, Job, SheetKind
from organizer.sheets.words import digits, paper_words

if TYPE_CHECKING:
    from organizer.sheets.design import Design

_BEFORE, _AFTER = timedelta(minutes=30), timedelta(minutes=15)


def _usual_title(parts: PrintParts, _language: str) -> str:
    return short_title(parts.picket) if parts.picket else ""


def _usual_place(parts: PrintParts, language: str) -> str:
    return place(parts.picket, language) if parts.picket else ""


def _usual_notice(parts: PrintParts, _language: str) -> str:
    return parts.picket.notice_reference if parts.picket else ""


def _usual_conditions(parts: PrintParts, _language: str) -> str:
    return parts.picket.notice_conditions if parts.picket else ""


def _usual_timetable(parts: PrintParts, language: str) -> str:
    """Half an hour before the beginning stewards meet; a quarter after the end they meet again."""
    picket = parts.picket
    if picket is None or picket.starts is None:
        return ""
    said, starts = paper_words("steward-briefing", language), datetime.combine(date(2000, 1, 2), picket.starts)
    steps = [(starts - _BEFORE, "gather"), (starts, "start")]
    if picket.ends:
        ends = datetime.combine(date(2000, 1, 2), picket.ends)
        steps += [(ends, "end"), (ends + _AFTER, "debrief")]
    return "\n".join(f"{digits(i18n.clock(at.time()), language)} {said[key]}" for at, key in steps)


def _usual_what_if(_parts: PrintParts, language: str) -> str:
    return paper_words("steward-briefing", language)["usual_what_if"]


def make(job: Job) -> Design:
    from organizer.sheets.steward_briefing import steward_briefing

    return steward_briefing(job)


KIND = SheetKind(
    key="steward-briefing",
    name=N_("Steward briefing"),
    hint=N_("What every steward must know: who is who, whom to ring, what to do if."),
    group="table",
    formats=(A4_PAGE, LETTER_PAGE),
    make=make,
    subject="picket",
    asked=(
        Asked("title", N_("Title"), usual=_usual_title),
        Asked("place", N_("Place"), usual=_usual_place),
        Asked("meeting_point", N_("Meeting point")),
        Asked("legal", N_("Legal help"), hint=N_("The number that is rung when somebody is arrested. It is printed large.")),
        Asked("who", N_("Who is who"), "text", hint=N_("One a line: task, name, number.")),
        Asked("phones", N_("Phone tree"), "text", hint=N_("One a line: who rings whom.")),
        Asked("timetable", N_("Timetable"), "text", usual=_usual_timetable, hint=N_("One a line, the time first.")),
        Asked("notice", N_("Police notice"), usual=_usual_notice, hint=N_("The reference under which the picket is known.")),
        Asked("conditions", N_("Conditions of the police"), "text", usual=_usual_conditions),
        Asked("what_if", N_("What to do if"), "text", usual=_usual_what_if, hint=N_("One a line.")),
        Asked("first_aid", N_("First aid"), "text", hint=N_("Who, and where the bag is.")),
    ),
    print_class=PrintClass.BRANCH,
    large=True,
    one_colour=True,
    icon="shield-check",
)

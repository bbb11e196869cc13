"""The sign-in sheet of a picket: rows to sign in, or boxes to count in for those who may not be listed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from organizer.i18n import N_
from organizer.records.prints import PrintParts
from organizer.records.values import PrintClass
from organizer.sheets.layouts import A4_PAGE, LETTER_PAGE
from organizer.sheets.sheet_kind import Asked, Job, SheetKind, asked_number

if TYPE_CHECKING:
    from organizer.sheets.design import Design

NAMES, COUNT = "names", "count"
_MOST_SHEETS = 50


def _usual_title(parts: PrintParts, _language: str) -> str:
    picket = parts.picket
    return (picket.occasion or picket.day_of_action) if picket else ""


def _usual_place(parts: PrintParts, _language: str) -> str:
    picket = parts.picket
    named = (picket.site, picket.city) if picket else ()
    return ", ".join(place.name for place in named if place)


def _class_of(answers: Mapping[str, str]) -> str:
    """Names make it confidential; a count alone is for the branch."""
    return PrintClass.BRANCH if answers.get("names") == COUNT else PrintClass.CONFIDENTIAL


def make(job: Job) -> Design:
    from organizer.sheets.sign_in_sheet import sign_in_sheet

    return sign_in_sheet(job)


KIND = SheetKind(
    key="sign-in-sheet",
    name=N_("Sign-in sheet"),
    hint=N_("Who came, or only how many, for those who may not be listed."),
    group="table",
    formats=(A4_PAGE, LETTER_PAGE),
    make=make,
    subject="picket",
    asked=(
        Asked("title", N_("Title"), usual=_usual_title),
        Asked("place", N_("Place"), usual=_usual_place),
        Asked(
            "names",
            N_("With names"),
            "choice",
            usual=lambda _parts, _language: NAMES,
            choices={NAMES: N_("With names"), COUNT: N_("Count only")},
            hint=N_("Choose to count only where a list of names would endanger people."),
            translated=False,
        ),
        Asked(
            "groups",
            N_("Groups to count"),
            "text",
            hint=N_("One a line. Without any, every half hour is counted."),
            only_with=("names", COUNT),
        ),
        asked_number("sheets", N_("How many sheets"), 1, most=_MOST_SHEETS),
        asked_number("months", N_("Destroyed after, in months"), 3, most=120),
    ),
    print_class=PrintClass.CONFIDENTIAL,
    class_of=_class_of,
    one_colour=True,
    icon="file-text",
)

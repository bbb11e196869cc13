"""The petition sheet: the whole request at the top of each numbered sheet, and rows to sign in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from organizer.i18n import N_
from organizer.records.prints import PrintParts
from organizer.sheets.layouts import A4_WIDE, LETTER_WIDE
from organizer.sheets.sheet_kind import Asked, Job, SheetKind, asked_number
from organizer.sheets.slogans import usual_slogan
from organizer.sheets.words import digits, paper_words

if TYPE_CHECKING:
    from organizer.sheets.design import Design

_MOST_SHEETS = 500


def _usual_request(parts: PrintParts, language: str) -> str:
    """The demands that have words in this language, all of them where none has."""
    known = [demand for demand in parts.demands if demand.texts.get(language)] or list(parts.demands)
    said = [demand.text_in(language).replace("*", "").strip() for demand in known]
    if not said:
        return ""
    numbered = (f"{digits(str(place), language)}. {words}" for place, words in enumerate(said, start=1))
    return " ".join([paper_words("petition-sheet", language)["we_demand"], *numbered])


def _next_number(parts: PrintParts, _language: str) -> str:
    return str(parts.next_number)


def make(job: Job) -> Design:
    from organizer.sheets.petition_sheet import petition_sheet

    return petition_sheet(job)


KIND = SheetKind(
    key="petition-sheet",
    name=N_("Petition sheet"),
    hint=N_("Numbered sheets to collect signatures on, each with the whole request."),
    group="table",
    formats=(A4_WIDE, LETTER_WIDE),
    make=make,
    needs=frozenset({"demands", "number"}),
    asked=(
        Asked("title", N_("Title"), usual=usual_slogan),
        Asked("whom", N_("To whom"), hint=N_("The office or person who gets the signatures.")),
        Asked("request", N_("Request"), "text", usual=_usual_request, hint=N_("What is signed stands whole on every sheet.")),
        Asked("return_by", N_("Return by"), "day", translated=False),
        Asked("return_to", N_("Return to"), hint=N_("Who takes the filled sheets.")),
        Asked("first", N_("First number"), "number", usual=_next_number, translated=False, least=1, passing=True),
        asked_number("sheets", N_("How many sheets"), 10, most=_MOST_SHEETS),
        asked_number(
            "months", N_("Destroyed after, in months"), 6, most=120, hint=N_("How long sheets are kept after the hand-in.")
        ),
    ),
    two_languages=True,
    one_colour=True,
    icon="file-text",
)

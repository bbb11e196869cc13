"""The rota: the pickets to come, each with boxes in which people sign up for a task."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from organizer.i18n import N_
from organizer.records.prints import PrintParts
from organizer.records.values import PrintClass
from organizer.sheets.layouts import A4_PAGE, LETTER_PAGE
from organizer.sheets.sheet_kind import Asked, Job, SheetKind
from organizer.sheets.words import paper_words

if TYPE_CHECKING:
    from organizer.sheets.design import Design

_MOST_PICKETS = 60


def _today(_parts: PrintParts, _language: str) -> str:
    return date.today().isoformat()


def _usual_roles(_parts: PrintParts, language: str) -> str:
    return paper_words("picket-rota", language)["roles"]


def make(job: Job) -> Design:
    from organizer.sheets.picket_rota import picket_rota

    return picket_rota(job)


KIND = SheetKind(
    key="picket-rota",
    name=N_("Rota"),
    hint=N_("The pickets to come, with boxes in which people sign up for a task."),
    group="table",
    formats=(A4_PAGE, LETTER_PAGE),
    make=make,
    needs=frozenset({"pickets"}),
    asked=(
        Asked("from", N_("From"), "day", usual=_today, translated=False),
        Asked(
            "most",
            N_("How many pickets"),
            "number",
            usual=lambda _parts, _language: "12",
            translated=False,
            least=1,
            most=_MOST_PICKETS,
        ),
        Asked("roles", N_("Tasks"), "text", usual=_usual_roles, hint=N_("One a line, at most six.")),
    ),
    print_class=PrintClass.BRANCH,
    one_colour=True,
    icon="list-checks",
)

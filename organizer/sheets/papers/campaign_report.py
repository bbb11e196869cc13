"""The campaign report: what a branch brings to its meeting, every number with what proves it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from organizer.i18n import N_
from organizer.records.values import PrintClass
from organizer.sheets.layouts import A4_PAGE, LETTER_PAGE
from organizer.sheets.sheet_kind import Asked, Job, SheetKind

if TYPE_CHECKING:
    from organizer.sheets.design import Design


def make(job: Job) -> Design:
    from organizer.sheets.campaign_report import campaign_report

    return campaign_report(job)


KIND = SheetKind(
    key="campaign-report",
    name=N_("Campaign report"),
    hint=N_("What was done and how well it is proven, for a meeting: letters, pickets, donations, demands."),
    group="office",
    formats=(A4_PAGE, LETTER_PAGE),
    make=make,
    needs=frozenset({"totals", "pickets", "demands"}),
    asked=(
        Asked("meeting", N_("Meeting"), hint=N_("As in Branch meeting, Leeds.")),
        Asked("remarks", N_("To tell and to decide"), "text", hint=N_("Stands at the end of the report.")),
    ),
    print_class=PrintClass.BRANCH,
    one_colour=True,
    icon="chart-column",
)

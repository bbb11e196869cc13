"""Address labels: one for each organisation, office, or person who agreed to post, on the label sheets of the trade."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from organizer.i18n import N_
from organizer.records.prints import PrintParts
from organizer.records.values import PrintClass
from organizer.sheets.label_stock import STOCK
from organizer.sheets.sheet_kind import Asked, Job, SheetKind, asked_number

if TYPE_CHECKING:
    from organizer.sheets.design import Design

ORGANISATIONS, TARGETS, BOTH, PEOPLE = "organisations", "targets", "both", "people"
_MOST_OFFSET = 5
OFFSETS = {f"{half / 2:g}": f"{half / 2:+g} mm" if half else "0 mm" for half in range(-2 * _MOST_OFFSET, 2 * _MOST_OFFSET + 1)}
_MOST_LABELS = max(stock.on_a_sheet for stock in STOCK.values())


def _none(_parts: PrintParts, _language: str) -> str:
    return "0"


def _class_of(answers: Mapping[str, str]) -> str:
    """Addresses of offices are for the branch; who stands by the campaign is nobody else's business."""
    return PrintClass.BRANCH if answers.get("whose") == TARGETS else PrintClass.CONFIDENTIAL


def make(job: Job) -> Design:
    from organizer.sheets.labels import labels

    return labels(job)


KIND = SheetKind(
    key="labels",
    name=N_("Address labels"),
    hint=N_("For letters and parcels: a label for each address, on the sheets of the trade."),
    group="office",
    formats=tuple(stock.format() for stock in STOCK.values()),
    make=make,
    needs=frozenset({"organisations", "people", "targets"}),
    asked=(
        Asked(
            "whose",
            N_("Whose addresses"),
            "choice",
            usual=lambda _parts, _language: ORGANISATIONS,
            choices={
                ORGANISATIONS: N_("Organisations"),
                TARGETS: N_("Targets"),
                BOTH: N_("Organisations and targets"),
                PEOPLE: N_("People who agreed to post"),
            },
            translated=False,
        ),
        asked_number(
            "first", N_("First label"), 1, most=_MOST_LABELS, hint=N_("Where the first labels of the sheet are used up.")
        ),
        Asked("across", N_("Moved to the right"), "choice", usual=_none, choices=OFFSETS, translated=False),
        Asked("down", N_("Moved down"), "choice", usual=_none, choices=OFFSETS, translated=False),
        Asked(
            "trial",
            N_("Trial print"),
            "yes",
            hint=N_("One sheet of plain paper with borders, to hold against the labels."),
            translated=False,
        ),
    ),
    print_class=PrintClass.CONFIDENTIAL,
    class_of=_class_of,
    icon="tag",
)

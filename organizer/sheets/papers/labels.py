"""Address labels: one for each organisation, office, or person who agreed to post, on the label sheets of the trade."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from organizer import i18n
from organizer.i18n import N_, _
from organizer.records.prints import PrintParts
from organizer.records.values import PrintClass
from organizer.sheets.label_stock import STOCK
from organizer.sheets.sheet_kind import Asked, Job, SheetKind, asked_number

if TYPE_CHECKING:
    from organizer.sheets.design import Design

ORGANISATIONS, TARGETS, BOTH, PEOPLE = "organisations", "targets", "both", "people"
_MOST_OFFSET = 5
OFFSETS = tuple(f"{half / 2:g}" for half in range(-2 * _MOST_OFFSET, 2 * _MOST_OFFSET + 1))
"""In mm."""
_MOST_LABELS = max(stock.on_a_sheet for stock in STOCK.values())


def _none(_parts: PrintParts, _language: str) -> str:
    return "0"


def _moved(mm: str) -> str:
    return _("{mm} mm").format(mm=i18n.signed(float(mm)))


def _asked_offset(key: str, label: str) -> Asked:
    return Asked(key, label, "choice", usual=_none, choices=dict.fromkeys(OFFSETS, ""), translated=False, say=_moved)


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
        _asked_offset("across", N_("Moved to the right")),
        _asked_offset("down", N_("Moved down")),
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

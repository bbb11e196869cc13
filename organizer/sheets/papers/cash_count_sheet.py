"""The cash count sheet: what was in each tin, counted and signed by two."""

from __future__ import annotations

from typing import TYPE_CHECKING

from organizer.i18n import N_
from organizer.records.prints import PrintParts
from organizer.records.values import PrintClass
from organizer.sheets.cash import denominations
from organizer.sheets.layouts import A4_PAGE, LETTER_PAGE
from organizer.sheets.sheet_kind import Asked, Job, SheetKind, asked_number

if TYPE_CHECKING:
    from organizer.sheets.design import Design

_CURRENCY_OF = {
    "GB": "GBP",
    "US": "USD",
    "CH": "CHF",
    "RU": "RUB",
    "KZ": "KZT",
    "TR": "TRY",
    "PL": "PLN",
    "UA": "UAH",
    "CA": "CAD",
}
_ELSEWHERE = "EUR"


def _usual_currency(parts: PrintParts, _language: str) -> str:
    country = parts.picket.city.country if parts.picket and parts.picket.city else parts.campaign.country
    return _CURRENCY_OF.get(country.upper(), _ELSEWHERE)


def _usual_place(parts: PrintParts, _language: str) -> str:
    picket = parts.picket
    named = (picket.site, picket.city) if picket else ()
    return ", ".join(place.name for place in named if place)


def make(job: Job) -> Design:
    from organizer.sheets.cash_count_sheet import cash_count_sheet

    return cash_count_sheet(job)


KIND = SheetKind(
    key="cash-count-sheet",
    name=N_("Cash count sheet"),
    hint=N_("What was in the tins, counted and signed by two people."),
    group="money",
    formats=(A4_PAGE, LETTER_PAGE),
    make=make,
    asked=(
        Asked(
            "currency",
            N_("Currency"),
            "choice",
            usual=_usual_currency,
            choices={code: code for code in denominations()},
            translated=False,
        ),
        asked_number("tins", N_("How many tins"), 4, most=4),
        Asked("place", N_("Where"), usual=_usual_place),
        Asked("day", N_("Day"), "day", translated=False),
    ),
    print_class=PrintClass.CONFIDENTIAL,
    one_colour=True,
    icon="file-text",
)

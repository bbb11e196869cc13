"""The receipt for a donation: the original for who gave, the stub for the branch."""

from __future__ import annotations

from typing import TYPE_CHECKING

from organizer.i18n import N_
from organizer.records.prints import PrintParts
from organizer.records.values import PrintClass
from organizer.sheets.layouts import A4, LETTER, MAIL, ONE_PAGE, Format, Layout
from organizer.sheets.sheet_kind import Asked, Job, SheetKind
from organizer.sheets.words import paper_words

if TYPE_CHECKING:
    from organizer.sheets.design import Design

_A5_WIDE = Format(
    "a5-wide", N_("A5, wide"), (210.0, 148.5), (ONE_PAGE, Layout("two-on-a4", N_("Two on A4"), "grid", A4, 1, 2), MAIL)
)
_HALF_LETTER_WIDE = Format(
    "half-letter-wide",
    N_("Half letter, wide"),
    (215.9, 139.7),
    (ONE_PAGE, Layout("two-on-letter", N_("Two on Letter"), "grid", LETTER, 1, 2), MAIL),
)


def _usual_number(parts: PrintParts, _language: str) -> str:
    return parts.donation.receipt_number if parts.donation else ""


def _usual_giver(parts: PrintParts, language: str) -> str:
    """Who gave; a name that is not known is said in the words of the receipt, not of the window."""
    donation = parts.donation
    if donation is None:
        return ""
    if donation.organisation or donation.person or donation.giver.strip():
        return donation.giver_words()
    return paper_words("receipt", language)["anonymous"]


def _usual_purpose(parts: PrintParts, _language: str) -> str:
    return parts.campaign.name


def _usual_fund(parts: PrintParts, _language: str) -> str:
    return parts.donation.fund.name if parts.donation and parts.donation.fund else ""


def make(job: Job) -> Design:
    from organizer.sheets.receipt import receipt

    return receipt(job)


KIND = SheetKind(
    key="receipt",
    name=N_("Receipt"),
    hint=N_("Numbered, for who gave, with a stub to keep."),
    group="money",
    formats=(_A5_WIDE, _HALF_LETTER_WIDE),
    make=make,
    subject="donation",
    asked=(
        Asked("number", N_("Number"), usual=_usual_number, translated=False),
        Asked("giver", N_("From whom"), usual=_usual_giver),
        Asked("what_for", N_("What for"), usual=_usual_purpose),
        Asked("fund", N_("Fund"), usual=_usual_fund),
        Asked("received_by", N_("Received by"), hint=N_("Who took the money and signs.")),
    ),
    print_class=PrintClass.CONFIDENTIAL,
    one_colour=True,
    icon="file-text",
)

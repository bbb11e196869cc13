"""The bust card: rights on its front, phone numbers on its back, in the branch's own words, for a pocket."""

from __future__ import annotations

from typing import TYPE_CHECKING

from organizer.i18n import N_
from organizer.records.prints import PrintParts
from organizer.sheets.layouts import A6_PAGE, CARD, FOLDED_CARD, QUARTER_LETTER
from organizer.sheets.sheet_kind import Asked, Job, SheetKind
from organizer.sheets.words import paper_words

if TYPE_CHECKING:
    from organizer.sheets.design import Design


def _usual_title(_parts: PrintParts, language: str) -> str:
    return paper_words("bust-card", language)["title"]


def _usual_phones(parts: PrintParts, _language: str) -> str:
    campaign = parts.campaign
    return "\n".join(
        f"{name}: {phone}" for name, phone in ((campaign.contact_name or campaign.name, campaign.contact_phone),) if phone
    )


def make(job: Job) -> Design:
    from organizer.sheets.bust_card import bust_card

    return bust_card(job)


KIND = SheetKind(
    key="bust-card",
    name=N_("Bust card"),
    hint=N_("Rights and phone numbers on a small card, for everybody who comes."),
    group="handed-out",
    formats=(A6_PAGE, QUARTER_LETTER, CARD, FOLDED_CARD),
    make=make,
    asked=(
        Asked("title", N_("Title"), usual=_usual_title),
        Asked("rights", N_("Your rights"), "text", hint=N_("One a line. Ask a lawyer of your country what holds there.")),
        Asked("phones", N_("Phone numbers"), "text", usual=_usual_phones, hint=N_("One a line: who, then the number.")),
    ),
    large=True,
    one_colour=True,
    icon="handcuffs",
)

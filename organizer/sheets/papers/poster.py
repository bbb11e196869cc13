"""The poster: calls to a picket from a notice board or a window, one sheet or glued from several."""

from __future__ import annotations

from typing import TYPE_CHECKING

from organizer.i18n import N_
from organizer.records.prints import PrintParts
from organizer.sheets.layouts import A3_PLACARD, A4_PLACARD, GLUED_A4, GLUED_LETTER, LETTER_PLACARD, TABLOID_PLACARD
from organizer.sheets.sheet_kind import Asked, Job, SheetKind
from organizer.sheets.slogans import usual_slogan

if TYPE_CHECKING:
    from organizer.sheets.design import Design


def _occasion(parts: PrintParts, _language: str) -> str:
    return parts.picket.occasion or parts.picket.day_of_action if parts.picket else ""


def _place(parts: PrintParts, _language: str) -> str:
    picket = parts.picket
    lines = (picket.site.name if picket.site else "", picket.city.name if picket.city else "") if picket else ()
    return "\n".join(line for line in lines if line)


def _address(parts: PrintParts, _language: str) -> str:
    return parts.campaign.qr_target or parts.campaign.website


def make(job: Job) -> Design:
    from organizer.sheets.poster import poster

    return poster(job)


KIND = SheetKind(
    key="poster",
    name=N_("Poster"),
    hint=N_("Calls to a picket from a notice board or a window."),
    group="shown",
    formats=(A3_PLACARD, A4_PLACARD, GLUED_A4, TABLOID_PLACARD, LETTER_PLACARD, GLUED_LETTER),
    make=make,
    subject="picket",
    asked=(
        Asked("headline", N_("Headline"), usual=usual_slogan),
        Asked("kicker", N_("Yellow label"), usual=_occasion),
        Asked("call_title", N_("What it is called")),
        Asked("place", N_("Place"), "text", usual=_place, hint=N_("One line each for the house and the street.")),
        Asked("directions", N_("How to get there")),
        Asked("qr_target", N_("QR code leads to"), usual=_address, translated=False),
        Asked("qr_label", N_("Words under the code")),
    ),
    one_colour=True,
    icon="image",
)

"""The placard: a few words to be read across a street, held up or tied to a fence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from organizer.i18n import N_
from organizer.sheets.layouts import A3_PLACARD, A4_PLACARD, GLUED_A4, GLUED_LETTER, LETTER_PLACARD, TABLOID_PLACARD
from organizer.sheets.sheet_kind import Asked, Job, SheetKind
from organizer.sheets.slogans import usual_slogan

if TYPE_CHECKING:
    from organizer.sheets.design import Design


def make(job: Job) -> Design:
    from organizer.sheets.placard import placard

    return placard(job)


KIND = SheetKind(
    key="placard",
    name=N_("Placard"),
    hint=N_("A few words to be read across a street, on one sheet or glued from several."),
    group="shown",
    formats=(A4_PLACARD, A3_PLACARD, GLUED_A4, LETTER_PLACARD, TABLOID_PLACARD, GLUED_LETTER),
    make=make,
    asked=(
        Asked(
            "slogan",
            N_("Slogan"),
            "text",
            usual=usual_slogan,
            hint=N_("Five words or fewer are read from a bus."),
        ),
        Asked("below", N_("Line below"), hint=N_("A place, a name, an address: whatever is for those who come near.")),
        Asked(
            "ground",
            N_("Ground"),
            "choice",
            usual=lambda _parts, _language: "accent",
            choices={"accent": N_("In the campaign’s colour"), "paper": N_("White, saves ink"), "night": N_("Dark")},
            translated=False,
        ),
    ),
    one_colour=True,
    icon="megaphone",
)

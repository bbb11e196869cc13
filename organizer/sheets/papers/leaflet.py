"""The leaflet: one sheet of A5 in each of its designs, in one language or in two, and in large print on A4."""

from __future__ import annotations

from typing import TYPE_CHECKING

from organizer.i18n import N_
from organizer.sheets.layouts import A5_PAGE, HALF_LETTER, LARGE_A4, LARGE_LETTER
from organizer.sheets.sheet_kind import Job, SheetKind

if TYPE_CHECKING:
    from organizer.sheets.design import Design


def make(job: Job) -> Design:
    from organizer.sheets.leaflet import leaflet_of

    return leaflet_of(job)


KIND = SheetKind(
    key="leaflet",
    name=N_("Leaflet"),
    hint=N_("What happened, the demands and the call: with a photo, in large type, or as long text on both sides."),
    group="handed-out",
    formats=(A5_PAGE, HALF_LETTER, LARGE_A4, LARGE_LETTER),
    make=make,
    subject="leaflet",
    one_colour=True,
)

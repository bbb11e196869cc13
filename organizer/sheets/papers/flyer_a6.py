"""The A6 flyer: the leaflet in a pocket, four on a sheet of A4, with the demands on its back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from organizer.i18n import N_
from organizer.sheets.layouts import A6_PAGE, QUARTER_LETTER
from organizer.sheets.sheet_kind import Job, SheetKind

if TYPE_CHECKING:
    from organizer.sheets.design import Design


def make(job: Job) -> Design:
    from organizer.sheets.flyer_a6 import flyer_a6

    return flyer_a6(job)


KIND = SheetKind(
    key="a6-flyer",
    name=N_("A6 flyer"),
    hint=N_("Small and cheap, four on a sheet: the call in front, the demands on the back."),
    group="handed-out",
    formats=(A6_PAGE, QUARTER_LETTER),
    make=make,
    subject="leaflet",
    one_colour=True,
)

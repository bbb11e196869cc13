"""The DL flyer: tall and narrow for letter boxes and envelopes, three on a sheet of A4."""

from __future__ import annotations

from typing import TYPE_CHECKING

from organizer.i18n import N_
from organizer.sheets.layouts import DL, THIRD_LETTER
from organizer.sheets.sheet_kind import Job, SheetKind

if TYPE_CHECKING:
    from organizer.sheets.design import Design


def make(job: Job) -> Design:
    from organizer.sheets.flyer_dl import flyer_dl

    return flyer_dl(job)


KIND = SheetKind(
    key="dl-flyer",
    name=N_("DL flyer"),
    hint=N_("Tall and narrow, for envelopes and letter boxes, three on a sheet."),
    group="handed-out",
    formats=(DL, THIRD_LETTER),
    make=make,
    subject="leaflet",
    one_colour=True,
)

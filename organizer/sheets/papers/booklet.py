"""The booklet: four pages of A5 from one sheet that is folded once, eight from two where the text is long."""

from __future__ import annotations

from typing import TYPE_CHECKING

from organizer.i18n import N_
from organizer.sheets.layouts import A5_BOOKLET, HALF_LETTER_BOOKLET
from organizer.sheets.sheet_kind import Job, SheetKind

if TYPE_CHECKING:
    from organizer.sheets.design import Design


def make(job: Job) -> Design:
    from organizer.sheets.booklet import booklet

    return booklet(job)


KIND = SheetKind(
    key="booklet",
    name=N_("Booklet"),
    hint=N_("A sheet folded once: a cover, pages to read at ease, the call on the back; two sheets for a longer text."),
    group="handed-out",
    formats=(A5_BOOKLET, HALF_LETTER_BOOKLET),
    make=make,
    subject="leaflet",
    one_colour=True,
)

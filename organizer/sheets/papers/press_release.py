"""The press release: the story beside the facts, as many pages as it needs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from organizer.i18n import N_
from organizer.sheets.layouts import A4_PAGE, LETTER_PAGE
from organizer.sheets.sheet_kind import Job, SheetKind

if TYPE_CHECKING:
    from organizer.sheets.design import Design


def make(job: Job) -> Design:
    from organizer.sheets.press_release import press_release_of

    return press_release_of(job)


KIND = SheetKind(
    key="press-release",
    name=N_("Press release"),
    hint=N_("For editors: what is new in the first lines, facts and a contact beside it."),
    group="office",
    formats=(A4_PAGE, LETTER_PAGE),
    make=make,
    subject="press_release",
    large=True,
    one_colour=True,
)

"""The tri-fold: a sheet folded in three, with room for a longer text, the demands and what anybody can do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from organizer.i18n import N_
from organizer.records.prints import PrintParts
from organizer.sheets.layouts import TRIFOLD_A4, TRIFOLD_LETTER
from organizer.sheets.sheet_kind import Asked, Job, SheetKind
from organizer.sheets.words import paper_words

if TYPE_CHECKING:
    from organizer.sheets.design import Design

_STEPS = ("come", "code", "pass_on", "union")


def _what_to_do(parts: PrintParts, language: str) -> str:
    said = paper_words("trifold", language)
    has_code = parts.leaflet is not None and parts.leaflet.leaflet.qr_target.strip()
    return "\n".join(said[step] for step in _STEPS if step != "code" or has_code)


def make(job: Job) -> Design:
    from organizer.sheets.trifold import trifold

    return trifold(job)


KIND = SheetKind(
    key="trifold",
    name=N_("Tri-fold"),
    hint=N_("A sheet folded in three: a cover, three panels to read, the call on the back."),
    group="handed-out",
    formats=(TRIFOLD_A4, TRIFOLD_LETTER),
    make=make,
    subject="leaflet",
    asked=(
        Asked("flap", N_("What you can do"), "text", usual=_what_to_do, hint=N_("On the flap, one a line; **stars** set bold.")),
    ),
    large=True,
    one_colour=True,
)

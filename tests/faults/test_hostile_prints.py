"""Hostile texts on every sheet: what is printed is the text itself. No mark-up is obeyed, no file drawn in, no link made."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

import pytest

from organizer.errors import NotPrintable
from organizer.sheets.catalogue import draw, sheet_kinds
from organizer.sheets.sheet_kind import SheetKind
from tests.faults.hostile import HOSTILE
from tests.preflight.checks import Printed, answers, syntax
from tests.preflight.contents import answer, jobs_for, keys, parts_of

MARKED_UP = ("HTML", "entities", "reportlab", "angle address", "unclosed", "format", "SQL", "path", "wildcards", "quotes")
UNUSUAL = tuple(what for what in HOSTILE if what not in (*MARKED_UP, "letters"))
_ROUNDS = 3


def printed(kind: SheetKind, texts: tuple[str, ...], rounds: int) -> Iterator[Printed]:
    """The sheet with these texts in turn wherever words are asked for; not where its guards stop it."""
    turn, made_of = itertools.cycle(texts), parts_of("en", "typical")
    for _round in range(rounds):
        said = {
            asked.key: HOSTILE[next(turn)] if asked.kind in ("line", "text") else answer(asked, made_of, "en", "typical")
            for asked in kind.asked
        }
        job = jobs_for(kind, "en", "typical", answers=said, arrangements=("page", "grid"))[0]
        try:
            yield Printed(kind, job, draw(kind, job))
        except NotPrintable:
            continue


@pytest.mark.parametrize("key", keys())
def test_mark_up_is_printed_as_it_is_typed(key: str) -> None:
    for sheet in printed(sheet_kinds()[key], MARKED_UP, _ROUNDS):
        assert syntax(sheet) == []
        assert answers(sheet) == []
        assert [str(note.get("/Subtype")) for page in sheet.pdf.pages for note in page.get("/Annots", [])] == []
        assert not {"/OpenAction", "/AA", "/Names"} & set(sheet.pdf.Root.keys())


@pytest.mark.parametrize("key", keys())
def test_unusual_signs_are_printed_or_refused_and_break_no_sheet(key: str) -> None:
    for sheet in printed(sheet_kinds()[key], UNUSUAL, _ROUNDS):
        assert syntax(sheet) == []


def test_most_sheets_come_out() -> None:
    """Else the other tests here would look at nothing."""
    drawn = [sum(1 for _sheet in printed(sheet_kinds()[key], MARKED_UP, 1)) for key in keys()]
    assert sum(drawn) >= 0.8 * len(drawn)

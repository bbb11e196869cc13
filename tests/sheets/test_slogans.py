"""The slogan of a sheet is one that its reader can read, or the sheet says that it is not."""

from __future__ import annotations

import pytest

from organizer.sheets.catalogue import draw, sheet_kinds
from organizer.sheets.slogans import is_in_letters_of
from tests.sheets.jobs import campaign, job, parts

SLOGANS = ["Not one sacked", "Ни одного увольнения", "لا تسريح"]


@pytest.mark.parametrize(("key", "field"), [("placard", "slogan"), ("poster", "headline"), ("petition-sheet", "title")])
def test_a_sheet_begins_with_a_slogan_in_its_own_letters(key: str, field: str) -> None:
    known = parts(campaign=campaign(slogans=SLOGANS))
    assert job(key, parts=known, language="en").answers[field] == SLOGANS[0]
    assert job(key, parts=known, language="ru").answers[field] == SLOGANS[1]
    assert job(key, parts=known, language="ur").answers[field] == SLOGANS[2]


@pytest.mark.parametrize(
    ("words", "language", "fits"),
    [
        ("Not one sacked", "de", True),
        ("Not one sacked", "ru", False),
        ("Ни одного", "kk", True),
        ("Ни одного", "el", False),
        ("312", "ru", True),
        ("OZEN: свобода", "ru", True),
    ],
)
def test_letters_are_those_of_the_language(words: str, language: str, fits: bool) -> None:
    assert is_in_letters_of(words, language) is fits


@pytest.mark.parametrize(("key", "field"), [("placard", "slogan"), ("poster", "headline"), ("petition-sheet", "title")])
def test_a_slogan_in_other_letters_is_told_by_name(key: str, field: str) -> None:
    known = parts(campaign=campaign(slogans=SLOGANS[:1]))
    told = {language: draw(sheet_kinds()[key], job(key, parts=known, language=language)).notes for language in ("en", "he")}
    assert field not in {note.field for note in told["en"] if "letters of this" in note.sentence}
    assert [(note.field, note.level) for note in told["he"] if "letters of this" in note.sentence] == [(field, "look")]

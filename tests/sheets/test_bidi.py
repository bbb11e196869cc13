"""Reading directions follow UAX #9, measured by Unicode's own cases."""

from __future__ import annotations

from organizer.sheets.typesetting import bidi
from tests.sheets.conformance import SLICES, character_cases, class_cases


def test_character_cases_of_unicode_pass() -> None:
    cases = list(character_cases(SLICES / "BidiCharacterTest-slice.txt"))
    assert len(cases) > 1500
    assert [case.name for case in cases if not case.passes()] == []


def test_class_cases_of_unicode_pass() -> None:
    cases = list(class_cases(SLICES / "BidiTest-slice.txt"))
    assert len(cases) > 2000
    assert [case.name for case in cases if not case.passes()] == []


def test_a_wrong_level_is_noticed() -> None:
    case = next(c for c in character_cases(SLICES / "BidiCharacterTest-slice.txt") if 1 in c.found.levels)
    spoilt = case._replace(found=bidi.Levels([0] * len(case.found.levels), 0))
    assert not spoilt.passes()


def test_brackets_that_are_canonically_the_same_pair_up() -> None:
    assert bidi.levels("a \u2329b.1\u3009", "rtl").levels == [2] * 7


def test_a_thousand_open_brackets_and_isolates_are_survived() -> None:
    text = "([{" * 400 + "\u2067" * 400 + "א" + "\u202b" * 400
    assert len(bidi.levels(text, "auto").levels) == len(text)

"""What a command says reaches a terminal as plain words."""

import pytest

from organizer import i18n
from organizer.cli.outcome import printable


@pytest.mark.parametrize("mark", ["\u200e", "\u200f", "\u061c", "\u2066", "\u2067", "\u2068", "\u2069", "\u202e", "\ufeff"])
def test_marks_of_direction_are_left_out(mark: str) -> None:
    assert printable(f"17{mark}:00") == "17:00"


def test_isolated_words_are_said_as_they_are() -> None:
    assert printable(f"Call {i18n.isolate('+49 30 123')} or {i18n.isolate_unknown('مكتب')}.") == "Call +49 30 123 or مكتب."


def test_thin_spaces_are_spaces_and_what_steers_a_terminal_is_a_question_mark() -> None:
    assert printable("53\u202f% of 1\u00a0200") == "53 % of 1 200"
    assert printable("red\x1b[31m\r\n\x07") == "red?[31m???"

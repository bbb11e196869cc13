"""The small Markdown: bold, italics and lists are read, every other sign stands as it was typed, and nothing is lost."""

from __future__ import annotations

import random
import re

import pytest

from organizer.sheets.small_markdown import BULLET, marked, passages
from organizer.sheets.typesetting.runs import LINE_BREAK, Run

LITERAL = (
    "<b>x</b> <img src=/etc/passwd>",
    "[a](https://example.org) ![b](c)",
    "# not a heading",
    "> not a quotation",
    "`code` &amp; &lt;",
    "Name: ____________  _so_ __so__",
    "2 * 3 * 4 and a lone *",
    "---",
    "http://example.org/a_b_c",
    "+ 49 30 123456",
)
SIGNS = "*-+1.) \n\nab_`<>[]\\#&;\té—\u2028اא"


def shown(source: str) -> list[tuple[str, str, int]]:
    """Each passage as its marker, its words and its depth."""
    return [(found.marker, "".join(run.text for run in found.runs), found.depth) for found in passages(source)]


def test_two_stars_are_bold_and_one_is_italic() -> None:
    assert marked("a **b c** d *e* f") == (Run("a "), Run("b c", strong=True), Run(" d "), Run("e", emphasis=True), Run(" f"))
    (found,) = passages("a **b *c***")
    assert found.runs == (Run("a "), Run("b ", strong=True), Run("c", strong=True, emphasis=True))


@pytest.mark.parametrize("source", LITERAL)
def test_every_other_sign_is_literal(source: str) -> None:
    assert shown(source) == [("", source, 0)]
    assert [words for _marker, words, _depth in shown(f"**x**\n\n{source}")][1:] == [source]


def test_an_empty_line_begins_a_paragraph_and_a_line_end_stays_a_line_end() -> None:
    assert shown("one\ntwo\r\n\r\nthree") == [("", f"one{LINE_BREAK}two", 0), ("", "three", 0)]


def test_dashes_and_numbers_make_lists_that_hold_paragraphs_and_lists() -> None:
    found = shown("Bring:\n- banners\n- **friends**\n\n  many of them\n  1. one\n  2. two\n\nSee you there")
    assert found == [
        ("", "Bring:", 0),
        (BULLET, "banners", 1),
        (BULLET, "friends", 1),
        ("", "many of them", 1),
        ("1.", "one", 2),
        ("2.", "two", 2),
        ("", "See you there", 0),
    ]
    assert [passage.item for passage in passages("- a\n- b\n\nc\n\n- d")] == [(1, 1), (1, 2), (0, 0), (2, 3)]


def test_numbers_are_those_that_were_typed() -> None:
    assert shown("3. three\n7. seven") == [("3.", "three", 1), ("7.", "seven", 1)]


@pytest.mark.parametrize("source", ["16. Dezember 2011", "2011. évben történt"])
def test_a_sentence_that_begins_with_a_date_is_no_list(source: str) -> None:
    assert shown(f"{source}: *so*") == [("", f"{source}: so", 0)]


def test_lists_in_lists_without_end_are_text() -> None:
    source = "- " * 300 + "deep"
    assert shown(source) == [("", source, 0)]


def test_no_letter_of_any_text_is_lost() -> None:
    dice = random.Random(11)
    for _round in range(3_000):
        source = "".join(dice.choice(SIGNS) for _sign in range(dice.randint(1, 60)))
        kept = "".join(("-" if marker == BULLET else marker) + words for marker, words, _depth in shown(source))
        bare = re.compile(r"[\s*-]")
        assert bare.sub("", kept) == bare.sub("", source), repr(source)

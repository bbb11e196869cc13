"""What people type and keep in spreadsheets is read as they meant it, or refused with a sentence; never anything else."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from organizer.records.reading import (
    ReadingError,
    read_clock,
    read_count,
    read_country,
    read_day,
    read_headcount,
    read_money,
    read_yes_no,
)
from tests.records.languages import speaking

TODAY = date(2012, 12, 16)
READERS: list[Callable[[str], object]] = [
    lambda text: read_day(text, today=TODAY),
    lambda text: read_day(text, day_first=False, today=TODAY),
    read_clock,
    read_headcount,
    read_count,
    lambda text: read_money(text, "EUR"),
    read_money,
    read_yes_no,
    read_country,
]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("yes", True),
        ("JA", True),
        ("да", True),
        ("x", True),
        ("✓", True),
        ("ja, 14.12.2011", True),
        ("no", False),
        ("nein", False),
        ("Нет.", False),
        ("n", False),
    ],
)
def test_yes_and_no_are_read_in_many_languages(text: str, expected: bool) -> None:
    assert read_yes_no(text) is expected


def test_neither_yes_nor_no_is_refused() -> None:
    with pytest.raises(ReadingError, match=r"perhaps is neither yes nor no\. Write yes or no\."):
        read_yes_no("perhaps")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("gb", "GB"),
        ("UK", "GB"),
        ("England", "GB"),
        ("United Kingdom", "GB"),
        ("Großbritannien", "GB"),
        ("Великобритания", "GB"),
        ("KAZ", "KZ"),
        ("Kazakhstan", "KZ"),
        ("Kasachstan", "KZ"),
        ("Казахстан", "KZ"),
        ("the Netherlands", "NL"),
        ("U.S.A.", "US"),
        ("США", "US"),
        ("Turkey", "TR"),
        ("Türkiye", "TR"),
        ("Österreich", "AT"),
        ("Cote d'Ivoire", "CI"),
        ("Hong Kong", "HK"),
        ("Czech Republic", "CZ"),
    ],
)
def test_a_country_is_read_by_code_or_name(text: str, expected: str) -> None:
    assert read_country(text) == expected


def test_a_country_is_read_in_the_language_in_force() -> None:
    with speaking("tr"):
        assert read_country("Almanya") == "DE"
    with pytest.raises(ReadingError, match="Almanya is not a country that is known"):
        read_country("Almanya")


@pytest.mark.parametrize("reader", READERS)
def test_blank_text_is_no_value(reader: Callable[[str], object]) -> None:
    for blank in ("", "   ", "\t\n", "\u00a0", "\u200b", " " * 10_000):
        assert reader(blank) is None


@given(st.one_of(st.text(), st.text(alphabet="0123456789.,-/: '()+£€$ухabcdmpорекJanDecТ", max_size=30)))
def test_any_text_is_read_or_refused_with_a_sentence(text: str) -> None:
    for reader in READERS:
        try:
            reader(text)
        except ReadingError as refused:
            assert refused.sentence.endswith(".")
            assert len(refused.sentence) < 120
            assert "\n" not in refused.sentence


@pytest.mark.parametrize("piece", ["9", ",1", "a", "£", "1-", "дек ", "\ud800", "<b>", "' ", "12:", "\u0301"])
def test_long_text_is_refused_and_holds_up_nobody(piece: str) -> None:
    for length in (33, 99, 10_000):
        for reader in READERS:
            with pytest.raises(ReadingError):
                reader((piece * length)[:length] + "!")


def test_the_sentence_shows_long_and_strange_text_short_and_harmless() -> None:
    with pytest.raises(ReadingError) as refused:
        read_count("12\x00\u202e<b>" + "x" * 60)
    assert refused.value.sentence == "12 <b>" + "x" * 33 + "… is not a whole number."

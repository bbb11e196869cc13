"""The fixed words of the sheets: every language says everything, and dates stand as the language writes them."""

from __future__ import annotations

import string
import tomllib
from dataclasses import fields
from datetime import date, datetime, time
from typing import Any

import pytest

from organizer import paths
from organizer.sheets.words import (
    SheetWords,
    dateline,
    day_long,
    languages,
    moment,
    month,
    month_and_year,
    weekday_and_times,
    words,
)

SEVENTEEN = ("ar", "de", "el", "en", "es", "fa", "fr", "he", "hi", "it", "kk", "pl", "pt", "ru", "tr", "uk", "ur")
FOLDER = paths.resources() / "sheets" / "words"
# A month may stand as it stands alone; a place in the dateline as it is written.
OTHER_PLACES = {"month": [frozenset({"alone"})], "dateline_place": [frozenset({"place"})]}
JUNE = date(2026, 6, 12)


def read(language: str) -> dict[str, Any]:
    return tomllib.loads((FOLDER / f"{language}.toml").read_text(encoding="utf-8"))


def keys(language: str) -> list[tuple[str, str]]:
    return [(table, key) for table, said in read(language).items() for key in said]


def places(said: str) -> set[str]:
    return {place for _before, place, *_rest in string.Formatter().parse(said) if place}


def test_seventeen_languages_have_their_words() -> None:
    assert languages() == SEVENTEEN


@pytest.mark.parametrize("language", SEVENTEEN)
def test_a_language_has_every_key_in_the_same_table_and_order(language: str) -> None:
    assert keys(language) == keys("en")


def test_the_keys_of_the_files_are_the_attributes_that_sheets_ask_for() -> None:
    assert [key for _table, key in keys("en")] == [field.name for field in fields(SheetWords)]


@pytest.mark.parametrize("language", SEVENTEEN)
def test_no_word_is_empty_and_places_in_braces_are_the_same_everywhere(language: str) -> None:
    english, said = read("en"), read(language)
    for table, key in keys("en"):
        assert said[table][key].strip(), f"{key} is empty in {language}"
        known = {frozenset(places(english[table][key])), *OTHER_PLACES.get(key, ())}
        assert frozenset(places(said[table][key])) in known, f"{key} in {language}"


def test_the_words_of_a_language_serve_its_countries_and_english_serves_the_rest() -> None:
    assert words("pt_BR") is words("pt-PT") is words("pt")
    assert words("ar-LB").press_release == "بيان صحفي"
    assert words("mn") is words("en")


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("en", "12 June 2026"),
        ("de", "12. Juni 2026"),
        ("es", "12 de junio de 2026"),
        ("pt", "12 de junho de 2026"),
        ("kk", "2026 жылғы 12 маусым"),
        ("he", "12 ביוני 2026"),
        ("fa", "۱۲ ژوئن ۲۰۲۶"),
    ],
)
def test_a_day_is_written_as_the_language_writes_it(language: str, written: str) -> None:
    assert day_long(JUNE, language) == written


def test_the_first_of_a_month_is_an_ordinal_where_the_language_wants_it() -> None:
    assert day_long(date(2026, 6, 1), "fr") == "1er juin 2026"
    assert day_long(date(2026, 6, 11), "fr") == "11 juin 2026"


@pytest.mark.parametrize(
    ("language", "with_day", "alone"), [("ru", "июня", "июнь"), ("pl", "czerwca", "czerwiec"), ("el", "Ιουνίου", "Ιούνιος")]
)
def test_a_month_without_its_day_stands_in_the_nominative(language: str, with_day: str, alone: str) -> None:
    assert month(JUNE, language) == with_day
    assert month_and_year(JUNE, language) == (alone, "2026")


def test_looking_up_one_language_leaves_the_months_of_the_next_alone() -> None:
    assert [month_and_year(JUNE, language)[0] for language in ("he", "it", "pt", "hi", "tr", "ur")] == [
        "יוני",
        "giugno",
        "junho",
        "जून",
        "Haziran",
        "جون",
    ]


def test_times_and_digits_follow_the_language() -> None:
    assert weekday_and_times(JUNE, time(17), time(19, 30), "en") == "Friday, 17:00–19:30"
    assert weekday_and_times(JUNE, time(17), time(19, 30), "fa") == "جمعه، از ۱۷:۰۰ تا ۱۹:۳۰"
    assert weekday_and_times(None, time(17), None, "ru") == "17:00"
    assert moment(datetime(2026, 6, 12, 0, 1), "BST", "en") == "00:01 BST, Friday 12 June 2026"
    assert moment(datetime(2026, 6, 12, 0, 1), "", "tr") == "00:01, 12 Haziran 2026 Cuma"


def test_the_tile_of_a_day_shows_the_month_as_it_stands_under_a_number() -> None:
    may = date(2012, 5, 1)
    assert [month(may, language) for language in ("en", "ru", "he", "fa")] == ["May", "мая", "במאי", "مه"]


def test_a_dateline_has_capitals_where_the_trade_wants_them() -> None:
    assert dateline("London", JUNE, "en-GB") == "LONDON, 12 June 2026"
    assert dateline("Αθήνα", JUNE, "el") == "Αθήνα, 12 Ιουνίου 2026"
    assert dateline("", None, "en") == ""

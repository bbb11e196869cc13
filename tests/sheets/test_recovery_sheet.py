"""The recovery sheet: every word can be read back with its number, in every language, and nothing says whose file it is."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

import pypdfium2
import pytest

from organizer import i18n
from organizer.sheets.recovery_sheet import RecoverySheet, recovery_sheet
from organizer.store.key import Key
from organizer.store.recovery import key_of, mark, one_sheet, part_of, three_sheets, word_list
from tests.sheets.reading import faults, opened

KEY = Key(bytes(range(32)), bytes(range(16)))
DAY = date(2026, 11, 22)


@pytest.fixture(autouse=True)
def english_again() -> Iterator[None]:
    yield
    i18n.set_language("en")


def words_on(pdf: bytes) -> list[str]:
    """What stands behind the numbers 1, 2, 3 … up to the last."""
    pieces = pypdfium2.PdfDocument(pdf)[0].get_textpage().get_text_bounded().split()
    found: list[str] = []
    for number, word in pairwise(pieces):
        if number == str(len(found) + 1) and word in word_list():
            found.append(word)
    return found


@pytest.mark.parametrize("language", ["en", "de", "ru", "ar"])
@pytest.mark.parametrize("letter", [False, True])
def test_the_words_on_paper_give_the_key_back(language: str, letter: bool) -> None:
    i18n.set_language(language)
    sheet = recovery_sheet([RecoverySheet(one_sheet(KEY), mark(KEY), DAY)], language, letter=letter)
    assert sheet.pages == 1
    assert not sheet.stopped
    assert sheet.size_mm == ((215.9, 279.4) if letter else (210.0, 297.0))
    assert key_of([part_of(words_on(sheet.pdf))]) == KEY
    assert faults(sheet.pdf) == []


def test_each_of_three_says_which_it_is_and_that_it_opens_nothing_alone() -> None:
    for number, words in enumerate(three_sheets(KEY), start=1):
        sheet = recovery_sheet([RecoverySheet(words, mark(KEY), DAY, number)], "en")
        said = pypdfium2.PdfDocument(sheet.pdf)[0].get_textpage().get_text_bounded()
        assert f"Recovery sheet {number} of 3" in said
        assert "One alone" in " ".join(said.split())
        assert mark(KEY) in said
        assert tuple(words_on(sheet.pdf)) == words


def test_the_files_properties_tell_nobody_whose_it_is() -> None:
    sheet = recovery_sheet([RecoverySheet(one_sheet(KEY), mark(KEY), DAY)], "en")
    with opened(sheet.pdf) as found:
        said = {str(name): str(value) for name, value in found.docinfo.items()}
    assert said["/Title"] == said["/Subject"] == "Recovery sheet"
    assert said.get("/Author", "") == ""
    assert not set(" ".join(said.values()).split()) & set(one_sheet(KEY))

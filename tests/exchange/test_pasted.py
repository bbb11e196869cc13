"""Cells out of the clipboard come in whatever order and shape the spreadsheet had."""

from __future__ import annotations

import pytest

from organizer.exchange.pasted import read_pasted
from tests.exchange.sheets import LETTERS

COLUMNS = ("day", "organisation", "city", "target", "channel", "quantity", "copy")


def test_bare_cells_stay_in_their_order() -> None:
    pasted = read_pasted("15/08/2012\tDockers\r\n16/08/2012\tMiners\r\n", "letters", COLUMNS)
    assert not pasted.headed and pasted.rows == (("15/08/2012", "Dockers"), ("16/08/2012", "Miners"))


def test_headings_bring_columns_into_order_in_any_order() -> None:
    pasted = read_pasted("How many\tUnion\tDate\n3\tDockers\t15/08/2012", "letters", COLUMNS)
    assert pasted.headed and pasted.rows == (("15/08/2012", "Dockers", "", "", "", "3", ""),)


@pytest.mark.parametrize("mark", [",", ";"])
def test_a_sheet_saved_as_csv_and_copied_from_an_editor_is_taken_apart(mark: str) -> None:
    pasted = read_pasted(mark.join(("a", '"b, c; d"', "e")) + "\n" + mark.join("fgh"), "letters", COLUMNS)
    assert pasted.rows == (("a", "b, c; d", "e"), ("f", "g", "h"))


@pytest.mark.parametrize("text", ["Embassy, London", "Embassy, London\nEmbassy, Berlin", "one, two, three\nfour"])
def test_a_comma_in_a_cell_does_not_take_it_apart(text: str) -> None:
    assert [row for (row,) in read_pasted(text, "letters", COLUMNS).rows] == text.split("\n")


def test_a_lone_quotation_mark_swallows_no_rows() -> None:
    assert read_pasted('a\t"b\nc\td', "letters", COLUMNS).rows == (("a", '"b'), ("c", "d"))
    assert read_pasted('a,"b,c\nd,e,f', "letters", COLUMNS).rows == (("a", '"b', "c"), ("d", "e", "f"))


def test_a_cell_of_several_lines_becomes_one_line() -> None:
    assert read_pasted('a\t"b\nc"\nd\te', "letters", COLUMNS).rows == (("a", "b c"), ("d", "e"))


def test_a_country_is_said_with_the_city_only_where_it_must_be() -> None:
    pasted = read_pasted("City\tCountry\tUnion\nParis\tFR\tA\nParis\tUS\tB\nAtlantis\tXX\tC", "letters", COLUMNS)
    assert [row[2] for row in pasted.rows] == ["Paris", "Paris, US", "Atlantis"]


def test_columns_without_a_place_are_named_if_they_hold_something() -> None:
    pasted = read_pasted("Date\tUnion\tReply\tPhone\n15/08/2012\tA\tdenied\t", "letters", COLUMNS)
    assert pasted.left_out == ("Reply",)


def test_the_letter_book_is_read_as_it_is() -> None:
    pasted = read_pasted(LETTERS.read_text(encoding="utf-8"), "letters", COLUMNS)
    assert len(pasted.rows) == 1349 and pasted.left_out == ("on whose behalf (members)", "reply")
    assert sum(int(row[5]) for row in pasted.rows) == 3128


def test_what_cannot_be_kept_is_left_out_of_a_cell() -> None:
    assert read_pasted("a\x00b\tc\ud800d\t\u200fe", "letters", COLUMNS).rows == (("ab", "cd", "\u200fe"),)


@pytest.mark.parametrize("text", ["", "\n\n", "\t\t\n", "\x00", "   "])
def test_nothing_is_nothing(text: str) -> None:
    assert all(not "".join(row) for row in read_pasted(text, "letters", COLUMNS).rows)

"""Bytes become cells: encodings, delimiters, caps, and the mark before what looks like a formula."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from organizer.errors import UnreadableSheet
from organizer.exchange import tables
from organizer.exchange.tables import decode, guard, lines, read_text, unguard

RUSSIAN = "Дата;Время;Город\r\n17.12.2011;15:00;Москва\r\n"
GERMAN = "Datum;Ort;Bemerkung\r\n17.12.2011;Köln;Müßiggang, Übung\r\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1251"])
def test_russian_is_read_in_every_encoding_that_spreadsheet_programs_write(encoding: str) -> None:
    assert decode(RUSSIAN.encode(encoding), "sheet").endswith("Москва\r\n")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_german_is_read_in_every_encoding_that_spreadsheet_programs_write(encoding: str) -> None:
    assert "Köln;Müßiggang, Übung" in decode(GERMAN.encode(encoding), "sheet")


def test_a_row_knows_the_line_on_which_it_begins_even_behind_cells_of_several_lines() -> None:
    text = 'a,b\n"one\ntwo",x\n\n\nlast,y\n'
    assert [(line.number, line.cells) for line in lines(text, ",")] == [
        (1, ("a", "b")),
        (2, ("one\ntwo", "x")),
        (6, ("last", "y")),
    ]


@given(st.text())
def test_what_guard_does_unguard_undoes(cell: str) -> None:
    assert unguard(guard(cell)) == cell


@pytest.mark.parametrize("cell", ["=1+1", "+44 20", "-5.00", "@sum", "\tx", "\rx", "'=1+1"])
def test_nothing_that_a_spreadsheet_program_would_reckon_goes_out_bare(cell: str) -> None:
    assert guard(cell) == "'" + cell


@pytest.mark.parametrize("cell", ["", "plain", "'quoted'", "O'Sample", "5.00"])
def test_other_cells_go_out_as_they_are(cell: str) -> None:
    assert guard(cell) == cell


@pytest.mark.parametrize(
    "data",
    [b"", b" \r\n", b"a,b\x00c", b"\xff\xfea", "a\x00b".encode("utf-16")],
    ids=["empty", "blank", "binary", "half a character", "nul"],
)
def test_what_is_no_text_is_refused_in_two_sentences(data: bytes) -> None:
    with pytest.raises(UnreadableSheet) as refusal:
        decode(data, "sheet.csv")
    assert refusal.value.message.endswith(".") and refusal.value.hint.endswith(".")


def test_a_sheet_beyond_the_caps_is_refused_and_the_line_is_named() -> None:
    with pytest.raises(UnreadableSheet, match="Line 2 has more than 200 columns"):
        list(lines("a\nx" + "," * 200, ","))
    with pytest.raises(UnreadableSheet, match="line 2, column 1 has more than 32,000 characters"):
        list(lines("a\n" + "x" * 32_001, ","))
    with pytest.raises(UnreadableSheet, match="more than 100,000 rows"):
        list(lines("a\n" * 100_002, ","))
    assert len(list(lines("a\n" * 100_001, ","))) == tables.MOST_ROWS + 1


def test_a_quotation_mark_that_is_never_closed_is_told_with_its_line() -> None:
    with pytest.raises(UnreadableSheet, match="From line 2 on"):
        list(lines('a\n"' + "x" * 200_000, ","))
    with pytest.raises(UnreadableSheet, match="From line 3 on"):
        list(lines('a,b\nc,d\ne,"they said\nf,g\nh,i\n', ","))


@pytest.mark.parametrize("text", ['a,"b"', 'a,"b"\n', 'a,"b"\n\n', 'a,b"', 'a,"b"c', 'a,""""', "a,", "a\r", "a\r\n\r\n"])
def test_the_end_of_a_sheet_belongs_to_no_cell(text: str) -> None:
    assert "end" not in "".join(cell for line in lines(text, ",") for cell in line.cells)


def test_a_sheet_that_is_not_there_and_a_folder_are_told(tmp_path: Path) -> None:
    with pytest.raises(UnreadableSheet, match=r"There is no file “gone\.csv”"):
        read_text(tmp_path / "gone.csv")
    with pytest.raises(UnreadableSheet, match="is a folder"):
        read_text(tmp_path)

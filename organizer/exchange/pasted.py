"""Cells out of the clipboard, as spreadsheet programs put them there: under headings in any order, or bare."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from organizer.exchange.headings import Headings, Row, recognised
from organizer.exchange.tables import DELIMITERS, Line, lines
from organizer.records.gazetteer import place_named
from organizer.records.reading import ReadingError, read_country

_LOOKED_AT = 20
_FEWEST_HEADINGS = 2
_FEWEST_CELLS = 3
"""Of a text without tabs: "Embassy, London" is one cell, not two."""


@dataclass(frozen=True)
class Pasted:
    """`rows` of cells. `headed`: they stand in the order that was asked for; else as they were. `left_out` are headings."""

    rows: tuple[tuple[str, ...], ...]
    headed: bool = False
    left_out: tuple[str, ...] = ()


def read_pasted(text: str, kind: str, columns: Sequence[str]) -> Pasted:
    """The rows of a text. Where its first row has headings of this kind of sheet, they are brought into the order of `columns`.

    UnreadableSheet: it has more rows or columns than a sheet may have.
    """
    rows = [line for line in _cells(text, kind) if not line.is_blank()]
    head = recognised(kind, rows[0]) if len(rows) > 1 else Headings({}, 0, ())
    if len(head.columns) < _FEWEST_HEADINGS:
        return Pasted(tuple(tuple(plain_cell(cell) for cell in line.cells) for line in rows))
    below = [Row(line.number, line.cells, head, kind) for line in rows[1:]]
    in_order = tuple(tuple(_cell(row, column) for column in columns) for row in below)
    return Pasted(in_order, headed=True, left_out=tuple(_left_out(rows[0], head, below, columns)))


def _cells(text: str, kind: str) -> Iterator[Line]:
    mark = "\t" if "\t" in text else next((mark for mark in DELIMITERS if _is_divided(text, mark, kind)), "")
    return _divided(text, mark) if mark else (Line(place, (row,)) for place, row in enumerate(text.splitlines(), 1))


def _divided(text: str, mark: str) -> Iterator[Line]:
    # A lone quotation mark opens nothing: it would swallow the rows up to the next one.
    if text.count('"') % 2:
        return (Line(place, tuple(row.split(mark))) for place, row in enumerate(text.splitlines(), 1))
    return lines(text, mark)


def _is_divided(text: str, mark: str, kind: str) -> bool:
    first = [line for line in islice(_divided(text, mark), _LOOKED_AT) if not line.is_blank()]
    if not first or len(first[0].cells) < _FEWEST_CELLS:
        return False
    alike = {len(line.cells) for line in first} == {len(first[0].cells)}
    return alike or len(recognised(kind, first[0]).columns) >= _FEWEST_CELLS


def _cell(row: Row, column: str) -> str:
    words = plain_cell(row.text(column))
    if column != "city" or not words:
        return words
    country = row.text("country")
    return f"{words}, {country}" if country and _is_elsewhere(words, country) else words


def _is_elsewhere(city: str, country: str) -> bool:
    """Whether the country has to be said for the city to be found: Paris in Texas."""
    try:
        code = read_country(country)
    except ReadingError:
        return False
    usual = place_named(city)
    return usual is not None and usual.country != code


def plain_cell(text: str) -> str:
    """A text as it may stand in a cell and be kept: one line, without blanks at its ends, NUL and halves of characters."""
    whole = text if text.isascii() else text.encode("utf-8", "ignore").decode()
    return " ".join(whole.replace("\x00", "").split())


def _left_out(first: Line, head: Headings, below: Sequence[Row], columns: Sequence[str]) -> Iterator[str]:
    """The headings of columns that hold something and have no place in what was asked for."""
    taken = {head.columns[column] for column in (*columns, "country") if column in head.columns}
    filled = {position for row in below for position, cell in enumerate(row.cells) if cell.strip()}
    return (plain_cell(cell) for position, cell in enumerate(first.cells) if cell.strip() and position in filled - taken)

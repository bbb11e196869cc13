"""Pasting: where the cells of the clipboard go."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from organizer.actions.letter_cells import FIELDS
from organizer.actions.letter_rows import TypedRow
from organizer.exchange.pasted import read_pasted

_SHEET_FIELDS = tuple("copy" if field == "evidence" else field for field in FIELDS)


@dataclass(frozen=True)
class Landing:
    """The rows after pasting, the cell where it began, how many rows came, and the headings that have no place here."""

    rows: tuple[TypedRow, ...]
    row: int
    column: int
    count: int
    left_out: tuple[str, ...] = ()


def paste(text: str, rows: Sequence[TypedRow], row: int, column: int) -> Landing:
    """Rows under headings are added at the end; bare cells go over those that are there, from the current one on.

    Bare rows too wide for where they begin, but not for the grid, begin at its first column. UnreadableSheet.
    """
    pasted = read_pasted(text, "letters", _SHEET_FIELDS)
    if pasted.headed:
        added = tuple(TypedRow(cells) for cells in pasted.rows)
        return Landing((*rows, *added), len(rows), 0, len(added), pasted.left_out)
    widest = max((len(cells) for cells in pasted.rows), default=0)
    if column + widest > len(FIELDS):
        column = 0
    after = list(rows)
    after.extend([TypedRow()] * (row + len(pasted.rows) - len(after)))
    for place, cells in enumerate(pasted.rows, start=row):
        fitting = cells[: len(FIELDS) - column]
        old = after[place].cells
        after[place] = TypedRow((*old[:column], *fitting, *old[column + len(fitting) :]))
    return Landing(tuple(after), row, column, len(pasted.rows))

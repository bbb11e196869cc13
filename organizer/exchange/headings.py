"""Which column of a sheet is what: headings and codes recognised by the words of each kind."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from organizer.errors import UnreadableSheet
from organizer.exchange.tables import Line, Reading
from organizer.i18n import _
from organizer.records.gazetteer_file import fold_name
from organizer.records.reading_words import words

_LINES_BEFORE_HEADINGS = 20
_KINDS = ("pickets", "letters", "donations", "organisations", "people", "targets")
_CLEARLY_MORE = 2
_LONGEST_HEADING = 200


@dataclass(frozen=True)
class Headings:
    """Where each kept thing stands: `columns` maps its name to the position of its cell."""

    columns: Mapping[str, int]
    width: int
    left_out: tuple[str, ...]


class Unread(NamedTuple):
    """A part of a file that could not be made a row: the line on which it begins, what is wrong with it and what to do."""

    line: int
    reason: str
    hint: str


@dataclass(frozen=True)
class Row:
    """One row of a sheet, asked by the names of the things that are kept. Cells are free of blanks at both ends."""

    number: int
    cells: tuple[str, ...]
    headings: Headings
    kind: str

    def text(self, field: str) -> str:
        position = self.headings.columns.get(field)
        return " ".join(self.cells[position].split()) if position is not None and position < len(self.cells) else ""

    def long_text(self, field: str) -> str:
        """The cell with its lines kept apart."""
        position = self.headings.columns.get(field)
        return self.cells[position].strip() if position is not None and position < len(self.cells) else ""

    def has_too_many_cells(self) -> bool:
        return any(cell.strip() for cell in self.cells[self.headings.width :])


def rows_of(kind: str, readings: Sequence[Reading]) -> tuple[Headings, list[Row]]:
    """The rows below the headings, in the reading that finds most of them.

    UnreadableSheet: there are no headings of this kind, or nothing below them.
    """
    first, reading = max(((_first(each), each) for each in readings), key=lambda pair: len(_top(kind, pair[0])[1].columns))
    headings_line, headings = _top(kind, first)
    if not _has_all_it_needs(kind, headings):
        if len(readings) == 1:
            _refuse_unreadable(reading)
        raise UnreadableSheet(
            _("The sheet has no headings for {kind}.").format(kind=kind_words(kind)),
            _("Its first line names the columns, as in: {headings}.").format(headings=usual_headings(kind)),
        )
    _refuse_another_kind(kind, first, len(headings.columns))
    below = [Row(line.number, line.cells, headings, kind) for line in reading() if line.number > headings_line]
    if not below:
        raise UnreadableSheet(
            _("The sheet has headings and no row below them."), _("Look whether you chose the right file, and save it anew.")
        )
    return headings, below


def has_headings(kind: str, reading: Reading) -> bool:
    """Whether the headings of this kind are there."""
    return _has_all_it_needs(kind, _top(kind, _first(reading))[1])


def likely_kind(readings: Sequence[Reading]) -> str:
    """The kind of sheet whose headings these are, by how many of its columns are there; empty when they are nobody's."""
    found: dict[str, int] = {}
    firsts = [_first(each) for each in readings]
    for kind in _KINDS:
        headings = max((_top(kind, first)[1] for first in firsts), key=lambda top: len(top.columns))
        if _has_all_it_needs(kind, headings):
            found[kind] = len(headings.columns)
    return max(found, key=lambda kind: found[kind], default="")


def _first(reading: Reading) -> list[Line]:
    """The lines among which headings are looked for."""
    return list(islice(_readable(reading()), _LINES_BEFORE_HEADINGS))


def _top(kind: str, first: Iterable[Line]) -> tuple[int, Headings]:
    """The number of the line that looks most like headings, and what it says."""
    known = [(line.number, recognised(kind, line)) for line in first]
    return max(known, key=lambda pair: len(pair[1].columns), default=(0, Headings({}, 0, ())))


def _refuse_unreadable(reading: Reading) -> None:
    """UnreadableSheet: the only way to read a file ends among the first lines, and says why."""
    for _line in islice(reading(), _LINES_BEFORE_HEADINGS):
        pass


def _readable(found: Iterable[Line]) -> Iterable[Line]:
    """Lines up to the first that cannot be read: with a wrong delimiter that proves nothing yet."""
    try:
        yield from found
    except UnreadableSheet:
        return


def recognised(kind: str, line: Line) -> Headings:
    """Which of its cells are headings of a kind of sheet."""
    places: dict[str, int] = {}
    for place, cell in enumerate(line.cells):
        places.setdefault(_folded(cell), place)
    columns: dict[str, int] = {}
    for field, synonyms in _synonyms(kind).items():
        found = (places[key] for key in synonyms if key in places and places[key] not in columns.values())
        position = next(found, None)
        if position is not None:
            columns[field] = position
    left_out = tuple(
        cell.strip() for position, cell in enumerate(line.cells) if position not in columns.values() and cell.strip()
    )
    return Headings(columns, len(line.cells), left_out)


@lru_cache(maxsize=4096)
def _folded(cell: str) -> str:
    """A cell as headings are compared; a long one is none."""
    return fold_name(cell) if len(cell) <= _LONGEST_HEADING else cell


@lru_cache
def _synonyms(kind: str) -> Mapping[str, tuple[str, ...]]:
    """The headings of each column of a kind, as they are compared."""
    return {field: tuple(map(fold_name, synonyms)) for field, synonyms in words()[kind]["columns"].items()}


def _refuse_another_kind(kind: str, first: Sequence[Line], recognised: int) -> None:
    """A letter book has days and cities, but it is no list of pickets. Organisations may be taken out of any sheet."""
    if kind == "organisations":
        return
    for other in _KINDS:
        headings = _top(other, first)[1]
        if len(headings.columns) > recognised + _CLEARLY_MORE and _has_all_it_needs(other, headings):
            raise another_kind(kind, other)


def another_kind(kind: str, other: str) -> UnreadableSheet:
    """The refusal to read a list of one kind as a list of another."""
    return UnreadableSheet(
        _("This looks like a sheet of {other}, not of {kind}.").format(other=kind_words(other), kind=kind_words(kind)),
        _("Bring it in as {other}, or look whether you chose the right file.").format(other=kind_words(other)),
    )


def _has_all_it_needs(kind: str, headings: Headings) -> bool:
    table = words()[kind]
    enough = any if table.get("needs_any") else all
    return enough(field in headings.columns for field in table["needs"])


def kind_words(kind: str) -> str:
    """The kind of sheet in the language in force."""
    return {
        "pickets": _("pickets"),
        "letters": _("letters"),
        "donations": _("donations"),
        "organisations": _("organisations"),
        "people": _("people"),
        "targets": _("targets"),
    }[kind]


def usual_headings(kind: str) -> str:
    """The headings that a sheet of this kind may have, separated by commas."""
    return ", ".join(synonyms[0] for field, synonyms in words()[kind]["columns"].items() if field != "uid")

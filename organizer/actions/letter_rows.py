"""Rows of a letter book as typed or pasted: what they come to, which want a look, and which are ready to be logged.

An empty day or target takes that of the row above, an empty city that of the organisation, an empty way or evidence what
was chosen for all; without a number a row is one letter. An organisation is never taken from above: it is written.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, TypeVar

from organizer.actions import letter_cells as cells
from organizer.actions.letter_cells import CHANNEL, CITY, DAY, EVIDENCE, FIELDS, ORGANISATION, QUANTITY, TARGET, CellError, Fault
from organizer.actions.letter_names import NameBook, Named, Town
from organizer.i18n import _, number
from organizer.records.base import LONGEST_LINE
from organizer.records.reading import Day
from organizer.records.reading_text import shown
from organizer.records.values import Channel, Evidence, day_words

T = TypeVar("T")
LEFT_OUT, COUNTED = "left_out", "counted"
_NAMES = (ORGANISATION, CITY, TARGET)
BY_NUMBER = "by_number"
"""The evidence of cells that say nothing: reported, or estimated from five letters on."""


@dataclass(frozen=True)
class TypedRow:
    """The text of each of FIELDS, and what was decided of the row: "", LEFT_OUT or COUNTED."""

    cells: tuple[str, ...] = ("",) * len(FIELDS)
    decision: str = ""

    def is_blank(self) -> bool:
        return not any(self.cells)

    def written(self, column: int, text: str) -> TypedRow:
        """The row with another text in one cell. What was decided of it before no longer holds."""
        return TypedRow((*self.cells[:column], text, *self.cells[column + 1 :]))


@dataclass(frozen=True)
class Defaults:
    """What cells that say nothing take, and the campaign and tone of all rows."""

    channel: str = "email"
    evidence: str = BY_NUMBER
    tone: str = "protest"


@dataclass(frozen=True)
class Above:
    """What a row may take from those above it. None: there is nothing; a Fault: it cannot be read there."""

    day: Day | Fault | None = None
    target: Named | Fault | None = None


@dataclass(frozen=True)
class ReadRow:
    """One row with its meaning. `shown` are the words of its cells, `taken` the columns whose words nobody typed."""

    shown: tuple[str, ...] = ("",) * len(FIELDS)
    taken: frozenset[int] = frozenset()
    day: Day | None = None
    organisation: Named | None = None
    town: Town | None = None
    target: Named | None = None
    channel: str = ""
    quantity: int = 0
    evidence: str = ""
    faults: tuple[Fault, ...] = ()
    waits: bool = False
    below: Above = Above()

    @cached_property
    def key(self) -> tuple[object, ...]:
        """Rows with equal keys say the same thing."""
        town, sender, target = self.town, self.organisation, self.target
        day = self.day.day if self.day else None
        to = target.key if target else ""
        return (day, sender.key if sender else "", town.key if town else "", to, self.channel, self.quantity)


class RowReader:
    """Reads rows against what the file knows; remembers what it has read, so that a sheet read again costs little."""

    def __init__(self, book: NameBook, defaults: Defaults, today: date) -> None:
        self._book, self._defaults, self._today = book, defaults, today
        self._rows: dict[tuple[tuple[str, ...], int, int], ReadRow] = {}
        self._cells: dict[tuple[object, ...], Any] = {}

    def row(self, typed: TypedRow, above: Above) -> ReadRow:
        # What stands above is told apart by identity: all of it is kept here, and comparing it would cost more than reading.
        key = (typed.cells, id(above.day), id(above.target))
        if key not in self._rows:
            self._rows[key] = self._read(typed.cells, above)
        return self._rows[key]

    def _once(self, read: Callable[..., T], *words: Any) -> T | Fault:
        """What a cell means: the same text is read but once, and what cannot be read is its Fault."""
        key = (read, *words)
        if key not in self._cells:
            try:
                self._cells[key] = read(*words)
            except CellError as error:
                self._cells[key] = error.fault
        found: T | Fault = self._cells[key]
        return found

    def _read(self, said: tuple[str, ...], above: Above) -> ReadRow:
        faults = [_too_long(column, len(said[column])) for column in _NAMES if len(said[column]) > LONGEST_LINE]
        day = self._day(said[DAY], above, faults)
        target = self._target(said[TARGET], above, faults)
        town, organisation = self._sender(said, faults)
        quantity = _sound(self._once(cells.quantity_of, said[QUANTITY]), faults) or 0
        channel = self._code(cells.channel_of, said[CHANNEL], self._defaults.channel, faults)
        evidence = self._code(cells.evidence_of, said[EVIDENCE], self._evidence(quantity), faults)
        meant = (
            self._once(_day_words, day) if day else "",
            "",
            town.name if town else "",
            self._book.call(target) if target and target.id and not said[TARGET] else "",
            _(Channel.WORDS[channel]) if channel else "",
            self._once(number, quantity) if quantity else "",
            _(Evidence.WORDS[evidence]) if evidence else "",
        )
        return ReadRow(
            shown=tuple(_words(column, text, str(meant[column])) for column, text in enumerate(said)),
            taken=_TAKEN[tuple(map(bool, said))],
            day=day,
            organisation=organisation,
            town=town,
            target=target,
            channel=channel,
            quantity=quantity,
            evidence=evidence,
            faults=tuple(sorted(faults, key=lambda fault: fault.column)) if faults else (),
            waits=(not said[DAY] and isinstance(above.day, Fault)) or (not said[TARGET] and isinstance(above.target, Fault)),
            below=Above(day or _first(faults, DAY) or above.day, target or _first(faults, TARGET) or above.target),
        )

    def _day(self, text: str, above: Above, faults: list[Fault]) -> Day | None:
        if text:
            return _sound(self._once(cells.day_of, text, self._today), faults)
        if above.day is None:
            faults.append(Fault(DAY, _("There is no day."), _("Type one; the month alone is enough.")))
        return above.day if isinstance(above.day, Day) else None

    def _target(self, text: str, above: Above, faults: list[Fault]) -> Named | None:
        if not text:
            if above.target is None:
                sentence = _("It is not said who the letters went to.")
                faults.append(Fault(TARGET, sentence, _("Name a target; the rows below take it from here.")))
            return above.target if isinstance(above.target, Named) else None
        found = _sound(self._once(self._book.target, text), faults)
        if found is None or not found.ways:
            return found
        sentence = _("Several targets are called “{name}”.").format(name=shown(text))
        faults.append(Fault(TARGET, sentence, _("Say which one is meant."), _ways(found)))
        return None

    def _sender(self, said: tuple[str, ...], faults: list[Fault]) -> tuple[Town | None, Named | None]:
        town = _sound(self._once(self._book.town, said[CITY]), faults) if said[CITY] else None
        if not said[ORGANISATION]:
            faults.append(Fault(ORGANISATION, _("No organisation is named."), _("Type who wrote the letters.")))
            return town, None
        found = _sound(self._once(self._book.organisation, said[ORGANISATION], town), faults)
        if found is None or not found.ways:
            return town or (found.town if found else None), found
        sentence = _("Several organisations are called “{name}”.").format(name=shown(said[ORGANISATION]))
        faults.append(Fault(CITY, sentence, _("Say in which city."), _ways(found)))
        return town, None

    def _code(self, read: Callable[[str], str], text: str, otherwise: str, faults: list[Fault]) -> str:
        return (_sound(self._once(read, text), faults) or "") if text else otherwise

    def _evidence(self, quantity: int) -> str:
        chosen = self._defaults.evidence
        return Evidence.without_copy(quantity) if chosen == BY_NUMBER else chosen


def _too_long(column: int, length: int) -> Fault:
    sentence = _("This name has {length} characters.").format(length=number(length))
    return Fault(column, sentence, _("Shorten it to {longest}.").format(longest=number(LONGEST_LINE)))


def _sound(meant: T | Fault, faults: list[Fault]) -> T | None:
    """What a cell means; a fault is noted."""
    if isinstance(meant, Fault):
        faults.append(meant)
        return None
    return meant


def _day_words(day: Day) -> str:
    return day_words(*day)


class _Taken(dict[tuple[bool, ...], frozenset[int]]):
    """By which cells of a row say something: the columns of the others."""

    def __missing__(self, said: tuple[bool, ...]) -> frozenset[int]:
        self[said] = frozenset(column for column, something in enumerate(said) if not something)
        return self[said]


_TAKEN = _Taken()


def _first(faults: Iterable[Fault], column: int) -> Fault | None:
    return next((fault for fault in faults if fault.column == column), None)


def _ways(named: Named) -> tuple[cells.Way, ...]:
    return tuple(cells.Way(words, words) for words in named.ways)


def _words(column: int, text: str, meant: str) -> str:
    """Days, numbers and codes as they are always written; names as they were typed."""
    return text if text and column in _NAMES else meant or text

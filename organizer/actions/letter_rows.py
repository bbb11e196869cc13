"""Rows of a letter book as typed or pasted: what they come to, which want a look, and which are ready to be logged.

An empty day or target takes that of the row above, an empty city that of the organisation, an empty way or evidence what
was chosen for all; without a number a row is one letter. An organisation is never taken from above: it is written.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from organizer.actions import letter_cells as cells
from organizer.actions.letter_cells import CHANNEL, CITY, DAY, EVIDENCE, FIELDS, ORGANISATION, QUANTITY, TARGET, CellError, Fault
from organizer.actions.letter_names import NameBook, Named, Town
from organizer.i18n import _, number
from organizer.records.reading import Day
from organizer.records.values import Channel, Evidence, day_words

LEFT_OUT, COUNTED = "left_out", "counted"
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
        self._days: dict[str, Day | Fault] = {}
        self._towns: dict[str, Town] = {}
        self._targets: dict[str, Named] = {}

    def row(self, typed: TypedRow, above: Above) -> ReadRow:
        # What stands above is told apart by identity: all of it is kept here, and comparing it would cost more than reading.
        key = (typed.cells, id(above.day), id(above.target))
        if key not in self._rows:
            self._rows[key] = self._read(typed.cells, above)
        return self._rows[key]

    def _read(self, said: tuple[str, ...], above: Above) -> ReadRow:
        faults: list[Fault] = []
        day, waits_for_day = self._day(said[DAY], above, faults)
        target, waits_for_target = self._target(said[TARGET], above, faults)
        town, organisation = self._sender(said, faults)
        quantity = self._number(said[QUANTITY], faults)
        channel = _or(faults, cells.channel_of, said[CHANNEL], self._defaults.channel)
        evidence = _or(faults, cells.evidence_of, said[EVIDENCE], self._evidence(quantity))
        meant = {
            DAY: day_words(*day) if day else "",
            CITY: town.name if town else "",
            TARGET: self._book.call(target) if target and target.id else "",
            CHANNEL: _(Channel.WORDS[channel]) if channel else "",
            QUANTITY: number(quantity) if quantity else "",
            EVIDENCE: _(Evidence.WORDS[evidence]) if evidence else "",
        }
        below = Above(day or _first(faults, DAY) or above.day, target or _first(faults, TARGET) or above.target)
        return ReadRow(
            shown=tuple(_words(column, text, meant) for column, text in enumerate(said)),
            taken=frozenset(column for column, text in enumerate(said) if not text),
            day=day,
            organisation=organisation,
            town=town,
            target=target,
            channel=channel,
            quantity=quantity,
            evidence=evidence,
            faults=tuple(sorted(faults, key=lambda fault: fault.column)),
            waits=waits_for_day or waits_for_target,
            below=below,
        )

    def _day(self, text: str, above: Above, faults: list[Fault]) -> tuple[Day | None, bool]:
        if not text:
            if above.day is None:
                faults.append(Fault(DAY, _("There is no day."), _("Type one; the month alone is enough.")))
            return (above.day, False) if isinstance(above.day, Day) else (None, isinstance(above.day, Fault))
        if text not in self._days:
            try:
                self._days[text] = cells.day_of(text, self._today)
            except CellError as error:
                self._days[text] = error.fault
        found = self._days[text]
        if isinstance(found, Fault):
            faults.append(found)
            return None, False
        return found, False

    def _target(self, text: str, above: Above, faults: list[Fault]) -> tuple[Named | None, bool]:
        if not text:
            if above.target is None:
                sentence = _("It is not said who the letters went to.")
                faults.append(Fault(TARGET, sentence, _("Name a target; the rows below take it from here.")))
            return (above.target, False) if isinstance(above.target, Named) else (None, isinstance(above.target, Fault))
        if text not in self._targets:
            self._targets[text] = self._book.target(text)
        found = self._targets[text]
        if found.ways:
            sentence = _("Several targets are called “{name}”.").format(name=text)
            faults.append(Fault(TARGET, sentence, _("Say which one is meant."), _ways(found)))
            return None, False
        return found, False

    def _sender(self, said: tuple[str, ...], faults: list[Fault]) -> tuple[Town | None, Named | None]:
        town = self._town(said[CITY])
        if not said[ORGANISATION]:
            faults.append(Fault(ORGANISATION, _("No organisation is named."), _("Type who wrote the letters.")))
            return town, None
        found = self._book.organisation(said[ORGANISATION], town)
        if found.ways:
            sentence = _("Several organisations are called “{name}”.").format(name=said[ORGANISATION])
            faults.append(Fault(CITY, sentence, _("Say in which city."), _ways(found)))
            return town, None
        return town or found.town, found

    def _town(self, text: str) -> Town | None:
        if not text:
            return None
        if text not in self._towns:
            self._towns[text] = self._book.town(text)
        return self._towns[text]

    def _number(self, text: str, faults: list[Fault]) -> int:
        try:
            return cells.quantity_of(text)
        except CellError as error:
            faults.append(error.fault)
            return 0

    def _evidence(self, quantity: int) -> str:
        chosen = self._defaults.evidence
        return Evidence.without_copy(quantity) if chosen == BY_NUMBER else chosen


def _or(faults: list[Fault], read: Callable[[str], str], text: str, otherwise: str) -> str:
    if not text:
        return otherwise
    try:
        return read(text)
    except CellError as error:
        faults.append(error.fault)
        return ""


def _first(faults: Iterable[Fault], column: int) -> Fault | None:
    return next((fault for fault in faults if fault.column == column), None)


def _ways(named: Named) -> tuple[cells.Way, ...]:
    return tuple(cells.Way(words, words) for words in named.ways)


def _words(column: int, text: str, meant: dict[int, str]) -> str:
    """Days, numbers and codes as they are always written; names as they were typed."""
    named = column in (ORGANISATION, CITY, TARGET)
    return text if text and named else meant.get(column, "") or text

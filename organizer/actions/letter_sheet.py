"""A whole sheet of letter rows: which are ready and what they sum up to, which repeat others, and what wants a look."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import Select, func, select

from organizer.actions.letter_cells import CITY, ORGANISATION, TARGET, Fault
from organizer.actions.letter_names import Named, Town
from organizer.actions.letter_rows import COUNTED, LEFT_OUT, Above, ReadRow, RowReader, TypedRow
from organizer.i18n import _, number
from organizer.records.letter import Letter

BLANK, READY, FAULTY, WAITING, REPEAT, KNOWN, PASSED = "blank", "ready", "faulty", "waiting", "repeat", "known", "passed"
"""What becomes of a row. WAITING: it takes something from a row above that cannot be read. PASSED: it was left out."""
NEW = "new"
"""A look at a name that the file does not know yet. It keeps no row from being logged."""
FileKey = tuple[date | None, int, int, int, str, int]
"""Day, organisation, city, target, way and number of one entry in the file, by ids."""


@dataclass(frozen=True)
class Look:
    """One thing to look at: FAULTY, REPEAT, KNOWN or NEW. Rows count from 0; `other` is the row that this one repeats."""

    kind: str
    row: int
    column: int
    fault: Fault | None = None
    other: int = -1
    name: str = ""
    in_capitals: bool = False

    def title(self) -> str:
        row = number(self.row + 1)
        if self.fault is not None:
            return _("Row {row}: {what}").format(row=row, what=self.fault.sentence.rstrip("."))
        if self.kind == REPEAT:
            return _("Row {row} repeats row {other}").format(row=row, other=number(self.other + 1))
        if self.kind == KNOWN:
            return _("Row {row} is in the letter book already").format(row=row)
        news = {
            ORGANISATION: _("Row {row}: new organisation"),
            TARGET: _("Row {row}: new target"),
            CITY: _("Row {row}: new place"),
        }
        return news[self.column].format(row=row)

    def detail(self) -> str:
        if self.fault is not None:
            return self.fault.hint
        if self.kind == REPEAT and self.in_capitals:
            return _("Same organisation in capitals, same day, same target.")
        if self.kind in (REPEAT, KNOWN):
            return _("Same organisation, same day, same target, same number.")
        if self.column == CITY:
            return _("{name} is not in the gazetteer. It is kept without a position on the map.").format(name=self.name)
        return _("{name} is added with these letters.").format(name=self.name)


@dataclass
class ReadSheet:
    """`rows` and `states` stand side by side; `letters` is how many are ready, by evidence; `looks` in the order of rows."""

    rows: list[ReadRow] = field(default_factory=list)
    states: list[str] = field(default_factory=list)
    letters: dict[str, int] = field(default_factory=lambda: {"held": 0, "reported": 0, "estimated": 0})
    looks: list[Look] = field(default_factory=list)

    def ready(self) -> int:
        return self.states.count(READY)

    def total(self) -> int:
        return sum(self.letters.values())

    def begun(self) -> int:
        """How many rows are not blank."""
        return len(self.states) - self.states.count(BLANK)


_EMPTY = ReadRow()


def read_sheet(rows: Sequence[TypedRow], reader: RowReader, known: Collection[FileKey] = frozenset()) -> ReadSheet:
    """Read all rows in one pass. `known`: what the file's letter book has already, where that was asked."""
    sheet, above, news = ReadSheet(), Above(), _News()
    seen: dict[tuple[object, ...], int] = {}
    for place, typed in enumerate(rows):
        read = _EMPTY if typed.is_blank() else reader.row(typed, above)
        state, other = _state(typed, read, seen, known)
        sheet.rows.append(read)
        sheet.states.append(state)
        if state not in (BLANK, PASSED):
            above = read.below
        if state == READY:
            seen.setdefault(read.key, place)
            sheet.letters[read.evidence] += read.quantity
            sheet.looks.extend(news.of(place, read))
        elif state in (FAULTY, REPEAT, KNOWN):
            sheet.looks.append(_look(state, place, other, rows, read))
    return sheet


def _state(typed: TypedRow, read: ReadRow, seen: dict[tuple[object, ...], int], known: Collection[FileKey]) -> tuple[str, int]:
    """What becomes of a row, and the row that it repeats."""
    if read is _EMPTY:
        return BLANK, -1
    if typed.decision == LEFT_OUT:
        return PASSED, -1
    if read.faults:
        return FAULTY, -1
    if read.waits:
        return WAITING, -1
    if typed.decision != COUNTED:
        other = seen.get(read.key, -1)
        if other >= 0:
            return REPEAT, other
        if known and file_key(read) in known:
            return KNOWN, -1
    return READY, -1


def _look(state: str, place: int, other: int, rows: Sequence[TypedRow], read: ReadRow) -> Look:
    if state == FAULTY:
        return Look(state, place, read.faults[0].column, read.faults[0])
    words = rows[place].cells[ORGANISATION]
    in_capitals = other >= 0 and words.isupper() and not rows[other].cells[ORGANISATION].isupper()
    return Look(state, place, ORGANISATION, other=other, in_capitals=in_capitals)


class _News:
    """Names that are new to the file, each told once, in the row where it first stands."""

    def __init__(self) -> None:
        self._told: set[tuple[int, str]] = set()

    def of(self, place: int, read: ReadRow) -> Iterator[Look]:
        columns: tuple[tuple[int, Named | Town | None], ...] = (
            (ORGANISATION, read.organisation),
            (CITY, read.town),
            (TARGET, read.target),
        )
        for column, named in columns:
            if named is not None and _is_new(named) and (column, named.key) not in self._told:
                self._told.add((column, named.key))
                name = named.name if isinstance(named, Town) else named.words
                yield Look(NEW, place, column, name=name)


def _is_new(named: Named | Town) -> bool:
    return not named.id and (not isinstance(named, Town) or named.geoname_id is None)


def file_key(read: ReadRow) -> FileKey | None:
    """What an entry of the file would have to be to say the same; None where a name in it is new."""
    if read.organisation is None or not read.organisation.id or read.target is None or not read.target.id:
        return None
    day = read.day.day if read.day else None
    return (day, read.organisation.id, read.town.id if read.town else 0, read.target.id, read.channel, read.quantity)


def letters_on(campaign_id: int, days: Sequence[date]) -> Select[date | None, int | None, int | None, int | None, str, int]:
    """Rows of (day, organisation, city, target, way, number) of what a campaign's letter book has on these days."""
    columns = (Letter.day, Letter.organisation_id, Letter.city_id, Letter.target_id, Letter.channel, Letter.quantity)
    return select(*columns).where(Letter.campaign_id == campaign_id, Letter.day.in_(days))


def letters_by_organisation(campaign_id: int) -> Select[int | None, int]:
    """Rows of (organisation, letters) of a campaign."""
    summed = select(Letter.organisation_id, func.sum(Letter.quantity)).where(Letter.campaign_id == campaign_id)
    return summed.group_by(Letter.organisation_id)

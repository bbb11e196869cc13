"""Logging a sheet of letter rows: all that is ready in one transaction and one undo step; the other rows stay behind."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from sqlalchemy import select

from organizer.actions.letter_cells import ORGANISATION
from organizer.actions.letter_names import Ask, Named, Town, read_names
from organizer.actions.letter_rows import Defaults, ReadRow, RowReader, TypedRow
from organizer.actions.letter_sheet import (
    BLANK,
    READY,
    FileKey,
    ReadSheet,
    file_key,
    letters_by_organisation,
    letters_on,
    read_sheet,
)
from organizer.i18n import _, _n
from organizer.records.gazetteer import place
from organizer.records.letter import Letter
from organizer.records.organisation import Organisation
from organizer.records.place import City
from organizer.records.reading_words import kind_in_name
from organizer.records.target import Target
from organizer.records.values import DatePrecision
from organizer.store.change import Change, read
from organizer.store.cities import city_of

if TYPE_CHECKING:
    from organizer.store.store import Store

_DAYS_AT_ONCE = 500
_ASKED_UP_TO = 200_000


@dataclass(frozen=True)
class Logged:
    """How many letters the `taken` rows came to, as the journal's entry `entry_id`, and the rows that stay.

    `entry_id` 0: nothing was ready.
    """

    letters: int
    taken: tuple[TypedRow, ...]
    left: tuple[TypedRow, ...]
    entry_id: int = 0

    def words(self) -> str:
        letters, rows = _n("{n} letter", "{n} letters", self.letters), _n("{n} row", "{n} rows", len(self.taken))
        return _("{letters} in {rows} logged.").format(letters=letters, rows=rows)


def days_of(sheet: ReadSheet) -> frozenset[date]:
    """The days of all rows whose names the file knows: only these may be in its letter book already."""
    return frozenset(said.day.day for said in sheet.rows if said.day is not None and file_key(said) is not None)


def known_letters(ask: Ask, campaign_id: int, days: Iterable[date]) -> frozenset[FileKey]:
    """What a campaign's letter book has on these days."""
    wanted = sorted(days)
    found: set[FileKey] = set()
    for first in range(0, len(wanted), _DAYS_AT_ONCE):
        for day, organisation, city, *rest in ask(letters_on(campaign_id, wanted[first : first + _DAYS_AT_ONCE])):
            found.add((day, organisation or 0, city or 0, *rest))
    return frozenset(found)


def letters_written(store: Store, campaign_id: int) -> dict[int, int]:
    """How many letters each organisation has written, by its id; empty where the book is too long to be asked in passing."""
    if store.count(select(Letter.id)) > _ASKED_UP_TO:
        return {}
    return {id_: count for id_, count in store.rows(letters_by_organisation(campaign_id)) if id_ is not None}


def log_rows(store: Store, rows: Sequence[TypedRow], campaign_id: int, defaults: Defaults, today: date) -> Logged:
    """Log every row that is ready, with the organisations, targets and cities that are new. UserErrors of the store.

    What is ready was worked out before to show it; it is worked out once more here, in the same transaction.
    """
    with store.change() as change:
        ask = partial(read, change.connection)
        reader = RowReader(read_names(ask), defaults, today)
        sheet = read_sheet(rows, reader)
        sheet = read_sheet(rows, reader, known_letters(ask, campaign_id, days_of(sheet)))
        change.label = _n("{n} letter logged", "{n} letters logged", sheet.total())
        _save(change, rows, sheet, campaign_id, defaults)
    entry = store.next_undo() if sheet.ready() else None
    states = list(zip(rows, sheet.states, strict=True))
    return Logged(
        sheet.total(),
        tuple(row for row, state in states if state == READY),
        tuple(row for row, state in states if state not in (READY, BLANK)),
        entry.id if entry else 0,
    )


def _save(change: Change, rows: Sequence[TypedRow], sheet: ReadSheet, campaign_id: int, defaults: Defaults) -> None:
    ready = [(row, read) for row, read, state in zip(rows, sheet.rows, sheet.states, strict=True) if state == READY]
    names = _Names(change, ready)
    for _row, said in ready:
        letter = Letter(
            campaign_id=campaign_id,
            organisation_id=names.organisation(said.organisation),
            target_id=names.target(said.target),
            city_id=names.city(said.town),
            day=said.day.day if said.day else None,
            day_precision=said.day.precision if said.day else DatePrecision.EXACT,
            channel=said.channel,
            quantity=said.quantity,
            tone=defaults.tone,
            evidence=said.evidence,
        )
        change.save(letter)


class _Names:
    """The ids behind names: those of the file, or of what is made when it is first named."""

    def __init__(self, change: Change, rows: Iterable[tuple[TypedRow, ReadRow]]) -> None:
        self._change = change
        self._made: dict[tuple[str, str], int] = {}
        self._spelling: dict[str, str] = {}
        for typed, said in rows:
            if said.organisation is not None:
                self._hear(said.organisation.key, typed.cells[ORGANISATION])

    def _hear(self, key: str, words: str) -> None:
        """One spelling in capitals gives way to one that is not."""
        if key not in self._spelling or (self._spelling[key].isupper() and not words.isupper()):
            self._spelling[key] = words

    def organisation(self, named: Named | None) -> int | None:
        if named is None or named.id:
            return named.id if named else None
        if ("organisation", named.key) not in self._made:
            name, country = self._spelling.get(named.key, named.words), named.town.country if named.town else ""
            kind = kind_in_name("organisations", name, "union")
            made = Organisation(name=name, kind=kind, country=country, city_id=self.city(named.town))
            self._made["organisation", named.key] = self._change.save(made).id
        return self._made["organisation", named.key]

    def target(self, named: Named | None) -> int | None:
        if named is None or named.id:
            return named.id if named else None
        if ("target", named.key) not in self._made:
            country = named.town.country if named.town else ""
            made = Target(office=named.words, kind=named.kind, country=country, city_id=self.city(named.town))
            self._made["target", named.key] = self._change.save(made).id
        return self._made["target", named.key]

    def city(self, town: Town | None) -> int | None:
        if town is None or town.id:
            return town.id if town else None
        if ("city", town.key) not in self._made:
            found = place(town.geoname_id) if town.geoname_id is not None else None
            city = city_of(self._change, found) if found else self._change.save(City(name=town.name, country=town.country))
            self._made["city", town.key] = city.id
        return self._made["city", town.key]

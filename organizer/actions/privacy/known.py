"""What a file knows about somebody: their records, the texts that name them, the steps of the journal, the backups."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from datetime import date, datetime
from itertools import groupby
from typing import Any

from sqlalchemy import select

from organizer import i18n
from organizer.actions.privacy.field_words import field_words, kind_words, plain_words, value_words
from organizer.i18n import _
from organizer.records.attachment import attachments_of
from organizer.records.base import Record
from organizer.records.consent import consents_of
from organizer.records.donation import Donation
from organizer.records.letter import Letter
from organizer.records.organisation import Person, affiliations_of
from organizer.records.tag import taggings_of
from organizer.store import holders, whereabouts
from organizer.store.journal_entries import FieldChange, HistoryEntry
from organizer.store.rows import columns_of, whole
from organizer.store.sought import Sought, sought_for
from organizer.store.store import Store

_NOT_TOLD = frozenset({"id", "uid", "version", "changed_utc", "import_key", "currency", "day_precision"})
_NOTHING: tuple[Any, ...] = (None, "", [], {})

Fields = tuple[tuple[str, str], ...]
"""Pairs of what a field is called and what stands in it."""


@dataclass(frozen=True)
class Entry:
    """One record, or one step."""

    heading: str
    fields: Fields


@dataclass(frozen=True)
class Known:
    """All that is known. `own` are records about them, `named` texts of other records, `steps` the journal, newest first."""

    name: str
    day: date
    own: tuple[Entry, ...]
    named: tuple[Entry, ...]
    steps: tuple[Entry, ...]
    backups: tuple[str, ...]
    notes: int

    def is_empty(self) -> bool:
        return not (self.own or self.named or self.steps or self.notes)

    def to_plain(self) -> dict[str, Any]:
        """As JSON has it: days in ISO, fields as pairs."""
        return {**asdict(self), "day": self.day.isoformat()}


def people_named(store: Store, name: str) -> list[Person]:
    """Those in the address book who bear this name, however it is spelt."""
    sought = Sought(names=[name])
    ids = [number for number, known in store.rows(select(Person.id, Person.name)) if sought.spans(known)]
    return store.records_with(Person, ids)


def known_about(store: Store, name: str, people: Iterable[Person], *, today: date) -> Known:
    """Reads the whole file and its backups: for a worker thread."""
    of = list(people)
    sought = Sought(names=[name])
    for person in of:
        sought = sought | sought_for(person)
    own = [record for person in of for record in _records_of(store, person)]
    told = {(record.KIND, record.id) for record in own}
    found = holders.backups_with(store, {person.uid for person in of}, sought)
    return Known(
        name,
        today,
        tuple(_entry(record) for record in own),
        tuple(_named(store, sought, told)),
        tuple(_step(entry) for person in of for entry in store.history(person)),
        tuple(path.name for path in (*found.holding, *found.unread)),
        whereabouts.notes_with(store, sought),
    )


def _records_of(store: Store, person: Person) -> Iterator[Record]:
    yield person
    for query in (
        affiliations_of(person.id),
        consents_of(person.id),
        whole(Letter).where(Letter.person_id == person.id),
        whole(Donation).where(Donation.person_id == person.id),
        taggings_of(person),
        attachments_of(person.KIND, person.uid),
    ):
        records: list[Record] = store.records(query)
        yield from records


def _entry(record: Record) -> Entry:
    fields = [(field_words(name), value_words(record, name)) for name in columns_of(type(record)) if name not in _NOT_TOLD]
    return Entry(_("{kind}: {title}").format(kind=kind_words(record.KIND), title=record.title()), _said(fields))


def _said(fields: Iterable[tuple[str, str]]) -> Fields:
    return tuple((label, words) for label, words in fields if words)


def _named(store: Store, sought: Sought, told: set[tuple[str, int]]) -> Iterator[Entry]:
    found = [each for each in whereabouts.findings(store, sought) if (each.kind.KIND, each.id) not in told]
    for (kind, _id, title), each in groupby(found, key=lambda finding: (finding.kind.KIND, finding.id, finding.title)):
        heading = _("{kind}: {title}").format(kind=kind_words(kind), title=title)
        yield Entry(heading, tuple((field_words(finding.field), finding.excerpt) for finding in each))


def _step(entry: HistoryEntry) -> Entry:
    heading = i18n.dotted(_moment(entry.entry.at_utc), entry.entry.label, entry.entry.origin)
    fields = [
        (field_words(change.field), _became(change))
        for change in entry.fields
        if change.field not in _NOT_TOLD and _value(change.before) != _value(change.after)
    ]
    return Entry(heading, tuple(fields))


def _became(change: FieldChange) -> str:
    if change.before in _NOTHING:
        return _value(change.after)
    return _("{before} → {after}").format(before=_value(change.before), after=_value(change.after))


def _value(value: Any) -> str:
    return plain_words(value) if value not in _NOTHING else "–"


def _moment(at: datetime) -> str:
    local = at.astimezone()
    return f"{i18n.day(local.date())} {i18n.clock(local.time())}"


def chapters(known: Known) -> list[tuple[str, list[tuple[str, Fields]]]]:
    """The same for reading: a heading, and under it entries."""
    backups: list[tuple[str, Fields]] = [(name, ()) for name in known.backups]
    return [
        (_("Records about this person"), [(entry.heading, entry.fields) for entry in known.own]),
        (_("Texts that name this person"), [(entry.heading, entry.fields) for entry in known.named]),
        (_("History of these records"), [(entry.heading, entry.fields) for entry in known.steps]),
        (_("Backups that hold some of it"), backups),
    ]

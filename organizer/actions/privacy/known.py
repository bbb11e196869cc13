"""What a file knows about somebody: their records, the texts that name them, the steps of the journal, the backups."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from datetime import date, datetime
from itertools import groupby
from typing import Any

from sqlalchemy import select

from organizer import i18n
from organizer.actions.compartments import left_out, not_searched
from organizer.actions.privacy.field_words import NOT_TOLD, coded_words, field_words, kind_words, value_words
from organizer.i18n import _
from organizer.records.attachment import attachments_of
from organizer.records.base import Record
from organizer.records.consent import consents_of
from organizer.records.donation import Donation
from organizer.records.letter import Letter
from organizer.records.organisation import Person, affiliations_of
from organizer.records.tag import taggings_of
from organizer.records.values import Money
from organizer.store import holders, whereabouts
from organizer.store.journal_entries import FieldChange, HistoryEntry
from organizer.store.progress import Progress
from organizer.store.rows import columns_of, links_of, whole
from organizer.store.sought import Sought, sought_for
from organizer.store.store import Store

_NOTHING = "–"
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
    closed: int
    """So many records lie in closed compartments and were not searched."""

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


def known_about(store: Store, name: str, people: Iterable[Person], *, today: date, progress: Progress | None = None) -> Known:
    """Reads the whole file and its backups: for a worker thread. Stopped."""
    progress = progress or Progress()
    of = list(people)
    sought = Sought(names=[name])
    for person in of:
        sought = sought | sought_for(person)
    own = [record for person in of for record in _records_of(store, person)]
    told = {(record.KIND, record.id) for record in own}
    found = holders.backups_with(store, {person.uid for person in of}, sought, progress=progress)
    return Known(
        of[0].name if len(of) == 1 else name,
        today,
        tuple(_entry(record) for record in own),
        tuple(_named(store, sought, told, progress)),
        tuple(_steps(store, own)),
        tuple(path.name for path in (*found.holding, *found.unread)),
        whereabouts.notes_with(store, sought),
        left_out(store),
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
    fields = [(field_words(name), value_words(record, name)) for name in columns_of(type(record)) if name not in NOT_TOLD]
    return Entry(_("{kind}: {title}").format(kind=kind_words(record.KIND), title=record.title()), _said(fields))


def _said(fields: Iterable[tuple[str, str]]) -> Fields:
    return tuple((label, words) for label, words in fields if words)


def _named(store: Store, sought: Sought, told: set[tuple[str, int]], progress: Progress) -> Iterator[Entry]:
    found = [each for each in whereabouts.findings(store, sought, progress=progress) if (each.kind.KIND, each.id) not in told]
    for (kind, _id, title), each in groupby(found, key=lambda finding: (finding.kind.KIND, finding.id, finding.title)):
        heading = _("{kind}: {title}").format(kind=kind_words(kind), title=title)
        yield Entry(heading, tuple((field_words(finding.field), finding.excerpt) for finding in each))


def _steps(store: Store, own: Iterable[Record]) -> Iterator[Entry]:
    """The history of these records, each step once, the newest first."""
    found: dict[int, tuple[HistoryEntry, list[tuple[str, str]]]] = {}
    for record in own:
        for entry in store.history(record):
            _step, fields = found.setdefault(entry.entry.id, (entry, []))
            fields += _changes(store, record, entry.fields)
    for step, fields in sorted(found.values(), key=lambda each: each[0].entry.id, reverse=True):
        # Not as for the eye: this is printed and kept, and holds no marks of direction
        heading = " · ".join(filter(None, (_moment(step.entry.at_utc), step.entry.label, step.entry.origin)))
        yield Entry(heading, tuple(fields))


def _changes(store: Store, record: Record, changes: Iterable[FieldChange]) -> Iterator[tuple[str, str]]:
    for change in changes:
        before, after = (_value(store, record, change.field, side) for side in (change.before, change.after))
        if change.field not in NOT_TOLD and before != after:
            yield field_words(change.field), after if before == _NOTHING else _became(before, after)


def _became(before: str, after: str) -> str:
    return _("{before} → {after}").format(before=before, after=after)


def _value(store: Store, record: Record, name: str, value: Any) -> str:
    linked = links_of(type(record)).get(name)
    if linked is not None and value is not None:
        other = store.first(select(linked).where(linked.id == value))
        return other.title() if other is not None else _NOTHING
    if name.endswith("_minor") and isinstance(record, Donation) and value:
        return str(Money(value, record.currency))
    return coded_words(record.KIND, name, value) or _NOTHING


def _moment(at: datetime) -> str:
    local = at.astimezone()
    return _("{day}, {time}").format(day=i18n.day(local.date()), time=i18n.clock(local.time()))


def chapters(known: Known) -> list[tuple[str, list[tuple[str, Fields]]]]:
    """The same for reading: a heading, and under it entries."""
    backups: list[tuple[str, Fields]] = [(name, ()) for name in known.backups]
    closed: list[tuple[str, Fields]] = [(not_searched(known.closed), ())]
    return [
        (_("Records about this person"), [(entry.heading, entry.fields) for entry in known.own]),
        (_("Texts that name this person"), [(entry.heading, entry.fields) for entry in known.named]),
        (_("History of these records"), [(entry.heading, entry.fields) for entry in known.steps]),
        (_("Backups that hold some of it"), backups),
        *([(_("Compartments"), closed)] if known.closed else []),
    ]

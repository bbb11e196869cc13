"""Plan: what a sheet would do to a file. Worked out once to show it and once more, in the same transaction, to do it."""

from __future__ import annotations

import uuid
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

from sqlalchemy import select

from organizer.exchange.drafts import Draft
from organizer.exchange.headings import Row
from organizer.exchange.ledger import Ledger
from organizer.exchange.reading import refuse_faults
from organizer.exchange.sheet_kinds import SheetKind
from organizer.i18n import _, number
from organizer.records.donation import Donation
from organizer.records.letter import Letter
from organizer.records.picket import Picket
from organizer.records.reading import ReadingError

if TYPE_CHECKING:
    from organizer.store.store import Store

V = TypeVar("V")
Identity: TypeAlias = "tuple[Draft | None, str]"

_ASKED_AT_ONCE = 500


@dataclass(frozen=True)
class BadRow:
    """A row that cannot be taken in: the line of the file on which it begins, what is wrong with it and what to do."""

    line: int
    reason: str
    hint: str = ""

    def words(self) -> str:
        sentence = f"{self.reason} {self.hint}".strip()
        return _("Line {line}: {reason}").format(line=number(self.line), reason=sentence)


@dataclass
class Plan:
    """The drafts to save, and how many rows bring nothing: known to the file, or said before in the same sheet.

    `alike` are rows that say what another says and count all the same, as the lines of a letter book do. `learnt` counts what
    records of the file learn from rows, by field.
    """

    drafts: list[Draft] = field(default_factory=list)
    known: int = 0
    repeated: int = 0
    alike: int = 0
    bad: list[BadRow] = field(default_factory=list)
    learnt: Counter[str] = field(default_factory=Counter)

    def to_save(self) -> Iterator[Draft]:
        """All that is new or amended, each once, in an order in which it can be saved."""
        seen: set[Draft] = set()
        for draft in self.drafts:
            for part in draft.whole():
                if part not in seen:
                    seen.add(part)
                    if part.is_new() or part.amended:
                        yield part


def plan(store: Store, kind: SheetKind, rows: Sequence[Row], ledger: Ledger) -> Plan:
    """What these rows would do to the file as it is now."""
    made = Plan()
    read = _read(kind, rows, ledger, made)
    standing = _Standing(store, kind, [draft for _row, draft in read])
    said: dict[Identity, Draft] = {}
    for row, draft in read:
        try:
            _place(draft, kind, standing, said, made)
        except ReadingError as fault:
            made.bad.append(BadRow(row.number, fault.sentence, fault.hint))
    made.bad.sort(key=lambda bad: bad.line)
    return made


def _read(kind: SheetKind, rows: Sequence[Row], ledger: Ledger, made: Plan) -> list[tuple[Row, Draft]]:
    """The rows that can be read, as drafts with keys that tell one repetition from the next; the others are noted."""
    for row in rows:
        kind.look_ahead(row, ledger)
    read: list[tuple[Row, Draft]] = []
    times, uids = Counter[Identity](), set[str]()
    for row in rows:
        try:
            refuse_faults(row)
            draft = _sound(kind.draft(row, ledger), row)
        except ReadingError as fault:
            made.bad.append(BadRow(row.number, fault.sentence, fault.hint))
            continue
        _keep_uid(draft, row, uids)
        if kind.repeats(draft):
            times[_identity(draft)] += 1
            time = times[_identity(draft)]
            if time > 1:
                made.alike += not draft.named
                draft.key = f"{draft.key}#{time}"
        read.append((row, draft))
    return read


def _sound(draft: Draft, row: Row) -> Draft:
    """The draft, if it could be saved. ReadingError: it could not, or the row has cells beyond the headings."""
    if row.has_too_many_cells():
        raise ReadingError(
            _("The row has more cells than the headings."), _("Look for a comma in a cell that wants quotation marks around it.")
        )
    problem = draft.problem()
    if problem is not None:
        raise ReadingError(problem.sentence)
    return draft


def _keep_uid(draft: Draft, row: Row, taken: set[str]) -> None:
    """A row of our own export names its record: it keeps its identity in another file. A copied line names it in vain."""
    try:
        uid = str(uuid.UUID(row.text("uid")))
    except ValueError:
        return
    if draft.is_new() and uid not in taken:
        taken.add(uid)
        draft.record.uid, draft.named = uid, True


def _identity(draft: Draft) -> Identity:
    """What rows of one sheet share that are the same: a key says it within its campaign."""
    return draft.links.get("campaign_id"), draft.key


class _Standing:
    """The records of the file that rows of this sheet are again: by their uid, by their key, or by all that they say."""

    def __init__(self, store: Store, kind: SheetKind, drafts: list[Draft]) -> None:
        self._by_key: dict[tuple[int | None, str], Any] = {}
        self._by_uid: dict[str, Any] = {}
        self._alike: dict[Draft, Any] = {}
        model = kind.record
        for some in _batches([draft.record.uid for draft in drafts]):
            self._by_uid.update((record.uid, record) for record in store.records(select(model).where(model.uid.in_(some))))
        if kind.keyed is None:
            return
        for some in _batches([draft.key for draft in drafts]):
            found: list[Any] = store.records(select(kind.keyed).where(kind.keyed.import_key.in_(some)))
            self._by_key.update(((record.campaign_id, record.import_key), record) for record in found)
        again = {draft: self._found(draft) for draft in drafts}
        taken = {record.id for record in again.values() if record is not None}
        ids = kind.alike(store.rows, [draft for draft, record in again.items() if record is None], taken)
        known: dict[int, Any] = {}
        for some_ids in _batches(list(ids.values())):
            known.update((record.id, record) for record in store.records(select(model).where(model.id.in_(some_ids))))
        self._alike = {draft: known[record_id] for draft, record_id in ids.items()}

    def _found(self, draft: Draft) -> Any:
        campaign = draft.links.get("campaign_id")
        by_key = self._by_key.get((campaign.record.id, draft.key)) if campaign is not None else None
        return self._by_uid.get(draft.record.uid) or by_key

    def of(self, draft: Draft) -> Draft | None:
        """The record of the file that this draft is again; an organisation or a target was found by its words already."""
        if not draft.is_new():
            return draft
        found = self._found(draft) or self._alike.get(draft)
        return Draft(found, key=draft.key) if found is not None else None


def _batches(values: list[V]) -> Iterator[list[V]]:
    for first in range(0, len(values), _ASKED_AT_ONCE):
        yield values[first : first + _ASKED_AT_ONCE]


def _place(draft: Draft, kind: SheetKind, standing: _Standing, said: dict[Identity, Draft], made: Plan) -> None:
    """Put one draft where it belongs: to save, known, or said before."""
    first = None if draft.named else said.get(_identity(draft))
    if first is not None:
        if kind.news(first, draft) and not first.is_new() and not first.amended:
            first.amended = True
            made.drafts.append(first)
        else:
            made.repeated += 1
        return
    known = standing.of(draft)
    said[_identity(draft)] = known or draft
    if known is None:
        if isinstance(draft.record, Picket | Letter | Donation):
            draft.record.import_key = draft.key
        made.drafts.append(draft)
    elif (learnt := kind.news(known, draft)) or known.amended:
        known.amended = True
        made.learnt.update(learnt)
        made.drafts.append(known)
    else:
        made.known += 1

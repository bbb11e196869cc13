"""Erasing somebody: what would go and what names them, for review; then all of it at once, proved; and what is out of reach."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from sqlalchemy import select

from organizer.actions.privacy import retention
from organizer.actions.privacy.retention import Due, kept_until
from organizer.errors import UserError
from organizer.i18n import _
from organizer.records.base import Record
from organizer.records.donation import Donation
from organizer.records.organisation import Person
from organizer.records.print_run import PrintRun
from organizer.store import erasing, holders, whereabouts
from organizer.store.backup import Backup
from organizer.store.erasing import Erased
from organizer.store.progress import Progress
from organizer.store.rows import whole
from organizer.store.sought import Sought, sought_for
from organizer.store.store import Store
from organizer.store.taking_out import Erasing
from organizer.store.whereabouts import Finding

Place = tuple[str, int, str]


@dataclass(frozen=True)
class HeldGift:
    """A gift that the law wants with its giver until a day."""

    gift: Donation
    until: date


@dataclass(frozen=True)
class Review:
    """What a person looks through before anything goes. `goes` are the records that would be deleted, by kind.

    `steps` of the journal tell of them. `printed` are runs on whose paper the name stands: paper is out of reach.
    """

    asked: Erasing
    titles: tuple[str, ...]
    goes: dict[str, int]
    findings: tuple[Finding, ...]
    held: tuple[HeldGift, ...]
    steps: int
    printed: tuple[PrintRun, ...]
    uids: frozenset[str] = field(default_factory=frozenset)


@dataclass(frozen=True)
class Outcome:
    """What was done. `places` counts where it still stands in the file, beyond what was to stay: none, or it is a fault.

    `before` is the backup of before; `holders` are all backups that still hold the name, that one among them. `unfinished`: the
    disk failed once it was done, so that the file was not looked through, nor were its backups, or none was made of now.
    """

    erased: Erased
    places: int
    gifts_kept: int
    before: Backup
    holders: tuple[Path, ...]
    unread: tuple[Path, ...]
    unfinished: bool = False


def review_people(
    store: Store,
    people: Sequence[Person],
    *,
    today: date,
    also: Iterable[str] = (),
    rule: str = "asked",
    progress: Progress | None = None,
) -> Review:
    """Everything that tells of these people, or without any of these names alone. Reads the whole file: for a worker
    thread. Stopped.
    """
    names = list(also)
    sought = Sought(also=names)
    for person in people:
        sought = sought | sought_for(person)
    asked = Erasing(sought, frozenset(person.id for person in people), rule=rule)
    titles = tuple(person.title() for person in people) or tuple(names)
    return _reviewed(store, asked, people, today, titles, progress or Progress())


def review_due(store: Store, rule: str, dues: Sequence[Due], *, today: date, progress: Progress | None = None) -> Review:
    """The same for what is due by a rule."""
    if rule == retention.CONTACTS:
        return review_people(store, retention.people_among(dues), today=today, rule=rule, progress=progress)
    ids = frozenset(each.record.id for each in dues)
    titles = tuple(each.record.title() for each in dues)
    if rule == retention.DONORS:
        return Review(Erasing(Sought(), donors=ids, rule=rule), titles, {Donation.KIND: 0}, (), (), 0, ())
    drop: dict[type[Record], frozenset[int]] = {PrintRun: ids}
    return Review(Erasing(Sought(), drop=drop, rule=rule), titles, {PrintRun.KIND: len(ids)}, (), (), 0, ())


def _reviewed(
    store: Store, asked: Erasing, people: Sequence[Person], today: date, titles: tuple[str, ...], progress: Progress
) -> Review:
    progress.foresee(whereabouts.size(store))
    gone = erasing.goes_with(store, asked)
    gifts = store.records(whole(Donation).where(Donation.person_id.in_(asked.people)))
    country = retention.country_of(store)
    held = [HeldGift(gift, until) for gift in gifts if (until := kept_until(gift, country)) and until >= today]
    found = whereabouts.findings(store, asked.sought, but={kind: set(ids) for kind, ids in gone.items()}, progress=progress)
    return Review(
        asked,
        titles,
        {kind.KIND: len(ids) for kind, ids in gone.items()},
        tuple(found),
        tuple(held),
        whereabouts.steps_with(store, asked.sought, progress),
        tuple(_printed(store, found, people)),
        frozenset(person.uid for person in people),
    )


def _printed(store: Store, found: Sequence[Finding], people: Sequence[Person]) -> list[PrintRun]:
    """Runs that name them themselves, or that were printed of a record which does."""
    ids = {(finding.kind, finding.id) for finding in found}
    uids = {person.uid for person in people}
    uids |= {uid for kind, number in ids for (uid,) in store.rows(select(kind.uid).where(kind.id == number))}
    own = {number for kind, number in ids if kind is PrintRun}
    return store.records(whole(PrintRun).where(PrintRun.subject_uid.in_(uids) | PrintRun.id.in_(own)))


def carry_out(
    store: Store,
    review: Review,
    *,
    today: date,
    stays: Iterable[Place] = (),
    keep_held: bool = True,
    progress: Progress | None = None,
) -> Outcome:
    """A verified backup of before, the erasure, the proof, and a backup of after. Cannot be undone: for a worker thread.

    What it is `doing` stands in `progress`, which nobody may stop.
    """
    progress = progress or Progress()
    size = whereabouts.size(store)
    a_backup = size // 3
    progress.expect(2 * a_backup + size)
    progress.foresee(size)
    progress.doing = _("A backup is made of the file as it is.")
    before = store.back_up()
    progress.advance(a_backup)
    progress.doing = _("Records, history, search, drafts and notes: everything at once, or nothing.")
    kept = frozenset(each.gift.id for each in review.held) if keep_held else frozenset()
    asked = replace(review.asked, stays=frozenset(stays), keeps_donor=kept)
    erased = erasing.erase(store, asked, today, progress)
    done = Outcome(erased, 0, len(kept), before, (before.path,), ())
    try:
        progress.doing = _("It is done. A backup is made of the file as it is now.")
        store.back_up()
        progress.advance(a_backup)
        progress.doing = _("It is done. The file and its backups are looked through.")
        return _looked_through(store, done, asked, review.uids, progress)
    except UserError:
        return replace(done, unfinished=True)


def _looked_through(store: Store, done: Outcome, asked: Erasing, uids: frozenset[str], progress: Progress) -> Outcome:
    """What comes after an erasure that stands. UserErrors change nothing about that."""
    kept = asked.keeps_donor
    but = {*asked.stays, *(("donation", number, "giver") for number in kept)}
    places = whereabouts.anywhere(store, asked.sought, but=but, progress=progress) if asked.sought else 0
    found = holders.backups_with(store, uids, asked.sought, known=done.before)
    return replace(done, places=places, holders=found.holding, unread=found.unread)


def delete_backups(backups: Iterable[Path]) -> None:
    """Delete these copies for good. UserError names how many could not be."""
    left = [path for path in backups if not _deleted(path)]
    if left:
        raise UserError(
            _("Not all of these backups could be deleted."),
            _("Look whether their disk can be written to, and delete them in their folder."),
        )


def _deleted(path: Path) -> bool:
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return False
    return True

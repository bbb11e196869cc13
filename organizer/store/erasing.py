"""Erasing for good: people out of every record, the journal, the search index, drafts and notes, in one transaction.

No step is left that could be undone, and no page of the file keeps a byte of it: deleted cells are overwritten, and at the end
the file is written anew where the disk has room.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import partial
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, insert, select

from organizer.errors import UserError
from organizer.records.base import new_uid
from organizer.records.erasure import Erasure
from organizer.records.kinds import KINDS
from organizer.records.organisation import Person
from organizer.store.progress import Progress
from organizer.store.sealed_kinds import refuse_erasing
from organizer.store.tables import table_of
from organizer.store.taking_out import Erasing, Gone, Taken, TakingOut, going

if TYPE_CHECKING:
    from organizer.store.store import Store


@dataclass(frozen=True)
class Erased:
    """How many records were deleted and changed, and how many fields were left as they were."""

    deleted: int
    changed: int
    kept: int


def erase(store: Store, erasing: Erasing, today: date, progress: Progress | None = None) -> Erased:
    """Do it, note that it was done, and write the file anew. All of it, or nothing when a UserError is raised.

    `progress` advances by `whereabouts.size`.
    """
    uid, origin = new_uid(), erasing.sought.without(store.origin)
    rewrite = partial(_rewrite, store)
    with store.beside_history(KINDS.values(), lambda connection: _is_logged(connection, uid), then=rewrite) as connection:
        taken = TakingOut(connection, erasing, progress).done()
        _log(connection, erasing, taken, today, origin, uid)
    store.origin = origin
    return Erased(taken.deleted(), taken.changed, len(erasing.stays))


def _rewrite(store: Store) -> None:
    # Deleted cells were overwritten in that transaction; a disk that has no room for a second copy must not tell of a failure
    with suppress(UserError):
        store.rewrite()


def goes_with(store: Store, erasing: Erasing) -> Gone:
    """The records that would be deleted. CompartmentClosed."""
    with store.looking() as connection:
        refuse_erasing(connection)
        return going(connection, erasing)


def _is_logged(connection: Connection, uid: str) -> bool:
    """Whether this erasure stands."""
    table = table_of(Erasure)
    return connection.execute(select(table.c.id).where(table.c.uid == uid)).first() is not None


def _log(connection: Connection, erasing: Erasing, taken: Taken, today: date, origin: str, uid: str) -> None:
    now = datetime.now(UTC)
    values: dict[str, Any] = {
        "day": today, "rule": erasing.rule, "people": len(taken.gone.get(Person, {})) or len(erasing.donors),
        "deleted": taken.deleted(), "changed": taken.changed, "kept": len(erasing.stays),
        "uids": [mark.to_text() for mark in taken.marks()],
        "uid": uid, "version": 1, "created_utc": now, "changed_utc": now, "origin": origin,
    }  # fmt: skip
    connection.execute(insert(table_of(Erasure)).values(values))

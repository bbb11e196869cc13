"""Compartments: the words of one kind of record under a second passphrase, within the same file.

Amounts, days and whatever else is counted stay readable, so that sums are true while a compartment is closed. There is no way in
without its passphrase: neither the file's own nor the recovery sheet opens it.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from sqlalchemy import Column, Connection, delete, func, insert, select, update
from sqlalchemy.sql.visitors import iterate

from organizer.errors import CompartmentClosed, StorageFault
from organizer.i18n import _
from organizer.records.base import Record
from organizer.records.kinds import KINDS
from organizer.store import compartment_index, compartment_rows, compartment_views, sealing
from organizer.store.key import Profile
from organizer.store.rows import listing_of
from organizer.store.sealed_kinds import closed, closed_kinds, held, is_kept, sealer_of
from organizer.store.sealing import Sealer, Wrapped
from organizer.store.tables import COMPARTMENT, table_of

if TYPE_CHECKING:
    from organizer.store.backup import Backup
    from organizer.store.store import Store


_BREATH_S = 0.0005


@dataclass(frozen=True)
class Compartment:
    """A kind that may have a compartment: whether it has one, whether that is open, and how many records the kind has."""

    kind: type[Record]
    made: bool
    is_open: bool
    count: int


def offered() -> list[type[Record]]:
    """The kinds that say which of their columns may be sealed."""
    kinds: list[type[Record]] = list(KINDS.values())
    return [kind for kind in kinds if kind.COMPARTMENT]


def compartments(store: Store) -> list[Compartment]:
    """Every kind that has a compartment, or may have one."""
    with store.looking() as connection:
        return [
            Compartment(kind, is_kept(connection, kind), sealer_of(connection, kind) is not None, _count(connection, kind))
            for kind in offered()
        ]


def closed_compartments(store: Store) -> list[Compartment]:
    """Those that are closed and hold something: what searches, lists and exports leave out."""
    with store.looking() as connection:
        found = [Compartment(kind, True, False, _count(connection, kind)) for kind in closed_kinds(connection)]
    return [each for each in found if each.count]


def hiding_order(kind: type[Record], sort: str, closed: Iterable[Compartment]) -> list[Compartment]:
    """Those of some closed compartments in which words lie by which this order sorts: there it is none."""
    columns = [part for column in listing_of(kind).sorts.get(sort, ()) for part in iterate(column.expression)]
    sorted_by = {(part.table, part.key) for part in columns if isinstance(part, Column)}
    return [each for each in closed if any((table_of(each.kind), name) in sorted_by for name in each.kind.COMPARTMENT)]


def _count(connection: Connection, kind: type[Record]) -> int:
    number: int = connection.execute(select(func.count()).select_from(table_of(kind))).scalar_one()
    return number


def make(store: Store, kind: type[Record], passphrase: str) -> Backup:
    """Seal what there is of a kind, past and drafts too, in one transaction; it stays open. The backup made just before: it and
    all older ones still hold the words. Slow: for a worker thread. All of it, or nothing when a UserError is raised.
    """
    backup = store.back_up()
    sealer = Sealer(sealing.new_key())
    wrapped = sealing.wrapped(sealer.key, passphrase, kind.KIND)
    with store.beside_history(KINDS.values(), _opens_by(kind, wrapped.box)) as connection:
        if is_kept(connection, kind):
            raise _there_already()
        connection.execute(insert(COMPARTMENT).values(kind=kind.KIND, made_utc=datetime.now(UTC), **_columns(wrapped)))
        held(connection)[kind.KIND] = sealer
        compartment_rows.seal_all(connection, kind, sealer)
        compartment_views.open_at_once(connection, kind, sealer)
    # Deleted cells were overwritten in that transaction; a disk that has no room for a second copy must not tell of a failure
    with suppress(StorageFault):
        store.rewrite()
    return backup


def do_away(store: Store, kind: type[Record]) -> None:
    """Put the words back where they were, under the file's passphrase alone. CompartmentClosed unless it is open."""
    with store.beside_history(KINDS.values(), _opens_by(kind, None)) as connection:
        if sealer_of(connection, kind) is None:
            raise closed()
        compartment_index.within_change(connection)
        compartment_rows.unseal_all(connection, kind)
        connection.execute(delete(COMPARTMENT).where(COMPARTMENT.c.kind == kind.KIND))


def open_(store: Store, kind: type[Record], passphrase: str) -> None:
    """Show the words of a kind until its compartment or the file is closed. Slow: for a worker thread.

    WrongPassphrase. Others have the file in between. `Store.make_searchable` is to follow, else the first search waits for it.
    """
    with store.looking() as connection:
        kept = _wrapped(connection, kind)
    _lift(store, kind, Sealer(sealing.unwrapped(kept, passphrase, kind.KIND)))


def _lift(store: Store, kind: type[Record], sealer: Sealer) -> None:
    try:
        with store.drawing() as connection:
            compartment_views.begin(connection, kind)
        after: int | None = 0
        while after is not None:
            with store.drawing(seen=False) as connection:
                after = compartment_views.take(connection, kind, sealer, after)
            time.sleep(_BREATH_S)
        with store.drawing() as connection:
            compartment_views.lift(connection, kind, sealer)
    except BaseException:
        with store.drawing() as connection:
            compartment_views.blot(connection, kind)
        raise
    store.tell_anew(KINDS.values())


def close(store: Store, kind: type[Record]) -> None:
    """Hold nothing of its words any more."""
    with store.drawing() as connection:
        if is_kept(connection, kind):
            compartment_views.blot(connection, kind)
    store.tell_anew(KINDS.values())


def change_passphrase(store: Store, kind: type[Record], old: str, new: str) -> None:
    """From now on this passphrase opens it; backups made before open with the old one. Slow. WrongPassphrase."""
    with store.looking() as connection:
        kept = _wrapped(connection, kind)
    anew = sealing.wrapped(sealing.unwrapped(kept, old, kind.KIND), new, kind.KIND)
    with store.beside_history([], _opens_by(kind, anew.box)) as connection:
        connection.execute(update(COMPARTMENT).where(COMPARTMENT.c.kind == kind.KIND).values(_columns(anew)))


def _opens_by(kind: type[Record], box: bytes | None) -> Callable[[Connection], bool]:
    """Whether this box holds the key of a kind's compartment now; None: whether it has none. Else it does not stand."""
    wrapped = select(COMPARTMENT.c.wrapped).where(COMPARTMENT.c.kind == kind.KIND)
    return lambda connection: connection.execute(wrapped).scalar_one_or_none() == box


def _wrapped(connection: Connection, kind: type[Record]) -> Wrapped:
    row = connection.execute(select(COMPARTMENT).where(COMPARTMENT.c.kind == kind.KIND)).one()
    return Wrapped(row.salt, Profile(row.memory_kib, row.passes, row.lanes), row.wrapped)


def _columns(wrapped: Wrapped) -> dict[str, bytes | int]:
    profile = wrapped.profile
    return {
        "salt": wrapped.salt, "memory_kib": profile.memory_kib, "passes": profile.passes, "lanes": profile.lanes,
        "wrapped": wrapped.box,
    }  # fmt: skip


def _there_already() -> CompartmentClosed:
    return CompartmentClosed(_("There is a compartment for this already."), _("Open it under Safe keeping."))

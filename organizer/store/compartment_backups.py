"""Backups from before a compartment was made: in them its words lie under the file's passphrase alone."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import func, select

from organizer.records.base import Record
from organizer.records.kinds import KINDS
from organizer.store.inside_backup import inside
from organizer.store.key import Key
from organizer.store.sealed_kinds import held
from organizer.store.store import Store
from organizer.store.tables import COMPARTMENT, table_of


def bared_in(store: Store, copy: Path, key: Key | None) -> dict[type[Record], int]:
    """The kinds that have a compartment in the file and none in this backup, and how many records of each lie open there.

    UserErrors: it cannot be opened with this key.
    """
    with store.looking() as connection:
        kept = [KINDS[name] for name in held(connection)]
    if not kept:
        return {}
    with inside(copy, key) as connection:
        sealed = set(connection.execute(select(COMPARTMENT.c.kind)).scalars())
        bare = [kind for kind in kept if kind.KIND not in sealed]
        found = {kind: connection.execute(select(func.count()).select_from(table_of(kind))).scalar_one() for kind in bare}
    return {kind: number for kind, number in found.items() if number}

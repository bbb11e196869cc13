"""What a file knows of its recovery sheets: that and when one was made and tried out, never the words."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from datetime import date

from organizer.errors import UserError
from organizer.store import recovery
from organizer.store.store import Store

_NOTE, _OFFERED = "recovery_sheet", "recovery_offered"


@dataclass(frozen=True)
class RecoveryNote:
    """Of the sheet, or the `sheets`, by which the file opens now. Days in ISO; `tested` is empty until it was typed in once."""

    mark: str
    made: str
    sheets: int = 1
    tested: str = ""

    def made_on(self) -> date:
        return date.fromisoformat(self.made)

    def tested_on(self) -> date | None:
        return date.fromisoformat(self.tested) if self.tested else None


def mark_of(store: Store) -> str:
    """The mark of the sheets that open this file now; empty for a plain one."""
    key = store.key()
    return recovery.mark(key) if key is not None else ""


def note_of(store: Store) -> RecoveryNote | None:
    """None when there is no sheet, or only one of an earlier passphrase."""
    key, said = store.key(), store.meta(_NOTE)
    if key is None or not said:
        return None
    note = RecoveryNote(**json.loads(said))
    return note if note.mark == recovery.mark(key) else None


def note_made(store: Store, today: date, sheets: int) -> None:
    key = store.key()
    if key is not None:
        _keep(store, RecoveryNote(recovery.mark(key), today.isoformat(), sheets))


def note_tested(store: Store, today: date) -> None:
    """The sheet was typed in and opens the file: it is there, whatever was noted before."""
    key = store.key()
    if key is not None:
        note = note_of(store) or RecoveryNote(recovery.mark(key), today.isoformat())
        _keep(store, replace(note, tested=today.isoformat()))


def note_offered(store: Store, *, offered: bool) -> None:
    """A sheet is being offered, until it was made and tried or put away. Offered all the same where that cannot be noted."""
    with suppress(UserError):
        store.set_meta(_OFFERED, mark_of(store) if offered else "")


def was_broken_off(store: Store) -> bool:
    """Whether the offer of a sheet for the present passphrase was neither taken nor put away: the file was locked meanwhile."""
    said = store.meta(_OFFERED)
    return bool(said) and said == mark_of(store)


def _keep(store: Store, note: RecoveryNote) -> None:
    store.set_meta(_NOTE, json.dumps(asdict(note)))

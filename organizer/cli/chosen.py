"""The record that a command names by its uid, or the only one there is."""

from __future__ import annotations

from typing import TypeVar

from sqlalchemy import select

from organizer.errors import MissingRecord, UserError
from organizer.i18n import _
from organizer.records.base import Record
from organizer.store.store import Store

R = TypeVar("R", bound=Record)

_SHORTEST_UID = 6


def wanted(store: Store, kind: type[R], uid: str | None, to_begin: str) -> R:
    """The record named by its uid, or the only one there is. `to_begin` is a marked sentence for a file that has none."""
    if uid:
        return of_uid(store, kind, uid)
    found = store.records(select(kind).limit(2))
    if len(found) == 1:
        return found[0]
    if not found:
        raise MissingRecord(_("The file has none to print."), _(to_begin))
    raise UserError(
        _("The file has several, and it is not said which one to print."),
        _("Name one with --record UID; “organizer list” shows them."),
    )


def of_uid(store: Store, kind: type[R], uid: str) -> R:
    """The record whose uid begins like this. UserError: none does, or several do."""
    begins = uid.strip().lower()
    found = store.records(select(kind).where(kind.uid.startswith(begins, autoescape=True)).limit(2)) if begins else []
    if len(begins) < _SHORTEST_UID or len(found) > 1:
        raise UserError(_("“{uid}” does not tell one record from others.").format(uid=uid[:40]), _("Write more of its uid."))
    if not found:
        raise MissingRecord(
            _("No record of this kind has the uid “{uid}”.").format(uid=uid[:40]), _("“organizer list” shows the uids there are.")
        )
    return found[0]

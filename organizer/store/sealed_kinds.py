"""Which kinds have a compartment on a connection, and whether it is open there. Costs nothing where there is none."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection

from organizer.errors import CompartmentClosed
from organizer.i18n import _
from organizer.records.base import Record
from organizer.records.kinds import KINDS
from organizer.store.sealing import Sealer

_NAME, _INDEXED = "compartments", "compartments that are not indexed yet"


def held(connection: Connection) -> dict[str, Sealer | None]:
    """By kind what opens its compartment; None while it is closed. Belongs to the connection and goes with it."""
    found: dict[str, Sealer | None] = connection.info.setdefault(_NAME, {})
    return found


def not_indexed(connection: Connection) -> dict[str, int]:
    """By kind the last record that the search index of an open compartment has; those that are complete are not in it."""
    found: dict[str, int] = connection.info.setdefault(_INDEXED, {})
    return found


def is_kept(connection: Connection, kind: type[Record]) -> bool:
    """Whether there is a compartment of this kind, open or closed."""
    return kind.KIND in held(connection)


def sealer_of(connection: Connection, kind: type[Record]) -> Sealer | None:
    """What opens the compartment of a kind; None where it is closed, and where there is none."""
    return held(connection).get(kind.KIND)


def is_closed(connection: Connection, kind: type[Record]) -> bool:
    return is_kept(connection, kind) and sealer_of(connection, kind) is None


def closed_kinds(connection: Connection) -> list[type[Record]]:
    kinds: Iterable[type[Record]] = KINDS.values()
    return [kind for kind in kinds if is_closed(connection, kind)]


def refuse_closed(connection: Connection, kinds: Iterable[type[Record]]) -> None:
    """CompartmentClosed when one of these kinds lies in a compartment that is not open."""
    if any(is_closed(connection, kind) for kind in kinds):
        raise closed()


def refuse_erasing(connection: Connection) -> None:
    """CompartmentClosed while any compartment is closed: whoever is erased may stand in it."""
    if closed_kinds(connection):
        raise CompartmentClosed(
            _("Whoever is to be erased may stand in a closed compartment, so nothing was erased."),
            _("Open every compartment under Safe keeping, and try again."),
        )


def closed() -> CompartmentClosed:
    return CompartmentClosed(
        _("This lies in a closed compartment, so nothing was changed."),
        _("Open the compartment under Safe keeping, and try again."),
    )


def may_be_used() -> CompartmentClosed:
    return CompartmentClosed(
        _("Something in a closed compartment may use this, so it was not deleted."),
        _("Open the compartment under Safe keeping, and try again."),
    )

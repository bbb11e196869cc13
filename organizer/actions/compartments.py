"""What is said where something leaves out what lies in closed compartments."""

from __future__ import annotations

from organizer.i18n import _n
from organizer.store.compartments import closed_compartments
from organizer.store.store import Store


def left_out(store: Store) -> int:
    """How many records lie in closed compartments."""
    return sum(each.count for each in closed_compartments(store))


def not_searched(count: int) -> str:
    return _n(
        "{n} record in a closed compartment was not searched.", "{n} records in closed compartments were not searched.", count
    )


def not_shown(count: int) -> str:
    return _n(
        "{n} record lies in a closed compartment and shows •••.", "{n} records lie in a closed compartment and show •••.", count
    )

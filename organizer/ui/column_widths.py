"""Column widths: as wide as the longest words of their language, and which columns stand back where there is no room. No Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

_WIDEST = 1.5


@dataclass(frozen=True)
class Wish:
    """What a column is given, what its words on show need, and what it can still be read at: px at 100 % text.

    One column takes the rest. `leaves`: without room for all at their least, the column with the highest stands back first;
    0 stays.
    """

    given: float
    needed: float
    takes_rest: bool = False
    least: float = 0
    leaves: int = 0


def shared(wishes: Sequence[Wish], room: float) -> list[float]:
    """A width for each, 0 for a column that stands back. Beyond what it was given a column grows only while the rest keeps its
    own; where room is short, all go down towards their least.
    """
    kept = _kept(wishes, room)
    spare = room - sum(wishes[place].given for place in kept)
    if spare < 0:
        steps = {place: wishes[place].given - wishes[place].least for place in kept}
        share = max(-1.0, spare / sum(steps.values())) if any(steps.values()) else 0.0
    else:
        steps = {place: _extra(wishes[place]) for place in kept}
        share = min(1.0, spare / sum(steps.values())) if any(steps.values()) else 0.0
    return [wish.given + steps[place] * share if place in steps else 0.0 for place, wish in enumerate(wishes)]


def _extra(wish: Wish) -> float:
    return 0.0 if wish.takes_rest else max(0.0, min(wish.needed, wish.given * _WIDEST) - wish.given)


def _kept(wishes: Sequence[Wish], room: float) -> list[int]:
    """The places of the columns that stay."""
    kept = list(range(len(wishes)))
    while sum(wishes[place].least for place in kept) > room and any(wishes[place].leaves for place in kept):
        kept.remove(max(kept, key=lambda place: wishes[place].leaves))
    return kept

"""Column widths: as wide as their own words, as far as the column that takes the rest keeps its room. No Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

_WIDEST = 1.5


@dataclass(frozen=True)
class Wish:
    """What a column is given by its kind, what its words need, both in px at 100 % text; one column takes the rest."""

    given: float
    needed: float
    takes_rest: bool = False


def shared(wishes: Sequence[Wish], room: float) -> list[float]:
    """A width for each. What a column needs beyond what it was given is granted only while the rest stays wide enough."""
    extras = [0.0 if wish.takes_rest else max(0.0, min(wish.needed, wish.given * _WIDEST) - wish.given) for wish in wishes]
    spare = room - sum(wish.given for wish in wishes)
    share = min(1.0, max(0.0, spare) / sum(extras)) if any(extras) else 0.0
    return [wish.given + extra * share for wish, extra in zip(wishes, extras, strict=True)]

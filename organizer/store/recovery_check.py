"""Where recovery words went wrong: the last three are a checksum that places one wrong word, or two in each other's place.

Source: SLIP-39, "Checksum": RS1024, a Reed-Solomon code over GF(1024) that finds any three errors and places one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations

_CUSTOM = b"shamir_extendable"
_GENERATOR = (
    0xE0E040, 0x1C1C080, 0x3838100, 0x7070200, 0xE0E0009, 0x1C0C2412, 0x38086C24, 0x3090FC48, 0x21B1F890, 0x3F3F120,
)  # fmt: skip
_BITS = 10


def residue(values: Sequence[int]) -> int:
    """0 for a row as it was made; else a number that tells what was changed, whatever the row."""
    rest = 1
    for value in (*_CUSTOM, *values):
        rest = _step(rest, value)
    return rest ^ 1


def wrong_place(values: Sequence[int]) -> int | None:
    """From 0, the one place at which another word would make the row right."""
    left = residue(values)
    return next((place for place in range(len(values)) if left in _changes(len(values) - 1 - place)), None)


def swapped_places(values: Sequence[int]) -> tuple[int, int] | None:
    """The two places whose words would be right in each other's place."""
    for one, other in combinations(range(len(values)), 2):
        if values[one] != values[other]:
            turned = list(values)
            turned[one], turned[other] = turned[other], turned[one]
            if not residue(turned):
                return one, other
    return None


def missing_place(values: Sequence[int]) -> int | None:
    """The place before which one more word would make the row right."""
    for place in range(len(values) + 1):
        left = residue([*values[:place], 0, *values[place:]])
        if left in _changes(len(values) - place):
            return place
    return None


def _changes(after: int) -> set[int]:
    """What a changed word does to the residue, with so many words after it: one number for each of its 1,023 changes."""
    found = [0]
    for bit in range(_BITS):
        change = 1 << bit
        for _place in range(after):
            change = _step(change, 0)
        found += [known ^ change for known in found]
    return set(found)


def _step(rest: int, value: int) -> int:
    top = rest >> 20
    return _xor([(rest & 0xFFFFF) << 10 ^ value, *(each for bit, each in enumerate(_GENERATOR) if top >> bit & 1)])


def _xor(numbers: Iterable[int]) -> int:
    found = 0
    for number in numbers:
        found ^= number
    return found

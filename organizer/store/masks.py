"""Masks: which ids are found, as one number with a bit for each id. All loops over many ids run in C."""

from __future__ import annotations

import sys
from array import array
from bisect import bisect_left
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache

SPAN = 10_000_000
"""So many ids are read at a stroke, each as the eight digits of its place in the span and this."""
_FEW = 60_000
"""Up to so many ids are taken one by one, which needs no walk over the whole span."""
_FOUND = b"\xff" * 100
_HUNDRED = bytes.fromhex("".join(f"{number:02}" for number in range(100)))
_AS_DIGITS = b"0" * 255 + b"1"
_AS_FLAGS = bytes(code == ord("1") for code in range(256))


class Recent(OrderedDict[str, int]):
    """The masks of the words that were asked for last; an eighth of a megabyte for each among a million ids."""

    def __init__(self, most: int) -> None:
        super().__init__()
        self._most = most

    def of(self, word: str, make: Callable[[], int]) -> int:
        if word not in self:
            self[word] = make()
            while len(self) > self._most:
                self.popitem(last=False)
        self.move_to_end(word)
        return self[word]


def mask_of(groups: Iterable[Iterable[int]], highest: int) -> int:
    """The mask of all ids in these groups."""
    digits = bytearray(b"0") * (highest + 1)
    for ids in groups:
        for found in ids:
            digits[found] = 49  # the digit 1
    return int(digits[::-1], 2)


def bits_of(ids: Iterable[int]) -> int:
    """The mask of a few ids."""
    mask = 0
    for found in ids:
        mask |= 1 << found
    return mask


def flags_of(mask: int, highest: int) -> bytes:
    """A byte for each id up to the highest, 1 where it is found."""
    return f"{mask:0{highest + 1}b}".encode()[::-1].translate(_AS_FLAGS)


def ids_in(mask: int, highest: int) -> Iterator[int]:
    """The ids of a mask, ascending; quick where they are few."""
    flags = flags_of(mask, highest)
    at = flags.find(1)
    while at >= 0:
        yield at
        at = flags.find(1, at + 1)


def mask_of_digits(listed: str, highest: int) -> int:
    """The mask of ascending ids below SPAN, each written as the eight digits of itself and SPAN, with nothing between.

    Read as hexadecimal, two digits are a byte; the last byte of each id marks its place among the hundred it is of. So half a
    million cost no number each.
    """
    pairs = bytes.fromhex(listed)
    if len(pairs) <= 4 * _FEW:
        return mask_of([map(_place_in_span, pairs.hex(",", 4).split(","))] if pairs else [], highest)
    numbers = array("I", pairs)
    if sys.byteorder == "little":
        numbers.byteswap()
    lasts, begin, hundreds = pairs[3::4], 0, []
    for end_of_hundred in _hundreds(highest // 100 + 1):
        end = bisect_left(numbers, end_of_hundred, begin, min(begin + 100, len(numbers)))
        found = lasts[begin:end]
        hundreds.append(_HUNDRED.translate(bytes.maketrans(found, _FOUND[: len(found)])))
        begin = end
    return int(b"".join(hundreds).translate(_AS_DIGITS)[::-1], 2)


@lru_cache(maxsize=1)
def _hundreds(count: int) -> Sequence[int]:
    """The ends of so many hundreds, as digits read as hexadecimal."""
    return array("I", [int(f"1{number:05}00", 16) for number in range(1, count + 1)])


def _place_in_span(digits: str) -> int:
    return int(digits) - SPAN

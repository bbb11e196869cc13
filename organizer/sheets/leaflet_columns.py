"""Text over several columns, sides or panels, all of it at one size: as large as the places allow."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import NamedTuple

from organizer.sheets.typesetting.blocks import Part, fill_column, stack_height
from organizer.sheets.typesetting.fit import cut
from organizer.sheets.typesetting.geometry import Box

Build = Callable[[float], Sequence[Part]]
_STEPS = 8
_STEPS_TO_LEVEL = 7


class Filled(NamedTuple):
    """A list of parts a column. `rest` is what does not fit at the floor, and stands in no column."""

    columns: list[list[Part]]
    scale: float
    rest: list[Part]

    def height(self, rooms: Sequence[Box]) -> float:
        """Of the tallest column."""
        return max(stack_height(parts, room.w) for parts, room in zip(self.columns, rooms, strict=True))


def fill(build: Build, rooms: Sequence[Box], *, floor: float, ceiling: float) -> Filled:
    """The largest scale at which the text fits the columns one after the other; at the floor, as much of it as fits."""
    tallest = _at(build, rooms, ceiling)
    if tallest:
        return tallest
    best = _at(build, rooms, floor)
    if best is None:
        return _cut(build(floor), rooms, floor)
    low, high = floor, ceiling
    for _ in range(_STEPS):
        middle = (low + high) / 2
        found = _at(build, rooms, middle)
        if found:
            best, low = found, middle
        else:
            high = middle
    return best


def levelled(build: Build, rooms: Sequence[Box], filled: Filled) -> Filled:
    """The columns as short as they all go, so that they end on one height."""
    low, high = min(room.y for room in rooms), max(room.bottom for room in rooms)
    best = filled
    for _ in range(_STEPS_TO_LEVEL):
        middle = (low + high) / 2
        shorter = [replace(room, h=max(0.0, min(middle - room.y, room.h))) for room in rooms]
        found = _at(build, shorter, filled.scale)
        if found is None:
            low = middle
        else:
            best, high = found, middle
    return best


def _at(build: Build, rooms: Sequence[Box], scale: float) -> Filled | None:
    """The text at this scale; None where it does not fit."""
    columns: list[list[Part]] = []
    rest = list(build(scale))
    for room in rooms:
        used, rest = fill_column(rest, room.w, room.h) if rest else ([], [])
        if stack_height(used, room.w) > room.h + 0.01:
            return None
        columns.append(used)
    return None if rest else Filled(columns, scale, [])


def _cut(parts: Sequence[Part], rooms: Sequence[Box], scale: float) -> Filled:
    columns: list[list[Part]] = []
    rest = list(parts)
    for room in rooms:
        used, rest = cut(rest, room.w, room.h)
        columns.append(used)
    return Filled(columns, scale, rest)

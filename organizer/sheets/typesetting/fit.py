"""Fits text to its place: one scale for a whole column, between a floor that stays readable and a ceiling that looks right."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import NamedTuple

from organizer.sheets.typesetting.blocks import Block, Part, stack_height
from organizer.sheets.typesetting.geometry import MM
from organizer.sheets.typesetting.paragraphs import Paragraph

_STEPS = 8


class Fitted(NamedTuple):
    """`rest` is what does not fit at the floor, and is not among `parts`."""

    parts: list[Part]
    scale: float
    rest: list[Part]


def fit(build: Callable[[float], Sequence[Part]], width: float, height: float, *, floor: float, ceiling: float) -> Fitted:
    """The largest scale at which the column fits; at the floor, as much of it as fits."""
    tallest = list(build(ceiling))
    if stack_height(tallest, width) <= height:
        return Fitted(tallest, ceiling, [])
    lowest = list(build(floor))
    if stack_height(lowest, width) > height:
        parts, rest = cut(lowest, width, height)
        return Fitted(parts, floor, rest)
    low, high = floor, ceiling
    for _ in range(_STEPS):
        middle = (low + high) / 2
        if stack_height(build(middle), width) <= height:
            low = middle
        else:
            high = middle
    return Fitted(list(build(low)), low, [])


def cut(parts: Sequence[Part], width: float, height: float) -> tuple[list[Part], list[Part]]:
    """The lines that fit a place of that height, and what is cut off."""
    kept: list[Part] = []
    y = 0.0
    for k, part in enumerate(parts):
        needed = part.height(width)
        if y + needed > height + 0.01:
            count = int((height - y) * MM / part.leading) if isinstance(part, Block) else 0
            if isinstance(part, Block) and count > 0:
                lines = tuple(part.lines(width))
                kept.append(replace(part, part=lines[:count], ends=False))
                return kept, [replace(part, part=lines[count:], bullet=None), *parts[k + 1 :]]
            return kept, list(parts[k:])
        kept.append(part)
        y += needed + part.after
    return kept, []


def fit_line(paragraph: Paragraph, width_pt: float, *, floor: float, ceiling: float) -> float:
    """The type size at which the text stands in one line; `floor` if it is wider even then."""
    needed = paragraph.width(paragraph.whole())
    return max(floor, min(ceiling, width_pt * 1000 / needed)) if needed > 0 else ceiling


def words_of(parts: Sequence[Part]) -> str:
    """The text of parts, to tell which words are meant."""
    texts = (
        part.paragraph.text[part.part[0].start :] if part.part else part.paragraph.text
        for part in parts
        if isinstance(part, Block)
    )
    return " ".join(" ".join(texts).split())

"""Fits text to its place: one scale for a whole column, between a floor that stays readable and a ceiling that looks right."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import NamedTuple

from organizer.sheets.typesetting.blocks import Block, Part, fill_column, stack_height
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
        parts, rest = fill_column([_partable(part) for part in lowest], width, height)
        return Fitted(parts, floor, rest)
    low, high = floor, ceiling
    for _ in range(_STEPS):
        middle = (low + high) / 2
        if stack_height(build(middle), width) <= height:
            low = middle
        else:
            high = middle
    return Fitted(list(build(low)), low, [])


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


def _partable(part: Part) -> Part:
    return replace(part, keep=False) if isinstance(part, Block) else part

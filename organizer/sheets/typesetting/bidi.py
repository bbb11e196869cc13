"""The Unicode Bidirectional Algorithm (UAX #9): embedding levels of a paragraph and the visual order of a line.

Source: https://www.unicode.org/reports/tr9/ ; rule names (X1, W2, N0, L2 …) are the report's.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from organizer.sheets.typesetting.bidi_classes import EXPLICIT, ISOLATES, bidi_class
from organizer.sheets.typesetting.bidi_weak import resolve_neutral, resolve_weak

Base = Literal["ltr", "rtl", "auto"]
_MAX_DEPTH = 125
_NEEDS_WORK = frozenset({"R", "AL", "AN", "RLE", "RLO", "RLI", "FSI", "LRE", "LRO", "LRI"})


class Levels(NamedTuple):
    """`levels`: one embedding level a character (odd is right to left); `base`: 0 or 1, the paragraph's own."""

    levels: list[int]
    base: int


def levels(text: str, base: Base = "auto") -> Levels:
    """Embedding levels of one paragraph."""
    return levels_of_classes([bidi_class(c) for c in text], base, text)


def levels_of_classes(classes: Sequence[str], base: Base, text: str | None = None) -> Levels:
    """As `levels`, from Bidi_Class names; `text` is needed for paired brackets (N0) only."""
    paragraph = {"ltr": 0, "rtl": 1}.get(base)
    if paragraph is None:
        paragraph = _first_strong(classes, 0, len(classes)) or 0
    if paragraph == 0 and _NEEDS_WORK.isdisjoint(classes):
        return Levels([0] * len(classes), 0)
    kinds = list(classes)
    found = _explicit_levels(kinds, classes, paragraph)
    kept = [i for i, kind in enumerate(classes) if kind not in EXPLICIT]
    explicit = found.copy()
    place = {index: k for k, index in enumerate(kept)}
    for sequence in _run_sequences(classes, kept, explicit):
        start, end = _outer_directions(classes, kept, place, explicit, paragraph, sequence)
        level = explicit[sequence[0]]
        resolve_weak(kinds, sequence, start)
        resolve_neutral(text, kinds, classes, sequence, start, end, level)
        _implicit_levels(kinds, sequence, level, found)
    for i, kind in enumerate(classes):
        if kind in EXPLICIT:
            found[i] = found[i - 1] if i else paragraph
    _reset_whitespace(classes, found, paragraph)
    return Levels(found, paragraph)


def visual_order(line_levels: Sequence[int]) -> list[int]:
    """Rule L2: indexes in the order in which they are drawn from left to right."""
    order = list(range(len(line_levels)))
    odd = [level for level in line_levels if level & 1]
    if not odd:
        return order
    for level in range(max(line_levels), min(odd) - 1, -1):
        i = 0
        while i < len(order):
            j = i
            while j < len(order) and line_levels[order[j]] >= level:
                j += 1
            order[i:j] = reversed(order[i:j])
            i = max(j, i + 1)
    return order


def _matching_pdi(classes: Sequence[str], opener: int) -> int:
    """BD9: the index of the PDI that closes the isolate at `opener`; the length of the text if there is none."""
    depth = 1
    for i in range(opener + 1, len(classes)):
        kind = classes[i]
        if kind in ISOLATES:
            depth += 1
        elif kind == "PDI":
            depth -= 1
            if not depth:
                return i
        elif kind == "B":
            break
    return len(classes)


def _first_strong(classes: Sequence[str], start: int, end: int) -> int | None:
    """P2 and P3: 0 or 1 by the first strong character outside isolates; None without one."""
    depth = 0
    for i in range(start, end):
        kind = classes[i]
        if kind in ISOLATES:
            depth += 1
        elif kind == "PDI":
            depth = max(0, depth - 1)
        elif kind == "B":
            return None
        elif not depth and kind in ("L", "R", "AL"):
            return int(kind != "L")
    return None


class _Embedding(NamedTuple):
    level: int
    override: str | None
    is_isolate: bool


class _Depth:
    """The directional status stack of X1-X8 with its overflow counters."""

    def __init__(self, paragraph: int) -> None:
        self.stack = [_Embedding(paragraph, None, False)]
        self.isolates_over = self.embeddings_over = self.isolates_open = 0

    @property
    def top(self) -> _Embedding:
        return self.stack[-1]

    def open(self, rtl: bool, override: str | None, isolate: bool) -> None:
        level = (self.top.level + 1) | 1 if rtl else (self.top.level + 2) & ~1
        if level <= _MAX_DEPTH and not self.isolates_over and not self.embeddings_over:
            self.stack.append(_Embedding(level, override, isolate))
            self.isolates_open += isolate
        elif isolate:
            self.isolates_over += 1
        elif not self.isolates_over:
            self.embeddings_over += 1

    def close_isolate(self) -> None:
        if self.isolates_over:
            self.isolates_over -= 1
        elif self.isolates_open:
            self.embeddings_over = 0
            while not self.top.is_isolate:
                self.stack.pop()
            self.stack.pop()
            self.isolates_open -= 1

    def close_embedding(self) -> None:
        if self.isolates_over:
            return
        if self.embeddings_over:
            self.embeddings_over -= 1
        elif not self.top.is_isolate and len(self.stack) > 1:
            self.stack.pop()


def _explicit_levels(kinds: list[str], classes: Sequence[str], paragraph: int) -> list[int]:
    """X1-X8. Overrides are written into `kinds`."""
    found = [paragraph] * len(classes)
    depth = _Depth(paragraph)
    for i, kind in enumerate(classes):
        if kind == "PDI":
            depth.close_isolate()
        found[i] = paragraph if kind == "B" else depth.top.level
        if depth.top.override and kind not in EXPLICIT and kind != "B":
            kinds[i] = depth.top.override
        if kind in ISOLATES:
            rtl = kind == "RLI" or (kind == "FSI" and _first_strong(classes, i + 1, _matching_pdi(classes, i)) == 1)
            depth.open(rtl, None, True)
        elif kind in ("RLE", "LRE", "RLO", "LRO"):
            depth.open(kind[0] == "R", {"RLO": "R", "LRO": "L"}.get(kind), False)
        elif kind == "PDF":
            depth.close_embedding()
    return found


def _run_sequences(classes: Sequence[str], kept: list[int], explicit: list[int]) -> list[list[int]]:
    """BD13: isolating run sequences, each as the indexes of its characters."""
    runs: list[list[int]] = []
    for i in kept:
        if runs and explicit[runs[-1][-1]] == explicit[i]:
            runs[-1].append(i)
        else:
            runs.append([i])
    run_starting = {run[0]: k for k, run in enumerate(runs)}
    used = [False] * len(runs)
    sequences = []
    for first in range(len(runs)):
        k: int | None = first
        sequence: list[int] = []
        while k is not None and not used[k]:
            used[k] = True
            sequence += runs[k]
            last = sequence[-1]
            k = run_starting.get(_matching_pdi(classes, last)) if classes[last] in ISOLATES else None
        if sequence:
            sequences.append(sequence)
    return sequences


def _outer_directions(
    classes: Sequence[str], kept: list[int], place: dict[int, int], explicit: list[int], paragraph: int, sequence: list[int]
) -> tuple[str, str]:
    """X10: the sequence's sos and eos."""
    level = explicit[sequence[0]]
    before = place[sequence[0]] - 1
    previous = explicit[kept[before]] if before >= 0 else paragraph
    last = sequence[-1]
    after = place[last] + 1
    unclosed = classes[last] in ISOLATES and _matching_pdi(classes, last) >= len(classes)
    following = explicit[kept[after]] if after < len(kept) and not unclosed else paragraph
    return "R" if max(level, previous) & 1 else "L", "R" if max(level, following) & 1 else "L"


def _implicit_levels(kinds: list[str], sequence: list[int], level: int, found: list[int]) -> None:
    """I1 and I2."""
    for i in sequence:
        kind = kinds[i]
        if level & 1:
            found[i] = level + (kind in ("L", "EN", "AN"))
        else:
            found[i] = level + {"R": 1, "AN": 2, "EN": 2}.get(kind, 0)


def _reset_whitespace(classes: Sequence[str], found: list[int], paragraph: int) -> None:
    """L1: separators, and white space before them and at the end, take the paragraph's level."""
    trailing = True
    for i in range(len(classes) - 1, -1, -1):
        kind = classes[i]
        if kind in ("B", "S"):
            trailing = True
            found[i] = paragraph
        elif kind == "WS" or kind == "PDI" or kind in ISOLATES or kind in EXPLICIT:
            if trailing:
                found[i] = paragraph
        else:
            trailing = False

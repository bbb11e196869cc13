"""The resolving rules of UAX #9 within one isolating run sequence: W1-W7 (numbers, marks) and N0-N2 (brackets, neutrals)."""

from __future__ import annotations

from collections.abc import Sequence

from organizer.sheets.typesetting.bidi_classes import CANONICAL, CLOSERS, CLOSING, ISOLATES

_NEUTRAL = frozenset({"B", "S", "WS", "ON", "LRI", "RLI", "FSI", "PDI"})
_MAX_OPEN_BRACKETS = 63


def resolve_weak(kinds: list[str], sequence: Sequence[int], start: str) -> None:
    """W1-W7, in place. `start` is the sequence's sos."""
    _marks_and_letters(kinds, sequence, start)
    _separators(kinds, sequence)
    _terminators(kinds, sequence)
    strong = start
    for i in sequence:
        if kinds[i] in ("ET", "ES", "CS"):
            kinds[i] = "ON"
        if kinds[i] in ("R", "L"):
            strong = kinds[i]
        elif kinds[i] == "EN" and strong == "L":
            kinds[i] = "L"


def _marks_and_letters(kinds: list[str], sequence: Sequence[int], start: str) -> None:
    """W1-W3: marks take what they stand on, numbers after Arabic letters are Arabic."""
    previous = strong = start
    for i in sequence:
        if kinds[i] == "NSM":
            kinds[i] = "ON" if previous in ISOLATES or previous == "PDI" else previous
        previous = kinds[i]
    for i in sequence:
        if kinds[i] in ("R", "L", "AL"):
            strong = kinds[i]
        elif kinds[i] == "EN" and strong == "AL":
            kinds[i] = "AN"
    for i in sequence:
        if kinds[i] == "AL":
            kinds[i] = "R"


def _separators(kinds: list[str], sequence: Sequence[int]) -> None:
    """W4: one separator between two numbers belongs to them."""
    for before, i, after in zip(sequence, sequence[1:], sequence[2:], strict=False):
        both = kinds[before] if kinds[before] == kinds[after] else ""
        if (kinds[i] == "ES" and both == "EN") or (kinds[i] == "CS" and both in ("EN", "AN")):
            kinds[i] = both


def _terminators(kinds: list[str], sequence: Sequence[int]) -> None:
    """W5: signs such as % and € beside a European number belong to it."""
    k = 0
    while k < len(sequence):
        end = k
        while end < len(sequence) and kinds[sequence[end]] == "ET":
            end += 1
        if end > k:
            before = k > 0 and kinds[sequence[k - 1]] == "EN"
            after = end < len(sequence) and kinds[sequence[end]] == "EN"
            if before or after:
                for i in sequence[k:end]:
                    kinds[i] = "EN"
        k = max(end, k + 1)


def resolve_neutral(
    text: str | None, kinds: list[str], classes: Sequence[str], sequence: Sequence[int], start: str, end: str, level: int
) -> None:
    """N0-N2, in place. `start` and `end` are the sequence's sos and eos, `classes` the classes before any rule."""
    embedding = "R" if level & 1 else "L"
    if text is not None:
        for opening, closing in _bracket_pairs(text, kinds, sequence):
            direction = _bracket_direction(kinds, sequence, opening, closing, start, embedding)
            if direction:
                _set_bracket(kinds, classes, sequence, opening, direction)
                _set_bracket(kinds, classes, sequence, closing, direction)
    k = 0
    while k < len(sequence):
        stop = k
        while stop < len(sequence) and kinds[sequence[stop]] in _NEUTRAL:
            stop += 1
        if stop > k:
            left = _strong(kinds[sequence[k - 1]]) if k else start
            right = _strong(kinds[sequence[stop]]) if stop < len(sequence) else end
            for i in sequence[k:stop]:
                kinds[i] = left if left and left == right else embedding
        k = max(stop, k + 1)


def _strong(kind: str) -> str:
    return "L" if kind == "L" else "R" if kind in ("R", "EN", "AN") else ""


def _bracket_pairs(text: str, kinds: list[str], sequence: Sequence[int]) -> list[tuple[int, int]]:
    """BD16: pairs as positions in the sequence, by their opening."""
    opened: list[tuple[str, int]] = []
    pairs: list[tuple[int, int]] = []
    for k, i in enumerate(sequence):
        sign = text[i]
        if kinds[i] != "ON":
            continue
        if sign in CLOSING:
            if len(opened) >= _MAX_OPEN_BRACKETS:
                return []
            closing = CLOSING[sign]
            opened.append((CANONICAL.get(closing, closing), k))
        elif sign in CLOSERS:
            wanted = CANONICAL.get(sign, sign)
            for depth in range(len(opened) - 1, -1, -1):
                if opened[depth][0] == wanted:
                    pairs.append((opened[depth][1], k))
                    del opened[depth:]
                    break
    return sorted(pairs)


def _bracket_direction(
    kinds: list[str], sequence: Sequence[int], opening: int, closing: int, start: str, embedding: str
) -> str | None:
    """N0 b-d: the direction of a pair, None if nothing strong stands inside."""
    inside = {_strong(kinds[i]) for i in sequence[opening + 1 : closing]} - {""}
    if embedding in inside:
        return embedding
    if not inside:
        return None
    before = (_strong(kinds[i]) for i in reversed(sequence[:opening]))
    context = next((found for found in before if found), start)
    return context if context != embedding else embedding


def _set_bracket(kinds: list[str], classes: Sequence[str], sequence: Sequence[int], k: int, direction: str) -> None:
    kinds[sequence[k]] = direction
    for i in sequence[k + 1 :]:
        if classes[i] != "NSM":
            break
        kinds[i] = direction

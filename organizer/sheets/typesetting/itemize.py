"""Cuts a text into pieces of one face, one script, one weight and one direction, which HarfBuzz can shape."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from organizer.sheets.typesetting.faces import Face
from organizer.sheets.typesetting.scripts import script

BOX = "□"
_ISOLATE = re.compile("[\u2066\u2068][^\u2066-\u2069]*\u2069")
# Default_Ignorable_Code_Point of DerivedCoreProperties.txt, and line breaks: first and last of each range.
_INVISIBLE = (
    (0xAD, 0xAD),
    (0x34F, 0x34F),
    (0x61C, 0x61C),
    (0x115F, 0x1160),
    (0x17B4, 0x17B5),
    (0x180B, 0x180F),
    (0x200B, 0x200F),
    (0x2028, 0x202E),
    (0x2060, 0x206F),
    (0x3164, 0x3164),
    (0xFE00, 0xFE0F),
    (0xFEFF, 0xFEFF),
    (0xFFA0, 0xFFA0),
    (0xFFF0, 0xFFF8),
    (0x1BCA0, 0x1BCA3),
    (0x1D173, 0x1D17A),
    (0xE0000, 0xE0FFF),
)


@dataclass(frozen=True)
class Piece:
    """Characters `start` to `end` (not included) of the text. `weight` is the number of the run they came from."""

    start: int
    end: int
    level: int
    face: Face
    script: str
    weight: int


@dataclass(frozen=True)
class Items:
    """`drawn` is the text with a box in place of each sign that no face has; `missing` holds those signs."""

    drawn: str
    pieces: tuple[Piece, ...]
    missing: tuple[str, ...]


@lru_cache(maxsize=8192)
def _is_invisible(character: str) -> bool:
    point = ord(character)
    return any(first <= point <= last for first, last in _INVISIBLE)


@lru_cache(maxsize=8192)
def _is_mark(character: str) -> bool:
    return unicodedata.category(character)[0] == "M"


def itemize(text: str, levels: Sequence[int], weights: Sequence[int], stacks: Sequence[tuple[Face, ...]]) -> Items:
    """`weights[k]` is the run of character k, `stacks[w]` the faces for run w."""
    chooser = _Chooser()
    latin = _in_latin(text)
    faces = [
        chooser.face_for(c, stacks[weight], weight, k in latin) for k, (c, weight) in enumerate(zip(text, weights, strict=True))
    ]
    scripts = _scripts(text)
    drawn = "".join(BOX if c in chooser.missing else c for c in text) if chooser.missing else text
    pieces = []
    start = 0
    for k in range(1, len(text) + 1):
        if k < len(text):
            same = faces[k] is faces[start] and scripts[k] == scripts[start]
            if same and levels[k] == levels[start] and weights[k] == weights[start]:
                continue
        pieces.append(Piece(start, k, levels[start], faces[start], scripts[start], weights[start]))
        start = k
    return Items(drawn, tuple(pieces) if text else (), tuple(chooser.missing))


class _Chooser:
    """Takes the first face that has the character; marks, spaces and signs stay with the face before them if they can."""

    def __init__(self) -> None:
        self.missing: dict[str, None] = {}
        self._before: Face | None = None
        self._weight = -1

    def face_for(self, character: str, stack: tuple[Face, ...], weight: int, in_latin: bool) -> Face:
        before = self._before if weight == self._weight else None
        if in_latin:
            stack = tuple(face for face in stack if face.covers("A"))
            before = before if before in stack else None
        self._weight = weight
        self._before = self._choose(character, stack, before)
        return self._before

    def _choose(self, character: str, stack: tuple[Face, ...], before: Face | None) -> Face:
        if _is_invisible(character):
            return before or stack[0]
        if character.isdecimal() and stack[0].covers(character):
            return stack[0]
        if before and not script(character) and before.covers(character) and before is not stack[-1]:
            return before
        if before and _is_mark(character) and before.covers(character):
            return before
        for face in stack:
            if face.covers(character):
                return face
        self.missing[character] = None
        return stack[-1]


def _in_latin(text: str) -> set[int]:
    """Characters of isolates whose letters are all Latin: the numbers of an address stand in the face of its words."""
    found: set[int] = set()
    for span in _ISOLATE.finditer(text):
        if {script(character) for character in span[0]} - {""} == {"Latn"}:
            found.update(range(*span.span()))
    return found


def _scripts(text: str) -> list[str]:
    """Signs and spaces take the script before them; those at the beginning that of the first letter."""
    found = []
    last = next((name for name in map(script, text) if name), "")
    for character in text:
        last = script(character) or last
        found.append(last)
    return found

"""The script of a character, as far as the fonts reach: ISO 15924 codes."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from functools import lru_cache

_RANGES = (
    (0x41, 0x24F, "Latn"),
    (0x250, 0x2AF, "Latn"),
    (0x370, 0x3FF, "Grek"),
    (0x400, 0x52F, "Cyrl"),
    (0x531, 0x58F, "Armn"),
    (0x591, 0x5FF, "Hebr"),
    (0x600, 0x6FF, "Arab"),
    (0x750, 0x77F, "Arab"),
    (0x8A0, 0x8FF, "Arab"),
    (0x900, 0x97F, "Deva"),
    (0xE00, 0xE7F, "Thai"),
    (0x10A0, 0x10FF, "Geor"),
    (0x1200, 0x139F, "Ethi"),
    (0x1C80, 0x1C8F, "Cyrl"),
    (0x1C90, 0x1CBF, "Geor"),
    (0x1E00, 0x1EFF, "Latn"),
    (0x1F00, 0x1FFF, "Grek"),
    (0x2C60, 0x2C7F, "Latn"),
    (0x2DE0, 0x2DFF, "Cyrl"),
    (0x3040, 0x309F, "Hira"),
    (0x30A0, 0x30FF, "Kana"),
    (0x3400, 0x9FFF, "Hani"),
    (0xA640, 0xA69F, "Cyrl"),
    (0xA720, 0xA7FF, "Latn"),
    (0xAC00, 0xD7AF, "Hang"),
    (0xF900, 0xFAFF, "Hani"),
    (0xFB1D, 0xFB4F, "Hebr"),
    (0xFB50, 0xFDFF, "Arab"),
    (0xFE70, 0xFEFF, "Arab"),
    (0x20000, 0x3FFFF, "Hani"),
)
_STARTS = [low for low, _high, _name in _RANGES]
BREAKS_ANYWHERE = frozenset({"Hani", "Hira", "Kana"})


@lru_cache(maxsize=8192)
def script(character: str) -> str:
    """The script of a letter or mark; empty for signs, digits and spaces, which take that of their neighbours."""
    category = unicodedata.category(character)
    if category[0] not in "LM":
        return ""
    point = ord(character)
    k = bisect_right(_STARTS, point) - 1
    if k < 0 or point > _RANGES[k][1]:
        return ""
    return _RANGES[k][2]

"""What UAX #9 knows of characters: their Bidi_Class, paired brackets, mirror images."""

from __future__ import annotations

import unicodedata

EXPLICIT = frozenset({"RLE", "LRE", "RLO", "LRO", "PDF", "BN"})
ISOLATES = frozenset({"LRI", "RLI", "FSI"})

# BidiBrackets.txt: opening and closing in turn.
_PAIRS = (
    "()[]{}༺༻༼༽᚛᚜⁅⁆⁽⁾₍₎⌈⌉⌊⌋\u2329\u232a❨❩❪❫❬❭❮❯❰❱❲❳❴❵⟅⟆⟦⟧⟨⟩⟪⟫⟬⟭⟮⟯⦃⦄⦅⦆⦇⦈⦉⦊⦋⦌⦍⦐⦏⦎⦑⦒⦓⦔⦕⦖⦗⦘⧘⧙⧚⧛⧼⧽"
    "⸢⸣⸤⸥⸦⸧⸨⸩⹕⹖⹗⹘⹙⹚⹛⹜〈〉《》「」『』【】〔〕〖〗〘〙〚〛﹙﹚﹛﹜﹝﹞（）［］｛｝｟｠｢｣"
)
CLOSING = dict(zip(_PAIRS[::2], _PAIRS[1::2], strict=True))
MIRRORED = (
    CLOSING
    | {closing: opening for opening, closing in CLOSING.items()}
    | {"«": "»", "»": "«", "‹": "›", "›": "‹", "<": ">", ">": "<"}
)
CLOSERS = frozenset(_PAIRS[1::2])
CANONICAL = {"\u2329": "\u3008", "\u232a": "\u3009"}
_UNASSIGNED = (
    (0x590, 0x5FF, "R"),
    (0x600, 0x7BF, "AL"),
    (0x7C0, 0x85F, "R"),
    (0x860, 0x8FF, "AL"),
    (0x20A0, 0x20CF, "ET"),
    (0xFB1D, 0xFB4F, "R"),
    (0xFB50, 0xFDFF, "AL"),
    (0xFE70, 0xFEFF, "AL"),
    (0x10800, 0x10FFF, "R"),
    (0x1E800, 0x1EFFF, "R"),
)


def bidi_class(character: str) -> str:
    """The character's Bidi_Class, with the defaults of DerivedBidiClass.txt for unassigned code points."""
    known = unicodedata.bidirectional(character)
    if known:
        return known
    point = ord(character)
    return next((name for low, high, name in _UNASSIGNED if low <= point <= high), "L")

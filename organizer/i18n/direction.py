"""Which way a text runs, and what keeps its order among texts that run the other way."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from organizer.i18n.spoken import is_rtl, language, main_language

_FIRST_STRONG, _END_ISOLATE = "\u2068", "\u2069"
_LEFT_TO_RIGHT = "\u2066"
_FROM_RIGHT = "\u2067"
_ISOLATES = (_LEFT_TO_RIGHT, _FROM_RIGHT, _FIRST_STRONG)
_LEFT_TO_RIGHT_MARK, _RIGHT_TO_LEFT_MARK = "\u200e", "\u200f"
_ARABIC_COMMA = ("ar", "fa", "ur")


def joined(*words: str) -> str:
    """What belongs together, with the comma of the language between; what is empty is left out. Each keeps its own order.

    For the eye alone: what is kept, printed or read again must not hold isolates.
    """
    return _side_by_side("، " if main_language(language()) in _ARABIC_COMMA else ", ", words)


def dotted(*words: str) -> str:
    """What stands side by side, as in a line of details: a dot between, what is empty left out. For the eye alone, as above."""
    return _side_by_side(" · ", words)


def _side_by_side(between: str, words: Iterable[str]) -> str:
    said = [each for each in words if each]
    if len(said) < 2 or not (is_rtl() or any(runs_rtl(each, window=False) for each in said)):
        return between.join(said)
    # Isolates have no direction of their own: the mark in front gives the whole one.
    return (_RIGHT_TO_LEFT_MARK if is_rtl() else _LEFT_TO_RIGHT_MARK) + between.join(map(isolate_unknown, said))


def in_order(figures: str, tag: str | None = None) -> str:
    """Figures kept in their order where the language runs from right to left."""
    return isolate(figures) if is_rtl(tag) else figures


def isolate(text: str) -> str:
    """Keep a phone number, address, range or web address in its own left-to-right order inside other text."""
    return f"{_LEFT_TO_RIGHT}{text}{_END_ISOLATE}"


def isolate_rtl(text: str) -> str:
    """Keep a right-to-left sentence in its order on a line that runs from left to right, whatever it begins with."""
    return f"{_FROM_RIGHT}{text}{_END_ISOLATE}"


def isolate_unknown(text: str) -> str:
    """Keep a name of unknown direction from disturbing the sentence around it."""
    return f"{_FIRST_STRONG}{text}{_END_ISOLATE}"


def runs_rtl(text: str, *, window: bool) -> bool:
    """Whether a text of unknown direction runs from right to left: its first letter tells. Figures run from left to right.

    What holds isolates is a sentence of the program and runs as its `window` does; in a right-to-left window so does
    whatever holds a word of such a script: a sentence may begin with a name in Latin letters.
    """
    if any(mark in text for mark in _ISOLATES):
        return window
    letters = [found for found in map(unicodedata.bidirectional, text) if found in ("L", "R", "AL")]
    return any(found != "L" for found in (letters if window else letters[:1]))


def own_order(text: str, *, rtl: bool) -> str:
    """A text of unknown direction as it is painted on a line that runs from right to left or not: its own words in order, its
    stop, its ellipsis and the number it begins with where they belong.
    """
    return isolate_unknown(text) if text and runs_rtl(text, window=rtl) != rtl else text

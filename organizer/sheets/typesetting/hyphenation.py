"""Where a word may be hyphenated: Liang's patterns from pyphen's dictionaries, read in a few milliseconds.

pyphen itself parses every pattern when it opens a dictionary (German: 0.9 s); here a pattern is parsed when a word meets it.
"""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

import pyphen

from organizer.i18n import main_language

_PREFERRED = {"en": "en_GB", "de": "de_DE", "pt": "pt_PT", "es": "es", "fr": "fr", "it": "it_IT", "nb": "nb_NO", "no": "nb_NO"}
_NO_DIGITS = str.maketrans("", "", "0123456789")
_WORD = re.compile(r"(?<![^\W\d_])[^\W\d_]{6,60}(?![^\W\d_])")
_LEAST_BEFORE, _LEAST_AFTER = 2, 3
_HEADER = ("#", "%", "LEFTHYPHENMIN", "RIGHTHYPHENMIN", "COMPOUNDLEFT", "COMPOUNDRIGHT", "NEXTLEVEL", "NOHYPHEN")


def hyphens(text: str, language: str) -> list[int]:
    """Positions in the text where a line may end with a hyphen: never in a word with a capital inside, nor in names of places."""
    patterns = _patterns(language)
    if not patterns:
        return []
    found = []
    for word in _WORD.finditer(text):
        if word[0][1:].islower():
            found += [word.start() + k for k in _in_word(word[0].lower(), language)]
    return found


@lru_cache(maxsize=4096)
def _in_word(word: str, language: str) -> tuple[int, ...]:
    patterns = _patterns(language)
    dotted = f".{word}."
    weights = [0] * (len(dotted) + 1)
    for start in range(len(dotted)):
        for end in range(start + 1, min(len(dotted), start + _longest(language)) + 1):
            pattern = patterns.get(dotted[start:end])
            if pattern is not None:
                for k, weight in enumerate(_weights(pattern)):
                    weights[start + k] = max(weights[start + k], weight)
    last = len(word) - _LEAST_AFTER
    return tuple(k for k in range(_LEAST_BEFORE, last + 1) if weights[k + 1] & 1)


@lru_cache(maxsize=16384)
def _weights(pattern: str) -> tuple[int, ...]:
    """The numbers between the letters of a pattern: `.ab3c` is (0, 0, 0, 3, 0)."""
    weights = [0]
    for sign in pattern:
        if sign.isdigit():
            weights[-1] = int(sign)
        else:
            weights.append(0)
    return tuple(weights)


@lru_cache(maxsize=32)
def _longest(language: str) -> int:
    return max(map(len, _patterns(language)), default=0)


@lru_cache(maxsize=32)
def _patterns(language: str) -> dict[str, str]:
    """Letters of each pattern to the pattern; empty for languages without a dictionary."""
    wanted = _PREFERRED.get(main_language(language), language.replace("-", "_"))
    name = pyphen.language_fallback(wanted)
    if not name:
        return {}
    encoding, _newline, body = Path(pyphen.LANGUAGES[name]).read_bytes().partition(b"\n")
    lines = body.decode(encoding.decode("ascii").strip().lower().replace("microsoft-", "")).splitlines()
    patterns = [line.strip() for line in lines if line and "/" not in line and not line.startswith(_HEADER)]
    return {pattern.translate(_NO_DIGITS): pattern for pattern in patterns}

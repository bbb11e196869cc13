"""Capitals as each language writes them: Greek without tonos, Turkish dotted I, German ẞ; none where a script has no case."""

from __future__ import annotations

import unicodedata

from organizer.sheets.typesetting.stacks import main_language

_ACCENTS_DROPPED = frozenset("\u0300\u0301\u0342")
_DOTTED_I = frozenset({"tr", "az", "tt", "crh"})


def capitals(text: str, language: str) -> str:
    """The text in capitals. The length may change."""
    main = main_language(language)
    if main == "el":
        apart = unicodedata.normalize("NFD", text)
        text = unicodedata.normalize("NFC", "".join(c for c in apart if c not in _ACCENTS_DROPPED))
    elif main in _DOTTED_I:
        text = text.replace("i", "İ")
    elif main == "nl":
        text = text.replace("ij", "IJ")
    return text.replace("ß", "ẞ").upper()

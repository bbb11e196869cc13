"""Capitals as each language writes them: Greek without tonos, Turkish dotted I, German ẞ; none where a script has no case."""

from __future__ import annotations

import re
import unicodedata

from organizer.i18n import main_language

_ACCENTS_DROPPED = frozenset("\u0300\u0301\u0313\u0314\u0342")
# Without its tonos the first vowel would melt into the second: Μάιος is ΜΑΪΟΣ.
_APART = re.compile("([αεοηΑΕΟΗ]\u0301[ιυΙΥ])(?![\u0300\u0301\u0308\u0342])")
# The word ή (or) keeps its tonos.
_OR = re.compile(r"(?<!\w)[ήΉ](?!\w)")
_DOTTED_I = frozenset({"tr", "az", "tt", "crh"})


def capitals(text: str, language: str) -> str:
    """The text in capitals. The length may change."""
    main = main_language(language)
    if main == "el":
        return "Ή".join(_greek(part) for part in _OR.split(unicodedata.normalize("NFC", text)))
    if main in _DOTTED_I:
        text = text.replace("i", "İ")
    elif main == "nl":
        text = text.replace("ij", "IJ")
    return text.replace("ß", "ẞ").upper()


def _greek(text: str) -> str:
    apart = _APART.sub("\\1\u0308", unicodedata.normalize("NFD", text))
    return unicodedata.normalize("NFC", "".join(c for c in apart if c not in _ACCENTS_DROPPED)).upper()

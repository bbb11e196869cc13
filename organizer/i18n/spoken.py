"""The language in force, and its sentences: gettext for words, Babel's locale for whatever is written in its way."""

from __future__ import annotations

import copy
import gettext
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from organizer import paths

if TYPE_CHECKING:
    from babel import Locale

SOURCE_LANGUAGE = "en_GB"
_RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur", "ps", "yi", "ckb", "dv", "ug"})


class _Words:
    """The language in force. One per process: gettext, dates and numbers change together."""

    def __init__(self) -> None:
        self.tag = SOURCE_LANGUAGE
        self.catalogue: gettext.NullTranslations = gettext.NullTranslations()


_now = _Words()


def _(sentence: str) -> str:
    """The sentence in the chosen language."""
    # The empty sentence is the key of a catalogue's own head.
    return _now.catalogue.gettext(sentence) if sentence else ""


def plural(one: str, many: str, n: int) -> str:
    """The sentence in the plural form that `n` asks for, as it stands in the catalogue."""
    return _now.catalogue.ngettext(one, many, n)


def N_(sentence: str) -> str:
    """Mark a sentence for translation where it stands as data; it goes through `_` when it is shown."""
    return sentence


def set_language(tag: str) -> None:
    """Take a language from the next sentence on. Unknown tags fall back to English words with that language's formats."""
    _now.tag = tag.replace("-", "_") or SOURCE_LANGUAGE
    _now.catalogue = gettext.translation(
        "organizer", paths.resources() / "i18n", languages=[_now.tag, _now.tag.split("_")[0]], fallback=True
    )


def language() -> str:
    """The language in force, as a tag with underscores: `en_GB`, `ar`."""
    return _now.tag


def languages() -> list[str]:
    """Every language the interface speaks: English first, then the translations shipped."""
    folder = paths.resources() / "i18n"
    return [SOURCE_LANGUAGE, *sorted(mo.parent.parent.name for mo in folder.glob("*/LC_MESSAGES/organizer.mo"))]


def is_rtl(tag: str | None = None) -> bool:
    """Whether the language (by default the one in force) is written from right to left."""
    return main_language(tag or _now.tag) in _RIGHT_TO_LEFT


def main_language(tag: str) -> str:
    """`ar` of `ar-LB` and of `ar_LB`."""
    return tag.replace("_", "-").split("-")[0].lower()


@lru_cache(maxsize=64)
def _locale(tag: str) -> Locale:
    from babel import Locale, UnknownLocaleError

    try:
        found = Locale.parse(tag.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        found = Locale.parse(SOURCE_LANGUAGE)
    _own_calendar(found)
    return found


# The tables in which Babel keeps what it has looked up.
_LOOKED_UP = ("days", "months", "quarters", "eras")


def _own_calendar(found: Locale) -> None:
    """Gives the language tables of its own: Babel's languages share them, and one that looked up יוני lends it to the next."""
    from babel import localedata

    kept: dict[str, Any] = localedata.load(str(found))
    kept.update({table: copy.deepcopy(kept[table]) for table in _LOOKED_UP})


def locale(tag: str | None = None) -> Locale:
    """Babel's locale of a language tag; English where Babel does not know it."""
    return _locale(tag or _now.tag)


def language_name(tag: str) -> str:
    """The language's name in itself, as a person looks for it: Русский, العربية."""
    name = locale(tag).get_display_name(locale(tag)) or tag
    name = name.split(" (")[0]
    return name[:1].upper() + name[1:]


def country_name(code: str, tag: str | None = None) -> str:
    """The country of a two-letter code in the language in force; the code itself where nobody knows better."""
    return str(locale(tag).territories.get(code.upper(), code))

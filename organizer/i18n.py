"""Words, dates, numbers and money for people, in the chosen language: gettext for sentences, Babel for formats. No Qt."""

from __future__ import annotations

import copy
import gettext
import re
import unicodedata
from collections.abc import Iterable, Mapping
from datetime import date, time, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from organizer import paths

if TYPE_CHECKING:
    from babel import Locale

SOURCE_LANGUAGE = "en_GB"
_RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur", "ps", "yi", "ckb", "dv", "ug"})
_FIRST_STRONG, _END_ISOLATE = "\u2068", "\u2069"
_LEFT_TO_RIGHT = "\u2066"
_FROM_RIGHT = "\u2067"
_ISOLATES = (_LEFT_TO_RIGHT, _FROM_RIGHT, _FIRST_STRONG)
_LEFT_TO_RIGHT_MARK, _RIGHT_TO_LEFT_MARK = "\u200e", "\u200f"
NARROW_SPACE = "\u202f"


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


def _n(one: str, many: str, n: int) -> str:
    """The sentence in the plural form that `n` asks for; `{n}` in it becomes the grouped number."""
    return _now.catalogue.ngettext(one, many, n).format(n=number(n))


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


def day(value: date, tag: str | None = None) -> str:
    """16 Dec 2012"""
    return _date(value, "d MMM y", tag)


def day_long(value: date, tag: str | None = None) -> str:
    """16 December 2012"""
    return _date(value, "d MMMM y", tag)


def day_month(value: date, tag: str | None = None) -> str:
    """16 Dec: where the year is plain from what stands beside it."""
    return _date(value, "d MMM", tag)


def day_month_long(value: date, tag: str | None = None) -> str:
    """16 December"""
    return _date(value, "d MMMM", tag)


def weekday_day(value: date, tag: str | None = None) -> str:
    """Thursday, 6 December 2012"""
    from babel.dates import format_date

    return str(format_date(value, "full", locale(tag))) if _is_translated(tag) else f"{_date(value, 'EEEE, d MMMM y', tag)}"


def weekday(value: date, tag: str | None = None) -> str:
    return _date(value, "EEEE", tag)


def month_year(value: date, tag: str | None = None) -> str:
    """Dec 2012"""
    return _date(value, "LLL y", tag)


def month_short(value: date, tag: str | None = None) -> str:
    return _date(value, "LLL", tag)


def month_year_long(value: date, tag: str | None = None) -> str:
    """June 2012, июнь 2012: the month as it stands without a day."""
    return _date(value, "LLLL y", tag)


def month_long(value: date, tag: str | None = None) -> str:
    """The month as it stands beside a day number: June, июня, haziran."""
    return _date(value, "MMMM", tag)


def month_alone(value: date, tag: str | None = None) -> str:
    """The month without day or year: June, июнь."""
    return _date(value, "LLLL", tag)


def months(count: int, tag: str | None = None) -> str:
    """So many months as a length of time: 6 months, 6 месяцев."""
    from babel.dates import format_timedelta

    days = timedelta(days=count * _DAYS_OF_A_MONTH + 1)
    return str(format_timedelta(days, granularity="month", threshold=count + 1, locale=locale(tag)))


def _is_translated(tag: str | None) -> bool:
    return not (tag or _now.tag).startswith("en")


# Babel's own month, by which it counts months in a length of time.
_DAYS_OF_A_MONTH = 30
# Languages that write a stop behind the number of a day, as an ordinal.
_ORDINAL_DAYS = frozenset({"da", "de", "et", "fi", "fo", "hr", "is", "lv", "nb", "nn", "no", "sk", "sl", "cs", "sr"})


def _date(value: date, pattern: str, tag: str | None) -> str:
    from babel.dates import format_date

    if main_language(tag or _now.tag) in _ORDINAL_DAYS:
        pattern = pattern.replace("d ", "d. ")
    text = str(format_date(value, pattern, locale(tag)))
    return re.sub(r"\bSept\b", "Sep", text) if not _is_translated(tag) else text


def clock(value: time) -> str:
    """17:30, everywhere: the 24-hour clock of leaflets and of every timetable."""
    return f"{value.hour:02}:{value.minute:02}"


def number(value: int, tag: str | None = None) -> str:
    """3,128"""
    from babel.numbers import format_decimal

    return str(format_decimal(value, locale=locale(tag)))


def number_range(low: int, high: int, tag: str | None = None) -> str:
    """700–1,200: kept together and in order inside right-to-left text."""
    return _in_order(f"{number(low, tag)}–{number(high, tag)}", tag)


def percent(share: float) -> str:
    """53 % with a thin space. `share` from 0 to 1."""
    return _in_order(f"{round(share * 100)}{NARROW_SPACE}%")


def amount(minor: int, currency: str, tag: str | None = None) -> str:
    """Minor units of a currency as words: £ 2,630.00. Exact: no float on the way."""
    from babel.numbers import get_currency_symbol

    return _in_order(f"{get_currency_symbol(currency, locale(tag))}\u00a0{figure(minor, currency, tag)}", tag)


def figure(minor: int, currency: str, tag: str | None = None) -> str:
    """The amount alone, as it stands in a field: 2,630.00."""
    from decimal import Decimal

    from babel.numbers import format_decimal

    digits = currency_digits(currency)
    pattern = "#,##0" + ("." + "0" * digits if digits else "")
    return str(format_decimal(Decimal(minor).scaleb(-digits), format=pattern, locale=locale(tag)))


def currency_digits(currency: str) -> int:
    """How many digits the minor unit has: 2 for EUR, 0 for JPY, 3 for KWD."""
    from babel.numbers import get_currency_precision

    return get_currency_precision(currency)


def joined(*words: str) -> str:
    """What belongs together, with the comma of the language between; what is empty is left out. Each keeps its own order.

    For the eye alone: what is kept, printed or read again must not hold isolates.
    """
    return _side_by_side("، " if _now.tag.split("_")[0] in ("ar", "fa", "ur") else ", ", words)


def dotted(*words: str) -> str:
    """What stands side by side, as in a line of details: a dot between, what is empty left out. For the eye alone, as above."""
    return _side_by_side(" · ", words)


def _side_by_side(between: str, words: Iterable[str]) -> str:
    said = [each for each in words if each]
    if len(said) < 2 or not (is_rtl() or any(runs_rtl(each, window=False) for each in said)):
        return between.join(said)
    # Isolates have no direction of their own: the mark in front gives the whole one.
    return (_RIGHT_TO_LEFT_MARK if is_rtl() else _LEFT_TO_RIGHT_MARK) + between.join(map(isolate_unknown, said))


def _in_order(figures: str, tag: str | None = None) -> str:
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


def choice_words(choices: Mapping[str, str], value: str) -> str:
    """The words of a stored code, from a table of marked sentences; the code itself when it is unknown."""
    return _(choices[value]) if value in choices else value

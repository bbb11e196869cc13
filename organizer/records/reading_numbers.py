"""Numbers as people write them: counts, headcounts such as "about 20" and "45-60", and exact amounts of money."""

from __future__ import annotations

import re
from functools import lru_cache

from organizer import i18n
from organizer.i18n import _
from organizer.records.reading_text import ReadingError, plain, shown
from organizer.records.values import Headcount, Money

_MOST = 1_000_000_000
_MOST_MINOR = (1 << 63) - 1
# Thousands in threes, or as in India in twos before the last three, always with the same mark.
_GROUPED = re.compile(r"\d{1,3}(?:([., '])\d{3}|([., '])(?:\d{2}\2)+\d{3})(?:\1\d{3})*|\d+")
_RANGE = re.compile(r"(.+?)(?: ?- ?| to | bis | до | and | und | à | a )(.+)")
_ABOUT = re.compile(
    r"(?:about|around|approx(?:\.|imately)?|roughly|some|circa|ca\.?|c\.|over|more than|up to|at least|etwa|rund|ungefähr|über|"
    r"mehr als|bis zu|около|примерно|более|до|environ|unos|unas|~|≈|±)\s*(?=\d)"
)
_FROM = re.compile(r"(?:from|between|von|zwischen|от|entre|de)\s+(?=\d)")
_PEOPLE = re.compile(r"\s*(?:people|persons?|participants?|personen|leute|teilnehmende|человека?|чел\.?|personnes|personas)$")
_SYMBOLS = {
    "£": "GBP", "€": "EUR", "us$": "USD", "$us": "USD", "$": "USD", "a$": "AUD", "ca$": "CAD", "c$": "CAD", "nz$": "NZD",
    "hk$": "HKD", "r$": "BRL", "₽": "RUB", "руб": "RUB", "руб.": "RUB", "р.": "RUB", "₸": "KZT", "тг": "KZT", "₺": "TRY",
    "tl": "TRY", "₴": "UAH", "zł": "PLN", "kč": "CZK", "ft": "HUF", "¥": "JPY", "₩": "KRW", "₹": "INR", "₪": "ILS",
    "₦": "NGN", "₫": "VND", "fr.": "CHF", "sfr.": "CHF", "euro": "EUR", "euros": "EUR", "pounds": "GBP",
}  # fmt: skip
_DOLLARS = frozenset({
    "USD", "AUD", "CAD", "NZD", "HKD", "SGD", "JMD", "TTD", "BBD", "BSD", "BZD", "FJD", "GYD", "LRD",
    "NAD", "SBD", "SRD", "TWD", "XCD", "ZWL", "KYD", "BMD", "BND",
})  # fmt: skip
_AMOUNT = re.compile(r"([^\d,+-]*?)\s*([+-]?)\s*([^\d,+-]*?)\s*(\.?,?\d[\d., ']*?)(?:[.,]-{1,2})?\s*(-?)\s*([^\d,+-]*)")


def read_count(text: str) -> int | None:
    """A whole number from nought up, with or without marks for thousands; None for blank text. Raises ReadingError."""
    words = plain(text)
    return _whole(words, text) if words else None


def read_headcount(text: str) -> Headcount | None:
    """How many people: 35, 45-60, about 20, ca. 80, ~50, 700 to 1,200, 1.200; None for blank text. Raises ReadingError.

    Marks stand for thousands, never for fractions. "50+" and "over 50" are about 50.
    """
    words = plain(text)
    if not words:
        return None
    figures = _PEOPLE.sub("", words)
    bare = figures.rstrip("?+ ")
    about = _ABOUT.match(bare) or _own_about(bare)
    guessed = bool(about) or bare != figures
    bare = bare[about.end() :] if about else bare
    bare = bare[start.end() :] if (start := _FROM.match(bare)) else bare
    ends = _RANGE.fullmatch(bare)
    low, high = (_whole(ends[1], text), _whole(ends[2], text)) if ends else (_whole(bare, text),) * 2
    if low > high:
        sentence = _("{text} counts downwards.").format(text=shown(text))
        raise ReadingError(sentence, _("Write the smaller number first: {low}-{high}.").format(low=high, high=low))
    return Headcount(low, high, guessed)


def _own_about(text: str) -> re.Match[str] | None:
    """The word for "about" in the language in force, as it is written before a number."""
    word = plain(_("about {number}").partition("{number}")[0])
    return re.compile(re.escape(word) + r"\s*(?=\d)").match(text) if word else None


def _whole(words: str, typed: str) -> int:
    words = words.strip()
    if not _GROUPED.fullmatch(words):
        raise ReadingError(
            _("{text} is not a whole number.").format(text=shown(typed)), _("Write figures only, like 35 or 1200.")
        )
    number = int(re.sub(r"\D", "", words))
    if number > _MOST:
        raise _too_large(typed)
    return number


def read_money(text: str, currency: str | None = None, *, decimal_comma: bool | None = None) -> Money | None:
    """An exact amount: 1.020,50, -184,45, £20, € 250,00, GBP 12.50, 5; None for blank text. Raises ReadingError.

    A currency in the text goes before `currency`. Where both marks stand, the last one is the decimal mark. A single mark is
    what `decimal_comma` makes it; without that, three digits behind it are thousands (1.020 is 1020, unless the currency has
    three decimals) and any other number of digits are decimals.
    """
    words = plain(text)
    if not words:
        return None
    if words.startswith("(") and words.endswith(")"):
        words = "-" + words[1:-1].strip()
    match = _AMOUNT.fullmatch(words)
    if match is None:
        raise _no_amount(text)
    before, sign, between, figures, behind, after = (part.strip() for part in match.groups())
    signs = [mark for mark in (sign, behind) if mark]
    names = [name for name in (before, between, after) if name]
    if len(signs) > 1 or len(names) > 1:
        raise _no_amount(text)
    code = _currency(names[0], currency, text) if names else (currency or "").upper()
    if not code:
        sentence = _("{text} does not say in which currency.").format(text=shown(text))
        raise ReadingError(sentence, _("Write the currency with it, like 20 EUR."))
    minor = _minor(figures, i18n.currency_digits(code), decimal_comma, text)
    return Money(-minor if "-" in signs else minor, code)


def _currency(name: str, usual: str | None, typed: str) -> str:
    """The code of a currency's sign, code or common name. A bare dollar sign is the usual currency, if that is a dollar."""
    if not name.strip(". '"):
        raise _no_amount(typed)
    usual = (usual or "").upper()
    if usual and (name == plain(_symbol(usual, i18n.language())) or (name == "$" and usual in _DOLLARS)):
        return usual
    if name in _SYMBOLS:
        return _SYMBOLS[name]
    if name.upper() in _codes():
        return name.upper()
    sentence = _("{text} names a currency that is not known.").format(text=shown(typed))
    raise ReadingError(sentence, _("Write its code of three letters, like 20 EUR."))


@lru_cache(maxsize=64)
def _symbol(currency: str, tag: str) -> str:
    from babel.numbers import get_currency_symbol

    return get_currency_symbol(currency, i18n.locale(tag))


@lru_cache(maxsize=1)
def _codes() -> frozenset[str]:
    return frozenset(i18n.locale("en").currencies)


def _minor(figures: str, digits: int, decimal_comma: bool | None, typed: str) -> int:
    """The figures as minor units of a currency that has so many decimal digits."""
    figures = figures.strip()
    whole, fraction = _parted(figures, digits, decimal_comma)
    if (whole and not _GROUPED.fullmatch(whole)) or not (whole or fraction) or not re.fullmatch(r"\d*", fraction):
        raise _no_amount(typed)
    if fraction[digits:].strip("0"):
        sentence = _("{text} has more decimals than the currency.").format(text=shown(typed))
        raise ReadingError(sentence, _("Write at most {digits} digits behind the decimal mark.").format(digits=digits))
    minor = int(re.sub(r"\D", "", whole) + fraction[:digits].ljust(digits, "0") or "0")
    if minor > _MOST_MINOR:
        raise _too_large(typed)
    return minor


def _parted(figures: str, digits: int, decimal_comma: bool | None) -> tuple[str, str]:
    """Before and behind the decimal mark; what the mark is, `read_money` says."""
    last = max(figures.rfind("."), figures.rfind(","))
    if last < 0:
        return figures, ""
    mark, whole, fraction = figures[last], figures[:last], figures[last + 1 :]
    if mark in whole:
        return figures, ""
    if not {".", ","} & set(whole):
        if decimal_comma is None:
            thousands = len(fraction) == 3 and digits != 3 and whole not in ("", "0")
        else:
            thousands = (mark == ",") != decimal_comma
        if thousands:
            return figures, ""
    return whole, fraction or "?"


def _no_amount(typed: str) -> ReadingError:
    return ReadingError(_("{text} is not an amount of money.").format(text=shown(typed)), _("Write it like 12.50 EUR."))


def _too_large(typed: str) -> ReadingError:
    return ReadingError(_("{text} is too large a number.").format(text=shown(typed)), _("Check that no digit is doubled."))

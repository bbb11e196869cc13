"""Numbers and amounts of money as a language writes them, and the plural forms they ask for."""

from __future__ import annotations

from organizer.i18n.direction import in_order
from organizer.i18n.spoken import locale, plural

NARROW_SPACE = "\u202f"


def _n(one: str, many: str, n: int) -> str:
    """The sentence in the plural form that `n` asks for; `{n}` in it becomes the grouped number."""
    return plural(one, many, n).format(n=number(n))


def number(value: int, tag: str | None = None) -> str:
    """3,128"""
    from babel.numbers import format_decimal

    return str(format_decimal(value, locale=locale(tag)))


def signed(value: float, tag: str | None = None) -> str:
    """+0.5 or -2: how far something is moved; 0 bears no sign."""
    from babel.numbers import format_decimal

    return in_order(str(format_decimal(value, format="+0.#;-0.#" if value else "0", locale=locale(tag))), tag)


def number_range(low: int, high: int, tag: str | None = None) -> str:
    """700–1,200: kept together and in order inside right-to-left text."""
    return in_order(f"{number(low, tag)}–{number(high, tag)}", tag)


def percent(share: float) -> str:
    """53 % with a thin space. `share` from 0 to 1."""
    return in_order(f"{round(share * 100)}{NARROW_SPACE}%")


def amount(minor: int, currency: str, tag: str | None = None) -> str:
    """Minor units of a currency as words: £ 2,630.00. Exact: no float on the way."""
    from babel.numbers import get_currency_symbol

    return in_order(f"{get_currency_symbol(currency, locale(tag))}\u00a0{figure(minor, currency, tag)}", tag)


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


def currency_name(currency: str, count: int, tag: str | None = None) -> str:
    """What so many units of the currency are called: euros, рубля."""
    from babel.numbers import get_currency_name

    return str(get_currency_name(currency, count=count, locale=locale(tag)))

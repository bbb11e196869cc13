"""Amounts in words, as receipts want them: one hundred and twenty-one euros 50/100. Data: `resources/sheets/amounts.toml`."""

from __future__ import annotations

import tomllib
from functools import cache
from typing import TYPE_CHECKING, Any

from organizer import i18n, paths
from organizer.records.values import Money
from organizer.sheets.words import digits

if TYPE_CHECKING:
    from unicode_rbnf import RbnfEngine

_GENDERS = ("masculine", "feminine", "neuter")
_MILLION = 1_000_000
_TOO_MUCH = 1_000 * _MILLION


def languages() -> frozenset[str]:
    """Languages in which amounts are said in words."""
    return frozenset(key for key, table in _tables().items() if isinstance(table, dict))


def amount_in_words(amount: Money, language: str) -> str:
    """The whole units in words, the rest as a fraction in figures; empty where the words are not sure to be right.

    Not sure is a language without rules, a currency whose gender would be guessed, whole millions (in some languages followed by
    another case), and what is less than one unit.
    """
    unit = 10 ** i18n.currency_digits(amount.currency)
    whole, rest = divmod(amount.minor, unit)
    main = i18n.main_language(language)
    if main not in languages() or not _tables()[main].get("least", 1) <= whole < _TOO_MUCH or whole % _MILLION == 0:
        return ""
    number = _number(whole, amount.currency, main)
    if not number:
        return ""
    places = len(str(unit)) - 1
    fraction = digits(f"{rest:0{places}}/{unit}", language) if places else ""
    return " ".join(part for part in (number, i18n.currency_name(amount.currency, whole, language), fraction) if part)


def _number(whole: int, currency: str, language: str) -> str:
    """The number as it is said before the currency; empty where that depends on a gender that is not known."""
    table = _tables()[language]
    if whole != 1 and "counting" in table:
        rules = {table["counting"]}
    elif currency in _tables()["currencies"]:
        rules = {table[_gender(currency, table)]}
    else:
        rules = {table[gender] for gender in _GENDERS if gender in table}
    spoken = {_said(whole, rule, language) for rule in rules}
    return spoken.pop() if len(spoken) == 1 else ""


def _gender(currency: str, table: dict[str, Any]) -> str:
    return next((gender for gender in _GENDERS if currency in table.get(f"{gender}_currencies", ())), "masculine")


def _said(whole: int, rule: str, language: str) -> str:
    # Soft hyphens stand in some numbers as hints for line ends.
    words = _engine(language).format_number(whole, ruleset_names=[rule]).text.replace("\u00ad", "")
    for wrong, right in _tables()[language].get("mend", {}).items():
        words = words.replace(wrong, right)
    return words


@cache
def _engine(language: str) -> RbnfEngine:
    from unicode_rbnf import RbnfEngine

    return RbnfEngine.for_language(language)


@cache
def _tables() -> dict[str, Any]:
    return tomllib.loads((paths.resources() / "sheets" / "amounts.toml").read_text(encoding="utf-8"))

"""Values that records are made of: money, headcounts, uncertain days, and the tables of codes with their words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from organizer import i18n
from organizer.i18n import N_, _

_CURRENCY = re.compile(r"[A-Z]{3}")
_ESTIMATED_FROM = 5


def is_currency(code: str) -> bool:
    """Whether this may be an ISO 4217 code: three capital letters."""
    return _CURRENCY.fullmatch(code) is not None


@dataclass(frozen=True, order=True)
class Money:
    """An exact amount: integer minor units and an ISO 4217 code. Never float, never added across currencies."""

    minor: int
    currency: str

    def __post_init__(self) -> None:
        if not is_currency(self.currency):
            raise ValueError(f"not a currency code: {self.currency!r}")

    def __add__(self, other: Money) -> Money:
        if self.currency != other.currency:
            raise ValueError(f"{self.currency} and {other.currency} cannot be added")
        return Money(self.minor + other.minor, self.currency)

    def __str__(self) -> str:
        return i18n.amount(self.minor, self.currency)


@dataclass(frozen=True)
class Headcount:
    """How many people: from, to, and whether it is a round guess. Never a list of names."""

    low: int
    high: int
    about: bool = False

    def __str__(self) -> str:
        figure = i18n.number(self.low) if self.low == self.high else i18n.number_range(self.low, self.high)
        return _("about {number}").format(number=figure) if self.about else figure


class DatePrecision:
    """How certain a day is."""

    EXACT, MONTH, ESTIMATE = "exact", "month", "estimate"
    WORDS = {EXACT: N_("Exact day"), MONTH: N_("Month only"), ESTIMATE: N_("Estimate")}


def day_words(day: date | None, precision: str) -> str:
    """The day as a person says it: 16 Dec 2012, Dec 2012, about 16 Dec 2012."""
    if day is None:
        return ""
    if precision == DatePrecision.MONTH:
        return i18n.month_year(day)
    if precision == DatePrecision.ESTIMATE:
        return _("about {day}").format(day=i18n.day(day))
    return i18n.day(day)


class Evidence:
    """What proves a letter: certainty is solidity, on screen and on paper."""

    HELD, REPORTED, ESTIMATED = "held", "reported", "estimated"
    WORDS = {HELD: N_("Copy held"), REPORTED: N_("Reported"), ESTIMATED: N_("Estimated")}

    @staticmethod
    def without_copy(quantity: int) -> str:
        """What so many letters at once are, of which no copy is on file: five or more are an estimate."""
        return Evidence.ESTIMATED if quantity >= _ESTIMATED_FROM else Evidence.REPORTED


class Channel:
    """How a message went."""

    WORDS = {
        "post": N_("post"),
        "email": N_("e-mail"),
        "fax": N_("fax"),
        "phone": N_("phone"),
        "sms": N_("SMS"),
        "web": N_("web form"),
        "hand": N_("by hand"),
    }


class PrintClass:
    """Who may see a printed sheet."""

    PUBLIC, BRANCH, CONFIDENTIAL = "public", "branch", "confidential"
    WORDS = {PUBLIC: N_("Public"), BRANCH: N_("Branch"), CONFIDENTIAL: N_("Confidential")}

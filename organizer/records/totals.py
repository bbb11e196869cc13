"""What a campaign adds up to: letters by what proves them, pickets by state, gifts by currency. The same on screen and paper."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from organizer.records.target import Target
from organizer.records.values import Headcount, Money

Unit = Literal["week", "month", "year"]


class Counted:
    """Letters, split by what proves them."""

    held: int
    reported: int
    estimated: int

    @property
    def total(self) -> int:
        return self.held + self.reported + self.estimated

    def parts(self) -> tuple[int, int, int]:
        """In the order of certainty, as bars and prints show them."""
        return self.held, self.reported, self.estimated


@dataclass(frozen=True)
class Letters(Counted):
    """How many letters there are, and how broad the support is. Undated letters count here too."""

    held: int = 0
    reported: int = 0
    estimated: int = 0
    organisations: int = 0
    cities: int = 0
    targets: int = 0


@dataclass(frozen=True)
class Period(Counted):
    """One bar: the letters of the week, month or year that begins on `start`."""

    start: date
    held: int = 0
    reported: int = 0
    estimated: int = 0


@dataclass(frozen=True)
class LettersTo(Counted):
    """The letters to one target; None for those of which nobody said where they went."""

    target: Target | None
    held: int = 0
    reported: int = 0
    estimated: int = 0


@dataclass(frozen=True)
class Pickets:
    """How many pickets in each state; people are those of held pickets where somebody `counted`."""

    held: int = 0
    cities: int = 0
    scheduled: int = 0
    draft: int = 0
    cancelled: int = 0
    people: Headcount | None = None
    counted: int = 0


@dataclass(frozen=True)
class Gifts:
    """The gifts of one currency: never added to those of another."""

    amount: Money
    count: int


@dataclass(frozen=True)
class CampaignTotals:
    """What a campaign adds up to on a day.

    `bars` stand without gaps, one a `unit`; letters without a day are in none of them. `targets` by number of letters.
    """

    today: date
    letters: Letters = Letters()
    unit: Unit = "month"
    bars: tuple[Period, ...] = ()
    targets: tuple[LettersTo, ...] = ()
    pickets: Pickets = Pickets()
    gifts: tuple[Gifts, ...] = ()

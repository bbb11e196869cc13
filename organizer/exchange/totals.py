"""Totals: what the new rows of a sheet come to, in figures and in words, so that a person can hold them against the sheet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from organizer.exchange.drafts import Draft
from organizer.i18n import _n
from organizer.records.base import Record
from organizer.records.campaign import Campaign
from organizer.records.donation import Donation, Fund
from organizer.records.letter import Letter
from organizer.records.organisation import Organisation
from organizer.records.picket import Picket
from organizer.records.place import City, Site
from organizer.records.target import Target
from organizer.records.values import Evidence, Money


@dataclass(frozen=True)
class Total:
    """One figure: `key` is stable ("letters.held", "donations.received.GBP" in minor units), `words` are for people."""

    key: str
    number: int
    words: str


def totals_of(drafts: Iterable[Draft]) -> tuple[Total, ...]:
    """The totals of what one sheet brings."""
    records = [draft.record for draft in drafts]
    return (
        *_pickets([record for record in records if isinstance(record, Picket)]),
        *_letters([record for record in records if isinstance(record, Letter)]),
        *_donations([record for record in records if isinstance(record, Donation)]),
    )


def _pickets(pickets: list[Picket]) -> list[Total]:
    states = Counter(picket.state for picket in pickets)
    sentences: dict[str, Callable[[int], str]] = {
        "held": lambda n: _n("{n} picket held", "{n} pickets held", n),
        "scheduled": lambda n: _n("{n} picket scheduled", "{n} pickets scheduled", n),
        "cancelled": lambda n: _n("{n} picket cancelled", "{n} pickets cancelled", n),
        "draft": lambda n: _n("{n} picket as a draft", "{n} pickets as drafts", n),
    }
    return [Total(f"pickets.{state}", states[state], words(states[state])) for state, words in sentences.items() if states[state]]


def _letters(letters: list[Letter]) -> list[Total]:
    if not letters:
        return []
    sums = Counter[str]()
    for letter in letters:
        sums[letter.evidence] += letter.quantity
    whole = sum(sums.values())
    sentences: dict[str, Callable[[int], str]] = {
        Evidence.HELD: lambda n: _n("{n} letter with a copy held", "{n} letters with copies held", n),
        Evidence.REPORTED: lambda n: _n("{n} letter reported", "{n} letters reported", n),
        Evidence.ESTIMATED: lambda n: _n("{n} letter estimated", "{n} letters estimated", n),
    }
    parts = [Total(f"letters.{code}", sums[code], words(sums[code])) for code, words in sentences.items() if sums[code]]
    return [Total("letters", whole, _n("{n} letter", "{n} letters", whole)), *parts]


def _donations(donations: list[Donation]) -> list[Total]:
    sums, gifts = Counter[tuple[str, str]](), Counter[tuple[str, str]]()
    for donation in donations:
        sums[donation.state, donation.currency] += donation.amount_minor
        gifts[donation.state, donation.currency] += 1
    sentences: dict[str, Callable[[int], str]] = {
        "received": lambda n: _n("{{amount}} received in {n} gift", "{{amount}} received in {n} gifts", n),
        "pending": lambda n: _n("{{amount}} pending in {n} gift", "{{amount}} pending in {n} gifts", n),
        "refunded": lambda n: _n("{{amount}} given back in {n} refund", "{{amount}} given back in {n} refunds", n),
        "voided": lambda n: _n("{{amount}} voided in {n} gift", "{{amount}} voided in {n} gifts", n),
    }
    return [
        Total(
            f"donations.{state}.{currency}",
            sums[state, currency],
            words(gifts[state, currency]).format(amount=Money(sums[state, currency], currency)),
        )
        for state, words in sentences.items()
        for currency in sorted(code for said, code in gifts if said == state)
    ]


_COUNTED: tuple[tuple[type[Record], Callable[[int], str]], ...] = (
    (Organisation, lambda n: _n("{n} new organisation", "{n} new organisations", n)),
    (Target, lambda n: _n("{n} new target", "{n} new targets", n)),
    (City, lambda n: _n("{n} new city", "{n} new cities", n)),
    (Site, lambda n: _n("{n} new site", "{n} new sites", n)),
    (Fund, lambda n: _n("{n} new fund", "{n} new funds", n)),
    (Campaign, lambda n: _n("{n} new campaign", "{n} new campaigns", n)),
)


def totals_made(drafts: Iterable[Draft]) -> tuple[Total, ...]:
    """How many records of other kinds come with the rows: the organisations, cities and targets that they name."""
    made = Counter(type(draft.record) for draft in drafts if draft.is_new())
    return tuple(Total(f"new.{kind.KIND}", made[kind], words(made[kind])) for kind, words in _COUNTED if made[kind])

"""Donations and funds: money in, kept apart by currency. A donation is voided, never deleted, once it has a receipt."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Mapped, mapped_column

from organizer.errors import Problem
from organizer.i18n import N_, _
from organizer.records.base import Listing, Record, line, link, reading, text
from organizer.records.campaign import Campaign
from organizer.records.organisation import Organisation, Person
from organizer.records.tag import Tag, has_tag, tags_on
from organizer.records.values import Money, is_currency

ERASED_GIVER = "…"
"""Stands for a giver who was erased, in whatever language the file is read."""


class Fund(Record, kw_only=True):
    """What money is given for."""

    __tablename__ = "fund"
    KIND: ClassVar[str] = "fund"

    name: Mapped[str] = line()
    campaign_id: Mapped[int | None] = link("campaign")
    purpose: Mapped[str] = text()

    @classmethod
    def listing(cls) -> Listing:
        return Listing(sorts={"name": (cls.name,)}, default_sort="name", descending=False, own_text=("name", "purpose"))

    def title(self) -> str:
        return self.name

    def problems(self) -> list[Problem]:
        found = super().problems()
        if not self.name.strip():
            found.append(Problem("name", _("The fund has no name. Type one, as in Solidarity fund.")))
        return found


def all_funds() -> Select[Fund]:
    return select(Fund).order_by(Fund.name)


def funds_for(campaign_id: int | None) -> Select[Fund]:
    """The funds of a campaign, and those that belong to none."""
    return all_funds().where((Fund.campaign_id == campaign_id) | Fund.campaign_id.is_(None))


class Donation(Record, kw_only=True):
    """One gift. Amounts are in minor units of `currency`; the fee is what a payment provider kept."""

    __tablename__ = "donation"
    KIND: ClassVar[str] = "donation"
    # Amounts, days, funds and states stay readable, so that totals stay true
    COMPARTMENT: ClassVar[tuple[str, ...]] = (
        "giver", "person_id", "organisation_id", "reference", "receipt_number", "void_reason", "notes", "import_key",
    )  # fmt: skip
    WAYS: ClassVar[dict[str, str]] = {
        "cash": N_("Cash"),
        "transfer": N_("Bank transfer"),
        "provider": N_("Payment provider"),
        "cheque": N_("Cheque"),
        "other": N_("Other"),
    }
    STATES: ClassVar[dict[str, str]] = {
        "received": N_("Received"),
        "pending": N_("Pending"),
        "refunded": N_("Refunded"),
        "voided": N_("Voided"),
    }

    campaign_id: Mapped[int | None] = link("campaign")
    fund_id: Mapped[int | None] = link("fund")
    person_id: Mapped[int | None] = link("person")
    organisation_id: Mapped[int | None] = link("organisation")
    giver: Mapped[str] = line()
    day: Mapped[date | None] = mapped_column(default=None, index=True)
    amount_minor: Mapped[int] = mapped_column(default=0)
    fee_minor: Mapped[int] = mapped_column(default=0)
    currency: Mapped[str] = mapped_column(default="GBP")
    way: Mapped[str] = mapped_column(default="cash")
    state: Mapped[str] = mapped_column(default="received")
    reference: Mapped[str] = line(index=True)
    receipt_number: Mapped[str] = line()
    void_reason: Mapped[str] = line()
    notes: Mapped[str] = text()
    import_key: Mapped[str] = line(index=True)

    campaign: Mapped[Campaign | None] = reading("Donation.campaign_id")
    fund: Mapped[Fund | None] = reading("Donation.fund_id")
    person: Mapped[Person | None] = reading("Donation.person_id")
    organisation: Mapped[Organisation | None] = reading("Donation.organisation_id")
    tags: Mapped[list[Tag]] = tags_on(KIND)

    @classmethod
    def listing(cls) -> Listing:
        return Listing(
            sorts={
                "day": (cls.day,),
                "amount": (cls.currency, cls.amount_minor),
                "giver": (func.lower(cls.giver), cls.day),
                "state": (cls.state, cls.day),
            },
            default_sort="day",
            filters={
                "campaign": lambda v: cls.campaign_id == v,
                "fund": lambda v: cls.fund_id == v,
                "currency": lambda v: cls.currency == v,
                "state": lambda v: cls.state == v,
                "way": lambda v: cls.way == v,
                "from": lambda v: cls.day >= v,
                "until": lambda v: cls.day <= v,
                "tag": has_tag(cls),
            },
            own_text=("giver", "reference", "receipt_number", "notes"),
            through={"person_id": Person, "organisation_id": Organisation, "fund_id": Fund},
        )

    def amount(self) -> Money:
        return Money(self.amount_minor, self.currency)

    def giver_words(self) -> str:
        if self.organisation:
            return self.organisation.name
        if self.person:
            return self.person.title()
        if self.giver == ERASED_GIVER:
            return _("Erased person")
        return self.giver or _("Anonymous")

    def title(self) -> str:
        return _("{amount}, {giver}").format(amount=self.amount(), giver=self.giver_words())

    def problems(self) -> list[Problem]:
        found = super().problems()
        if self.campaign_id is None:
            found.append(Problem("campaign_id", _("The donation belongs to no campaign. Choose one.")))
        if self.day is None:
            found.append(Problem("day", _("There is no day. Type the day the money came.")))
        if self.amount_minor <= 0 and self.state in ("received", "pending"):
            found.append(Problem("amount_minor", _("This is not an amount. Type what was given, as in 12.50.")))
        if not is_currency(self.currency):
            found.append(Problem("currency", _("This is not a currency. Use its three letters, as in GBP.")))
        if self.state == "voided" and not self.void_reason.strip():
            found.append(Problem("void_reason", _("It is not said why this is voided. Type the reason in a few words.")))
        return found


def donation_totals(campaign_id: int) -> Select[str, int, int]:
    """Rows of (currency, gifts, minor units): money received and not voided or refunded."""
    return (
        select(Donation.currency, func.count(Donation.id), func.sum(Donation.amount_minor))
        .where(Donation.campaign_id == campaign_id, Donation.state == "received")
        .group_by(Donation.currency)
        .order_by(func.sum(Donation.amount_minor).desc())
    )


def donations_received(campaign_id: int) -> Select[Donation]:
    """The gifts that stand, the latest first."""
    return (
        select(Donation)
        .where(Donation.campaign_id == campaign_id, Donation.state == "received")
        .order_by(Donation.day.desc(), Donation.id.desc())
    )

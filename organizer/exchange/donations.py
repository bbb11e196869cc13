"""Donations out of a payment provider's download or a branch's own list. Amounts are exact; refunds and pending are states."""

from __future__ import annotations

import re

from organizer.exchange.drafts import Draft
from organizer.exchange.headings import Row
from organizer.exchange.ledger import Ledger, key_of
from organizer.exchange.reading import code
from organizer.i18n import _
from organizer.records.donation import Donation
from organizer.records.reading import ReadingError, read_day, read_money
from organizer.records.reading_text import shown
from organizer.records.reading_words import name_key
from organizer.records.values import Money

_DECIMALS = re.compile(r"([.,])\d{2}\D*$")


def look_ahead(row: Row, ledger: Ledger) -> None:
    """Learn from an amount with two decimals which mark the sheet puts before them."""
    mark = _DECIMALS.search(row.text("amount"))
    if mark and ledger.decimal_comma is None:
        ledger.decimal_comma = mark[1] == ","


def draft(row: Row, ledger: Ledger) -> Draft:
    """One row as a donation. Raises ReadingError. A transaction number is the gift's identity; without one its words are."""
    when = read_day(row.text("day"), today=ledger.today)
    currency = _currency(row)
    amount, fee = _amount(row, currency, ledger), read_money(row.text("fee"), currency, decimal_comma=ledger.decimal_comma)
    reference, giver = row.text("reference"), row.text("giver")
    made = Draft(
        Donation(
            giver=giver,
            day=when.day if when else None,
            amount_minor=abs(amount.minor),
            fee_minor=abs(fee.minor) if fee else 0,
            currency=amount.currency,
            way=code(row, "way") or ("provider" if reference else "other"),
            state=_state(row),
            reference=reference,
            receipt_number=row.text("receipt_number"),
            void_reason=row.text("void_reason") or _void_reason(row),
            notes="\n".join(part for part in (row.text("email"), row.long_text("notes")) if part),
        )
    )
    made.link("campaign_id", ledger.campaigns.named(row.text("campaign")))
    made.link("fund_id", ledger.funds.named(row.text("fund"), made.links["campaign_id"]))
    made.key = key_of("reference", reference) if reference else key_of(when and when.day, name_key(giver), amount)
    return made


def _currency(row: Row) -> str | None:
    """The code of the row's own currency column, whether it holds a code or a sign; None where there is none."""
    cell = row.text("currency")
    if not cell:
        return None
    if not any(c.isnumeric() for c in cell):
        nothing = read_money(f"{cell} 0")
        if nothing is not None:
            return nothing.currency
    raise ReadingError(_("“{text}” is not a currency.").format(text=shown(cell)), _("Write its three letters, as in GBP."))


def _amount(row: Row, currency: str | None, ledger: Ledger) -> Money:
    amount = read_money(row.text("amount"), currency, decimal_comma=ledger.decimal_comma)
    if amount is None:
        raise ReadingError(_("The row has no amount."), _("Write what was given, as in 12.50."))
    if currency and amount.currency != currency:
        raise ReadingError(
            _("The amount is in {one}, the currency beside it is {other}.").format(one=amount.currency, other=currency),
            _("Look which is right, and write it in both."),
        )
    if amount.minor < 0 and _state(row) != "refunded":
        raise ReadingError(_("{amount} is money out, not a donation.").format(amount=amount), _("Leave it out here."))
    return amount


def _state(row: Row) -> str:
    """A refund is money that came and went back, whether the provider has sent it yet or not."""
    if code(row, "type") == "refund":
        return "refunded"
    return code(row, "state") or "received"


def _void_reason(row: Row) -> str:
    """A failed payment is voided in the provider's own word for it."""
    return row.text("state") if _state(row) == "voided" else ""


def has_no_number(row: Draft) -> bool:
    """Whether nothing but its words tells this gift from others."""
    return not _in(row).reference


def news(standing: Draft, row: Draft) -> tuple[str, ...]:
    """A gift that was pending may have arrived or gone back since. ReadingError where one number has two amounts."""
    before, later = _in(standing), _in(row)
    if not later.reference:
        return ()
    if before.amount() != later.amount():
        raise ReadingError(
            _("This transaction number stands for {one} and for {other}.").format(one=before.amount(), other=later.amount()),
            _("Ask the payment provider which is right."),
        )
    if before.state != "pending" or later.state == "pending":
        return ()
    before.state, before.fee_minor, before.void_reason = later.state, later.fee_minor, later.void_reason
    return ("state",)


def _in(draft: Draft) -> Donation:
    assert isinstance(draft.record, Donation)
    return draft.record

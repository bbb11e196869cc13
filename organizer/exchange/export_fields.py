"""What the importable kinds export: the very fields that their import reads, so that a list comes back as it went."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import time
from typing import Any

from organizer import i18n
from organizer.records.letter import Letter
from organizer.records.picket import Picket
from organizer.records.values import DatePrecision

Value = str | int | float | bool | None | list[Any] | dict[str, Any]
Fields = Mapping[str, Callable[[Any], Value]]


def _day(record: Picket | Letter) -> Value:
    """2012-08-15, 2012-08 where only the month is known, about 2012-08-15 where it is an estimate."""
    if record.day is None:
        return None
    if record.day_precision == DatePrecision.MONTH:
        return record.day.isoformat()[:7]
    estimate = record.day_precision == DatePrecision.ESTIMATE
    return f"about {record.day.isoformat()}" if estimate else record.day.isoformat()


def _clock(at: time | None) -> Value:
    return i18n.clock(at) if at else None


def _people(picket: Picket) -> Value:
    """45-60, about 20"""
    count = picket.headcount()
    if count is None:
        return None
    figure = str(count.low) if count.low == count.high else f"{count.low}-{count.high}"
    return f"about {figure}" if count.about else figure


def _site(picket: Picket) -> Value:
    site = picket.site
    return ", ".join(part for part in (site.name, site.address, site.postcode) if part) if site else None


def _city(record: Any) -> Value:
    return record.city.name if record.city else None


def _campaign(record: Any) -> Value:
    return record.campaign.title() if record.campaign else None


def _country(record: Any) -> Value:
    return record.city.country if record.city else None


def _amount(minor: int, currency: str) -> str:
    """12.50, exact, with as many digits as the currency has."""
    digits = i18n.currency_digits(currency)
    whole, part = divmod(abs(minor), 10**digits)
    figure = f"{whole}.{part:0{digits}}" if digits else str(whole)
    return f"-{figure}" if minor < 0 else figure


FIELDS: dict[str, Fields] = {
    "pickets": {
        "day": _day,
        "starts": lambda p: _clock(p.starts),
        "ends": lambda p: _clock(p.ends),
        "site": _site,
        "city": _city,
        "country": _country,
        "occasion": lambda p: p.occasion,
        "kind": lambda p: p.kind,
        "state": lambda p: p.state,
        "people": _people,
        "notice_reference": lambda p: p.notice_reference,
        "day_of_action": lambda p: p.day_of_action,
        "handed_in": lambda p: p.handed_in,
        "arrests": lambda p: p.arrests,
        "notes": lambda p: p.notes,
        "campaign": _campaign,
    },
    "letters": {
        "day": _day,
        "organisation": lambda letter: letter.sender_words(),
        "city": _city,
        "country": _country,
        "target": lambda letter: letter.target.title() if letter.target else None,
        "channel": lambda letter: letter.channel,
        "quantity": lambda letter: letter.quantity,
        "copy": lambda letter: letter.evidence,
        "members": lambda letter: letter.members,
        "reply": lambda letter: letter.reply_words or letter.reply or None,
        "tone": lambda letter: letter.tone,
        "subject": lambda letter: letter.subject,
        "repeated": lambda letter: letter.repeated,
        "notes": lambda letter: letter.notes,
        "campaign": _campaign,
    },
    "donations": {
        "day": lambda d: d.day.isoformat() if d.day else None,
        "giver": lambda d: d.giver_words() if d.organisation or d.person or d.giver else None,
        "currency": lambda d: d.currency,
        "amount": lambda d: _amount(d.amount_minor, d.currency),
        "fee": lambda d: _amount(d.fee_minor, d.currency),
        "state": lambda d: d.state,
        "way": lambda d: d.way,
        "fund": lambda d: d.fund.name if d.fund else None,
        "reference": lambda d: d.reference,
        "receipt_number": lambda d: d.receipt_number,
        "void_reason": lambda d: d.void_reason,
        "notes": lambda d: d.notes,
        "campaign": _campaign,
    },
    "organisations": {
        "name": lambda o: o.name,
        "kind": lambda o: o.kind,
        "city": _city,
        "country": lambda o: o.country,
        "members": lambda o: o.members,
        "email": lambda o: o.email,
        "phone": lambda o: o.phone,
        "website": lambda o: o.website,
        "address": lambda o: o.address,
        "notes": lambda o: o.notes,
    },
    "targets": {
        "name": lambda t: t.name,
        "office": lambda t: t.office,
        "organisation": lambda t: t.organisation,
        "kind": lambda t: t.kind,
        "country": lambda t: t.country,
        "city": _city,
        "email": lambda t: t.email,
        "role": lambda t: t.role,
        "salutation": lambda t: t.salutation,
        "language": lambda t: t.language,
        "address": lambda t: t.address,
        "phone": lambda t: t.phone,
        "fax": lambda t: t.fax,
        "website": lambda t: t.website,
        "notes": lambda t: t.notes,
    },
}

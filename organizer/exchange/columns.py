"""What an exported list has for columns, kind by kind. The importable kinds export what their import reads."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, time
from typing import Any

from sqlalchemy import inspect

from organizer import i18n
from organizer.records.base import Record
from organizer.records.campaign import Campaign, Demand
from organizer.records.donation import Donation, Fund
from organizer.records.leaflet import Leaflet
from organizer.records.letter import Letter
from organizer.records.organisation import Organisation, Person
from organizer.records.picket import Picket
from organizer.records.place import City, Site
from organizer.records.press_release import PressRelease
from organizer.records.reading_words import words
from organizer.records.target import Target
from organizer.records.values import DatePrecision

Value = str | int | float | bool | None | list[Any] | dict[str, Any]
Fields = Mapping[str, Callable[[Any], Value]]
_NOT_SHOWN = frozenset({"id", "version", "created_utc", "changed_utc", "origin", "import_key", "uid"})

LISTED: dict[str, type[Record]] = {
    "pickets": Picket,
    "letters": Letter,
    "donations": Donation,
    "organisations": Organisation,
    "people": Person,
    "targets": Target,
    "campaigns": Campaign,
    "demands": Demand,
    "press-releases": PressRelease,
    "leaflets": Leaflet,
    "funds": Fund,
    "cities": City,
    "sites": Site,
}
"""The kinds that can be listed, by the names that the command line uses."""


@dataclass(frozen=True)
class ExportColumn:
    """`field` is the stable name in JSON, `heading` the first line in CSV; `value` is plain, `cell` its text in a sheet."""

    field: str
    heading: str
    value: Callable[[Any], Value]
    cell: Callable[[Any], str]


def columns_of(kind: str) -> tuple[ExportColumn, ...]:
    """The columns of a kind in `LISTED`; the last one, uid, says which record a row is."""
    own: Fields = _FIELDS.get(kind) or _every_column(LISTED[kind])
    tags: Fields = {"tags": lambda record: [tag.name for tag in record.tags]} if _bears_tags(LISTED[kind]) else {}
    fields: Fields = {**own, **tags, "uid": lambda record: record.uid}
    return tuple(
        ExportColumn(field, _heading(kind, field), value, _as_cell(kind, field, value)) for field, value in fields.items()
    )


def _heading(kind: str, field: str) -> str:
    synonyms = words().get(kind, {}).get("columns", {}).get(field) if kind in _FIELDS else None
    heading = synonyms[0] if synonyms else field.replace("_", " ")
    return heading if field == "uid" else heading[:1].upper() + heading[1:]


def _as_cell(kind: str, field: str, value: Callable[[Any], Value]) -> Callable[[Any], str]:
    table: dict[str, list[str]] = words().get(kind, {}).get("values", {}).get(field, {}) if kind in _FIELDS else {}

    def cell(record: Any) -> str:
        plain = value(record)
        if isinstance(plain, str) and plain in table:
            return table[plain][0]
        return _text(plain)

    return cell


def _text(plain: Value) -> str:
    if plain is None:
        return ""
    if isinstance(plain, bool):
        return "yes" if plain else "no"
    if isinstance(plain, list):
        return "; ".join(_text(part) for part in plain)
    if isinstance(plain, dict):
        return "; ".join(f"{name}: {_text(part)}" for name, part in plain.items())
    return str(plain)


def _every_column(kind: type[Record]) -> Fields:
    names = [attribute.key for attribute in inspect(kind).column_attrs if attribute.key not in _NOT_SHOWN]
    return {name.removesuffix("_id") if _is_link(name) else name: _plain(name) for name in names}


def _bears_tags(kind: type[Record]) -> bool:
    return "tags" in inspect(kind).relationships


def _is_link(name: str) -> bool:
    return name.endswith("_id") and name != "geoname_id"


def _plain(name: str) -> Callable[[Any], Value]:
    """A column as a plain value; of a link, the words of the record behind it where it is read with its owner."""

    def value(record: Any) -> Value:
        if _is_link(name):
            other = getattr(record, name.removesuffix("_id"), None)
            return other.title() if isinstance(other, Record) else None
        kept: Value | time | date = getattr(record, name)
        if isinstance(kept, time):
            return i18n.clock(kept)
        if isinstance(kept, date):
            return kept.isoformat()
        return kept

    return value


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


_FIELDS: dict[str, Fields] = {
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

"""What an exported list has for columns, kind by kind: those of its own, or else every column of its record."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time
from typing import Any

from sqlalchemy import inspect

from organizer import i18n
from organizer.exchange.export_fields import FIELDS, Fields, Value
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
    own: Fields = FIELDS.get(kind) or _every_column(LISTED[kind])
    tags: Fields = {"tags": lambda record: [tag.name for tag in record.tags]} if _bears_tags(LISTED[kind]) else {}
    fields: Fields = {**own, **tags, "uid": lambda record: record.uid}
    return tuple(
        ExportColumn(field, _heading(kind, field), value, _as_cell(kind, field, value)) for field, value in fields.items()
    )


def _heading(kind: str, field: str) -> str:
    synonyms = words().get(kind, {}).get("columns", {}).get(field) if kind in FIELDS else None
    heading = synonyms[0] if synonyms else field.replace("_", " ")
    return heading if field == "uid" else heading[:1].upper() + heading[1:]


def _as_cell(kind: str, field: str, value: Callable[[Any], Value]) -> Callable[[Any], str]:
    table: dict[str, list[str]] = words().get(kind, {}).get("values", {}).get(field, {}) if kind in FIELDS else {}

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

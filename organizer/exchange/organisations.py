"""Organisations out of any sheet that names them: a list of their own, or a letter book that names one many times."""

from __future__ import annotations

from organizer.exchange.drafts import Draft
from organizer.exchange.headings import Row
from organizer.exchange.ledger import Ledger, key_of
from organizer.exchange.places import city_words
from organizer.exchange.reading import code, count, country, required
from organizer.records.organisation import Organisation
from organizer.records.reading_words import kind_in_name, name_key

_LEARNS = ("country", "members", "email", "phone", "website", "address", "notes")


def look_ahead(row: Row, ledger: Ledger) -> None:
    """Learn how the organisations spell themselves before one is taken in."""
    ledger.organisations.hear(row.text("name"))


def draft(row: Row, ledger: Ledger) -> Draft:
    """One row as an organisation. Raises ReadingError. The same name in the same city is the same organisation.

    One that the file has learns what it lacks.
    """
    name, said = required(row, "name"), _said(row)
    city = ledger.cities.named(row.text("city"), said.country)
    found = ledger.organisations.find(name, city, row.text("uid"))
    if found is None:
        found = ledger.organisations.named(name, city, said.country)
        assert found is not None and isinstance(found.record, Organisation)
        found.record.kind = said.kind
    found.fill(said, _LEARNS)
    here = key_of(name_key(name), city_words(found.links.get("city_id")))
    found.key = found.key or (here if found.is_new() else found.record.uid)
    return found


def _said(row: Row) -> Organisation:
    return Organisation(
        kind=code(row, "kind") or kind_in_name("organisations", row.text("name"), "union"),
        country=country(row),
        members=count(row, "members"),
        email=row.text("email"),
        phone=row.text("phone"),
        website=row.text("website"),
        address=row.long_text("address"),
        notes=row.long_text("notes"),
    )

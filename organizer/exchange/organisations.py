"""Organisations out of any sheet that names them: a list of their own, or a letter book that names one many times."""

from __future__ import annotations

from organizer.exchange.drafts import Draft
from organizer.exchange.headings import Row
from organizer.exchange.ledger import Ledger, key_of
from organizer.exchange.places import city_words
from organizer.exchange.reading import code, count, country, required
from organizer.records.organisation import Organisation
from organizer.records.reading_words import kind_in_name, name_key


def look_ahead(row: Row, ledger: Ledger) -> None:
    """Learn how the organisations spell themselves before one is taken in."""
    ledger.organisations.hear(row.text("name"))


def draft(row: Row, ledger: Ledger) -> Draft:
    """One row as an organisation. Raises ReadingError. The same name in the same city is the same organisation."""
    name = required(row, "name")
    city = ledger.cities.named(row.text("city"), country(row))
    found = ledger.organisations.find(name, city)
    if found is None:
        found = ledger.organisations.named(name, city, country(row))
        assert found is not None
        _describe(found.record, row, name)
    found.key = found.key or key_of(name_key(name), city_words(found.links.get("city_id")))
    return found


def _describe(record: object, row: Row, name: str) -> None:
    """Put into a new organisation what the row says of it."""
    assert isinstance(record, Organisation)
    record.kind = code(row, "kind") or kind_in_name("organisations", name, "union")
    record.members = count(row, "members")
    record.email, record.phone, record.website = row.text("email"), row.text("phone"), row.text("website")
    record.address, record.notes = row.long_text("address"), row.long_text("notes")

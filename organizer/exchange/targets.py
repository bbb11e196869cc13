"""Targets out of a sheet. One that a letter has named already, and nobody described, is described by its row."""

from __future__ import annotations

from organizer.exchange.drafts import Draft
from organizer.exchange.headings import Row
from organizer.exchange.ledger import Ledger, key_of
from organizer.exchange.places import city_words
from organizer.exchange.reading import code, country
from organizer.i18n import _
from organizer.records.reading import ReadingError
from organizer.records.reading_words import name_key
from organizer.records.target import Target

_DESCRIBES = ("name", "office", "organisation", "kind", "role", "country", "email", "salutation", "language", "address", "phone")
_LEARNS = ("country", "email", "phone", "fax", "website", "salutation", "address", "notes")


def look_ahead(row: Row, ledger: Ledger) -> None:
    """Nothing in one row depends on the others."""


def draft(row: Row, ledger: Ledger) -> Draft:
    """One row as a target. Raises ReadingError. The same name, office and body in the same city are the same target.

    One that the file has learns what it lacks.
    """
    said = _said(row)
    city = ledger.cities.named(row.text("city"), said.country)
    found = ledger.targets.described(said, city, row.text("uid"))
    if found is not None:
        found.fill(said, _LEARNS)
    else:
        found = ledger.targets.bare(said, city)
        if found is None:
            found = Draft(said)
            ledger.targets.add(found)
        else:
            _fill(found, said)
        found.link("city_id", city)
    here = key_of(name_key(said.name), name_key(said.office), name_key(said.organisation), city_words(city))
    found.key = found.key or (here if found.is_new() else found.record.uid)
    return found


def _said(row: Row) -> Target:
    name, office, organisation = row.text("name"), row.text("office"), row.text("organisation")
    if not (name or office or organisation):
        raise ReadingError(_("The row names nobody."), _("Write an office, a person or an organisation."))
    return Target(
        name=name,
        office=office,
        organisation=organisation,
        kind=code(row, "kind") or "other",
        role=code(row, "role") or "direct",
        country=country(row),
        email=row.text("email"),
        phone=row.text("phone"),
        fax=row.text("fax"),
        website=row.text("website"),
        salutation=row.text("salutation"),
        language=row.text("language").lower() or "en",
        address=row.long_text("address"),
        notes=row.long_text("notes"),
    )


def _fill(known: Draft, said: Target) -> None:
    for part in (*_DESCRIBES, "fax", "website"):
        if getattr(said, part):
            setattr(known.record, part, getattr(said, part))
    known.amended = not known.is_new()

"""People out of an address book or a sheet: who they are, how to reach them, and where they belong."""

from __future__ import annotations

from organizer.exchange.drafts import Draft
from organizer.exchange.headings import Row
from organizer.exchange.known_people import telling_digits
from organizer.exchange.ledger import Ledger, key_of
from organizer.exchange.reading import country
from organizer.i18n import _
from organizer.records.organisation import Affiliation, Person
from organizer.records.reading import ReadingError
from organizer.records.reading_words import name_key

_LEARNS = ("email", "phone", "address", "notes")


def look_ahead(row: Row, ledger: Ledger) -> None:
    """Learn how the organisations spell themselves before one is taken in."""
    ledger.organisations.hear(row.text("organisation"))


def draft(row: Row, ledger: Ledger) -> Draft:
    """One row as a person. Raises ReadingError. The same name is the same person unless e-mail or telephone say otherwise.

    One that the file has learns what is lacking, and may come to belong to one more organisation.
    """
    name = row.text("name") or f"{row.text('given')} {row.text('family')}".strip()
    if not name:
        raise ReadingError(_("The row names nobody."), _("Fill it, or leave the row out."))
    said = Person(
        name=name,
        email=row.text("email"),
        phone=row.text("phone"),
        address=row.long_text("address"),
        notes=row.long_text("notes"),
    )
    city = ledger.cities.named(row.text("city"), country(row))
    found = ledger.people.find(said, row.text("uid"))
    if found is None:
        found = ledger.people.add(Draft(said))
        found.link("city_id", city)
    else:
        found.fill(said, _LEARNS)
    _join(found, row, ledger)
    here = key_of(name_key(name), said.email.casefold(), telling_digits(said.phone))
    found.key = found.key or (here if found.is_new() else found.record.uid)
    return found


def _join(person: Draft, row: Row, ledger: Ledger) -> None:
    """Let the person belong to the organisation that the row names, in the role it names, once."""
    organisation = ledger.organisations.named(row.text("organisation"), None)
    if organisation is None or ledger.people.belongs(person, organisation):
        return
    place = Draft(Affiliation(role=row.text("role")))
    place.link("person_id", person)
    place.link("organisation_id", organisation)
    person.brings.append(place)
    person.amended = not person.is_new()

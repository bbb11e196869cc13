"""People as a list names them: found among those of the file by name, e-mail and telephone, or made once."""

from __future__ import annotations

from collections.abc import Iterable

from organizer.exchange.drafts import Draft
from organizer.records.organisation import Affiliation, Person
from organizer.records.reading_words import name_key

_TELLING_DIGITS = 9
"""The last ones of a telephone number are the same with the country in front and without."""


class People:
    """People by name, told apart by e-mail and telephone, and the organisations they belong to."""

    def __init__(self, known: Iterable[Person], belonging: Iterable[Affiliation]) -> None:
        self._of_name: dict[str, list[Draft]] = {}
        self._of_uid: dict[str, Draft] = {}
        self._belonging = {(place.person_id, place.organisation_id) for place in belonging}
        for person in known:
            self._of_uid[person.uid] = self.add(Draft(person))

    def add(self, person: Draft) -> Draft:
        self._of_name.setdefault(name_key(_in(person).name), []).append(person)
        return person

    def find(self, said: Person, uid: str) -> Draft | None:
        """The person who is named by the uid, else the first of this name whom nothing tells apart from the one that is said."""
        of_name = self._of_name.get(name_key(said.name), ())
        return self._of_uid.get(uid) or next((draft for draft in of_name if _same(_in(draft), said)), None)

    def belongs(self, person: Draft, organisation: Draft) -> bool:
        """Whether the person has a place there already, in the file or by what was read."""
        read = any(place.links["organisation_id"] is organisation for place in person.brings)
        return read or (person.record.id, organisation.record.id) in self._belonging


def _in(draft: Draft) -> Person:
    assert isinstance(draft.record, Person)
    return draft.record


def _same(one: Person, other: Person) -> bool:
    """Whether two people of one name are one: by what is equal, or because nothing differs."""
    emails = {person.email.casefold() for person in (one, other) if person.email}
    phones = {telling_digits(person.phone) for person in (one, other) if person.phone}
    shared = (one.email and other.email and len(emails) == 1) or (one.phone and other.phone and len(phones) == 1)
    return bool(shared) or (len(emails) < 2 and len(phones) < 2)


def telling_digits(phone: str) -> str:
    """What tells a telephone number from others."""
    return "".join(c for c in phone if c.isdecimal())[-_TELLING_DIGITS:]

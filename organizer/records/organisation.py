"""Organisations, people, and who belongs where. Nobody needs an e-mail address; anybody may stay anonymous."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from sqlalchemy import ForeignKey, Select, func, select
from sqlalchemy.orm import Mapped, mapped_column

from organizer.errors import Problem
from organizer.i18n import N_, _
from organizer.records.base import Listing, Record, line, link, reading, text
from organizer.records.consent import has_agreed
from organizer.records.place import City
from organizer.records.tag import Tag, has_tag, tags_on


class Organisation(Record, kw_only=True):
    """A union branch, a party, a group: whoever writes, gives or stands with the campaign as a body."""

    __tablename__ = "organisation"
    KIND: ClassVar[str] = "organisation"
    KINDS: ClassVar[dict[str, str]] = {
        "union": N_("Trade union"),
        "party": N_("Party"),
        "rights": N_("Human rights group"),
        "campaign": N_("Campaign"),
        "media": N_("Media"),
        "other": N_("Other"),
    }

    name: Mapped[str] = line(index=True)
    kind: Mapped[str] = mapped_column(default="union")
    city_id: Mapped[int | None] = link("city")
    country: Mapped[str] = line()
    members: Mapped[int | None] = mapped_column(default=None)
    email: Mapped[str] = line()
    phone: Mapped[str] = line()
    website: Mapped[str] = line()
    address: Mapped[str] = text()
    notes: Mapped[str] = text()

    city: Mapped[City | None] = reading("Organisation.city_id")
    tags: Mapped[list[Tag]] = tags_on(KIND)

    @classmethod
    def listing(cls) -> Listing:
        return Listing(
            sorts={"name": (func.lower(cls.name),), "kind": (cls.kind, cls.name), "country": (cls.country, cls.name)},
            default_sort="name",
            descending=False,
            filters={
                "kind": lambda v: cls.kind == v,
                "city": lambda v: cls.city_id == v,
                "country": lambda v: cls.country == v,
                "tag": has_tag(cls),
            },
            own_text=("name", "email", "notes"),
            through={"city_id": City},
        )

    def title(self) -> str:
        return self.name

    def problems(self) -> list[Problem]:
        found = super().problems()
        if not self.name.strip():
            found.append(Problem("name", _("The organisation has no name. Type it as it signs its letters.")))
        return found


def all_organisations() -> Select[Organisation]:
    return select(Organisation).order_by(func.lower(Organisation.name))


class Person(Record, kw_only=True):
    """A person in the address book. Keep only what the campaign needs."""

    __tablename__ = "person"
    KIND: ClassVar[str] = "person"
    COMPARTMENT: ClassVar[tuple[str, ...]] = ("name", "email", "phone", "address", "languages", "notes")

    name: Mapped[str] = line(index=True)
    anonymous: Mapped[bool] = mapped_column(default=False)
    city_id: Mapped[int | None] = link("city")
    email: Mapped[str] = line()
    phone: Mapped[str] = line()
    address: Mapped[str] = text()
    languages: Mapped[list[str]] = mapped_column(default_factory=list)
    notes: Mapped[str] = text()

    city: Mapped[City | None] = reading("Person.city_id")
    tags: Mapped[list[Tag]] = tags_on(KIND)

    @classmethod
    def listing(cls) -> Listing:
        return Listing(
            sorts={"name": (func.lower(cls.name),)},
            default_sort="name",
            descending=False,
            filters={
                "city": lambda v: cls.city_id == v,
                "tag": has_tag(cls),
                "agreed": lambda v: has_agreed(cls.id, v),
            },
            own_text=("name", "email", "notes"),
            through={"city_id": City},
        )

    def title(self) -> str:
        return _("Anonymous") if self.anonymous and not self.name else self.name

    def problems(self) -> list[Problem]:
        found = super().problems()
        if not self.name.strip() and not self.anonymous:
            found.append(Problem("name", _("There is no name. Type one, or tick that the person stays anonymous.")))
        return found


def people_who_agreed(purpose: str) -> Select[Person]:
    """Those who agreed to a purpose and did not take it back, by their names."""
    return select(Person).where(has_agreed(Person.id, purpose)).order_by(func.lower(Person.name))


class Affiliation(Record, kw_only=True):
    """A person's place in an organisation: in which role, from when to when, and whether they speak for themselves."""

    __tablename__ = "affiliation"
    KIND: ClassVar[str] = "affiliation"

    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="RESTRICT"), default=None, index=True)
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id", ondelete="RESTRICT"), default=None, index=True)
    role: Mapped[str] = line()
    since: Mapped[date | None] = mapped_column(default=None)
    until: Mapped[date | None] = mapped_column(default=None)
    personal_capacity: Mapped[bool] = mapped_column(default=False)

    person: Mapped[Person | None] = reading("Affiliation.person_id")
    organisation: Mapped[Organisation | None] = reading("Affiliation.organisation_id")

    def title(self) -> str:
        return self.role or (self.organisation.name if self.organisation else "")

    def problems(self) -> list[Problem]:
        found = super().problems()
        if self.person_id is None:
            found.append(Problem("person_id", _("Nobody is named. Choose a person.")))
        if self.organisation_id is None:
            found.append(Problem("organisation_id", _("No organisation is named. Choose one.")))
        if self.since and self.until and self.until < self.since:
            found.append(Problem("until", _("This ends before it starts. Look at both days.")))
        return found


def affiliations_of(person_id: int) -> Select[Affiliation]:
    return select(Affiliation).where(Affiliation.person_id == person_id).order_by(Affiliation.since)

"""Targets: offices and people who are written to or picketed. Once used they are retired, never deleted."""

from __future__ import annotations

from typing import ClassVar

from sqlalchemy import Select, case, func, select
from sqlalchemy.orm import Mapped, mapped_column

from organizer import i18n
from organizer.errors import Problem
from organizer.i18n import N_, _
from organizer.records.base import Listing, Record, line, link, reading, text
from organizer.records.place import City
from organizer.records.tag import Tag, has_tag, tags_on

_KNOWN_BY_NAME = ("company", "fund")


class Target(Record, kw_only=True):
    """Who gets the letters, directly or as a copy, with the salutation and language to use."""

    __tablename__ = "target"
    KIND: ClassVar[str] = "target"
    KINDS: ClassVar[dict[str, str]] = {
        "government": N_("Government"),
        "ministry": N_("Ministry"),
        "court": N_("Court"),
        "local": N_("Local government"),
        "embassy": N_("Embassy"),
        "company": N_("Company"),
        "fund": N_("Sovereign wealth fund"),
        "international": N_("International organisation"),
        "campaign": N_("Campaign"),
        "other": N_("Other"),
    }
    ROLES: ClassVar[dict[str, str]] = {"direct": N_("Direct"), "copy": N_("Copy")}

    name: Mapped[str] = line()
    office: Mapped[str] = line()
    organisation: Mapped[str] = line()
    kind: Mapped[str] = mapped_column(default="government")
    role: Mapped[str] = mapped_column(default="direct")
    country: Mapped[str] = line()
    city_id: Mapped[int | None] = link("city")
    address: Mapped[str] = text()
    email: Mapped[str] = line()
    phone: Mapped[str] = line()
    fax: Mapped[str] = line()
    website: Mapped[str] = line()
    salutation: Mapped[str] = line()
    language: Mapped[str] = mapped_column(default="en")
    retired: Mapped[bool] = mapped_column(default=False)
    notes: Mapped[str] = text()

    city: Mapped[City | None] = reading("Target.city_id")
    tags: Mapped[list[Tag]] = tags_on(KIND)

    @classmethod
    def listing(cls) -> Listing:
        known_as = case((cls.kind.in_(_KNOWN_BY_NAME), cls.organisation), else_=cls.office)
        return Listing(
            sorts={
                "office": (func.lower(known_as), cls.organisation),
                "organisation": (func.lower(cls.organisation), cls.office),
                "kind": (cls.kind, cls.office),
                "country": (cls.country, cls.office),
            },
            default_sort="office",
            descending=False,
            filters={
                "kind": lambda v: cls.kind == v,
                "role": lambda v: cls.role == v,
                "country": lambda v: cls.country == v,
                "retired": lambda v: cls.retired.is_(bool(v)),
                "tag": has_tag(cls),
            },
            own_text=("name", "office", "organisation", "email"),
            through={"city_id": City},
        )

    def title(self) -> str:
        """The words a secretary uses: the office, or the person, or the body. Embassies are told apart by their city,
        companies are known by their own name and not by the desk that opens the post.
        """
        if self.kind == "embassy" and self.city:
            return _("Embassy, {city}").format(city=self.city.name)
        if self.kind in _KNOWN_BY_NAME and self.organisation:
            return self.organisation
        return self.office or self.name or self.organisation

    def country_words(self) -> str:
        return i18n.country_name(self.country) if self.country else ""

    def problems(self) -> list[Problem]:
        found = super().problems()
        if not (self.name.strip() or self.office.strip() or self.organisation.strip()):
            found.append(Problem("office", _("Nobody is named. Type an office, a person or an organisation.")))
        return found


def targets_in_use() -> Select[Target]:
    """Those that letters may still go to, in the order of their offices."""
    return select(Target).where(Target.retired.is_(False)).order_by(func.lower(Target.office), Target.organisation)

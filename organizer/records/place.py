"""Cities and sites: where things happen. A city is taken from the gazetteer once it is used."""

from __future__ import annotations

from typing import ClassVar

from sqlalchemy import Select, select
from sqlalchemy.orm import Mapped, mapped_column

from organizer import i18n
from organizer.errors import Problem
from organizer.i18n import N_, _
from organizer.records.base import Listing, Record, line, link, reading, text
from organizer.records.tag import Tag, has_tag, tags_on


class City(Record, kw_only=True):
    """A place from the gazetteer, or one typed by hand where the gazetteer has none. Coordinates in degrees."""

    __tablename__ = "city"
    KIND: ClassVar[str] = "city"

    geoname_id: Mapped[int | None] = mapped_column(default=None, unique=True)
    name: Mapped[str] = line()
    country: Mapped[str] = line()
    latitude: Mapped[float | None] = mapped_column(default=None)
    longitude: Mapped[float | None] = mapped_column(default=None)
    time_zone: Mapped[str] = line()

    @classmethod
    def listing(cls) -> Listing:
        return Listing(sorts={"name": (cls.name,)}, default_sort="name", descending=False, own_text=("name",))

    def title(self) -> str:
        return self.name

    def with_country(self) -> str:
        """London, United Kingdom"""
        return i18n.joined(self.name, i18n.country_name(self.country) if self.country else "")

    def problems(self) -> list[Problem]:
        found = super().problems()
        if not self.name.strip():
            found.append(Problem("name", _("The city has no name. Type it as it stands on a map.")))
        return found


def city_of_geoname(geoname_id: int) -> Select[City]:
    return select(City).where(City.geoname_id == geoname_id)


class Site(Record, kw_only=True):
    """Where an action stands: an embassy, an office, a square."""

    __tablename__ = "site"
    KIND: ClassVar[str] = "site"
    KINDS: ClassVar[dict[str, str]] = {
        "embassy": N_("Embassy"),
        "consulate": N_("Consulate"),
        "company": N_("Company office"),
        "hotel": N_("Hotel"),
        "station": N_("Station"),
        "petrol_station": N_("Petrol station"),
        "stadium": N_("Stadium"),
        "square": N_("Square"),
        "conference": N_("Conference"),
        "other": N_("Other"),
    }

    name: Mapped[str] = line()
    kind: Mapped[str] = mapped_column(default="embassy")
    city_id: Mapped[int | None] = link("city")
    address: Mapped[str] = line()
    postcode: Mapped[str] = line()
    mission_of: Mapped[str] = line()
    directions: Mapped[str] = text()
    notes: Mapped[str] = text()

    city: Mapped[City | None] = reading("Site.city_id")
    tags: Mapped[list[Tag]] = tags_on(KIND)

    @classmethod
    def listing(cls) -> Listing:
        return Listing(
            sorts={"name": (cls.name,)},
            default_sort="name",
            descending=False,
            filters={"city": lambda v: cls.city_id == v, "kind": lambda v: cls.kind == v, "tag": has_tag(cls)},
            own_text=("name", "address"),
            through={"city_id": City},
        )

    def title(self) -> str:
        return self.name

    def address_lines(self) -> list[str]:
        """The address as it is printed: street, then city and postcode."""
        town = " ".join(part for part in (self.city.name if self.city else "", self.postcode) if part)
        return [part for part in (self.address, town) if part]

    def problems(self) -> list[Problem]:
        found = super().problems()
        if not self.name.strip():
            found.append(Problem("name", _("The site has no name. Say what stands there, as in Embassy of Kazakhstan.")))
        return found

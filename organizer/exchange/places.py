"""Cities and sites as a sheet names them: found among those of the file, or made once. "embassy" is the only one there."""

from __future__ import annotations

import re
from dataclasses import dataclass

from organizer.exchange.drafts import Draft
from organizer.i18n import _
from organizer.records.gazetteer import Place, place_named
from organizer.records.gazetteer_file import fold_name
from organizer.records.place import City, Site
from organizer.records.reading import ReadingError, read_country
from organizer.records.reading_words import kind_in_name, telling_words

# SW7 2SD, 10117, 119017, A-1010: what stands last in an address and is no street.
_POSTCODE = re.compile(r"(?=.*\d)(?:[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|(?:[A-Z]{1,2}-)?\d{4,6})", re.IGNORECASE)
_BETWEEN = re.compile(r"\b(?:of|the|der|des|de|du|la)\b", re.IGNORECASE)


class Cities:
    """Cities by the gazetteer's number, else by name and country."""

    def __init__(self, known: list[City]) -> None:
        self._by_number = {city.geoname_id: Draft(city) for city in known if city.geoname_id is not None}
        self._by_name = {_named(city.name, city.country): Draft(city) for city in known if city.geoname_id is None}

    def by_id(self) -> dict[int, Draft]:
        """The cities of the file by their ids."""
        drafts = (*self._by_number.values(), *self._by_name.values())
        return {draft.record.id: draft for draft in drafts if not draft.is_new()}

    def named(self, name: str, country: str = "") -> Draft | None:
        """The city of these words; None where none is said."""
        if not name:
            return None
        place = place_named(name, country or None)
        if place is None:
            return self._by_name.setdefault(_named(name, country), Draft(City(name=name, country=country)))
        return self._by_number.setdefault(place.geoname_id, Draft(_city(place)))


def _named(name: str, country: str) -> tuple[str, str]:
    """What tells a city that nobody knows from others; of a name without letters it is the name itself."""
    return fold_name(name) or name, country


def _city(place: Place) -> City:
    return City(
        geoname_id=place.geoname_id,
        name=place.name,
        country=place.country,
        latitude=place.latitude,
        longitude=place.longitude,
        time_zone=place.time_zone,
    )


def city_of(draft: Draft | None) -> City | None:
    """The city in a draft of one."""
    return draft.record if draft is not None and isinstance(draft.record, City) else None


def city_words(draft: Draft | None) -> str:
    """What tells this city from others, for keys: the same for every spelling of one place."""
    city = city_of(draft)
    if city is None:
        return ""
    return str(city.geoname_id) if city.geoname_id is not None else f"{fold_name(city.name)}/{city.country}"


@dataclass(frozen=True)
class SiteWords:
    """The words of a place taken apart: "Embassy of Kazakhstan, 33 Thurloe Square, SW7 2SD"."""

    name: str
    address: str
    postcode: str
    kind: str

    def is_kind_alone(self) -> bool:
        """Whether nothing but the kind is said, as in "embassy"."""
        return fold_name(self.name) in telling_words("sites")


def site_words(words: str) -> SiteWords:
    """Name before the first comma, postcode at the end, address between."""
    name, *rest = (part.strip() for part in words.split(","))
    postcode = rest.pop() if rest and _POSTCODE.fullmatch(rest[-1]) else ""
    return SiteWords(name, ", ".join(part for part in rest if part), postcode, kind_in_name("sites", name, "other"))


class Sites:
    """Sites of each city, by name; a kind alone means the only site of that kind in the city."""

    def __init__(self, known: list[Site], city_drafts: dict[int, Draft]) -> None:
        self._in_city: dict[Draft | None, list[Draft]] = {}
        for site in known:
            self._in_city.setdefault(city_drafts.get(site.city_id or 0), []).append(Draft(site))

    def named(self, words: str, city: Draft | None) -> Draft | None:
        """The site of these words in this city; None where none is said."""
        if not words:
            return None
        said = site_words(words)
        here = self._in_city.setdefault(city, [])
        found = self._of_name(said, here) or self._only_one(said, here)
        if found is None:
            found = Draft(_site(said))
            found.link("city_id", city)
            here.append(found)
        return found

    def _of_name(self, said: SiteWords, here: list[Draft]) -> Draft | None:
        for draft in here:
            site = _in(draft)
            same_address = not said.address or not site.address or fold_name(said.address) == fold_name(site.address)
            if fold_name(site.name) == fold_name(said.name) and same_address:
                if draft.is_new():
                    site.address, site.postcode = site.address or said.address, site.postcode or said.postcode
                return draft
        return None

    def _only_one(self, said: SiteWords, here: list[Draft]) -> Draft | None:
        of_kind = [draft for draft in here if _in(draft).kind == said.kind] if said.is_kind_alone() else []
        return of_kind[0] if len(of_kind) == 1 else None


def _in(draft: Draft) -> Site:
    assert isinstance(draft.record, Site)
    return draft.record


def _site(said: SiteWords) -> Site:
    name = said.name[:1].upper() + said.name[1:] if said.name else _("Site")
    return Site(name=name, kind=said.kind, address=said.address, postcode=said.postcode, mission_of=_mission_of(said))


def _mission_of(said: SiteWords) -> str:
    """The country whose mission this is, where the name says so: KZ for "Embassy of Kazakhstan"."""
    if said.kind not in ("embassy", "consulate"):
        return ""
    rest = f" {said.name} ".casefold()
    for word in telling_words("sites"):
        rest = rest.replace(f" {word} ", " ")
    try:
        return read_country(_BETWEEN.sub(" ", rest)) or read_country(rest) or ""
    except ReadingError:
        return ""

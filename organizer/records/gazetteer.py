"""The gazetteer: places of the world over 1,000 people, found as their names are typed, in any script. Read-only, offline.

Nothing is read before the first question. Source: GeoNames (geonames.org), CC BY 4.0; see `db/places/SOURCE.toml`.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from organizer import paths
from organizer.records.gazetteer_file import DEGREE, LONGEST_NAME, PlacesFile, fold_name

_ASIDE = re.compile(r"[(,/;].*$", re.DOTALL)


@dataclass(frozen=True)
class Place:
    """A city, town or village. Degrees north and east; `country` is ISO 3166-1 alpha-2; `time_zone` an IANA name.

    `admin` is GeoNames' code of the first-level division ("ENG"; "GA" in the United States). `population` may be years old.
    """

    geoname_id: int
    name: str
    country: str
    latitude: float
    longitude: float
    time_zone: str
    population: int
    admin: str


@dataclass(frozen=True)
class PlaceHit:
    """A place that answers what was typed, and the one of its names that does."""

    place: Place
    matched_name: str


@dataclass(frozen=True)
class Country:
    """A country or territory. `continent` is GeoNames' code (AF AN AS EU NA OC SA); `languages` are tags, most spoken first."""

    code: str
    code3: str
    continent: str
    currency: str
    languages: tuple[str, ...]


def find_places(typed: str, limit: int = 8, near_country: str | None = None) -> list[PlaceHit]:
    """Places with a name that begins like `typed`: by population, those with exactly this name well before others.

    Places in `near_country` (a code) are preferred to others up to ten times their size.
    """
    key = fold_name(typed[:LONGEST_NAME])
    if not key or limit < 1:
        return []
    numbers = _file().answers(key, limit, (near_country or "").upper())
    return [PlaceHit(_place(_file().row(number)), _file().name(number)) for number in numbers]


@lru_cache(maxsize=1024)
def place(geoname_id: int) -> Place | None:
    """The place with this GeoNames number, None if the gazetteer has none."""
    row = _file().row_of(geoname_id)
    return None if row is None else _place(row)


@lru_cache(maxsize=4096)
def place_named(name: str, country: str | None = None) -> Place | None:
    """The best-known place of this name, in this country if given; None when there is none. For names out of spreadsheets.

    Case, accents and blanks do not matter, nor what follows a comma, bracket or stroke: "LONDON ", "Kassel (Mitte)", "Wien/AT".
    """
    for key in _readings(name[:LONGEST_NAME]):
        for number in _file().exactly(key):
            found = _place(_file().row(number))
            if not country or found.country == country.upper():
                return found
    return None


def _readings(name: str) -> Iterator[str]:
    """The folded forms to try in turn: as it stands, without what is said aside, with "St" written out."""
    plain = fold_name(_ASIDE.sub("", name))
    saints = (re.sub(r"\bst\b", saint, plain) for saint in ("saint", "sankt"))
    yield from (key for key in dict.fromkeys((fold_name(name), plain, *saints)) if key)


@lru_cache(maxsize=1)
def countries() -> dict[str, Country]:
    """Every country and territory by its two-letter code."""
    with (paths.database() / "places" / "countries.csv").open(encoding="utf-8", newline="") as lines:
        return {
            row["code"]: Country(row["code"], row["code3"], row["continent"], row["currency"], tuple(row["languages"].split()))
            for row in csv.DictReader(lines)
        }


@lru_cache(maxsize=1)
def _file() -> PlacesFile:
    return PlacesFile(paths.database() / "places" / "places.bin")


def _place(row: int) -> Place:
    record = _file().record(row)
    return Place(
        geoname_id=record.geoname_id,
        name=_file().name(record.name),
        country=_file().countries[record.country],
        latitude=record.latitude / DEGREE,
        longitude=record.longitude / DEGREE,
        time_zone=_file().zones[record.zone],
        population=record.population,
        admin=_file().divisions[record.division],
    )

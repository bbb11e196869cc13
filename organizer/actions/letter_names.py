"""Whom the cells of a letter book name: the organisations, targets and cities of one file, held in memory by their names."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from sqlalchemy import select

from organizer import i18n
from organizer.i18n import _
from organizer.records.gazetteer import Place, place_named
from organizer.records.organisation import Organisation
from organizer.records.place import City
from organizer.records.reading import ReadingError, read_country
from organizer.records.reading_words import kind_in_name, name_key
from organizer.records.target import Target

Ask = Callable[[Any], list[Any]]
"""Answers a query with its rows as tuples."""


@dataclass(frozen=True)
class Town:
    """A city: of the gazetteer by its number, or one that it does not have. `id` is 0 until the file has it."""

    name: str
    country: str = ""
    geoname_id: int | None = None
    id: int = 0

    @cached_property
    def key(self) -> str:
        """The same for every spelling of one place."""
        return str(self.geoname_id) if self.geoname_id is not None else f"{name_key(self.name)}/{self.country}"

    def with_country(self) -> str:
        return f"{self.name}, {i18n.country_name(self.country)}" if self.country else self.name


@dataclass(frozen=True)
class Named:
    """Whom a cell names. `id` 0: nobody of this name yet. `ways`: what to write instead, where several have the name.

    `key` is the same for all spellings; `also` are other names, `beside` tells one from its namesakes.
    """

    words: str
    id: int = 0
    key: str = ""
    town: Town | None = None
    kind: str = ""
    also: tuple[str, ...] = ()
    beside: str = ""
    retired: bool = False
    ways: tuple[str, ...] = ()

    def is_new(self) -> bool:
        return not self.id and not self.ways


@dataclass(frozen=True)
class NameBook:
    """Answers what a name means; empty, it knows nobody."""

    towns: Mapping[int, Town] = field(default_factory=dict)
    organisations: tuple[Named, ...] = ()
    targets: tuple[Named, ...] = ()

    @cached_property
    def _towns_by_key(self) -> dict[str, Town]:
        return {town.key: town for town in self.towns.values()}

    @cached_property
    def _organisations_by_key(self) -> dict[str, list[Named]]:
        return _by_keys((name_key(known.words), known) for known in self.organisations)

    @cached_property
    def _targets_by_key(self) -> dict[str, list[Named]]:
        """By what they are called, alone and with what stands beside it. One in use goes before a retired namesake."""
        used = (known for known in self.targets if not known.retired)
        retired = _by_keys((name_key(words), known) for known in self.targets if known.retired for words in _calls(known))
        return {**retired, **_by_keys((name_key(words), known) for known in used for words in _calls(known))}

    def town(self, words: str) -> Town:
        """The city of these words: "Wien", "Paris, United States". One that nobody knows is new."""
        name, _comma, behind = words.rpartition(",")
        country = _country(behind) if name.strip() else ""
        name = name.strip() if country else words
        place = place_named(name, country or None)
        found = _town(place) if place is not None else Town(name, country)
        return self._towns_by_key.get(found.key, found)

    def organisation(self, words: str, town: Town | None) -> Named:
        """The organisation of this name, in this city where that is said; one of the two may have no city."""
        alike = self._organisations_by_key.get(name_key(words), [])
        if town is None:
            fitting = alike
        else:
            here = [known for known in alike if known.town is not None and known.town.key == town.key]
            fitting = here or [known for known in alike if known.town is None]
        if len(fitting) == 1 or (fitting and town is not None):
            return fitting[0]
        ways = tuple(known.town.with_country() for known in fitting if known.town is not None)
        return Named(words, key=f"{name_key(words)}/{town.key if town else ''}", town=town, ways=ways)

    def target(self, words: str) -> Named:
        """Whom the letter went to, by office, body or person, or by the city of an embassy: "Embassy, Berlin"."""
        key = name_key(words)
        alike = self._targets_by_key.get(key) or self._embassies(words)
        if len(alike) == 1:
            return alike[0]
        if alike:
            return Named(words, key=key, ways=tuple(self.call(known) for known in alike))
        return self._new_target(words, key)

    def call(self, target: Named) -> str:
        """The shortest words that mean this target and no other."""
        alone = self._targets_by_key.get(name_key(target.words)) == [target]
        return target.words if alone else _with_beside(target)

    def _embassies(self, words: str) -> list[Named]:
        name, _comma, city = words.partition(",")
        if not city.strip() or kind_in_name("targets", name, "other") != "embassy":
            return []
        town = self.town(city.strip())
        return [t for t in self.targets if t.kind == "embassy" and t.town is not None and t.town.key == town.key]

    def _new_target(self, words: str, key: str) -> Named:
        name, _comma, city = words.partition(",")
        kind = kind_in_name("targets", words, "other")
        if city.strip() and kind_in_name("targets", name, "other") == "embassy":
            return Named(name.strip(), key=key, town=self.town(city.strip()), kind="embassy")
        return Named(words, key=key, kind=kind)


def read_names(ask: Ask) -> NameBook:
    """All names of a file, in three queries."""
    towns = {
        row[0]: Town(row[1], row[2], row[3], row[0]) for row in ask(select(City.id, City.name, City.country, City.geoname_id))
    }
    organisations = ask(select(Organisation.id, Organisation.name, Organisation.city_id))
    of_target = (Target.id, Target.office, Target.organisation, Target.name, Target.kind, Target.country)
    targets = ask(select(*of_target, Target.city_id, Target.retired))
    return NameBook(
        towns,
        tuple(Named(name, id_, f"#{id_}", towns.get(city or 0)) for id_, name, city in organisations),
        tuple(_target(row, towns) for row in targets),
    )


def _target(row: tuple[Any, ...], towns: Mapping[int, Town]) -> Named:
    id_, office, organisation, name, kind, country, city_id, retired = row
    town = towns.get(city_id or 0)
    words = office or name or organisation
    if kind == "embassy" and town is not None:
        words = _("Embassy, {city}").format(city=town.name)
    beside = next((part for part in (organisation, name) if part and part != words), "")
    beside = beside or (i18n.country_name(country) if country else "")
    also = tuple(part for part in (office, organisation, name) if part and part != words)
    return Named(words, id_, f"#{id_}", town, kind, also, beside, retired)


def _calls(target: Named) -> tuple[str, ...]:
    """All that a target of the file may be called."""
    return (target.words, *target.also, _with_beside(target))


def _with_beside(target: Named) -> str:
    return f"{target.words}, {target.beside}" if target.beside else target.words


def _by_keys(pairs: Iterable[tuple[str, Named]]) -> dict[str, list[Named]]:
    found: dict[str, list[Named]] = {}
    for key, known in pairs:
        bearers = found.setdefault(key, [])
        if known not in bearers:
            bearers.append(known)
    return found


def _town(place: Place) -> Town:
    return Town(place.name, place.country, place.geoname_id)


def _country(words: str) -> str:
    try:
        return read_country(words) or ""
    except ReadingError:
        return ""

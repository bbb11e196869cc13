"""What the cells of the letters grid offer while somebody writes: names that the file knows, cities, and the usual words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from organizer import i18n
from organizer.actions.letter_cells import CHANNEL, CITY, DAY, EVIDENCE, ORGANISATION, TARGET
from organizer.actions.letter_names import NameBook, Named, Town
from organizer.i18n import _, _n
from organizer.records.gazetteer import find_places, place_named
from organizer.records.reading_words import name_key
from organizer.records.values import Channel, Evidence
from organizer.ui.look.completion import Hit

_MOST = 7
_MOST_KNOWN = 5
_EVIDENCE_ICONS = {Evidence.HELD: "file-check", Evidence.REPORTED: "message-square", Evidence.ESTIMATED: "circle-dashed"}
_CHANNEL_ICONS = {
    "post": "mail", "email": "at-sign", "fax": "printer", "phone": "phone", "sms": "message-square", "web": "globe",
    "hand": "hand-fist",
}  # fmt: skip


@dataclass(frozen=True)
class Pick:
    """What a chosen hit writes: into the cell, and into the city's cell where an organisation needs one to be told apart."""

    text: str
    city: str = ""


@dataclass
class Offers:
    """Hits for a column and what is written there so far, best first; empty words ask for what is most likely."""

    book: NameBook = field(default_factory=NameBook)
    written: Mapping[int, int] = field(default_factory=dict)
    """Letters so far, by the organisation's id."""
    near: str = ""
    today: date = field(default_factory=date.today)
    days: Callable[[], Counter[date]] = Counter

    def find(self, column: int, typed: str) -> list[Hit]:
        makers: dict[int, Callable[[str], list[Hit]]] = {
            DAY: self._days,
            ORGANISATION: self._organisations,
            CITY: self._cities,
            TARGET: self._targets,
            CHANNEL: lambda words: _codes(words, Channel.WORDS, _CHANNEL_ICONS),
            EVIDENCE: lambda words: _codes(words, Evidence.WORDS, _EVIDENCE_ICONS),
        }
        typed = typed.strip()
        hits = makers[column](typed) if column in makers else []
        # What is written out in full needs no offer, or Enter would have to be pressed twice.
        if len(hits) == 1 and isinstance(hits[0].value, Pick) and name_key(hits[0].value.text) == name_key(typed):
            return []
        return hits[:_MOST]

    def _days(self, typed: str) -> list[Hit]:
        """Only when asked for: days are faster typed than chosen."""
        if typed:
            return []
        usual = [day for day, _count in self.days().most_common(_MOST_KNOWN)]
        named = {self.today: _("Today"), self.today - timedelta(days=1): _("Yesterday")}
        return [
            Hit(i18n.day(day), named.get(day) or i18n.weekday(day), "calendar", Pick(i18n.day(day)))
            for day in dict.fromkeys((*named, *usual))
        ]

    def _organisations(self, typed: str) -> list[Hit]:
        known = _fitting(self.book.organisations, typed)
        known.sort(key=lambda named: (not name_key(named.words).startswith(name_key(typed)), -self.written.get(named.id, 0)))
        names = Counter(name_key(named.words) for named in known)
        hits = []
        for named in known[:_MOST_KNOWN]:
            twins = names[name_key(named.words)] > 1
            pick = Pick(named.words, _said(named.town) if twins and named.town else "")
            hits.append(Hit(named.words, self._beside(named), "users", pick))
        if typed and not names[name_key(typed)]:
            words = _("New organisation “{name}”").format(name=typed)
            hits.append(Hit(words, _("Is added with these letters"), "plus", Pick(typed)))
        return hits if len(hits) > 1 or known else []

    def _beside(self, named: Named) -> str:
        """Wien, Austria · 142 letters so far"""
        count = self.written.get(named.id, 0)
        letters = _n("{n} letter so far", "{n} letters so far", count) if count else _("no letters so far")
        if named.town is None:
            return letters
        return _("{place} · {letters}").format(place=_with_country(named.town), letters=letters)

    def _targets(self, typed: str) -> list[Hit]:
        known = [named for named in _fitting(self.book.targets, typed) if not named.retired]
        hits = [Hit(self.book.call(named), named.beside, "landmark", Pick(self.book.call(named))) for named in known]
        if typed and hits and not any(name_key(hit.words) == name_key(typed) for hit in hits):
            words = _("New target “{name}”").format(name=typed)
            return [*hits[:_MOST_KNOWN], Hit(words, _("Is added with these letters"), "plus", Pick(typed))]
        return hits

    def _cities(self, typed: str) -> list[Hit]:
        """Places of the gazetteer; with nothing typed the file's own cities."""
        if not typed:
            towns = [(town, town.name) for town in sorted(self.book.towns.values(), key=lambda town: town.name)]
        else:
            places = [(hit.place, hit.matched_name) for hit in find_places(typed, 2 * _MOST, self.near or None)]
            towns = [(Town(place.name, place.country, place.geoname_id), matched) for place, matched in places]
        hits = [_city_hit(town, matched) for town, matched in towns if _can_be_said(town)]
        return list({hit.value: hit for hit in hits}.values())


def _with_country(town: Town) -> str:
    """For the eye: what a cell would say is `town.with_country()`."""
    return i18n.joined(town.name, i18n.country_name(town.country) if town.country else "")


def _fitting(names: Iterable[Named], typed: str) -> list[Named]:
    """Those of which every typed word begins a word."""
    wanted = name_key(typed).split() if typed else []
    return [named for named in names if _fits(f" {name_key(named.words)} {name_key(named.beside)}", wanted)]


def _fits(folded: str, wanted: list[str]) -> bool:
    return all(f" {word}" in folded for word in wanted)


def _codes(typed: str, table: Mapping[str, str], icons: Mapping[str, str]) -> list[Hit]:
    key = name_key(typed) if typed else ""
    return [
        Hit(_(words), "", icons.get(code, ""), Pick(_(words)))
        for code, words in table.items()
        if name_key(_(words)).startswith(key)
    ]


def _city_hit(town: Town, matched: str) -> Hit:
    """Vienna, with "Austria · also Wien" below it where that was typed."""
    country = i18n.country_name(town.country) if town.country else ""
    if name_key(matched) != name_key(town.name):
        country = _("{country} · also {name}").format(country=country, name=matched)
    return Hit(town.name, country, "map-pin", Pick(_said(town)))


def _said(town: Town) -> str:
    """The words by which a cell names this city: with its country where another is better known by the name."""
    usual = place_named(town.name)
    return town.name if usual is None or usual.geoname_id == town.geoname_id else town.with_country()


def _can_be_said(town: Town) -> bool:
    if town.geoname_id is None:
        return True
    found = place_named(town.name, town.country)
    return found is not None and found.geoname_id == town.geoname_id

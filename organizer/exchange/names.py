"""Campaigns, organisations, targets and funds as a sheet names them: found among those of the file, or made once."""

from __future__ import annotations

from collections.abc import Iterable

from organizer.exchange.drafts import Draft
from organizer.exchange.places import Cities, city_of
from organizer.records.campaign import Campaign
from organizer.records.donation import Fund
from organizer.records.gazetteer_file import fold_name
from organizer.records.organisation import Organisation
from organizer.records.reading_words import kind_in_name, name_key
from organizer.records.target import Target


class Campaigns:
    """Campaigns by name; where none is said, the one that the sheet is brought into."""

    def __init__(self, known: Iterable[Campaign], own: Campaign) -> None:
        self._own = Draft(own)
        self._by_name = {name_key(campaign.name): Draft(campaign) for campaign in known}
        self._by_name[name_key(own.name)] = self._own

    def named(self, name: str) -> Draft:
        return self._by_name.setdefault(name_key(name), Draft(Campaign(name=name))) if name else self._own


class Organisations:
    """Organisations by name, whatever its capitals, and by city where two share a name."""

    def __init__(self, known: Iterable[Organisation], cities: dict[int, Draft]) -> None:
        self._of_name: dict[str, list[Draft]] = {}
        self._of_uid: dict[str, Draft] = {}
        self._spelling: dict[str, str] = {}
        for organisation in known:
            draft = self._of_uid[organisation.uid] = Draft(organisation)
            draft.link("city_id", cities.get(organisation.city_id or 0))
            self._of_name.setdefault(name_key(organisation.name), []).append(draft)

    def hear(self, name: str) -> None:
        """Learn a spelling before any is used: one in capitals gives way to one that is not."""
        key = name_key(name)
        if key not in self._spelling or (self._spelling[key].isupper() and not name.isupper()):
            self._spelling[key] = name

    def find(self, name: str, city: Draft | None, uid: str = "") -> Draft | None:
        """The organisation that is named by its uid, else the one of this name in this city; one of the two may have no city."""
        if uid in self._of_uid:
            return self._of_uid[uid]
        of_name = self._of_name.get(name_key(name), [])
        here = (draft for draft in of_name if draft.links.get("city_id") is city)
        open_ones = (draft for draft in of_name if city is None or "city_id" not in draft.links)
        return next(here, None) or next(open_ones, None)

    def named(self, name: str, city: Draft | None, country: str = "") -> Draft | None:
        """The organisation of these words, made when there is none; None where none is said."""
        if not name:
            return None
        found = self.find(name, city)
        if found is None:
            town = city_of(city)
            kind = kind_in_name("organisations", name, "union")
            country = country or (town.country if town else "")
            found = Draft(Organisation(name=self._spelling.get(name_key(name), name), kind=kind, country=country))
            found.link("city_id", city)
            self._of_name.setdefault(name_key(name), []).append(found)
        return found


class Targets:
    """Targets by office, by body, or by the city of an embassy: "Embassy, Berlin"."""

    def __init__(self, known: Iterable[Target], cities: dict[int, Draft], all_cities: Cities) -> None:
        self._cities = all_cities
        self._all: list[Draft] = []
        self._heard: dict[str, Draft] = {}
        for target in known:
            draft = Draft(target)
            draft.link("city_id", cities.get(target.city_id or 0))
            self._all.append(draft)

    def named(self, words: str) -> Draft | None:
        """The target that a letter's words mean, made when there is none; None where none is said."""
        if not words:
            return None
        key = name_key(words)
        if key not in self._heard:
            self._heard[key] = self._found(words) or self._made(words)
        return self._heard[key]

    def described(self, target: Target, city: Draft | None, uid: str = "") -> Draft | None:
        """The draft of this very target, if the file or the sheet has it: by its uid, else by its words."""
        named = (draft for draft in self._all if uid and draft.record.uid == uid and not draft.is_new())
        alike = (draft for draft in self._all if _same(_in(draft), target) and draft.links.get("city_id") is city)
        return next(named, None) or next(alike, None)

    def bare(self, target: Target, city: Draft | None) -> Draft | None:
        """A target of the file that a letter named and nobody described, which this one describes."""
        for draft in self._all:
            other = _in(draft)
            if other.organisation or other.email or other.salutation or other.address:
                continue
            both_embassies = other.kind == target.kind == "embassy" and draft.links.get("city_id") is city and city is not None
            if both_embassies or name_key(other.office) in {name_key(target.office), name_key(target.organisation)} - {""}:
                return draft
        return None

    def add(self, draft: Draft) -> None:
        self._all.append(draft)

    def _found(self, words: str) -> Draft | None:
        key = name_key(words)
        for part in ("office", "organisation", "name"):
            alike = [draft for draft in self._all if name_key(getattr(draft.record, part)) == key]
            if len(alike) == 1:
                return alike[0]
        embassy_in = self._embassy_city(words)
        if embassy_in is None:
            return None
        embassies = [draft for draft in self._all if _in(draft).kind == "embassy" and draft.links.get("city_id") is embassy_in]
        return embassies[0] if len(embassies) == 1 else None

    def _embassy_city(self, words: str) -> Draft | None:
        """The city of an embassy that is named by it."""
        name, _comma, city = words.partition(",")
        return self._cities.named(city.strip()) if kind_in_name("targets", name, "other") == "embassy" else None

    def _made(self, words: str) -> Draft:
        embassy_in = self._embassy_city(words)
        office = words.partition(",")[0].strip() if embassy_in else words
        town = city_of(embassy_in)
        draft = Draft(Target(office=office, kind=kind_in_name("targets", office, "other"), country=town.country if town else ""))
        draft.link("city_id", embassy_in)
        self._all.append(draft)
        return draft


def _in(draft: Draft) -> Target:
    assert isinstance(draft.record, Target)
    return draft.record


def _same(one: Target, other: Target) -> bool:
    return all(fold_name(getattr(one, part)) == fold_name(getattr(other, part)) for part in ("name", "office", "organisation"))


class Funds:
    """Funds by name."""

    def __init__(self, known: Iterable[Fund]) -> None:
        self._by_name = {name_key(fund.name): Draft(fund) for fund in known}

    def named(self, name: str, campaign: Draft) -> Draft | None:
        """The fund of this name, made for the campaign when there is none; None for no name and for the campaign itself."""
        own = campaign.record
        if not name or (isinstance(own, Campaign) and name_key(name) in ("campaign", name_key(own.name))):
            return None
        if name_key(name) not in self._by_name:
            draft = Draft(Fund(name=name))
            draft.link("campaign_id", campaign)
            self._by_name[name_key(name)] = draft
        return self._by_name[name_key(name)]

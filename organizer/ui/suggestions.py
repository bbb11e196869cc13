"""Suggestions: what a link field offers while one types, from the file and the gazetteer, and the row that makes what is new."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from organizer import i18n
from organizer.i18n import _
from organizer.records.base import Record
from organizer.records.campaign import Campaign
from organizer.records.donation import Fund
from organizer.records.gazetteer import find_places
from organizer.records.gazetteer_file import fold_name
from organizer.records.organisation import Organisation, Person
from organizer.records.picket import Picket
from organizer.records.place import City, Site
from organizer.records.target import Target
from organizer.store.listing import ListQuery
from organizer.store.store import Store
from organizer.ui.completion import Suggestion
from organizer.ui.session import Session

_OFFERED = 7


@dataclass(frozen=True)
class Link:
    """What a link field holds: a record of the file, a place of the gazetteer, or the name of something yet to be made."""

    id: int = 0
    place: int = 0
    new: str = ""
    words: str = ""


def records_like(store: Store, kind: type[Record], typed: str, *filters: tuple[str, Any]) -> list[Any]:
    """The first few records that fit what was typed, in the kind's usual order."""
    return list(store.listing(ListQuery(kind, text=typed, filters=filters)).records(0, _OFFERED))


def existing(record: Record, detail: str = "", icon: str = "") -> Suggestion:
    """The row of a record that is in the file."""
    return Suggestion(record.title(), Link(id=record.id, words=record.title()), detail, icon)


def city_suggestions(session: Session, typed: str) -> list[Suggestion]:
    """Places of the gazetteer, in any script, those of the campaign's country first; with nothing typed, the file's cities."""
    if not typed:
        return [existing(city, _country(city.country), "map-pin") for city in records_like(session.store, City, "")]
    near = session.campaign.imprint_country if session.campaign else ""
    found = []
    for hit in find_places(typed, _OFFERED, near or None):
        detail = _country(hit.place.country)
        if fold_name(hit.matched_name) != fold_name(hit.place.name):
            detail = _("{country} · also {name}").format(country=detail, name=hit.matched_name)
        found.append(Suggestion(hit.place.name, Link(place=hit.place.geoname_id, words=hit.place.name), detail, "map-pin"))
    if not found:
        words = _("New place “{name}”").format(name=typed)
        found.append(Suggestion(words, Link(new=typed, words=typed), _("Is kept without a position on the map"), "plus", typed))
    return found


def _country(code: str) -> str:
    return i18n.country_name(code) if code else ""


def _with_new(found: list[Suggestion], typed: str, words: str) -> list[Suggestion]:
    """The rows, and one for making what is not there yet."""
    named = any(fold_name(row.shown()) == fold_name(typed) for row in found)
    if typed and not named:
        made = Suggestion(words.format(name=typed), Link(new=typed, words=typed), _("Is added when you save"), "plus", typed)
        return [*found, made]
    return found


def organisation_suggestions(session: Session, typed: str) -> list[Suggestion]:
    rows = [
        existing(record, record.city.with_country() if record.city else _(Organisation.KINDS.get(record.kind, "")), "users")
        for record in records_like(session.store, Organisation, typed)
    ]
    return _with_new(rows, typed, _("New organisation “{name}”"))


def person_suggestions(session: Session, typed: str) -> list[Suggestion]:
    rows = [
        existing(record, record.city.with_country() if record.city else "", "user")
        for record in records_like(session.store, Person, typed)
    ]
    return _with_new(rows, typed, _("New person “{name}”"))


def target_suggestions(session: Session, typed: str) -> list[Suggestion]:
    rows = [
        existing(record, record.organisation or record.country_words(), "landmark")
        for record in records_like(session.store, Target, typed, ("retired", False))
    ]
    return _with_new(rows, typed, _("New target “{name}”"))


def fund_suggestions(session: Session, typed: str) -> list[Suggestion]:
    rows = [existing(record, record.purpose.split("\n")[0], "coins") for record in records_like(session.store, Fund, typed)]
    return _with_new(rows, typed, _("New fund “{name}”"))


def campaign_suggestions(session: Session, typed: str) -> list[Suggestion]:
    return [
        existing(record, _(Campaign.STATES.get(record.state, "")), "flag")
        for record in records_like(session.store, Campaign, typed)
    ]


def picket_suggestions(session: Session, typed: str) -> list[Suggestion]:
    """The campaign's pickets, the latest first. One is written down on its own screen, never in passing."""
    campaign = session.campaign
    within = (("campaign", campaign.id),) if campaign is not None else ()
    return [existing_picket(record) for record in records_like(session.store, Picket, typed, *within)]


def existing_picket(picket: Picket) -> Suggestion:
    return existing(picket, picket.occasion or picket.place_words(), "megaphone")


def site_suggestions(session: Session, typed: str, city: Link | None) -> list[Suggestion]:
    """The sites of the chosen city; of all cities while none is chosen."""
    within = (("city", city.id),) if city is not None and city.id else ()
    rows = [existing(record, record.address, "landmark") for record in records_like(session.store, Site, typed, *within)]
    return _with_new(rows, typed, _("New site “{name}”"))

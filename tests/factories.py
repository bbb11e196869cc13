"""Records with valid defaults, saved and fresh: `picket(store, occasion="…")`. What it points to is made if it is not given."""

from datetime import date, time
from typing import Any

from organizer.records.campaign import Campaign, Demand
from organizer.records.donation import Donation, Fund
from organizer.records.leaflet import Leaflet
from organizer.records.letter import Letter
from organizer.records.organisation import Organisation, Person
from organizer.records.picket import Picket
from organizer.records.place import City, Site
from organizer.records.press_release import PressRelease
from organizer.records.print_run import PrintRun
from organizer.records.sheet_text import SheetText
from organizer.records.target import Target
from organizer.store.store import Store


def campaign(store: Store, **changes: Any) -> Campaign:
    return store.save(Campaign(**{"name": "Campaign Kazakhstan", "started": date(2011, 5, 26), **changes}))


def demand(store: Store, **changes: Any) -> Demand:
    changes.setdefault("campaign_id", _some(store, "campaign"))
    return store.save(Demand(**{"texts": {"en": "Release *all* jailed strikers."}, **changes}))


def city(store: Store, **changes: Any) -> City:
    return store.save(City(**{"name": "London", "country": "GB", "time_zone": "Europe/London", **changes}))


def site(store: Store, **changes: Any) -> Site:
    changes.setdefault("city_id", _some(store, "city"))
    return store.save(Site(**{"name": "Embassy of Kazakhstan", "address": "33 Thurloe Square", **changes}))


def organisation(store: Store, **changes: Any) -> Organisation:
    return store.save(Organisation(**{"name": "Dockers' branch 7", **changes}))


def person(store: Store, **changes: Any) -> Person:
    return store.save(Person(**{"name": "Anna Example", **changes}))


def target(store: Store, **changes: Any) -> Target:
    return store.save(Target(**{"office": "President", "country": "KZ", **changes}))


def picket(store: Store, **changes: Any) -> Picket:
    changes.setdefault("campaign_id", _some(store, "campaign"))
    changes.setdefault("city_id", _some(store, "city"))
    return store.save(Picket(**{"day": date(2012, 12, 16), "starts": time(17, 30), **changes}))


def letter(store: Store, **changes: Any) -> Letter:
    for name in ("campaign", "organisation", "target"):
        changes.setdefault(f"{name}_id", _some(store, name))
    return store.save(Letter(**{"day": date(2012, 8, 15), "quantity": 3, **changes}))


def fund(store: Store, **changes: Any) -> Fund:
    return store.save(Fund(**{"name": "Solidarity fund", **changes}))


def donation(store: Store, **changes: Any) -> Donation:
    changes.setdefault("campaign_id", _some(store, "campaign"))
    return store.save(Donation(**{"day": date(2012, 3, 1), "amount_minor": 25_00, "giver": "Collection", **changes}))


def press_release(store: Store, **changes: Any) -> PressRelease:
    changes.setdefault("campaign_id", _some(store, "campaign"))
    return store.save(PressRelease(**{"headline": "Pickets in four cities", "day": date(2012, 12, 14), **changes}))


def leaflet(store: Store, **changes: Any) -> Leaflet:
    changes.setdefault("campaign_id", _some(store, "campaign"))
    texts = {"en": {"headline": "Free the strikers"}}
    return store.save(Leaflet(**{"name": "Embassy leaflet", "texts": texts, **changes}))


def print_run(store: Store, **changes: Any) -> PrintRun:
    changes.setdefault("campaign_id", _some(store, "campaign"))
    usual = {"sheet": "leaflet", "name": "Embassy leaflet", "printed_on": date(2012, 12, 10), "printed": 500}
    return store.save(PrintRun(**{**usual, **changes}))


def sheet_text(store: Store, **changes: Any) -> SheetText:
    changes.setdefault("campaign_id", _some(store, "campaign"))
    return store.save(SheetText(**{"sheet": "bust-card", "answers": {"en": {"title": "If you are stopped"}}, **changes}))


def _some(store: Store, name: str) -> int:
    """The id of the first record of a kind in the file; one is made if there is none."""
    makers = {"campaign": (Campaign, campaign), "city": (City, city), "organisation": (Organisation, organisation)}
    kind, make = {**makers, "target": (Target, target)}[name]
    ids = store.rows(_select_ids(kind))
    return ids[0][0] if ids else make(store).id


def _select_ids(kind: Any) -> Any:
    from sqlalchemy import select

    return select(kind.id).order_by(kind.id).limit(1)

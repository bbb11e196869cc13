"""Every kind of record, by its name. A new kind adds its line here."""

from __future__ import annotations

from sqlalchemy.orm import configure_mappers

from organizer.records.attachment import Attachment
from organizer.records.base import Record
from organizer.records.campaign import Campaign, Demand
from organizer.records.consent import Consent
from organizer.records.donation import Donation, Fund
from organizer.records.erasure import Erasure
from organizer.records.leaflet import Leaflet
from organizer.records.letter import Letter
from organizer.records.organisation import Affiliation, Organisation, Person
from organizer.records.picket import Picket
from organizer.records.place import City, Site
from organizer.records.press_release import PressRelease
from organizer.records.print_run import PrintRun
from organizer.records.sheet_text import SheetText
from organizer.records.tag import Tag, Tagging
from organizer.records.target import Target

KINDS: dict[str, type[Record]] = {
    kind.KIND: kind
    for kind in (
        Attachment,
        Campaign,
        Demand,
        City,
        Site,
        Organisation,
        Person,
        Affiliation,
        Consent,
        Target,
        Picket,
        Letter,
        Fund,
        Donation,
        PressRelease,
        Leaflet,
        PrintRun,
        SheetText,
        Tag,
        Tagging,
        Erasure,
    )
}
"""In an order in which each kind stands after those it points to."""


def configure() -> None:
    """Do now what the first query would do otherwise: 60 ms of looking at every relation."""
    configure_mappers()

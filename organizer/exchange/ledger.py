"""Ledger: all that a sheet's words may mean in one file, read once before the sheet is gone through."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import date
from functools import cached_property
from typing import Any

from sqlalchemy import Select, select

from organizer.exchange.known_people import People
from organizer.exchange.names import Campaigns, Funds, Organisations, Targets
from organizer.exchange.places import Cities, Sites
from organizer.records.campaign import Campaign
from organizer.records.donation import Fund
from organizer.records.organisation import Affiliation, Organisation, Person
from organizer.records.place import City, Site
from organizer.records.target import Target

Read = Callable[[Select[Any]], list[Any]]


class Ledger:
    """What is in the file and what the sheet adds to it. Reads by the store's `records`; writes nothing.

    `decimal_comma` is how the sheet writes money, None while no amount has told.
    """

    def __init__(self, read: Read, campaign: Campaign, today: date) -> None:
        self._read = read
        self.today = today
        self.decimal_comma: bool | None = None
        self.campaigns = Campaigns(read(select(Campaign)), campaign)
        self.cities = Cities(read(select(City)))
        drafts = self.cities.by_id()
        self.sites = Sites(read(select(Site)), drafts)
        self.organisations = Organisations(read(select(Organisation)), drafts)
        self.targets = Targets(read(select(Target)), drafts, self.cities)
        self.funds = Funds(read(select(Fund)))

    @cached_property
    def people(self) -> People:
        """Read when a list of people asks: there may be many, and no other list names any."""
        return People(self._read(select(Person)), self._read(select(Affiliation)))


def key_of(*parts: object) -> str:
    """A key of fixed length for what a row says: equal rows have equal keys, whatever was changed in the file since."""
    return hashlib.sha256("\x1f".join(str(part) for part in parts).encode()).hexdigest()[:32]

"""The sample campaign: Campaign Kazakhstan 2011–12 as a historical example, written into a fresh file in one step."""

from __future__ import annotations

import csv
import tomllib
import uuid
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy import select

from organizer import paths
from organizer.actions.campaigns import choose_campaign
from organizer.actions.print_facts import facts_on
from organizer.i18n import _
from organizer.records import gazetteer
from organizer.records.attachment import Attachment
from organizer.records.base import Record
from organizer.records.campaign import Campaign, Demand
from organizer.records.donation import Donation, Fund
from organizer.records.leaflet import Leaflet
from organizer.records.letter import Letter
from organizer.records.organisation import Affiliation, Organisation, Person
from organizer.records.picket import Picket
from organizer.records.place import City, Site
from organizer.records.press_release import PressRelease
from organizer.records.print_run import PrintRun
from organizer.records.sheet_text import SheetText
from organizer.records.target import Target
from organizer.records.values import PrintClass
from organizer.store.attachments import clean, keep
from organizer.store.cities import city_of

if TYPE_CHECKING:
    from organizer.store.change import Change
    from organizer.store.store import Store

R = TypeVar("R", bound=Record)

_TODAY = "today"
_UIDS = uuid.uuid5(uuid.NAMESPACE_URL, "https://example.org/kazakhstan")

# Each file of records in TOML, with the kinds in it; every record stands after those it points to.
_FILES: tuple[tuple[str, tuple[type[Record], ...]], ...] = (
    ("campaign.toml", (Demand, Fund)),
    ("places.toml", (Site,)),
    ("targets.toml", (Target,)),
    ("people.toml", (Organisation, Person, Affiliation)),
    ("pickets.toml", (Picket,)),
    ("leaflets.toml", (Leaflet,)),
    ("press_releases.toml", (PressRelease,)),
)


def fill_with_sample(store: Store) -> Campaign:
    """Write the sample into a fresh file, in one transaction and one step, and choose its campaign."""
    folder = paths.resources() / "sample"
    with store.change(_("Sample campaign added")) as change:
        filling = _Filling(change, folder)
        campaign = filling.campaign()
        for file, kinds in _FILES:
            filling.add_all(file, kinds)
        filling.add_letters()
        filling.add_donations()
        filling.add_prints()
    store.set_meta(_TODAY, filling.today.isoformat())
    choose_campaign(store, campaign)
    return campaign


def sample_day(store: Store) -> date | None:
    """The day on which the sample stands still; None for every other file, whose today is the calendar's."""
    day = store.meta(_TODAY)
    return date.fromisoformat(day) if day else None


class _Filling:
    """One filling of a file, the campaign first. A record is known by its kind and its key in the sample's files."""

    def __init__(self, change: Change, folder: Path) -> None:
        self._change = change
        self._folder = folder
        self._ids: dict[tuple[str, str], int] = {}
        self._geoname_ids: dict[str, int] = self._tables("places.toml")["city"]

    def campaign(self) -> Campaign:
        tables = self._tables("campaign.toml")
        self.today: date = tables["today"]
        self._campaign = self._add(Campaign, {"key": "", **tables["campaign"]})
        return self._campaign

    def add_all(self, file: str, kinds: tuple[type[Record], ...]) -> None:
        tables = self._tables(file)
        for kind in kinds:
            for entry in tables[kind.KIND]:
                self._add(kind, entry)

    def add_letters(self) -> None:
        """The letter book, with the branches that wrote. `members` is empty where nobody said for how many they speak."""
        cities = {}
        for row in self._rows("organisations.csv"):
            self._add(Organisation, {"key": row["name"], **row})
            cities[row["name"]] = self._id("city", row["city"])
        for row in self._rows("letters.csv"):
            letter = Letter(
                campaign_id=self._id("campaign", ""),
                organisation_id=self._id("organisation", row["organisation"]),
                target_id=self._id("target", row["target"]),
                city_id=cities[row["organisation"]],
                day=date.fromisoformat(row["day"]),
                channel=row["channel"],
                quantity=int(row["quantity"]),
                evidence=row["evidence"],
                members=int(row["members"]) if row["members"] else None,
                reply=row["reply"],
                subject=row["subject"],
            )
            self._change.save(letter)

    def add_donations(self) -> None:
        for row in self._rows("donations.csv"):
            donation = Donation(
                campaign_id=self._id("campaign", ""),
                fund_id=self._id("fund", row["fund"]),
                giver=row["giver"],
                day=date.fromisoformat(row["day"]),
                amount_minor=int(row["amount_minor"]),
                fee_minor=int(row["fee_minor"]),
                currency=row["currency"],
                way="provider",
                reference=row["reference"],
            )
            self._change.save(donation)

    def add_prints(self) -> None:
        """Print runs, each with the facts that stand on it, and the campaign's own words on its sheets."""
        tables = self._tables("prints.toml")
        for entry in tables[PrintRun.KIND]:
            kind, key = entry.pop("subject")
            subject = self._subject(kind, key)
            picket = subject.picket if isinstance(subject, Leaflet) else None
            facts = facts_on(subject, self._campaign, picket, print_class=PrintClass.PUBLIC, answers={})
            printed_for = {"subject_kind": kind, "subject_uid": subject.uid, "name": subject.title()}
            carried = {"demand_uids": subject.demand_uids} if isinstance(subject, Leaflet) else {}
            self._add(PrintRun, {**entry, **printed_for, **carried, "carries": facts})
        for entry in tables[SheetText.KIND]:
            self._add(SheetText, entry)

    def _subject(self, kind: str, key: str) -> Campaign | Leaflet:
        found = self._change.first(select(Leaflet).where(Leaflet.uid == _uid(kind, key))) if kind == Leaflet.KIND else None
        return found or self._campaign

    def _add(self, kind: type[R], entry: dict[str, Any]) -> R:
        """Save what one entry says. Where a kind points to another, the entry names it by its key."""
        key = entry["key"]
        fields = dict(self._field(kind, name, value) for name, value in entry.items() if name not in ("key", "hung"))
        if hasattr(kind, "campaign_id"):
            fields["campaign_id"] = self._id("campaign", "")
        record = self._change.save(kind(uid=_uid(kind.KIND, key), **fields))
        self._ids[kind.KIND, key] = record.id
        if "hung" in entry:
            keep(self._change, clean((self._folder / entry["hung"]).read_bytes()), name=entry["hung"], owner=record)
        return record

    def _field(self, kind: type[Record], name: str, value: Any) -> tuple[str, Any]:
        if name == "demands":
            return "demand_uids", [_uid(Demand.KIND, key) for key in value]
        if name == "photo":
            return "photo_id", self._picture(value)
        if hasattr(kind, f"{name}_id"):
            return f"{name}_id", self._id(name, value)
        return name, value

    def _id(self, kind: str, key: str) -> int:
        if kind == City.KIND and (kind, key) not in self._ids:
            self._ids[kind, key] = self._city(key).id
        return self._ids[kind, key]

    def _city(self, key: str) -> City:
        place = gazetteer.place(self._geoname_ids[key])
        if place is None:
            raise LookupError(f"the gazetteer has no {key}")
        return city_of(self._change, place)

    def _picture(self, name: str) -> int:
        """The attachment of one picture of the sample, kept once however many leaflets show it."""
        if (Attachment.KIND, name) not in self._ids:
            picture = clean((self._folder / name).read_bytes())
            kept = keep(self._change, picture, name=name, owner=self._campaign, faces="none")
            self._ids[Attachment.KIND, name] = kept.id
        return self._ids[Attachment.KIND, name]

    def _tables(self, file: str) -> dict[str, Any]:
        return tomllib.loads((self._folder / file).read_text(encoding="utf-8"))

    def _rows(self, file: str) -> Iterator[dict[str, str]]:
        with (self._folder / file).open(encoding="utf-8", newline="") as lines:
            yield from csv.DictReader(lines)


def _uid(kind: str, key: str) -> str:
    """The same in every sample, so that a leaflet can name its demands and a command its leaflet."""
    return str(uuid.uuid5(_UIDS, f"{kind} {key}"))

"""What a sheet needs besides its own record, gathered before it is set: sheets never read the store."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from organizer.records.campaign import Campaign, Demand
from organizer.records.donation import Donation, Fund
from organizer.records.leaflet import Leaflet
from organizer.records.organisation import Organisation, Person
from organizer.records.picket import Picket
from organizer.records.press_release import PressRelease
from organizer.records.target import Target
from organizer.records.totals import CampaignTotals

Subject: TypeAlias = Campaign | Picket | Donation | Leaflet | PressRelease
"""What a sheet can be printed for."""


@dataclass(frozen=True)
class LeafletParts:
    """One leaflet with its campaign, the editions of the demands it names, its picket, and its photo's bytes.

    `standing` are the editions of the campaign's demands that stand now; None where nobody asked. `photo_faces` is what somebody
    who looked for faces in the photo says of them, a key of `Attachment.FACES`.
    """

    leaflet: Leaflet
    campaign: Campaign
    demands: tuple[Demand, ...] = ()
    standing: tuple[Demand, ...] | None = None
    picket: Picket | None = None
    photo: bytes | None = None
    photo_faces: str = ""
    logo: bytes | None = None


@dataclass(frozen=True)
class PressReleaseParts:
    """One press release with its campaign, picket and logo."""

    release: PressRelease
    campaign: Campaign
    picket: Picket | None = None
    logo: bytes | None = None


@dataclass(frozen=True)
class PrintParts:
    """What a sheet of the print room is made of: its campaign, the record it is printed for, and what else it needs.

    `demands` are those that stand, in order; `pickets` the campaign's that are not cancelled, by day; `cancelled` those
    that are.
    `people` are those in the address book who agreed to post, and no others.
    `totals` are what the campaign adds up to; None where nobody asked.
    `next_number` is the one on which numbered sheets of this kind go on.
    `home_in_imprint` says that the imprint's address is the home of a person in the address book.
    """

    campaign: Campaign
    picket: Picket | None = None
    donation: Donation | None = None
    leaflet: LeafletParts | None = None
    release: PressReleaseParts | None = None
    demands: tuple[Demand, ...] = ()
    pickets: tuple[Picket, ...] = ()
    cancelled: tuple[Picket, ...] = ()
    organisations: tuple[Organisation, ...] = ()
    people: tuple[Person, ...] = ()
    targets: tuple[Target, ...] = ()
    funds: tuple[Fund, ...] = ()
    logo: bytes | None = None
    home_in_imprint: bool = False
    next_number: int = 1
    totals: CampaignTotals | None = None

"""The numbers beside the entries of the side bar: how much of each there is in the current campaign."""

from __future__ import annotations

from organizer.records.base import Record
from organizer.records.donation import Donation
from organizer.records.leaflet import Leaflet
from organizer.records.letter import letters_by_day
from organizer.records.picket import Picket
from organizer.records.press_release import PressRelease
from organizer.store.listing import ListQuery
from organizer.store.store import Store

_LISTED: dict[str, type[Record]] = {"pickets": Picket, "donations": Donation, "leaflets": Leaflet, "press_releases": PressRelease}


def side_counts(store: Store, campaign_id: int) -> dict[str, int]:
    """Counts by the code of the page. Letters are counted, not entries: one entry may stand for many."""
    counts = {code: store.listing(ListQuery(kind, filters=(("campaign", campaign_id),))).count for code, kind in _LISTED.items()}
    counts["letters"] = letters_in(store, campaign_id)
    return counts


def letters_in(store: Store, campaign_id: int) -> int:
    """How many letters a campaign has. Summed by day, because an index holds those sums: 0.1 s for a million entries."""
    return sum(letters for _day, _evidence, letters in store.sums(letters_by_day(campaign_id)))

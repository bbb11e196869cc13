"""Campaigns: which one the file is open at. The file itself remembers it, so every computer opens at the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from organizer.errors import UserError
from organizer.i18n import _
from organizer.records.campaign import Campaign, all_campaigns
from organizer.records.prints import Subject

if TYPE_CHECKING:
    from organizer.store.store import Store

_CURRENT = "campaign"


def current_campaign(store: Store) -> Campaign | None:
    """The campaign chosen last; where it is gone or none was ever chosen, the one that started last. None: there is none."""
    chosen = store.meta(_CURRENT)
    found = store.first(select(Campaign).where(Campaign.uid == chosen)) if chosen else None
    return found or store.first(all_campaigns())


def choose_campaign(store: Store, campaign: Campaign) -> None:
    """Remember in the file that work goes on in this campaign."""
    store.set_meta(_CURRENT, campaign.uid)


def begin_campaign(store: Store, name: str, branch: str = "") -> Campaign:
    """The first campaign of a new file, chosen; the branch's name is the origin of all that is logged here. Problems: no name."""
    if branch:
        store.set_meta("branch", branch)
    campaign = store.save(Campaign(name=name))
    choose_campaign(store, campaign)
    return campaign


def campaign_of(store: Store, record: Subject) -> Campaign:
    """The campaign in whose name something is printed for a record. UserError: it belongs to none."""
    if isinstance(record, Campaign):
        return record
    if record.campaign_id is None:
        raise UserError(
            _("This belongs to no campaign, so nothing can be printed for it."),
            _("Choose its campaign; its name, colours and imprint are printed."),
        )
    return store.get(Campaign, record.campaign_id)

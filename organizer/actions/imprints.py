"""Imprints: whether an address that is printed for all to see is somebody's home."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from sqlalchemy import select

from organizer.records.campaign import Campaign
from organizer.records.organisation import Person

if TYPE_CHECKING:
    from organizer.store.store import Store

_FEW_SIGNS = 6
"""An address shorter than this is a town or nothing, and would be found in every other."""


def home_in_imprint(store: Store, campaign: Campaign) -> Person | None:
    """The person of the address book at whose address the campaign's imprint stands, if there is one.

    Only what the file knows can be found: an address of somebody who is not in it is not told.
    """
    printed = [_bare(campaign.imprint_address or campaign.address), _bare(campaign.imprint_printer_address)]
    printed = [address for address in printed if len(address) >= _FEW_SIGNS]
    if not printed:
        return None
    people = store.records(select(Person).where(Person.address != ""))
    return next((person for person in people if _stands_in(_bare(person.address), printed)), None)


def _stands_in(home: str, printed: list[str]) -> bool:
    return len(home) >= _FEW_SIGNS and any(home in address or address in home for address in printed)


def _bare(address: str) -> str:
    """Letters and digits alone, so that commas, lines and capitals make no difference."""
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", address).casefold())

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

_BETWEEN = re.compile(r"[\W_]+")


def home_in_imprint(store: Store, campaign: Campaign) -> bool:
    """Whether the campaign’s imprint gives the home of a person of the address book.

    Only what the file knows can be found: the home of somebody who is not in it is not told.
    """
    said = (campaign.imprint_address or campaign.address, campaign.imprint_printer_address)
    printed = [words for words in map(_words, said) if _is_exact(words)]
    if not printed:
        return False
    homes = (_words(address) for (address,) in store.rows(select(Person.address).where(Person.address != "")))
    return any(_is_exact(home) and any(_are_one(home, address) for address in printed) for home in homes)


def _words(address: str) -> str:
    """The words alone with a space around each, so that commas, lines and capitals make no difference."""
    return _BETWEEN.sub(" ", f" {unicodedata.normalize('NFKC', address).casefold()} ")


def _are_one(home: str, printed: str) -> bool:
    """Whether one stands in the other, as a home without its town does; a postcode may be written with a space or without."""
    return home in printed or printed in home or home.replace(" ", "") == printed.replace(" ", "")


def _is_exact(words: str) -> bool:
    """Whether it names a house: what has no number in it is a town, and stands in many addresses."""
    return any(sign.isdigit() for sign in words)

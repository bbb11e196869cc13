"""What filter menus offer, made of the values that a campaign's records have."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from organizer.actions import facets
from organizer.i18n import N_, _
from organizer.records.base import Record
from organizer.ui.kind import Chip, FilterChoice
from organizer.ui.session import Session

_MOST = 30


def campaign_id(session: Session) -> int:
    """The current campaign's id, as a filter: -1, which no record has, where there is none yet."""
    return session.campaign.id if session.campaign else -1


def codes_chip(
    words: str, name: str, table: Mapping[str, str], icon: str = "", *, attribute: str = "", everywhere: bool = False
) -> Chip:
    """A chip for one of a table of codes: those that occur, with their counts. `everywhere`: not only in this campaign."""

    def offer(session: Session, kind: type[Record]) -> list[FilterChoice]:
        within = {} if everywhere else {"campaign": campaign_id(session)}
        counts = facets.counts_by(session.store, kind, attribute or name, **within)
        return [FilterChoice(_(table[code]), ((name, code),), counts[code]) for code in table if counts.get(code)]

    return Chip(words, icon, choices=offer)


def linked_chip(words: str, name: str, attribute: str, other: type[Record], icon: str = "", *, everywhere: bool = False) -> Chip:
    """A chip for the records that others point to, the most frequent first."""

    def offer(session: Session, kind: type[Record]) -> list[FilterChoice]:
        within = {} if everywhere else {"campaign": campaign_id(session)}
        found = facets.counts_by_linked(session.store, kind, attribute, other, **within)[:_MOST]
        return [FilterChoice(record.title(), ((name, record.id),), count) for record, count in found]

    return Chip(words, icon, choices=offer)


def years_chip() -> Chip:
    """A chip for the year of the record's day."""

    def offer(session: Session, kind: type[Record]) -> list[FilterChoice]:
        found = facets.years(session.store, kind, campaign=campaign_id(session))
        return [
            FilterChoice(str(year), (("from", date(year, 1, 1)), ("until", date(year, 12, 31))), count)
            for year, count in found.items()
        ]

    return Chip(N_("Year"), "calendar", choices=offer)

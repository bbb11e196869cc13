"""Letters and pickets that the file has without remembering a row for them: logged in the window, or brought in other words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence, Set
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import func, select

from organizer.exchange.drafts import Draft
from organizer.exchange.letters import in_draft
from organizer.exchange.pickets import in_draft as picket_in
from organizer.records.letter import Letter
from organizer.records.organisation import Organisation
from organizer.records.picket import Picket

Ask = Callable[[Any], list[Any]]
"""Answers a query with its rows as tuples."""

_DAYS_AT_ONCE = 500


class _Content(NamedTuple):
    """What makes two letters one. The city is that of the sender where the letter names none."""

    campaign_id: int
    day: date | None
    day_precision: str
    organisation_id: int
    city_id: int | None
    target_id: int
    channel: str
    quantity: int


class _Entry(NamedTuple):
    """One letter of the file, with what may be learnt of it later."""

    id: int
    evidence: str
    members: int | None


def alike_letters(ask: Ask, rows: Sequence[Draft], taken: Set[int]) -> dict[Draft, int]:
    """The rows whose letter is in the file, with its id: each letter stands for one row, and the rows most like it come first."""
    said = {draft: content for draft in rows if (content := _content(draft)) is not None}
    days = sorted({content.day for content in said.values() if content.day is not None})
    entries: dict[_Content, list[_Entry]] = {}
    for content, entry in _letters_on(ask, days):
        if entry.id not in taken:
            entries.setdefault(content, []).append(entry)
    found: dict[Draft, int] = {}
    for farthest in range(_FARTHEST + 1):
        for draft, content in said.items():
            fitting = [entry for entry in entries.get(content, ()) if draft not in found and _distance(draft, entry) <= farthest]
            if fitting:
                entries[content].remove(fitting[0])
                found[draft] = fitting[0].id
    return found


def _content(draft: Draft) -> _Content | None:
    """None where the row speaks of something that the file does not have."""
    letter, links = in_draft(draft), draft.links
    sender, city = links["organisation_id"].record, links.get("city_id")
    named = [links[key].record for key in ("campaign_id", "organisation_id", "target_id")]
    if any(record.is_new() for record in (*named, *([city.record] if city else ()))):
        return None
    city_id = city.record.id if city else getattr(sender, "city_id", None)
    campaign, organisation, target = (record.id for record in named)
    return _Content(campaign, letter.day, letter.day_precision, organisation, city_id, target, letter.channel, letter.quantity)


def _letters_on(ask: Ask, days: Sequence[date]) -> Iterator[tuple[_Content, _Entry]]:
    city = func.coalesce(Letter.city_id, Organisation.city_id)
    content = (Letter.campaign_id, Letter.day, Letter.day_precision, Letter.organisation_id, city, Letter.target_id)
    columns = (*content, Letter.channel, Letter.quantity, Letter.id, Letter.evidence, Letter.members)
    query = select(*columns).join(Organisation, Organisation.id == Letter.organisation_id).order_by(Letter.id)
    for first in range(0, len(days), _DAYS_AT_ONCE):
        for row in ask(query.where(Letter.day.in_(days[first : first + _DAYS_AT_ONCE]))):
            yield _Content(*row[: len(_Content._fields)]), _Entry(*row[len(_Content._fields) :])


_FARTHEST = 2
_NEVER = 3


def _distance(draft: Draft, entry: _Entry) -> int:
    """How far a row is from a letter of the same content: 0 where nothing differs. A copy and the members may come later."""
    letter = in_draft(draft)
    if letter.members != entry.members and None not in (letter.members, entry.members):
        return _NEVER
    if letter.evidence != entry.evidence:
        return _FARTHEST
    return int(letter.members != entry.members)


def alike_pickets(ask: Ask, rows: Sequence[Draft], taken: Set[int]) -> dict[Draft, int]:
    """The rows whose picket is in the file, with its id: of the same campaign, at the same hour and place."""
    said = {draft: content for draft in rows if (content := _hour_and_place(draft)) is not None}
    days = sorted({day for _campaign, day, *_rest in said.values()})
    standing: dict[tuple[Any, ...], list[int]] = {}
    columns = (Picket.campaign_id, Picket.day, Picket.starts, Picket.city_id, Picket.site_id, Picket.id)
    for first in range(0, len(days), _DAYS_AT_ONCE):
        for *content, own in ask(select(*columns).where(Picket.day.in_(days[first : first + _DAYS_AT_ONCE]))):
            if own not in taken:
                standing.setdefault(tuple(content), []).append(own)
    return {draft: standing[content].pop(0) for draft, content in said.items() if standing.get(content)}


def _hour_and_place(draft: Draft) -> tuple[Any, ...] | None:
    """None where the row says no hour, or a campaign or place that the file does not have."""
    picket, links = picket_in(draft), [draft.links.get(key) for key in ("campaign_id", "city_id", "site_id")]
    if picket.day is None or picket.starts is None or any(link is not None and link.is_new() for link in links):
        return None
    campaign, city, site = (link.record.id if link is not None else None for link in links)
    return campaign, picket.day, picket.starts, city, site

"""Facets: which values the records of a list have, and how many records have each: what filter menus offer."""

from __future__ import annotations

from typing import Any

from sqlalchemy import extract, func, select

from organizer.records.base import Record
from organizer.records.tag import Tag, Tagging
from organizer.store.store import Store


def counts_by(store: Store, kind: type[Record], attribute: str, **within: object) -> dict[Any, int]:
    """How many records have each value of `attribute`, the most frequent first; `within` are filters of the kind's Listing."""
    column = getattr(kind, attribute)
    counted = select(column, func.count(kind.id)).group_by(column).order_by(func.count(kind.id).desc())
    return {row[0]: row[1] for row in store.rows(_narrowed(counted, kind, within))}


def counts_by_linked(
    store: Store, kind: type[Record], attribute: str, other: type[Record], **within: object
) -> list[tuple[Record, int]]:
    """The records of `other` that `attribute` points to, each with how many point there, the most frequent first."""
    counts = {key: count for key, count in counts_by(store, kind, attribute, **within).items() if key is not None}
    found = {record.id: record for record in store.records(select(other).where(other.id.in_(list(counts))))}
    pairs = [(found[key], count) for key, count in counts.items() if key in found]
    return sorted(pairs, key=lambda pair: (-pair[1], pair[0].title().casefold()))


def years(store: Store, kind: type[Record], attribute: str = "day", **within: object) -> dict[int, int]:
    """How many records fall into each year, the latest first."""
    year = extract("year", getattr(kind, attribute))
    counted = select(year, func.count(kind.id)).group_by(year).order_by(year.desc())
    return {row[0]: row[1] for row in store.rows(_narrowed(counted, kind, within)) if row[0] is not None}


def counts_by_tag(store: Store, kind: type[Record], **within: object) -> list[tuple[int, str, int]]:
    """Id and name of each tag that records of this kind bear, with how many bear it, the most frequent first."""
    counted = (
        select(Tag.id, Tag.name, func.count(kind.id))
        .join(Tagging, Tagging.tag_id == Tag.id)
        .join(kind, (kind.uid == Tagging.record_uid) & (Tagging.record_kind == kind.KIND))
        .group_by(Tag.id)
    )
    rows = [(row[0], row[1], row[2]) for row in store.rows(_narrowed(counted, kind, within))]
    return sorted(rows, key=lambda row: (-row[2], row[1].casefold()))


def _narrowed(statement: Any, kind: type[Record], within: dict[str, object]) -> Any:
    filters = kind.listing().filters
    return statement.where(*(filters[name](value) for name, value in within.items() if value is not None))

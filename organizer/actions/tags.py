"""Tags: hung on a record and taken off, renamed and deleted everywhere. Two tags never differ by case or spaces alone."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from organizer.errors import MissingRecord
from organizer.i18n import _
from organizer.records.base import Record
from organizer.records.tag import Tag, Tagging, tag_key, taggings_of, tidy_name

if TYPE_CHECKING:
    from organizer.store.change import Change
    from organizer.store.store import Store


def distinct(names: Iterable[str]) -> list[str]:
    """Names as they are kept, each once, in their order; empty ones are left out."""
    found: dict[str, str] = {}
    for name in names:
        if name.strip():
            found.setdefault(tag_key(name), tidy_name(name))
    return list(found.values())


def put_tags(change: Change, record: Record, names: Iterable[str]) -> None:
    """Make these the record's tags. Known tags keep their spelling; one that no record bears any more goes."""
    wanted = {tag_key(name): name for name in distinct(names)}
    known = {tag_key(tag.name): tag for tag in change.records(select(Tag))}
    bears = {tag_key(tagging.title()): tagging for tagging in change.records(taggings_of(record))}
    for key, tagging in bears.items():
        if key not in wanted:
            change.delete(tagging)
            _drop_unused(change, tagging.tag_id)
    for key, name in wanted.items():
        if key not in bears:
            tag = known.get(key) or change.save(Tag(name=name))
            change.save(Tagging(tag_id=tag.id, record_kind=record.KIND, record_uid=record.uid))


def _drop_unused(change: Change, tag_id: int) -> None:
    tag = change.first(select(Tag).where(Tag.id == tag_id))
    if tag is not None and change.first(select(Tagging).where(Tagging.tag_id == tag_id)) is None:
        change.delete(tag)


def rename_tag(store: Store, tag: Tag, name: str) -> Tag:
    """Give a tag another name, in one step; by the name of another tag the two become one. Problems for an empty name."""
    with store.change(_("Tag renamed")) as change:
        now = change.first(select(Tag).where(Tag.id == tag.id))
        if now is None:
            raise MissingRecord(
                _("This tag is not in the file any more."), _("If it was deleted by mistake, Undo brings it back.")
            )
        other = next((each for each in change.records(select(Tag)) if tag_key(each.name) == tag_key(name)), None)
        if other is None or other.id == now.id:
            now.name = tidy_name(name)
            return change.save(now)
        _merge(change, now, other)
        return other


def _merge(change: Change, tag: Tag, into: Tag) -> None:
    """Everything that bears the one bears the other instead, once."""
    bearing = {(each.record_kind, each.record_uid) for each in change.records(select(Tagging).where(Tagging.tag_id == into.id))}
    for tagging in change.records(select(Tagging).where(Tagging.tag_id == tag.id)):
        change.delete(tagging)
        if (tagging.record_kind, tagging.record_uid) not in bearing:
            change.save(Tagging(tag_id=into.id, record_kind=tagging.record_kind, record_uid=tagging.record_uid))
    change.delete(tag)


def delete_tag(store: Store, tag: Tag) -> None:
    """Take a tag off everything that bears it and delete it, in one step."""
    with store.change(_("Tag deleted")) as change:
        for tagging in change.records(select(Tagging).where(Tagging.tag_id == tag.id)):
            change.delete(tagging)
        now = change.first(select(Tag).where(Tag.id == tag.id))
        if now is not None:
            change.delete(now)


def tags_in_use(store: Store) -> list[tuple[Tag, int]]:
    """The tags that are borne, with how many records bear each, the most frequent first."""
    counted = select(Tagging.tag_id, func.count()).group_by(Tagging.tag_id)
    counts = {row[0]: row[1] for row in store.rows(counted)}
    tags = [tag for tag in store.records(select(Tag)) if tag.id in counts]
    return sorted(((tag, counts[tag.id]) for tag in tags), key=lambda pair: (-pair[1], pair[0].name.casefold()))

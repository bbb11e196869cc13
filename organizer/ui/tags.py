"""Tags in forms and lists: the field that a kind puts among its own, and the chip that filters by one of them."""

from __future__ import annotations

from typing import Any

from organizer.actions import facets
from organizer.actions.tags import distinct, put_tags, tags_in_use
from organizer.errors import Problem
from organizer.i18n import N_, _, _n
from organizer.records.base import Record
from organizer.records.tag import Tag, tag_key
from organizer.ui.controls import Control
from organizer.ui.kind import Chip, Field, FilterChoice
from organizer.ui.look.completion import Hit
from organizer.ui.look.tags import TagsEdit
from organizer.ui.session import Session
from organizer.ui.tag_list import CHANGE_TAGS

_MOST = 30


class TagsControl(Control):
    """The tags of a record; they are put on and taken off in the step in which the record is saved."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._edit = TagsEdit(self._hits, tag_key)
        super().__init__("tags", self._edit)
        self._kept: list[str] = []
        self._edit.edited.connect(self.edited)

    def _hits(self, typed: str) -> list[Hit]:
        """Known tags with a word that begins so, then the one that would be new."""
        there = {tag_key(name) for name in self._edit.names()}
        wanted, found, known = tag_key(typed), [], False
        for tag, count in tags_in_use(self._session.store):
            key = tag_key(tag.name)
            known = known or key == wanted
            if key not in there and (key.startswith(wanted) or f" {wanted}" in key):
                words = _n("on {n} record", "on {n} records", count)
                found.append((key != wanted, Hit(tag.name, words, "tag", tag.name)))
        hits = [hit for _other, hit in sorted(found, key=lambda pair: pair[0])][:6]
        if not known and wanted not in there:
            name = distinct([typed])[0]
            hits.append(Hit(_("New tag “{name}”").format(name=name), _("Is added when you save"), "plus", name))
        return hits

    def show(self, record: Any) -> None:
        names = [tag.name for tag in record.tags]
        self._kept = [] if record.is_new() else names
        self._edit.show_names(names)

    def take(self, record: Any) -> list[Problem]:
        self._edit.settle()
        long = next((problem for name in self._edit.names() for problem in Tag(name=name).problems()), None)
        return [Problem(self.attribute, long.sentence)] if long is not None else []

    def raw(self) -> list[str]:
        return distinct([*self._edit.names(), self._edit.typed()])

    def restore(self, raw: Any) -> None:
        self._edit.show_names(str(name) for name in raw or ())

    def pending(self) -> bool:
        return {tag_key(name) for name in self.raw()} != {tag_key(name) for name in self._kept}

    def prepare(self, change: Any, record: Any) -> None:
        if self.pending():
            put_tags(change, record, self.raw())


def tags(label: str = N_("Tags")) -> Field:
    """Words hung on the record, for a kind that bears tags."""
    return Field("tags", label, TagsControl, optional=True)


def tags_chip(*, everywhere: bool = False) -> Chip:
    """A chip for one tag; it is there as soon as a record of the list bears one. `everywhere`: not only in this campaign."""

    def offer(session: Session, kind: type[Record]) -> list[FilterChoice]:
        campaign = session.campaign.id if session.campaign else -1
        within = {} if everywhere else {"campaign": campaign}
        found = facets.counts_by_tag(session.store, kind, **within)[:_MOST]
        return [FilterChoice(name, (("tag", tag_id),), count) for tag_id, name, count in found]

    return Chip(N_("Tag"), "tag", choices=offer, comes=True, verbs=(CHANGE_TAGS,))

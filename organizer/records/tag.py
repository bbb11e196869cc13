"""Tags: words that a branch hangs on records of any kind."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from typing import Any, ClassVar

from sqlalchemy import ForeignKey, Index, Select, select
from sqlalchemy.orm import Mapped, mapped_column, relationship
from sqlalchemy.sql.elements import ColumnElement

from organizer.errors import Problem
from organizer.i18n import _
from organizer.records.base import Listing, Record, line, reading

LONGEST_TAG = 60


class Tag(Record, kw_only=True):
    __tablename__ = "tag"
    KIND: ClassVar[str] = "tag"

    name: Mapped[str] = line(unique=True)

    @classmethod
    def listing(cls) -> Listing:
        return Listing(sorts={"name": (cls.name,)}, default_sort="name", descending=False, own_text=("name",))

    def title(self) -> str:
        return self.name

    def problems(self) -> list[Problem]:
        found = super().problems()
        if not self.name.strip():
            found.append(Problem("name", _("The tag has no name. Type a word.")))
        elif len(self.name) > LONGEST_TAG:
            sentence = _("This tag is too long. {longest} characters are enough.").format(longest=LONGEST_TAG)
            found.append(Problem("name", sentence))
        return found


class Tagging(Record, kw_only=True):
    """One tag on one record."""

    __tablename__ = "tagging"
    __table_args__ = (Index("ix_tagging_record", "record_kind", "record_uid"),)
    KIND: ClassVar[str] = "tagging"

    tag_id: Mapped[int] = mapped_column(ForeignKey("tag.id", ondelete="RESTRICT"), default=None, index=True)
    record_kind: Mapped[str] = line()
    record_uid: Mapped[str] = line()

    tag: Mapped[Tag | None] = reading("Tagging.tag_id")

    def title(self) -> str:
        return self.tag.name if self.tag else ""


def tags_on(kind: str) -> Any:
    """The tags on each record of a kind, by the alphabet, for reading only; loaded where a whole record is asked for."""
    return relationship(
        Tag,
        secondary="tagging",
        primaryjoin=f"and_(foreign(tagging.c.record_uid) == {kind}.c.uid, tagging.c.record_kind == '{kind}')",
        secondaryjoin="foreign(tagging.c.tag_id) == tag.c.id",
        order_by="func.lower(tag.c.name)",
        viewonly=True,
        lazy="raise",
        init=False,
        repr=False,
        compare=False,
    )


def has_tag(kind: type[Record]) -> Callable[[int], ColumnElement[bool]]:
    """The filter "tag" of a kind: those that bear the tag with this id."""
    return lambda tag_id: kind.uid.in_(
        select(Tagging.record_uid).where(Tagging.tag_id == tag_id, Tagging.record_kind == kind.KIND)
    )


def taggings_of(record: Record) -> Select[Tagging]:
    return select(Tagging).where(Tagging.record_kind == record.KIND, Tagging.record_uid == record.uid)


def tidy_name(name: str) -> str:
    """A tag as it is kept: no space at its ends, single ones within."""
    return " ".join(name.split())


def tag_key(name: str) -> str:
    """What makes two tags the same: "Urgent ", "urgent" and "URGENT" are one."""
    return unicodedata.normalize("NFKC", tidy_name(name)).casefold()

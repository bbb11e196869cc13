"""Tags: words that a branch hangs on records of any kind."""

from __future__ import annotations

from typing import ClassVar

from sqlalchemy import ForeignKey, Index, Select, select
from sqlalchemy.orm import Mapped, mapped_column

from organizer.errors import Problem
from organizer.i18n import _
from organizer.records.base import Listing, Record, line, reading


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


def tags_of(record_kind: str, record_uid: str) -> Select[Tagging]:
    return select(Tagging).where(Tagging.record_kind == record_kind, Tagging.record_uid == record_uid)

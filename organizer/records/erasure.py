"""Erasures: that somebody was taken out of the file, when, by which rule and how much of it; never who."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from sqlalchemy import Select, select
from sqlalchemy.orm import Mapped, mapped_column

from organizer.i18n import N_, _, _n
from organizer.records.base import Record


class Erasure(Record, kw_only=True):
    """`people` were taken out; `deleted`, `changed` and `kept` count records: gone, with words blotted out, left as they were.

    `uids` are those of the people's records, which say nothing of them: by these an older backup that is opened again is known
    to hold somebody who was erased since.
    """

    __tablename__ = "erasure"
    KIND: ClassVar[str] = "erasure"
    RULES: ClassVar[dict[str, str]] = {
        "asked": N_("Asked for"),
        "contacts": N_("Contacts without activity"),
        "donors": N_("Donors after the years the law asks for"),
        "sign_in": N_("Sign-in lists"),
    }

    day: Mapped[date | None] = mapped_column(default=None)
    rule: Mapped[str] = mapped_column(default="asked")
    people: Mapped[int] = mapped_column(default=0)
    deleted: Mapped[int] = mapped_column(default=0)
    changed: Mapped[int] = mapped_column(default=0)
    kept: Mapped[int] = mapped_column(default=0)
    uids: Mapped[list[str]] = mapped_column(default_factory=list)

    def title(self) -> str:
        return _n("{n} person erased", "{n} people erased", self.people)

    def rule_words(self) -> str:
        return _(self.RULES.get(self.rule, self.rule))


def all_erasures() -> Select[Erasure]:
    """The latest first."""
    return select(Erasure).order_by(Erasure.id.desc())

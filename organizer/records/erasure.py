"""Erasures: that somebody was taken out of the file, when, by which rule and how much of it; never who."""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import field as dataclass_field
from datetime import date
from typing import ClassVar

from sqlalchemy import Select, select
from sqlalchemy.orm import Mapped, mapped_column

from organizer.i18n import N_, _, _n
from organizer.records.base import Record


@dataclass(frozen=True, order=True)
class Mark:
    """A record that went; with a field, one that lost words there in `places` places, or with `stays` was left as it was."""

    kind: str
    uid: str
    field: str = ""
    stays: bool = False
    places: int = dataclass_field(default=1, compare=False)

    def to_text(self) -> str:
        """As the log keeps it; a person who went is the uid alone."""
        if (self.kind, self.field) == ("person", ""):
            return self.uid
        how = "stays" if self.stays else str(self.places) if self.places > 1 else ""
        return " ".join(filter(None, (self.kind, self.uid, self.field, how)))

    @classmethod
    def from_text(cls, words: str) -> Mark:
        kind, uid, field, how = (*words.split(), "", "", "")[:4] if " " in words else ("person", words, "", "")
        return cls(kind, uid, field, stays=how == "stays", places=int(how) if how.isdecimal() else 1)


class Erasure(Record, kw_only=True):
    """`people` were taken out; `deleted`, `changed` and `kept` count records: gone, with words blotted out, left as they were.

    `uids` are marks in words: which records went, which fields lost words. They say nothing of anybody; by them an older backup
    that takes the file's place is known to hold somebody who was erased since.
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

    def marks(self) -> list[Mark]:
        return [Mark.from_text(words) for words in self.uids]

    def title(self) -> str:
        return _n("{n} person erased", "{n} people erased", self.people)

    def rule_words(self) -> str:
        return _(self.RULES.get(self.rule, self.rule))


def all_erasures() -> Select[Erasure]:
    """The latest first."""
    return select(Erasure).order_by(Erasure.id.desc())

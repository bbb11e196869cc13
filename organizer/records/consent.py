"""Consent: what a person agreed to, purpose by purpose, when and how; and whether it was taken back."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from sqlalchemy import ForeignKey, Select, select
from sqlalchemy.orm import Mapped, mapped_column
from sqlalchemy.sql.elements import ColumnElement, SQLColumnExpression

from organizer.errors import Problem
from organizer.i18n import N_, _
from organizer.records.base import Record, text


class Consent(Record, kw_only=True):
    """One purpose that a person agreed to. It stands until `withdrawn_on`; another purpose needs another consent."""

    __tablename__ = "consent"
    KIND: ClassVar[str] = "consent"
    GOES_WITH: ClassVar[str] = "person_id"
    PURPOSES: ClassVar[dict[str, str]] = {
        "news_email": N_("News by e-mail"),
        "news_post": N_("News by post"),
        "phone_pickets": N_("Phone before pickets"),
        "named_prints": N_("Being named in prints"),
        "photo_leaflets": N_("Photo on leaflets"),
        "media": N_("Being asked by the media"),
    }
    WAYS: ClassVar[dict[str, str]] = {
        "words": N_("In words"),
        "paper": N_("On paper"),
        "mail": N_("By e-mail or message"),
    }

    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="RESTRICT"), default=None, index=True)
    purpose: Mapped[str] = mapped_column(default="news_email")
    given_on: Mapped[date | None] = mapped_column(default=None)
    way: Mapped[str] = mapped_column(default="words")
    withdrawn_on: Mapped[date | None] = mapped_column(default=None)
    note: Mapped[str] = text()

    def title(self) -> str:
        return _(self.PURPOSES.get(self.purpose, self.purpose))

    def problems(self) -> list[Problem]:
        found = super().problems()
        if self.person_id is None:
            found.append(Problem("person_id", _("Nobody is named. Choose a person.")))
        if self.purpose not in self.PURPOSES:
            found.append(Problem("purpose", _("It is not said what for. Choose a purpose.")))
        if self.given_on is None:
            found.append(Problem("given_on", _("There is no day. Type the day the person agreed.")))
        elif self.withdrawn_on and self.withdrawn_on < self.given_on:
            found.append(Problem("withdrawn_on", _("This was taken back before it was given. Look at both days.")))
        return found


def consents_of(person_id: int) -> Select[Consent]:
    return select(Consent).where(Consent.person_id == person_id).order_by(Consent.purpose, Consent.given_on)


def has_agreed(person_id: SQLColumnExpression[int], purpose: str) -> ColumnElement[bool]:
    """That a consent to this purpose stands. Without one a person has not agreed, whatever else is known."""
    stands = select(Consent.person_id).where(Consent.purpose == purpose, Consent.withdrawn_on.is_(None))
    return person_id.in_(stands)

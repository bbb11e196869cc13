"""Letters: one or many identical messages of an organisation or a person to a target, and what proves them."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar

from sqlalchemy import Index, Select, func, select
from sqlalchemy.orm import InstrumentedAttribute, Mapped, mapped_column
from sqlalchemy.sql.elements import ColumnElement

from organizer.errors import Problem
from organizer.i18n import N_, _, _n
from organizer.records.base import Listing, Record, line, link, reading, text
from organizer.records.campaign import Campaign
from organizer.records.organisation import Organisation, Person
from organizer.records.place import City
from organizer.records.tag import Tag, has_tag, tags_on
from organizer.records.target import Target
from organizer.records.values import DatePrecision, Evidence, day_words

MOST_LETTERS = 1_000_000


class Letter(Record, kw_only=True):
    """One entry of the letter book. Address and wording as sent are frozen in it, whatever the target becomes later."""

    __tablename__ = "letter"
    KIND: ClassVar[str] = "letter"
    TONES: ClassVar[dict[str, str]] = {"protest": N_("Protest"), "solidarity": N_("Solidarity")}
    REPLIES: ClassVar[dict[str, str]] = {
        "": N_("No reply"),
        "favourable": N_("Favourable"),
        "pledge": N_("Pledge"),
        "token": N_("Token"),
        "denial": N_("Denial"),
        "more": N_("More information"),
        "passed_on": N_("Passed on"),
    }

    campaign_id: Mapped[int | None] = link("campaign")
    organisation_id: Mapped[int | None] = link("organisation")
    person_id: Mapped[int | None] = link("person")
    target_id: Mapped[int | None] = link("target")
    city_id: Mapped[int | None] = link("city")
    day: Mapped[date | None] = mapped_column(default=None)
    day_precision: Mapped[str] = mapped_column(default=DatePrecision.EXACT)
    channel: Mapped[str] = mapped_column(default="email")
    quantity: Mapped[int] = mapped_column(default=1)
    tone: Mapped[str] = mapped_column(default="protest")
    evidence: Mapped[str] = mapped_column(default=Evidence.REPORTED)
    repeated: Mapped[bool] = mapped_column(default=False)
    members: Mapped[int | None] = mapped_column(default=None)
    subject: Mapped[str] = line()
    address_as_sent: Mapped[str] = text()
    text_as_sent: Mapped[str] = text()
    reply: Mapped[str] = line()
    reply_words: Mapped[str] = line()
    replied_on: Mapped[date | None] = mapped_column(default=None)
    notes: Mapped[str] = text()
    import_key: Mapped[str] = line(index=True)

    campaign: Mapped[Campaign | None] = reading("Letter.campaign_id")
    organisation: Mapped[Organisation | None] = reading("Letter.organisation_id")
    person: Mapped[Person | None] = reading("Letter.person_id")
    target: Mapped[Target | None] = reading("Letter.target_id")
    city: Mapped[City | None] = reading("Letter.city_id")

    __table_args__ = (
        # Lists and their filters are read from this one alone: a million letters in order, without their texts.
        Index("ix_letter_book", "campaign_id", "day", "id", "evidence", "quantity", "channel", "tone", "reply"),
        Index("ix_letter_day", "day", "id"),
        # All that the overview sums up of a million letters stands in these two, so that it reads no row of the table.
        Index("ix_letter_sum_by_day", "campaign_id", "day", "evidence", "quantity"),
        Index("ix_letter_sum_by_city", "campaign_id", "city_id", "quantity"),
    )
    tags: Mapped[list[Tag]] = tags_on(KIND)

    @classmethod
    def listing(cls) -> Listing:
        return Listing(
            sorts={
                "day": (cls.day,),
                "quantity": (cls.quantity,),
                "evidence": (cls.evidence, cls.day),
                "channel": (cls.channel, cls.day),
                "organisation": (_name_of(Organisation, cls.organisation_id), cls.day),
                "target": (_name_of(Target, cls.target_id), cls.day),
                "city": (_name_of(City, cls.city_id), cls.day),
            },
            default_sort="day",
            filters={
                "campaign": lambda v: cls.campaign_id == v,
                "organisation": lambda v: cls.organisation_id == v,
                "target": lambda v: cls.target_id == v,
                "city": lambda v: cls.city_id == v,
                "evidence": lambda v: cls.evidence == v,
                "channel": lambda v: cls.channel == v,
                "tone": lambda v: cls.tone == v,
                "from": lambda v: cls.day >= v,
                "until": lambda v: cls.day <= v,
                "replied": lambda _v: cls.reply != "",
                "tag": has_tag(cls),
            },
            own_text=("subject", "reply_words", "notes"),
            through={"organisation_id": Organisation, "person_id": Person, "target_id": Target, "city_id": City},
        )

    def sender_words(self) -> str:
        if self.organisation:
            return self.organisation.name
        return self.person.title() if self.person else _("Sender not known")

    def day_words(self) -> str:
        return day_words(self.day, self.day_precision)

    def title(self) -> str:
        count = _n("{n} letter", "{n} letters", self.quantity)
        return _("{count}, {sender}").format(count=count, sender=self.sender_words())

    def problems(self) -> list[Problem]:
        found = super().problems()
        if self.campaign_id is None:
            found.append(Problem("campaign_id", _("The letter belongs to no campaign. Choose one.")))
        if self.organisation_id is None and self.person_id is None:
            found.append(Problem("organisation_id", _("Nobody is named as the sender. Choose an organisation or a person.")))
        if self.target_id is None:
            found.append(Problem("target_id", _("It is not said who the letter went to. Choose a target.")))
        if self.day is None:
            found.append(Problem("day", _("There is no day. Type one; the month alone is enough.")))
        if not 1 <= self.quantity <= MOST_LETTERS:
            found.append(Problem("quantity", _("This is not a number of letters. Type how many were sent, from 1 on.")))
        if self.members is not None and self.members < 0:
            found.append(Problem("members", _("This is below nought. Type how many members stand behind the letter.")))
        return found


def _name_of(kind: type[Organisation | Target | City], foreign_key: InstrumentedAttribute[Any]) -> ColumnElement[Any]:
    words = Target.office if kind is Target else kind.name
    return select(func.lower(words)).where(kind.id == foreign_key).scalar_subquery()


def letters_by_day(campaign_id: int) -> Select[date | None, str, int]:
    """Rows of (day, evidence, letters), for the weeks chart."""
    return (
        select(Letter.day, Letter.evidence, func.sum(Letter.quantity))
        .where(Letter.campaign_id == campaign_id)
        .group_by(Letter.day, Letter.evidence)
        .order_by(Letter.day)
    )


def breadth(campaign_id: int) -> Select[int, int, int]:
    """One row: how many organisations, from how many cities, wrote to how many targets.

    Asked of each organisation whether it wrote at all: counting distinct senders would read every letter.
    """

    def that_occur(kind: type[Organisation | City | Target], foreign_key: InstrumentedAttribute[Any]) -> ColumnElement[int]:
        wrote = select(Letter.id).where(foreign_key == kind.id, Letter.campaign_id == campaign_id).exists()
        return select(func.count(kind.id)).where(wrote).scalar_subquery()

    return select(
        that_occur(Organisation, Letter.organisation_id),
        that_occur(City, Letter.city_id),
        that_occur(Target, Letter.target_id),
    )


def letters_by_city(campaign_id: int) -> Select[int | None, int]:
    """Rows of (city id, letters), for the map."""
    return select(Letter.city_id, func.sum(Letter.quantity)).where(Letter.campaign_id == campaign_id).group_by(Letter.city_id)


def letters_by_target(campaign_id: int) -> Select[int | None, str, int]:
    """Rows of (target id, evidence, letters), for the report."""
    return (
        select(Letter.target_id, Letter.evidence, func.sum(Letter.quantity))
        .where(Letter.campaign_id == campaign_id)
        .group_by(Letter.target_id, Letter.evidence)
    )

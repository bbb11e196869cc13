"""Press releases: draft, approved, issued; corrected or withdrawn by a new state, never rewritten in silence."""

from __future__ import annotations

from datetime import date, time
from typing import ClassVar

from sqlalchemy import Select, select
from sqlalchemy.orm import Mapped, mapped_column

from organizer.errors import Problem
from organizer.i18n import N_, _
from organizer.records.base import Listing, Record, line, link, reading, text
from organizer.records.campaign import Campaign
from organizer.records.picket import Picket
from organizer.records.tag import Tag, has_tag, tags_on


class PressRelease(Record, kw_only=True):
    """One release in one language. `body` and `more` are paragraphs divided by blank lines; `facts` are
    pairs of a heading and its words; the embargo's day and time are local to `embargo_zone`.
    """

    __tablename__ = "press_release"
    KIND: ClassVar[str] = "press_release"
    STATES: ClassVar[dict[str, str]] = {
        "draft": N_("Draft"),
        "approved": N_("Approved"),
        "issued": N_("Issued"),
        "corrected": N_("Corrected"),
        "withdrawn": N_("Withdrawn"),
    }

    campaign_id: Mapped[int | None] = link("campaign")
    picket_id: Mapped[int | None] = link("picket")
    reference: Mapped[str] = line()
    state: Mapped[str] = mapped_column(default="draft")
    language: Mapped[str] = mapped_column(default="en")
    paper: Mapped[str] = mapped_column(default="A4")
    headline: Mapped[str] = line()
    subhead: Mapped[str] = line()
    dateline_place: Mapped[str] = line()
    day: Mapped[date | None] = mapped_column(default=None, index=True)
    embargo_day: Mapped[date | None] = mapped_column(default=None)
    embargo_time: Mapped[time | None] = mapped_column(default=None)
    embargo_zone: Mapped[str] = line()
    body: Mapped[str] = text()
    quote: Mapped[str] = text()
    quote_by: Mapped[str] = line()
    more: Mapped[str] = text()
    notes_to_editors: Mapped[str] = text()
    facts: Mapped[list[dict[str, str]]] = mapped_column(default_factory=list)
    contact_name: Mapped[str] = line()
    contact_phone: Mapped[str] = line()
    contact_phone_late: Mapped[str] = line()
    contact_email: Mapped[str] = line()

    campaign: Mapped[Campaign | None] = reading("PressRelease.campaign_id")
    picket: Mapped[Picket | None] = reading("PressRelease.picket_id")
    tags: Mapped[list[Tag]] = tags_on(KIND)

    @classmethod
    def listing(cls) -> Listing:
        return Listing(
            sorts={
                "day": (cls.day,),
                "headline": (cls.headline,),
                "state": (cls.state, cls.day),
                "language": (cls.language, cls.day),
            },
            default_sort="day",
            filters={
                "campaign": lambda v: cls.campaign_id == v,
                "state": lambda v: cls.state == v,
                "language": lambda v: cls.language == v,
                "tag": has_tag(cls),
            },
            own_text=("headline", "subhead", "body", "more", "quote", "reference"),
        )

    def title(self) -> str:
        return self.headline or _("Press release without a headline")

    def problems(self) -> list[Problem]:
        found = super().problems()
        if self.campaign_id is None:
            found.append(Problem("campaign_id", _("The press release belongs to no campaign. Choose one.")))
        if self.state == "issued" and not self.headline.strip():
            found.append(Problem("headline", _("There is no headline. Write one before the release is issued.")))
        if self.embargo_time is not None and self.embargo_day is None:
            found.append(Problem("embargo_day", _("The embargo has a time but no day. Type the day.")))
        return found


def paragraphs(words: str) -> list[str]:
    """The paragraphs of a text that is divided by blank lines."""
    return [" ".join(block.split("\n")).strip() for block in words.replace("\r\n", "\n").split("\n\n") if block.strip()]


def press_releases_of(campaign_id: int) -> Select[PressRelease]:
    """The releases of a campaign that were not withdrawn, those without a day and then the latest first."""
    return (
        select(PressRelease)
        .where(PressRelease.campaign_id == campaign_id, PressRelease.state != "withdrawn")
        .order_by(PressRelease.day.desc().nulls_first(), PressRelease.id.desc())
    )

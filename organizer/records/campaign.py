"""Campaigns and their numbered demands. A demand is changed by a new edition, so that prints know which they carry."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from sqlalchemy import ForeignKey, Select, UniqueConstraint, func, select
from sqlalchemy.orm import Mapped, mapped_column

from organizer.errors import Problem
from organizer.i18n import N_, _
from organizer.records.base import Listing, Record, line, link, reading, text
from organizer.records.tag import Tag, has_tag, tags_on


class Campaign(Record, kw_only=True):
    """The whole effort: what it is about, who answers for it on paper, and in which colours it prints."""

    __tablename__ = "campaign"
    KIND: ClassVar[str] = "campaign"
    STATES: ClassVar[dict[str, str]] = {
        "planned": N_("Planned"),
        "running": N_("In progress"),
        "completed": N_("Completed"),
        "cancelled": N_("Cancelled"),
    }

    name: Mapped[str] = line()
    state: Mapped[str] = mapped_column(default="running")
    country: Mapped[str] = line()
    started: Mapped[date | None] = mapped_column(default=None)
    ended: Mapped[date | None] = mapped_column(default=None)
    summary: Mapped[str] = text()
    slogans: Mapped[list[str]] = mapped_column(default_factory=list)

    contact_name: Mapped[str] = line()
    contact_phone: Mapped[str] = line()
    contact_phone_late: Mapped[str] = line()
    contact_email: Mapped[str] = line()
    website: Mapped[str] = line()
    address: Mapped[str] = line()

    imprint_country: Mapped[str] = line()
    imprint_publisher: Mapped[str] = line()
    imprint_address: Mapped[str] = line()
    imprint_printer: Mapped[str] = line()
    imprint_printer_address: Mapped[str] = line()

    colour_main: Mapped[str] = mapped_column(default="#C8101B")
    colour_accent: Mapped[str] = mapped_column(default="#FFC529")
    colour_dark: Mapped[str] = mapped_column(default="#1C1420")
    logo_id: Mapped[int | None] = link("attachment")
    initials: Mapped[str] = line()
    qr_target: Mapped[str] = line()

    tags: Mapped[list[Tag]] = tags_on(KIND)

    @classmethod
    def listing(cls) -> Listing:
        return Listing(
            sorts={"name": (cls.name,), "started": (cls.started, cls.name), "state": (cls.state, cls.name)},
            default_sort="started",
            filters={"state": lambda v: cls.state == v, "tag": has_tag(cls)},
            own_text=("name", "summary"),
        )

    def title(self) -> str:
        return self.name

    def problems(self) -> list[Problem]:
        found = super().problems()
        if not self.name.strip():
            found.append(Problem("name", _("The campaign has no name. Type the one that stands on its leaflets.")))
        if self.started and self.ended and self.ended < self.started:
            found.append(Problem("ended", _("This ends before it starts. Look at both days.")))
        for name in ("colour_main", "colour_accent", "colour_dark"):
            if not _is_colour(getattr(self, name)):
                found.append(Problem(name, _("This is not a colour. Write it as # and six digits, as in #C8101B.")))
        return found


def _is_colour(words: str) -> bool:
    return len(words) == 7 and words[0] == "#" and all(digit in "0123456789abcdefABCDEF" for digit in words[1:])


def all_campaigns() -> Select[Campaign]:
    return select(Campaign).order_by(Campaign.started.desc(), Campaign.name)


class Demand(Record, kw_only=True):
    """One edition of a numbered demand. `texts` holds it by language tag; *stars* mark the words set in bold."""

    __tablename__ = "demand"
    __table_args__ = (UniqueConstraint("campaign_id", "number", "edition"),)
    KIND: ClassVar[str] = "demand"

    campaign_id: Mapped[int] = mapped_column(ForeignKey("campaign.id", ondelete="RESTRICT"), default=None)
    number: Mapped[int] = mapped_column(default=1)
    edition: Mapped[int] = mapped_column(default=1)
    since: Mapped[date | None] = mapped_column(default=None)
    texts: Mapped[dict[str, str]] = mapped_column(default_factory=dict)
    withdrawn: Mapped[bool] = mapped_column(default=False)

    campaign: Mapped[Campaign | None] = reading("Demand.campaign_id")

    @classmethod
    def listing(cls) -> Listing:
        return Listing(
            sorts={"number": (cls.number, cls.edition)},
            default_sort="number",
            descending=False,
            filters={"campaign": lambda v: cls.campaign_id == v},
            own_text=("texts",),
        )

    def text_in(self, language: str) -> str:
        """The words in this language, else in English, else in any that there is."""
        return self.texts.get(language) or self.texts.get("en") or next(iter(self.texts.values()), "")

    def title(self) -> str:
        return _("Demand {number}").format(number=self.number)

    def problems(self) -> list[Problem]:
        found = super().problems()
        if self.campaign_id is None:
            found.append(Problem("campaign_id", _("The demand belongs to no campaign. Choose one.")))
        if not any(words.strip() for words in self.texts.values()):
            found.append(Problem("texts", _("The demand has no words. Write it in one language at least.")))
        return found


def current_demands(campaign_id: int) -> Select[Demand]:
    """The latest edition of each demand that still stands, in order."""
    other = Demand.__table__.alias()
    newest = select(func.max(other.c.edition)).where(other.c.campaign_id == campaign_id, other.c.number == Demand.number)
    return (
        select(Demand)
        .where(Demand.campaign_id == campaign_id, Demand.edition == newest.scalar_subquery(), Demand.withdrawn.is_(False))
        .order_by(Demand.number)
    )


def demands_with_uids(uids: list[str]) -> Select[Demand]:
    """The very editions that a print names, in order."""
    return select(Demand).where(Demand.uid.in_(uids)).order_by(Demand.number)


def all_editions(campaign_id: int) -> Select[Demand]:
    """Every edition of every demand of a campaign, the latest of each last."""
    return select(Demand).where(Demand.campaign_id == campaign_id).order_by(Demand.number, Demand.edition)

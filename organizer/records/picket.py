"""Pickets: a place, a day, a time. Write city_id; read city. Times are local to the city."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime, time, timedelta
from typing import ClassVar

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Mapped, mapped_column

from organizer import i18n
from organizer.errors import Fix, Problem
from organizer.i18n import N_, _
from organizer.records.attachment import Attachment, pictures_on
from organizer.records.base import Listing, Record, line, link, reading, text
from organizer.records.campaign import Campaign
from organizer.records.place import City, Site
from organizer.records.tag import Tag, has_tag, tags_on
from organizer.records.values import DatePrecision, Headcount, day_words

_USUAL_LENGTH = timedelta(minutes=90)


class Picket(Record, kw_only=True):
    """A public action: a picket, vigil, rally or hand-in, on one day in one city."""

    __tablename__ = "picket"
    KIND: ClassVar[str] = "picket"
    KINDS: ClassVar[dict[str, str]] = {
        "picket": N_("Picket"),
        "vigil": N_("Vigil"),
        "rally": N_("Rally"),
        "march": N_("March"),
        "leafleting": N_("Leafleting"),
        "stall": N_("Stall"),
        "hand_in": N_("Hand-in"),
        "meeting": N_("Meeting"),
    }
    STATES: ClassVar[dict[str, str]] = {
        "draft": N_("Draft"),
        "scheduled": N_("Scheduled"),
        "held": N_("Held"),
        "cancelled": N_("Cancelled"),
    }
    COUNTERS: ClassVar[dict[str, str]] = {
        "": N_("Not said"),
        "organiser": N_("Organiser"),
        "police": N_("Police"),
        "press": N_("Press"),
        "both": N_("Police, organiser"),
    }
    HAND_IN_RESULTS: ClassVar[dict[str, str]] = {
        "": N_("Nothing handed in"),
        "taken": N_("Taken"),
        "refused": N_("Refused"),
        "shut": N_("Door kept shut"),
    }

    campaign_id: Mapped[int | None] = link("campaign")
    kind: Mapped[str] = mapped_column(default="picket")
    state: Mapped[str] = mapped_column(default="scheduled")
    city_id: Mapped[int | None] = link("city")
    site_id: Mapped[int | None] = link("site")
    occasion: Mapped[str] = line()
    day_of_action: Mapped[str] = line()
    day: Mapped[date | None] = mapped_column(default=None, index=True)
    day_precision: Mapped[str] = mapped_column(default=DatePrecision.EXACT)
    starts: Mapped[time | None] = mapped_column(default=None)
    ends: Mapped[time | None] = mapped_column(default=None)
    people_low: Mapped[int | None] = mapped_column(default=None)
    people_high: Mapped[int | None] = mapped_column(default=None)
    people_about: Mapped[bool] = mapped_column(default=False)
    counted_by: Mapped[str] = line()
    notified_on: Mapped[date | None] = mapped_column(default=None)
    notify_by: Mapped[date | None] = mapped_column(default=None)
    notice_reference: Mapped[str] = line()
    notice_conditions: Mapped[str] = text()
    handed_in: Mapped[int | None] = mapped_column(default=None)
    hand_in_result: Mapped[str] = line()
    taken_by: Mapped[str] = line()
    reply_due: Mapped[date | None] = mapped_column(default=None)
    arrests: Mapped[int] = mapped_column(default=0)
    notes: Mapped[str] = text()
    import_key: Mapped[str] = line(index=True)

    campaign: Mapped[Campaign | None] = reading("Picket.campaign_id")
    city: Mapped[City | None] = reading("Picket.city_id")
    site: Mapped[Site | None] = reading("Picket.site_id")
    photos: Mapped[list[Attachment]] = pictures_on(KIND)
    tags: Mapped[list[Tag]] = tags_on(KIND)

    @classmethod
    def listing(cls) -> Listing:
        return Listing(
            sorts={
                "when": (cls.day, cls.starts),
                "state": (cls.state, cls.day),
                "kind": (cls.kind, cls.day),
                "people": (func.coalesce(cls.people_high, cls.people_low, -1),),
                "city": (select(func.lower(City.name)).where(City.id == cls.city_id).scalar_subquery(), cls.day),
            },
            default_sort="when",
            filters={
                "campaign": lambda v: cls.campaign_id == v,
                "city": lambda v: cls.city_id == v,
                "site": lambda v: cls.site_id == v,
                "state": lambda v: cls.state == v,
                "kind": lambda v: cls.kind == v,
                "from": lambda v: cls.day >= v,
                "until": lambda v: cls.day <= v,
                "hand_in": lambda _v: cls.hand_in_result != "",
                "arrests": lambda _v: cls.arrests > 0,
                "tag": has_tag(cls),
            },
            own_text=("occasion", "day_of_action", "notes", "taken_by"),
            through={"city_id": City, "site_id": Site},
        )

    def place_words(self) -> str:
        """Berlin, Embassy of Kazakhstan"""
        return i18n.joined(self.city.name if self.city else "", self.site.name if self.site else "")

    def day_words(self) -> str:
        return day_words(self.day, self.day_precision)

    def headcount(self) -> Headcount | None:
        low = self.people_low if self.people_low is not None else self.people_high
        if low is None:
            return None
        return Headcount(low, self.people_high if self.people_high is not None else low, self.people_about)

    def title(self) -> str:
        place = self.city.name if self.city else _(self.KINDS.get(self.kind, "Picket"))
        return _("{place}, {day}").format(place=place, day=self.day_words()) if self.day else place

    def problems(self) -> list[Problem]:
        found = super().problems()
        if self.campaign_id is None:
            found.append(Problem("campaign_id", _("The picket belongs to no campaign. Choose one.")))
        if self.city_id is None:
            found.append(Problem("city_id", _("There is no city. Type the first letters and choose it.")))
        if self.day is None and self.state != "draft":
            found.append(Problem("day", _("There is no day. Type one, or keep the picket as a draft."), (_as_draft(),)))
        return found + self._times() + self._people()

    def _times(self) -> list[Problem]:
        if self.starts is None or self.ends is None or self.ends > self.starts:
            return []
        later = (datetime.combine(date(2000, 1, 1), self.starts) + _USUAL_LENGTH).time()
        way_out = Fix(_("Use {time}").format(time=i18n.clock(later)), {"ends": later})
        return [Problem("ends", _("This ends before it starts."), (way_out,) if later > self.starts else ())]

    def _people(self) -> list[Problem]:
        if any(count is not None and count < 0 for count in (self.people_low, self.people_high)):
            return [Problem("people_low", _("This is below nought. Type how many came, or leave it empty."))]
        if self.people_low is None or self.people_high is None or self.people_low <= self.people_high:
            return []
        swapped = Fix(_("Swap them"), {"people_low": self.people_high, "people_high": self.people_low})
        return [Problem("people_high", _("The first number is the higher one."), (swapped,))]


def _as_draft() -> Fix:
    return Fix(_("Keep as draft"), {"state": "draft"})


def upcoming(campaign_id: int, today: date) -> Select[Picket]:
    """What is still to come, the next first."""
    return (
        select(Picket)
        .where(Picket.campaign_id == campaign_id, Picket.state == "scheduled", Picket.day >= today)
        .order_by(Picket.day, Picket.starts)
    )


def undated_drafts(campaign_id: int) -> Select[Picket]:
    """Drafts whose day is not fixed yet."""
    return (
        select(Picket)
        .where(Picket.campaign_id == campaign_id, Picket.state == "draft")
        .where((Picket.day.is_(None)) | (Picket.day_precision != DatePrecision.EXACT))
        .order_by(Picket.day)
    )


def pickets_of(campaign_id: int) -> Select[Picket]:
    return select(Picket).where(Picket.campaign_id == campaign_id).order_by(Picket.day.desc(), Picket.starts.desc())


def took_place(campaign_id: int) -> Select[Picket]:
    """All that were not called off, the latest first."""
    return pickets_of(campaign_id).where(Picket.state != "cancelled")


def called_off(campaign_id: int) -> Select[Picket]:
    """All that were cancelled, the latest first."""
    return pickets_of(campaign_id).where(Picket.state == "cancelled")


def for_calendar(campaign_id: int, first: date, *, drafts: bool) -> Select[Picket]:
    """What a calendar shows from this day on, the earliest first; what was called off too, for who has it there already."""
    shown = pickets_of(campaign_id).where(Picket.day >= first)
    if not drafts:
        shown = shown.where(Picket.state != "draft")
    return shown.order_by(None).order_by(Picket.day, Picket.starts)


def pickets_with_uids(uids: Collection[str]) -> Select[Picket]:
    return select(Picket).where(Picket.uid.in_(uids))

"""Leaflets: one printed thing with its texts in several languages side by side."""

from __future__ import annotations

from datetime import date, time
from typing import ClassVar

from sqlalchemy import Select, select
from sqlalchemy.orm import Mapped, mapped_column

from organizer.errors import Problem
from organizer.i18n import N_, _
from organizer.records.base import Listing, Record, line, link, reading
from organizer.records.campaign import Campaign
from organizer.records.picket import Picket
from organizer.records.tag import Tag, has_tag, tags_on
from organizer.records.values import PrintClass


class Leaflet(Record, kw_only=True):
    """What is on the paper. `texts` maps a language tag to the fields of `TEXT_FIELDS`; `demand_uids` names the very
    editions that are printed; day and times of the call are the picket's at the time, and stay when the picket moves.
    `back_language` is the one on the back of a leaflet in two languages, empty for none; `paper` decides the size of its design.
    """

    __tablename__ = "leaflet"
    KIND: ClassVar[str] = "leaflet"
    STATES: ClassVar[dict[str, str]] = {"draft": N_("Draft"), "ready": N_("Ready"), "printed": N_("Printed")}
    DESIGNS: ClassVar[dict[str, str]] = {
        "a5-photo": N_("A5, photo"),
        "a5-type": N_("A5, large type"),
        "a5-text": N_("A5, text on both sides"),
        "a6": N_("A6 flyer"),
        "dl": N_("DL flyer"),
        "trifold": N_("Tri-fold"),
        "booklet": N_("Booklet"),
    }
    PAPERS: ClassVar[dict[str, str]] = {"A4": N_("A4"), "Letter": N_("US Letter")}
    TEXT_FIELDS: ClassVar[tuple[str, ...]] = ("kicker", "headline", "body", "call_title", "place", "directions", "qr_label")

    campaign_id: Mapped[int | None] = link("campaign")
    picket_id: Mapped[int | None] = link("picket")
    name: Mapped[str] = line()
    state: Mapped[str] = mapped_column(default="draft")
    design: Mapped[str] = mapped_column(default="a5-photo")
    paper: Mapped[str] = mapped_column(default="A4", server_default="A4")
    print_class: Mapped[str] = mapped_column(default=PrintClass.PUBLIC)
    languages: Mapped[list[str]] = mapped_column(default_factory=lambda: ["en"])
    back_language: Mapped[str] = line(server_default="")
    texts: Mapped[dict[str, dict[str, str]]] = mapped_column(default_factory=dict)
    demand_uids: Mapped[list[str]] = mapped_column(default_factory=list)
    day: Mapped[date | None] = mapped_column(default=None)
    starts: Mapped[time | None] = mapped_column(default=None)
    ends: Mapped[time | None] = mapped_column(default=None)
    qr_target: Mapped[str] = line()
    photo_id: Mapped[int | None] = link("attachment")

    campaign: Mapped[Campaign | None] = reading("Leaflet.campaign_id")
    picket: Mapped[Picket | None] = reading("Leaflet.picket_id")
    tags: Mapped[list[Tag]] = tags_on(KIND)

    @classmethod
    def listing(cls) -> Listing:
        return Listing(
            sorts={"name": (cls.name,), "day": (cls.day, cls.name), "state": (cls.state, cls.name)},
            default_sort="day",
            filters={"campaign": lambda v: cls.campaign_id == v, "state": lambda v: cls.state == v, "tag": has_tag(cls)},
            own_text=("name", "texts"),
        )

    def title(self) -> str:
        return self.name or _("Leaflet without a name")

    def text_in(self, language: str, field: str) -> str:
        """The words of one field in one language; empty where nobody wrote them yet."""
        return self.texts.get(language, {}).get(field, "")

    def problems(self) -> list[Problem]:
        found = super().problems()
        if self.campaign_id is None:
            found.append(Problem("campaign_id", _("The leaflet belongs to no campaign. Choose one.")))
        if not self.name.strip():
            found.append(Problem("name", _("The leaflet has no name. Type one by which the branch will find it.")))
        if not self.languages:
            found.append(Problem("languages", _("The leaflet has no language. Add one.")))
        return found


def leaflets_of(campaign_id: int) -> Select[Leaflet]:
    """The leaflets of a campaign, those without a day and then the latest first."""
    return select(Leaflet).where(Leaflet.campaign_id == campaign_id).order_by(Leaflet.day.desc().nulls_first(), Leaflet.id.desc())


def leaflets_showing(photo_id: int) -> Select[Leaflet]:
    """The leaflets that print this photo."""
    return select(Leaflet).where(Leaflet.photo_id == photo_id)

"""Leaflets: one printed thing with its texts in several languages side by side."""

from __future__ import annotations

from datetime import date, time
from typing import ClassVar

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
    """

    __tablename__ = "leaflet"
    KIND: ClassVar[str] = "leaflet"
    STATES: ClassVar[dict[str, str]] = {"draft": N_("Draft"), "ready": N_("Ready"), "printed": N_("Printed")}
    TEXT_FIELDS: ClassVar[tuple[str, ...]] = ("kicker", "headline", "body", "call_title", "place", "directions", "qr_label")

    campaign_id: Mapped[int | None] = link("campaign")
    picket_id: Mapped[int | None] = link("picket")
    name: Mapped[str] = line()
    state: Mapped[str] = mapped_column(default="draft")
    design: Mapped[str] = mapped_column(default="a5-photo")
    print_class: Mapped[str] = mapped_column(default=PrintClass.PUBLIC)
    languages: Mapped[list[str]] = mapped_column(default_factory=lambda: ["en"])
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

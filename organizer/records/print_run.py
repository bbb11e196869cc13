"""Print runs: how many copies of a sheet were printed and handed out, and which demands and facts those copies carry."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Mapped, mapped_column

from organizer.errors import Problem
from organizer.i18n import _
from organizer.records.base import Listing, Record, line, link, reading, text
from organizer.records.campaign import Campaign
from organizer.records.picket import Picket
from organizer.records.tag import Tag, has_tag, tags_on
from organizer.records.values import PrintClass


class PrintRun(Record, kw_only=True):
    """Copies of one sheet, printed on one day. `sheet` is the key of its kind, `format` and `layout` are
    those keys too; `name` is the title of what it was printed for.

    `demand_uids` are the editions that stand on the paper. `carries` are its other facts, as words that do not depend on the
    program's language: `picket` (its uid), `day` and times in ISO, `place`, `phone`, `imprint`. What is numbered goes from
    `first_number` to `last_number`.
    """

    __tablename__ = "print_run"
    KIND: ClassVar[str] = "print_run"

    campaign_id: Mapped[int | None] = link("campaign")
    sheet: Mapped[str] = line()
    subject_kind: Mapped[str] = line()
    subject_uid: Mapped[str] = line(index=True)
    name: Mapped[str] = line()
    language: Mapped[str] = mapped_column(default="en")
    format: Mapped[str] = line()
    layout: Mapped[str] = line()
    printed_on: Mapped[date | None] = mapped_column(default=None, index=True)
    printed: Mapped[int] = mapped_column(default=0)
    handed_out: Mapped[int] = mapped_column(default=0)
    spoiled: Mapped[int] = mapped_column(default=0)
    kept_at: Mapped[str] = line()
    picket_id: Mapped[int | None] = link("picket")
    print_class: Mapped[str] = mapped_column(default=PrintClass.PUBLIC)
    demand_uids: Mapped[list[str]] = mapped_column(default_factory=list)
    carries: Mapped[dict[str, str]] = mapped_column(default_factory=dict)
    first_number: Mapped[int | None] = mapped_column(default=None)
    last_number: Mapped[int | None] = mapped_column(default=None)
    note: Mapped[str] = text()

    campaign: Mapped[Campaign | None] = reading("PrintRun.campaign_id")
    picket: Mapped[Picket | None] = reading("PrintRun.picket_id")
    tags: Mapped[list[Tag]] = tags_on(KIND)

    @classmethod
    def listing(cls) -> Listing:
        left = cls.printed - cls.handed_out - cls.spoiled
        return Listing(
            sorts={
                "printed_on": (cls.printed_on, cls.name),
                "name": (func.lower(cls.name), cls.printed_on),
                "sheet": (cls.sheet, cls.printed_on),
                "printed": (cls.printed,),
                "handed_out": (cls.handed_out,),
                "left": (left,),
                "language": (cls.language, cls.printed_on),
                "kept_at": (func.lower(cls.kept_at), cls.printed_on),
            },
            default_sort="printed_on",
            filters={
                "campaign": lambda v: cls.campaign_id == v,
                "sheet": lambda v: cls.sheet == v,
                "subject": lambda v: cls.subject_uid == v,
                "picket": lambda v: cls.picket_id == v,
                "language": lambda v: cls.language == v,
                "class": lambda v: cls.print_class == v,
                "left": lambda v: left > 0 if v else left <= 0,
                "from": lambda v: cls.printed_on >= v,
                "until": lambda v: cls.printed_on <= v,
                "tag": has_tag(cls),
            },
            own_text=("name", "kept_at", "note"),
        )

    @property
    def left(self) -> int:
        """How many copies are still there to hand out."""
        return self.printed - self.handed_out - self.spoiled

    def title(self) -> str:
        return self.name or _("Print run without a name")

    def problems(self) -> list[Problem]:
        found = super().problems()
        if self.campaign_id is None:
            found.append(Problem("campaign_id", _("The print run belongs to no campaign. Choose one.")))
        if not self.sheet:
            found.append(Problem("sheet", _("It is not said what was printed. Choose the sheet.")))
        if self.printed_on is None:
            found.append(Problem("printed_on", _("There is no day. Type the day it was printed.")))
        return found + self._copies() + self._numbers()

    def _copies(self) -> list[Problem]:
        counts = {"printed": self.printed, "handed_out": self.handed_out, "spoiled": self.spoiled}
        below = [Problem(name, _("This is below nought. Type how many copies.")) for name, count in counts.items() if count < 0]
        if below:
            return below
        if self.printed == 0:
            return [Problem("printed", _("Nothing was printed. Type how many copies."))]
        if self.handed_out > self.printed:
            return [Problem("handed_out", _("More copies were handed out than were printed. Look at both numbers."))]
        if self.left < 0:
            return [Problem("spoiled", _("More copies were handed out and spoiled than were printed. Look at the numbers."))]
        return []

    def _numbers(self) -> list[Problem]:
        if self.first_number is None or self.last_number is None or self.first_number <= self.last_number:
            return []
        return [Problem("last_number", _("The last number is below the first one. Look at both."))]


def runs_of(campaign_id: int) -> Select[PrintRun]:
    """The print runs of a campaign, the latest first."""
    return select(PrintRun).where(PrintRun.campaign_id == campaign_id).order_by(PrintRun.printed_on.desc(), PrintRun.id.desc())


def runs_with_copies_left(campaign_id: int) -> Select[PrintRun]:
    return runs_of(campaign_id).where(PrintRun.printed > PrintRun.handed_out + PrintRun.spoiled)


def runs_of_subject(kind: str, uid: str) -> Select[PrintRun]:
    """What was printed for one record, the latest first."""
    return (
        select(PrintRun)
        .where(PrintRun.subject_kind == kind, PrintRun.subject_uid == uid)
        .order_by(PrintRun.printed_on.desc(), PrintRun.id.desc())
    )

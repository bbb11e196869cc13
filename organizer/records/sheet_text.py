"""Sheet texts: a campaign's own words on one kind of sheet and how it was printed last, kept from one print to the next."""

from __future__ import annotations

from typing import ClassVar

from sqlalchemy import ForeignKey, Select, UniqueConstraint, select
from sqlalchemy.orm import Mapped, mapped_column

from organizer.errors import Problem
from organizer.i18n import _
from organizer.records.base import Record, line, reading
from organizer.records.campaign import Campaign


class SheetText(Record, kw_only=True):
    """The campaign's own words on one kind of sheet: `answers` by language and key, under "" what is alike in all languages.

    `printed_as` is what was chosen instead of the usual: `format`, `layout` and `class` by their keys, `copies` in digits,
    `large` and `one_colour` as "yes".
    """

    __tablename__ = "sheet_text"
    __table_args__ = (UniqueConstraint("campaign_id", "sheet"),)
    KIND: ClassVar[str] = "sheet_text"
    GOES_WITH: ClassVar[str] = "campaign_id"

    campaign_id: Mapped[int] = mapped_column(ForeignKey("campaign.id", ondelete="RESTRICT"), default=None)
    sheet: Mapped[str] = line()
    answers: Mapped[dict[str, dict[str, str]]] = mapped_column(default_factory=dict)
    printed_as: Mapped[dict[str, str]] = mapped_column(default_factory=dict)

    campaign: Mapped[Campaign | None] = reading("SheetText.campaign_id")

    def title(self) -> str:
        return self.sheet

    def problems(self) -> list[Problem]:
        found = super().problems()
        if self.campaign_id is None:
            found.append(Problem("campaign_id", _("These words belong to no campaign. Choose one.")))
        if not self.sheet:
            found.append(Problem("sheet", _("It is not said on which sheet these words stand. Choose one.")))
        return found


def sheet_text_of(campaign_id: int, sheet: str) -> Select[SheetText]:
    return select(SheetText).where(SheetText.campaign_id == campaign_id, SheetText.sheet == sheet)

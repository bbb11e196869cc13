"""Print runs: begun with what stands on the paper, handed out, and told when what they carry holds no more."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import select

from organizer.actions.campaigns import campaign_of
from organizer.actions.print_facts import demands_changed, facts_changed, facts_on
from organizer.actions.print_room import picket_of
from organizer.errors import UserError
from organizer.i18n import _, _n
from organizer.records.campaign import Campaign, all_editions, current_demands
from organizer.records.leaflet import Leaflet
from organizer.records.picket import Picket, pickets_with_uids
from organizer.records.print_run import PrintRun, runs_with_copies_left
from organizer.records.prints import Subject
from organizer.records.values import PrintClass

if TYPE_CHECKING:
    from organizer.store.store import Store


@dataclass(frozen=True)
class StaleStock:
    """Copies that are left of a print run, and what on them holds no more, in sentences."""

    run: PrintRun
    changed: tuple[str, ...]

    def words(self) -> str:
        """Demand 2 was rewritten on 3 May 2026. 120 copies still carry the old."""
        left = _n("{n} copy still carries the old.", "{n} copies still carry the old.", self.run.left)
        return " ".join((*self.changed, left))


def begin_print_run(
    store: Store,
    record: Subject,
    sheet: str,
    *,
    printed: int,
    language: str = "en",
    format_key: str = "",
    layout: str = "",
    needs: frozenset[str] = frozenset(),
    answers: Mapping[str, str] | None = None,
    print_class: str = PrintClass.PUBLIC,
    today: date | None = None,
    first_number: int | None = None,
    numbers: int | None = None,
) -> PrintRun:
    """A print run of so many copies, unsaved, with the editions of the demands and the facts that stand on the paper.

    `needs` are those of the kind of sheet, `answers` the words that were filled in: a fact is carried where it is printed. A
    numbered sheet has a number of its own for each copy, from `first_number` on; of a set of so many `numbers` no more than
    those, however many copies there are of it. UserError: no campaign.
    """
    campaign = campaign_of(store, record)
    return PrintRun(
        campaign_id=campaign.id,
        sheet=sheet,
        subject_kind=record.KIND,
        subject_uid=record.uid,
        name=record.title(),
        language=language,
        format=format_key,
        layout=layout,
        printed_on=today or date.today(),
        printed=printed,
        print_class=print_class,
        demand_uids=_editions(store, record, campaign, needs),
        carries=facts_on(record, campaign, picket_of(store, record), print_class=print_class, answers=answers or {}),
        first_number=first_number,
        last_number=None if first_number is None else first_number + max(min(printed, numbers or printed), 1) - 1,
    )


def hand_out(store: Store, run: PrintRun, count: int, picket: Picket | None = None) -> PrintRun:
    """So many copies more are handed out, at a picket if one is named. Problems: there are not so many left."""
    if count < 1:
        raise UserError(_("No copies were handed out."), _("Type how many."))
    with store.change(_("Copies handed out")) as change:
        standing = change.first(select(PrintRun).where(PrintRun.id == run.id)) or run
        standing.handed_out += count
        standing.picket_id = picket.id if picket is not None else standing.picket_id
        change.save(standing)
    return store.get(PrintRun, run.id)


def out_of_date(store: Store, campaign_id: int) -> list[StaleStock]:
    """The print runs with copies left that say what holds no more, the latest first."""
    runs = store.records(runs_with_copies_left(campaign_id))
    campaign, demands = store.get(Campaign, campaign_id), store.records(all_editions(campaign_id))
    pickets = {picket.uid: picket for picket in store.records(pickets_with_uids({run.carries.get("picket", "") for run in runs}))}
    stale = []
    for run in runs:
        changed = facts_changed(run.carries, campaign, pickets.get(run.carries.get("picket", "")))
        stale.append(StaleStock(run, (*demands_changed(run, demands), *changed)))
    return [stock for stock in stale if stock.changed]


def _editions(store: Store, record: Subject, campaign: Campaign, needs: frozenset[str]) -> list[str]:
    if isinstance(record, Leaflet):
        return list(record.demand_uids)
    if "demands" in needs and campaign.id is not None:
        return [demand.uid for demand in store.records(current_demands(campaign.id))]
    return []

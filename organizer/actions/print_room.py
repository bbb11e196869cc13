"""The print room: what a sheet is made of, what can be printed, and the campaign's own words on its sheets."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

from sqlalchemy import Select, func, inspect, select
from sqlalchemy.orm.attributes import set_committed_value

from organizer.actions.campaigns import campaign_of
from organizer.actions.imprints import home_in_imprint
from organizer.actions.leaflets import leaflet_parts
from organizer.actions.press_releases import press_release_parts
from organizer.actions.totals import campaign_totals
from organizer.errors import CompartmentClosed
from organizer.i18n import _
from organizer.records.base import Record
from organizer.records.campaign import Campaign, current_demands
from organizer.records.donation import Donation, donations_received, funds_for
from organizer.records.leaflet import Leaflet, leaflets_of
from organizer.records.organisation import Person, all_organisations, people_who_agreed
from organizer.records.picket import Picket, called_off, pickets_of, took_place, undated_drafts, upcoming
from organizer.records.press_release import PressRelease, press_releases_of
from organizer.records.print_run import PrintRun
from organizer.records.prints import PrintParts, Subject
from organizer.records.sheet_text import SheetText, sheet_text_of
from organizer.records.target import targets_in_use

if TYPE_CHECKING:
    from organizer.store.store import Store

R = TypeVar("R", bound=Record)
Answers: TypeAlias = dict[str, dict[str, str]]


_LATEST: Mapping[str, Callable[[int], Select[Any]]] = {
    Leaflet.KIND: leaflets_of,
    PressRelease.KIND: press_releases_of,
    Donation.KIND: donations_received,
}


def parts_for(store: Store, record: Subject, needs: frozenset[str] = frozenset(), sheet: str = "") -> PrintParts:
    """What a sheet of this record is made of, the record saved or a draft. UserError: it belongs to no campaign.

    CompartmentClosed: the names that it would show are not there to be shown.

    `needs` names the lists to fill: "demands", "pickets", "cancelled", "organisations", "targets", "funds"; "people": those
    who agreed to post; "totals": what the campaign adds up to; or "number": on which number the sheets of this kind go on.
    """
    _refuse_hidden(store, {type(record)} | ({Person} if "people" in needs else set()))
    campaign = campaign_of(store, record)
    saved = campaign.id is not None
    return PrintParts(
        campaign=campaign,
        picket=picket_of(store, record),
        donation=_as_it_is(store, record) if isinstance(record, Donation) else None,
        leaflet=leaflet_parts(store, record) if isinstance(record, Leaflet) else None,
        release=press_release_parts(store, record) if isinstance(record, PressRelease) else None,
        demands=tuple(store.records(current_demands(campaign.id))) if saved and "demands" in needs else (),
        pickets=tuple(reversed(store.records(took_place(campaign.id)))) if saved and "pickets" in needs else (),
        cancelled=tuple(reversed(store.records(called_off(campaign.id)))) if saved and "cancelled" in needs else (),
        organisations=tuple(store.records(all_organisations())) if "organisations" in needs else (),
        people=tuple(store.records(people_who_agreed("news_post"))) if "people" in needs else (),
        targets=tuple(store.records(targets_in_use())) if "targets" in needs else (),
        funds=tuple(store.records(funds_for(campaign.id))) if "funds" in needs else (),
        logo=store.pixels(campaign.logo_id) if campaign.logo_id is not None else None,
        totals=campaign_totals(store, campaign.id, _today(store)) if saved and "totals" in needs else None,
        next_number=next_number(store, campaign.id, sheet) if saved and "number" in needs else 1,
        home_in_imprint=home_in_imprint(store, campaign),
    )


def _refuse_hidden(store: Store, kinds: Iterable[type[Record]]) -> None:
    if any(store.is_hidden(kind) for kind in kinds):
        raise CompartmentClosed(
            _("What is to be printed lies in a closed compartment."), _("Open the compartment under Safe keeping, and try again.")
        )


def _today(store: Store) -> date:
    """The day the file stands at, as the overview has it."""
    from organizer.actions.sample import sample_day

    return sample_day(store) or date.today()


def subjects(store: Store, campaign: Campaign, kind: str, *, today: date | None = None, limit: int = 200) -> list[Record]:
    """The campaign's records of a kind that something can be printed for, the best first: the next picket, the latest leaflet."""
    if kind == Campaign.KIND:
        return [campaign]
    if kind == Picket.KIND:
        return list(_pickets(store, campaign.id, today or date.today(), limit))
    latest = _LATEST.get(kind)
    return list(store.records(latest(campaign.id).limit(limit))) if latest else []


def kept_answers(store: Store, campaign_id: int, sheet: str) -> Answers:
    """The campaign's own words on a kind of sheet, by language and key; what is alike in all languages stands under ""."""
    return kept_for(store, campaign_id, sheet)[0]


def kept_for(store: Store, campaign_id: int, sheet: str) -> tuple[Answers, dict[str, str]]:
    """The campaign's own words on a kind of sheet, and how it is printed, as SheetText tells both."""
    kept = store.first(sheet_text_of(campaign_id, sheet))
    if kept is None:
        return {}, {}
    return {language: dict(words) for language, words in kept.answers.items()}, dict(kept.printed_as)


def keep_answers(
    store: Store,
    campaign_id: int,
    sheet: str,
    answers: Mapping[str, Mapping[str, str]],
    printed_as: Mapping[str, str] | None = None,
) -> None:
    """Keep these words from now on, and how the sheet is printed where that is told; in one step.

    Where they are those kept already, nothing is written.
    """
    told = {language: dict(words) for language, words in answers.items() if words}
    with store.change() as change:
        kept = change.first(sheet_text_of(campaign_id, sheet))
        way = dict(printed_as) if printed_as is not None else kept.printed_as if kept is not None else {}
        if kept is None and (told or way):
            change.save(SheetText(campaign_id=campaign_id, sheet=sheet, answers=told, printed_as=way))
        elif kept is not None and not (told or way):
            change.delete(kept)
        elif kept is not None:
            kept.answers, kept.printed_as = told, way
            change.save(kept)


def next_number(store: Store, campaign_id: int, sheet: str) -> int:
    """The number on which the next numbered sheet of a kind goes on: no two that are out bear the same."""
    highest = select(func.max(PrintRun.last_number)).where(PrintRun.campaign_id == campaign_id, PrintRun.sheet == sheet)
    return int(store.rows(highest)[0][0] or 0) + 1


def picket_of(store: Store, record: Subject) -> Picket | None:
    """The picket that a record is, or speaks of, as it is now."""
    if isinstance(record, Picket):
        return _as_it_is(store, record)
    picket_id = record.picket_id if isinstance(record, Leaflet | PressRelease) else None
    return store.get(Picket, picket_id) if picket_id is not None else None


def _pickets(store: Store, campaign_id: int, today: date, limit: int) -> list[Picket]:
    """Those to come, the next first; drafts without a day; then the others, the latest first."""
    best = [*store.records(upcoming(campaign_id, today)), *store.records(undated_drafts(campaign_id))]
    known = {picket.id for picket in best}
    past = [picket for picket in store.records(pickets_of(campaign_id).limit(limit + len(best))) if picket.id not in known]
    return [*best, *(picket for picket in past if picket.state != "cancelled")][:limit]


def _as_it_is(store: Store, record: R) -> R:
    """A copy of a record, perhaps a draft, with the city, site or giver that its ids name now."""
    kind = type(record)
    columns = {column.key: getattr(record, column.key) for column in inspect(kind).column_attrs}
    own = frozenset({"id", "version", "created_utc", "changed_utc"})
    copy = kind(**{name: value for name, value in columns.items() if name not in own})
    for name in own:
        set_committed_value(copy, name, columns[name])
    for relation in inspect(kind).relationships:
        if not relation.uselist:
            (foreign_key,) = relation.local_columns
            other: type[Record] = relation.mapper.class_
            record_id = columns[str(foreign_key.key)]
            set_committed_value(copy, relation.key, store.get(other, record_id) if record_id is not None else None)
    return copy

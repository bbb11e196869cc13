"""Print runs: begun with what stands on the paper, handed out, and told when what they carry holds no more."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import Select, select

from organizer import i18n
from organizer.actions.campaigns import campaign_of
from organizer.errors import UserError
from organizer.i18n import _, _n
from organizer.records.campaign import Campaign, Demand, current_demands, demands_with_uids
from organizer.records.leaflet import Leaflet
from organizer.records.picket import Picket
from organizer.records.press_release import PressRelease
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
) -> PrintRun:
    """A print run of so many copies, unsaved, with the editions of the demands and the facts that stand on the paper.

    `needs` are those of the kind of sheet, `answers` the words that were filled in: a fact is carried where it is printed. A
    numbered sheet has a number of its own for each copy, from `first_number` on. UserError: no campaign.
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
        carries=_carried(store, record, campaign, print_class, answers or {}),
        first_number=first_number,
        last_number=None if first_number is None else first_number + max(printed, 1) - 1,
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
    campaign = store.get(Campaign, campaign_id)
    runs = store.records(runs_with_copies_left(campaign_id))
    found = ((run, (*_demands_changed(store, run), *_facts_changed(store, campaign, run))) for run in runs)
    return [StaleStock(run, changed) for run, changed in found if changed]


def _editions(store: Store, record: Subject, campaign: Campaign, needs: frozenset[str]) -> list[str]:
    if isinstance(record, Leaflet):
        return list(record.demand_uids)
    if "demands" in needs and campaign.id is not None:
        return [demand.uid for demand in store.records(current_demands(campaign.id))]
    return []


def _carried(store: Store, record: Subject, campaign: Campaign, print_class: str, answers: Mapping[str, str]) -> dict[str, str]:
    facts = _picket_facts(store, record)
    if campaign.contact_phone and _prints_phone(record, campaign.contact_phone, answers):
        facts["phone"] = campaign.contact_phone
    if print_class == PrintClass.PUBLIC and not isinstance(record, PressRelease):
        facts["imprint"] = _imprint(campaign)
    return {name: words for name, words in facts.items() if words}


def _picket_facts(store: Store, record: Subject) -> dict[str, str]:
    """Where and when to come. A leaflet prints a day and times of its own, whatever the picket says now."""
    if isinstance(record, Picket):
        return {"picket": record.uid, **_when(record), "place": _place(record)}
    if isinstance(record, Leaflet) and record.picket_id is not None:
        picket = store.get(Picket, record.picket_id)
        return {"picket": picket.uid, **_when(record), "place": _place(picket)}
    return {}


def _when(record: Picket | Leaflet) -> dict[str, str]:
    return {
        "day": record.day.isoformat() if record.day else "",
        "starts": record.starts.isoformat("minutes") if record.starts else "",
        "ends": record.ends.isoformat("minutes") if record.ends else "",
    }


def _place(picket: Picket) -> str:
    lines = [picket.site.name, *picket.site.address_lines()] if picket.site else [picket.city.name if picket.city else ""]
    return ", ".join(line for line in lines if line)


def _prints_phone(record: Subject, phone: str, answers: Mapping[str, str]) -> bool:
    if isinstance(record, PressRelease):
        return record.contact_phone in ("", phone)
    texts = [words for texts in record.texts.values() for words in texts.values()] if isinstance(record, Leaflet) else []
    return any(phone in words for words in (*texts, *answers.values()))


def _imprint(campaign: Campaign) -> str:
    """Who answers for the paper, as the campaign says it; the same in every language."""
    publisher = (campaign.imprint_publisher or campaign.name, campaign.imprint_address or campaign.address)
    said = (*publisher, campaign.imprint_printer, campaign.imprint_printer_address)
    return "; ".join(" ".join(words.split()) for words in said if words.strip())


def _demands_changed(store: Store, run: PrintRun) -> Iterator[str]:
    carried = store.records(demands_with_uids(run.demand_uids)) if run.demand_uids else []
    for demand in carried:
        newest = store.first(_newest(demand))
        if newest is None or newest.withdrawn:
            yield _("Demand {number} was withdrawn.").format(number=demand.number)
        elif newest.uid != demand.uid and newest.since is not None:
            sentence = _("Demand {number} was rewritten on {day}.")
            yield sentence.format(number=demand.number, day=i18n.day(newest.since))
        elif newest.uid != demand.uid:
            yield _("Demand {number} was rewritten.").format(number=demand.number)


def _newest(demand: Demand) -> Select[Demand]:
    return (
        select(Demand)
        .where(Demand.campaign_id == demand.campaign_id, Demand.number == demand.number)
        .order_by(Demand.edition.desc())
    )


def _facts_changed(store: Store, campaign: Campaign, run: PrintRun) -> Iterator[str]:
    printed = run.carries
    if "picket" in printed:
        picket = store.first(select(Picket).where(Picket.uid == printed["picket"]))
        yield from _picket_changed(picket, printed)
    if "phone" in printed and printed["phone"] != campaign.contact_phone:
        yield _("The campaign’s phone number was changed.")
    if "imprint" in printed and printed["imprint"] != _imprint(campaign):
        yield _("The imprint was changed.")


def _picket_changed(picket: Picket | None, printed: Mapping[str, str]) -> Iterator[str]:
    if picket is None:
        yield _("The picket was deleted.")
    elif picket.state == "cancelled":
        yield _("The picket was cancelled.")
    else:
        now = {**_when(picket), "place": _place(picket)}
        if printed.get("day", "") != now["day"]:
            yield _moved(printed.get("day", ""), picket)
        if printed.get("starts", "") != now["starts"] or printed.get("ends", "") != now["ends"]:
            yield _("The hours of the picket were changed.")
        if printed.get("place", "") != now["place"]:
            yield _("The picket stands at another place now: {place}.").format(place=now["place"])


def _moved(day: str, picket: Picket) -> str:
    if not day or picket.day is None:
        return _("The day of the picket was changed.")
    before, now = i18n.day(date.fromisoformat(day)), i18n.day(picket.day)
    return _("The picket was moved from {before} to {now}.").format(before=before, now=now)

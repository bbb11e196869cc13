"""What stands on a paper, as editions of demands and plain facts, and in which of them it says what holds no more."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from organizer import i18n
from organizer.i18n import _
from organizer.records.campaign import Campaign, Demand
from organizer.records.leaflet import Leaflet
from organizer.records.picket import Picket
from organizer.records.press_release import PressRelease
from organizer.records.print_run import PrintRun
from organizer.records.prints import Subject
from organizer.records.values import PrintClass


def facts_on(
    record: Subject, campaign: Campaign, picket: Picket | None, *, print_class: str, answers: Mapping[str, str]
) -> dict[str, str]:
    """The facts that are printed for a record: where and when its picket stands, the campaign's phone and imprint."""
    facts = _picket_facts(record, picket)
    if campaign.contact_phone and _prints_phone(record, campaign.contact_phone, answers):
        facts["phone"] = campaign.contact_phone
    if print_class == PrintClass.PUBLIC and not isinstance(record, PressRelease):
        facts["imprint"] = imprint_facts(campaign)
    return {name: words for name, words in facts.items() if words}


def _picket_facts(record: Subject, picket: Picket | None) -> dict[str, str]:
    """A leaflet prints a day and times of its own, whatever the picket says now."""
    if picket is None or not isinstance(record, Picket | Leaflet):
        return {}
    return {"picket": picket.uid, **_when(record), "place": _place(picket)}


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


def imprint_facts(campaign: Campaign) -> str:
    """Who answers for the paper, as the campaign says it; the same in every language."""
    publisher = (campaign.imprint_publisher or campaign.name, campaign.imprint_address or campaign.address)
    said = (*publisher, campaign.imprint_printer, campaign.imprint_printer_address)
    return "; ".join(" ".join(words.split()) for words in said if words.strip())


def demands_changed(run: PrintRun, editions: Sequence[Demand]) -> Iterator[str]:
    """Sentences on the demands that were rewritten in the language of the run, withdrawn or deleted since.

    `editions` are all of the campaign, the latest of each demand last.
    """
    newest = {demand.number: demand for demand in editions}
    known = {demand.uid: demand for demand in editions}
    for demand in (known[uid] for uid in run.demand_uids if uid in known):
        now = newest[demand.number]
        if now.withdrawn:
            yield _("Demand {number} was withdrawn.").format(number=demand.number)
        elif now.text_in(run.language) != demand.text_in(run.language):
            yield _rewritten(now)
    if not known.keys() >= set(run.demand_uids):
        yield _("A demand on it was deleted.")


def _rewritten(demand: Demand) -> str:
    if demand.since is None:
        return _("Demand {number} was rewritten.").format(number=demand.number)
    return _("Demand {number} was rewritten on {day}.").format(number=demand.number, day=i18n.day(demand.since))


def facts_changed(printed: Mapping[str, str], campaign: Campaign, picket: Picket | None) -> Iterator[str]:
    """Sentences on what is not so any more. `picket` is the one that is printed, None where it is gone."""
    if "picket" in printed:
        yield from _picket_changed(picket, printed)
    if "phone" in printed and printed["phone"] != campaign.contact_phone:
        yield _("The campaign’s phone number was changed.")
    if "imprint" in printed and printed["imprint"] != imprint_facts(campaign):
        yield _("The imprint was changed.")


def _picket_changed(picket: Picket | None, printed: Mapping[str, str]) -> Iterator[str]:
    if picket is None:
        yield _("The picket was deleted.")
    elif picket.state == "cancelled":
        yield _("The picket was cancelled.")
    else:
        now = {**_when(picket), "place": _place(picket)}
        other = [name for name, words in now.items() if printed.get(name, words) != words]
        if "day" in other:
            yield _moved(date.fromisoformat(printed["day"]), picket)
        if "starts" in other or "ends" in other:
            yield _("The hours of the picket were changed.")
        if "place" in other:
            yield _("The picket stands at another place now: {place}.").format(place=now["place"])


def _moved(before: date, picket: Picket) -> str:
    if picket.day is None:
        return _("The picket of {day} has no day any more.").format(day=i18n.day(before))
    return _("The picket was moved from {before} to {now}.").format(before=i18n.day(before), now=i18n.day(picket.day))

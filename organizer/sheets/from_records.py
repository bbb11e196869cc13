"""What is printed, out of the records: leaflet and press release with their campaign become the content of a sheet."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from organizer import i18n
from organizer.i18n import _
from organizer.records.campaign import Campaign, Demand
from organizer.records.leaflet import Leaflet
from organizer.records.picket import Picket
from organizer.records.press_release import PressRelease, paragraphs
from organizer.records.prints import LeafletParts, PressReleaseParts
from organizer.records.values import DatePrecision
from organizer.sheets.content import (
    CallToAction,
    DemandLine,
    Fact,
    LeafletContent,
    LeafletDesign,
    PressContact,
    PressReleaseContent,
)
from organizer.sheets.guards import demand_notes, face_notes
from organizer.sheets.imprint import imprint_line, imprint_notes
from organizer.sheets.sheet import Note
from organizer.sheets.typesetting.colours import Palette
from organizer.sheets.web_address import bare
from organizer.sheets.words import words

_DESIGNS: dict[str, LeafletDesign] = {"a5-type": "type", "a5-text": "text"}


def leaflet_content(parts: LeafletParts, language: str) -> LeafletContent:
    """What stands on the leaflet in one language. What is missing in it, `leaflet_notes` tells."""
    leaflet, campaign = parts.leaflet, parts.campaign
    return LeafletContent(
        language=language,
        headline=leaflet.text_in(language, "headline"),
        body=leaflet.text_in(language, "body"),
        kicker=leaflet.text_in(language, "kicker"),
        demands=tuple(_demand(place, demand, language) for place, demand in enumerate(_demands(parts, language), start=1)),
        call=_call(leaflet, parts.picket, language),
        qr_target=leaflet.qr_target,
        qr_label=leaflet.text_in(language, "qr_label"),
        imprint=imprint_line(campaign, language),
        photo=parts.photo,
        colours=palette_of(campaign),
        organisation=campaign.name,
        design=_DESIGNS.get(leaflet.design, "photo"),
    )


def leaflet_notes(parts: LeafletParts, language: str) -> tuple[Note, ...]:
    """What the records lack for this leaflet in this language, before anything is set."""
    notes = (*imprint_notes(parts.campaign), *translation_notes(parts, language))
    return (*notes, *demand_notes(parts, language), *face_notes(parts))


def translation_notes(parts: LeafletParts, language: str) -> tuple[Note, ...]:
    """What the records do not say in this language."""
    notes = []
    name = i18n.language_name(language)
    if not parts.leaflet.text_in(language, "headline"):
        notes.append(Note("look", "headline", _("There is no headline in {language} yet.").format(language=name)))
    for place, demand in enumerate(parts.demands, start=1):
        if not demand.texts.get(language):
            left_out = demand not in _demands(parts, language)
            notes.append(Note("look", "demands", _not_translated(left_out=left_out).format(number=place, language=name)))
    return tuple(notes)


def _demand(place: int, demand: Demand, language: str) -> DemandLine:
    """The demand's line, numbered by its place: the words between its first stars are set strong where it begins with them."""
    before, _star, after = demand.text_in(language).strip().partition("*")
    lead, _end, rest = ("", "", before + after) if before else after.partition("*")
    return DemandLine(place, lead.strip(), rest.replace("*", "").strip())


def _demands(parts: LeafletParts, language: str) -> list[Demand]:
    """The demands in this language, or, where none is translated yet, all in the language they have."""
    return [demand for demand in parts.demands if demand.texts.get(language)] or list(parts.demands)


def _not_translated(*, left_out: bool) -> str:
    if left_out:
        return _("Demand {number} has no words in {language} and is left out.")
    return _("Demand {number} has no words in {language} and stands in another language.")


def press_release_content(parts: PressReleaseParts) -> PressReleaseContent:
    """What stands on the press release. A contact that it does not name itself is the campaign's."""
    release, campaign = parts.release, parts.campaign
    return PressReleaseContent(
        language=release.language,
        organisation=campaign.name,
        headline=release.headline,
        address_line=" · ".join(part for part in (" ".join(campaign.address.split()), bare(campaign.website)) if part),
        reference=release.reference,
        issued=release.day,
        embargo=_embargo(release),
        zone=_zone(release),
        subhead=release.subhead,
        dateline_place=release.dateline_place,
        dateline_day=release.embargo_day or release.day,
        body=tuple(paragraphs(release.body)),
        quote=release.quote,
        quote_by=release.quote_by,
        more=tuple(paragraphs(release.more)),
        notes=tuple(paragraphs(release.notes_to_editors)),
        facts=tuple(Fact(fact.get("heading", ""), tuple(fact.get("words", "").splitlines())) for fact in release.facts),
        contact=_contact(release, campaign),
        logo=parts.logo,
        paper="Letter" if release.paper == "Letter" else "A4",
        colours=palette_of(campaign),
    )


def _call(leaflet: Leaflet, picket: Picket | None, language: str) -> CallToAction | None:
    """Where and when to come; None for a leaflet that calls to nothing."""
    title, place = leaflet.text_in(language, "call_title"), leaflet.text_in(language, "place")
    if not (title or place or leaflet.day):
        return None
    return CallToAction(
        day=leaflet.day,
        title=title,
        exact=_is_exact(leaflet, picket),
        time_from=leaflet.starts,
        time_to=leaflet.ends,
        place_lines=tuple(line for line in place.splitlines() if line.strip()),
        directions=leaflet.text_in(language, "directions"),
    )


def _is_exact(leaflet: Leaflet, picket: Picket | None) -> bool:
    """Whether the day is certain: the picket's precision holds as long as the leaflet prints the picket's day."""
    return picket is None or picket.day != leaflet.day or picket.day_precision == DatePrecision.EXACT


def palette_of(campaign: Campaign) -> Palette:
    return Palette.of(campaign.colour_main, campaign.colour_accent, campaign.colour_dark)


def _embargo(release: PressRelease) -> datetime | None:
    if release.embargo_day is None:
        return None
    return datetime.combine(release.embargo_day, release.embargo_time or datetime.min.time())


def _zone(release: PressRelease) -> str:
    """The zone as editors write it: BST for Europe/London in summer. What is no zone of the tables stands as it was typed."""
    embargo, typed = _embargo(release), release.embargo_zone.strip()
    if embargo is None or not typed:
        return typed
    try:
        return embargo.replace(tzinfo=ZoneInfo(typed)).tzname() or typed
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return typed


def _contact(release: PressRelease, campaign: Campaign) -> PressContact | None:
    named = release if release.contact_name or release.contact_phone or release.contact_email else campaign
    if not (named.contact_name or named.contact_phone or named.contact_email):
        return None
    late = named.contact_phone_late
    if late:
        late = words(release.language).out_of_hours.format(phone=late)
    return PressContact(name=named.contact_name, phone=named.contact_phone, out_of_hours=late, email=named.contact_email)

"""What the columns of records are called when a person reads all that is kept of them."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

from organizer import i18n
from organizer.i18n import N_, _
from organizer.records.base import Record
from organizer.records.consent import Consent
from organizer.records.donation import Donation
from organizer.records.letter import Letter
from organizer.records.values import Channel, Evidence, Money

KIND_WORDS: dict[str, str] = {
    "attachment": N_("Picture"),
    "campaign": N_("Campaign"),
    "demand": N_("Demand"),
    "city": N_("City"),
    "site": N_("Site"),
    "organisation": N_("Organisation"),
    "person": N_("Person"),
    "affiliation": N_("Place in an organisation"),
    "consent": N_("Consent"),
    "target": N_("Target"),
    "picket": N_("Picket"),
    "letter": N_("Letter"),
    "fund": N_("Fund"),
    "donation": N_("Donation"),
    "press_release": N_("Press release"),
    "leaflet": N_("Leaflet"),
    "print_run": N_("Print run"),
    "sheet_text": N_("Words on a sheet"),
    "tag": N_("Tag"),
    "tagging": N_("Tag"),
    "erasure": N_("Erasure"),
}
_FIELDS: dict[str, str] = {
    "name": N_("Name"),
    "anonymous": N_("Stays anonymous"),
    "city_id": N_("City"),
    "email": N_("E-mail"),
    "phone": N_("Phone"),
    "address": N_("Address"),
    "languages": N_("Languages"),
    "notes": N_("Notes"),
    "note": N_("Note"),
    "organisation_id": N_("Organisation"),
    "person_id": N_("Person"),
    "campaign_id": N_("Campaign"),
    "fund_id": N_("For"),
    "target_id": N_("To"),
    "role": N_("Role"),
    "since": N_("Since"),
    "until": N_("Until"),
    "personal_capacity": N_("Speaks in a personal capacity"),
    "purpose": N_("Purpose"),
    "given_on": N_("Given on"),
    "way": N_("How"),
    "withdrawn_on": N_("Taken back on"),
    "day": N_("Day"),
    "amount_minor": N_("Amount"),
    "fee_minor": N_("Fee taken off"),
    "giver": N_("Name"),
    "state": N_("State"),
    "reference": N_("Reference"),
    "receipt_number": N_("Receipt"),
    "quantity": N_("Letters"),
    "evidence": N_("Evidence"),
    "tone": N_("Wording"),
    "subject": N_("Subject"),
    "text_as_sent": N_("Wording"),
    "address_as_sent": N_("Address"),
    "taken_by": N_("Taken by"),
    "created_utc": N_("Entered on"),
    "origin": N_("Entered by"),
    "tag_id": N_("Tag"),
    "body": N_("Text"),
    "texts": N_("Text"),
    "answers": N_("Words on a sheet"),
    "headline": N_("Headline"),
    "quote": N_("In their words"),
    "quote_by": N_("Who says it"),
    "notes_to_editors": N_("Notes to editors"),
    "more": N_("More"),
    "facts": N_("More"),
    "contact_name": N_("Name"),
    "contact_phone": N_("Phone"),
    "contact_phone_late": N_("Phone, evenings"),
    "contact_email": N_("E-mail"),
    "summary": N_("In a few sentences"),
    "organisation": N_("Organisation"),
    "office": N_("Office"),
    "salutation": N_("Salutation"),
    "occasion": N_("Occasion"),
    "counted_by": N_("According to"),
    "kept_at": N_("Where the rest lies"),
    "imprint_publisher": N_("Published by"),
    "imprint_address": N_("Their address"),
    "imprint_printer": N_("Printed by"),
    "imprint_printer_address": N_("Printer's address"),
    "directions": N_("Directions"),
    "website": N_("Website"),
    "reply_words": N_("In their words"),
    "void_reason": N_("Why it was voided"),
    "members": N_("Members behind it"),
    "channel": N_("How"),
    "reply": N_("What came back"),
    "replied_on": N_("On"),
    "repeated": N_("The same letter sent again"),
    "slogans": N_("Slogans, one a line"),
}
_CODES: dict[tuple[type[Record], str], dict[str, str]] = {
    (Consent, "purpose"): Consent.PURPOSES,
    (Consent, "way"): Consent.WAYS,
    (Donation, "way"): Donation.WAYS,
    (Donation, "state"): Donation.STATES,
    (Letter, "channel"): Channel.WORDS,
    (Letter, "evidence"): Evidence.WORDS,
    (Letter, "reply"): Letter.REPLIES,
    (Letter, "tone"): Letter.TONES,
}


def kind_words(kind: str) -> str:
    return _(KIND_WORDS[kind])


def field_words(name: str) -> str:
    """In the person's language; columns that only the file's makers know by name keep theirs."""
    known = _FIELDS.get(name)
    return _(known) if known else name.removesuffix("_id").replace("_", " ")


def value_words(record: Record, name: str) -> str:
    """A field as a person reads it; empty where nothing is known."""
    value: Any = getattr(record, name)
    if value is None or value in ("", [], {}):
        return ""
    codes = _CODES.get((type(record), name), {})
    if isinstance(value, str):
        return _(codes[value]) if value in codes else value
    if name.endswith("_id"):
        other = getattr(record, name.removesuffix("_id"), None)
        return str(other.title()) if isinstance(other, Record) else ""
    if name.endswith("_minor") and isinstance(record, Donation):
        return str(Money(value, record.currency)) if value else ""
    return plain_words(value)


def plain_words(value: Any) -> str:
    """A value of any column in words."""
    if isinstance(value, bool):
        return _("yes") if value else ""
    if isinstance(value, datetime):
        return i18n.day(value.date())
    if isinstance(value, date):
        return i18n.day(value)
    if isinstance(value, time):
        return i18n.clock(value)
    if isinstance(value, dict):
        return "; ".join(f"{key}: {plain_words(inner)}" for key, inner in value.items())
    if isinstance(value, list):
        return ", ".join(plain_words(inner) for inner in value)
    return str(value)

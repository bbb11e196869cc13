"""What the columns of records are called when a person reads all that is kept of them."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

from organizer import i18n
from organizer.i18n import N_, _
from organizer.records.attachment import Attachment
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
    "tone": N_("Kind"),
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
    "postcode": N_("Postcode"),
    "country": N_("Country"),
    "mission_of": N_("Mission of"),
    "fax": N_("Fax"),
    "language": N_("Language"),
    "retired": N_("Retired"),
    "kind": N_("Kind"),
    "site_id": N_("Site"),
    "picket_id": N_("Picket"),
    "photo_id": N_("Photo"),
    "logo_id": N_("Logo"),
    "day_of_action": N_("Day of action"),
    "starts": N_("Starts"),
    "ends": N_("Ends"),
    "started": N_("Began"),
    "ended": N_("Ended"),
    "people_low": N_("People, from"),
    "people_high": N_("People, up to"),
    "people_about": N_("The number is a round guess"),
    "people": N_("People"),
    "notify_by": N_("Due by"),
    "notified_on": N_("Given on"),
    "notice_reference": N_("Reference"),
    "notice_conditions": N_("Conditions"),
    "handed_in": N_("Letters and signatures"),
    "hand_in_result": N_("How it went"),
    "reply_due": N_("Reply promised by"),
    "arrests": N_("Our people detained"),
    "imprint_country": N_("Law of"),
    "colour_main": N_("Main"),
    "colour_accent": N_("Accent"),
    "colour_dark": N_("Dark"),
    "initials": N_("Initials"),
    "qr_target": N_("QR code leads to"),
    "number": N_("Number"),
    "withdrawn": N_("Withdrawn"),
    "time_zone": N_("Zone"),
    "paper": N_("Paper"),
    "subhead": N_("Line below the headline"),
    "dateline_place": N_("Place"),
    "embargo_day": N_("Not before"),
    "embargo_time": N_("Time"),
    "embargo_zone": N_("Zone"),
    "design": N_("Design"),
    "print_class": N_("Who may see it"),
    "back_language": N_("On the back"),
    "demand_uids": N_("Demands"),
    "sheet": N_("Sheet"),
    "layout": N_("Layout"),
    "format": N_("Paper"),
    "printed_on": N_("Printed on"),
    "printed": N_("Printed"),
    "handed_out": N_("Handed out"),
    "spoiled": N_("Spoiled"),
    "carries": N_("What was printed"),
    "first_number": N_("First number"),
    "last_number": N_("Last number"),
    "printed_as": N_("How it was printed"),
    "faces": N_("Faces"),
    "record_kind": N_("Kind"),
    "tags": N_("Tags"),
}
NOT_TOLD = frozenset({
    "id", "uid", "version", "changed_utc", "import_key", "currency", "day_precision", "sha256", "media_type", "width", "height",
    "owner_kind", "owner_uid", "record_uid", "subject_kind", "subject_uid", "geoname_id", "latitude", "longitude", "edition",
    "rule", "deleted", "changed", "kept", "uids", "sealed",
})  # fmt: skip
"""Columns that say nothing of a person: the file's own marks, measures, and what another field says in words."""
_CODES: dict[tuple[str, str], dict[str, str]] = {
    ("consent", "purpose"): Consent.PURPOSES,
    ("consent", "way"): Consent.WAYS,
    ("donation", "way"): Donation.WAYS,
    ("donation", "state"): Donation.STATES,
    ("letter", "channel"): Channel.WORDS,
    ("letter", "evidence"): Evidence.WORDS,
    ("letter", "reply"): Letter.REPLIES,
    ("letter", "tone"): Letter.TONES,
    ("attachment", "faces"): Attachment.FACES,
}


def kind_words(kind: str) -> str:
    return _(KIND_WORDS[kind])


def field_words(name: str) -> str:
    """In the person's language; history may speak of columns that are no more."""
    return _(_FIELDS.get(name, _FIELDS["more"]))


def value_words(record: Record, name: str) -> str:
    """A field as a person reads it; empty where nothing is known."""
    value: Any = getattr(record, name)
    if name.endswith("_id") and value is not None:
        other = getattr(record, name.removesuffix("_id"), None)
        return str(other.title()) if isinstance(other, Record) else ""
    if name.endswith("_minor") and isinstance(record, Donation):
        return str(Money(value, record.currency)) if value else ""
    return coded_words(record.KIND, name, value)


def coded_words(kind: str, name: str, value: Any) -> str:
    """A value of a column of a kind, which may be a code; empty where nothing is known."""
    if value is None or value in ("", [], {}):
        return ""
    codes = _CODES.get((kind, name), {})
    if isinstance(value, str) and value in codes:
        return _(codes[value])
    if name == "languages" and isinstance(value, list):
        return ", ".join(i18n.language_name(tag) if i18n.locale(tag).language == tag else tag for tag in value)
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

"""What is printed, out of the records: leaflet and press release with their campaign become the content of a sheet."""

from __future__ import annotations

from datetime import datetime

from organizer.i18n import _, country_name, language_name
from organizer.records.campaign import Campaign
from organizer.records.leaflet import Leaflet
from organizer.records.press_release import PressRelease, paragraphs
from organizer.records.prints import LeafletParts, PressReleaseParts
from organizer.records.values import DatePrecision
from organizer.sheets.content import (
    CallToAction,
    DemandLine,
    Fact,
    LeafletContent,
    PressContact,
    PressReleaseContent,
)
from organizer.sheets.imprint import imprint_line, imprint_notes
from organizer.sheets.sheet import Note
from organizer.sheets.typesetting.colours import Palette
from organizer.sheets.words import words

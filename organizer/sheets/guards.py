"""Guards: what stands in the way of printing that the records know, told before anything is set, each naming its field."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import get_args

from organizer import i18n
from organizer.i18n import _
from organizer.records.campaign import Demand
from organizer.records.prints import LeafletParts
from organizer.records.values import PrintClass
from organizer.sheets.imprint import imprint_notes
from organizer.sheets.sheet import Level, Note, Sheet
from organizer.sheets.sheet_kind import Job


def guard_notes(job: Job) -> tuple[Note, ...]:
    """What is to be mended or looked at before this job is printed: imprint, editions of demands, faces in a photo.

    What the setting of the sheet finds, such as missing signs, text below its floor or a coarse photo, its compositor tells.
    """
    parts, notes = job.parts, list[Note]()
    if job.print_class == PrintClass.PUBLIC and parts.release is None:
        notes += imprint_notes(parts.campaign, shop=job.layout.arrangement == "shop")
        if parts.home_in_imprint:
            notes.append(home_note())
    if parts.leaflet is not None:
        notes += [*demand_notes(parts.leaflet, job.language), *call_notes(parts.leaflet), *face_notes(parts.leaflet)]
    return tuple(notes)


def guarded(sheet: Sheet, notes: Sequence[Note]) -> Sheet:
    """The sheet with these notes among its own, the gravest first; they stand where the sheet placed their fields.

    Where the sheet itself was stopped at a field, that is enough said of it; what it found good about another, it says no more.
    """
    places = {note.field: note.place for note in sheet.notes if note.place is not None}
    stopped = {note.field for note in sheet.notes if note.level == "stop"}
    added = [replace(note, place=places.get(note.field)) for note in notes if note.field not in stopped]
    told = {note.field for note in added}
    own = [note for note in sheet.notes if note.level != "good" or note.field not in told]
    order = get_args(Level)
    return replace(sheet, notes=tuple(sorted([*own, *added], key=lambda note: order.index(note.level))))


def home_note() -> Note:
    sentence = _("The address in the imprint is the home of somebody in the address book. Use an office or a mailbox if you can.")
    return Note("look", "imprint", sentence)


def demand_notes(parts: LeafletParts, language: str) -> Iterator[Note]:
    """The demands on the leaflet that were rewritten in its language or withdrawn since, numbered by their place on it."""
    if parts.standing is None:
        return
    newest = {demand.number: demand for demand in parts.standing}
    for place, carried in enumerate(parts.demands, start=1):
        standing = newest.get(carried.number)
        if standing is None:
            sentence = _("Demand {number} was withdrawn. Take it off the leaflet, or print it as it is.")
            yield Note("look", "demands", sentence.format(number=place))
        elif standing.text_in(language) != carried.text_in(language):
            yield Note("look", "demands", _older_edition(place, standing))


def _older_edition(place: int, standing: Demand) -> str:
    if standing.since is None:
        sentence = _("This leaflet carries demand {number} as it was before. Take the new edition, or print it as it is.")
        return sentence.format(number=place)
    sentence = _("This leaflet carries demand {number} as it was before {day}. Take the new edition, or print it as it is.")
    return sentence.format(number=place, day=i18n.day_long(standing.since))


def call_notes(parts: LeafletParts) -> Iterator[Note]:
    """A leaflet that calls to a picket on another day than it stands, or to one that was called off."""
    leaflet, picket = parts.leaflet, parts.picket
    if picket is None or leaflet.day is None:
        return
    if picket.state == "cancelled":
        yield Note("look", "day", _("The picket was cancelled, and the leaflet still calls to it. Look at what it says."))
    elif picket.day is not None and picket.day != leaflet.day:
        sentence = _("The picket is on {day} now, the leaflet says {other}. Take the new day, or print it as it is.")
        yield Note("look", "day", sentence.format(day=i18n.day_long(picket.day), other=i18n.day_long(leaflet.day)))


def face_notes(parts: LeafletParts) -> Iterator[Note]:
    """A photo enters a public sheet once somebody has looked for faces in it."""
    if parts.photo is not None and not parts.photo_faces and parts.leaflet.print_class == PrintClass.PUBLIC:
        sentence = _("Nobody has looked for faces in the photo yet. Cover them, or say that there are none or that all agreed.")
        yield Note("stop", "photo", sentence)

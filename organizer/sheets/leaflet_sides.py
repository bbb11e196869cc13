"""What stands on which side of a flyer: the words of a leaflet in one of its languages, and what comes on its back."""

from __future__ import annotations

from dataclasses import replace

from organizer.i18n import _
from organizer.records.leaflet import Leaflet
from organizer.records.prints import LeafletParts
from organizer.sheets.compositor import Compositor
from organizer.sheets.content import LeafletContent
from organizer.sheets.from_records import leaflet_content, translation_notes
from organizer.sheets.furniture import Furniture
from organizer.sheets.sheet_kind import Job


def content_of(job: Job, language: str = "") -> LeafletContent:
    """The leaflet of a job in its language, or in the one on its back. A job without a leaflet has an empty one."""
    parts = job.parts.leaflet or LeafletParts(Leaflet(), job.parts.campaign)
    content = leaflet_content(parts, language or job.language)
    colours = content.colours.in_one_colour() if job.one_colour else content.colours
    words = Furniture(job, Compositor(content.language, colours)).class_words()
    imprint = f"{content.imprint}  ·  {words}" if content.imprint.strip() else ""
    return replace(content, colours=colours, imprint=imprint, one_colour=job.one_colour)


def back_language(job: Job) -> str:
    """The language on the back of a leaflet in two; empty for none."""
    leaflet = job.parts.leaflet.leaflet if job.parts.leaflet else None
    other = leaflet.back_language if leaflet else ""
    return other if other != job.language else ""


def tell_what_is_missing(content: LeafletContent, compositor: Compositor) -> None:
    """What no flyer goes without."""
    if not content.headline.strip():
        compositor.note("stop", "headline", _("There is no headline. Write the one thing a passer-by must read."))
    if not content.imprint.strip():
        compositor.note("stop", "imprint", _("There is no imprint. Fill in at the campaign who publishes, and where."))


def tell_untranslated(job: Job, compositor: Compositor) -> None:
    """What the records do not say in the language of this compositor."""
    if job.parts.leaflet is not None:
        for note in translation_notes(job.parts.leaflet, compositor.language):
            compositor.note(note.level, note.field, note.sentence)


def tell_one_language(job: Job, compositor: Compositor) -> None:
    """What is folded has no back for a second language."""
    if back_language(job):
        sentence = _("This sheet is printed in one language alone. Print it once more for the language on the back.")
        compositor.note("look", "back_language", sentence)

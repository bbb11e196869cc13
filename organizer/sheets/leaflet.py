"""The leaflet in its designs: with a picture, in type alone, or as long text on both sides; in one language or in two."""

from __future__ import annotations

from organizer.i18n import _
from organizer.sheets.compositor import Compositor
from organizer.sheets.content import LeafletContent
from organizer.sheets.design import Design, Face
from organizer.sheets.from_records import translation_notes
from organizer.sheets.imposition import arranged
from organizer.sheets.layouts import A5_PAGE, ONE_PAGE, SHOP
from organizer.sheets.leaflet_faces import PhotoFace, TypeFace
from organizer.sheets.leaflet_sides import back_language, content_of
from organizer.sheets.leaflet_text import TextFaces
from organizer.sheets.leaflet_trim import A5_TRIM, Trim, trim_of
from organizer.sheets.sheet import Sheet
from organizer.sheets.sheet_kind import Job
from organizer.sheets.typesetting.page import Page


def leaflet(content: LeafletContent) -> Sheet:
    """One A5 page, coloured to its edges."""
    return arranged(leaflet_design(content), ONE_PAGE)


def leaflet_two_on_a4(content: LeafletContent) -> Sheet:
    """Two leaflets on landscape A4 for an office printer, which leaves 5 mm white all round; one cut down the middle."""
    return arranged(leaflet_design(content), A5_PAGE.layout("two-on-a4"))


def leaflet_for_print_shop(content: LeafletContent) -> Sheet:
    """One A5 page in printing inks with 3 mm bleed, trim and bleed boxes set, no marks."""
    return arranged(leaflet_design(content, cmyk=True), SHOP)


def leaflet_of(job: Job) -> Design:
    """The leaflet of a job, in its design and on its paper. What has no words in a language is told as well."""
    content, other = content_of(job), back_language(job)
    back = content_of(job, other) if other else None
    design = leaflet_design(content, back, trim_of(job.format), cmyk=job.cmyk)
    if job.parts.leaflet is not None:
        for note in translation_notes(job.parts.leaflet, job.language):
            design.compositor.note(note.level, note.field, note.sentence)
    return design


def leaflet_design(
    content: LeafletContent, back: LeafletContent | None = None, trim: Trim = A5_TRIM, *, cmyk: bool = False
) -> Design:
    """`back` is the same leaflet in the language of its other side: each side then says all, in type alone where it is dense."""
    compositor = Compositor(content.language, content.colours)
    faces: tuple[Face, ...] = ()
    if back is not None:
        there = compositor.speaking(back.language, face=2)
        faces = (_face(content, compositor, trim, cmyk=cmyk), _spoken(back.language, _face(back, there, trim, cmyk=cmyk)))
    elif content.design == "text":
        both = TextFaces(content, compositor, trim)
        faces = (both.draw_front, both.draw_back)
    else:
        faces = (_face(content, compositor, trim, cmyk=cmyk),)
    title = " ".join(content.headline.split())
    return Design(title, content.organisation, _("Leaflet"), (trim.width, trim.height), faces, compositor, cmyk)


def _face(content: LeafletContent, compositor: Compositor, trim: Trim, *, cmyk: bool) -> Face:
    """One side that says all."""
    if content.design == "photo":
        return PhotoFace(content, compositor, trim, cmyk=cmyk).draw
    return TypeFace(content, compositor, trim).draw


def _spoken(language: str, face: Face) -> Face:
    """The face for those who listen: read in its own language."""

    def draw(page: Page) -> None:
        with page.speaking(language):
            face(page)

    return draw

"""Draws the tri-fold: a cover and a back under one picture, a flap with what to do, and three panels to read inside."""

from __future__ import annotations

from organizer.i18n import _
from organizer.sheets.compositor import Compositor
from organizer.sheets.design import Design, Face
from organizer.sheets.imposition import draw_fold
from organizer.sheets.leaflet_sides import content_of, tell_one_language, tell_untranslated, tell_what_is_missing
from organizer.sheets.sheet_kind import Job
from organizer.sheets.trifold_inside import Inside
from organizer.sheets.trifold_outside import Outside
from organizer.sheets.trifold_panels import Panels
from organizer.sheets.typesetting.page import Page


def trifold(job: Job) -> Design:
    """The outer side, then the inner one. At home both carry marks where they are folded; a print shop is told where."""
    content = content_of(job)
    compositor = Compositor(content.language, content.colours)
    panels = Panels(job.format.size, rtl=compositor.rtl)
    outside = Outside(content, compositor, panels, job)
    inside = Inside(content, compositor, panels, large=job.large)
    tell_what_is_missing(content, compositor)
    tell_untranslated(job, compositor)
    tell_one_language(job, compositor)
    _tell_folds(compositor, panels)
    marked = job.layout.arrangement == "folded"
    faces = (
        _folded(outside.draw, panels.folds(panels.outside()), marked=marked),
        _folded(inside.draw, panels.folds(panels.inside()), marked=marked),
    )
    title = " ".join(content.headline.split())
    return Design(title, content.organisation, _("Tri-fold"), job.format.size, faces, compositor, job.cmyk)


def _folded(draw: Face, folds: tuple[float, float], *, marked: bool) -> Face:
    """The face, with marks just inside the white edge of an office printer where it is marked."""

    def face(page: Page) -> None:
        draw(page)
        for x in folds if marked else ():
            draw_fold(page, x)

    return face


def _tell_folds(compositor: Compositor, panels: Panels) -> None:
    outer, inner = panels.folds(panels.outside()), panels.folds(panels.inside())
    sentence = _(
        "Fold at {first} and {second} mm from the left of the outer side, which is {third} and {fourth} mm on the inner side. "
        "The flap goes in first."
    )
    first, second, third, fourth = (f"{x:g}" for x in (*outer, *inner))
    compositor.note("good", "", sentence.format(first=first, second=second, third=third, fourth=fourth))

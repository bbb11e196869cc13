"""Draws the booklet: a cover with picture and headline, pages to read inside, the headline again over the call on the back."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from organizer.i18n import _
from organizer.sheets.booklet_inside import Inside
from organizer.sheets.call_foot import CallFoot
from organizer.sheets.compositor import Compositor
from organizer.sheets.content import LeafletContent
from organizer.sheets.design import Design, Face
from organizer.sheets.layouts import Size
from organizer.sheets.leaflet_faces import tell_what_is_missing
from organizer.sheets.leaflet_sides import content_of, tell_one_language, tell_untranslated
from organizer.sheets.leaflet_trim import Trim
from organizer.sheets.leaflet_type_head import TypeHead
from organizer.sheets.sheet_kind import Job
from organizer.sheets.trifold_outside import Cover
from organizer.sheets.trifold_panels import FOOT_AIR
from organizer.sheets.typesetting.geometry import Box
from organizer.sheets.typesetting.page import Page

_MARGIN = 11.0
_PICTURE, _UNDER_SLANT = 118.0, 7.7
_SLANT = 7.0
_COVER_FURNITURE, _BACK_FURNITURE = 1.25, 1.3
_MOST_LOWER = 46.0


def booklet(job: Job) -> Design:
    """The pages in the order in which they are read, a multiple of four."""
    content = content_of(job)
    compositor = Compositor(content.language, content.colours)
    inside = Inside(content, compositor, job.format.size)
    pages = inside.count + 2
    for field in ("headline", "kicker", "photo"):
        compositor.placed(field, 1, Box(0.0, 0.0, *job.format.size))
    faces: list[Face] = [_cover(content, compositor, job)]
    faces += [partial(inside.draw, number=number) for number in range(2, pages)]
    faces.append(_back(content, compositor.speaking(compositor.language, face=pages), job.format.size))
    tell_untranslated(job, compositor)
    tell_one_language(job, compositor)
    if job.layout.arrangement == "booklet":
        _tell_folding(compositor, pages)
    title = " ".join(content.headline.split())
    return Design(title, content.organisation, _("Booklet"), job.format.size, tuple(faces), compositor, job.cmyk)


def _cover(content: LeafletContent, compositor: Compositor, job: Job) -> Face:
    width, height = job.format.size
    trim = Trim(width, height - FOOT_AIR, _MARGIN, furniture=_COVER_FURNITURE)
    cover = Cover(content, compositor, job.cmyk, trim)
    picture = cover.fitted(_PICTURE)

    def draw(page: Page) -> None:
        cover.draw_picture(page, trim.whole(page.bleed).top(picture + _UNDER_SLANT + page.bleed))
        cover.draw(page, page.bleed, picture, cover.room(picture))

    return draw


def _back(content: LeafletContent, compositor: Compositor, size: Size) -> Face:
    """To be held up: the headline as large as it goes, and where to come under it."""
    trim = Trim(*size, _MARGIN, furniture=_BACK_FURNITURE)
    head = TypeHead(replace(content, kicker=""), compositor, trim)
    foot = CallFoot(content, compositor, trim, most_lower=_MOST_LOWER, code_below=True)
    end = trim.height - foot.height

    def draw(page: Page) -> None:
        head.draw_down_to(page, page.bleed, end, end - head.around, again=True)
        foot.draw(page, page.bleed)
        _draw_wedge(page, compositor, trim, end)
        tell_what_is_missing(content, compositor, head.setting)

    return draw


def _draw_wedge(page: Page, compositor: Compositor, trim: Trim, end: float) -> None:
    """Between the slant and the foot, over the edges of both, so that no seam shows."""
    high, left, right = end - _SLANT * trim.furniture - 1.0, -page.bleed, trim.width + page.bleed
    corners = [(left, end - 1.0), (right, high), (right, end + 0.5), (left, end + 0.5)]
    if compositor.rtl:
        corners[:2] = [(left, high), (right, end - 1.0)]
    page.polygon(corners, compositor.palette.signal)


def _tell_folding(compositor: Compositor, pages: int) -> None:
    if pages == 4:
        sentence = _("Fold the sheet in the middle, where the marks are. The cover is outside.")
    else:
        sentence = _(
            "Fold both sheets in the middle, where the marks are, and lay the second into the first. Staple in the fold."
        )
    compositor.note("good", "", sentence)

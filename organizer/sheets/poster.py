"""Draws the poster with the leaflet's own head and foot: who knows the leaflet in the street knows the poster on the wall."""

from __future__ import annotations

from organizer.i18n import _
from organizer.sheets.compositor import Compositor
from organizer.sheets.content import CallToAction, LeafletContent
from organizer.sheets.design import Design
from organizer.sheets.furniture import Furniture, compositor_for
from organizer.sheets.imprint import imprint_line
from organizer.sheets.leaflet_foot import Foot
from organizer.sheets.leaflet_head import Head
from organizer.sheets.leaflet_trim import Trim
from organizer.sheets.sheet_kind import Job
from organizer.sheets.slogans import tell_other_letters
from organizer.sheets.typesetting.page import Page
from organizer.sheets.web_address import bare

_MARGIN_SHARE = 0.06
_FURNITURE, _TYPE = 2.25, 1.6
"""How much larger than on A5 they are on A3: so the code is 60 mm wide, to be read from some steps away."""
_A3_WIDTH = 297.0
_OVERLAP = 1.0
_HEADLINE_SHARE, _LEAST_PICTURE_SHARE = 0.46, 0.3


def poster(job: Job) -> Design:
    """One face. Without a headline there is nothing to print."""
    drawn = _Poster(job)
    title = " ".join(job.answers["headline"].split())
    return Design(title, job.parts.campaign.name, _("Poster"), job.format.size, (drawn.draw,), drawn.compositor, job.cmyk)


class _Poster:
    def __init__(self, job: Job) -> None:
        width, height = job.format.size
        share = width / _A3_WIDTH
        self._trim = Trim(width, height, width * _MARGIN_SHARE, furniture=_FURNITURE * share, type=_TYPE * share)
        self.compositor: Compositor = compositor_for(job)
        content = _content(job, self.compositor)
        self._head = Head(content, self.compositor, job.cmyk, self._trim)
        self._foot = Foot(content, self.compositor, self._trim)
        tell_other_letters(self.compositor, "headline", content.headline)
        if not content.headline.strip():
            self.compositor.note("stop", "headline", _("There is no headline. Write the one thing a passer-by must read."))
        if not content.imprint.strip():
            self.compositor.note("stop", "imprint", _("There is no imprint. Fill in at the campaign who publishes, and where."))

    def draw(self, page: Page) -> None:
        trim = self._trim
        free = trim.height - self._foot.height
        # Not under the foot, around which it would shine as a hair line.
        page.fill(trim.whole(page.bleed).top(page.bleed + free + _OVERLAP), self.compositor.palette.accent)
        room = free * _HEADLINE_SHARE
        picture = free - self._head.band(room)
        while picture < free * _LEAST_PICTURE_SHARE and room > free * 0.2:
            room *= 0.9
            picture = free - self._head.band(room)
        self._head.draw(page, page.bleed, max(picture, free * 0.12), room)
        self._foot.draw(page, page.bleed)


def _content(job: Job, compositor: Compositor) -> LeafletContent:
    answers, picket = job.answers, job.parts.picket
    place = tuple(line for line in answers["place"].splitlines() if line.strip())
    call = None
    if picket is not None or place or answers["call_title"].strip():
        call = CallToAction(
            day=picket.day if picket else None,
            title=answers["call_title"],
            time_from=picket.starts if picket else None,
            time_to=picket.ends if picket else None,
            place_lines=place,
            directions=answers["directions"],
        )
    imprint = imprint_line(job.parts.campaign, job.language)
    return LeafletContent(
        language=job.language,
        headline=answers["headline"],
        kicker=answers["kicker"],
        call=call,
        qr_target=answers["qr_target"],
        qr_label=answers["qr_label"].strip() or bare(answers["qr_target"]),
        imprint="  ·  ".join(part for part in (imprint, Furniture(job, compositor).class_words()) if part) if imprint else "",
        colours=compositor.palette,
        organisation=job.parts.campaign.name,
    )

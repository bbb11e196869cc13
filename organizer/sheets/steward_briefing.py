"""Draws the steward briefing: facts and the legal number at the head, then two columns of lists, and room for notes.

It fills one page down to 10 pt, and goes on to more where that is not enough; in large print it stands in one column.
"""

from __future__ import annotations

from functools import partial
from typing import NamedTuple

from organizer.i18n import _
from organizer.sheets.briefing_lists import BriefingLists, beginning
from organizer.sheets.design import Design
from organizer.sheets.furniture import MARGIN, Furniture, compositor_for
from organizer.sheets.picket_words import day_said, hours
from organizer.sheets.ruled_table import draw_frame
from organizer.sheets.sheet_kind import Job
from organizer.sheets.typesetting.blocks import Part, draw_stack, fill_column, stack_height
from organizer.sheets.typesetting.geometry import Box
from organizer.sheets.typesetting.page import Page
from organizer.sheets.typesetting.stacks import Role
from organizer.sheets.words import paper_words, words

_BAND, _BAND_LARGE, _GAP, _GUTTER = 20.0, 26.0, 4.0, 7.0
_FACT, _FACT_LARGE = 7.4, 9.6
_LEGAL, _LEGAL_LABEL = 17.0, 46.0
_NOTES_LEAST, _NOTES_MOST = 20.0, 80.0
_LARGEST, _STEPS = 1.25, 7
_MOST_PAGES = 12


class _Face(NamedTuple):
    """What stands in the columns of one page."""

    columns: tuple[list[Part], ...]
    top: float


def steward_briefing(job: Job) -> Design:
    """One face where everything fits at 10 pt or more, else as many as it takes."""
    briefing = _Briefing(job)
    faces = tuple(partial(briefing.draw, number) for number in range(1, len(briefing.faces) + 1))
    title = " ".join(job.answers["title"].split()) or briefing.words["briefing"]
    return Design(title, job.parts.campaign.name, _("Steward briefing"), job.format.size, faces, briefing.compositor, job.cmyk)


class _Briefing:
    def __init__(self, job: Job) -> None:
        self._job = job
        self.compositor = compositor_for(job)
        self._furniture = Furniture(job, self.compositor)
        self.words = paper_words("steward-briefing", job.language)
        self._lists = BriefingLists(job, self.compositor, self.words)
        self._band = _BAND_LARGE if job.large else _BAND
        self._count = 1 if job.large else 2
        self._wide = (self._furniture.inner - _GUTTER * (self._count - 1)) / self._count
        self.faces = self._set()
        if not job.answers["legal"].strip():
            sentence = _("There is no number for legal help. Type it, or write it by hand on every copy.")
            self.compositor.note("look", "legal", sentence)

    def _set(self) -> list[_Face]:
        """On one page with the largest type that leaves room for notes; else at the least, over as many as it takes."""
        low, high = 1.0, _LARGEST
        best = self._faces(low)
        if not self._has_notes(best):
            return best
        for _step in range(_STEPS):
            middle = (low + high) / 2
            tried = self._faces(middle)
            low, high, best = (middle, high, tried) if self._has_notes(tried) else (low, middle, best)
        return best

    def _has_notes(self, faces: list[_Face]) -> bool:
        return len(faces) == 1 and self._furniture.foot_start - self._under(faces[0]) >= _NOTES_LEAST

    def _under(self, face: _Face) -> float:
        """Where the room for notes begins."""
        return face.top + max((stack_height(column, self._wide) for column in face.columns), default=0.0) + _GAP

    def _faces(self, scale: float) -> list[_Face]:
        rest = self._lists.parts(scale)
        faces: list[_Face] = []
        while (rest or not faces) and len(faces) < _MOST_PAGES:
            top = self._lists_top if not faces else MARGIN + self._band + _GAP
            whole = self._furniture.foot_start - top - _GAP
            columns, left = self._columns(rest, whole - _NOTES_LEAST - _GAP)
            if left:
                columns, left = self._columns(rest, whole)
            rest = left
            faces.append(_Face(columns, top))
        if rest:
            self.compositor.note("stop", "what_if", _("The briefing has more than twelve pages. Shorten it."))
        return faces

    def _columns(self, parts: list[Part], room: float) -> tuple[tuple[list[Part], ...], list[Part]]:
        """Evenly filled columns: as low as they go when all of it fits."""
        columns, rest = self._filled(parts, room)
        if rest or self._count == 1:
            return columns, rest
        low, high = 0.0, room
        for _step in range(_STEPS):
            middle = (low + high) / 2
            tried, left = self._filled(parts, middle)
            if left or any(stack_height(column, self._wide) > middle + 0.1 for column in tried):
                low = middle
            else:
                high, columns = middle, tried
        return columns, rest

    def _filled(self, parts: list[Part], room: float) -> tuple[tuple[list[Part], ...], list[Part]]:
        columns: list[list[Part]] = []
        for _column in range(self._count):
            used, parts = fill_column(beginning(parts), self._wide, room) if parts else ([], [])
            columns.append(used)
        return tuple(columns), parts

    @property
    def _lists_top(self) -> float:
        """Under band, facts and legal number."""
        return MARGIN + self._band + 2.0 + 4 * self._fact + _GAP + _LEGAL + _GAP

    @property
    def _fact(self) -> float:
        return _FACT_LARGE if self._job.large or self.compositor.script.tall else _FACT

    def draw(self, number: int, page: Page) -> None:
        furniture, face = self._furniture, self.faces[number - 1]
        page.fill(Box(0, 0, furniture.width, furniture.height), self.compositor.palette.white)
        title = self._job.answers["title"]
        y = furniture.band(page, self.words["briefing"], below=title, aside=self._job.parts.campaign.name, height=self._band)
        if number == 1:
            self._draw_facts(page, y + 2.0)
            self._draw_legal(page, Box(MARGIN, self._lists_top - _GAP - _LEGAL, furniture.inner, _LEGAL))
        for place, column in enumerate(face.columns):
            box = Box(MARGIN + place * (self._wide + _GUTTER), face.top, self._wide, 0)
            draw_stack(page, column, furniture.flip(box).x, box.y, box.w)
        under = self._under(face)
        if number == len(self.faces) and furniture.foot_start - under > _NOTES_LEAST - 1:
            self._draw_notes(page, Box(MARGIN, under, furniture.inner, furniture.foot_start - under - 1.0))
        furniture.foot(page, number=number, pages=len(self.faces), with_imprint=False)

    def _draw_facts(self, page: Page, y: float) -> None:
        """When, where, where to meet, and under which reference the police know of it; lines to write on for what is not said."""
        picket, language, answers = self._job.parts.picket, self._job.language, self._job.answers
        when = [day_said(picket, language), hours(picket, language)] if picket else []
        facts = {
            "day": words(language).comma.join(part for part in when if part),
            "place": answers["place"],
            "meeting_point": answers["meeting_point"],
            "notice": answers["notice"],
        }
        for row, (key, said) in enumerate(facts.items()):
            box = Box(MARGIN, y + row * self._fact, self._furniture.inner, self._fact - 0.6)
            self._furniture.entry(page, key, self.words[key], said, box, size=11.0, floor=8.0)

    def _draw_legal(self, page: Page, box: Box) -> None:
        """The number as large as it goes, in a bar that a hurried eye finds; a white field to write in where there is none."""
        furniture, palette = self._furniture, self.compositor.palette
        page.fill(box, palette.night)
        white, signal = palette.readable_on(palette.night), palette.signal_on(palette.night)
        label = Box(box.x + 4, box.y + 2, _LEGAL_LABEL, box.h - 4)
        furniture.line(
            page, "labels", self.words["legal"], label, size=15, colour=signal, role=Role.LABEL, floor=9, tag="H2", order=1
        )
        field = Box(label.right + 3, box.y + 2.5, box.w - _LEGAL_LABEL - 10, box.h - 5)
        if self._job.answers["legal"].strip():
            furniture.line(
                page, "legal", self._job.answers["legal"], field, size=30, colour=white, role=Role.STRONG, floor=11, order=1
            )
        else:
            page.fill(furniture.flip(field), palette.white)

    def _draw_notes(self, page: Page, room: Box) -> None:
        furniture, palette = self._furniture, self.compositor.palette
        box = Box(room.x, room.y, room.w, min(room.h, _NOTES_MOST))
        draw_frame(page, furniture.flip(box), palette.grey, width_pt=0.6)
        label = Box(box.x + 2, box.y + 1.2, box.w - 4, 5.0)
        furniture.line(page, "labels", self.words["notes"], label, size=9, colour=palette.grey, role=Role.STRONG, order=80)

"""Draws the rota: a row for each picket to come, with its day, hours and place, and a box for each task to sign up in."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

from organizer.i18n import _
from organizer.records.picket import Picket
from organizer.sheets.design import Design
from organizer.sheets.furniture import MARGIN, Furniture, compositor_for
from organizer.sheets.picket_words import day_said, hours, place, short_title
from organizer.sheets.ruled_table import Column, RuledTable, heading_height
from organizer.sheets.sheet_kind import Job
from organizer.sheets.typesetting.blocks import Block, Part, draw_stack, stack_height
from organizer.sheets.typesetting.fit import fit
from organizer.sheets.typesetting.geometry import Box
from organizer.sheets.typesetting.page import Page
from organizer.sheets.typesetting.runs import Run, text
from organizer.sheets.words import paper_words, words

_BAND, _GAP = 20.0, 3.0
_WHEN = 0.35
_ROW_LEAST, _ROW_TALL = 18.0, 24.0
_TYPE, _LEADING, _FLOOR = 9.6, 11.6, 7.4
_NOTICE, _NOTICE_LEADING = 8.4, 10.6
_PADDING, _AIR = 1.8, 1.4
_MOST_ROLES = 6


def picket_rota(job: Job) -> Design:
    """As many faces as its pickets need; without any, one to fill in by hand."""
    rota = _Rota(job)
    faces = tuple(partial(rota.draw, number) for number in range(1, rota.pages + 1))
    title = rota.words["rota"]
    return Design(title, job.parts.campaign.name, _("Rota"), job.format.size, faces, rota.compositor, job.cmyk)


def _to_come(job: Job) -> list[Picket]:
    """The pickets from the day that is asked for, those without a day or an hour last."""
    try:
        first = date.fromisoformat(job.answers["from"].strip())
    except ValueError:
        first = date.min
    coming = [picket for picket in job.parts.pickets if picket.state != "cancelled" and (picket.day or date.max) >= first]
    coming.sort(key=lambda picket: (picket.day or date.max, str(picket.starts or "~")))
    return coming[: max(1, job.number("most"))]


class _Rota:
    def __init__(self, job: Job) -> None:
        self._job = job
        self.compositor = compositor_for(job)
        self._furniture = Furniture(job, self.compositor)
        self.words = paper_words("picket-rota", job.language)
        self._pickets = _to_come(job)
        self._notice = self._notice_block()
        room = self._table_room()
        self._head = max(10.0, heading_height(self._furniture, 2))
        least = _ROW_TALL if self.compositor.script.tall else _ROW_LEAST
        self._rows = max(1, int((room.h - self._head) / least))
        self.pages = max(1, -(-len(self._pickets) // self._rows))
        self._roles = self._said_roles()
        if not self._pickets:
            sentence = _("There is no picket to come. Choose an earlier day, or print the rota to fill it in by hand.")
            self.compositor.note("look", "from", sentence)

    def _said_roles(self) -> list[str]:
        said = [" ".join(line.split()) for line in self._job.answers["roles"].splitlines() if line.strip()]
        if len(said) > _MOST_ROLES:
            self.compositor.note("stop", "roles", _("There is room for six tasks. Take out the others."))
        return said[:_MOST_ROLES] or [""]

    def _notice_block(self) -> Block:
        compositor = self.compositor
        paragraph = compositor.paragraph("notice", text(self.words["notice"]))
        return Block(paragraph, compositor.size(_NOTICE), compositor.leading(_NOTICE_LEADING), compositor.palette.type, order=80)

    def _table_room(self) -> Box:
        """Between band and notice."""
        furniture = self._furniture
        top = MARGIN + _BAND + _GAP
        bottom = furniture.foot_start - self._notice.height(furniture.inner) - _GAP
        return Box(MARGIN, top, furniture.inner, bottom - top)

    def draw(self, number: int, page: Page) -> None:
        furniture, palette = self._furniture, self.compositor.palette
        page.fill(Box(0, 0, furniture.width, furniture.height), palette.white)
        campaign = self._job.parts.campaign
        furniture.band(page, self.words["rota"], below=campaign.name, height=_BAND)
        self._draw_table(page, number)
        y = furniture.foot_start - self._notice.height(furniture.inner)
        draw_stack(page, [self._notice], MARGIN, y, furniture.inner)
        furniture.foot(page, number=number, pages=self.pages, with_imprint=False)

    def _draw_table(self, page: Page, number: int) -> None:
        """Rows down to the foot: what is arranged later is written in by hand."""
        room = self._table_room()
        shown = self._pickets[(number - 1) * self._rows : number * self._rows]
        height = (room.h - self._head) / self._rows
        roles = [Column(role, (1 - _WHEN) / len(self._roles)) for role in self._roles]
        columns = [Column(self.words["when"], _WHEN), *roles]
        RuledTable(self._furniture, columns).draw(page, room, head=self._head, rows=self._rows)
        for place_in, picket in enumerate(shown):
            cell = Box(room.x, room.y + self._head + place_in * height, room.w * _WHEN, height)
            self._draw_picket(page, picket, cell, within=("Table rows", f"TR {place_in + 1}"))

    def _draw_picket(self, page: Page, picket: Picket, cell: Box, *, within: tuple[str, ...]) -> None:
        compositor, language = self.compositor, self._job.language
        comma = words(language).comma
        first = comma.join(part for part in (day_said(picket, language), hours(picket, language)) if part)
        where = place(picket, language)
        title = short_title(picket)
        lines: Sequence[tuple[str, tuple[Run, ...]]] = (
            ("pickets", text(Run(first, strong=True))),
            ("pickets", text(where)),
            ("pickets", text(Run(title if title not in where else "", emphasis=True))),
        )
        paragraphs = [compositor.paragraph(field, runs) for field, runs in lines if runs]
        room = Box(cell.x + _PADDING, cell.y + _AIR, cell.w - 2 * _PADDING, cell.h - 2 * _AIR)

        def build(scale: float) -> list[Part]:
            size, leading = compositor.size(_TYPE) * scale, compositor.leading(_LEADING) * scale
            return [Block(paragraph, size, leading, compositor.palette.type, tag="TH", within=within) for paragraph in paragraphs]

        fitted = fit(build, room.w, room.h, floor=_FLOOR / _TYPE, ceiling=1.0)
        if fitted.rest:
            sentence = _("“{words}” does not fit in its row, even at {size} pt. Make its title or place shorter.")
            compositor.note("stop", "pickets", sentence.format(words=(title or where)[:40], size=round(_FLOOR)))
        compositor.placed("pickets", 1, self._furniture.flip(room))
        y = room.y + (room.h - stack_height(fitted.parts, room.w)) / 2
        draw_stack(page, fitted.parts, self._furniture.flip(room).x, y, room.w)

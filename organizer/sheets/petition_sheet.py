"""Draws petition sheets: head, rows to sign in, data notice, where they go back to.

Two languages stand on the same side, each with its own half of the head: at a stall people of both sign one below the other on
one clipboard, and a signature counts only under a request that its signer could read. A back in the other language would be
turned over by nobody, and would leave two half-filled sides to count under one number.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from organizer import i18n
from organizer.i18n import _, _n
from organizer.sheets.design import Design
from organizer.sheets.furniture import Furniture, compositor_for
from organizer.sheets.petition_head import PetitionHead, Spoken
from organizer.sheets.petition_notice import PetitionNotice
from organizer.sheets.ruled_table import Column, RuledTable, heading_height
from organizer.sheets.sheet_kind import Job
from organizer.sheets.slogans import tell_other_letters
from organizer.sheets.typesetting.geometry import Box
from organizer.sheets.typesetting.page import Page
from organizer.sheets.words import paper_words

MARGIN = 9.0
_ROWS, _FEWEST_ROWS = 14, 6
_ROW, _LOWEST_ROW = 8.8, 8.0
_ABOVE_TABLE, _BELOW_TABLE = 3.0, 2.0
_SHARES = (("number", 5.0), ("name", 25.0), ("town", 20.0), ("work", 20.0), ("signature", 22.0), ("news", 8.0))


def petition_sheet(job: Job) -> Design:
    """One face for each numbered sheet; they differ in nothing but number and code."""
    sheet = _Petition(job)
    title = " ".join(job.answers["title"].split())
    first, count = max(1, job.number("first")), max(1, job.number("sheets"))
    faces = tuple(partial(sheet.draw, number, first + count - 1) for number in range(first, first + count))
    compositor = sheet.spoken[0].furniture.compositor
    return Design(title, job.parts.campaign.name, _("Petition sheet"), job.format.size, faces, compositor, job.cmyk)


class _Petition:
    def __init__(self, job: Job) -> None:
        self._job = job
        furniture = Furniture(job, compositor_for(job), margin=MARGIN)
        self.spoken = [Spoken(furniture, paper_words("petition-sheet", job.language), job.answers)]
        if job.second and i18n.main_language(job.second) != i18n.main_language(job.language):
            other = furniture.speaking(job.second)
            self.spoken.append(Spoken(other, paper_words("petition-sheet", job.second), job.second_answers))
        self._furniture = furniture
        self._head = PetitionHead(job, self.spoken)
        self._notice = PetitionNotice(job, self.spoken)
        self._form_on: Page | None = None
        self._tell_what_lacks()

    def draw(self, number: int, last: int, page: Page) -> None:
        """One sheet. What all sheets share is kept once in the file, but for those who listen to it."""
        if page.structure is not None:
            self._draw_shared(page)
        else:
            self._place_shared(page)
        self._head.draw_number(page, number, last)

    def _place_shared(self, page: Page) -> None:
        whole = Box(0, 0, *self._job.format.size)
        if self._form_on is not page:
            self._form_on = page
            with page.form("petition", whole):
                self._draw_shared(page)
        page.place_form("petition", whole, whole)

    def _draw_shared(self, page: Page) -> None:
        furniture = self._furniture
        palette = furniture.compositor.palette
        page.fill(Box(0, 0, furniture.width, furniture.height), palette.white)
        top = self._head.draw(page, self._room_for_head()) + _ABOVE_TABLE
        bottom = furniture.foot_start - self._notice.height - _BELOW_TABLE
        rows, height = self._rows(bottom - top - self._heading)
        table = Box(MARGIN, top, furniture.inner, self._heading + rows * height)
        self._table().draw(page, table, head=self._heading, rows=rows)
        self._notice.draw(page, table.bottom + _BELOW_TABLE)
        furniture.foot(page)

    @property
    def _heading(self) -> float:
        lines = sum(heading_height(said.furniture, 1) for said in self.spoken)
        return max(7.0, lines - 2.0 * (len(self.spoken) - 1))

    def _room_for_head(self) -> Callable[[float], bool]:
        """Whether a head that ends at this y leaves all the rows; where none does, it is set at its smallest."""
        bottom = self._furniture.foot_start - self._notice.height - _BELOW_TABLE
        return lambda y: bottom - y - _ABOVE_TABLE - self._heading >= _ROWS * _LOWEST_ROW

    def _rows(self, room: float) -> tuple[int, float]:
        """How many rows, and how high each is."""
        rows = max(_FEWEST_ROWS, min(_ROWS, int(room / _LOWEST_ROW)))
        if rows < _ROWS:
            sentence = _n("One row fits under the request.", "{n} rows fit under the request.", rows)
            hint = _("A shorter request leaves room for {rows}.").format(rows=_ROWS)
            self._furniture.compositor.note("look", "request", f"{sentence} {hint}")
        return rows, min(_ROW, room / rows)

    def _table(self) -> RuledTable:
        first, *others = self.spoken
        columns = [
            Column(
                first.words[key],
                share,
                "number" if key == "number" else "tick" if key == "news" else "blank",
                "".join(other.words[key] for other in others),
            )
            for key, share in _SHARES
        ]
        return RuledTable(first.furniture, columns, second=others[0].furniture if others else None)

    def _tell_what_lacks(self) -> None:
        compositor = self._furniture.compositor
        for said in self.spoken:
            language = i18n.language_name(said.furniture.compositor.language)
            tell_other_letters(said.furniture.compositor, "title", said.answers.get("title", ""))
            if not said.answers.get("request", "").strip():
                sentence = _("There is no request in {language}: nobody would know what is signed. Write it.")
                compositor.note("stop", "request", sentence.format(language=language))
            if not said.answers.get("whom", "").strip():
                sentence = _("It is not said in {language} to whom the petition goes. Write the office or person.")
                compositor.note("look", "whom", sentence.format(language=language))
        free = self._job.parts.next_number
        if 0 < self._job.number("first") < free:
            sentence = _("Sheets with this number were printed before. The next free number is {number}.")
            compositor.note("look", "first", sentence.format(number=free))
        if not self._job.number("months"):
            compositor.note("look", "months", _("It is not said when the sheets are destroyed. Type after how many months."))

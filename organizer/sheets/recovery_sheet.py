"""The recovery sheet: the words that open a file without its passphrase, to be read in bad light and typed in again.

It says nothing of whose file it is, is not in the print room's catalogue, and prints in black on white. The words stand from
left to right in every language, as they are typed in.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from organizer import i18n
from organizer.i18n import _
from organizer.sheets.compositor import Compositor
from organizer.sheets.design import Design
from organizer.sheets.imposition import arranged
from organizer.sheets.layouts import A4, LETTER, ONE_PAGE
from organizer.sheets.ruled_table import draw_frame
from organizer.sheets.sheet import Sheet
from organizer.sheets.typesetting.blocks import Block, Part, draw_stack, stack_height
from organizer.sheets.typesetting.colours import BLACK, GREY, WHITE, Colour, Palette
from organizer.sheets.typesetting.drawing import draw_line
from organizer.sheets.typesetting.fit import fit, fit_line
from organizer.sheets.typesetting.geometry import MM, Box
from organizer.sheets.typesetting.page import Page
from organizer.sheets.typesetting.runs import text
from organizer.sheets.typesetting.stacks import Role

COLUMNS = 4
_MARGIN, _BAND, _GAP = 16.0, 19.0, 6.0
_ROW, _WORD, _NUMBER, _NUMBER_ROOM = 9.0, 15.0, 10.0, 9.0
_LIGHT = Colour.of("#f1f0f2", (0, 0, 0, 0.06))
_BODY, _LEADING, _HEADING = 10.5, 14.0, 12.5


@dataclass(frozen=True)
class RecoverySheet:
    """`mark` tells sheets of different files apart. `number` is 0 for a sheet that opens the file alone, else 1, 2 or 3."""

    words: Sequence[str]
    mark: str
    day: date
    number: int = 0
    of: int = 3

    def title(self) -> str:
        return (
            _("Recovery sheet {number} of {count}").format(number=self.number, count=self.of)
            if self.number
            else _("Recovery sheet")
        )


def recovery_sheet(contents: Sequence[RecoverySheet], language: str, *, letter: bool = False) -> Sheet:
    """One page a sheet. The file's properties name it by what it is alone."""
    compositor = Compositor(language, Palette(accent=BLACK, night=BLACK, type=BLACK))
    size = LETTER if letter else A4
    faces = tuple(_Drawing(content, compositor, size).draw for content in contents)
    return arranged(Design(_("Recovery sheet"), "", _("Recovery sheet"), size, faces, compositor), ONE_PAGE)


class _Drawing:
    """Boxes are those of a left-to-right sheet; what has a side is mirrored where the language runs from the right."""

    def __init__(self, content: RecoverySheet, compositor: Compositor, size: tuple[float, float]) -> None:
        self._content, self._compositor, self.size = content, compositor, size
        self._inner = size[0] - 2 * _MARGIN

    def draw(self, page: Page) -> None:
        page.fill(Box(0, 0, *self.size), WHITE)
        self._draw_band(page)
        top = (
            self._stack(page, [self._block(self._lead(), 11.5, 15.5)], Box(_MARGIN, _MARGIN + _BAND + _GAP, self._inner, 22)) + 4
        )
        top = self._draw_words(page, top) + _GAP
        half = (self._inner - 2 * _GAP) / 2
        foot = self.size[1] - _MARGIN - 27
        for place, (heading, lines) in enumerate((_keeping(alone=not self._content.number), _using())):
            room = Box(_MARGIN + place * (half + 2 * _GAP), top, half, foot - top - 3)
            self._stack(page, self._advice(heading, lines), room)
        self._draw_place(page, Box(_MARGIN, foot, self._inner, 27))

    def _draw_band(self, page: Page) -> None:
        content = self._content
        band = Box(_MARGIN, _MARGIN, self._inner, _BAND)
        page.fill(band, BLACK)
        aside = 62.0
        title = Box(band.x + 5, band.y, band.w - aside - 10, band.h)
        self._line(page, content.title(), title, 25, WHITE, Role.DISPLAY)
        end = Box(band.right - aside - 5, band.y + 3, aside, (band.h - 6) / 2)
        day = i18n.day(content.day)
        mark = _("Mark {mark}, of {day}").format(mark=i18n.isolate(content.mark), day=day)
        self._line(page, _("Confidential"), end, 11, WHITE, Role.STRONG, at_end=True)
        self._line(page, mark, Box(end.x, end.bottom, end.w, end.h), 11, WHITE, at_end=True)

    def _lead(self) -> str:
        if self._content.number:
            return _("Any two of the three sheets open a campaign file without its passphrase. One alone opens nothing.")
        return _("These words open a campaign file without its passphrase. Whoever has them and the file can read all of it.")

    def _draw_words(self, page: Page, top: float) -> float:
        """In columns, one under the other, every second row on grey; the y under them."""
        words = self._content.words
        rows = -(-len(words) // COLUMNS)
        width = self._inner / COLUMNS
        for row in range(0, rows, 2):
            page.fill(Box(_MARGIN, top + row * _ROW, self._inner, _ROW), _LIGHT)
        for place, word in enumerate(words):
            x = _MARGIN + place // rows * width
            self._draw_word(page, place + 1, word, Box(x, top + place % rows * _ROW, width, _ROW))
        return top + rows * _ROW

    def _draw_word(self, page: Page, number: int, word: str, box: Box) -> None:
        compositor = self._compositor
        baseline = box.y + box.h * 0.68
        figures = compositor.paragraph("number", text(str(number)), language="en")
        size = _NUMBER
        width = figures.width(figures.whole()) * size / 1000 / MM
        with page.tagged("P", order=10 + number):
            x = box.x + _NUMBER_ROOM - 2 - width
            draw_line(page, figures, figures.whole(), x=x, baseline=baseline, size=size, colour=GREY)
            spelt = compositor.paragraph("words", text(word), Role.STRONG, language="en")
            draw_line(page, spelt, spelt.whole(), x=box.x + _NUMBER_ROOM, baseline=baseline, size=_WORD, colour=BLACK)

    def _advice(self, heading: str, lines: Sequence[str]) -> list[Part]:
        head = self._block(heading, _HEADING, _HEADING * 1.3, role=Role.STRONG, after=1.5)
        return [head, *(self._block(line, _BODY, _LEADING, after=1.4) for line in lines)]

    def _draw_place(self, page: Page, box: Box) -> None:
        """Where it is kept: boxes to tick, and a line to write on."""
        draw_frame(page, box, GREY, width_pt=0.6)
        inside = Box(box.x + 4, box.y + 2.5, box.w - 8, 7)
        self._line(page, _("Where this sheet is kept"), inside, _HEADING, BLACK, Role.STRONG)
        places = (_("in a safe or with a bank"), _("with somebody trusted"), _("elsewhere:"))
        widths = [self._width(words, _BODY) + 10 for words in places]
        spare, x = (inside.w - sum(widths)) / len(places), inside.x
        for words, width in zip(places, widths, strict=True):
            cell = Box(x, inside.bottom + 3.5, width + spare - 3, 7)
            draw_frame(page, self._flip(Box(cell.x, cell.y + 1.2, 4.6, 4.6)), BLACK, width_pt=0.8)
            self._line(page, words, Box(cell.x + 7, cell.y, cell.w - 7, cell.h), _BODY, BLACK)
            x += width + spare
        line = max(inside.right - cell.x - 7, inside.w / 3 - 7)
        rule = Box(inside.right - line, inside.bottom + 14, line, 0.25)
        page.fill(self._flip(rule), GREY)

    def _block(self, words: str, size: float, leading: float, *, role: Role = Role.TEXT, after: float = 0.0) -> Block:
        compositor = self._compositor
        paragraph = compositor.paragraph("advice", text(words), role)
        return Block(paragraph, compositor.size(size), compositor.leading(leading), BLACK, after=after)

    def _stack(self, page: Page, parts: list[Part], room: Box) -> float:
        """Draw these in the room; the y under them. Smaller where a language needs more words."""
        blocks = [part for part in parts if isinstance(part, Block)]

        def build(scale: float) -> list[Part]:
            return [Block(b.paragraph, b.size * scale, b.leading * scale, b.colour, after=b.after * scale) for b in blocks]

        fitted = fit(build, room.w, room.h, floor=0.75, ceiling=1.0)
        if fitted.rest:
            self._compositor.note("stop", "advice", _("The text does not fit on the sheet."))
        draw_stack(page, fitted.parts, self._flip(room).x, room.y, room.w)
        return room.y + stack_height(fitted.parts, room.w)

    def _line(
        self, page: Page, words: str, box: Box, size: float, colour: Colour, role: Role = Role.TEXT, *, at_end: bool = False
    ) -> None:
        """One line in the middle of the box, smaller where it would not fit."""
        compositor = self._compositor
        paragraph = compositor.paragraph("lines", text(words), role)
        pt = fit_line(paragraph, box.w * MM, floor=6.0, ceiling=compositor.size(size))
        used = paragraph.width(paragraph.whole()) * pt / 1000 / MM
        here = self._flip(box)
        from_right = compositor.rtl != at_end
        x = here.right - used if from_right else here.x
        with page.tagged("P"):
            draw_line(
                page, paragraph, paragraph.whole(), x=x, baseline=box.y + box.h / 2 + pt * 0.34 / MM, size=pt, colour=colour
            )

    def _width(self, words: str, size: float) -> float:
        """How wide one line of these is in mm, at its full size."""
        compositor = self._compositor
        paragraph = compositor.paragraph("lines", text(words))
        return paragraph.width(paragraph.whole()) * compositor.size(size) / 1000 / MM

    def _flip(self, box: Box) -> Box:
        return box.mirrored(self.size[0]) if self._compositor.rtl else box


def _keeping(*, alone: bool) -> tuple[str, tuple[str, ...]]:
    apart = (
        _("Keep it away from the computer and from every stick with a copy of the file.")
        if alone
        else _("Keep the three sheets with three people or in three places, never two together.")
    )
    return _("How to keep it"), (
        apart,
        _("On paper only: no photo, no scan, no copy in a mail or a cloud."),
        _("After a change of passphrase it opens only the backups made before. Print a new one then, and destroy this."),
    )


def _using() -> tuple[str, tuple[str, ...]]:
    return _("How to use it"), (
        _("Open the file in Picket Organizer. Where it asks for the passphrase, choose “Open with the recovery sheet”."),
        _("Type in the words in their order. Four letters of each are enough; a mistyped word is named by its number."),
        _("Then choose a new passphrase. The sheet works on a copy or a backup too, also when the file's beginning is damaged."),
    )

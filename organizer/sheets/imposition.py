"""Imposition: how the faces of a design come onto sheets of paper, for an office printer, a print shop or a mail."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from organizer.i18n import _
from organizer.sheets.archive import archived
from organizer.sheets.design import Design
from organizer.sheets.gauge import draw_gauge
from organizer.sheets.layouts import WHITE_FRAME, Layout, Size
from organizer.sheets.sheet import Note, Sheet
from organizer.sheets.tiles import tiled
from organizer.sheets.typesetting.colours import GREY, WHITE, Colour
from organizer.sheets.typesetting.geometry import Box
from organizer.sheets.typesetting.page import Page

BLEED = 3.0
_LEAST_GUTTER = 2.0
_CUT_OUT = 4.0
_FOLD_START, _FOLD_END = 5.0, 7.6
_CUT = Colour.of("#888888", (0, 0, 0, 0.5))


def arranged(design: Design, layout: Layout, *, bleed: float = BLEED) -> Sheet:
    """The finished sheet. `bleed` in mm counts for print shops only."""
    if layout.arrangement == "shop":
        return _whole(design, bleed=bleed)
    if layout.arrangement == "mail":
        return _whole(design, tagged=True)
    if layout.arrangement == "grid":
        return _grid(design, layout)
    if layout.arrangement == "booklet":
        return _booklet(design, layout)
    if layout.arrangement == "folded":
        return _folded(design)
    if layout.arrangement == "tiles":
        return tiled(design, layout)
    return _whole(design)


def _whole(design: Design, *, bleed: float = 0.0, tagged: bool = False) -> Sheet:
    page = design.page(design.size, bleed=bleed, tagged=tagged)
    for k, face in enumerate(design.faces):
        if k:
            page.next_page()
        face(page)
    pdf = archived(page) if tagged else page.bytes()
    return Sheet(pdf, design.compositor.finished_notes(), len(design.faces), design.size)


@dataclass(frozen=True)
class _Cells:
    """Where the copies stand on the paper, in mm; `columns` and `rows` are the gaps that are cut through between them.

    Cards of true size stand edge to edge and are cut on all sides: there the gaps are all their edges, and have no width.
    """

    scale: float
    boxes: tuple[Box, ...]
    columns: tuple[Box, ...]
    rows: tuple[Box, ...]
    free: Box

    @property
    def waste(self) -> Box:
        """The widest strip that is cut off, where the gauge is printed; under a single piece, what is left of the free room."""
        last = self.boxes[-1]
        below = Box(self.free.x, last.bottom, self.free.w, self.free.bottom - last.bottom)
        beside = Box(self.free.x, self.free.y, self.boxes[0].x - self.free.x, self.free.h)
        return max([*self.columns, *self.rows, below, beside], key=lambda gap: min(gap.w, gap.h))


def _grid(design: Design, layout: Layout) -> Sheet:
    """The same design in every cell, but for what it wants in further ones. The second face stands on the back, as in a book."""
    paper = layout.paper or design.size
    cells = _cells(paper, design.size, layout.columns, layout.rows)
    page = design.page(paper)
    whole = Box(0, 0, *design.size)
    for k, face in enumerate(design.faces):
        if k:
            page.next_page()
        with page.form(f"face{k + 1}", whole):
            face(page)
        page.place_form(f"face{k + 1}", whole, cells.boxes[0])
        further = f"face{k + 1}"
        if design.further is not None:
            further = "further"
            with page.form(further, whole):
                design.further(page)
        for box in cells.boxes[1:]:
            page.place_form(further, whole, box)
        _draw_cuts(page, cells)
    if len(design.faces) == 2:
        _tell_both_sides(design, paper)
    first = cells.boxes[0]
    notes = design.compositor.finished_notes(cells.scale, (first.x, first.y))
    return Sheet(page.bytes(), notes, len(design.faces), paper)


def _booklet(design: Design, layout: Layout) -> Sheet:
    """Two faces a side, nested so that the folded sheets read in order; mirrored for languages that open the other way."""
    paper = layout.paper or design.size
    cells = _facing_cells(paper, design.size)
    page = design.page(paper)
    whole = Box(0, 0, *design.size)
    sides = booklet_sides(len(design.faces), rtl=design.compositor.rtl)
    for number, side in enumerate(sides):
        if number:
            page.next_page()
        for face, box in zip(side, cells.boxes, strict=True):
            if face is not None:
                with page.form(f"face{face + 1}", whole):
                    design.faces[face](page)
                page.place_form(f"face{face + 1}", whole, box)
        draw_fold(page, paper[0] / 2)
        draw_gauge(page, cells.waste)
    _tell_both_sides(design, paper)
    return Sheet(page.bytes(), _notes_on_sides(design, sides, cells), len(sides), paper)


def _facing_cells(paper: Size, piece: Size) -> _Cells:
    """Two pages that meet in the middle, where the paper is folded; beside them inside the white frame there is waste."""
    free = Box(WHITE_FRAME, WHITE_FRAME, paper[0] - 2 * WHITE_FRAME, paper[1] - 2 * WHITE_FRAME)
    scale = min((free.w - 2 * _LEAST_GUTTER) / (2 * piece[0]), free.h / piece[1], 1.0)
    w, h = piece[0] * scale, piece[1] * scale
    left, top = paper[0] / 2 - w, (paper[1] - h) / 2
    beside = Box(free.x, free.y, left - free.x, free.h)
    return _Cells(scale, (Box(left, top, w, h), Box(left + w, top, w, h)), (beside,), (), beside)


def _notes_on_sides(design: Design, sides: Sequence[tuple[int | None, int | None]], cells: _Cells) -> tuple[Note, ...]:
    """The notes of the faces, with their places where these faces stand on the sides."""
    standing = {face: (k + 1, box) for k, side in enumerate(sides) for face, box in zip(side, cells.boxes, strict=True)}
    found = []
    for note in design.compositor.finished_notes(cells.scale):
        place = note.place
        if place:
            side, box = standing[place.page - 1]
            place = place._replace(page=side, x=place.x + box.x, y=place.y + box.y)
        found.append(replace(note, place=place))
    return tuple(found)


def draw_fold(page: Page, x: float) -> None:
    """Marks of where the paper is folded, at its head and foot, just inside the white edge of an office printer."""
    for start, end in ((_FOLD_START, _FOLD_END), (page.height - _FOLD_END, page.height - _FOLD_START)):
        page.line((x, start), (x, end), WHITE, 1.4)
        page.line((x, start), (x, end), GREY, 0.5)


def _folded(design: Design) -> Sheet:
    """At true size, so that the folds are where they belong; what reaches the edges ends where an office printer does."""
    w, h = design.size
    page = design.page(design.size)
    inside = Box(WHITE_FRAME, WHITE_FRAME, w - 2 * WHITE_FRAME, h - 2 * WHITE_FRAME)
    for k, face in enumerate(design.faces):
        if k:
            page.next_page()
        with page.form(f"face{k + 1}", Box(0, 0, w, h)):
            face(page)
        page.place_form(f"face{k + 1}", inside, inside)
    _tell_both_sides(design, design.size)
    return Sheet(page.bytes(), design.compositor.finished_notes(), len(design.faces), design.size)


def booklet_sides(pages: int, *, rtl: bool = False) -> list[tuple[int | None, int | None]]:
    """Which pages, from 0, stand left and right on each side of the nested sheets, front and back in turn; None is empty."""
    whole = -(-pages // 4) * 4
    sides: list[tuple[int | None, int | None]] = []
    for sheet in range(whole // 4):
        front, back = (whole - 1 - 2 * sheet, 2 * sheet), (2 * sheet + 1, whole - 2 - 2 * sheet)
        for left, right in (front, back):
            there = [k if k < pages else None for k in ((right, left) if rtl else (left, right))]
            sides.append((there[0], there[1]))
    return sides


def _cells(paper: Size, piece: Size, columns: int, rows: int) -> _Cells:
    """As large as they go inside the white frame, at most at true size, with a gap between them."""
    free = [side - 2 * WHITE_FRAME for side in paper]
    counts = (columns, rows)
    rooms = [(room - _LEAST_GUTTER * (n - 1)) / (n * side) for room, n, side in zip(free, counts, piece, strict=True)]
    scale = min(*rooms, 1.0)
    if scale == 1.0 and columns * rows > 1:
        return _true_cells(paper, piece, columns, rows)
    w, h = piece[0] * scale, piece[1] * scale
    xs, across = _places(free[0], w, columns)
    ys, down = _places(free[1], h, rows)
    boxes = tuple(Box(x, y, w, h) for y in ys for x in xs)
    inside = Box(WHITE_FRAME, WHITE_FRAME, free[0], free[1])
    column_gaps = tuple(Box(x + w, inside.y, across, inside.h) for x in xs[:-1])
    row_gaps = tuple(Box(inside.x, y + h, inside.w, down) for y in ys[:-1])
    return _Cells(scale, boxes, column_gaps, row_gaps, inside)


def _true_cells(paper: Size, piece: Size, columns: int, rows: int) -> _Cells:
    """At true size edge to edge, in the middle of the paper; cuts stand out a little around them."""
    w, h = piece
    left, top = (paper[0] - columns * w) / 2, (paper[1] - rows * h) / 2
    boxes = tuple(Box(left + column * w, top + row * h, w, h) for row in range(rows) for column in range(columns))
    out = [min(_CUT_OUT, edge - WHITE_FRAME) for edge in (left, top)]
    down = tuple(Box(left + k * w, top - out[1], 0.0, rows * h + 2 * out[1]) for k in range(columns + 1))
    across = tuple(Box(left - out[0], top + k * h, columns * w + 2 * out[0], 0.0) for k in range(rows + 1))
    inside = Box(WHITE_FRAME, WHITE_FRAME, paper[0] - 2 * WHITE_FRAME, paper[1] - 2 * WHITE_FRAME)
    return _Cells(1.0, boxes, down, across, inside)


def _places(room: float, side: float, count: int) -> tuple[Sequence[float], float]:
    """Where the pieces begin, spread from edge to edge of the free room, and the gap between them; one stands in the middle."""
    if count == 1:
        return [WHITE_FRAME + (room - side) / 2], 0.0
    gap = (room - side * count) / (count - 1)
    return [WHITE_FRAME + k * (side + gap) for k in range(count)], gap


def _draw_cuts(page: Page, cells: _Cells) -> None:
    for gap in cells.columns:
        page.line((gap.x + gap.w / 2, gap.y), (gap.x + gap.w / 2, gap.bottom), _CUT, 0.3, "2 3")
    for gap in cells.rows:
        page.line((gap.x, gap.y + gap.h / 2), (gap.right, gap.y + gap.h / 2), _CUT, 0.3, "2 3")
    draw_gauge(page, cells.waste)


def _tell_both_sides(design: Design, paper: Size) -> None:
    if paper[0] > paper[1]:
        sentence = _("Print on both sides and flip on the short edge, so that the backs stand upright.")
    else:
        sentence = _("Print on both sides and flip on the long edge, so that the backs stand upright.")
    design.compositor.note("good", "", sentence)

"""Tiles: a poster enlarged over several sheets of office paper, to be glued together.

Each tile lies over the right and lower strip of its neighbours: they show the same picture there, so nothing is lost where hands
are not exact. Its number and the gauge stand in a strip at its foot, which the next tile covers or a knife takes off.
"""

from __future__ import annotations

from organizer.i18n import _
from organizer.sheets.compositor import Compositor
from organizer.sheets.design import Design
from organizer.sheets.gauge import LENGTH, draw_gauge_at
from organizer.sheets.layouts import WHITE_FRAME, Layout, Size
from organizer.sheets.sheet import Sheet
from organizer.sheets.typesetting.colours import BLACK, GREY, WHITE
from organizer.sheets.typesetting.drawing import draw_line
from organizer.sheets.typesetting.geometry import MM, Box
from organizer.sheets.typesetting.page import Page
from organizer.sheets.typesetting.paragraphs import Paragraph
from organizer.sheets.typesetting.runs import text
from organizer.sheets.typesetting.voice import Voice

OVERLAP = 10.0
_FOOT = 4.0
_MARK = 6.0
_LABEL = 7.0
_FORM = "poster"


def tiled(design: Design, layout: Layout) -> Sheet:
    """One page a tile, row by row. Tile A1 is top left, B1 under it. Only the first face is enlarged."""
    paper = layout.paper or design.size
    size = tiled_size(layout)
    scale = min(size[0] / design.size[0], size[1] / design.size[1])
    page = design.page(paper)
    with page.form(_FORM, Box(0, 0, *design.size)):
        design.faces[0](page)
    for row in range(layout.rows):
        for column in range(layout.columns):
            if row or column:
                page.next_page()
            _draw_tile(page, design.size, layout, row, column, scale)
    _tell_size(design.compositor, design.size, scale, layout.rows * layout.columns)
    return Sheet(page.bytes(), design.compositor.finished_notes(), layout.rows * layout.columns, paper)


def tiled_size(layout: Layout) -> Size:
    """The whole room of the glued sheets in mm."""
    area = _area(layout.paper or (0.0, 0.0))
    return layout.columns * (area.w - OVERLAP) + OVERLAP, layout.rows * (area.h - OVERLAP) + OVERLAP


def _area(paper: Size) -> Box:
    """Where a tile shows the picture."""
    return Box(WHITE_FRAME, WHITE_FRAME, paper[0] - 2 * WHITE_FRAME, paper[1] - 2 * WHITE_FRAME - _FOOT)


def _draw_tile(page: Page, poster: Size, layout: Layout, row: int, column: int, scale: float) -> None:
    area = _area((page.width, page.height))
    room = tiled_size(layout)
    # The poster stands in the middle of the room from left to right, and at its top.
    left = (room[0] - poster[0] * scale) / 2
    part = Box(column * (area.w - OVERLAP) - left, row * (area.h - OVERLAP), area.w, area.h)
    page.place_form(_FORM, Box(part.x / scale, part.y / scale, part.w / scale, part.h / scale), area)
    _draw_marks(page, area, right=column < layout.columns - 1, below=row < layout.rows - 1)
    label = f"{chr(ord('A') + row)}{column + 1}  ·  {row * layout.columns + column + 1} / {layout.rows * layout.columns}"
    _draw_foot(page, area, label)


def _draw_marks(page: Page, area: Box, *, right: bool, below: bool) -> None:
    """Where the next tile's edge is laid: ticks in black on white, seen on any picture."""
    ticks: list[tuple[tuple[float, float], tuple[float, float]]] = []
    if right:
        x = area.right - OVERLAP
        ticks += [((x, area.y), (x, area.y + _MARK)), ((x, area.bottom - _MARK), (x, area.bottom))]
    if below:
        y = area.bottom - OVERLAP
        ticks += [((area.x, y), (area.x + _MARK, y)), ((area.right - _MARK, y), (area.right, y))]
    for start, end in ticks:
        page.line(start, end, WHITE, 1.6)
        page.line(start, end, BLACK, 0.5)


def _draw_foot(page: Page, area: Box, label: str) -> None:
    y = area.bottom + _FOOT / 2 + 0.4
    words = Paragraph(text(label), Voice("en"))
    draw_line(page, words, words.whole(), x=area.x, baseline=y + 0.357 * _LABEL / MM, size=_LABEL, colour=GREY)
    draw_gauge_at(page, area.right - LENGTH - 1.0, y)


def _tell_size(compositor: Compositor, poster: Size, scale: float, sheets: int) -> None:
    sentence = _("{sheets} sheets make a poster of {width} × {height} mm. Lay each tile over the marks of the one before.")
    size = {"width": round(poster[0] * scale), "height": round(poster[1] * scale)}
    compositor.note("good", "", sentence.format(sheets=sheets, **size))

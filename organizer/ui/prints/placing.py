"""Where a page lies on the desk: its size at a zoom, what of it is in view, and which pixels of it are wanted. No widgets."""

from __future__ import annotations

from dataclasses import dataclass, replace

from organizer.ui.prints.raster import Piece

LEAST, MOST = 0.25, 4.0
STEPS = (0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1.0, 1.25, 1.5, 2.0, 3.0, 4.0)
MARGIN = 22
_PX_PER_MM = 96 / 25.4
_MOST_PIXELS = 6_000_000
_BEYOND = 128
_UNDER_PIXELS = 1_500_000

SizeMm = tuple[float, float]


@dataclass(frozen=True)
class View:
    """What a person looks at. `zoom` None: the whole page. Room in logical px; `x`, `y`: how far it is scrolled."""

    room: tuple[int, int]
    ratio: float
    zoom: float | None = None
    page: int = 0
    x: int = 0
    y: int = 0


@dataclass(frozen=True)
class Placing:
    """One page in a view: the zoom in force, its size and place in logical px, and its size in device pixels."""

    zoom: float
    left: float
    top: float
    width: float
    height: float
    full: tuple[int, int]
    reach: tuple[int, int]


def fitting(size: SizeMm, room: tuple[int, int]) -> float:
    """The zoom at which the whole page is seen, with the desk around it."""
    width, height = (max(1, length - 2 * MARGIN) for length in room)
    return max(0.05, min(width / (size[0] * _PX_PER_MM), height / (size[1] * _PX_PER_MM), MOST))


def place(size: SizeMm, view: View) -> Placing:
    """Lay a page on the desk: in the middle while there is room, else scrolled. It begins on a device pixel."""
    zoom = fitting(size, view.room) if view.zoom is None else min(max(view.zoom, LEAST), MOST)
    full = (max(1, round(size[0] * _PX_PER_MM * zoom * view.ratio)), max(1, round(size[1] * _PX_PER_MM * zoom * view.ratio)))
    width, height = full[0] / view.ratio, full[1] / view.ratio
    reach = (max(0, round(width + 2 * MARGIN) - view.room[0]), max(0, round(height + 2 * MARGIN) - view.room[1]))
    if view.zoom is None:
        reach = (0, 0)
    left = (view.room[0] - width) / 2 if not reach[0] else MARGIN - min(view.x, reach[0])
    top = (view.room[1] - height) / 2 if not reach[1] else MARGIN - min(view.y, reach[1])
    return Placing(zoom, _snapped(left, view.ratio), _snapped(top, view.ratio), width, height, full, reach)


def _snapped(length: float, ratio: float) -> float:
    return round(length * ratio) / ratio


def wanted(placing: Placing, view: View) -> Piece:
    """The pixels to draw: the whole page, or from a certain size on what is in view with a little around it."""
    full = placing.full
    if full[0] * full[1] <= _MOST_PIXELS:
        return Piece.whole(view.page, full)
    x0, x1 = _span(placing.left, view.room[0], full[0], view.ratio)
    y0, y1 = _span(placing.top, view.room[1], full[1], view.ratio)
    return Piece(view.page, full, x0, y0, max(1, x1 - x0), max(1, y1 - y0))


def _span(start: float, room: int, full: int, ratio: float) -> tuple[int, int]:
    first = round(-start * ratio) - _BEYOND
    last = round((room - start) * ratio) + _BEYOND
    return min(max(0, first), full - 1), min(max(1, last), full)


def under(piece: Piece) -> Piece:
    """The same page whole and coarse: what lies there until the sharp pixels have come."""
    share = min(1.0, (_UNDER_PIXELS / (piece.full[0] * piece.full[1])) ** 0.5)
    return Piece.whole(piece.page, (max(1, round(piece.full[0] * share)), max(1, round(piece.full[1] * share))))


def covers(have: Piece, need: Piece, placing: Placing, view: View) -> bool:
    """Whether these pixels show all of `need` that is in view, at its size."""
    if (have.page, have.full) != (need.page, need.full):
        return False
    x0, x1 = _span(placing.left, view.room[0], need.full[0], view.ratio)
    y0, y1 = _span(placing.top, view.room[1], need.full[1], view.ratio)
    inner_x = (min(x0 + _BEYOND, x1) if x0 else 0, max(x1 - _BEYOND, x0) if x1 < need.full[0] else x1)
    inner_y = (min(y0 + _BEYOND, y1) if y0 else 0, max(y1 - _BEYOND, y0) if y1 < need.full[1] else y1)
    across = have.x <= inner_x[0] and have.x + have.width >= inner_x[1]
    return across and have.y <= inner_y[0] and have.y + have.height >= inner_y[1]


def stepped(zoom: float, up: bool) -> float:
    """The next zoom of the scale in that direction."""
    if up:
        return next((step for step in STEPS if step > zoom + 0.005), MOST)
    return next((step for step in reversed(STEPS) if step < zoom - 0.005), LEAST)


def scrolled_to(view: View, size: SizeMm, zoom: float, point: tuple[float, float]) -> View:
    """The view after a change of zoom that leaves what lies under `point` (in the room) where it is."""
    before = place(size, view)
    share = ((point[0] - before.left) / before.width, (point[1] - before.top) / before.height)
    after = place(size, replace(view, zoom=zoom, x=0, y=0))
    x = MARGIN + share[0] * after.width - point[0]
    y = MARGIN + share[1] * after.height - point[1]
    return replace(view, zoom=after.zoom, x=_within(x, after.reach[0]), y=_within(y, after.reach[1]))


def scrolled_so_that_seen(view: View, size: SizeMm, mm: tuple[float, float, float, float]) -> View:
    """The view scrolled so that a place of the page (x, y, width, height in mm) lies in the middle of the room."""
    placing = place(size, view)
    per_mm = placing.width / size[0]
    x = MARGIN + (mm[0] + mm[2] / 2) * per_mm - view.room[0] / 2
    y = MARGIN + (mm[1] + mm[3] / 2) * per_mm - view.room[1] / 2
    return replace(view, x=_within(x, placing.reach[0]), y=_within(y, placing.reach[1]))


def _within(value: float, reach: int) -> int:
    return round(min(max(0.0, value), reach))

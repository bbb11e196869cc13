"""Boxes on a picture: moved, pulled at a handle, kept to a shape. All in the picture's pixels and inside of it; no widgets."""

from __future__ import annotations

from organizer.store.covering import Box

Size = tuple[int, int]
Handle = tuple[int, int]
"""Which edge is pulled, across and down: -1 the first, 1 the last, 0 neither."""
HANDLES: tuple[Handle, ...] = ((-1, -1), (0, -1), (1, -1), (1, 0), (1, 1), (0, 1), (-1, 1), (-1, 0))
LEAST = 16


def whole(size: Size) -> Box:
    return Box(0, 0, *size)


def moved(box: Box, dx: int, dy: int, size: Size) -> Box:
    """The box elsewhere, as far as the picture reaches."""
    left = min(max(0, box.left + dx), size[0] - box.width)
    top = min(max(0, box.top + dy), size[1] - box.height)
    return Box(left, top, box.width, box.height)


def between(one: tuple[float, float], other: tuple[float, float], size: Size) -> Box:
    """The box whose opposite corners these points are."""
    (x0, x1), (y0, y1) = sorted((one[0], other[0])), sorted((one[1], other[1]))
    left, top = min(max(0, round(x0)), size[0] - 1), min(max(0, round(y0)), size[1] - 1)
    right, bottom = min(max(round(x1), left + 1), size[0]), min(max(round(y1), top + 1), size[1])
    return Box(left, top, right - left, bottom - top)


def pulled(box: Box, handle: Handle, to: tuple[float, float], size: Size, shape: float | None = None) -> Box:
    """The box with one edge or corner pulled to a point; the opposite one stays. `shape` is width by height, None for any."""
    left, right = _edges(box.left, box.right, handle[0], to[0], size[0])
    top, bottom = _edges(box.top, box.bottom, handle[1], to[1], size[1])
    found = Box(left, top, right - left, bottom - top)
    return found if shape is None else _in_shape(found, handle, size, shape)


def _edges(first: int, last: int, side: int, to: float, length: int) -> tuple[int, int]:
    least = min(LEAST, length)
    if side < 0:
        return min(max(0, round(to)), last - least if last >= least else 0), last
    if side > 0:
        return first, max(min(length, round(to)), min(length, first + least))
    return first, last


def _in_shape(box: Box, handle: Handle, size: Size, shape: float) -> Box:
    """The box at its pulled length in the shape, held at the opposite corner, or at the middle of the opposite edge."""
    width = box.width if handle[0] else round(box.height * shape)
    anchor_x = box.right if handle[0] < 0 else box.left
    anchor_y = box.bottom if handle[1] < 0 else box.top
    room_x = anchor_x if handle[0] < 0 else size[0] - anchor_x
    room_y = anchor_y if handle[1] < 0 else size[1] - anchor_y
    width = max(1, round(min(width, room_x, room_y * shape)))
    height = max(1, min(room_y, round(width / shape)))
    return Box(anchor_x - width if handle[0] < 0 else anchor_x, anchor_y - height if handle[1] < 0 else anchor_y, width, height)


def grown(box: Box, dx: int, dy: int, size: Size, shape: float | None = None) -> Box:
    """The box wider and higher by so much, or smaller, as the keys do it: its upper left corner stays while there is room."""
    if shape is not None:
        dy = round(dx / shape) if dx else dy
        dx = dx or round(dy * shape)
    width = min(size[0], max(min(LEAST, size[0]), box.width + dx))
    height = min(size[1], max(min(LEAST, size[1]), box.height + dy))
    if shape is not None:
        width, height = _at_most(width, height, shape)
    return moved(Box(box.left, box.top, width, height), 0, 0, size)


def _at_most(width: int, height: int, shape: float) -> tuple[int, int]:
    return (width, max(1, round(width / shape))) if width / shape <= height else (max(1, round(height * shape)), height)


def shaped(box: Box, shape: float, size: Size) -> Box:
    """The largest box of a shape about the middle of this one, as large as it or as the picture lets it be."""
    width, height = _at_most(box.width, box.height, shape)
    return moved(Box(box.left + (box.width - width) // 2, box.top + (box.height - height) // 2, width, height), 0, 0, size)


def placed(centre: tuple[float, float], side: int, size: Size) -> Box:
    """A box for a face about a point: a little higher than wide."""
    width, height = min(size[0], max(LEAST, side)), min(size[1], max(LEAST, round(side * 1.25)))
    return moved(Box(round(centre[0] - width / 2), round(centre[1] - height / 2), width, height), 0, 0, size)

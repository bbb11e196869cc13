"""Pull: one press of the mouse until it is let go: a handle is pulled, a box is moved, or a new one is drawn."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt

from organizer.store.covering import Box
from organizer.ui.photo_editor import framing
from organizer.ui.photo_editor.editing import FACES, Editing
from organizer.ui.photo_editor.view import View


class Pull:
    """Begun by a press; `to` follows the pointer, `end` lets go."""

    def __init__(self, editing: Editing, view: View, place: QPointF) -> None:
        self._editing, self._began = editing, view.pixel(place)
        box = editing.hand()
        self._handle = view.handle_at(box, place) if box is not None else None
        if self._handle is None and editing.tool == FACES:
            editing.choose(_under(editing, self._began))
            box = editing.hand()
        self._box = box if box is not None and (self._handle or holds(box, self._began)) else None
        self._moved = False

    def to(self, pixel: tuple[float, float]) -> None:
        editing, size, shape = self._editing, self._editing.size, self._editing.hand_shape()
        began = self._began
        if self._box is None:
            self._draw(pixel)
        elif self._handle is not None:
            editing.put(framing.pulled(self._box, self._handle, pixel, size, shape))
        else:
            editing.put(framing.moved(self._box, round(pixel[0] - began[0]), round(pixel[1] - began[1]), size))
        self._moved = True

    def _draw(self, pixel: tuple[float, float]) -> None:
        editing = self._editing
        box, shape = framing.between(self._began, pixel, editing.size), editing.hand_shape()
        if editing.tool == FACES and not self._moved:
            editing.add_area(box)
        editing.put(box if shape is None else framing.shaped(box, shape, editing.size))

    def end(self, usual_side: int) -> None:
        """A press without a pull covers a face of the usual size; what was drawn too small to be meant grows to be seen."""
        editing, least = self._editing, framing.LEAST
        if self._box is None and not self._moved and editing.tool == FACES:
            editing.add_area(framing.placed(self._began, usual_side, editing.size))
        box = editing.hand()
        if box is not None and min(box.width, box.height) < least:
            editing.grow(max(0, least - box.width), max(0, least - box.height))


def _under(editing: Editing, pixel: tuple[float, float]) -> int:
    """The topmost area there, -1 for none."""
    areas = editing.retouch.areas
    return next((k for k in reversed(range(len(areas))) if holds(areas[k].box, pixel)), -1)


def holds(box: Box, pixel: tuple[float, float]) -> bool:
    return box.left <= pixel[0] < box.right and box.top <= pixel[1] < box.bottom


def pointer_at(editing: Editing, view: View, place: QPointF) -> Qt.CursorShape:
    """What a press there would do."""
    box, shapes = editing.hand(), Qt.CursorShape
    handle = view.handle_at(box, place) if box is not None else None
    if handle is not None:
        slant = {1: shapes.SizeFDiagCursor, -1: shapes.SizeBDiagCursor}.get(handle[0] * handle[1])
        return slant or (shapes.SizeHorCursor if handle[0] else shapes.SizeVerCursor)
    return shapes.SizeAllCursor if box is not None and holds(box, view.pixel(place)) else shapes.CrossCursor

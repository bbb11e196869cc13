"""How the picture lies in the canvas: fitted or enlarged about a point. Turns pixels of the picture into places on the screen."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

from organizer.store.covering import Box
from organizer.ui.photo_editor.framing import HANDLES, Handle, Size

LEAST_ZOOM, MOST_ZOOM = 1.0, 8.0
MARGIN = 14
_REACH = 12.0
"""How near to a handle the pointer must be, in px."""


@dataclass(frozen=True)
class View:
    """`zoom` 1 shows the whole picture; `at` is the pixel in the middle."""

    size: Size
    room: tuple[int, int]
    zoom: float = 1.0
    at: tuple[float, float] = (0.5, 0.5)

    @property
    def scale(self) -> float:
        """Px of the screen for one pixel."""
        fitting = min(max(1, room - 2 * MARGIN) / side for room, side in zip(self.room, self.size, strict=True))
        return fitting * self.zoom

    @property
    def corner(self) -> QPointF:
        """Where the picture's upper left corner lies."""
        return QPointF(*(self._first(k) for k in (0, 1)))

    def _first(self, k: int) -> float:
        length, room = self.size[k] * self.scale, self.room[k]
        if length <= room - 2 * MARGIN + 1:
            return (room - length) / 2
        return min(MARGIN, max(room - MARGIN - length, room / 2 - self.at[k] * self.scale))

    def rect(self, box: Box) -> QRectF:
        corner, scale = self.corner, self.scale
        return QRectF(corner.x() + box.left * scale, corner.y() + box.top * scale, box.width * scale, box.height * scale)

    def pixel(self, place: QPointF) -> tuple[float, float]:
        """The pixel at a place, perhaps beyond the picture."""
        corner, scale = self.corner, self.scale
        return (place.x() - corner.x()) / scale, (place.y() - corner.y()) / scale

    def middle(self) -> tuple[float, float]:
        """The pixel in the middle of what is seen."""
        return self.pixel(QPointF(self.room[0] / 2, self.room[1] / 2))

    def handle_at(self, box: Box, place: QPointF) -> Handle | None:
        """The handle of a box under the pointer."""
        return next((handle for handle in HANDLES if _near(self.handle(box, handle), place)), None)

    def handle(self, box: Box, handle: Handle) -> QPointF:
        rect = self.rect(box)
        return QPointF(rect.center().x() + handle[0] * rect.width() / 2, rect.center().y() + handle[1] * rect.height() / 2)


def _near(one: QPointF, other: QPointF) -> bool:
    return max(abs(one.x() - other.x()), abs(one.y() - other.y())) <= _REACH

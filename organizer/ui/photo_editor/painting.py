"""Painting: the photo in the canvas, what is cut off dimmed, covered areas in their cells, and the box in hand with handles."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen, QPixmap

from organizer.store.covering import Area, Box
from organizer.ui.look.paint import rounded
from organizer.ui.look.theme import colours
from organizer.ui.look.tokens import SPACE
from organizer.ui.photo_editor.editing import FACES, FRAME, Editing
from organizer.ui.photo_editor.framing import HANDLES, Size
from organizer.ui.photo_editor.mosaic import mosaic
from organizer.ui.photo_editor.view import View

_MOST_CACHED = 8_000_000
_HANDLE = 9.0
# On a photo, which is neither light nor dark: white within dark, seen on any ground.
_BRIGHT, _DARK, _DIMMED, _YELLOW = "#FFFFFF", "#1C1420", "#B2110C16", "#FFC529"


class Painting:
    """Keeps the photo at the size it is seen at, and the cells of every area."""

    def __init__(self) -> None:
        self._image = QImage()
        self._share = 1.0
        self._scaled: tuple[QSizeF, QPixmap] | None = None
        self._cells: dict[Box, QImage] = {}

    def show_image(self, image: QImage, size: Size) -> None:
        self._image, self._share = image, image.width() / size[0]
        self._scaled = None
        self._cells.clear()

    def has_image(self) -> bool:
        return not self._image.isNull()

    def paint(self, p: QPainter, room: QRectF, view: View, editing: Editing, *, focused: bool) -> None:
        rounded(p, room, SPACE.radius, colours().sunken)
        picture = view.rect(Box(0, 0, *view.size))
        if not self.has_image():
            return
        self._paint_photo(p, picture)
        self._cells = {area.box: self._cells_of(area.box) for area in editing.retouch.areas}
        for area in editing.retouch.areas:
            self._paint_area(p, area, view)
        self._dim(p, picture, view.rect(editing.retouch.frame))
        self._paint_lines(p, view, editing, focused=focused)

    def _paint_photo(self, p: QPainter, picture: QRectF) -> None:
        ratio = p.device().devicePixelRatioF()
        wanted = picture.size() * ratio
        if wanted.width() * wanted.height() > _MOST_CACHED:
            p.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            p.drawImage(picture, self._image)
            return
        if self._scaled is None or self._scaled[0] != wanted:
            smooth, anyhow = Qt.TransformationMode.SmoothTransformation, Qt.AspectRatioMode.IgnoreAspectRatio
            self._scaled = (wanted, QPixmap.fromImage(self._image.scaled(wanted.toSize(), anyhow, smooth)))
        p.drawPixmap(picture, self._scaled[1], QRectF(self._scaled[1].rect()))

    def _cells_of(self, box: Box) -> QImage:
        return self._cells.get(box) or mosaic(self._image, box, self._share)

    def _paint_area(self, p: QPainter, area: Area, view: View) -> None:
        rect, shape = view.rect(area.box), QPainterPath()
        if area.round:
            shape.addEllipse(rect)
        else:
            shape.addRect(rect)
        p.save()
        p.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
        p.setClipPath(shape)
        p.drawImage(rect, self._cells[area.box])
        p.restore()

    def _dim(self, p: QPainter, picture: QRectF, frame: QRectF) -> None:
        around = QPainterPath()
        around.addRect(picture)
        around.addRect(frame)
        p.fillPath(around, QColor(_DIMMED))

    def _paint_lines(self, p: QPainter, view: View, editing: Editing, *, focused: bool) -> None:
        for place, area in enumerate(editing.retouch.areas):
            if editing.tool == FACES and place != editing.current:
                _outline(p, view.rect(area.box), 1, round_=area.round)
        hand = editing.hand()
        if hand is None:
            return
        rect = view.rect(hand)
        is_round = editing.tool == FACES and editing.round
        if is_round:
            _outline(p, rect, 1, round_=True)
        _outline(p, rect, 2 if focused else 1.5, colour=_YELLOW if focused else _BRIGHT)
        if editing.tool == FRAME:
            _thirds(p, rect)
        for handle in HANDLES:
            at = view.handle(hand, handle)
            square = QRectF(at.x() - _HANDLE / 2, at.y() - _HANDLE / 2, _HANDLE, _HANDLE)
            p.setPen(QPen(QColor(_DARK), 1))
            p.setBrush(QColor(_YELLOW if focused else _BRIGHT))
            p.drawRect(square)


def _outline(p: QPainter, rect: QRectF, width: float, *, round_: bool = False, colour: str = _BRIGHT) -> None:
    """A bright line within a dark one."""
    p.setBrush(Qt.BrushStyle.NoBrush)
    for ink, thick in ((_DARK, width + 2), (colour, width)):
        p.setPen(QPen(QColor(ink), thick))
        if round_:
            p.drawEllipse(rect)
        else:
            p.drawRect(rect)


def _thirds(p: QPainter, rect: QRectF) -> None:
    faint = QColor(_BRIGHT)
    faint.setAlphaF(0.35)
    p.setPen(QPen(faint, 1))
    for k in (1, 2):
        x, y = rect.left() + rect.width() * k / 3, rect.top() + rect.height() * k / 3
        p.drawLine(round(x), round(rect.top()), round(x), round(rect.bottom()))
        p.drawLine(round(rect.left()), round(y), round(rect.right()), round(y))

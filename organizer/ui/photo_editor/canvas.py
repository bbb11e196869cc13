"""The canvas: the photo large, the frame it is cut to, and the areas that are covered. By mouse, and all of it by keys."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QImage, QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from organizer.i18n import _
from organizer.ui.look.paint import painter
from organizer.ui.look.theme import follow, px
from organizer.ui.photo_editor import framing
from organizer.ui.photo_editor.editing import FACES, FRAME, Editing
from organizer.ui.photo_editor.painting import Painting
from organizer.ui.photo_editor.pull import Pull, pointer_at
from organizer.ui.photo_editor.view import LEAST_ZOOM, MOST_ZOOM, View

_ZOOM_STEP = 1.25
_SINGLE, _LARGER = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
_ARROWS = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}
_ZOOMS = {Qt.Key.Key_Plus: _ZOOM_STEP, Qt.Key.Key_Equal: _ZOOM_STEP, Qt.Key.Key_Minus: 1 / _ZOOM_STEP, Qt.Key.Key_0: 0.0}
_TURNS = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}


class Canvas(QWidget):
    """Keys: arrows move what is in hand, with Shift they make it wider and higher, with Ctrl by single pixels; + − 0 zoom.

    Among faces Insert places an area, Page Up and Page Down go through them, Delete takes one off.
    """

    def __init__(self, editing: Editing) -> None:
        super().__init__()
        self._editing, self._painting = editing, Painting()
        self._view = View(editing.size, (1, 1), at=(editing.size[0] / 2, editing.size[1] / 2))
        self._pull: Pull | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(_("The photo, to be cut and covered"))
        editing.edited.connect(self._tell)
        editing.chosen.connect(self._on_chosen)
        follow(self)

    def restyle(self) -> None:
        self.setMinimumSize(px(210), px(180))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(660), px(600))

    def show_image(self, image: QImage) -> None:
        """The photo has been decoded."""
        self._painting.show_image(image, self._editing.size)
        self._tell()

    def has_image(self) -> bool:
        return self._painting.has_image()

    def view(self) -> View:
        return self._view

    def cover_here(self) -> None:
        """Cover a face in the middle of what is seen; the keys move it."""
        self._editing.add_area(framing.placed(self._view.middle(), self._usual_side(), self._editing.size))
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _usual_side(self) -> int:
        return round(min(self._editing.size) / 6 / self._view.zoom)

    def _tell(self) -> None:
        self.setAccessibleDescription(self._editing.said())
        self.update()

    def _on_chosen(self) -> None:
        self._bring_in()
        self._tell()

    def zoom_by(self, factor: float, about: QPointF | None = None) -> None:
        """Enlarge about a place of the screen, by default about the area in hand; by 0 show the whole picture."""
        view = self._view
        nearer = replace(view, zoom=min(MOST_ZOOM, max(LEAST_ZOOM, view.zoom * factor)))
        if about is not None:
            (x, y), scale = view.pixel(about), nearer.scale
            at = (x - (about.x() - view.room[0] / 2) / scale, y - (about.y() - view.room[1] / 2) / scale)
        else:
            box = self._editing.hand() if self._editing.tool == FACES else None
            at = view.middle() if box is None else (box.left + box.width / 2, box.top + box.height / 2)
        self._look_at(nearer, at)

    def _look_at(self, view: View, at: tuple[float, float]) -> None:
        width, height = view.size
        self._view = replace(view, at=(min(max(0.0, at[0]), float(width)), min(max(0.0, at[1]), float(height))))
        self.update()

    def _bring_in(self) -> None:
        """Scroll to the area in hand when it is out of sight."""
        box = self._editing.hand() if self._editing.tool == FACES else None
        if box is not None and not QRectF(self.rect()).contains(self._view.rect(box)):
            self._look_at(self._view, (box.left + box.width / 2, box.top + box.height / 2))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._did(Qt.Key(event.key()), event.modifiers()):
            super().keyPressEvent(event)

    def _did(self, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> bool:
        editing = self._editing
        if key in _ARROWS:
            self._step(*_ARROWS[key], modifiers)
        elif key in _ZOOMS and not modifiers & _SINGLE:
            self.zoom_by(_ZOOMS[key])
        elif editing.tool == FRAME:
            return False
        elif key == Qt.Key.Key_Insert:
            self.cover_here()
        elif key in _TURNS:
            editing.turn(_TURNS[key])
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and editing.current is not None:
            editing.remove_area(editing.current)
        else:
            return False
        return True

    def _step(self, right: int, down: int, modifiers: Qt.KeyboardModifier) -> None:
        step = 1 if modifiers & _SINGLE else max(1, round(max(self._editing.size) / 100 / self._view.zoom))
        act = self._editing.grow if modifiers & _LARGER else self._editing.move
        act(right * step, down * step)
        self._bring_in()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pull = Pull(self._editing, self._view, event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pull is not None:
            self._pull.to(self._view.pixel(event.position()))
        else:
            self.setCursor(pointer_at(self._editing, self._view, event.position()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pull, self._pull = self._pull, None
        if pull is not None:
            pull.end(self._usual_side())

    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta()
        if event.modifiers() & _SINGLE:
            self.zoom_by(_ZOOM_STEP if turned.y() > 0 else 1 / _ZOOM_STEP, event.position())
        else:
            at, scale = self._view.middle(), self._view.scale
            self._look_at(self._view, (at[0] - turned.x() / scale, at[1] - turned.y() / scale))
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._view = replace(self._view, room=(self.width(), self.height()))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        p = painter(self)
        self._painting.paint(p, QRectF(self.rect()), self._view, self._editing, focused=self.hasFocus())

"""Desk: where a page lies while it is looked at: zoom, scrolling, turning pages by wheel, hand and keys."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

from organizer.ui.prints import placing as on_desk
from organizer.ui.prints.placing import Placing, SizeMm, View


class Desk(QAbstractScrollArea):
    """`view_changed`: another page, size or zoom is seen. Whoever puts pages on it says their `sizes` and looks again
    when `look_again` is called.
    """

    view_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._page = 0
        self._zoom: float | None = None
        self._grabbed: QPoint | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for bar in (self.horizontalScrollBar(), self.verticalScrollBar()):
            bar.valueChanged.connect(self.look_again)

    def sizes(self) -> tuple[SizeMm, ...]:
        """Width and height of every page, in mm."""
        raise NotImplementedError

    def look_again(self) -> None:
        """The view is another now."""
        raise NotImplementedError

    def pages(self) -> int:
        return len(self.sizes())

    def page(self) -> int:
        """The page in view, from 1; 0 while there is none."""
        return self._page + 1 if self.pages() else 0

    def size_mm(self) -> SizeMm | None:
        """Width and height of the page in view."""
        return self.sizes()[self._page] if self.pages() else None

    def zoom(self) -> float:
        """The zoom in force: 1.0 is the size on paper, at 96 px an inch."""
        placing = self._placing()
        return placing.zoom if placing else 1.0

    def fits(self) -> bool:
        """Whether the whole page is shown, whatever the size of the window."""
        return self._zoom is None

    def go_to(self, page: int) -> None:
        """Turn to a page, from 1."""
        wanted = min(max(1, page), max(1, self.pages())) - 1
        if wanted != self._page:
            self._page = wanted
            self.verticalScrollBar().setValue(0)
            self.look_again()
            self.view_changed.emit()

    def fit(self) -> None:
        """The whole page."""
        self._zoom = None
        self.look_again()
        self.view_changed.emit()

    def zoom_in(self) -> None:
        self.set_zoom(on_desk.stepped(self.zoom(), up=True))

    def zoom_out(self) -> None:
        self.set_zoom(on_desk.stepped(self.zoom(), up=False))

    def set_zoom(self, zoom: float, at: QPointF | None = None) -> None:
        """Zoom between 25 and 400 %; what lies under `at` (the middle of the view) stays there."""
        size = self.size_mm()
        if size is None:
            return
        point = at or QPointF(self.viewport().width() / 2, self.viewport().height() / 2)
        limited = min(max(zoom, on_desk.LEAST), on_desk.MOST)
        view = on_desk.scrolled_to(self._view(), size, limited, (point.x(), point.y()))
        self._zoom = view.zoom
        self._scroll(view)
        self.view_changed.emit()

    def _scroll(self, view: View) -> None:
        self._lay_bars()
        self.horizontalScrollBar().setValue(view.x)
        self.verticalScrollBar().setValue(view.y)
        self.look_again()

    def _view(self) -> View:
        room = self.viewport().size()
        x, y = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        return View((room.width(), room.height()), self.devicePixelRatioF(), self._zoom, self._page, x, y)

    def _placing(self) -> Placing | None:
        size = self.size_mm()
        return None if size is None else on_desk.place(size, self._view())

    def _lay_bars(self) -> None:
        """How far there is to scroll."""
        placing, room = self._placing(), self.viewport().size()
        across, down = placing.reach if placing else (0, 0)
        for bar, reach, seen in (
            (self.horizontalScrollBar(), across, room.width()),
            (self.verticalScrollBar(), down, room.height()),
        ):
            bar.setRange(0, reach)
            bar.setPageStep(seen)
            bar.setSingleStep(max(1, seen // 12))

    def wheelEvent(self, event: QWheelEvent) -> None:
        turn = event.angleDelta().y()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and turn:
            self.set_zoom(self.zoom() * 1.0015**turn, event.position())
            event.accept()
        else:
            super().wheelEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._grabbed = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The page is moved by hand."""
        if self._grabbed is not None:
            moved, self._grabbed = event.position().toPoint() - self._grabbed, event.position().toPoint()
            self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() - moved.x())
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() - moved.y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._grabbed = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys, key = Qt.Key, event.key()
        if key in (keys.Key_PageDown, keys.Key_PageUp) and self.pages() > 1:
            self.go_to(self.page() + (1 if key == keys.Key_PageDown else -1))
        elif key in (keys.Key_Plus, keys.Key_Equal):
            self.zoom_in()
        elif key == keys.Key_Minus:
            self.zoom_out()
        elif key == keys.Key_0:
            self.fit()
        else:
            super().keyPressEvent(event)

"""Preview: pages of a PDF on a desk, sharp at every zoom and screen. Drawn elsewhere; the last picture stays meanwhile."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

from organizer import i18n
from organizer.i18n import _
from organizer.ui.look.paint import hairline, rounded, shadow
from organizer.ui.look.theme import colours, follow, theme
from organizer.ui.prints import placing as on_desk
from organizer.ui.prints.pictures import Pictures
from organizer.ui.prints.placing import Placing, SizeMm, View
from organizer.ui.tasks import Tasks

MarkMm = tuple[int, float, float, float, float]
"""A place on a page: the page from 1, then x, y, width and height in mm from its top left."""
# Marks lie on paper, which is white by day and by night.
_PAPER, _HIGHLIGHTER, _RED = "#FFFFFF", "#FFE08A", "#C8101B"


class Preview(QAbstractScrollArea):
    """`show_pdf` never empties the desk: the page before stays until the new one is drawn.

    `drawn`: a picture has come. `view_changed`: another page, size or zoom is seen.
    """

    drawn = Signal()
    view_changed = Signal()

    def __init__(self, tasks: Tasks, name: str = "") -> None:
        super().__init__()
        self._pictures = Pictures(tasks, self)
        self._pictures.drawn.connect(self._on_drawn)
        self._page = 0
        self._zoom: float | None = None
        self._mark: MarkMm | None = None
        self._said = ""
        self._grabbed: QPoint | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(name or _("Preview of the printed page"))
        for bar in (self.horizontalScrollBar(), self.verticalScrollBar()):
            bar.valueChanged.connect(self._ask)
        follow(self)

    def restyle(self) -> None:
        self.viewport().update()

    def show_pdf(self, pdf: bytes) -> None:
        """Show this document as soon as it is drawn, at the page and zoom in force."""
        self._mark = None
        self._pictures.show(pdf)
        self._ask()

    def clear(self) -> None:
        """An empty desk; whatever is being drawn is dropped."""
        self._mark = None
        self._page = 0
        self._pictures.clear()
        self._lay_out()

    def pages(self) -> int:
        return len(self._pictures.sizes)

    def page(self) -> int:
        """The page in view, from 1; 0 while there is none."""
        return self._page + 1 if self.pages() else 0

    def size_mm(self) -> SizeMm | None:
        """Width and height of the page in view."""
        return self._pictures.sizes[self._page] if self.pages() else None

    def zoom(self) -> float:
        """The zoom in force: 1.0 is the size on paper, at 96 px an inch."""
        placing = self._placing()
        return placing.zoom if placing else 1.0

    def fits(self) -> bool:
        """Whether the whole page is shown, whatever the size of the window."""
        return self._zoom is None

    def is_current(self) -> bool:
        """Whether what is seen is the document handed in last, drawn for this very view."""
        return self._pictures.is_current(self._view())

    def image(self) -> QImage | None:
        """The newest picture, in device pixels."""
        return self._pictures.image()

    def mark(self) -> MarkMm | None:
        return self._mark

    def say(self, words: str) -> None:
        """More words for those who hear the page: what stands in the notes below it."""
        self._said = words
        self._describe()

    def _describe(self) -> None:
        size = self.size_mm()
        words = _("There is no page yet.")
        if size is not None:
            words = _("Page {page} of {pages}, {width} by {height} mm, shown at {zoom}.").format(
                page=self.page(), pages=self.pages(), width=round(size[0]), height=round(size[1]), zoom=i18n.percent(self.zoom())
            )
        self.setAccessibleDescription(" ".join(part for part in (words, self._said) if part))

    def go_to(self, page: int) -> None:
        """Turn to a page, from 1."""
        wanted = min(max(1, page), max(1, self.pages())) - 1
        if wanted != self._page:
            self._page = wanted
            self.verticalScrollBar().setValue(0)
            self._ask()
            self.view_changed.emit()

    def fit(self) -> None:
        """The whole page."""
        self._zoom = None
        self._ask()
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

    def show_mark(self, mark: MarkMm) -> None:
        """Turn to a place of a page and mark it, until another document comes."""
        self._mark = mark
        self.go_to(mark[0])
        size = self.size_mm()
        if size is not None:
            self._scroll(on_desk.scrolled_so_that_seen(self._view(), size, mark[1:]))
        self.viewport().update()

    def _scroll(self, view: View) -> None:
        self._lay_out()
        self.horizontalScrollBar().setValue(view.x)
        self.verticalScrollBar().setValue(view.y)
        self._ask()

    def _view(self) -> View:
        room = self.viewport().size()
        x, y = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        return View((room.width(), room.height()), self.devicePixelRatioF(), self._zoom, self._page, x, y)

    def _placing(self) -> Placing | None:
        size = self.size_mm()
        return None if size is None else on_desk.place(size, self._view())

    def _ask(self) -> None:
        self._lay_out()
        if self.isVisible():
            self._pictures.ask(self._view())

    def _on_drawn(self) -> None:
        self._page = min(self._page, self.pages() - 1)
        self._ask()
        self.drawn.emit()
        self.view_changed.emit()

    def _lay_out(self) -> None:
        placing, room = self._placing(), self.viewport().size()
        across, down = placing.reach if placing else (0, 0)
        for bar, reach, seen in (
            (self.horizontalScrollBar(), across, room.width()),
            (self.verticalScrollBar(), down, room.height()),
        ):
            bar.setRange(0, reach)
            bar.setPageStep(seen)
            bar.setSingleStep(max(1, seen // 12))
        self._describe()
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        p = QPainter(self.viewport())
        p.fillRect(self.viewport().rect(), colours().sunken)
        placing = self._placing()
        if placing is None:
            return
        paper = QRectF(placing.left, placing.top, placing.width, placing.height)
        shadow(p, paper, 1, blur=30, fall=6, strength=0.28)
        p.fillRect(paper, QColor(_PAPER))
        self._pictures.paint(p, self._page, placing, self.devicePixelRatioF())
        if theme().dark:
            rounded(p, paper, 0, None, colours().edge, hairline(self.devicePixelRatioF()))
        if self._mark is not None and self._mark[0] == self.page():
            self._paint_mark(p, placing, self._mark)

    def _paint_mark(self, p: QPainter, placing: Placing, mark: MarkMm) -> None:
        """As with a highlighter: yellow over the words, and a red line round them."""
        per_mm = placing.width / self._pictures.sizes[self._page][0]
        _page, x, y, width, height = mark
        rect = QRectF(placing.left + x * per_mm, placing.top + y * per_mm, width * per_mm, height * per_mm)
        rect.adjust(-4, -3, 4, 3)
        p.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        p.fillRect(rect, QColor(_HIGHLIGHTER))
        p.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        rounded(p, rect.adjusted(-2, -2, 2, 2), 5, None, QColor(_RED), 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._ask()
        self.view_changed.emit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._ask()

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

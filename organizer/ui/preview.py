"""Preview: pages of a PDF on a desk, sharp at every zoom and screen. Drawn elsewhere; the last picture stays meanwhile."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
)

from organizer import i18n
from organizer.i18n import _
from organizer.ui.look.paint import hairline, rounded, shadow
from organizer.ui.look.theme import colours, follow, theme
from organizer.ui.prints import placing as on_desk
from organizer.ui.prints.desk import Desk
from organizer.ui.prints.pictures import Pictures
from organizer.ui.prints.placing import Placing, SizeMm
from organizer.ui.tasks import Tasks

MarkMm = tuple[int, float, float, float, float]
"""A place on a page: the page from 1, then x, y, width and height in mm from its top left."""
# Marks lie on paper, which is white by day and by night.
_PAPER, _HIGHLIGHTER, _RED = "#FFFFFF", "#FFE08A", "#C8101B"


class Preview(Desk):
    """`show_pdf` never empties the desk: the page before stays until the new one is drawn.

    `drawn`: a picture has come.
    """

    drawn = Signal()

    def __init__(self, tasks: Tasks, name: str = "") -> None:
        super().__init__()
        self._pictures = Pictures(tasks, self)
        self._pictures.drawn.connect(self._on_drawn)
        self._mark: MarkMm | None = None
        self._said = ""
        self.setAccessibleName(name or _("Preview of the printed page"))
        self.viewport().setAccessibleName(self.accessibleName())
        follow(self)

    def restyle(self) -> None:
        self.viewport().update()

    def show_pdf(self, pdf: bytes) -> None:
        """Show this document as soon as it is drawn, at the page and zoom in force."""
        self._mark = None
        self._pictures.show(pdf)
        self.look_again()

    def clear(self) -> None:
        """An empty desk; whatever is being drawn is dropped."""
        self._mark = None
        self._page = 0
        self._pictures.clear()
        self._lay_out()

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

    def show_mark(self, mark: MarkMm) -> None:
        """Turn to a place of a page and mark it, until another document comes."""
        self._mark = mark
        self.go_to(mark[0])
        size = self.size_mm()
        if size is not None:
            self._scroll(on_desk.scrolled_so_that_seen(self._view(), size, mark[1:]))
        self.viewport().update()

    def sizes(self) -> tuple[SizeMm, ...]:
        return self._pictures.sizes

    def look_again(self) -> None:
        self._lay_out()
        if self.isVisible():
            self._pictures.ask(self._view())

    def _on_drawn(self) -> None:
        self._page = min(self._page, self.pages() - 1)
        self.look_again()
        self.drawn.emit()
        self.view_changed.emit()

    def _lay_out(self) -> None:
        self._lay_bars()
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
        self.look_again()
        self.view_changed.emit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.look_again()

"""Pictures: the pixels of one document, drawn on another thread for the view asked for last. Stale ones are dropped."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, QPointF, QRectF, Signal
from PySide6.QtGui import QImage, QPainter

from organizer.ui.prints import placing as on_desk
from organizer.ui.prints.placing import Placing, SizeMm, View
from organizer.ui.prints.raster import Piece, draw, page_sizes
from organizer.ui.tasks import Latest, Tasks


@dataclass(frozen=True)
class _Drawn:
    """`coarse`: the whole page, to lie beneath sharp pixels of a part of it."""

    document: int
    sizes: tuple[SizeMm, ...]
    piece: Piece
    image: QImage
    coarse: bool = False

    def is_whole(self) -> bool:
        return self.piece == Piece.whole(self.piece.page, self.piece.full)


@dataclass(frozen=True)
class _Question:
    """What to draw; the piece is found on the way where the sizes of the pages are not known yet."""

    pdf: bytes
    document: int
    view: View
    sizes: tuple[SizeMm, ...] | None = None
    piece: Piece | None = None
    coarse: bool = False

    def answer(self) -> _Drawn:
        sizes = page_sizes(self.pdf) if self.sizes is None else self.sizes
        view = replace(self.view, page=min(self.view.page, len(sizes) - 1))
        piece = self.piece or on_desk.wanted(on_desk.place(sizes[view.page], view), view)
        return _Drawn(self.document, sizes, piece, draw(self.pdf, piece), self.coarse)


class Pictures(QObject):
    """`drawn`: a picture of the document shown last has come. `sizes` are the pages' of the document that is seen."""

    drawn = Signal()

    def __init__(self, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._latest: Latest[_Drawn] = Latest(tasks)
        self._pdf = b""
        self._document = 0
        self._known: tuple[SizeMm, ...] | None = None
        self._sharp: _Drawn | None = None
        self._coarse: _Drawn | None = None
        self.sizes: tuple[SizeMm, ...] = ()

    def show(self, pdf: bytes) -> None:
        """From now on draw this document; pictures of the one before stay until its first has come."""
        self._pdf, self._known = pdf, None
        self._document += 1

    def clear(self) -> None:
        self.show(b"")
        self.sizes = ()
        self._sharp = self._coarse = None
        self._latest.forget()

    def image(self) -> QImage | None:
        """The newest picture."""
        return self._sharp.image if self._sharp else None

    def is_current(self, view: View) -> bool:
        """Whether this view of the document handed in last is drawn."""
        return bool(self._pdf) and self._known is not None and self._missing(view) is None

    def ask(self, view: View) -> None:
        """Draw what this view lacks."""
        if not self._pdf:
            return
        question = _Question(self._pdf, self._document, view) if self._known is None else self._missing(view)
        if question is not None:
            self._latest.ask(question.answer, self._take)

    def _missing(self, view: View) -> _Question | None:
        """What is in view comes first, then the whole page beneath it."""
        if self._known is None:
            return None
        view = replace(view, page=min(view.page, len(self._known) - 1))
        placing = on_desk.place(self._known[view.page], view)
        need = on_desk.wanted(placing, view)
        question = _Question(self._pdf, self._document, view, self._known, need)
        sharp, coarse = self._sharp, self._coarse
        if sharp is None or sharp.document != self._document or not on_desk.covers(sharp.piece, need, placing, view):
            return question
        if sharp.is_whole() or (coarse and (coarse.document, coarse.piece.page) == (self._document, need.page)):
            return None
        return replace(question, piece=on_desk.under(need), coarse=True)

    def _take(self, drawn: _Drawn) -> None:
        if drawn.document != self._document:
            return
        self.sizes = self._known = drawn.sizes
        if drawn.coarse or drawn.is_whole():
            self._coarse = drawn
        if not drawn.coarse:
            self._sharp = drawn
        self.drawn.emit()

    def paint(self, p: QPainter, page: int, placing: Placing, ratio: float) -> None:
        """Paint what there is of a page; what is not of its size yet is stretched to it."""
        for drawn in (self._coarse, self._sharp):
            if drawn is not None and drawn.piece.page == page:
                self._paint(p, drawn, placing, ratio)

    def _paint(self, p: QPainter, drawn: _Drawn, placing: Placing, ratio: float) -> None:
        piece, image = drawn.piece, drawn.image
        across, down = placing.width / piece.full[0], placing.height / piece.full[1]
        origin = QPointF(placing.left + piece.x * across, placing.top + piece.y * down)
        if piece.full == placing.full:
            image.setDevicePixelRatio(ratio)
            p.drawImage(origin, image)
            return
        p.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        image.setDevicePixelRatio(1)
        p.drawImage(QRectF(origin.x(), origin.y(), piece.width * across, piece.height * down), image)

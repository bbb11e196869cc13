"""Pages of a PDF as images, by PDFium. Safe on any thread: PDFium is not, so one page is drawn at a time."""

from __future__ import annotations

import threading
from dataclasses import dataclass

import pypdfium2
from pypdfium2 import raw
from PySide6.QtGui import QImage

MM_PER_POINT = 25.4 / 72
_LANE = threading.Lock()


@dataclass(frozen=True)
class Piece:
    """A part of a page in device pixels: the whole page is `full` large, the part begins at x, y. `page` counts from 0."""

    page: int
    full: tuple[int, int]
    x: int
    y: int
    width: int
    height: int

    @classmethod
    def whole(cls, page: int, full: tuple[int, int]) -> Piece:
        return cls(page, full, 0, 0, *full)


def page_sizes(pdf: bytes) -> tuple[tuple[float, float], ...]:
    """Width and height of every page, in mm."""
    with _LANE, pypdfium2.PdfDocument(pdf) as document:
        points = [document.get_page_size(number) for number in range(len(document))]
    return tuple((width * MM_PER_POINT, height * MM_PER_POINT) for width, height in points)


def draw(pdf: bytes, piece: Piece) -> QImage:
    """That part of the page on white, without a device ratio."""
    with _LANE, pypdfium2.PdfDocument(pdf) as document:
        page = document[piece.page]
        bitmap = pypdfium2.PdfBitmap.new_native(piece.width, piece.height, raw.FPDFBitmap_BGRx)
        bitmap.fill_rect((255, 255, 255, 255), 0, 0, piece.width, piece.height)
        raw.FPDF_RenderPageBitmap(bitmap, page, -piece.x, -piece.y, *piece.full, 0, raw.FPDF_ANNOT)
        image = QImage(bytes(bitmap.buffer), piece.width, piece.height, bitmap.stride, QImage.Format.Format_RGB32).copy()
        bitmap.close()
        page.close()
    return image

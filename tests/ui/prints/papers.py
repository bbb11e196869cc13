"""Small PDFs whose contents a test knows: coloured pages, a rule of exactly 100 mm."""

import io

from reportlab.lib.pagesizes import mm
from reportlab.pdfgen import canvas

RED, BLUE = (0.8, 0.1, 0.1), (0.1, 0.1, 0.8)


def coloured(*colours: tuple[float, float, float], size_mm: tuple[float, float] = (148.0, 210.0)) -> bytes:
    """A page for each colour, filled with it but for a white frame of 20 mm."""
    out = io.BytesIO()
    drawn = canvas.Canvas(out, pagesize=(size_mm[0] * mm, size_mm[1] * mm), invariant=1)
    for colour in colours:
        drawn.setFillColorRGB(*colour)
        drawn.rect(20 * mm, 20 * mm, (size_mm[0] - 40) * mm, (size_mm[1] - 40) * mm, stroke=0, fill=1)
        drawn.showPage()
    drawn.save()
    return out.getvalue()


def ruled(size_mm: tuple[float, float] = (210.0, 297.0)) -> bytes:
    """A black square of 100 mm, its upper left corner 40 mm from the left and 40 mm from the top."""
    out = io.BytesIO()
    drawn = canvas.Canvas(out, pagesize=(size_mm[0] * mm, size_mm[1] * mm), invariant=1)
    drawn.rect(40 * mm, (size_mm[1] - 140) * mm, 100 * mm, 100 * mm, stroke=0, fill=1)
    drawn.save()
    return out.getvalue()

"""What all painted parts share: sharp hairlines and boxes, soft shadows, keycaps, hatching, mirrored rectangles."""

from __future__ import annotations

from math import floor

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QKeySequence, QPainter, QPen, QPixmap, QTransform
from PySide6.QtWidgets import QWidget

from organizer import i18n
from organizer.ui.look.theme import colours, px, theme

MIDDLE = Qt.AlignmentFlag.AlignVCenter
# drawText mirrors these two by the painter's direction: they are start and end, never flip them by hand.
START = MIDDLE | Qt.AlignmentFlag.AlignLeft
END = MIDDLE | Qt.AlignmentFlag.AlignRight
CENTRE = Qt.AlignmentFlag.AlignCenter
_HATCH_PERIOD = 6


def is_rtl(widget: QWidget) -> bool:
    return widget.layoutDirection() == Qt.LayoutDirection.RightToLeft


def painter(widget: QWidget) -> QPainter:
    """A painter in the widget's direction: by itself it starts with the application's."""
    p = QPainter(widget)
    p.setRenderHint(QPainter.RenderHint.Antialiasing)
    p.setLayoutDirection(widget.layoutDirection())
    return p


def own_order(p: QPainter, words: str) -> str:
    """Words of unknown direction, already cut to their room, in their own order whatever the painter's direction."""
    return i18n.own_order(words, rtl=p.layoutDirection() == Qt.LayoutDirection.RightToLeft)


def mirrored(outer: QRectF | QRect, inner: QRectF, rtl: bool) -> QRectF:
    """`inner` as measured from the start edge of `outer`, put where it belongs in this direction."""
    if not rtl:
        return QRectF(inner)
    return QRectF(2 * outer.x() + outer.width() - inner.x() - inner.width(), inner.y(), inner.width(), inner.height())


def within(widget: QWidget, inner: QRectF) -> QRectF:
    """`inner` mirrored inside the widget where it reads from right to left."""
    return mirrored(widget.rect(), inner, is_rtl(widget))


def device_ratio(p: QPainter) -> float:
    """Device pixels for one logical px where this is painted: of the screen, or of the picture a widget is rendered into."""
    return abs(p.deviceTransform().m11()) or 1.0


def hairline(ratio: float) -> float:
    """The thinnest line of whole device pixels, in logical px: one device pixel up to 175 %, two at 200 %."""
    return max(1, int(ratio)) / ratio


def _nearest(place: float) -> int:
    """Halves go up, as Qt's own clips do: rounded to even, half of all edges would lie outside their widget."""
    return floor(place + 0.5)


def aligned(p: QPainter, rect: QRectF) -> QRectF:
    """The rectangle with its edges on the nearest device pixels, wherever the widget itself begins.

    At 125 % a widget may begin in the middle of a device pixel: what is only rounded inside it would blur.
    """
    at = p.deviceTransform()
    if at.isRotating() or not at.m11() or not at.m22():
        return rect
    left, right = _nearest(at.m11() * rect.left() + at.dx()), _nearest(at.m11() * rect.right() + at.dx())
    top, bottom = _nearest(at.m22() * rect.top() + at.dy()), _nearest(at.m22() * rect.bottom() + at.dy())
    return QRectF(
        (left - at.dx()) / at.m11(),
        (top - at.dy()) / at.m22(),
        (right - left) / at.m11(),
        (bottom - top) / at.m22(),
    )


def rule(p: QPainter, rect: QRectF, edge: Qt.Edge, colour: QColor | None = None) -> None:
    """A hairline along the inside of one edge."""
    ratio = device_ratio(p)
    h = hairline(ratio)
    r = aligned(p, rect)
    if edge in (Qt.Edge.TopEdge, Qt.Edge.BottomEdge):
        line = QRectF(r.left(), r.top() if edge == Qt.Edge.TopEdge else r.bottom() - h, r.width(), h)
    else:
        line = QRectF(r.left() if edge == Qt.Edge.LeftEdge else r.right() - h, r.top(), h, r.height())
    p.fillRect(line, colour or colours().line)


def rounded(
    p: QPainter,
    rect: QRectF | QRect,
    radius: float,
    fill: QColor | QBrush | None = None,
    line: QColor | None = None,
    width: float | None = None,
) -> None:
    """A crisp rounded box; the line (a hairline unless `width` is given) lies inside the rectangle."""
    p.save()
    p.setRenderHint(QPainter.RenderHint.Antialiasing)
    box, w = aligned(p, QRectF(rect)), 0.0
    if line is None:
        p.setPen(Qt.PenStyle.NoPen)
    else:
        w = hairline(device_ratio(p)) if width is None else width
        box.adjust(w / 2, w / 2, -w / 2, -w / 2)
        p.setPen(QPen(line, w))
    p.setBrush(Qt.BrushStyle.NoBrush if fill is None else fill)
    p.drawRoundedRect(box, radius - w / 2, radius - w / 2)
    p.restore()


def shadow(p: QPainter, rect: QRectF, radius: float, *, blur: float = 24, fall: float = 8, strength: float = 0.16) -> None:
    """A soft shadow as 18 rounded boxes. QGraphicsDropShadowEffect blurs the widget's own text at 125 %."""
    p.save()
    p.setRenderHint(QPainter.RenderHint.Antialiasing)
    p.setPen(Qt.PenStyle.NoPen)
    colour, box, steps, left = QColor(colours().shadow), rect.translated(0, fall), 18, 1.0
    for step in range(steps):
        reach = blur / 2 - blur * step / (steps - 1)
        depth = (step + 1) / steps
        wanted = strength * depth * depth * (3 - 2 * depth)
        colour.setAlphaF(max(0.0, min(1.0, 1 - (1 - wanted) / left)))
        left = 1 - wanted
        p.setBrush(colour)
        corner = max(1.0, radius + reach)
        p.drawRoundedRect(box.adjusted(-reach, -reach, reach, reach), corner, corner)
    p.restore()


def hatch(ratio: float, ground: QColor, line: QColor) -> QBrush:
    """Estimated is hatched: a number without paper. Made for one device ratio, or it shimmers at 150 %."""
    n = _HATCH_PERIOD
    tile = QPixmap(round(n * ratio), round(n * ratio))
    tile.fill(ground)
    p = QPainter(tile)
    p.setRenderHint(QPainter.RenderHint.Antialiasing)
    p.scale(tile.width() / n, tile.height() / n)
    p.setPen(QPen(line, 1.5))
    for start in (-n, 0, n):
        p.drawLine(QPointF(start - 1, n + 1), QPointF(start + n + 1, -1))
    p.end()
    brush = QBrush(tile)
    brush.setTransform(QTransform.fromScale(n / tile.width(), n / tile.height()))
    return brush


def keycap_words(keys: str) -> str:
    """A shortcut as it is written on the keys: `Ctrl+K` is "Ctrl K", ⌘K on macOS. Other text stays as it is."""
    native = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
    return native.replace("+", " ") if native else keys


def keycap_width(words: str) -> float:
    return theme().metrics("keycap").horizontalAdvance(words) + px(10)


def keycap(p: QPainter, rect: QRectF, words: str, colour: QColor | None = None) -> None:
    """A keycap at the end of the rectangle, in the painter's direction."""
    ink = colour or colours().ink3
    width, height = keycap_width(words), px(18)
    box = QRectF(rect.x() + rect.width() - width, rect.center().y() - height / 2, width, height)
    box = mirrored(rect, box, p.layoutDirection() == Qt.LayoutDirection.RightToLeft)
    faint = QColor(ink)
    faint.setAlphaF(0.5)
    rounded(p, box, 4, None, faint)
    p.save()
    p.setFont(theme().font("keycap"))
    p.setPen(ink)
    p.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # "Ctrl ;" is read as it is pressed
    p.drawText(box, CENTRE, words)
    p.restore()

"""Icons: Lucide drawings (ISC), stroked in a colour of the theme at the device's own size, mirrored where they point."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QIconEngine, QPainter, QPixmap, QTransform
from PySide6.QtSvg import QSvgRenderer

from organizer import paths
from organizer.ui.look.paint import aligned, device_ratio
from organizer.ui.look.theme import colours

STROKE = 1.6
"""Width of the line in logical px, the same at all sizes up to 24: rows of icons of several sizes keep one weight."""
_GRID = 24
_POINTING = frozenset({
    "align-left", "arrow-left", "arrow-right", "chevron-left", "chevron-right", "clipboard-paste", "corner-down-left",
    "external-link", "list", "list-checks", "list-filter", "log-out", "megaphone", "panel-right", "quote", "redo-2", "reply",
    "send", "text-cursor-input", "undo-2",
})  # fmt: skip


def names() -> list[str]:
    """Every icon that is shipped."""
    return sorted(file.stem for file in (paths.resources() / "icons").glob("*.svg"))


@cache
def _drawing(name: str) -> str:
    return (paths.resources() / "icons" / f"{name}.svg").read_text(encoding="utf-8")


@lru_cache(maxsize=2000)
def pixmap(name: str, size: int, rgba: int, ratio: float, mirrored: bool = False, stroke: float = STROKE) -> QPixmap:
    """The drawing at `size` logical px for one device ratio; `mirrored` is heeded only by icons that point."""
    width = stroke * max(1.0, size / _GRID) * _GRID / size
    svg = _drawing(name).replace("currentColor", QColor.fromRgba(rgba).name())
    svg = re.sub(r'stroke-width="2"', f'stroke-width="{width:.2f}"', svg)
    device = round(size * ratio)
    picture = QPixmap(device, device)
    picture.fill(Qt.GlobalColor.transparent)
    p = QPainter(picture)
    p.setRenderHint(QPainter.RenderHint.Antialiasing)
    if mirrored and name in _POINTING:
        p.setTransform(QTransform(-1, 0, 0, 1, device, 0))
    QSvgRenderer(QByteArray(svg.encode())).render(p, QRectF(0, 0, device, device))
    p.end()
    picture.setDevicePixelRatio(ratio)
    return picture


def paint_icon(p: QPainter, name: str, x: float, y: float, size: int, colour: QColor, stroke: float = STROKE) -> None:
    """Paint with the top left corner on a device pixel, or the strokes blur at 125 %. Mirrored as the painter is."""
    rtl = p.layoutDirection() == Qt.LayoutDirection.RightToLeft
    _place(p, x, y, pixmap(name, size, colour.rgba(), device_ratio(p), rtl, stroke))


def _place(p: QPainter, x: float, y: float, picture: QPixmap) -> None:
    """Pixel on pixel: as large as the picture is, from the nearest device pixel."""
    ratio = picture.devicePixelRatio()
    corner = aligned(p, QRectF(x, y, 0, 0)).topLeft()
    size = QSizeF(picture.width() / ratio, picture.height() / ratio)
    p.drawPixmap(QRectF(corner, size), picture, QRectF(picture.rect()))


def paint_icon_in(p: QPainter, name: str, rect: QRectF, size: int, colour: QColor, stroke: float = STROKE) -> None:
    """Paint in the middle of a rectangle."""
    paint_icon(p, name, rect.center().x() - size / 2, rect.center().y() - size / 2, size, colour, stroke)


class _Engine(QIconEngine):
    """Asked for its pixels at paint time, so a change to dark needs no new icons."""

    def __init__(self, name: str, token: str) -> None:
        super().__init__()
        self._name, self._token = name, token

    def _picture(self, size: int, mode: QIcon.Mode, ratio: float) -> QPixmap:
        colour = colours().ink3 if mode == QIcon.Mode.Disabled else colours().named(self._token)
        return pixmap(self._name, size, colour.rgba(), ratio, QGuiApplication.isRightToLeft())

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        size = min(rect.width(), rect.height())
        x, y = rect.x() + (rect.width() - size) / 2, rect.y() + (rect.height() - size) / 2
        _place(painter, x, y, self._picture(size, mode, device_ratio(painter)))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self._picture(min(size.width(), size.height()), mode, 1.0)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        return self._picture(round(min(size.width(), size.height()) / scale), mode, scale)

    def clone(self) -> QIconEngine:
        return _Engine(self._name, self._token)


def icon(name: str, token: str = "ink2") -> QIcon:
    """An icon for actions and menus."""
    return QIcon(_Engine(name, token))

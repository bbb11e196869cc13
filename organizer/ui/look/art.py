"""The crowd of the leaflets as vector art, for the start page and empty lists. Seeded: every picture is the same."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from random import Random

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPainterPath, QPaintEvent, QPen, QPixmap, QRadialGradient
from PySide6.QtWidgets import QWidget

from organizer.ui.look.paint import device_ratio, painter
from organizer.ui.look.theme import follow, px, theme
from organizer.ui.look.tokens import SPACE


@dataclass(frozen=True)
class _Rank:
    """One row of people: how wide each stands and how large, where their heads are, how many carry what."""

    spacing: float
    head: float
    level: float
    colour: str
    placards: float
    fists: float


_RANKS = (
    _Rank(26, 11, 0.56, "#DC6A5C", 0.34, 0.1),
    _Rank(40, 16, 0.68, "#C03238", 0.36, 0.2),
    _Rank(62, 25, 0.82, "#8E1019", 0.34, 0.3),
    _Rank(96, 37, 1.0, "#3A0C17", 0.12, 0.4),
)
_SKY = ((0.0, "#F6CFA0"), (0.35, "#F0A582"), (0.8, "#D4504A"))
_REFERENCE_HEIGHT = 400


@lru_cache(maxsize=8)
def crowd(width: int, height: int, ratio: float, dark: bool = False, seed: int = 11) -> QPixmap:
    """The picture in logical px for one device ratio, a little dimmed for dark."""
    picture = QPixmap(round(width * ratio), round(height * ratio))
    picture.setDevicePixelRatio(ratio)
    p = QPainter(picture)
    p.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint_sky(p, width, height)
    chance, unit = Random(seed), height / _REFERENCE_HEIGHT
    for rank in _RANKS:
        _paint_rank(p, chance, rank, QRectF(0, 0, width, height), unit)
    if dark:
        p.fillRect(0, 0, width, height, QColor(20, 8, 16, 90))
    p.end()
    return picture


def _paint_sky(p: QPainter, width: int, height: int) -> None:
    sky = QLinearGradient(0, 0, 0, height)
    for at, colour in _SKY:
        sky.setColorAt(at, QColor(colour))
    p.fillRect(0, 0, width, height, sky)
    sun = QRadialGradient(width * 0.62, height * 0.22, height * 0.75)
    sun.setColorAt(0, QColor(255, 240, 208, 220))
    sun.setColorAt(1, QColor(255, 220, 170, 0))
    p.fillRect(0, 0, width, height, sun)


def _paint_rank(p: QPainter, chance: Random, rank: _Rank, area: QRectF, unit: float) -> None:
    count = max(3, round(area.width() / unit / rank.spacing))
    colour, reach = QColor(rank.colour), rank.head * unit
    for i in range(count):
        x = (i + 0.5 + chance.uniform(-0.28, 0.28)) * area.width() / count
        r = reach * chance.uniform(0.88, 1.12)
        y = area.height() * rank.level + chance.uniform(-0.9, 0.9) * reach * 0.8
        p.setPen(Qt.PenStyle.NoPen)
        p.setBrush(colour)
        if chance.random() < rank.placards:
            _paint_placard(p, chance, QPointF(x, y), r, colour)
        elif chance.random() < rank.fists:
            _paint_fist(p, chance, QPointF(x, y), r, colour)
        _paint_person(p, chance, QPointF(x, y), r)


def _paint_placard(p: QPainter, chance: Random, at: QPointF, r: float, colour: QColor) -> None:
    lean, foot = chance.uniform(-0.15, 0.15), at.x() + chance.choice((-1, 1)) * r * 1.5
    top, half = at.y() - r * chance.uniform(4.6, 6.4), r * chance.uniform(2.0, 2.7)
    board = foot + math.sin(lean) * (at.y() - top)
    p.setPen(QPen(colour, r * 0.22))
    p.drawLine(QLineF(foot, at.y() + r * 3, board, top))
    p.setPen(Qt.PenStyle.NoPen)
    p.save()
    p.translate(board, top)
    p.rotate(math.degrees(lean))
    p.drawRoundedRect(QRectF(-half, -half * 0.68, 2 * half, half * 1.36), r * 0.08, r * 0.08)
    p.restore()


def _paint_fist(p: QPainter, chance: Random, at: QPointF, r: float, colour: QColor) -> None:
    arm = at.x() + chance.choice((-1, 1)) * r * 1.8
    p.setPen(QPen(colour, r * 0.82, c=Qt.PenCapStyle.FlatCap))
    p.drawLine(QLineF(arm, at.y() + r * 2.4, arm + chance.uniform(-0.2, 0.2) * r, at.y() - r * 1.7))
    p.setPen(Qt.PenStyle.NoPen)
    p.drawRoundedRect(QRectF(arm - r * 0.62, at.y() - r * 2.7, r * 1.24, r * 1.35), r * 0.34, r * 0.34)


def _paint_person(p: QPainter, chance: Random, at: QPointF, r: float) -> None:
    p.drawEllipse(at, r * 0.86, r * 1.12)
    if chance.random() < 0.3:
        p.drawChord(QRectF(at.x() - r * 1.15, at.y() - r * 1.4, r * 2.3, r * 2.1), 0, 180 * 16)
    p.drawRect(QRectF(at.x() - r * 0.45, at.y() + r * 0.6, r * 0.9, r))
    p.drawRoundedRect(QRectF(at.x() - r * 1.95, at.y() + r * 1.1, r * 3.9, r * 14), r * 1.3, r * 1.3)


class Crowd(QWidget):
    """The crowd as a rounded picture; width and height in tokens."""

    decoration = True

    def __init__(self, width: int = 260, height: int = 132, *, seed: int = 5) -> None:
        super().__init__()
        self._size, self._seed = (width, height), seed
        follow(self)

    def restyle(self) -> None:
        self.setFixedSize(px(self._size[0]), px(self._size[1]))

    def paintEvent(self, event: QPaintEvent) -> None:
        p, outline = painter(self), QPainterPath()
        outline.addRoundedRect(QRectF(self.rect()), SPACE.card_radius, SPACE.card_radius)
        p.setClipPath(outline)
        p.drawPixmap(0, 0, crowd(self.width(), self.height(), device_ratio(p), theme().dark, self._seed))

"""The poster of the start page, composed like the campaign's leaflets: crowd, slanted red, yellow label, night foot."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from organizer.i18n import _
from organizer.ui.look.art import crowd
from organizer.ui.look.icons import paint_icon
from organizer.ui.look.paint import CENTRE, START, painter, within
from organizer.ui.look.theme import colours, px, theme
from organizer.ui.look.tokens import LIGHT

_NAME = ("PICKET", "ORGANIZER")
_FOLD = 0.505
"""Where the red begins, as a share of the height."""


class Poster(QWidget):
    """Decoration with the program's name: the way in stands beside it."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setAccessibleName("Picket Organizer")
        self.setAccessibleDescription(_("Your work stays in one file that only you can open."))

    def paintEvent(self, event: QPaintEvent) -> None:
        p, width, height = painter(self), self.width(), self.height()
        fold, foot = height * _FOLD, px(104)
        p.drawPixmap(0, 0, crowd(width, int(fold + 60), self.devicePixelRatioF(), theme().dark))
        self._paint_red(p, fold)
        self._paint_label(p, fold)
        self._paint_name(p, fold + px(52), height - foot - px(22))
        self._paint_foot(p, QRectF(0, height - foot, width, foot))

    def _margin(self) -> float:
        return min(px(40), self.width() * 0.0715)

    def _paint_red(self, p: QPainter, fold: float) -> None:
        width, height = self.width(), self.height()
        low, high = fold + width * 0.045, fold - width * 0.035
        if p.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            low, high = high, low
        p.setPen(Qt.PenStyle.NoPen)
        # The print's red in both themes: the poster is paper.
        p.setBrush(QColor(LIGHT.red))
        p.drawPolygon(QPolygonF([QPointF(0, low), QPointF(width, high), QPointF(width, height), QPointF(0, height)]))

    def _paint_label(self, p: QPainter, fold: float) -> None:
        words = _("Offline. Encrypted. Yours.")
        width = theme().metrics("heading").horizontalAdvance(words) + px(24)
        label = within(self, QRectF(self._margin(), fold - px(2), width, px(32)))
        p.fillRect(label, colours().yellow)
        p.setFont(theme().font("heading"))
        p.setPen(colours().on_yellow)
        p.drawText(label, CENTRE, words)

    def _paint_name(self, p: QPainter, top: float, bottom: float) -> None:
        """Both words as wide as the poster, or as large as its height allows."""
        room, gap = self.width() - 2 * self._margin(), px(14)
        sizes = [100 * room / _ink(_at(100), word).width() for word in _NAME]
        heights = [_ink(_at(100), word).height() * size / 100 for word, size in zip(_NAME, sizes, strict=True)]
        shrink = min(1.0, max(0.1, bottom - top - gap) / sum(heights))
        p.setPen(colours().on_red)
        for word, size in zip(_NAME, sizes, strict=True):
            font = _at(size * shrink)
            ink = _ink(font, word)
            p.setFont(font)
            x = within(self, QRectF(self._margin(), 0, ink.width(), 1)).x()
            p.drawText(QPointF(x - ink.x(), top - ink.y()), word)
            top += ink.height() + gap

    def _paint_foot(self, p: QPainter, foot: QRectF) -> None:
        c, margin, size = colours(), self._margin(), px(22)
        p.fillRect(foot, QColor(LIGHT.night))
        p.fillRect(QRectF(foot.x(), foot.y(), foot.width(), px(4)), c.yellow)
        mark = within(self, QRectF(margin, foot.center().y() - size / 2 + 2, size, size))
        paint_icon(p, "shield-check", mark.x(), mark.y(), size, c.yellow, 1.8)
        room = QRectF(margin + px(36), foot.y() + px(26), self.width() - 2 * margin - px(36), px(24))
        promise, more = (
            _("Your work stays in one file that only you can open."),
            _("No network, no account, nothing sent anywhere."),
        )
        if theme().metrics("medium", size=15).horizontalAdvance(promise) > room.width():
            room.setHeight(foot.height() - px(38))
            _write(p, within(self, room), promise, "small", 13, c.on_night)
            return
        _write(p, within(self, room), promise, "medium", 15, c.on_night)
        _write(p, within(self, room.translated(0, px(24))), more, "small", 13, c.on_night2)


def _write(p: QPainter, rect: QRectF, words: str, role: str, size: int, ink: QColor) -> None:
    p.setFont(theme().font(role, size=size))
    p.setPen(ink)
    p.drawText(rect, START | Qt.TextFlag.TextWordWrap, words)


def _at(size: float) -> QFont:
    font = QFont(theme().font("display", language="en"))
    font.setPixelSize(max(8, int(size)))
    return font


def _ink(font: QFont, word: str) -> QRectF:
    return QFontMetricsF(font).tightBoundingRect(word)

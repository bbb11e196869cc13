"""Evidence: copies held are solid, reported letters pale, estimates hatched; the same three fills wherever they are counted."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from organizer.i18n import N_, _, number
from organizer.ui.look.paint import START, device_ratio, hairline, hatch, painter, rounded, within
from organizer.ui.look.theme import colours, follow, px, theme

KINDS: dict[str, str] = {"held": N_("Copy held"), "reported": N_("Reported"), "estimated": N_("Estimated")}
"""In the one order they are ever shown in."""
_GAP = 2


@lru_cache(maxsize=16)
def _hatched(ratio: float, ground: int, line: int) -> QBrush:
    return hatch(ratio, QColor.fromRgba(ground), QColor.fromRgba(line))


def evidence_fill(kind: str, ratio: float) -> QBrush:
    """The fill of a kind for one device ratio."""
    c = colours()
    if kind == "estimated":
        return _hatched(ratio, c.raised.rgba(), c.estimated.rgba())
    return QBrush(c.held if kind == "held" else c.reported)


def paint_swatch(p: QPainter, rect: QRectF, kind: str) -> None:
    edge = colours().estimated if kind == "estimated" else None
    rounded(p, rect, 2.5, evidence_fill(kind, device_ratio(p)), edge)


class EvidenceBar(QWidget):
    """One bar of true widths with gaps of 2 px. Spoken with its figures."""

    def __init__(self, held: int = 0, reported: int = 0, estimated: int = 0, *, height: int = 16) -> None:
        super().__init__()
        self._height = height
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("Letters by evidence"))
        self.show_numbers(held, reported, estimated)
        follow(self)

    def restyle(self) -> None:
        self.setFixedHeight(px(self._height))

    def show_numbers(self, held: int, reported: int, estimated: int) -> None:
        self._numbers = {"held": held, "reported": reported, "estimated": estimated}
        spoken = _("Copy held {held}, reported {reported}, estimated {estimated}.")
        self.setAccessibleDescription(spoken.format(**{kind: number(n) for kind, n in self._numbers.items()}))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        p, total = painter(self), sum(self._numbers.values())
        outline = QPainterPath()
        outline.addRoundedRect(QRectF(self.rect()), 4, 4)
        p.setClipPath(outline)
        if not total:
            p.fillRect(self.rect(), colours().sunken)
            return
        shown = [(kind, n) for kind, n in self._numbers.items() if n]
        room, start = self.width() - _GAP * (len(shown) - 1), 0.0
        for kind, n in shown:
            part = within(self, QRectF(start, 0, room * n / total, self.height()))
            self._paint_part(p, part, kind)
            start += part.width() + _GAP

    def _paint_part(self, p: QPainter, part: QRectF, kind: str) -> None:
        ratio = device_ratio(p)
        p.fillRect(part, evidence_fill(kind, ratio))
        if kind == "estimated":
            half = hairline(ratio) / 2
            p.setPen(colours().estimated)
            p.setBrush(Qt.BrushStyle.NoBrush)
            p.drawRoundedRect(part.adjusted(half, half, -half, -half), 3, 3)


class Key(QWidget):
    """Swatch, name, number and share of one kind of evidence."""

    def __init__(self, kind: str, count: int = 0, *, words: str = "", share: str = "") -> None:
        super().__init__()
        self._kind, self._words = kind, words or _(KINDS[kind])
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.show_number(count, share)
        follow(self)

    def restyle(self) -> None:
        self.setFixedHeight(px(40))
        self._reserve()

    def show_number(self, count: int, share: str = "") -> None:
        self._count, self._share = number(count), share
        self.setAccessibleName(f"{self._words}: {self._count} {share}".rstrip())
        self._reserve()
        self.update()

    def _reserve(self) -> None:
        words = theme().metrics("small").horizontalAdvance(self._words)
        count = theme().metrics("strong").horizontalAdvance(self._count)
        share = theme().metrics("caption").horizontalAdvance(self._share) + px(7) if self._share else 0
        self.setMinimumWidth(round(max(words, count + share)) + px(20))

    def paintEvent(self, event: QPaintEvent) -> None:
        p, c, lead, room = painter(self), colours(), px(18), self.width() - px(18)
        paint_swatch(p, within(self, QRectF(0, px(5), px(11), px(11))), self._kind)
        p.setFont(theme().font("small"))
        p.setPen(c.ink2)
        p.drawText(within(self, QRectF(lead, 0, room, px(20))), START, self._words)
        p.setFont(theme().font("strong"))
        p.setPen(c.ink)
        p.drawText(within(self, QRectF(lead, px(19), room, px(20))), START, self._count)
        if self._share:
            after = theme().metrics("strong").horizontalAdvance(self._count) + px(7)
            p.setFont(theme().font("caption"))
            p.setPen(c.ink3)
            p.drawText(within(self, QRectF(lead + after, px(19), room, px(21))), START, self._share)

"""Where: the world in equal areas, pickets as numbered discs, letters as dots, the campaign's country marked."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QHelpEvent, QMouseEvent, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QToolTip

from organizer import i18n, paths
from organizer.i18n import _, _n
from organizer.ui.charts.cached import CachedPicture, in_window
from organizer.ui.charts.world_layout import (
    UNIT,
    Country,
    Disc,
    Label,
    Spot,
    View,
    disc_labels,
    letter_dots,
    outlines,
    picket_discs,
    world_view,
)
from organizer.ui.look.paint import CENTRE, MIDDLE, hairline
from organizer.ui.look.theme import colours, px, theme

_HALO = 3.5


class WorldMap(CachedPicture):
    """`picked` carries the numbers of the spots under the disc that was pressed."""

    picked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._spots: tuple[Spot, ...] = ()
        self._country = ""
        self._known = False
        self._discs: tuple[Disc, ...] = ()
        self.setMinimumHeight(120)
        self.setAccessibleName(_("Pickets and letters by city"))

    def show_spots(self, spots: tuple[Spot, ...], country: str = "") -> None:
        """`country` is the code of the one to mark, empty for none."""
        self._spots, self._country, self._known = spots, country, True
        self.setAccessibleDescription(_spoken(spots))
        self.fresh()

    def draw(self, p: QPainter) -> None:
        """Nothing before the first spots are known: two hundred coasts are not drawn twice."""
        if not self._known:
            return
        clip = QPainterPath()
        clip.addRoundedRect(QRectF(self.rect()), 6, 6)
        p.setClipPath(clip)
        view = world_view(self.width(), self.height())
        world = outlines(paths.resources() / "map")
        self._draw_land(p, view, world)
        self._draw_dots(p, view)
        self._discs = picket_discs(view, self._spots, px(9))
        self._draw_discs(p)
        labels = self._place_labels()
        for label in labels:
            self._draw_label(p, label.words, self._box(label))
        self._draw_country_name(p, view, world.get(self._country), [self._box(label) for label in labels])

    def _draw_land(self, p: QPainter, view: View, world: dict[str, Country]) -> None:
        c = colours()
        pen = QPen(c.land_line, hairline(self.ratio()))
        pen.setCosmetic(True)
        p.save()
        p.translate(view.left, view.top)
        p.scale(view.scale / UNIT, view.scale / UNIT)
        p.setPen(pen)
        for code, country in world.items():
            p.setBrush(c.mark if code == self._country else c.land)
            p.drawPath(_path(country))
        p.restore()

    def _draw_dots(self, p: QPainter, view: View) -> None:
        ink = QColor(colours().ink)
        ink.setAlphaF(0.6 if theme().dark else 0.5)
        p.setPen(Qt.PenStyle.NoPen)
        p.setBrush(ink)
        for dot in letter_dots(view, self._spots, theme().scale):
            p.drawEllipse(QPointF(dot.x, dot.y), dot.radius, dot.radius)

    def _draw_country_name(self, p: QPainter, view: View, country: Country | None, taken: list[QRectF]) -> None:
        """The name on its own country, a little lower where a city's stands; left out where there is no room."""
        if country is None:
            return
        words, metrics = i18n.country_name(self._country), theme().metrics("caption_strong", size=11)
        width = metrics.horizontalAdvance(words) + 2
        x, y = (country.at[0] / UNIT * view.scale + view.left, country.at[1] / UNIT * view.scale + view.top)
        discs = [
            QRectF(disc.x, disc.y, 0, 0).adjusted(-disc.radius, -disc.radius, disc.radius, disc.radius) for disc in self._discs
        ]
        for lower in (0, px(4), px(8), px(12)):
            place = QRectF(x - width / 2, y - px(7) + lower, width, px(14))
            if not any(place.intersects(other) for other in (*taken, *discs)):
                p.setFont(theme().font("caption_strong", size=11))
                p.setPen(colours().ink)
                p.drawText(place, CENTRE, words)
                return

    def _draw_discs(self, p: QPainter) -> None:
        c = colours()
        p.setFont(theme().font("caption_strong"))
        for disc in self._discs:
            around = QRectF(disc.x - disc.radius, disc.y - disc.radius, 2 * disc.radius, 2 * disc.radius)
            p.setPen(QPen(c.raised if disc.solid else c.red, 2))
            p.setBrush(c.red if disc.solid else c.raised)
            p.drawEllipse(around)
            p.setPen(c.on_red if disc.solid else c.red_text)
            p.drawText(around, CENTRE, i18n.number(disc.count))

    def _place_labels(self) -> tuple[Label, ...]:
        measure = theme().metrics("caption_strong").horizontalAdvance
        words = [in_window(disc_words(disc)) for disc in self._discs]
        return disc_labels(self._discs, words, measure, px(14), (float(self.width()), float(self.height())))

    @staticmethod
    def _box(label: Label) -> QRectF:
        width = theme().metrics("caption_strong").horizontalAdvance(label.words)
        return QRectF(label.x, label.y, width + 2, px(14))

    def _draw_label(self, p: QPainter, words: str, place: QRectF) -> None:
        """Words with a halo of the ground, so that coasts do not cross them."""
        p.setFont(theme().font("caption_strong"))
        metrics = QFontMetricsF(p.font())
        halo = QPainterPath()
        halo.addText(QPointF(place.x(), place.center().y() + (metrics.ascent() - metrics.descent()) / 2), p.font(), words)
        p.setPen(QPen(colours().raised, _HALO, j=Qt.PenJoinStyle.RoundJoin))
        p.setBrush(Qt.BrushStyle.NoBrush)
        p.drawPath(halo)
        p.setPen(colours().ink)
        p.drawText(place, MIDDLE | Qt.AlignmentFlag.AlignLeft, words)

    def _disc_at(self, x: float, y: float) -> Disc | None:
        near = [disc for disc in self._discs if math.dist((disc.x, disc.y), (x, y)) <= disc.radius + 4]
        return min(near, key=lambda disc: math.dist((disc.x, disc.y), (x, y)), default=None)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            disc = self._disc_at(event.pos().x(), event.pos().y())
            QToolTip.showText(event.globalPos(), "" if disc is None else _told(disc), self)
            return True
        return super().event(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        disc = self._disc_at(event.position().x(), event.position().y())
        if disc is not None:
            self.picked.emit(disc.numbers)


def _path(country: Country) -> QPainterPath:
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for ring in country.rings:
        path.moveTo(ring[0], ring[1])
        for at in range(2, len(ring), 2):
            path.lineTo(ring[at], ring[at + 1])
        path.closeSubpath()
    return path


def disc_words(disc: Disc) -> str:
    """London; Köln, Bonn; Köln and 3 more"""
    if len(disc.names) > 2:
        return _("{city} and {n} more").format(city=disc.names[0], n=i18n.number(len(disc.names) - 1))
    return i18n.joined(*disc.names)


def _told(disc: Disc) -> str:
    return (
        _("{cities}: {pickets}")
        .format(cities=i18n.joined(*disc.names), pickets=_n("{n} picket", "{n} pickets", disc.count))
        .replace("<", "\u2039")
    )


def _spoken(spots: tuple[Spot, ...]) -> str:
    """The cities with most pickets, and how many cities letters came from."""
    stood = [spot for spot in spots if spot.held or spot.scheduled][:8]
    cities = [
        _("{cities}: {pickets}").format(cities=spot.name, pickets=_n("{n} picket", "{n} pickets", spot.held or spot.scheduled))
        for spot in stood
    ]
    wrote = sum(1 for spot in spots if spot.letters)
    cities.append(_n("Letters from {n} city", "Letters from {n} cities", wrote))
    return ". ".join(cities) + "."

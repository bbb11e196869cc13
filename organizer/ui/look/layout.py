"""Rows and columns that keep their gaps in tokens, surfaces to lay them on, and what scrolls."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QGuiApplication, QPaintEvent, QPalette
from PySide6.QtWidgets import QApplication, QBoxLayout, QFrame, QLayout, QScrollArea, QSizePolicy, QSpacerItem, QWidget

from organizer.ui.look.paint import is_rtl, painter, rounded, rule
from organizer.ui.look.theme import colours, follow, px, theme
from organizer.ui.look.tokens import SPACE

Item = QWidget | QLayout | int | None | tuple[QWidget | QLayout, int]
"""A part, a layout, a gap in tokens, None for what is left over, or (part, its share of what is left over)."""
Margins = tuple[int, int, int, int]
"""Start, top, end, bottom in tokens."""


class Line(QBoxLayout):
    """A box layout whose lengths follow the text size; its margins begin at the start edge, unlike Qt's."""

    def __init__(self, direction: QBoxLayout.Direction, items: Sequence[Item], gap: int, margins: Margins) -> None:
        super().__init__(direction)
        self._gap, self._margins = gap, margins
        self._spacers: list[tuple[QSpacerItem, int]] = []
        self.add(*items)
        follow(self)

    def add(self, *items: Item) -> None:
        for item in items:
            if item is None:
                self.addStretch(1)
            elif isinstance(item, int):
                self._add_gap(item)
            elif isinstance(item, tuple):
                self._add_part(*item)
            else:
                self._add_part(item, 0)

    def _add_part(self, part: QWidget | QLayout, share: int) -> None:
        if isinstance(part, QLayout):
            self.addLayout(part, share)
        else:
            self.addWidget(part, share, _alignment(part) if self._across() else Qt.AlignmentFlag(0))

    def _across(self) -> bool:
        return self.direction() in (QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.RightToLeft)

    def _add_gap(self, length: int) -> None:
        spacer = QSpacerItem(0, 0)
        self._spacers.append((spacer, length))
        self._size(spacer, length)
        self.addSpacerItem(spacer)

    def _size(self, spacer: QSpacerItem, length: int) -> None:
        fixed, free = QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Minimum
        if self._across():
            spacer.changeSize(px(length), 0, fixed, free)
        else:
            spacer.changeSize(0, px(length), free, fixed)

    def restyle(self) -> None:
        start, top, end, bottom = (px(length) for length in self._margins)
        left, right = (end, start) if QGuiApplication.isRightToLeft() else (start, end)
        self.setContentsMargins(left, top, right, bottom)
        self.setSpacing(px(self._gap))
        for spacer, length in self._spacers:
            self._size(spacer, length)
        self.invalidate()


def _alignment(part: QWidget) -> Qt.AlignmentFlag:
    """Fields stand at the top of their row, so that a problem under one does not push its neighbours down."""
    return Qt.AlignmentFlag.AlignTop if getattr(part, "stands_at_top", False) else Qt.AlignmentFlag(0)


def row(*items: Item, gap: int = SPACE.s, margins: Margins = (0, 0, 0, 0)) -> Line:
    return Line(QBoxLayout.Direction.LeftToRight, items, gap, margins)


def col(*items: Item, gap: int = SPACE.s, margins: Margins = (0, 0, 0, 0)) -> Line:
    return Line(QBoxLayout.Direction.TopToBottom, items, gap, margins)


def box(layout: QLayout, widget: QWidget | None = None) -> QWidget:
    """A widget that holds nothing but this layout."""
    holder = widget or QWidget()
    holder.setLayout(layout)
    return holder


class Panel(QWidget):
    """A surface: one token behind its contents and a hairline along the edges that are named as start, end, top, bottom.

    On `night` the palette of its contents is night's, so words need no colours of their own there.
    """

    def __init__(self, token: str = "surface", *, edges: Sequence[str] = (), layout: QLayout | None = None) -> None:
        super().__init__()
        self._token, self._edges = token, tuple(edges)
        if layout is not None:
            self.setLayout(layout)
        if token == "night":
            follow(self)

    def restyle(self) -> None:
        night_palette(self)

    def paintEvent(self, event: QPaintEvent) -> None:
        p = painter(self)
        p.fillRect(self.rect(), colours().named(self._token))
        rtl = is_rtl(self)
        sides = {
            "start": Qt.Edge.RightEdge if rtl else Qt.Edge.LeftEdge,
            "end": Qt.Edge.LeftEdge if rtl else Qt.Edge.RightEdge,
            "top": Qt.Edge.TopEdge,
            "bottom": Qt.Edge.BottomEdge,
        }
        for edge in self._edges:
            rule(p, QRectF(self.rect()), sides[edge])


class Card(QWidget):
    """A rounded surface with an edge: for the overview and dialogs alone, elsewhere space groups."""

    def __init__(
        self,
        layout: QLayout | None = None,
        *,
        token: str = "raised",
        edge: str | None = "line",
        radius: int = SPACE.card_radius,
    ) -> None:
        super().__init__()
        self._token, self._edge, self.radius = token, edge, radius
        if layout is not None:
            self.setLayout(layout)
        if token == "night":
            follow(self)

    def restyle(self) -> None:
        night_palette(self)

    def paintEvent(self, event: QPaintEvent) -> None:
        edge = colours().named(self._edge) if self._edge else None
        rounded(painter(self), self.rect(), self.radius, colours().named(self._token), edge)


def night_palette(widget: QWidget) -> None:
    """Give all words on a night ground night's inks, through the same palette roles."""
    c, palette, roles = colours(), QPalette(), QPalette.ColorRole
    for role, colour in (
        (roles.WindowText, c.on_night),
        (roles.LinkVisited, c.on_night2),
        (roles.PlaceholderText, c.on_night2),
        (roles.BrightText, c.night_yellow),
        (roles.Link, c.night_yellow),
    ):
        palette.setColor(role, colour)
    widget.setPalette(palette)


class Rule(QWidget):
    """A hairline across."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        rule(painter(self), QRectF(self.rect()), Qt.Edge.TopEdge)


class Scroll(QScrollArea):
    """What is too high scrolls down, never sideways, on the ground of what lies behind."""

    def __init__(self, inner: QWidget) -> None:
        super().__init__()
        self.setWidget(inner)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        inner.setAutoFillBackground(False)
        self.verticalScrollBar().valueChanged.connect(theme().moved)
        self.verticalScrollBar().rangeChanged.connect(theme().moved)
        QApplication.instance().focusChanged.connect(self._bring_in)  # type: ignore[union-attr]

    def _bring_in(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Qt itself scrolls only to what Tab reaches from within the area."""
        if now is not None and self.isAncestorOf(now) and self.widget() is not None:
            self.ensureWidgetVisible(now, 0, px(SPACE.m))


def bring_into_view(part: QWidget) -> None:
    """Scroll what it lies in, if that scrolls, until it is seen."""
    over = part.parentWidget()
    while over is not None and not isinstance(over, Scroll):
        over = over.parentWidget()
    if over is not None:
        over.ensureWidgetVisible(part, 0, px(SPACE.m))

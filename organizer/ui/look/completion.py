"""Completion: what a field offers while somebody writes, in rows of two lines with the match underlaid."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QTextLayout,
    QTextLine,
    QTextOption,
)
from PySide6.QtWidgets import QLineEdit, QWidget

from organizer import i18n
from organizer.ui.look.icons import paint_icon_in
from organizer.ui.look.paint import START, mirrored, own_order, painter, rounded, shadow
from organizer.ui.look.theme import colours, follow, px, theme
from organizer.ui.look.tokens import SPACE

_MOST = 7
_ROOM = 14


@dataclass(frozen=True)
class Hit:
    """words, a second line, an icon, and what the hit stands for."""

    words: str
    detail: str = ""
    icon: str = ""
    value: object = None


def match_at(words: str, typed: str) -> tuple[int, int]:
    """Where the typed letters stand in the words, first and length, without regard to case; length 0 when nowhere."""
    folded, wanted = words.lower(), typed.strip().lower()
    # Lower case may be longer (İ): without one letter for each there is no place to mark.
    at = folded.find(wanted) if wanted and len(folded) == len(words) else -1
    return (at, len(wanted)) if at >= 0 else (0, 0)


def paint_hit(p: QPainter, rect: QRectF, hit: Hit, typed: str, *, chosen: bool) -> None:
    """A row of two lines: icon, words with the typed letters underlaid, detail in small. Mirrored as the painter is."""
    c, rtl = colours(), p.layoutDirection() == Qt.LayoutDirection.RightToLeft
    if chosen:
        rounded(p, rect, SPACE.radius, c.pick)
    if hit.icon:
        place = mirrored(rect, QRectF(rect.x() + px(10), rect.y(), px(18), rect.height()), rtl)
        paint_icon_in(p, hit.icon, place, px(18), c.ink if chosen else c.ink2)
    lead = px(38) if hit.icon else px(12)
    half = rect.height() / 2 if hit.detail else rect.height()
    line = QRectF(rect.x() + lead, rect.y() + (px(3) if hit.detail else 0), rect.width() - lead - px(8), half)
    paint_marked(p, mirrored(rect, line, rtl), hit.words, typed, chosen=chosen)
    if hit.detail:
        below = mirrored(rect, line.translated(0, half - px(5)), rtl)
        p.setFont(theme().font("caption"))
        p.setPen(c.ink2)
        shown = theme().metrics("caption").elidedText(hit.detail, Qt.TextElideMode.ElideRight, below.width())
        p.drawText(below, START, own_order(p, shown))


def paint_marked(
    p: QPainter, line: QRectF, words: str, typed: str, *, chosen: bool, role: str = "medium", token: str = "ink"
) -> None:
    """One line with the typed letters marked; laid out as text, so that the mark stands right in either direction."""
    c, font = colours(), theme().font(role)
    shown = theme().metrics(role).elidedText(words, Qt.TextElideMode.ElideRight, line.width())
    rtl = p.layoutDirection() == Qt.LayoutDirection.RightToLeft
    layout = QTextLayout(shown, font)
    option = QTextOption(Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft)
    own = i18n.runs_rtl(shown, window=rtl)
    option.setTextDirection(Qt.LayoutDirection.RightToLeft if own else Qt.LayoutDirection.LeftToRight)
    layout.setTextOption(option)
    layout.beginLayout()
    text = layout.createLine()
    text.setLineWidth(line.width())
    layout.endLayout()
    mark = QTextLayout.FormatRange()
    mark.start, mark.length = match_at(shown, typed)
    half = px(10 if role == "medium" else 8)
    if mark.length:
        one, other = _ends(text, mark.start, mark.start + mark.length - 1)
        under = QRectF(line.x() + min(one, other), line.center().y() - half, abs(other - one), 2 * half)
        rounded(p, under, 2, c.yellow if chosen else c.mark)
        mark.format.setForeground(c.on_yellow if chosen else c.ink)
    p.setPen(c.named(token))
    layout.draw(p, QPointF(line.x(), line.center().y() - text.height() / 2), [mark] if mark.length else [])


def _ends(line: QTextLine, first: int, last: int) -> tuple[float, float]:
    """Where the first letter begins and the last one ends, along the line; Qt hands back the letter's place as well."""
    edges = QTextLine.Edge
    said: tuple[Any, Any] = (line.cursorToX(first, edges.Leading), line.cursorToX(last, edges.Trailing))
    return float(said[0][0]), float(said[1][0])


class Completion(QWidget):
    """Lies under its line edit inside the window; the caret never leaves the field: ↓ ↑ Enter Esc.

    `find` gives hits for what is written, best first; it must answer within a keystroke. `chosen` says a hit's value.
    """

    chosen = Signal(object)

    def __init__(self, edit: QLineEdit, find: Callable[[str], Sequence[Hit]]) -> None:
        super().__init__(edit)
        self._edit, self._find = edit, find
        self._hits: list[Hit] = []
        self._at = 0
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)
        self.hide()
        edit.installEventFilter(self)
        edit.textEdited.connect(self._search)
        # Once it was shown it is the window's child, and would outlive its field.
        edit.destroyed.connect(self.deleteLater)
        follow(self)

    def restyle(self) -> None:
        if self.isVisible():
            self._place()

    def hits(self) -> list[Hit]:
        return list(self._hits)

    def _search(self, typed: str) -> None:
        self._hits = list(self._find(typed))[:_MOST] if typed.strip() else []
        self._at = 0
        if self._hits:
            self.setParent(self._edit.window())
            self._place()
            self.show()
            self.raise_()
            self._tell()
        else:
            self.hide()
        self.update()

    def _place(self) -> None:
        window = self._edit.window()
        if self.parentWidget() is not window:
            return
        below = self._edit.mapTo(window, self._edit.rect().bottomLeft())
        height = px(SPACE.hit) * len(self._hits) + 2 * px(6) + 2 * _ROOM
        width = max(self._edit.width(), px(340)) + 2 * _ROOM
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = below.x() + self._edit.width() - width + _ROOM if rtl else below.x() - _ROOM
        left = max(-_ROOM, min(left, window.width() - width + _ROOM))
        top = below.y() + px(4) - _ROOM
        if top + height - _ROOM > window.height():
            top = below.y() - self._edit.height() - px(4) - height + _ROOM
        self.setGeometry(left, top, width, height)

    def _row(self, place: int) -> QRectF:
        height = px(SPACE.hit)
        inside = QRectF(self.rect()).adjusted(_ROOM + px(6), _ROOM + px(6), -_ROOM - px(6), -_ROOM)
        return QRectF(inside.x(), inside.y() + place * height, inside.width(), height)

    def _tell(self) -> None:
        hit = self._hits[self._at]
        self.setAccessibleName(hit.words)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._edit, f"{hit.words}, {hit.detail}"))

    def _move(self, step: int) -> None:
        self._at = (self._at + step) % len(self._hits)
        self._tell()
        self.update()

    def _take(self) -> None:
        hit = self._hits[self._at]
        self.hide()
        self._edit.setText(hit.words)
        self.chosen.emit(hit.value)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._edit and self.isVisible():
            if event.type() == QEvent.Type.FocusOut:
                self.hide()
            elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
                return self._key(event.key())
        return super().eventFilter(watched, event)

    def _key(self, key: int) -> bool:
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._move(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take()
        elif key == Qt.Key.Key_Escape:
            self.hide()
        else:
            return False
        return True

    def _row_at(self, point: QPointF) -> int | None:
        return next((place for place in range(len(self._hits)) if self._row(place).contains(point)), None)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = self._row_at(event.position())
        if place is not None and place != self._at:
            self._at = place
            self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self._row_at(event.position())
        if place is not None:
            self._at = place
            self._take()

    def sizeHint(self) -> QSize:
        return self.size()

    def paintEvent(self, event: QPaintEvent) -> None:
        p, card = painter(self), QRectF(self.rect()).adjusted(_ROOM, _ROOM, -_ROOM, -_ROOM)
        shadow(p, card, SPACE.radius, blur=18, fall=4, strength=0.2)
        rounded(p, card, SPACE.radius, colours().raised, colours().edge)
        for place, hit in enumerate(self._hits):
            paint_hit(p, self._row(place), hit, self._edit.text(), chosen=place == self._at)

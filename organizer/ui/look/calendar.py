"""The small calendar under a date field: one month, all by keys."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from organizer import i18n
from organizer.i18n import _
from organizer.ui.look.button import Button, icon_button
from organizer.ui.look.focus import FocusRing
from organizer.ui.look.layout import Card, col, row
from organizer.ui.look.paint import CENTRE, painter, rounded, within
from organizer.ui.look.text import Text
from organizer.ui.look.theme import colours, follow, px, theme
from organizer.ui.look.tokens import SPACE

_DAYS, _WEEKS = 7, 6
_DAY_KEYS = {Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}


def months_later(day: date, months: int) -> date:
    """The same day of another month, or that month's last; within what dates can hold."""
    count = min(max(day.year * 12 + day.month - 1 + months, 12), 9999 * 12 + 11)
    year, month = divmod(count, 12)
    for last in range(day.day, 27, -1):
        try:
            return date(year, month + 1, last)
        except ValueError:
            continue
    return date(year, month + 1, min(day.day, 27))


class MonthGrid(QWidget):
    """Six weeks of days. Arrows move by day and week, Page keys by month, Enter takes the day."""

    chosen = Signal(object)
    moved = Signal(object)

    by_keyboard = False

    def __init__(self) -> None:
        super().__init__()
        self._day = date.today()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        follow(self)

    def restyle(self) -> None:
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        return QSize(px(34) * _DAYS, px(32) * _WEEKS + px(24))

    def day(self) -> date:
        return self._day

    def set_day(self, day: date) -> None:
        self._day = day
        words = i18n.weekday_day(day)
        self.setAccessibleName(words)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))
        self.moved.emit(day)
        self.update()

    def _first(self) -> date:
        """The day in the first cell: the week's first day on or before the first of the month."""
        first = self._day.replace(day=1)
        back = (first.weekday() - i18n.locale().first_week_day) % _DAYS
        return first - timedelta(days=min(back, first.toordinal() - 1))

    def _cell(self, place: int) -> QRectF:
        week, column = divmod(place, _DAYS)
        return within(self, QRectF(column * px(34), px(24) + week * px(32), px(34), px(32)))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """On opening the chosen day shows where one is; the ring comes with Tab."""
        self.by_keyboard = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, rtl = event.key(), self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        ahead = -1 if rtl else 1
        steps = {**_DAY_KEYS, Qt.Key.Key_Right: ahead, Qt.Key.Key_Left: -ahead}
        months = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
        if key in steps:
            self._step(steps[Qt.Key(key)])
        elif key in months:
            self.set_day(months_later(self._day, months[Qt.Key(key)]))
        elif key == Qt.Key.Key_Home:
            self.set_day(date.today())
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.chosen.emit(self._day)
        else:
            super().keyPressEvent(event)

    def _step(self, days: int) -> None:
        ordinal = self._day.toordinal() + days
        if date.min.toordinal() <= ordinal <= date.max.toordinal():
            self.set_day(date.fromordinal(ordinal))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        first = self._first()
        for place in range(_DAYS * _WEEKS):
            if self._cell(place).contains(event.position()):
                self.chosen.emit(first + timedelta(days=place))

    def paintEvent(self, event: QPaintEvent) -> None:
        p, first, today = painter(self), self._first(), date.today()
        names = i18n.locale().days["stand-alone"]["narrow"]
        p.setFont(theme().font("keycap"))
        p.setPen(colours().ink3)
        for column in range(_DAYS):
            place = self._cell(column).translated(0, -px(26))
            p.drawText(place, CENTRE, names[(first + timedelta(days=column)).weekday()])
        p.setFont(theme().font("small"))
        for place_no in range(_DAYS * _WEEKS):
            self._paint_day(p, self._cell(place_no), first + timedelta(days=place_no), today)

    def _paint_day(self, p: QPainter, cell: QRectF, day: date, today: date) -> None:
        c, box = colours(), cell.adjusted(2, 1, -2, -1)
        ink = c.ink if day.month == self._day.month else c.ink3
        if day == self._day:
            rounded(p, box, SPACE.radius - 2, c.primary)
            ink = c.on_primary
        elif day == today:
            rounded(p, box, SPACE.radius - 2, None, c.red)
        p.setPen(ink)
        p.drawText(cell, CENTRE, str(day.day))


class CalendarPopup(QWidget):
    """Opened under its field; Esc closes it and leaves the field as it was."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAccessibleName(_("Choose a day"))
        self.grid = MonthGrid()
        self._title = Text("", "group")
        self._title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        before, after = icon_button("chevron-left", _("Month before")), icon_button("chevron-right", _("Month after"))
        before.clicked.connect(lambda: self.grid.set_day(months_later(self.grid.day(), -1)))
        after.clicked.connect(lambda: self.grid.set_day(months_later(self.grid.day(), 1)))
        today = Button(_("Today"), "link", small=True, keys="Home")
        today.clicked.connect(lambda: self._take(date.today()))
        body = col(row(before, (self._title, 1), after), self.grid, row(None, today), gap=6, margins=(10, 8, 10, 8))
        self.setLayout(col(Card(body, edge="edge", radius=0), gap=0))
        self.grid.moved.connect(lambda day: self._title.setText(i18n.month_year(day)))
        self.grid.chosen.connect(self._take)
        self.ring = FocusRing(self)

    def show_at(self, place: QPoint, day: date, field: QWidget) -> None:
        """At a point of the screen, kept on it; mirrored with the field."""
        self.setLayoutDirection(field.layoutDirection())
        self.grid.set_day(day)
        self.adjustSize()
        room = field.screen().availableGeometry()
        left = place.x() + (field.width() - self.width() if field.layoutDirection() == Qt.LayoutDirection.RightToLeft else 0)
        left = max(room.left(), min(left, room.right() - self.width()))
        top = place.y() if place.y() + self.height() <= room.bottom() else place.y() - self.height() - field.height() - px(8)
        self.move(left, max(room.top(), top))
        self.show()
        self.grid.setFocus(Qt.FocusReason.PopupFocusReason)

    def _take(self, day: date) -> None:
        self.close()
        self.chosen.emit(day)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

"""DateField and TimeEdit: a line that understands what people write, and for days a small calendar."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from organizer import i18n
from organizer.i18n import _
from organizer.ui.look.button import Button
from organizer.ui.look.calendar import CalendarPopup
from organizer.ui.look.edit import Edit
from organizer.ui.look.paint import within
from organizer.ui.look.theme import px, theme

_BUTTON = 30
_WIDE_DAY = date(2012, 12, 28)


class CalendarButton(Button):
    """Opens the calendar of a day with the mouse; with the keyboard, Alt+↓ in the line does."""

    def __init__(self, line: QWidget) -> None:
        super().__init__("", "quiet", icon="calendar", small=True, name=_("Choose a day"))
        self.setParent(line)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.ArrowCursor)


class DateField(Edit):
    """A day. `parse` reads what people write and gives None for what is no day; on leaving, the words are set in order.

    `edited`: the person changed it, by writing or in the calendar (Alt+↓).
    """

    edited = Signal()

    def __init__(
        self,
        parse: Callable[[str], date | None],
        *,
        words: Callable[[date], str] = i18n.day,
        hint: str = "",
        icon: str | None = None,
    ) -> None:
        self._parse, self._say = parse, words
        super().__init__(hint=hint, icon=icon)
        self._shown: tuple[str, date] | None = None
        self._calendar: CalendarPopup | None = None
        self._button = CalendarButton(self)
        self._button.clicked.connect(self.open_calendar)
        self.set_room_after(_BUTTON - 6)
        self.textEdited.connect(lambda _text: self.edited.emit())

    @property
    def editor(self) -> Edit:
        return self

    def value(self) -> date | None:
        """The day, or None while nothing readable stands here: see `is_unreadable`."""
        text = self.text().strip()
        if self._shown is not None and text == self._shown[0]:
            return self._shown[1]
        return self._parse(text) if text else None

    def is_unreadable(self) -> bool:
        return bool(self.text().strip()) and self.value() is None

    def set_value(self, value: date | None) -> None:
        self._shown = None if value is None else (self._say(value), value)
        self.setText(self._shown[0] if self._shown else "")
        self.setCursorPosition(0)

    def set_sealed(self, sealed: bool) -> None:
        super().set_sealed(sealed)
        self._button.setVisible(not sealed)

    def open_calendar(self) -> None:
        """Open the calendar under the field, at its day or today."""
        if self._calendar is None:
            self._calendar = CalendarPopup(self)
            self._calendar.chosen.connect(self._take)
        self._calendar.show_at(self.mapToGlobal(QPoint(0, self.height() + px(4))), self.value() or date.today(), self)

    def _take(self, value: date) -> None:
        self.set_value(value)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edited.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.open_calendar()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Put what was written into the form all days have. What cannot be read stays as it was written."""
        super().focusOutEvent(event)
        value = self.value()
        if value is not None and event.reason() != Qt.FocusReason.PopupFocusReason:
            self.set_value(value)

    def restyle(self) -> None:
        super().restyle()
        longest = theme().metrics("body").horizontalAdvance(self._say(_WIDE_DAY))
        self.setMinimumWidth(round(longest) + px(_BUTTON + (46 if self._icon else 22)))
        self._place_button()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_button()

    def _place_button(self) -> None:
        button = getattr(self, "_button", None)
        if button is not None:
            side = self.height() - px(6)
            place = within(self, QRectF(self.width() - side - px(3), px(3), side, side))
            button.setGeometry(place.toRect())


class TimeEdit(Edit):
    """A time of the day. `parse` reads what people write ("5.30 pm", "12 noon") and gives None for what is no time."""

    edited = Signal()

    def __init__(self, parse: Callable[[str], time | None], *, hint: str = "") -> None:
        super().__init__(hint=hint)
        self._parse = parse
        self.textEdited.connect(lambda _text: self.edited.emit())

    @property
    def editor(self) -> Edit:
        return self

    def value(self) -> time | None:
        text = self.text().strip()
        return self._parse(text) if text else None

    def is_unreadable(self) -> bool:
        return bool(self.text().strip()) and self.value() is None

    def set_value(self, value: time | None) -> None:
        self.setText("" if value is None else i18n.clock(value))
        self.setCursorPosition(0)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        value = self.value()
        if value is not None:
            self.set_value(value)

"""What a leaflet calls people to: a picket's day and times, kept on the leaflet even when the picket moves."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, time
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from organizer import i18n
from organizer.errors import MissingRecord, Problem
from organizer.i18n import _
from organizer.records.picket import Picket
from organizer.records.reading import ReadingError, read_clock, read_day
from organizer.records.values import DatePrecision
from organizer.sheets.sheet import Note
from organizer.ui.completion import CompletionEdit, Suggestion
from organizer.ui.controls import Control
from organizer.ui.look.dates import DateField, TimeEdit
from organizer.ui.look.field import Field
from organizer.ui.look.layout import col, row
from organizer.ui.look.parts import Button, DateTile, Elided, Text
from organizer.ui.look.sheet import Sheet
from organizer.ui.prints.from_picket import picket_suggestions
from organizer.ui.prints.noted import NotedPlace
from organizer.ui.session import Session


@dataclass(frozen=True)
class Call:
    """Which picket, which day, from when to when; local to its city."""

    picket_id: int | None = None
    day: date | None = None
    starts: time | None = None
    ends: time | None = None

    @classmethod
    def of(cls, record: Any) -> Call:
        return cls(record.picket_id, record.day, record.starts, record.ends)

    @classmethod
    def to(cls, picket: Picket) -> Call:
        return cls(picket.id, picket.day, picket.starts, picket.ends)


def when_words(call: Call) -> str:
    """Friday, 17:00 to 19:00"""
    if call.day is None:
        return _("No day yet")
    day = i18n.weekday(call.day)
    if call.starts is None:
        return day
    if call.ends is None:
        return _("{weekday}, {start}").format(weekday=day, start=i18n.clock(call.starts))
    sentence = _("{weekday}, {start} to {end}")
    return sentence.format(weekday=day, start=i18n.clock(call.starts), end=i18n.clock(call.ends))


class CallSheet(Sheet):
    """Choose the picket, and change day and times by hand where the leaflet wants others."""

    taken = Signal(object)

    def __init__(self, window: QWidget, session: Session, call: Call) -> None:
        self._session = session
        self._picket_id = call.picket_id
        self.picket = CompletionEdit(lambda typed: picket_suggestions(session, typed), after="chevron-down")
        self.day = DateField(self._parse_day)
        self.starts = TimeEdit(_parse_clock)
        self.ends = TimeEdit(_parse_clock)
        self.use = Button(_("Use these"), "primary")
        self._fields = {
            "picket": Field(_("Picket"), self.picket, optional=True),
            "day": Field(_("Day"), self.day),
            "starts": Field(_("Starts"), self.starts),
            "ends": Field(_("Ends"), self.ends, optional=True),
        }
        cancel = Button(_("Cancel"), "quiet")
        times = row((self._fields["day"], 2), (self._fields["starts"], 1), (self._fields["ends"], 1), gap=10)
        whole = col(
            Text(_("Come to"), "title"),
            Text(_("The leaflet keeps these, even when the picket moves later."), "body", "ink2", wrap=True),
            self._fields["picket"],
            times,
            row(None, cancel, self.use, gap=8),
            gap=14,
            margins=(24, 20, 24, 20),
        )
        super().__init__(window, _("Come to"), whole, width=520)
        self._fill(call)
        self.picket.picked.connect(self._on_picket)
        self.use.clicked.connect(self._take)
        cancel.clicked.connect(self.dismiss)
        self.closed.connect(self.deleteLater)

    def _fill(self, call: Call) -> None:
        picket = known_picket(self._session, call.picket_id)
        self.picket.show_choice(Suggestion(picket.title(), picket.id) if picket else None)
        self._show_times(call)

    def _show_times(self, call: Call) -> None:
        self.day.set_value(call.day)
        self.starts.set_value(call.starts)
        self.ends.set_value(call.ends)

    def _on_picket(self, suggestion: Suggestion) -> None:
        picket = known_picket(self._session, suggestion.value)
        if picket is not None:
            self._show_times(Call.to(picket))

    def _parse_day(self, words: str) -> date | None:
        try:
            found = read_day(words, today=self._session.today())
        except ReadingError:
            return None
        return found.day if found else None

    def _is_refused(self, name: str) -> bool:
        """Whether what stands there cannot be read; the reason is shown at the field."""
        edits: dict[str, DateField | TimeEdit] = {"day": self.day, "starts": self.starts, "ends": self.ends}
        edit = edits[name]
        if not edit.is_unreadable():
            return False
        try:
            read_day(edit.text(), today=self._session.today()) if name == "day" else read_clock(edit.text())
        except ReadingError as fault:
            self._fields[name].show_problem(str(fault))
        return True

    def _take(self) -> None:
        for field in self._fields.values():
            field.clear_problem()
        unread = [name for name in ("day", "starts", "ends") if self._is_refused(name)]
        if unread:
            self._fields[unread[0]].setFocus()
            return
        self.picket.settle()
        chosen = self.picket.chosen()
        picket_id = chosen.value if chosen else None
        self.taken.emit(Call(picket_id, self.day.value(), self.starts.value(), self.ends.value()))
        self.dismiss()


def _parse_clock(words: str) -> time | None:
    try:
        return read_clock(words)
    except ReadingError:
        return None


def known_picket(session: Session, picket_id: int | None) -> Picket | None:
    """The picket of this id, if it is still in the file."""
    if picket_id is None:
        return None
    try:
        return session.store.get(Picket, picket_id)
    except MissingRecord:
        return None


class CallControl(Control):
    """`day`, `starts`, `ends` and `picket_id` of a leaflet, as one."""

    bare = True

    def __init__(self, session: Session) -> None:
        self.tile = DateTile(size=44)
        self.name = Elided("", "strong")
        self.second = Elided("", "small", "ink2")
        self.button = Button(_("Change"), small=True, name=_("Change picket, day and times"))
        self.moved = Button("", "link", small=True, role="small_strong")
        self.moved.hide()
        line = row(self.tile, (col(None, self.name, self.second, None, gap=0), 1), self.button, gap=12)
        self._place = NotedPlace(line, row(self.moved, None))
        super().__init__("day", self._place)
        self._session = session
        self._call = Call()
        self.button.clicked.connect(self.change)
        self.moved.clicked.connect(self._follow_picket)

    def call(self) -> Call:
        return self._call

    def change(self) -> None:
        sheet = CallSheet(self._place.window(), self._session, self._call)
        sheet.taken.connect(self.set_call)
        sheet.show_over(sheet.picket)

    def set_call(self, call: Call) -> None:
        """Another picket, day or time, by a person's hand."""
        if call != self._call:
            self._show(call)
            self.edited.emit()

    def _follow_picket(self) -> None:
        picket = known_picket(self._session, self._call.picket_id)
        if picket is not None:
            self.set_call(Call.to(picket))

    def _show(self, call: Call) -> None:
        self._call = call
        picket = known_picket(self._session, call.picket_id)
        day = call.day
        self.tile.setVisible(day is not None)
        exact = picket is None or picket.day != day or picket.day_precision != DatePrecision.MONTH
        if day is not None and exact:
            self.tile.show_day(i18n.number(day.day), i18n.month_short(day), spoken=i18n.day_long(day))
        elif day is not None:
            self.tile.show_day(i18n.month_short(day), str(day.year), exact=False, spoken=i18n.month_year(day))
        self.name.setText(_occasion(picket))
        city = picket.city.name if picket is not None and picket.city is not None else ""
        self.second.setText(i18n.joined(when_words(call), city))
        self._say_moved(picket)

    def _say_moved(self, picket: Picket | None) -> None:
        """The picket has another day or time by now than what is printed."""
        moved = picket is not None and picket.day is not None and Call.to(picket) != self._call
        self.moved.setVisible(moved)
        if moved and picket is not None and picket.day is not None:
            now = replace(Call.to(picket), picket_id=None)
            sentence = _("The picket is now on {day}, {when}. Take that")
            self.moved.set_words(sentence.format(day=i18n.day(picket.day), when=when_words(now)))

    def show(self, record: Any) -> None:
        self._show(Call.of(record))

    def take(self, record: Any) -> list[Problem]:
        call = self._call
        record.picket_id, record.day, record.starts, record.ends = call.picket_id, call.day, call.starts, call.ends
        return []

    def raw(self) -> dict[str, Any]:
        call = self._call
        moments = {"day": call.day, "starts": call.starts, "ends": call.ends}
        return {"picket": call.picket_id, **{name: at.isoformat() if at else None for name, at in moments.items()}}

    def restore(self, raw: Any) -> None:
        day = date.fromisoformat(raw["day"]) if raw.get("day") else None
        starts, ends = (time.fromisoformat(raw[name]) if raw.get(name) else None for name in ("starts", "ends"))
        self._show(Call(raw.get("picket"), day, starts, ends))

    def show_note(self, note: Note | None) -> None:
        self._place.show_note(note)


def _occasion(picket: Picket | None) -> str:
    if picket is None:
        return _("No picket")
    return picket.occasion or picket.place_words() or picket.title()

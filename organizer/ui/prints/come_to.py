"""What a leaflet calls people to: a picket's day and times, kept on the leaflet even when the picket moves."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from typing import Any

from organizer import i18n
from organizer.errors import Problem
from organizer.i18n import _
from organizer.records.picket import Picket
from organizer.records.values import DatePrecision
from organizer.sheets.sheet import Note
from organizer.ui.controls import Control
from organizer.ui.look.layout import col, row
from organizer.ui.look.parts import Button, DateTile, Elided
from organizer.ui.prints.call_sheet import Call, CallSheet, known_picket
from organizer.ui.prints.noted import NotedPlace
from organizer.ui.session import Session


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
        self._call, self._of = Call(), 0
        self.button.clicked.connect(self.change)
        self.moved.clicked.connect(self._follow_picket)

    def call(self) -> Call:
        return self._call

    def change(self) -> None:
        sheet = CallSheet(self._place.window(), self._session, self._call, of=self._of)
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
        exact = picket is None or picket.day != day or picket.day_precision == DatePrecision.EXACT
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
        self._of = record.id or 0
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

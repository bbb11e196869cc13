"""The sheet on which a leaflet's picket, day and times are chosen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from organizer.errors import MissingRecord
from organizer.i18n import _
from organizer.records.picket import Picket
from organizer.records.reading import ReadingError, read_clock, read_day
from organizer.ui.completion import CompletionEdit, Suggestion
from organizer.ui.look.dates import DateField, TimeEdit
from organizer.ui.look.field import Field
from organizer.ui.look.layout import col, row
from organizer.ui.look.parts import Button, Text
from organizer.ui.look.sheet import Sheet
from organizer.ui.prints.from_picket import picket_suggestions
from organizer.ui.session import Session
from organizer.ui.sheet_draft import SheetDraft


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


class CallSheet(Sheet):
    """Choose the picket, and change day and times by hand where the leaflet wants others. `of` is the leaflet's number."""

    taken = Signal(object)

    def __init__(self, window: QWidget, session: Session, call: Call, *, of: int = 0) -> None:
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
        self._began = self._typed()
        SheetDraft(self, session, f"call {of}", self._changed, self._restore)
        self.picket.picked.connect(self._on_picket)
        self.use.clicked.connect(self._take)
        cancel.clicked.connect(self.dismiss)
        self.closed.connect(self.deleteLater)

    def _fill(self, call: Call) -> None:
        picket = known_picket(self._session, call.picket_id)
        self.picket.show_choice(Suggestion(picket.title(), picket.id) if picket else None)
        self._show_times(call)

    def _typed(self) -> dict[str, Any]:
        """What stands in the fields, as it is written there."""
        chosen = self.picket.chosen()
        words = {name: edit.text() for name, edit in self._edits().items()}
        return {**words, "picket": self.picket.text(), "picket_id": chosen.value if chosen else None}

    def _changed(self) -> dict[str, Any]:
        typed = self._typed()
        return typed if typed != self._began else {}

    def _restore(self, typed: dict[str, Any]) -> None:
        picket = known_picket(self._session, typed["picket_id"])
        if picket is not None:
            self.picket.show_choice(Suggestion(picket.title(), picket.id))
        else:
            self.picket.show_choice(None)
            self.picket.setText(typed["picket"])
        for name, edit in self._edits().items():
            edit.setText(typed[name])

    def _edits(self) -> dict[str, DateField | TimeEdit]:
        return {"day": self.day, "starts": self.starts, "ends": self.ends}

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
        edit = self._edits()[name]
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
        unread = [name for name in self._edits() if self._is_refused(name)]
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

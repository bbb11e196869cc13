"""Fields of forms as data: `line("occasion", …)` and its like name an attribute, a label, and the control to make."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import time
from typing import Any

from PySide6.QtWidgets import QCheckBox

from organizer import i18n
from organizer.i18n import _
from organizer.records.reading import read_clock, read_count, read_money
from organizer.ui.controls import AreaControl, CheckControl, ChoiceControl, Control, DayControl, LineControl
from organizer.ui.kind import Field
from organizer.ui.look.choice import Choice
from organizer.ui.look.edit import Area, Edit
from organizer.ui.look.segmented import Segmented
from organizer.ui.look.theme import px
from organizer.ui.session import Session

__all__ = [
    "AreaControl",
    "CheckControl",
    "ChoiceControl",
    "Control",
    "DayControl",
    "LineControl",
    "area",
    "check",
    "choice",
    "clock",
    "count",
    "day",
    "line",
    "money",
    "segmented",
]


class _CountEdit(Edit):
    """Never so narrow that a number of five digits is cut."""

    def restyle(self) -> None:
        super().restyle()
        self.setMinimumWidth(px(64))


def line(attribute: str, label: str, *, share: int = 1, optional: bool = False, hint: str = "") -> Field:
    """One line of words."""
    return Field(attribute, label, lambda _session: LineControl(attribute, Edit()), share, optional, hint)


def area(attribute: str, label: str, *, lines: int = 3, optional: bool = False, hint: str = "", listed: bool = False) -> Field:
    """Several lines of words; `listed`: a list with an entry a line."""
    return Field(attribute, label, lambda _session: AreaControl(attribute, Area(lines=lines), listed=listed), 1, optional, hint)


def count(attribute: str, label: str, *, share: int = 1, optional: bool = False, empty: int | None = None) -> Field:
    """A whole number; `empty` is what no words mean."""

    def make(_session: Session) -> Control:
        def read(words: str, _record: Any) -> int | None:
            found = read_count(words)
            return empty if found is None else found

        def write(value: int | None, _record: Any) -> str:
            return "" if value is None or (value == 0 and empty == 0) else i18n.number(value)

        return LineControl(attribute, _CountEdit(), read=read, write=write)

    return Field(attribute, label, make, share, optional)


def money(attribute: str, label: str, *, currency: str = "currency", share: int = 1, optional: bool = False) -> Field:
    """An amount in minor units; a currency typed with it goes before the chosen one."""

    def read(words: str, record: Any) -> int:
        found = read_money(words, getattr(record, currency))
        if found is None:
            return 0
        setattr(record, currency, found.currency)
        return found.minor

    def write(value: int, record: Any) -> str:
        return i18n.figure(value, getattr(record, currency)) if value else ""

    return Field(attribute, label, lambda _session: LineControl(attribute, Edit(), read=read, write=write), share, optional)


def day(attribute: str, label: str, *, share: int = 1, optional: bool = False) -> Field:
    return Field(attribute, label, lambda session: DayControl(attribute, session.today), share, optional)


def clock(attribute: str, label: str, *, share: int = 1, optional: bool = False) -> Field:
    """A time of day."""

    def write(value: time | None, _record: Any) -> str:
        return "" if value is None else i18n.clock(value)

    def make(_session: Session) -> Control:
        return LineControl(attribute, Edit(), read=lambda words, _record: read_clock(words), write=write)

    return Field(attribute, label, make, share, optional)


def choice(attribute: str, label: str, choices: Mapping[str, str], *, share: int = 1) -> Field:
    """One of a table of codes and marked words."""

    def make(_session: Session) -> Control:
        return ChoiceControl(attribute, Choice((code, _(words)) for code, words in choices.items()))

    return Field(attribute, label, make, share, words=choices)


def segmented(attribute: str, label: str, choices: Mapping[str, str]) -> Field:
    """One of two to five words in a row; without a label the group's heading says what it is."""

    def make(_session: Session) -> Control:
        return ChoiceControl(attribute, Segmented([(code, _(words)) for code, words in choices.items()]))

    return Field(attribute, label, make, words=choices)


def check(attribute: str, words: str, *, share: int = 1) -> Field:
    def make(_session: Session) -> Control:
        box = QCheckBox(_(words))
        box.setAccessibleName(_(words))
        return CheckControl(attribute, box)

    return Field(attribute, words, make, share)

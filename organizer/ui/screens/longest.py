"""The longest that a column of days, of codes or of states can hold in this language: what its width is made for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, time

from organizer import i18n
from organizer.i18n import _
from organizer.ui.look.cells import Cell

Longest = Callable[[], list[Cell]]
_NONE: Mapping[str, str] = {}


def days() -> list[Cell]:
    """A day of two digits in each month."""
    return [Cell(text=words) for words in _days()]


def days_and_times() -> list[Cell]:
    return [Cell(text=words, after=i18n.clock(time(20, 30))) for words in _days()]


def _days() -> list[str]:
    return [i18n.day(date(2012, month, 28)) for month in range(1, 13)]


def codes(table: Mapping[str, str], *, evidence: bool = False, icon: str = "") -> Longest:
    """The words of a table of codes, as they stand in cells: with a swatch of evidence or an icon before them."""
    return lambda: [Cell(text=_(words), evidence=code if evidence else "", icon=icon) for code, words in table.items()]


def states(table: Mapping[str, str], looks: Mapping[str, str] = _NONE) -> Longest:
    """The states of a kind, as badges and quiet words; `looks` says which state of marks.STATES one is drawn as, where that has
    another name.
    """
    return lambda: [Cell(text=_(words), state=looks.get(code, code)) for code, words in table.items()]

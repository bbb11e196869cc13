"""The cells of a letter book as they are typed or pasted, each read into what it means, or into a sentence that says why not."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from organizer import i18n
from organizer.i18n import _
from organizer.records.letter import MOST_LETTERS
from organizer.records.reading import Day, ReadingError, read_count, read_day
from organizer.records.reading_text import shown
from organizer.records.reading_words import code_by_word, name_key
from organizer.records.values import Channel, DatePrecision, Evidence, day_words

FIELDS = ("day", "organisation", "city", "target", "channel", "quantity", "evidence")
"""The columns, in their order."""
DAY, ORGANISATION, CITY, TARGET, CHANNEL, QUANTITY, EVIDENCE = range(len(FIELDS))

_DIGITS = re.compile(r"\d+")
# In front of a piece that is taken out, or behind it: what joined it to the rest.
_JOINT = r"[\s/.,-]*"


@dataclass(frozen=True)
class Way:
    """A way out of a fault: the words on its button, and what is written into the cell."""

    words: str
    text: str


@dataclass(frozen=True)
class Fault:
    """Why a cell cannot be taken: what is wrong, what to do, and ways out. `column` is its number in FIELDS."""

    column: int
    sentence: str
    hint: str = ""
    ways: tuple[Way, ...] = ()


class CellError(Exception):
    """Carries the Fault of a cell."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.sentence)
        self.fault = fault


def day_of(text: str, today: date) -> Day:
    """The day of a cell that is not empty."""
    try:
        found = read_day(text, today=today)
    except ReadingError as error:
        raise CellError(Fault(DAY, error.sentence, error.hint, tuple(_days_instead(text, today)))) from error
    if found is None:
        raise CellError(Fault(DAY, _("There is no day."), _("Type one; the month alone is enough.")))
    return found


def _days_instead(text: str, today: date) -> list[Way]:
    """What may have been meant: the month and the day the other way round, or the month alone."""
    found = [_reading(text, today, day_first=False)]
    for number in _DIGITS.finditer(text):
        before, behind = text[: number.start()], text[number.end() :]
        rest = re.sub(_JOINT + "$", "", before) + re.sub("^" + _JOINT, " " if before.strip() else "", behind)
        reading = _reading(rest, today)
        found.append(reading if reading is not None and reading.precision == DatePrecision.MONTH else None)
    words = dict.fromkeys(day_words(*reading) for reading in found if reading is not None)
    return [Way(said, said) for said in words][:1]


def _reading(text: str, today: date, *, day_first: bool = True) -> Day | None:
    try:
        return read_day(text, day_first=day_first, today=today)
    except ReadingError:
        return None


def quantity_of(text: str) -> int:
    """How many letters; an empty cell is one."""
    try:
        count = read_count(text)
    except ReadingError as error:
        raise CellError(Fault(QUANTITY, error.sentence, error.hint)) from error
    if count is None:
        return 1
    if not 1 <= count <= MOST_LETTERS:
        sentence = _("{text} is not a number of letters.").format(text=shown(text))
        raise CellError(Fault(QUANTITY, sentence, _("Type how many were sent, from 1 on.")))
    return count


def channel_of(text: str) -> str:
    return _code(CHANNEL, text, "channel", Channel.WORDS)


def evidence_of(text: str) -> str:
    return _code(EVIDENCE, text, "copy", Evidence.WORDS)


def _code(column: int, text: str, field: str, table: Mapping[str, str]) -> str:
    code = _codes(field, i18n.language(), tuple(table.items())).get(name_key(text))
    if code is None:
        usual = ", ".join(_(words) for words in table.values())
        sentence = _("“{text}” is not known here.").format(text=shown(text))
        raise CellError(Fault(column, sentence, _("Use one of: {words}.").format(words=usual)))
    return code


@cache
def _codes(field: str, _language: str, table: tuple[tuple[str, str], ...]) -> dict[str, str]:
    """By the words of sheets and by those of the language in force."""
    return {**code_by_word("letters", field), **{name_key(_(words)): code for code, words in table}}

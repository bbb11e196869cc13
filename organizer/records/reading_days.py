"""Days and times of day as people write them: 16/12/2011, 6 December 2012, Dec 2012, yesterday; 12 noon, 17h30, 14:00 Uhr."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, time, timedelta
from functools import lru_cache
from typing import NamedTuple

from organizer import i18n
from organizer.i18n import _
from organizer.records.gazetteer_file import fold_name
from organizer.records.reading_text import ReadingError, plain, shown
from organizer.records.values import DatePrecision

_LANGUAGES = ("en", "de", "ru", "fr", "es")
_FIRST_YEAR, _LAST_YEAR = 1900, 2199
# A year of two digits lies at most this far ahead: in 2026, 46 is 2046 and 47 is 1947.
_YEARS_AHEAD = 20
_CLOCK_BEHIND = r"(?:[t,]? ?\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?z?)?"
_YEAR_FIRST = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})" + _CLOCK_BEHIND)
_YEAR_LAST = re.compile(r"(\d{1,2}) ?([-/.]) ?(\d{1,2}) ?\2 ?(\d{4}|\d{2})(?: ?г\.?)?" + _CLOCK_BEHIND)
_UNBROKEN = re.compile(r"(\d{4})(\d{2})(\d{2})")
_THIS_YEAR = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\.?")
_MONTH_LAST = re.compile(r"(\d{4})[-/.](\d{1,2})")
_MONTH_FIRST = re.compile(r"(\d{1,2})[-/.](\d{4})")
_ABOUT = re.compile(
    r"(?:about|around|approx\.?|circa|ca\.?|c\.|etwa|um den|gegen|около|примерно|vers|environ|hacia|~|≈)\s*(?=\S)"
)
_FILLERS = "the of st nd rd th er o on am den der le du de del el г год года ж year 年 日 년 일"
_RELATIVE = {
    "today": 0, "heute": 0, "сегодня": 0, "aujourd'hui": 0, "hoy": 0,
    "yesterday": -1, "gestern": -1, "вчера": -1, "hier": -1, "ayer": -1,
    "tomorrow": 1, "morgen": 1, "завтра": 1, "demain": 1, "mañana": 1,
}  # fmt: skip
_NOON = frozenset(
    {"noon", "midday", "12 noon", "mittag", "mittags", "12 uhr mittags", "полдень", "в полдень", "midi", "mediodía"}
)
_MIDNIGHT = frozenset(
    {"midnight", "12 midnight", "mitternacht", "um mitternacht", "полночь", "в полночь", "minuit", "medianoche"}
)
_CLOCK = re.compile(r"(?:at |um |в |à )?(\d{1,2})(?: ?([:.h]) ?(\d{2}))?(?::\d{2}(?:\.\d+)?)? ?(.*)")
_CLOCK_UNBROKEN = re.compile(r"(\d{1,2})(\d{2}) ?(uhr|h|hrs|hours)?\.?")
_HOUR_WORDS = frozenset(("uhr", "h", "hrs", "hours", "o'clock", "ч", "ч.", "час", "часа", "часов"))


class Day(NamedTuple):
    """A day and how certain it is: a code of DatePrecision. Of a month the day is its first."""

    day: date
    precision: str


def read_day(text: str, *, day_first: bool = True, today: date) -> Day | None:
    """The day that the text says, None for blank text. `today` gives the year that is left out, and means today.

    16/12/2011 is read as `day_first` says, with dots always day first, and never guessed: 12/16/2011 is refused unless the
    month comes first. Raises ReadingError.
    """
    words = plain(text)
    if not words:
        return None
    bare = words.rstrip("? ")
    about = _ABOUT.match(bare) or _own_about(bare)
    found = _day(bare[about.end() :] if about else bare, text, day_first=day_first, today=today)
    if about or bare != words:
        return Day(found.day, DatePrecision.ESTIMATE) if found.precision == DatePrecision.EXACT else found
    return found


def _own_about(text: str) -> re.Match[str] | None:
    """The word for "about" in the language in force, as it is written before a day."""
    word = plain(_("about {day}").partition("{day}")[0])
    return re.compile(re.escape(word) + r"\s*(?=\S)").match(text) if word else None


def _day(text: str, typed: str, *, day_first: bool, today: date) -> Day:
    relative = _RELATIVE | {plain(_("today")): 0, plain(_("yesterday")): -1, plain(_("tomorrow")): 1}
    if text in relative:
        return Day(today + timedelta(days=relative[text]), DatePrecision.EXACT)
    found = _in_figures(text, typed, day_first=day_first, today=today) or _in_words(text, typed, today)
    if found is None:
        raise _no_day(typed)
    return found


def _in_figures(text: str, typed: str, *, day_first: bool, today: date) -> Day | None:
    if match := _YEAR_FIRST.fullmatch(text):
        return _exact(int(match[1]), int(match[3]), int(match[4]), typed)
    if match := _UNBROKEN.fullmatch(text):
        return _exact(int(match[1]), int(match[2]), int(match[3]), typed)
    if match := _YEAR_LAST.fullmatch(text) or _THIS_YEAR.fullmatch(text):
        first, mark, second, *years = match.groups()
        year = _full_year(years[0], today) if years else today.year
        day, month = (first, second) if day_first or mark == "." else (second, first)
        if int(month) > 12 >= int(day) and mark != ".":
            raise ReadingError(_not_a_day(typed), _other_order(int(month), day_first=day_first))
        return _exact(year, int(month), int(day), typed)
    if match := _MONTH_LAST.fullmatch(text):
        return _month(int(match[1]), int(match[2]), typed)
    if match := _MONTH_FIRST.fullmatch(text):
        return _month(int(match[2]), int(match[1]), typed)
    return None


def _other_order(month: int, *, day_first: bool) -> str:
    if day_first:
        return _("There is no month {month}. Does this sheet write the month first?").format(month=month)
    return _("There is no month {month}. Does this sheet write the day first?").format(month=month)


def _in_words(text: str, typed: str, today: date) -> Day | None:
    """Day, month by name and year in any order; the weekday and words such as "of" do not matter."""
    words = f" {_spaced(text)} "
    months, others = _names(i18n.language())
    month = next((name for name in months if f" {name} " in words), None)
    if month is None:
        return None
    words = words.replace(f" {month} ", " ", 1)
    numbers = [word for word in words.split() if word not in others]
    if not numbers or len(numbers) > 2 or not all(word.isdecimal() and len(word) in (1, 2, 4) for word in numbers):
        return None
    years = [word for word in numbers if len(word) == 4]
    if len(years) == len(numbers):
        return _month(int(years[0]), months[month], typed) if len(years) == 1 else None
    if not years and len(numbers) == 2:
        years = [numbers[1]]
    day = next(word for word in numbers if len(word) < 3)
    return _exact(_full_year(years[0], today) if years else today.year, months[month], int(day), typed)


def _spaced(text: str) -> str:
    """Folded, with digits and letters apart: "6dec" is two words."""
    return " ".join(re.sub(r"(\d+)", r" \1 ", fold_name(text)).split())


@lru_cache(maxsize=4)
def _names(tag: str) -> tuple[dict[str, int], frozenset[str]]:
    """Names of months, the longest first, and words that do not matter, folded: in the tag's language and in the common ones."""
    months: dict[str, int] = {"sept": 9, "maerz": 3}
    others = {"thurs", "tues", *map(fold_name, _FILLERS.split())}
    for locale in (i18n.locale(tag), *map(i18n.locale, _LANGUAGES)):
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for number, name in locale.months[context][width].items():
                    months.setdefault(_spaced(name), number)
                others.update(
                    word
                    for name in locale.days[context][width].values()
                    for word in fold_name(name).split()
                    if not word.isdecimal()
                )
    named = {name: number for name, number in months.items() if not name.isdecimal()}
    return dict(sorted(named.items(), key=lambda item: -len(item[0]))), frozenset(others - set(named))


def _full_year(digits: str, today: date) -> int:
    if len(digits) == 4:
        return int(digits)
    year = today.year // 100 * 100 + int(digits)
    return year - 100 if year > today.year + _YEARS_AHEAD else year


def _exact(year: int, month: int, day: int, typed: str) -> Day:
    _month(year, month, typed)
    days = monthrange(year, month)[1]
    if not 1 <= day <= days:
        name = i18n.month_year(date(year, month, 1))
        raise ReadingError(_not_a_day(typed), _("{month} has {days} days.").format(month=name, days=days))
    return Day(date(year, month, day), DatePrecision.EXACT)


def _month(year: int, month: int, typed: str) -> Day:
    if not 1 <= month <= 12:
        raise ReadingError(_not_a_day(typed), _("There is no month {month}.").format(month=month))
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        raise _no_day(typed)
    return Day(date(year, month, 1), DatePrecision.MONTH)


def _not_a_day(typed: str) -> str:
    return _("{text} is not a day.").format(text=shown(typed))


def _no_day(typed: str) -> ReadingError:
    return ReadingError(_not_a_day(typed), _("Write it like 16 Dec 2011 or 2011-12-16."))


def read_clock(text: str) -> time | None:
    """The time of day that the text says, to the minute; None for blank text. Raises ReadingError, also for a bare "5"."""
    words = plain(text)
    if not words:
        return None
    if words in _NOON or words == plain(_("noon")):
        return time(12)
    if words in _MIDNIGHT or words == plain(_("midnight")):
        return time(0)
    if match := _CLOCK_UNBROKEN.fullmatch(words):
        return _time(int(match[1]), int(match[2]), text)
    match = _CLOCK.fullmatch(words)
    if match is None:
        raise _no_time(text)
    hour, mark, minute, half = int(match[1]), match[2], int(match[3] or 0), match[4].replace(".", "").replace(" ", "")
    if half in ("am", "pm", "noon"):
        return _time(_of_24(hour, half, text), minute, text)
    if half and match[4] not in _HOUR_WORDS:
        raise _no_time(text)
    if not mark and not half and 1 <= hour <= 12:
        sentence = _("{text} may be in the morning or in the evening.").format(text=shown(text))
        raise ReadingError(
            sentence, _("Write {early} or {late}.").format(early=f"{hour % 12:02}:00", late=f"{hour % 12 + 12}:00")
        )
    return _time(hour, minute, text)


def _of_24(hour: int, half: str, typed: str) -> int:
    """The hour of 1–12 with am or pm, on the 24-hour clock; an hour that is already on it may be called pm."""
    if hour == 0 or (half == "am" and hour > 12) or (half == "noon" and hour != 12):
        raise _no_time(typed)
    if hour > 12:
        return hour
    return hour % 12 + (0 if half == "am" else 12)


def _time(hour: int, minute: int, typed: str) -> time:
    if hour > 24 or minute > 59 or (hour == 24 and minute):
        raise _no_time(typed)
    return time(hour % 24, minute)


def _no_time(typed: str) -> ReadingError:
    return ReadingError(_("{text} is not a time of day.").format(text=shown(typed)), _("Write it like 17:30 or 5.30 pm."))

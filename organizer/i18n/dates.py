"""Days, months and times as a language writes them."""

from __future__ import annotations

import re
from datetime import date, time, timedelta

from organizer.i18n.spoken import language, locale, main_language

# Babel's own month, by which it counts months in a length of time.
_DAYS_OF_A_MONTH = 30
# Languages that write a stop behind the number of a day, as an ordinal.
_ORDINAL_DAYS = frozenset({"da", "de", "et", "fi", "fo", "hr", "is", "lv", "nb", "nn", "no", "sk", "sl", "cs", "sr"})


def day(value: date, tag: str | None = None) -> str:
    """16 Dec 2012"""
    return _date(value, "d MMM y", tag)


def day_long(value: date, tag: str | None = None) -> str:
    """16 December 2012"""
    return _date(value, "d MMMM y", tag)


def day_month(value: date, tag: str | None = None) -> str:
    """16 Dec: where the year is plain from what stands beside it."""
    return _date(value, "d MMM", tag)


def day_month_long(value: date, tag: str | None = None) -> str:
    """16 December"""
    return _date(value, "d MMMM", tag)


def weekday_day(value: date, tag: str | None = None) -> str:
    """Thursday, 6 December 2012"""
    from babel.dates import format_date

    return str(format_date(value, "full", locale(tag))) if _is_translated(tag) else f"{_date(value, 'EEEE, d MMMM y', tag)}"


def weekday(value: date, tag: str | None = None) -> str:
    return _date(value, "EEEE", tag)


def month_year(value: date, tag: str | None = None) -> str:
    """Dec 2012"""
    return _date(value, "LLL y", tag)


def month_short(value: date, tag: str | None = None) -> str:
    return _date(value, "LLL", tag)


def month_year_long(value: date, tag: str | None = None) -> str:
    """June 2012, июнь 2012: the month as it stands without a day."""
    return _date(value, "LLLL y", tag)


def month_long(value: date, tag: str | None = None) -> str:
    """The month as it stands beside a day number: June, июня, haziran."""
    return _date(value, "MMMM", tag)


def month_alone(value: date, tag: str | None = None) -> str:
    """The month without day or year: June, июнь."""
    return _date(value, "LLLL", tag)


def months(count: int, tag: str | None = None) -> str:
    """So many months as a length of time: 6 months, 6 месяцев."""
    from babel.dates import format_timedelta

    days = timedelta(days=count * _DAYS_OF_A_MONTH + 1)
    return str(format_timedelta(days, granularity="month", threshold=count + 1, locale=locale(tag)))


def _is_translated(tag: str | None) -> bool:
    return not (tag or language()).startswith("en")


def _date(value: date, pattern: str, tag: str | None) -> str:
    from babel.dates import format_date

    if main_language(tag or language()) in _ORDINAL_DAYS:
        pattern = pattern.replace("d ", "d. ")
    text = str(format_date(value, pattern, locale(tag)))
    return re.sub(r"\bSept\b", "Sep", text) if not _is_translated(tag) else text


def clock(value: time) -> str:
    """17:30, everywhere: the 24-hour clock of leaflets and of every timetable."""
    return f"{value.hour:02}:{value.minute:02}"

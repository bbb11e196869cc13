"""A picket in the words of a sheet: its day, its hours, where it stands, what it is called."""

from __future__ import annotations

from datetime import date

from organizer import i18n
from organizer.records.picket import Picket
from organizer.records.values import DatePrecision
from organizer.sheets.words import day_long, digits, month_and_year, paper_words, weekday_and_times, words


def is_certain(picket: Picket) -> bool:
    """Whether it stands on a day that is known."""
    return picket.day is not None and picket.day_precision == DatePrecision.EXACT


def hours(picket: Picket, language: str) -> str:
    """17:00–19:00, or only when it begins; empty where that is not known."""
    return weekday_and_times(None, picket.starts, picket.ends, language)


def beginning(picket: Picket, language: str) -> str:
    return digits(i18n.clock(picket.starts), language) if picket.starts else ""


def day_said(picket: Picket, language: str) -> str:
    """Friday, 12 June 2026; June 2026, day still open; 12 June 2026, day not certain. Empty without a day."""
    if picket.day is None:
        return ""
    if picket.day_precision == DatePrecision.MONTH:
        return open_day(picket.day, language)
    said = day_long(picket.day, language)
    if picket.day_precision == DatePrecision.ESTIMATE:
        return words(language).comma.join((said, paper_words("pickets", language)["uncertain"]))
    return words(language).comma.join((weekday_and_times(picket.day, None, None, language), said))


def open_day(day: date, language: str) -> str:
    """June 2026, day still open."""
    return paper_words("pickets", language)["open_day"].format(month=" ".join(month_and_year(day, language)))


def place(picket: Picket, language: str) -> str:
    """London, Embassy of Kazakhstan."""
    named = (found.name for found in (picket.city, picket.site) if found)
    return words(language).comma.join(" ".join(name.split()) for name in named if name.strip())


def short_title(picket: Picket) -> str:
    """What it is about; its site where nobody said."""
    said = (picket.occasion, picket.day_of_action, picket.site.name if picket.site else "")
    return next((" ".join(title.split()) for title in said if title.strip()), "")

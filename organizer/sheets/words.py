"""The fixed words on sheets, in the language of the sheet. Data: `resources/sheets/words/`, one file a language, equal keys."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import cache

from organizer import i18n, paths
from organizer.sheets.typesetting.capitals import capitals

_FALLBACK = "en"
_PERSIAN_NOUGHT, _PERSIAN_POINTS = "۰", str.maketrans(".,", "٫٬")


@dataclass(frozen=True)
class SheetWords:
    """One attribute a key of the files; their tables only put the keys in order. `{day}`, `{page}` and the like are filled in.

    A new word is one line here and one in each file; a test names the file that lacks it.
    """

    # every_sheet
    digits: str
    comma: str
    times: str
    month: str
    first: str
    day_long: str
    moment: str
    page_of: str
    more: str
    # leaflet
    demands: str
    # press_release
    press_release: str
    embargoed_until: str
    immediate: str
    issued: str
    ends: str
    notes: str
    press_office: str
    out_of_hours: str
    dateline_place: str


@cache
def languages() -> tuple[str, ...]:
    """Languages whose fixed words are known; others take the English ones."""
    return tuple(sorted(file.stem for file in (paths.resources() / "sheets" / "words").glob("*.toml")))


def words(language: str) -> SheetWords:
    spoken = i18n.main_language(language)
    return _words_of(spoken if spoken in languages() else _FALLBACK)


@cache
def _words_of(language: str) -> SheetWords:
    file = paths.resources() / "sheets" / "words" / f"{language}.toml"
    tables: dict[str, dict[str, str]] = tomllib.loads(file.read_text(encoding="utf-8"))
    return SheetWords(**{key: said for table in tables.values() for key, said in table.items()})


def digits(text: str, language: str) -> str:
    """The text with the digits its language is written in."""
    own = words(language).digits
    return text.translate(str.maketrans("0123456789", own)) if own[0] != "0" else text


def figures(text: str, language: str) -> str:
    """An amount or a large number with the digits of the language and, where these have their own, its points and commas."""
    own = words(language).digits
    return digits(text.translate(_PERSIAN_POINTS) if own[0] == _PERSIAN_NOUGHT else text, language)


def day_number(day: date, language: str) -> str:
    return digits(str(day.day), language)


def month(day: date, language: str) -> str:
    """As it stands under the day: June, июня, ביוני."""
    return words(language).month.format(month=i18n.month_long(day, language), alone=i18n.month_alone(day, language))


def month_and_year(day: date, language: str) -> tuple[str, str]:
    """For a day that is not known exactly: the month by itself (июнь, not июня), and the year."""
    return i18n.month_alone(day, language), digits(str(day.year), language)


def day_long(day: date, language: str) -> str:
    """12 June 2026, 1er juin 2026, 12 de junio de 2026."""
    said = words(language)
    number = said.first if day.day == 1 else str(day.day)
    return digits(said.day_long.format(day=number, month=i18n.month_long(day, language), year=day.year), language)


def answered_day(answer: str, language: str) -> str:
    """A day that was answered in ISO, as `day_long`; empty for anything else."""
    try:
        return day_long(date.fromisoformat(answer.strip()), language)
    except ValueError:
        return ""


def months(count: int, language: str) -> str:
    """6 months, 6 месяцев, 6 חודשים: how long something is kept."""
    return digits(i18n.months(count, language), language)


def weekday_and_times(day: date | None, start: time | None, end: time | None, language: str) -> str:
    """Friday, 17:00–19:00: what is known of it."""
    weekday = i18n.weekday(day, language) if day else ""
    hours = ""
    if start and end:
        hours = words(language).times.format(start=i18n.clock(start), end=i18n.clock(end))
    elif start:
        hours = i18n.clock(start)
    line = words(language).comma.join(part for part in (weekday, hours) if part)
    return digits(line[:1].upper() + line[1:], language)


def moment(at: datetime, zone: str, language: str) -> str:
    """00:01 BST, Friday 12 June 2026."""
    clock = " ".join(part for part in (i18n.clock(at.time()), zone.strip()) if part)
    day = day_long(at.date(), language)
    return digits(words(language).moment.format(clock=clock, weekday=i18n.weekday(at.date(), language), day=day), language)


def dateline(place: str, day: date | None, language: str) -> str:
    """LONDON, 12 June 2012: where and when a story was written, place names in capitals where the trade wants them."""
    said = words(language)
    named = said.dateline_place.format(place=place, capitals=capitals(place, language))
    return said.comma.join(part for part in (named, day_long(day, language) if day else "") if part)


@cache
def paper_words(paper: str, language: str) -> Mapping[str, str]:
    """The fixed words of one paper in the language of the sheet, English where it has none. KeyError on use: no such word.

    Data: `resources/sheets/words/papers/<paper>.toml`, one table a language with equal keys.
    """
    file = paths.resources() / "sheets" / "words" / "papers" / f"{paper}.toml"
    tables: dict[str, dict[str, str]] = tomllib.loads(file.read_text(encoding="utf-8"))
    spoken = i18n.main_language(language)
    return tables.get(spoken) or tables[_FALLBACK]

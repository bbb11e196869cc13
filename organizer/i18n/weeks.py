"""Weeks as a country counts them: on which day they begin, which days are its weekend. Source: CLDR, by way of Babel."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from organizer.i18n.spoken import locale

if TYPE_CHECKING:
    from babel import Locale

_DAYS = 7


class Week(NamedTuple):
    """Days of the week from 0, Monday."""

    first: int
    weekend: frozenset[int]

    def days(self) -> list[int]:
        """All seven, from the first."""
        return [(self.first + k) % _DAYS for k in range(_DAYS)]


@lru_cache(maxsize=64)
def week_in(country: str, tag: str) -> Week:
    """The week of a two-letter country; that of the language where the country is not known."""
    found = _locale_of(country.upper()) or locale(tag)
    start, end = int(found.weekend_start), int(found.weekend_end)
    return Week(int(found.first_week_day), frozenset((start + k) % _DAYS for k in range((end - start) % _DAYS + 1)))


def _locale_of(country: str) -> Locale | None:
    """Babel knows weeks by locale: the first official language of the country stands for it."""
    from babel import Locale, UnknownLocaleError
    from babel.languages import get_official_languages

    for spoken in get_official_languages(country, de_facto=True):
        try:
            return Locale.parse(f"{spoken}_{country}")
        except (UnknownLocaleError, ValueError):
            continue
    return None

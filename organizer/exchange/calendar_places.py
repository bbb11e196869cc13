"""Where an event takes place: its city, looked for from the end of its words, and what stands before it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from organizer.records.gazetteer import Place, place_named
from organizer.records.reading import ReadingError, read_country

_BETWEEN = re.compile(r"\s*[,;\n]\s*")
_POSTCODE_OR_STATE = re.compile(r"\S*\d\S*|[A-Z]{2}")
_MOST_PARTS = 20


@dataclass(frozen=True)
class Whereabouts:
    """`site` are the words of the place within the city, `zone` the IANA name of the city's time zone."""

    site: str
    city: str
    country: str
    zone: str


def whereabouts(words: str) -> Whereabouts | None:
    """The place of words such as "Embassy of Kazakhstan, 33 Thurloe Square, London SW7 2SD, UK"; None without a known city."""
    parts = [part for part in _BETWEEN.split(words.strip()) if part][-_MOST_PARTS:]
    country = _country(parts[-1]) if len(parts) > 1 else ""
    if country:
        parts.pop()
    for place in reversed(range(len(parts))):
        city, code = _without_code(parts[place])
        found = _city(city, country)
        if found is not None:
            site = ", ".join([*parts[:place], *filter(None, [code]), *parts[place + 1 :]])
            return Whereabouts("" if site == code else site, city, found.country, found.time_zone)
    return None


def _country(words: str) -> str:
    try:
        return read_country(words) or ""
    except ReadingError:
        return ""


def _without_code(part: str) -> tuple[str, str]:
    """A part without the postcode or the state before or behind it, and that code."""
    words = part.split()
    begin, end = 0, len(words)
    while begin < end and _POSTCODE_OR_STATE.fullmatch(words[end - 1]):
        end -= 1
    while begin < end and any(c.isdigit() for c in words[begin]):
        begin += 1
    return " ".join(words[begin:end]), " ".join(words[:begin] + words[end:])


def _city(words: str, country: str) -> Place | None:
    return place_named(words, country or None) if words and not any(c.isdigit() for c in words) else None

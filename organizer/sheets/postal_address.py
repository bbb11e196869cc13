"""Postal addresses: the lines of an envelope in the order of the country they go to, the recipient first.

Sources: the Universal Postal Union's address systems; Royal Mail (town in capitals, postcode on its own line); Deutsche Post,
La Poste (postcode before town); USPS, Canada Post, Australia Post (town, state and code in one line); Russian Post and Kazpost
(street, town, region, then the postcode).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from organizer import i18n
from organizer.sheets.typesetting.capitals import capitals

MOST_LINES = 6
_BRITISH = frozenset({"GB"})
_ONE_LINE = frozenset({"US", "CA", "AU"})
_CODE_LAST = frozenset({"RU", "KZ", "BY", "KG", "UZ", "TJ", "TM"})
_CODE_FIRST = frozenset(
    {"DE", "FR", "IT", "ES", "AT", "CH", "BE", "NL", "LU", "PT", "PL", "CZ", "SK", "GR", "TR", "DK", "NO", "SE", "FI"}
)
_CODE_OF_BRITAIN = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b", re.IGNORECASE)
_CODE_OF_THE_EAST = re.compile(r"(?<!\d)\d{6}(?!\d)|\b[A-Z]\d{2}[A-Z]\d[A-Z]\d\b")
_STATE_AND_CODE = re.compile(r"([A-Z]{2,3}[ ,]+)?(\d{4,5}(-\d{4})?|[A-Z]\d[A-Z] ?\d[A-Z]\d)")
_STATE = re.compile(r"[A-Z]{2,3}")
_TOWN_THEN_CODE = re.compile(r"(?P<town>\D+?)[ ,]+(?P<code>\d{4,5}|\d{2}-\d{3}|\d{3} \d{2})")
_HOUSE = re.compile(r"\D{0,5}\d{1,3}\W?\w?(?:[/–-]\d{1,3})?")
_REGION = re.compile(r"\b(?:обл|облысы|область|край|region|oblast|province)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Address:
    """Who and where, as a record has it. `town` is the record's city; `country` of two letters."""

    recipient: tuple[str, ...]
    street: str
    town: str = ""
    country: str = ""

    @property
    def name(self) -> str:
        return self.recipient[0] if self.recipient else ""


def postal_lines(address: Address, *, sender: str, language: str) -> list[str]:
    """At most six lines; the country stands alone on the last, in capitals, when it is another than the `sender`'s."""
    country = address.country.upper()
    said = _without_country(_pieces(address.street), country, language)
    where = _ordered(said, " ".join(address.town.split()), country)
    abroad = [_country_line(country, language)] if country and country != sender.upper() else []
    who = [" ".join(line.split()) for line in address.recipient if line.strip()]
    return [*_at_most(who, where, MOST_LINES - len(abroad)), *abroad]


def _pieces(street: str) -> list[str]:
    """The lines as they were written; one long line falls into its parts, house numbers staying with their streets."""
    lines = [" ".join(line.split()).strip(" ,") for line in street.splitlines() if line.strip(" ,\t")]
    if len(lines) != 1:
        return lines
    found: list[str] = []
    for part in re.split(r"\s*[,،;]\s*", lines[0]):
        if found and _HOUSE.fullmatch(part):
            found[-1] = f"{found[-1]}, {part}"
        elif part:
            found.append(part)
    return found


def _without_country(pieces: Sequence[str], country: str, language: str) -> list[str]:
    names = {i18n.country_name(country, tag).casefold() for tag in ("en", "ru", language)} if country else set()
    return [piece for piece in pieces if piece.casefold().strip(" .") not in names]


def _ordered(pieces: list[str], town: str, country: str) -> list[str]:
    if country in _BRITISH:
        return _british(pieces, town)
    if country in _CODE_LAST:
        return _code_last(pieces, town)
    if country in _ONE_LINE:
        pieces = _in_one_line(pieces)
    elif country in _CODE_FIRST:
        pieces = _code_first(pieces, town)
    return pieces if _names(pieces, town) else [*pieces, town]


def _names(pieces: Sequence[str], town: str) -> bool:
    return not town or any(town.casefold() in piece.casefold() for piece in pieces)


def _taken(pieces: Sequence[str], code: re.Pattern[str]) -> tuple[list[str], str, str]:
    """What is left without the last postcode, what stood beside it, and the code itself."""
    for place in reversed(range(len(pieces))):
        found = code.search(pieces[place])
        if found:
            beside = f"{pieces[place][: found.start()].strip(' ,')} {pieces[place][found.end() :].strip(' ,')}".strip()
            return [*pieces[:place], *([beside] if beside else []), *pieces[place + 1 :]], beside, found[0]
    return list(pieces), "", ""


def _british(pieces: Sequence[str], town: str) -> list[str]:
    rest, beside, code = _taken(pieces, _CODE_OF_BRITAIN)
    post_town = next((piece for piece in rest if town and piece.casefold() == town.casefold()), beside if code else "")
    lines = [piece for piece in rest if piece != post_town]
    if not post_town and not _names(lines, town):
        post_town = town
    return [line for line in (*lines, capitals(post_town, "en"), code.upper()) if line]


def _code_last(pieces: Sequence[str], town: str) -> list[str]:
    rest, _beside, code = _taken(pieces, _CODE_OF_THE_EAST)
    towns = [piece for piece in rest if town and len(piece) <= len(town) + 4 and town.casefold() in piece.casefold()]
    regions = [piece for piece in rest if piece not in towns and _REGION.search(piece)]
    streets = [piece for piece in rest if piece not in towns and piece not in regions]
    if not towns and not _names(streets, town):
        towns = [town]
    return [line for line in (*streets, *towns, *regions, code) if line]


def _in_one_line(pieces: Sequence[str]) -> list[str]:
    """Springfield / IL / 62701 becomes Springfield IL 62701."""
    lines: list[str] = []
    for piece in pieces:
        if len(lines) > 1 and (_STATE_AND_CODE.fullmatch(piece) or _STATE.fullmatch(piece)):
            lines[-1] = f"{lines[-1]} {piece}"
        else:
            lines.append(piece)
    return lines


def _code_first(pieces: Sequence[str], town: str) -> list[str]:
    lines: list[str] = []
    for piece in pieces:
        found = _TOWN_THEN_CODE.fullmatch(piece)
        is_town = found is not None and (not town or town.casefold() in found["town"].casefold())
        lines.append(f"{found['code']} {found['town']}" if found and is_town else piece)
    return lines


def _country_line(country: str, language: str) -> str:
    """In capitals, in the language of the sender; beside it in English where that is in another script."""
    own, english = i18n.country_name(country, language), i18n.country_name(country, "en")
    if unicodedata.name(own[0], "").startswith("LATIN"):
        return capitals(own, language)
    return f"{capitals(own, language)} / {capitals(english, 'en')}"


def _at_most(who: list[str], where: list[str], most: int) -> list[str]:
    """Neighbouring lines are joined until no more than so many are left: the street's, the recipient's last, then any."""
    who, where = list(who), list(where)
    while len(who) + len(where) > most and (len(where) > 2 or len(who) > 2):
        lines, at = (who, len(who) - 2) if len(where) <= 3 and len(who) > 2 else (where, 0)
        lines[at : at + 2] = [f"{lines[at]}, {lines[at + 1]}"]
    return [*who, *where]

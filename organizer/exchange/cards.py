"""Address books of telephones and mail programs (vCard 2.1, 3.0 and 4.0): each card a row of a list of people.

To be imported where strangers' files are read, and nowhere else. Source: RFC 6350, RFC 2426, vCard 2.1.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import vobject

from organizer.errors import UnreadableSheet
from organizer.exchange.headings import Headings, Row, Unread
from organizer.exchange.refused import unless_read
from organizer.exchange.tables import Line, within_caps
from organizer.i18n import _

_FIELDS = ("name", "organisation", "role", "email", "phone", "address", "city", "country", "notes")
_KEPT = frozenset({"fn", "n", "org", "title", "role", "email", "tel", "adr", "note"})
_OF_THE_CARD = frozenset(
    {"version", "prodid", "uid", "rev", "source", "kind", "profile", "name", "mailer", "sort-string", "class"}
)
_BEGINS = "BEGIN:VCARD"
_PICTURE = re.compile(r"(?:[\w-]+\.)?(?:PHOTO|LOGO|SOUND|KEY)[;:]", re.IGNORECASE)

logging.getLogger("vobject").propagate = False  # it would quote the lines that it cannot read


class Cards:
    """All cards of a text. `left_out` are the names of entries that are not kept here."""

    def __init__(self, text: str) -> None:
        self.headings = Headings({name: place for place, name in enumerate(_FIELDS)}, len(_FIELDS), ())
        self.rows: list[Row] = []
        self.unread: list[Unread] = []
        self.left_out: set[str] = set()
        for number, lines in _each(text):
            words = list(_without_pictures(lines))
            self.left_out.update(["photo"] if len(words) < len(lines) else [])
            try:
                with unless_read(_unreadable):
                    self._take(Line(number, self._cells(_parsed("\r\n".join(words).rstrip()))))
            except UnreadableSheet as refusal:
                self.unread.append(Unread(number, refusal.message, refusal.hint))

    def left_out_words(self) -> str:
        """The sentence that says what is not kept of these cards."""
        known = {
            "photo": _("photos"),
            "logo": _("photos"),
            "bday": _("birthdays"),
            "anniversary": _("birthdays"),
            "url": _("web pages"),
        }
        said = dict.fromkeys(known[name] for name in sorted(self.left_out) if name in known)
        others = [_("other entries")] if self.left_out - set(known) else []
        return _("Not kept here, and left out: {list}.").format(list=", ".join([*said, *others]))

    def _take(self, line: Line) -> None:
        within_caps(line, len(self.rows))
        self.rows.append(Row(line.number, line.cells, self.headings, "people"))

    def _cells(self, card: Any) -> tuple[str, ...]:
        self.left_out.update(name for name in card.contents if name not in _KEPT | _OF_THE_CARD)
        emails, phones = _all(card, "email"), [each.removeprefix("tel:") for each in _all(card, "tel")]
        place = next((each.value for each in card.contents.get("adr", ())), None)
        organisation, *units = next((each.value for each in card.contents.get("org", ())), None) or [""]
        further = [*map(_text, units), *emails[1:], *phones[1:], *_all(card, "note")]
        said = {
            "name": next(iter(_all(card, "fn")), "") or _name(card),
            "organisation": _text(organisation).strip(),
            "role": next(iter(_all(card, "title") + _all(card, "role")), ""),
            "email": next(iter(emails), ""),
            "phone": next(iter(phones), ""),
            "notes": "\n".join(further),
            **({} if place is None else _address(place)),
        }
        return tuple(said.get(field, "") for field in _FIELDS)


def _each(text: str) -> Iterator[tuple[int, list[str]]]:
    """The lines of each card, with the number of the first; a card that is not ended goes to the next or to the end."""
    lines = text.splitlines()
    starts = [place for place, line in enumerate(lines) if line.strip().upper() == _BEGINS]
    for begin, following in pairwise([*starts, len(lines)]):
        yield begin + 1, lines[begin:following]


def _without_pictures(lines: list[str]) -> Iterator[str]:
    """The lines of a card without its photos and sounds, which are long, often damaged, and not kept."""
    inside = False
    for line in lines:
        inside = bool(_PICTURE.match(line)) or (inside and line[:1] in (" ", "\t"))
        if not inside:
            yield line


def _parsed(words: str) -> Any:
    """One card. Raises whatever the library raises where it is none."""
    card = next(iter(vobject.readComponents(words, ignoreUnreadable=True, allowQP=True)))
    assert card.name == "VCARD"
    return card


def _unreadable() -> UnreadableSheet:
    return UnreadableSheet(_("This card cannot be read."), _("Write it anew in the program it was made with, or leave it out."))


def _all(card: Any, name: str) -> list[str]:
    """The texts of all entries of a name that say something, the preferred one first."""
    entries = sorted(card.contents.get(name, ()), key=lambda each: not _is_preferred(each))
    return [text for each in entries if (text := _text(each.value).strip())]


def _is_preferred(entry: Any) -> bool:
    """Whether its owner marked it so: each version of the format has its own way."""
    marks = (*entry.params, *entry.params.get("TYPE", ()), *entry.singletonparams)
    return any(str(mark).upper() == "PREF" for mark in marks)


def _text(value: Any) -> str:
    """The text of a value; a list is one line of its parts."""
    if isinstance(value, list):
        return ", ".join(filter(None, (_text(part) for part in value)))
    return str(value).encode("utf-8", "ignore").decode()


def _name(card: Any) -> str:
    """The name by its parts, where it is not told as a whole."""
    parts = next((each.value for each in card.contents.get("n", ())), None)
    return " ".join(filter(None, (_text(getattr(parts, part, "")).strip() for part in ("given", "additional", "family"))))


def _address(place: Any) -> dict[str, str]:
    """Street, and the postcode with the city, as lines; city and country by themselves too."""
    part = {
        name: " ".join(_text(getattr(place, name, "")).split())
        for name in ("street", "extended", "box", "city", "code", "country")
    }
    lines = (part["extended"], part["street"], part["box"], f"{part['code']} {part['city']}".strip(), part["country"])
    return {"address": "\n".join(filter(None, lines)), "city": part["city"], "country": part["country"]}

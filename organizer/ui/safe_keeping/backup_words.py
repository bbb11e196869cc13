"""What is said of backups: when they were made, how old they are, what they hold, and how that differs from the file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from organizer import i18n
from organizer.i18n import N_, _, _n

_HOUR, _DAY = 3600, 86400
RECORDS = {
    "picket": N_("Pickets"),
    "letter": N_("Letters"),
    "donation": N_("Donations"),
    "leaflet": N_("Leaflets"),
    "press_release": N_("Press releases"),
    "organisation": N_("Organisations"),
    "person": N_("People"),
    "target": N_("Targets"),
    "campaign": N_("Campaigns"),
}
"""The records that have lists of their own, in the order of the side bar."""
_TABLES = {**RECORDS, "letter": N_("Entries of the letter book"), "attachment": N_("Photos"), "compartment": N_("Compartments")}
_OUR_OWN = frozenset({"alembic_version", "journal", "touch", "picture", "draft", "meta", "sealed", *_TABLES})


@dataclass(frozen=True)
class Line:
    """One line of a comparison, in words; `difference` is empty where both are alike."""

    name: str
    now: str
    then: str
    difference: str


def when(at_utc: datetime) -> str:
    """16 Dec 2012, 14:02"""
    at = at_utc.astimezone()
    return _("{day}, {time}").format(day=i18n.day(at.date()), time=i18n.clock(at.time()))


def age(at_utc: datetime, now: datetime | None = None) -> str:
    """How old, in the one unit that says enough."""
    seconds = max(0, round(((now or datetime.now(UTC)) - at_utc).total_seconds()))
    if seconds < _HOUR:
        return _n("{n} minute old", "{n} minutes old", max(1, seconds // 60))
    if seconds < 2 * _DAY:
        return _n("{n} hour old", "{n} hours old", seconds // _HOUR)
    return _n("{n} day old", "{n} days old", seconds // _DAY)


def size(n_bytes: int) -> str:
    """3.2 MB: a tenth is enough."""
    from babel.numbers import format_decimal

    number = format_decimal(max(n_bytes / 1e6, 0.1), format="#,##0.0", locale=i18n.locale())
    return _("{number} MB").format(number=number)


def comparison(now: Mapping[str, int] | None, then: Mapping[str, int]) -> list[Line]:
    """What the backup holds, kind by kind and currency by currency, beside what the file holds; None where nobody knows that.

    Kinds of which there are none on either side are left out.
    """
    both = _in_order({**then, **{name: count for name, count in (now or {}).items() if count}})
    lines = [_line(name, None if now is None else now.get(name, 0), then.get(name, 0)) for name in both]
    others = _other_line(now, then)
    return [line for line in [*lines, others] if line is not None]


def erased_words(people: int) -> str:
    """That people of a backup were erased since."""
    return _n(
        "{n} person in it was erased since and does not come back.",
        "{n} people in it were erased since and do not come back.",
        people,
    )


def to_look_at_words() -> str:
    return _("It came back with words that an erasure had taken out: look at them under Privacy.")


def _in_order(counts: Mapping[str, int]) -> list[str]:
    kinds = [table for table in _TABLES if counts.get(table)]
    return [*kinds, *sorted(name for name in counts if name.startswith("money "))]


def _line(name: str, now: int | None, then: int) -> Line | None:
    if not now and not then:
        return None
    if name.startswith("money "):
        currency = name.removeprefix("money ")
        amounts = [i18n.amount(minor, currency) for minor in (now or 0, then)]
        return Line(_("Donations in {currency}").format(currency=currency), *_sides(now, amounts), _money(now, then, currency))
    return Line(_(_TABLES[name]), *_sides(now, [i18n.number(now or 0), i18n.number(then)]), _count(now, then))


def _sides(now: int | None, words: list[str]) -> tuple[str, str]:
    return ("" if now is None else words[0]), words[1]


def _other_line(now: Mapping[str, int] | None, then: Mapping[str, int]) -> Line | None:
    """Everything that has no line of its own: places, tags, who belongs to whom, funds, prints."""
    here = None if now is None else sum(n for name, n in now.items() if _is_other(name))
    there = sum(n for name, n in then.items() if _is_other(name))
    if not here and not there:
        return None
    return Line(_("Everything else"), *_sides(here, [i18n.number(here or 0), i18n.number(there)]), _count(here, there))


def _is_other(name: str) -> bool:
    return name not in _OUR_OWN and " " not in name


def _count(now: int | None, then: int) -> str:
    if now is None or now == then:
        return ""
    return _n("{n} more", "{n} more", then - now) if then > now else _n("{n} fewer", "{n} fewer", now - then)


def _money(now: int | None, then: int, currency: str) -> str:
    if now is None or now == then:
        return ""
    amount = i18n.amount(abs(then - now), currency)
    return _("{amount} more").format(amount=amount) if then > now else _("{amount} less").format(amount=amount)

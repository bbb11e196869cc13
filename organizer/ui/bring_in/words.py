"""What the sheet for bringing in says: how much there is, what its button will do, and what was done. Whole sentences."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from organizer import i18n
from organizer.i18n import N_, _, _n

if TYPE_CHECKING:
    from organizer.exchange.sheets_in import ImportResult, Preview
    from organizer.store.backup import Backup

KINDS: dict[str, str] = {
    "pickets": N_("Pickets"),
    "letters": N_("Letters"),
    "donations": N_("Donations"),
    "organisations": N_("Organisations"),
    "people": N_("People"),
    "targets": N_("Targets"),
}
"""The kinds of sheet, in the order of the side bar."""

_COUNTED: dict[str, Callable[[int], str]] = {
    "pickets": lambda n: _n("{n} picket", "{n} pickets", n),
    "letters": lambda n: _n("{n} letter", "{n} letters", n),
    "donations": lambda n: _n("{n} donation", "{n} donations", n),
    "organisations": lambda n: _n("{n} organisation", "{n} organisations", n),
    "people": lambda n: _n("{n} person", "{n} people", n),
    "targets": lambda n: _n("{n} target", "{n} targets", n),
}
_BROUGHT_IN: dict[str, Callable[[int], str]] = {
    "pickets": lambda n: _n("{n} picket brought in from the sheet.", "{n} pickets brought in from the sheet.", n),
    "letters": lambda n: _n("{n} letter brought in from the sheet.", "{n} letters brought in from the sheet.", n),
    "donations": lambda n: _n("{n} donation brought in from the sheet.", "{n} donations brought in from the sheet.", n),
    "organisations": lambda n: _n(
        "{n} organisation brought in from the sheet.", "{n} organisations brought in from the sheet.", n
    ),
    "people": lambda n: _n("{n} person brought in.", "{n} people brought in.", n),
    "targets": lambda n: _n("{n} target brought in from the sheet.", "{n} targets brought in from the sheet.", n),
}


def total(of: Preview | ImportResult, key: str) -> int:
    return next((each.number for each in of.totals if each.key == key), 0)


def new_things(kind: str, of: Preview | ImportResult) -> int:
    """How many new records a sheet brings, counted as the window counts them: a row of a letter book may be many letters."""
    return total(of, "letters") if kind == "letters" else of.rows_new


def brings_anything(shown: Preview) -> bool:
    return bool(shown.rows_new or shown.rows_amended)


def step_words(shown: Preview) -> str:
    """What the button does, with the number: "Bring in 4 pickets", "Leave out 1 row and bring in 4 pickets"."""
    bad = len(shown.bad)
    if shown.rows_new:
        things = _COUNTED[shown.kind](new_things(shown.kind, shown))
        if not bad:
            return _("Bring in {things}").format(things=things)
        words = _n("Leave out {n} row and bring in {{things}}", "Leave out {n} rows and bring in {{things}}", bad)
        return words.format(things=things)
    filled = _n("{n} entry", "{n} entries", shown.rows_amended)
    if not bad:
        return _("Complete {entries}").format(entries=filled)
    return _n("Leave out {n} row and complete {{entries}}", "Leave out {n} rows and complete {{entries}}", bad).format(
        entries=filled
    )


def done_words(kind: str, result: ImportResult) -> str:
    """The sentences for the message bar."""
    said = []
    if result.rows_new:
        said.append(_BROUGHT_IN[kind](new_things(kind, result)))
    if result.rows_amended:
        said.append(_n("{n} entry completed from the sheet.", "{n} entries completed from the sheet.", result.rows_amended))
    return " ".join(said) or _("Everything in the sheet was in the file already.")


def backup_words(last: Backup | None) -> str:
    """When what was there before was backed up."""
    if last is None:
        return ""
    return _("A backup was made at {time}.").format(time=i18n.clock(last.at_utc.astimezone().time()))


def nothing_words(shown: Preview) -> str:
    """Why there is nothing to bring in."""
    if not shown.bad:
        return _("Everything in this sheet is in the file already.")
    if shown.rows_known or shown.rows_repeated:
        return _("All rows that can be read are in the file already.")
    return _("No row can be read. Mend the sheet, or look whether it lists something else.")


def figures(shown: Preview) -> Iterator[tuple[int, str, str]]:
    """(rows, what they are, ink): the new ones always, the others where there are any."""
    yield shown.rows_new, _n("new row", "new rows", shown.rows_new), "ink"
    others = (
        (shown.rows_known, _("in the file already"), "ink2"),
        (shown.rows_amended, _n("completes an entry", "complete entries", shown.rows_amended), "ink2"),
        (shown.rows_repeated, _n("repeats another row", "repeat other rows", shown.rows_repeated), "ink2"),
        (len(shown.bad), _("cannot be read"), "red"),
    )
    yield from (each for each in others if each[0])

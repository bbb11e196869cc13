"""What the panel beside the grid lists: each thing to look at by itself, or many of a kind together. No Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from organizer.actions.letter_cells import CITY, ORGANISATION, TARGET
from organizer.actions.letter_rows import COUNTED, LEFT_OUT
from organizer.actions.letter_sheet import FAULTY, KNOWN, NEW, PASSED, REPEAT, WAITING, Look, ReadSheet
from organizer.i18n import _, _n, joined

_SINGLY = 4
"""Up to so many of a kind are listed one by one."""
_TONES = {FAULTY: "red", REPEAT: "amber", KNOWN: "amber", NEW: "blue"}
_ORDER = (FAULTY, REPEAT, KNOWN, NEW)


@dataclass(frozen=True)
class LookWay:
    """A way out: decides the rows, or writes a text into the first one's cell."""

    words: str
    decision: str = ""
    text: str = ""


@dataclass(frozen=True)
class LookItem:
    """`rows` are those it speaks of, the first with its `column`. tone: red, amber, blue or grey."""

    tone: str
    title: str
    detail: str
    rows: tuple[int, ...] = ()
    column: int = 0
    ways: tuple[LookWay, ...] = ()


def rows_to_look_at(sheet: ReadSheet) -> int:
    return len({look.row for look in sheet.looks})


def items_of(sheet: ReadSheet, left_out_columns: Sequence[str]) -> list[LookItem]:
    """What stops rows first, then what may be wrong, then what is new."""
    items: list[LookItem] = []
    groups: dict[tuple[str, int], list[Look]] = {}
    for look in sheet.looks:
        groups.setdefault((look.kind, look.column if look.kind == NEW else -1), []).append(look)
    for (kind, column), looks in sorted(groups.items(), key=lambda group: _ORDER.index(group[0][0])):
        items += [_single(look) for look in looks] if len(looks) <= _SINGLY else [_together(kind, column, looks)]
    return items + _notes(sheet, left_out_columns)


def _single(look: Look) -> LookItem:
    ways = tuple(LookWay(way.words, text=way.text) for way in look.fault.ways) if look.fault else ()
    if look.kind != NEW:
        ways = (*ways, LookWay(_("Leave out"), LEFT_OUT))
    if look.kind in (REPEAT, KNOWN):
        ways = (*ways, LookWay(_("Count it"), COUNTED))
    return LookItem(_TONES[look.kind], look.title(), look.detail(), (look.row,), look.column, ways)


def _together(kind: str, column: int, looks: Sequence[Look]) -> LookItem:
    n, rows = len(looks), tuple(look.row for look in looks)
    leave, count = LookWay(_("Leave out all"), LEFT_OUT), LookWay(_("Count all"), COUNTED)
    same = _("Same organisation, same day, same target, same number.")
    if kind == FAULTY:
        title, detail = _n("{n} row cannot be read", "{n} rows cannot be read", n), _("F8 goes from one to the next.")
        return LookItem("red", title, detail, rows, looks[0].column, (leave,))
    if kind == REPEAT:
        title = _n("{n} row repeats another", "{n} rows repeat others", n)
        return LookItem("amber", title, same, rows, looks[0].column, (leave, count))
    if kind == KNOWN:
        title = _n("{n} row is in the letter book already", "{n} rows are in the letter book already", n)
        return LookItem("amber", title, same, rows, looks[0].column, (leave, count))
    added = _("They are added with these letters.")
    news = {
        ORGANISATION: (_n("{n} new organisation", "{n} new organisations", n), added),
        TARGET: (_n("{n} new target", "{n} new targets", n), added),
        CITY: (_n("{n} new place", "{n} new places", n), _("They are kept without a position on the map.")),
    }
    return LookItem("blue", *news[column], rows, column)


def _notes(sheet: ReadSheet, left_out_columns: Sequence[str]) -> list[LookItem]:
    """What a person should know and need not look at."""
    notes = []
    if not sheet.begun():
        detail = _("Without headings they stand in the order of the grid.")
        notes.append(LookItem("grey", _("Columns are found by their headings"), detail))
    waiting, passed = sheet.states.count(WAITING), [row for row, state in enumerate(sheet.states) if state == PASSED]
    if waiting:
        title = _n("{n} row waits for one above", "{n} rows wait for one above", waiting)
        notes.append(LookItem("grey", title, _("An empty day or target takes what stands above, and there it cannot be read.")))
    if passed:
        title = _n("{n} row is left out", "{n} rows are left out", len(passed))
        notes.append(LookItem("grey", title, "", tuple(passed), 0, (LookWay(_("Bring back")),)))
    if left_out_columns:
        title = _n("{n} column has no place here", "{n} columns have no place here", len(left_out_columns))
        detail = _("{columns}. Import the sheet as a file to keep them.").format(columns=joined(*left_out_columns))
        notes.append(LookItem("grey", title, detail))
    return notes

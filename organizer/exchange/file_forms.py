"""What a file that is brought in is, told by its first bytes and not by its name, and how each form becomes rows.

What reads a form is imported when a file of that form is there: that is in the process for files of strangers.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import NamedTuple

from organizer.errors import UnreadableSheet
from organizer.exchange import refused, tables
from organizer.exchange.headings import Headings, Row, Unread, another_kind, has_headings, likely_kind, rows_of
from organizer.i18n import _

_PACKED = b"PK\x03\x04"
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BEGINNING = 200
_MARKS = {b"BEGIN:VCARD": "cards", b"BEGIN:VCALENDAR": "calendar"}
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


class SheetName(NamedTuple):
    """One of the sheets of a workbook."""

    name: str
    hidden: bool


@dataclass(frozen=True)
class SheetRead:
    """The rows of a file. `kind` is empty, and there are none, where no kind has such headings.

    `form` is a name in `FORMS`. A workbook tells the `sheets` it has and which `sheet` was read. `notes` are sentences;
    `unread` are the parts that are no rows.
    """

    kind: str
    headings: Headings
    rows: tuple[Row, ...]
    form: str = "text"
    sheets: tuple[SheetName, ...] = ()
    sheet: str = ""
    notes: tuple[str, ...] = ()
    unread: tuple[Unread, ...] = ()


ONE_KIND = {"cards": "people", "calendar": "pickets"}
"""The forms that hold one kind of record each, and no other."""

NO_HEADINGS = Headings({}, 0, ())


def read(data: bytes, name: str, kind: str = "", sheet: str = "") -> SheetRead:
    """Read a file as a list of `kind`, or of the kind that it tells; of a workbook this `sheet`, or the first that fits.

    UnreadableSheet: it cannot be taken in at all.
    """
    form = _form(data, name)
    if kind and form in ONE_KIND and ONE_KIND[form] != kind:
        raise another_kind(kind, ONE_KIND[form])
    found = FORMS[form](data, name, kind, sheet)
    if form in ONE_KIND and not (found.rows or found.unread):
        raise refused.empty(name)
    return found


def _form(data: bytes, name: str) -> str:
    """The name of the form. UnreadableSheet: it is known, and not read here."""
    if data.startswith(_COMPOUND):
        raise refused.locked(name) if _ENCRYPTED in data else refused.other_workbook(name)
    if data.startswith(_PACKED):
        return "book"
    begins = data[:_BEGINNING].translate(None, b"\x00\xef\xbb\xbf\xff\xfe").lstrip().upper()
    return next((form for mark, form in _MARKS.items() if begins.startswith(mark)), "text")


def _text(data: bytes, name: str, kind: str, _sheet: str) -> SheetRead:
    readings = tables.readings(tables.decode(data, name))
    kind = kind or likely_kind(readings)
    if not kind:
        return SheetRead("", NO_HEADINGS, ())
    headings, rows = rows_of(kind, readings)
    return SheetRead(kind, headings, tuple(rows))


def _book(data: bytes, name: str, kind: str, sheet: str) -> SheetRead:
    from organizer.exchange.books import Book, BookSheet

    def fits(each: BookSheet) -> bool:
        return has_headings(kind, each.lines) if kind else bool(likely_kind([each.lines]))

    book = Book(data, name)
    in_order = sorted(book.sheets, key=lambda each: each.hidden)
    chosen = next((each for each in in_order if (each.name == sheet if sheet else fits(each))), None)
    if chosen is None and sheet:
        raise UnreadableSheet(
            _("The workbook has no sheet “{name}”.").format(name=sheet[:40]),
            _("Use one of: {names}.").format(names=", ".join(each.name for each in book.sheets)),
        )
    chosen = chosen or in_order[0]
    names = tuple(SheetName(each.name, each.hidden) for each in book.sheets)
    kind = kind or likely_kind([chosen.lines])
    if not kind:
        return SheetRead("", NO_HEADINGS, (), "book", names, chosen.name)
    headings, rows = rows_of(kind, [chosen.lines])
    notes = list(book.notes(chosen))
    if any(row.has_too_many_cells() for row in rows):
        notes.append(_("Cells beside the columns that have headings are left out."))
        rows = [replace(row, cells=row.cells[: headings.width]) for row in rows]
    return SheetRead(kind, headings, tuple(rows), "book", names, chosen.name, tuple(notes))


def _cards(data: bytes, name: str, _kind: str, _sheet: str) -> SheetRead:
    from organizer.exchange.cards import Cards

    found = Cards(tables.decode(data, name))
    notes = (found.left_out_words(),) if found.left_out else ()
    return SheetRead("people", found.headings, tuple(found.rows), "cards", notes=notes, unread=tuple(found.unread))


def _calendar(data: bytes, name: str, _kind: str, _sheet: str) -> SheetRead:
    from organizer.exchange.calendar_in import Events

    found = Events(tables.decode(data, name), name)
    return SheetRead(
        "pickets", found.headings, tuple(found.rows), "calendar", notes=tuple(found.notes()), unread=tuple(found.unread)
    )


FORMS: dict[str, Callable[[bytes, str, str, str], SheetRead]] = {
    "text": _text,
    "book": _book,
    "cards": _cards,
    "calendar": _calendar,
}
"""How each form is read: from its bytes, its name, the kind that is asked for, and the sheet of a workbook."""

"""What is ordered of the print room for a leaflet: the sheet of its design, in the size of its paper, front and back."""

from __future__ import annotations

from dataclasses import dataclass

from organizer.records.leaflet import Leaflet
from organizer.sheets.catalogue import sheet_kinds
from organizer.sheets.layouts import LARGE_A4, LARGE_LETTER, Format
from organizer.sheets.orders import Order
from organizer.sheets.sheet import Note
from organizer.sheets.sheet_kind import SheetKind

_LETTER = "Letter"
_KINDS = {"a6": "a6-flyer", "dl": "dl-flyer", "trifold": "trifold", "booklet": "booklet"}
_LARGE = {"A4": LARGE_A4, _LETTER: LARGE_LETTER}
_OF_ALL_LANGUAGES = frozenset({"", "day", "qr_target", "photo", "demands"})
"""Fields that are told to whoever looks at either side."""


@dataclass(frozen=True)
class HowPrinted:
    """What a person chooses besides the record. An empty `layout` is the usual one."""

    layout: str = ""
    large: bool = False
    one_colour: bool = False
    bleed: float = 3.0


AS_USUAL = HowPrinted()


def kind_of(leaflet: Leaflet) -> SheetKind:
    """The sheet that its design is."""
    return sheet_kinds()[_KINDS.get(leaflet.design, "leaflet")]


def format_of(leaflet: Leaflet, *, large: bool = False) -> Format:
    """The size of its design on its paper; in large print the whole sheet, where the design is one that grows."""
    kind = kind_of(leaflet)
    grown = _LARGE.get(leaflet.paper, LARGE_A4)
    if large and grown in kind.formats:
        return grown
    return kind.formats[1 if leaflet.paper == _LETTER else 0]


def may_be_large(leaflet: Leaflet) -> bool:
    kind = kind_of(leaflet)
    return kind.large or LARGE_A4 in kind.formats


def front_language(leaflet: Leaflet, language: str) -> str:
    """The language in front when the page in `language` is wanted: the one on the back has another before it."""
    if language != leaflet.back_language:
        return language
    return next((tag for tag in leaflet.languages if tag != language), language)


def leaflet_order(leaflet: Leaflet, language: str, how: HowPrinted = AS_USUAL) -> Order:
    """The order of the page in this language. A layout that its size has not is the usual one."""
    kind, trimmed = kind_of(leaflet), format_of(leaflet, large=how.large)
    layouts = {layout.key for layout in trimmed.layouts}
    return Order(
        kind,
        front_language(leaflet, language),
        format=trimmed.key,
        layout=how.layout if how.layout in layouts else "",
        print_class=leaflet.print_class,
        large=how.large,
        one_colour=how.one_colour,
        bleed=how.bleed,
    )


def notes_in(notes: tuple[Note, ...], leaflet: Leaflet, language: str) -> tuple[Note, ...]:
    """Of the notes on a sheet with a back in another language, those for who looks at this language, by their plain fields."""
    if not leaflet.back_language or leaflet.back_language not in leaflet.languages:
        return notes
    found = []
    for note in notes:
        field, _at, tag = note.field.partition("@")
        on_back = language == leaflet.back_language
        told_before = note.level == "good" and field in _OF_ALL_LANGUAGES
        if (tag == language and not told_before) or (not tag and (not on_back or field in _OF_ALL_LANGUAGES)):
            found.append(Note(note.level, field, note.sentence, note.place))
    return tuple(found)

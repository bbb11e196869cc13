"""Kind: all that a screen of records knows about one kind, as data: words, columns, filters, form, verbs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from organizer.i18n import N_
from organizer.records.base import Record
from organizer.ui.look.cells import Cell

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from organizer.store.journal_entries import FieldChange
    from organizer.store.store import Store
    from organizer.ui.controls import Control
    from organizer.ui.session import Session


@dataclass(frozen=True)
class Column:
    """`cell` says what of a record stands here; `sort` names an order of the kind's Listing; `width` in px at 100 % text.

    `end`: a column of numbers, whose title stands at its end. `longest`: the longest that can stand here in this language,
    where that is known; the column is never narrower. `leaves`: where room is short the highest stands back first, 0 never.
    """

    title: str
    cell: Callable[[Any], Cell]
    width: int = 100
    sort: str = ""
    stretch: bool = False
    end: bool = False
    longest: Callable[[], list[Cell]] = list
    leaves: int = 0


@dataclass(frozen=True)
class FilterChoice:
    """One entry of a chip's menu, and the filters it sets."""

    words: str
    filters: tuple[tuple[str, Any], ...]
    count: int | None = None


@dataclass(frozen=True)
class Chip:
    """A filter above the table. With `choices` it opens a menu of them; without it is on or off and sets `filters`.

    `verbs` stand below the choices. `comes`: it is on show only while there is something to choose.
    """

    words: str
    icon: str = ""
    filters: tuple[tuple[str, Any], ...] = ()
    choices: Callable[[Session, type[Record]], list[FilterChoice]] | None = None
    comes: bool = False
    verbs: tuple[Verb, ...] = ()


@dataclass(frozen=True)
class Field:
    """One field of a form: the record's attribute (where its problems are shown), a label, and what makes its control.

    `words` are those of its codes, for the history.
    """

    attribute: str
    label: str
    make: Callable[[Session], Control]
    share: int = 1
    optional: bool = False
    hint: str = ""
    words: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class FormGroup:
    title: str
    rows: tuple[tuple[Field, ...], ...]


@dataclass(frozen=True)
class Tile:
    """The day on a form's head: filled when it is exact, outlined when not."""

    day: str
    month: str
    exact: bool = True


@dataclass(frozen=True)
class Head:
    """The head of a form: what the record is called, its state (a code of look.marks.STATES), one line more."""

    title: str
    second: str = ""
    state: str = ""
    tile: Tile | None = None


@dataclass(frozen=True)
class Verb:
    """Something to do with one record, or with the list when it needs none: words, icon, keys, and the doing.

    `leads`: in an empty list this is the way to begin, before a blank record. `to_begin`: it is offered there alone.
    `of_records`: it is about those of the list, and an empty list does not offer it.
    """

    words: str
    icon: str
    run: Callable[[Session, Any], None]
    keys: str = ""
    leads: bool = False
    to_begin: bool = False
    of_records: bool = False


BRING_IN = Verb(N_("Bring in a file"), "file-up", lambda session, _record: session.want_sheet(), to_begin=True)
"""For the empty lists of the kinds that are kept in spreadsheets, address books and calendars elsewhere."""


@dataclass(frozen=True)
class KindWords:
    """Whole sentences about a kind, marked for translation. `deleted` makes the message bar's sentence of a record."""

    many: str
    new: str
    search: str
    none_yet: str
    first_step: str
    no_match: str
    delete: str
    history: str
    deleted: Callable[[Any], str]


@dataclass(frozen=True)
class Kind:
    """A screen of records. `new` makes an unsaved one; `duplicate` gives what a duplicate begins with instead.

    `in_campaign`: only the current campaign's are listed. `parts` make widgets below the fields, with `show_record(record)`.
    `totals` gives words for the list's head, of the store and the campaign's id; it runs away from the window's thread.
    `history_words` says what changed where the form's fields do not say it by themselves.
    `delete` replaces plain deletion where a kind has a rule of its own; it returns the sentence for the message bar.
    """

    record: type[Record]
    icon: str
    words: KindWords
    columns: tuple[Column, ...]
    groups: tuple[FormGroup, ...]
    head: Callable[[Any], Head]
    new: Callable[[Session], Record]
    chips: tuple[Chip, ...] = ()
    in_campaign: bool = True
    duplicate: Mapping[str, Any] = field(default_factory=dict)
    dimmed: Callable[[Any], bool] = lambda _record: False
    prints: tuple[Verb, ...] = ()
    verbs: tuple[Verb, ...] = ()
    list_verbs: tuple[Verb, ...] = ()
    parts: tuple[Callable[[Session], QWidget], ...] = ()
    delete: Callable[[Session, Any], str] | None = None
    history_words: Callable[[Session, FieldChange], list[str]] | None = None
    totals: Callable[[Store, int], str] | None = None

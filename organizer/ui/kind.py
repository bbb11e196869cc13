"""Kind: all that a screen of records knows about one kind, as data: words, columns, filters, form, verbs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from organizer.records.base import Record

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from organizer.ui.fields import Control
    from organizer.ui.session import Session

Tone = Literal["grey", "blue", "green", "red", "amber"]
Shape = Literal["quiet", "soft", "outline"]


@dataclass(frozen=True)
class StateLook:
    """How a state is drawn. Ordinary states are quiet; only what needs a hand is filled. Never colour alone."""

    icon: str
    tone: Tone
    shape: Shape = "quiet"


@dataclass(frozen=True)
class Mark:
    """A small icon at the end of a row and what it says."""

    icon: str
    ink: str
    words: str


@dataclass(frozen=True)
class Cell:
    """What stands in one cell.

    `second` follows in a smaller ink where at least 40 px are left, `end` stands at the cell's far edge, `icon` before the
    words. With a `look` the words are a state's; `evidence` (held, reported, estimated) paints that swatch before them.
    """

    words: str = ""
    second: str = ""
    end: str = ""
    icon: str = ""
    look: StateLook | None = None
    evidence: str = ""
    marks: tuple[Mark, ...] = ()

    def spoken(self) -> str:
        """The cell as a screen reader says it."""
        parts = (self.words, self.second, self.end, *(mark.words for mark in self.marks))
        return ", ".join(part for part in parts if part)


@dataclass(frozen=True)
class Column:
    """`cell` says what of a record stands here; `sort` names an order of the kind's Listing; `width` in px at 100 % text."""

    title: str
    cell: Callable[[Any], Cell]
    width: int = 100
    sort: str = ""
    stretch: bool = False
    at_end: bool = False


@dataclass(frozen=True)
class FilterChoice:
    """One entry of a chip's menu, and the filters it sets."""

    words: str
    filters: tuple[tuple[str, Any], ...]
    count: int | None = None


@dataclass(frozen=True)
class Chip:
    """A filter above the table. With `choices` it opens a menu of them; without it is on or off and sets `filters`."""

    words: str
    icon: str = ""
    filters: tuple[tuple[str, Any], ...] = ()
    choices: Callable[[Session], list[FilterChoice]] | None = None


@dataclass(frozen=True)
class Field:
    """One field of a form: the record's attribute (where its problems are shown), a label, and what makes its control."""

    attribute: str
    label: str
    make: Callable[[Session], Control]
    share: int = 1
    optional: bool = False
    hint: str = ""


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
    """The head of a form: what the record is called, its state, one line more."""

    title: str
    second: str = ""
    state: str = ""
    look: StateLook | None = None
    tile: Tile | None = None


@dataclass(frozen=True)
class Verb:
    """Something to do with one record, or with the list when it needs none: words, icon, keys, and the doing."""

    words: str
    icon: str
    run: Callable[[Session, Any], None]
    keys: str = ""


@dataclass(frozen=True)
class KindWords:
    """Whole sentences about a kind, each marked for translation. `deleted` holds {title}; `count` gives the words of a number."""

    many: str
    new: str
    search: str
    deleted: str
    none_yet: str
    first_step: str
    no_match: str
    delete: str
    history: str
    count: Callable[[int], str]


@dataclass(frozen=True)
class Kind:
    """A screen of records. `new` makes an unsaved one; `new_on` names further attributes a duplicate does not take over.

    `in_campaign`: only the current campaign's are listed. `parts` make widgets below the fields, with `show_record(record)`.
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
    not_duplicated: Mapping[str, Any] = field(default_factory=dict)
    dimmed: Callable[[Any], bool] = lambda _record: False
    prints: tuple[Verb, ...] = ()
    verbs: tuple[Verb, ...] = ()
    list_verbs: tuple[Verb, ...] = ()
    parts: tuple[Callable[[Session], QWidget], ...] = ()
    delete: Callable[[Session, Any], str] | None = None
    totals: Callable[[Session], str] | None = None

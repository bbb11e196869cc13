"""What the print room knows of a kind of sheet: its name, what it asks for, in which formats it comes, and who draws it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from organizer.i18n import _
from organizer.records.prints import PrintParts
from organizer.records.values import PrintClass
from organizer.sheets.layouts import Format, Layout

if TYPE_CHECKING:
    from organizer.sheets.design import Design

AskedKind = Literal["line", "text", "number", "day", "choice", "yes"]
Need = Literal["demands", "pickets", "cancelled", "organisations", "people", "targets", "funds", "totals", "number"]
Group = Literal["handed-out", "shown", "table", "money", "office"]


@dataclass(frozen=True)
class Asked:
    """One thing the print room asks for beyond what the records know. `label` and `hint` are marked sentences.

    Answers are text: a number in digits, a day in ISO, yes as "yes", a choice by its key. `usual(parts, language)` stands there
    until somebody writes something else. What is `translated` has an answer of its own in each language of the sheet. With
    `only_with`, as in ("names", "count"), it is asked only while that other answer is this one. What is `passing` is of one print
    alone and not kept for the next, such as the number it begins with. `say` words the choices that are no sentences but figures.
    """

    key: str
    label: str
    kind: AskedKind = "line"
    usual: Callable[[PrintParts, str], str] | None = None
    choices: Mapping[str, str] = field(default_factory=dict)
    hint: str = ""
    translated: bool = True
    least: int = 0
    most: int = 9_999
    only_with: tuple[str, str] | None = None
    passing: bool = False
    say: Callable[[str], str] | None = None

    def choice_words(self, code: str) -> str:
        return self.say(code) if self.say is not None else _(self.choices[code])

    def wanted(self, answers: Mapping[str, str]) -> bool:
        """Whether it is asked, as the other answers stand."""
        return self.only_with is None or answers.get(self.only_with[0]) == self.only_with[1]


def asked_number(key: str, label: str, usual: int, *, most: int, hint: str = "") -> Asked:
    """A number from 1 that is the same in every language. `label` and `hint` are marked sentences."""
    return Asked(
        key, label, "number", usual=lambda _parts, _language: str(usual), hint=hint, translated=False, least=1, most=most
    )


@dataclass(frozen=True)
class Job:
    """What one print is made of. `answers` holds every key that is asked for, usual ones filled in, in `language`.

    `second` is the other language of a sheet in two, with its own answers; empty for one. `large` sets no type under 14 pt but
    the imprint; `one_colour` prints in black and the campaign's first colour.
    """

    parts: PrintParts
    language: str
    answers: Mapping[str, str]
    format: Format
    layout: Layout
    print_class: str = PrintClass.PUBLIC
    second: str = ""
    second_answers: Mapping[str, str] = field(default_factory=dict)
    large: bool = False
    one_colour: bool = False
    bleed: float = 3.0

    @property
    def cmyk(self) -> bool:
        """Whether colours are printing inks."""
        return self.layout.arrangement == "shop"

    def number(self, key: str) -> int:
        """An answer that is a number; 0 where it is none."""
        said = self.answers.get(key, "").strip()
        return int(said) if said.isdecimal() else 0

    def yes(self, key: str) -> bool:
        return self.answers.get(key) == "yes"


@dataclass(frozen=True)
class SheetKind:
    """`name` and `hint` are marked sentences; `subject` is the KIND of the record that it is printed for, as in "picket".

    `make` returns the design of a job; it imports what draws only then. `needs` are records it asks for besides its subject.
    With `class_of` the answers decide who may see the sheet, and `print_class` is that of the usual ones: it may be shown to
    fewer than they say, never to more.
    """

    key: str
    name: str
    hint: str
    group: Group
    formats: tuple[Format, ...]
    make: Callable[[Job], Design]
    subject: str = "campaign"
    needs: frozenset[Need] = frozenset()
    asked: tuple[Asked, ...] = ()
    print_class: str = PrintClass.PUBLIC
    class_of: Callable[[Mapping[str, str]], str] | None = None
    two_languages: bool = False
    large: bool = False
    one_colour: bool = False
    icon: str = "file-text"

    @property
    def numbered(self) -> bool:
        """Whether each of its sheets bears a number of its own: there is one copy of each."""
        return "number" in self.needs

    def title(self) -> str:
        return _(self.name)

    def format(self, key: str) -> Format:
        """The format of this key, the usual one for an empty key. KeyError: there is none."""
        found = {known.key: known for known in self.formats}
        return found[key] if key else self.formats[0]

    def classes(self, answers: Mapping[str, str]) -> list[str]:
        """Who may see a sheet with these answers, most people first: any, where the answers say nothing of it."""
        every = list(PrintClass.WORDS)
        return every[every.index(self.class_of(answers)) :] if self.class_of is not None else every

    def class_with(self, answers: Mapping[str, str], wanted: str = "") -> str:
        """Who may see a sheet with these answers; `wanted` where that is offered."""
        offered = self.classes(answers)
        if wanted in offered:
            return wanted
        return offered[0] if self.class_of is not None else self.print_class

    def usual_answers(self, parts: PrintParts, language: str) -> dict[str, str]:
        """What stands on the sheet before anybody wrote anything."""
        return {asked.key: asked.usual(parts, language) if asked.usual else "" for asked in self.asked}

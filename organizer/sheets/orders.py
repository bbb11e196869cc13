"""Orders: what somebody asks the print room for, and the job of its sheet. The same for the window and the command line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from organizer.i18n import _, number
from organizer.records.prints import PrintParts
from organizer.sheets.sheet_kind import Asked, Job, SheetKind

YES = "yes"
Written = Mapping[str, Mapping[str, str]]
"""What was written in place of what usually stands there: answers by the tag of their language, under "" what holds in all."""


@dataclass(frozen=True)
class Order:
    """`format`, `layout` and `print_class` are keys; empty ones mean the usual ones of the sheet."""

    kind: SheetKind
    language: str
    second: str = ""
    format: str = ""
    layout: str = ""
    print_class: str = ""
    large: bool = False
    one_colour: bool = False
    bleed: float = 3.0
    written: Written = field(default_factory=dict)

    def job(self, parts: PrintParts) -> Job:
        """What is printed of these records. KeyError: there is no such format or layout."""
        trimmed = self.kind.format(self.format)
        answers = answers_in(self.kind, parts, self.language, self.written)
        second = self.second if self.kind.two_languages and self.second != self.language else ""
        return Job(
            parts=parts,
            language=self.language,
            answers=answers,
            format=trimmed,
            layout=trimmed.layout(self.layout),
            print_class=self.kind.class_with(answers, self.print_class),
            second=second,
            second_answers=answers_in(self.kind, parts, second, self.written) if second else {},
            large=self.large and self.kind.large,
            one_colour=self.one_colour and self.kind.one_colour,
            bleed=self.bleed,
        )


def answers_in(kind: SheetKind, parts: PrintParts, language: str, written: Written) -> dict[str, str]:
    """Every answer in a language: what was written, else what usually stands there."""
    answers = kind.usual_answers(parts, language)
    for asked in kind.asked:
        said = written.get(place_of(asked, language), {})
        if asked.key in said:
            answers[asked.key] = said[asked.key]
    return answers


def place_of(asked: Asked, language: str) -> str:
    """Under which tag an answer is kept."""
    return language if asked.translated else ""


def fault_in(asked: Asked, answer: str) -> str:
    """What is wrong with an answer, in a sentence that says what would be right; empty when nothing is."""
    said = answer.strip()
    if not said:
        return ""
    if asked.kind == "number" and not (said.isdecimal() and asked.least <= int(said) <= asked.most):
        sentence = _("This takes a whole number from {least} to {most}.")
        return sentence.format(least=number(asked.least), most=number(asked.most))
    if asked.kind == "day" and not _is_day(said):
        return _("This takes a day, written as in 2026-06-12.")
    if asked.kind == "choice" and said not in asked.choices:
        return _("This takes one of: {choices}.").format(choices=", ".join(asked.choices))
    if asked.kind == "yes" and said != YES:
        return _("This takes “yes”, or nothing at all.")
    return ""


def _is_day(words: str) -> bool:
    try:
        date.fromisoformat(words)
    except ValueError:
        return False
    return True

"""The side column of a press release: headings, each with its lines. Added, moved, taken off."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from organizer.errors import Problem
from organizer.i18n import _
from organizer.sheets.sheet import Note
from organizer.ui.controls import Control
from organizer.ui.look.edit import Area, Edit
from organizer.ui.look.layout import col, row
from organizer.ui.look.parts import Button, icon_button
from organizer.ui.look.theme import px
from organizer.ui.prints.noted import NotedPlace

Fact = tuple[str, str]
"""A heading and its lines."""


class FactRow(QWidget):
    """One heading with its lines, and what can be done with it."""

    edited = Signal()
    moved = Signal(int)
    removed = Signal()

    def __init__(self, fact: Fact, number: int, language: str) -> None:
        super().__init__()
        self.heading = Edit(fact[0], hint=_("Heading"))
        self.lines = Area(fact[1], lines=2, hint=_("One fact a line"))
        self.heading.setAccessibleName(_("Heading of fact {number}").format(number=number))
        self.lines.setAccessibleName(_("Lines of fact {number}").format(number=number))
        self.up = icon_button("chevron-up", _("Move fact {number} up").format(number=number))
        self.down = icon_button("chevron-down", _("Move fact {number} down").format(number=number))
        self.remove = icon_button("x", _("Take fact {number} off").format(number=number))
        self.set_language(language)
        self.setLayout(
            row((col(self.heading, self.lines, gap=4), 1), col(row(self.up, self.down, self.remove, gap=0), None), gap=6)
        )
        self.heading.textEdited.connect(lambda _words: self.edited.emit())
        self.lines.textChanged.connect(self.edited)
        self.up.clicked.connect(lambda: self.moved.emit(-1))
        self.down.clicked.connect(lambda: self.moved.emit(1))
        self.remove.clicked.connect(self.removed)

    def set_language(self, tag: str) -> None:
        self.heading.set_language(tag)
        self.lines.set_language(tag)

    def fact(self) -> Fact:
        return self.heading.text().strip(), self.lines.words().strip()


class FactsControl(Control):
    """`facts`: pairs of a heading and its words. An empty pair is not kept."""

    bare = True

    def __init__(self) -> None:
        self._rows = QVBoxLayout()
        self.add = Button(_("Add a fact"), "quiet", icon="plus", small=True)
        self._place = NotedPlace(self._rows, row(self.add, None))
        super().__init__("facts", self._place)
        self.rows: list[FactRow] = []
        self._language = "en"
        self._rows.setSpacing(px(10))
        self.add.clicked.connect(self.add_one)

    def set_language(self, tag: str) -> None:
        self._language = tag
        for each in self.rows:
            each.set_language(tag)

    def facts(self) -> list[Fact]:
        return [each.fact() for each in self.rows]

    def _build(self, facts: list[Fact]) -> None:
        for old in self.rows:
            self._rows.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.rows = []
        for place, fact in enumerate(facts):
            made = FactRow(fact, place + 1, self._language)
            made.up.setEnabled(place > 0)
            made.down.setEnabled(place < len(facts) - 1)
            made.edited.connect(self.edited)
            made.moved.connect(lambda step, place=place: self.move(place, step))
            made.removed.connect(lambda place=place: self.take_off(place))
            self.rows.append(made)
            self._rows.addWidget(made)

    def add_one(self, *_checked: bool) -> None:
        """An empty pair at the end, ready to be written in."""
        self._build([*self.facts(), ("", "")])
        self.rows[-1].heading.setFocus(Qt.FocusReason.TabFocusReason)

    def move(self, place: int, step: int) -> None:
        facts, other = self.facts(), place + step
        if 0 <= other < len(facts):
            facts[place], facts[other] = facts[other], facts[place]
            self._build(facts)
            self.edited.emit()
            self.rows[other].heading.setFocus(Qt.FocusReason.TabFocusReason)

    def take_off(self, place: int) -> None:
        facts = self.facts()
        del facts[place]
        self._build(facts)
        self.edited.emit()
        self.add.setFocus(Qt.FocusReason.OtherFocusReason)

    def show(self, record: Any) -> None:
        self._language = record.language
        self._build([(fact.get("heading", ""), fact.get("words", "")) for fact in record.facts])

    def take(self, record: Any) -> list[Problem]:
        record.facts = [{"heading": heading, "words": words} for heading, words in self.facts() if heading or words]
        return []

    def raw(self) -> list[list[str]]:
        return [list(fact) for fact in self.facts() if any(fact)]

    def restore(self, raw: Any) -> None:
        self._build([(str(pair[0]), str(pair[1])) for pair in raw])

    def show_note(self, note: Note | None) -> None:
        self._place.show_note(note)

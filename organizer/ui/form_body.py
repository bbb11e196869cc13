"""FormBody: the fields of a kind in their groups and rows, and the problems shown beneath the rows they belong to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from organizer.errors import Fix, Problem
from organizer.i18n import _
from organizer.ui.controls import Control, DayControl
from organizer.ui.kind import Field, FormGroup, Kind
from organizer.ui.look import field as parts
from organizer.ui.look.layout import Item, Line, box, col, row
from organizer.ui.session import Session


class _Row(QWidget):
    """Fields side by side; a problem with one spans them all, since two may disagree."""

    def __init__(self, fields: list[Item]) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addLayout(row(*fields, gap=10))
        self._problems: list[parts.Problem] = []

    def add(self, problem: parts.Problem) -> None:
        self._problems.append(problem)
        self._column.addWidget(problem)

    def clear(self) -> None:
        for problem in self._problems:
            problem.hide()
            problem.deleteLater()
        self._problems.clear()

    def problems(self) -> list[parts.Problem]:
        return list(self._problems)


class FormBody(QWidget):
    """Shows a record, says when a person `edited` it, takes what they typed back into a record."""

    edited = Signal()

    def __init__(self, session: Session, kind: Kind) -> None:
        super().__init__()
        self._session = session
        self.controls: dict[str, Control] = {}
        self._rows: dict[str, _Row] = {}
        self._shown: dict[str, Any] = {}
        self._general = _Row([])
        self._general.hide()
        groups = [self._group(group) for group in kind.groups]
        self.parts = [make(session) for make in kind.parts]
        self._column: Line = col(self._general, *groups, *self.parts, None, gap=20, margins=(18, 6, 18, 18))
        self.setLayout(self._column)
        for control in self.controls.values():
            control.siblings = self.controls
        self._pair_days_with_their_precision()

    def _group(self, group: FormGroup) -> QWidget:
        rows: list[Item] = [self._row(fields) for fields in group.rows]
        return parts.Group(_(group.title), *rows) if group.title else box(col(*rows, gap=10))

    def _row(self, fields: tuple[Field, ...]) -> _Row:
        made = _Row([(self._field(field), field.share) for field in fields])
        for field in fields:
            self._rows[field.attribute] = made
        return made

    def _field(self, field: Field) -> QWidget:
        control = field.make(self._session)
        self.controls[field.attribute] = control
        control.edited.connect(lambda: self._on_edited(field.attribute))
        if control.bare:
            return control.editor
        label = _(field.label)
        if not label:
            control.editor.setAccessibleName(_("State"))
            return control.editor
        return parts.Field(label, control.editor, hint=_(field.hint) if field.hint else "", optional=field.optional)

    def _pair_days_with_their_precision(self) -> None:
        for control in self.controls.values():
            if isinstance(control, DayControl):
                control.pair()

    def _on_edited(self, attribute: str) -> None:
        self._rows[attribute].clear()
        self._mark(attribute, "")
        self.edited.emit()

    def show_record(self, record: Any) -> None:
        """Show a record as it stands in the file: from here on nothing is changed."""
        self.clear_problems()
        for control in self.controls.values():
            control.show(record)
        for part in self.parts:
            part.show_record(record)  # type: ignore[attr-defined]  # every part of a form has it: see Kind.parts
        self._shown = self.raws()

    def raws(self) -> dict[str, Any]:
        """What stands in every field as it was typed, fit for a draft."""
        return {attribute: control.raw() for attribute, control in self.controls.items()}

    def changed(self) -> dict[str, Any]:
        """The raws of those fields that are not as they were shown."""
        return {attribute: raw for attribute, raw in self.raws().items() if raw != self._shown.get(attribute)}

    def restore(self, raws: Mapping[str, Any]) -> None:
        """Put a draft's words into the fields; those of fields that are gone are left out."""
        for attribute, raw in raws.items():
            if attribute in self.controls:
                self.controls[attribute].restore(raw)

    def take(self, record: Any, only: Iterable[str] | None = None) -> list[Problem]:
        """Write the fields into the record; what cannot be read comes back as problems."""
        wanted = self.controls if only is None else {name: self.controls[name] for name in only}
        return [problem for control in wanted.values() for problem in control.take(record)]

    def pending(self) -> list[Control]:
        """The controls that make a record of their own when this one is saved."""
        return [control for control in self.controls.values() if control.pending()]

    def show_problems(self, problems: list[Problem], record: Any) -> QWidget | None:
        """Show each beneath its row, with its ways out; the first editor concerned, for the form to scroll to."""
        self.clear_problems()
        for problem in problems:
            self._show_problem(problem, record)
        first = next((self.controls[name] for name in self.controls if any(problem.field == name for problem in problems)), None)
        return first.editor if first else None

    def _show_problem(self, problem: Problem, record: Any) -> None:
        place = self._rows.get(problem.field, self._general)
        place.add(parts.Problem(problem.sentence, [(fix.words, self._doing(fix, record)) for fix in problem.fixes]))
        self._general.setVisible(bool(self._general.problems()))
        self._mark(problem.field, problem.sentence)

    def _doing(self, fix: Fix, record: Any) -> Any:
        return lambda: self.apply(fix.changes, record)

    def apply(self, changes: Mapping[str, object], record: Any) -> None:
        """Take a way out: its values go into the fields, as if they had been typed."""
        for attribute, value in changes.items():
            setattr(record, attribute, value)
            if attribute in self.controls:
                self.controls[attribute].show(record)
                self._on_edited(attribute)
        for attribute in changes:
            self._rows[attribute].clear() if attribute in self._rows else None
        self.edited.emit()

    def clear_problems(self) -> None:
        for place in {id(each): each for each in (*self._rows.values(), self._general)}.values():
            place.clear()
        self._general.hide()
        for attribute in self.controls:
            self._mark(attribute, "")

    def problems_shown(self) -> list[str]:
        """The sentences in view, in order."""
        places = {id(each): each for each in (self._general, *self._rows.values())}.values()
        return [problem.accessibleName() for place in places for problem in place.problems()]

    def problem_buttons(self) -> list[Any]:
        places = {id(each): each for each in (self._general, *self._rows.values())}.values()
        return [button for place in places for problem in place.problems() for button in problem.buttons]

    def _mark(self, attribute: str, sentence: str) -> None:
        control = self.controls.get(attribute)
        if control is None:
            return
        mark = getattr(control.editor, "set_problem", None)
        if mark is not None:
            mark(bool(sentence))
        control.editor.setAccessibleDescription(sentence)
        if sentence:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(control.editor, sentence))

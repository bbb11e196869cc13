"""Where a form says what its page says of it, red or amber: at a field, or below something that is no field."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from organizer.sheets.sheet import Note
from organizer.ui.look.field import Field, Fix, Problem
from organizer.ui.look.layout import Item, col


class NotedField(Field):
    """A note stays as it is while its sentence does: it is not spoken again at every letter."""

    def __init__(
        self, label: str, control: QWidget, *, hint: str = "", note: str = "", optional: bool = False, counter: int | None = None
    ) -> None:
        super().__init__(label, control, hint=hint, note=note, optional=optional, counter=counter)
        self._noted: tuple[str, str, tuple[str, ...]] | None = None

    def put_below(self, widget: QWidget) -> None:
        """Right below the control, above what is said of it."""
        self._body.insertWidget(self._body.indexOf(self.control) + 1, widget)

    def set_problem(self, problem: bool) -> None:
        """The form's own mark: this field stands in the way of saving."""
        mark = getattr(self.control, "set_problem", None)
        if mark is not None:
            mark(problem)

    def show_note(self, note: Note | None, fixes: tuple[Fix, ...] = ()) -> None:
        """Say what stops printing or wants a look here; None takes it away."""
        said = None if note is None else (note.level, note.sentence, tuple(words for words, _act in fixes))
        if said == self._noted:
            return
        self._noted = said
        if note is None:
            self.clear_problem()
        else:
            self.show_problem(note.sentence, fixes, tone="red" if note.level == "stop" else "amber")


class NotedPlace(QWidget):
    """Parts one below the other, and under them the note on what they put on the page."""

    def __init__(self, *items: Item, gap: int = 6) -> None:
        super().__init__()
        self._body = col(*items, gap=gap)
        self.setLayout(self._body)
        self.problem: Problem | None = None

    def show_note(self, note: Note | None, fixes: tuple[Fix, ...] = ()) -> None:
        """The same note stays as it is."""
        said = note.sentence if note is not None else ""
        if self.problem is not None and self.problem.accessibleName() == said:
            return
        if self.problem is not None:
            self._body.removeWidget(self.problem)
            self.problem.hide()
            self.problem.deleteLater()
            self.problem = None
        if note is not None:
            self.problem = Problem(note.sentence, fixes, tone="red" if note.level == "stop" else "amber")
            self._body.addWidget(self.problem)

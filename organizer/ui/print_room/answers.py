"""What a sheet asks for, as fields: words, numbers, days, choices. Answers are text, as the sheet takes them."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from organizer.i18n import _
from organizer.records.reading import ReadingError, read_day
from organizer.sheets.orders import YES, fault_in
from organizer.sheets.sheet import Note
from organizer.sheets.sheet_kind import Asked
from organizer.ui.look.choice import Choice
from organizer.ui.look.dates import DateField
from organizer.ui.look.edit import Area, Edit
from organizer.ui.prints.noted import NotedField, NotedPlace
from organizer.ui.session import Session

_LINES = 4


class Answer(QObject):
    """One thing that is asked. `edited`: a person wrote something else. `place` is what lies in the form."""

    edited = Signal()

    def __init__(self, asked: Asked, editor: QWidget, place: NotedField | NotedPlace) -> None:
        super().__init__(place)
        self.asked, self.editor, self.place = asked, editor, place

    def words(self) -> str:
        """The answer as the sheet takes it; of what cannot be read, what was written."""
        raise NotImplementedError

    def show(self, words: str, language: str) -> None:
        """Show an answer in the font and direction of its language, without `edited`."""
        raise NotImplementedError

    def show_note(self, note: Note | None) -> None:
        """What the page says of it, unless it cannot even be read."""
        fault = fault_in(self.asked, self.words())
        self.place.show_note(Note("stop", self.asked.key, fault) if fault else note)


def _field(asked: Asked, editor: QWidget) -> NotedField:
    return NotedField(_(asked.label), editor, hint=_(asked.hint))


class _Line(Answer):
    """A line, or a number."""

    def __init__(self, asked: Asked) -> None:
        self._edit = Edit()
        super().__init__(asked, self._edit, _field(asked, self._edit))
        self._edit.textEdited.connect(lambda _words: self.edited.emit())

    def words(self) -> str:
        return self._edit.text().strip()

    def show(self, words: str, language: str) -> None:
        self._edit.set_language(language if self.asked.kind == "line" else "en")
        if self._edit.text().strip() != words:
            self._edit.setText(words)
            self._edit.setCursorPosition(0)


class _Words(Answer):
    """Several lines."""

    def __init__(self, asked: Asked) -> None:
        self._area = Area(lines=_LINES)
        self._showing = False
        super().__init__(asked, self._area, _field(asked, self._area))
        self._area.textChanged.connect(self._changed)

    def _changed(self) -> None:
        if not self._showing:
            self.edited.emit()

    def words(self) -> str:
        return self._area.words()

    def show(self, words: str, language: str) -> None:
        self._showing = True
        self._area.set_language(language)
        if self._area.words() != words:
            self._area.setPlainText(words)
        self._showing = False


class _Day(Answer):
    """A day, written in any of the ways people write one."""

    def __init__(self, asked: Asked, session: Session) -> None:
        self._session = session
        self._day = DateField(self._read)
        super().__init__(asked, self._day, _field(asked, self._day))
        self._day.edited.connect(self.edited)

    def _read(self, words: str) -> date | None:
        try:
            found = read_day(words, today=self._session.today())
        except ReadingError:
            return None
        return found.day if found is not None else None

    def words(self) -> str:
        value = self._day.value()
        return value.isoformat() if value is not None else self._day.text().strip()

    def show(self, words: str, language: str) -> None:
        try:
            self._day.set_value(date.fromisoformat(words))
        except ValueError:
            self._day.set_value(None)
            self._day.setText(words)


class _OneOf(Answer):
    def __init__(self, asked: Asked) -> None:
        self._choice = Choice((code, asked.choice_words(code)) for code in asked.choices)
        super().__init__(asked, self._choice, _field(asked, self._choice))
        self._choice.chosen.connect(lambda _code: self.edited.emit())

    def words(self) -> str:
        return self._choice.value()

    def show(self, words: str, language: str) -> None:
        self._choice.set_value(words)


class _YesOrNo(Answer):
    def __init__(self, asked: Asked) -> None:
        self._box = QCheckBox(_(asked.label))
        self._box.setAccessibleName(_(asked.label))
        self._box.setAccessibleDescription(_(asked.hint))
        super().__init__(asked, self._box, NotedPlace(self._box))
        self._box.clicked.connect(lambda _on: self.edited.emit())

    def words(self) -> str:
        return YES if self._box.isChecked() else ""

    def show(self, words: str, language: str) -> None:
        self._box.setChecked(words == YES)


def answer_field(asked: Asked, session: Session) -> Answer:
    """The field of what is asked."""
    if asked.kind == "text":
        return _Words(asked)
    if asked.kind == "day":
        return _Day(asked, session)
    if asked.kind == "choice":
        return _OneOf(asked)
    return _YesOrNo(asked) if asked.kind == "yes" else _Line(asked)

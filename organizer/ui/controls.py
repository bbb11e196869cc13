"""Controls: what shows one attribute of a record in a form, reads what was typed and takes it back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from organizer import i18n
from organizer.errors import Problem
from organizer.records.reading import Day, ReadingError, read_day
from organizer.records.values import DatePrecision
from organizer.ui.look.choice import Choice
from organizer.ui.look.dates import DateField
from organizer.ui.look.edit import Area, Edit
from organizer.ui.look.segmented import Segmented


class Control(QObject):
    """One attribute of a record in a form. `edited`: a person changed it.

    `raw` is what stands in the editor as it was typed, fit for JSON: two equal raws mean nothing changed, and a draft keeps
    them, so that even what cannot be read yet is not lost. `prepare` runs inside the saving transaction.
    """

    edited = Signal()
    bare = False
    siblings: Mapping[str, Control] = {}

    def __init__(self, attribute: str, editor: QWidget) -> None:
        super().__init__(editor)
        self.attribute = attribute
        self.editor = editor

    def show(self, record: Any) -> None:
        """Show the record's value, without `edited`."""
        raise NotImplementedError

    def take(self, record: Any) -> list[Problem]:
        """Put the value into the record; what cannot be read is told instead and leaves the record as it is."""
        raise NotImplementedError

    def raw(self) -> Any:
        raise NotImplementedError

    def restore(self, raw: Any) -> None:
        raise NotImplementedError

    def pending(self) -> bool:
        """Whether `prepare` will set the attribute, so that its absence is no problem yet."""
        return False

    def prepare(self, change: Any, record: Any) -> None:
        """Make what this record needs first, in the same transaction."""


class LineControl(Control):
    """A line of words that stands for a value: `write` makes words of it, `read` reads them."""

    def __init__(
        self,
        attribute: str,
        edit: Edit,
        *,
        read: Callable[[str, Any], Any] = lambda words, _record: words.strip(),
        write: Callable[[Any, Any], str] = lambda value, _record: value or "",
    ) -> None:
        super().__init__(attribute, edit)
        self._edit, self._read, self._write = edit, read, write
        edit.textEdited.connect(lambda _words: self.edited.emit())

    def show(self, record: Any) -> None:
        self.restore(self._write(getattr(record, self.attribute), record))

    def take(self, record: Any) -> list[Problem]:
        try:
            value = self._read(self._edit.text(), record)
        except ReadingError as fault:
            return [Problem(self.attribute, str(fault))]
        setattr(record, self.attribute, value)
        return []

    def raw(self) -> str:
        return self._edit.text()

    def restore(self, raw: Any) -> None:
        self._edit.setText(str(raw))
        self._edit.setCursorPosition(0)


class AreaControl(Control):
    """Several lines of words."""

    def __init__(self, attribute: str, area: Area, *, listed: bool = False) -> None:
        super().__init__(attribute, area)
        self._area, self._listed, self._quiet = area, listed, False
        area.textChanged.connect(self._changed)

    def _changed(self) -> None:
        if not self._quiet:
            self.edited.emit()

    def show(self, record: Any) -> None:
        value = getattr(record, self.attribute)
        self.restore("\n".join(value or ()) if self._listed else value)

    def take(self, record: Any) -> list[Problem]:
        words = self._area.words()
        value = [line.strip() for line in words.split("\n") if line.strip()] if self._listed else words.strip()
        setattr(record, self.attribute, value)
        return []

    def raw(self) -> str:
        return self._area.words()

    def restore(self, raw: Any) -> None:
        self._quiet = True
        self._area.setPlainText(str(raw))
        self._quiet = False


class DayControl(Control):
    """A day, typed in any of the ways people write one, or picked. A month typed alone makes the day's precision "month"."""

    def __init__(self, attribute: str, today: Callable[[], date]) -> None:
        self.attribute, self._today = attribute, today
        self._field = DateField(self._parse, words=self._words)
        super().__init__(attribute, self._field)
        self._field.edited.connect(self.edited)
        self._field.editingFinished.connect(self._settle)

    def _read(self) -> Day | None:
        return read_day(self._field.text(), today=self._today())

    def _parse(self, words: str) -> date | None:
        try:
            found = read_day(words, today=self._today())
        except ReadingError:
            return None
        return None if found is None else found.day

    def _precision(self) -> Control | None:
        return self.siblings.get(f"{self.attribute}_precision")

    def _words(self, value: date) -> str:
        beside = self._precision()
        month = beside is not None and beside.raw() == DatePrecision.MONTH
        return i18n.month_year(value) if month else i18n.day(value)

    def _settle(self) -> None:
        """What was typed may also say how certain the day is."""
        beside, shown = self._precision(), self._field.value()
        if beside is None or shown is None or self._field.text() == self._words(shown):
            return
        found = self._read()
        if found is not None and found.precision != beside.raw():
            beside.restore(found.precision)
            beside.edited.emit()

    def pair(self) -> None:
        """Write the day anew whenever its precision is changed."""
        beside = self._precision()
        if beside is not None:
            beside.edited.connect(lambda: self._field.set_value(self._field.value()) if self._field.value() else None)

    def show(self, record: Any) -> None:
        value = getattr(record, self.attribute)
        beside = self._precision()
        if beside is not None:
            beside.show(record)
        self._field.set_value(value)

    def take(self, record: Any) -> list[Problem]:
        self._settle()
        value = self._field.value()
        if value is None and self._field.text().strip():
            try:
                self._read()
            except ReadingError as fault:
                return [Problem(self.attribute, str(fault))]
        setattr(record, self.attribute, value)
        return []

    def raw(self) -> str:
        return self._field.text()

    def restore(self, raw: Any) -> None:
        self._field.set_value(self._parse(str(raw)))
        self._field.setText(str(raw))


class ChoiceControl(Control):
    """One code of a list, from a drop-down or a row of words. A code that is not in it (of a later version) is kept."""

    def __init__(self, attribute: str, editor: Choice | Segmented) -> None:
        super().__init__(attribute, editor)
        self._choice = editor
        self._unknown: str | None = None
        editor.chosen.connect(self._chosen)

    def _chosen(self, _code: str) -> None:
        self._unknown = None
        self.edited.emit()

    def show(self, record: Any) -> None:
        self.restore(getattr(record, self.attribute))

    def take(self, record: Any) -> list[Problem]:
        setattr(record, self.attribute, self.raw())
        return []

    def raw(self) -> str:
        return self._choice.value() if self._unknown is None else self._unknown

    def restore(self, raw: Any) -> None:
        code = str(raw)
        self._choice.set_value(code)
        self._unknown = None if self._choice.value() == code else code
        if self._unknown is not None and isinstance(self._choice, Choice):
            self._choice.add(code, code)
            self._choice.set_value(code)


class CheckControl(Control):
    bare = True

    def __init__(self, attribute: str, box: QCheckBox) -> None:
        super().__init__(attribute, box)
        self._box = box
        box.clicked.connect(lambda _on: self.edited.emit())

    def show(self, record: Any) -> None:
        self.restore(getattr(record, self.attribute))

    def take(self, record: Any) -> list[Problem]:
        setattr(record, self.attribute, self._box.isChecked())
        return []

    def raw(self) -> bool:
        return self._box.isChecked()

    def restore(self, raw: Any) -> None:
        self._box.setChecked(bool(raw))

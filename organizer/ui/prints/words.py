"""Words of a leaflet in all its languages: one field on the screen, the text of the language in front in it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from organizer.errors import Problem
from organizer.i18n import _, is_rtl
from organizer.sheets.sheet import Note
from organizer.ui.controls import Control
from organizer.ui.kind import Field
from organizer.ui.look.edit import Area, Edit
from organizer.ui.look.field import Fix
from organizer.ui.prints.beside_words import BesideWords
from organizer.ui.prints.languages import LanguagesControl
from organizer.ui.prints.marking import MarkingKeys
from organizer.ui.prints.noted import NotedField

# Signs that few fonts have, and what people write instead.
SPELLED = {"☎": "Tel.", "☏": "Tel.", "📞": "Tel.", "📱": "Tel.", "✆": "Tel.", "✉": "E-mail:", "📧": "E-mail:", "📍": "", "➡": "→"}


class WordsControl(Control):
    """`texts` of a leaflet, one of its fields. Where a language has no words yet, those of the first stand there as a hint."""

    bare = True

    def __init__(self, name: str, field: NotedField) -> None:
        super().__init__(f"texts.{name}", field)
        self.name = name
        self.field = field
        self.beside = BesideWords(field.label.text().replace("&&", "&"))
        field.put_below(self.beside)
        self._beside = ""
        self._words: dict[str, str] = {}
        self._language = "en"
        self._showing = False
        self._edit: Edit | Area = field.control  # type: ignore[assignment]  # made with one of the two below
        self._edit.textChanged.connect(self._on_changed)

    def _languages(self) -> list[str]:
        control = self.siblings.get("languages")
        return control.tags() if isinstance(control, LanguagesControl) else [self._language]

    def _on_changed(self, *_text: str) -> None:
        if not self._showing:
            self._words[self._language] = self.text()
            self.edited.emit()

    def text(self) -> str:
        """What stands in the field."""
        return self._edit.toPlainText() if isinstance(self._edit, Area) else self._edit.text()

    def replace(self, words: str) -> None:
        """Write other words, as if they had been typed: the field's own undo takes them back."""
        if isinstance(self._edit, Area):
            cursor = self._edit.textCursor()
            cursor.select(cursor.SelectionType.Document)
            cursor.insertText(words)
        else:
            self._edit.selectAll()
            self._edit.insert(words)

    def show_language(self, tag: str) -> None:
        """The text of another language, in its font and direction."""
        self._language = tag
        self._edit.set_language(tag)
        self._edit.setPlaceholderText(self._elsewhere(tag))
        self._put(self._words.get(tag, ""))
        self.show_beside(self._beside)

    def show_beside(self, tag: str) -> None:
        """Show the text of this language below, to compare; of none for an empty tag."""
        self._beside = tag
        self.beside.show_words(tag, self._words.get(tag, ""))

    def _elsewhere(self, tag: str) -> str:
        others = (self._words.get(other, "") for other in self._languages() if other != tag and is_rtl(other) == is_rtl(tag))
        return next((words.split("\n")[0] for words in others if words), "")

    def _put(self, words: str) -> None:
        self._showing = True
        if isinstance(self._edit, Area):
            if self._edit.toPlainText() != words:
                self._edit.setPlainText(words)
        elif self._edit.text() != words:
            self._edit.setText(words)
            self._edit.setCursorPosition(0)
        self._showing = False

    def show(self, record: Any) -> None:
        self._words = {tag: record.text_in(tag, self.name) for tag in record.texts}
        self.show_language(self._current())

    def _current(self) -> str:
        control = self.siblings.get("languages")
        return control.current() if isinstance(control, LanguagesControl) else self._language

    def take(self, record: Any) -> list[Problem]:
        texts = {tag: dict(fields) for tag, fields in record.texts.items()}
        for tag in self._languages():
            words = self._words.get(tag, "").strip()
            if words or self.name in texts.get(tag, {}):
                texts.setdefault(tag, {})[self.name] = words
        record.texts = texts
        return []

    def raw(self) -> dict[str, str]:
        return {tag: words for tag, words in self._words.items() if words and tag in self._languages()}

    def restore(self, raw: Any) -> None:
        self._words = {str(tag): str(words) for tag, words in dict(raw).items()}
        self.show_language(self._current())

    def show_note(self, note: Note | None) -> None:
        self.field.show_note(note, self._ways_out() if note is not None and note.level == "stop" else ())

    def _ways_out(self) -> tuple[Fix, ...]:
        """For signs that no font has: the words people write instead."""
        text = self.text()
        sign = next((sign for sign in SPELLED if sign in text), "")
        if not sign:
            return ()
        spelled = SPELLED[sign]
        words = _("Write “{words}”").format(words=spelled) if spelled else _("Take it out")
        return ((words, lambda: self.replace(" ".join(self.text().replace(sign, spelled).split(" ")))),)


def _field(name: str, label: str, make: Callable[[], NotedField], share: int = 1) -> Field:
    return Field(f"texts.{name}", label, lambda _session: WordsControl(name, make()), share)


def words_line(name: str, label: str, *, most: int | None = None, share: int = 1, optional: bool = False) -> Field:
    """One line in the language in front; `most` letters are counted, never enforced: the page says what does not fit."""
    return _field(name, label, lambda: NotedField(_(label), Edit(), counter=most, optional=optional), share)


def words_area(name: str, label: str, *, lines: int, note: str = "", marked: bool = False) -> Field:
    """Several lines; in a `marked` text Ctrl+B and Ctrl+I set stars around words."""

    def make() -> NotedField:
        area = Area(lines=lines)
        if marked:
            MarkingKeys(area)
        return NotedField(_(label), area, note=_(note))

    return _field(name, label, make)


def show_notes(controls: Mapping[str, Control], notes: Mapping[str, Note]) -> None:
    """Put each note at the field of its content; fields without one are cleared."""
    for attribute, control in controls.items():
        show = getattr(control, "show_note", None)
        if show is not None:
            show(notes.get(attribute))

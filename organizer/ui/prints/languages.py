"""Which languages a leaflet has: all of its fields show the one in front."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from organizer.errors import Problem
from organizer.ui.controls import Control
from organizer.ui.prints.language_bar import LanguageBar


class LanguagesControl(Control):
    """Which languages a leaflet has, and which one the form shows. Its tabs stand above the form, so it has no editor there."""

    bare = True
    current_changed = Signal(str)

    def __init__(self) -> None:
        place = QWidget()
        place.hide()
        super().__init__("languages", place)
        self.bar = LanguageBar()
        self._tags: list[str] = ["en"]
        self._current = "en"
        self._beside = ""
        self._record = ""
        self.bar.chosen.connect(self.choose)
        self.bar.added.connect(self.add)
        self.bar.removed.connect(self.remove)
        self.bar.compared.connect(self.compare)

    def current(self) -> str:
        return self._current

    def beside(self) -> str:
        """The language whose words stand below those in front; empty for none."""
        return self._beside

    def compare(self, tag: str) -> None:
        """Show the words of this language below those in front; an empty tag ends that."""
        self._beside = tag if tag in self._tags and tag != self._current else ""
        self.bar.show_beside(self._beside)
        self._tell_beside()

    def _tell_beside(self) -> None:
        for control in self.siblings.values():
            show = getattr(control, "show_beside", None)
            if show is not None:
                show(self._beside)

    def tags(self) -> list[str]:
        return list(self._tags)

    def choose(self, tag: str) -> None:
        """Show this language in all fields. If it stood below to compare with, the two change places."""
        if tag in self._tags and tag != self._current:
            before, self._current = self._current, tag
            self._beside = before if tag == self._beside else self._beside
            self.bar.show_languages(self._tags, tag)
            self._tell()

    def add(self, tag: str) -> None:
        """One language more, in front."""
        if tag not in self._tags:
            self._tags = [*self._tags, tag]
            self._current = tag
            self._changed()

    def remove(self, tag: str) -> None:
        """One language less. The last one stays: a leaflet without words is none."""
        if tag in self._tags and len(self._tags) > 1:
            place = self._tags.index(tag)
            self._tags = [each for each in self._tags if each != tag]
            self._current = self._tags[min(place, len(self._tags) - 1)]
            self._changed()

    def _changed(self) -> None:
        self.bar.show_languages(self._tags, self._current)
        self._tell()
        self.edited.emit()

    def _tell(self) -> None:
        self._beside = self._beside if self._beside in self._tags and self._beside != self._current else ""
        self.bar.show_beside(self._beside)
        for control in self.siblings.values():
            show = getattr(control, "show_language", None)
            if show is not None:
                show(self._current)
        self._tell_beside()
        self.current_changed.emit(self._current)

    def show(self, record: Any) -> None:
        if record.uid != self._record:
            self.bar.tabs.forget_states()
        self._record = record.uid
        self.restore(record.languages)

    def take(self, record: Any) -> list[Problem]:
        record.languages = list(self._tags)
        record.texts = {tag: dict(record.texts.get(tag, {})) for tag in self._tags if tag in record.texts}
        return []

    def raw(self) -> list[str]:
        return list(self._tags)

    def restore(self, raw: Any) -> None:
        self._tags = [str(tag) for tag in raw] or ["en"]
        self._current = self._current if self._current in self._tags else self._tags[0]
        self.bar.show_languages(self._tags, self._current)
        self._tell()

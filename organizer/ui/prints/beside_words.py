"""The words of another language below the field that is being written: to read and to compare, never to write in."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from organizer.i18n import _, language_name
from organizer.ui.look.layout import col
from organizer.ui.look.paint import painter, rounded
from organizer.ui.look.text import Text
from organizer.ui.look.theme import colours
from organizer.ui.look.tokens import SPACE


class BesideWords(QWidget):
    """Hidden while there is nothing to compare with. The words can be marked with the pointer, to copy a name or a number."""

    def __init__(self, label: str) -> None:
        super().__init__()
        self._label = label
        self._language = Text("", "caption", "ink3")
        self.words = Text("", "body", "ink2", wrap=True)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setLayout(col(self._language, self.words, gap=2, margins=(10, 6, 10, 7)))
        self.hide()

    def show_words(self, tag: str, words: str) -> None:
        """In the font and direction of their language; without words, or a language, nothing is shown."""
        self.setVisible(bool(tag and words.strip()))
        if self.isHidden():
            return
        self._language.setText(language_name(tag))
        self._language.set_language(tag)
        self.words.setText(words.strip())
        self.words.set_language(tag)
        self.words.setAccessibleName(words.strip())
        self.setAccessibleName(_("{field} in {language}").format(field=self._label, language=language_name(tag)))

    def paintEvent(self, event: QPaintEvent) -> None:
        rounded(painter(self), QRectF(self.rect()), SPACE.radius, colours().sunken)

"""Empty: what an empty list says. What will stand here, and the first step; never a bare table head."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from organizer.ui.look.art import Crowd
from organizer.ui.look.button import Button
from organizer.ui.look.layout import Item, col, row
from organizer.ui.look.text import Text


class Empty(QWidget):
    """`art=False` for a search without hits, which offers to clear its filters instead."""

    def __init__(self, title: str, sentence: str, *buttons: Button, art: bool = True) -> None:
        super().__init__()
        self.buttons = buttons
        self.title = Text(title, "title", size=24 if art else 20)
        self.sentence = Text(sentence, "body", "ink2", wrap=True)
        for words in (self.title, self.sentence):
            words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        picture: list[Item] = [row(None, Crowd(), None), 10] if art else []
        steps: list[Item] = [8, row(None, *buttons, None)] if buttons else []
        self.setLayout(col(None, *picture, self.title, self.sentence, *steps, None, None, gap=6, margins=(24, 16, 24, 16)))
        self.setAccessibleName(title)
        self.setAccessibleDescription(sentence)

    def say(self, title: str, sentence: str) -> None:
        self.title.setText(title)
        self.sentence.setText(sentence)
        self.setAccessibleName(title)
        self.setAccessibleDescription(sentence)

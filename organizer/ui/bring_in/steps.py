"""The steps before something is found: the way in, the file that was chosen, and what is under way."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QProgressBar, QWidget

from organizer import i18n
from organizer.i18n import _
from organizer.ui.look.button import Button
from organizer.ui.look.layout import Card, col, row
from organizer.ui.look.text import Elided, Glyph, Text


class WayIn(Card):
    """Before a file is chosen: what will happen, and the one step."""

    def __init__(self) -> None:
        self.choose = Button(_("Choose a file"), "primary", icon="folder-open")
        first = Text(_("Choose a file, or drop it on the window."), "medium", wrap=True)
        kinds = _(
            "A spreadsheet (XLSX, CSV) of pickets, letters, donations, organisations, people or targets, an address book (vCard) "
            "or a calendar (ICS)."
        )
        safe = _("You see what it brings before anything is kept, and it can be undone as one step.")
        words = col(first, 2, *(Text(each, "small", "ink2", wrap=True) for each in (kinds, safe)), gap=2)
        lead = row(Glyph("file-up", 28), (words, 1), gap=16)
        inside = col(lead, row(None, self.choose, None), gap=18, margins=(22, 22, 22, 20))
        super().__init__(inside, token="canvas", edge=None)


class ChosenFile(Card):
    """Its name, where it lies, and the way to another."""

    def __init__(self) -> None:
        self.other = Button(_("Choose another"), "link", small=True)
        self._name, self._folder = Elided("", "strong"), Elided("", "caption", "ink2")
        words = col(self._name, self._folder, gap=0)
        line = row(Glyph("file-text", 20), (words, 1), self.other, gap=12, margins=(14, 9, 6, 9))
        super().__init__(line, token="canvas", edge=None, radius=8)

    def show_path(self, path: Path) -> None:
        self._name.setText(i18n.isolate_unknown(path.name))
        self._folder.setText(_("In the folder {name}").format(name=i18n.isolate(str(path.parent))))


class Waiting(QWidget):
    """What is under way, over a bar that moves."""

    def __init__(self) -> None:
        super().__init__()
        self._words = Text("", "small", "ink2", wrap=True)
        self._bar = QProgressBar()
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self.setLayout(col(self._words, self._bar, gap=6))

    def show_words(self, words: str) -> None:
        """Without words nothing is under way, and nothing is shown."""
        self._words.setText(words)
        self._bar.setAccessibleName(words)
        self.setVisible(bool(words))

"""Comparison: what the file holds now and what a backup holds, kind by kind, with the difference in words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QGridLayout, QWidget

from organizer.i18n import _, joined
from organizer.ui.look.paint import END
from organizer.ui.look.text import Text
from organizer.ui.look.theme import follow, px
from organizer.ui.safe_keeping.backup_words import Line


class Comparison(QWidget):
    """A small table to read. `heads` are the words over what is now and what the backup holds; the first may be empty."""

    def __init__(self, lines: Sequence[Line], heads: tuple[str, str]) -> None:
        super().__init__()
        self._grid = QGridLayout()
        for column, head in enumerate(heads, start=1):
            self._put(0, column, head, "caption_strong", "ink2")
        for place, line in enumerate(lines, start=1):
            self._put(place, 0, line.name, "body")
            self._put(place, 1, line.now, "body", "ink2")
            self._put(place, 2, line.then, "medium")
            self._put(place, 3, line.difference, "strong")
        self._grid.setColumnStretch(0, 1)
        self.setLayout(self._grid)
        self.setAccessibleName(_("What the backup holds"))
        self.setAccessibleDescription(". ".join(joined(line.name, line.then, line.difference) for line in lines))
        follow(self)

    def _put(self, row: int, column: int, words: str, role: str, colour: str = "ink") -> None:
        """Nothing where there are no words: an empty column would push the others from the edge."""
        if words:
            said = Text(words, role, colour)
            if column:
                said.setAlignment(END)
            self._grid.addWidget(said, row, column)

    def restyle(self) -> None:
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(px(20))
        self._grid.setVerticalSpacing(px(6))

"""CompletionEdit: a field that holds something chosen by its name, and knows whether what is written was chosen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent

from organizer.ui.look.completion import Completion, Hit
from organizer.ui.look.edit import Edit

_ROWS = 7


@dataclass(frozen=True)
class Suggestion:
    """One row: words, a line that tells it from its like, and the value it stands for. `kept` is what the field then shows."""

    words: str
    value: Any
    detail: str = ""
    icon: str = ""
    kept: str = ""

    def shown(self) -> str:
        return self.kept or self.words


Source = Callable[[str], list[Suggestion]]
"""What fits the words typed so far, best first; an empty text asks for what is most likely."""


class _Offers(Completion):
    """The rows under the field, which a person may also ask for before typing anything."""

    def offer_all(self) -> None:
        self._hits = list(self._find(""))[:_ROWS]
        if self._hits:
            self._at = 0
            self.setParent(self._edit.window())
            self._place()
            self.show()
            self.raise_()
            self._tell()


class CompletionEdit(Edit):
    """`picked` says the suggestion a person chose; `chosen()` is None while the text names nothing that was offered.

    ↓ opens the rows. A name that was typed in full and left without a pick counts as chosen.
    """

    picked = Signal(object)

    def __init__(self, source: Source, *, hint: str = "", icon: str | None = None, after: str | None = None) -> None:
        super().__init__(hint=hint, icon=icon, after=after)
        self._source = source
        self._chosen: Suggestion | None = None
        self._offers = _Offers(self, self._hits)
        self._offers.chosen.connect(self.choose)
        self.textEdited.connect(self._on_edited)

    def _hits(self, typed: str) -> list[Hit]:
        return [Hit(row.words, row.detail, row.icon, row) for row in self._source(typed.strip())]

    def _on_edited(self, _words: str) -> None:
        self._chosen = None

    def offers(self) -> list[str]:
        """The words of the rows on offer."""
        return [hit.words for hit in self._offers.hits()] if self._offers.isVisible() else []

    def chosen(self) -> Suggestion | None:
        return self._chosen

    def show_choice(self, suggestion: Suggestion | None) -> None:
        """Show a choice without saying so."""
        self._chosen = suggestion
        self.setText(suggestion.shown() if suggestion else "")
        self.setCursorPosition(0)

    def choose(self, suggestion: Suggestion) -> None:
        """Take a suggestion as if a person had picked it."""
        self.show_choice(suggestion)
        self.end(False)
        self.picked.emit(suggestion)

    def rows(self, words: str) -> list[Suggestion]:
        """What would be offered for these words."""
        return self._source(words)

    def settle(self) -> None:
        """Choose the best of what bears exactly the name that stands here."""
        words = self.text().strip()
        if self._chosen is None and words:
            same = [row for row in self._source(words) if row.shown().casefold() == words.casefold()]
            known = [row for row in same if not row.kept]
            if known:
                self.choose(known[0])

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.settle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and not self._offers.isVisible():
            self._offers.offer_all()
        else:
            super().keyPressEvent(event)

"""WordsField: the 46 words of a recovery sheet, numbered as on the paper. Four letters complete a word and lead to the next."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from organizer.i18n import _
from organizer.store import recovery
from organizer.store.recovery import RecoveryPart, RecoveryProblem
from organizer.ui.look.edit import Edit
from organizer.ui.look.field import Problem
from organizer.ui.look.layout import box, col, row
from organizer.ui.look.text import Text
from organizer.ui.look.theme import px
from organizer.ui.tall import Tall

COLUMNS = 4
"""As on the paper; fewer where a word would not fit its cell."""
_CELL, _BESIDE = 106, 44
"""What a word of eight letters takes, and what its number and the room between take, in px."""
_NUMBERED = re.compile(r"(\d*)[^\da-z]*([a-z]+)")
_KEYS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class _Cell(Edit):
    """One word. `rest` tells what is left of the word before it, for those who spell out what was completed already.

    It is `fresh` when that word was just completed: then the key that ends a word is still meant for it.
    """

    stepped = Signal(int)
    entered = Signal()

    def __init__(self, rest: Callable[[], str]) -> None:
        super().__init__()
        self._rest = rest
        self.fresh = False
        self.set_language("en")
        hints = Qt.InputMethodHint
        self.setInputMethodHints(hints.ImhSensitiveData | hints.ImhNoPredictiveText | hints.ImhNoAutoUppercase)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif key == Qt.Key.Key_Space:
            if not self._drop_rest() and self.text():
                self.stepped.emit(1)
        elif key == Qt.Key.Key_Backspace and not self.text():
            self.stepped.emit(-1)
        elif key in _KEYS:
            self.stepped.emit(_KEYS[Qt.Key(key)])
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        return (forward and self._drop_rest()) or super().focusNextPrevChild(forward)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.set_problem(bool(self.text()) and recovery.completed(self.text()) != self.text())

    def _drop_rest(self) -> bool:
        """Whether only the end of the word before stood here, spelt out although it was complete."""
        fresh, self.fresh = self.fresh, False
        if not fresh or self.text() != self._rest():
            return False
        self.clear()
        return True


class WordsField(QWidget):
    """`entered`: Enter was pressed, or the last word is complete. `edited`: something was typed."""

    entered = Signal()
    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.cells = [_Cell(partial(self._rest, place - 1)) for place in range(recovery.WORDS)]
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(px(14))
        self._grid.setVerticalSpacing(px(4))
        for place, cell in enumerate(self.cells):
            self._connect(place, cell)
        self._numbered = [_numbered(place, cell) for place, cell in enumerate(self.cells)]
        self.columns = 0
        self._put_in(COLUMNS)
        words = box(self._grid)
        # From left to right in every language, as on the paper
        words.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._said = col(gap=4)
        self._problem: Problem | None = None
        # What is said stays in view where the words have to scroll
        self.setLayout(col((Tall(col(words, gap=0, margins=(0, 2, 10, 2))), 1), self._said, gap=8))
        self.setFocusProxy(self.cells[0])

    def _put_in(self, columns: int) -> None:
        """One under the other, in so many columns."""
        if columns == self.columns:
            return
        self.columns, rows = columns, -(-recovery.WORDS // columns)
        for place, numbered in enumerate(self._numbered):
            self._grid.removeWidget(numbered)
            self._grid.addWidget(numbered, place % rows, place // rows)
        for column in range(COLUMNS):
            self._grid.setColumnStretch(column, int(column < columns))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._put_in(min(max(self.width() // px(_CELL + _BESIDE), 1), COLUMNS))

    def _connect(self, place: int, cell: _Cell) -> None:
        cell.setAccessibleName(_("Word {number}").format(number=place + 1))
        cell.textEdited.connect(lambda text: self._typed(place, text))
        cell.stepped.connect(lambda step: self._go(place + step))
        cell.entered.connect(self.entered)

    def words(self) -> list[str]:
        """What stands in the cells, up to the last that is not empty."""
        found = [cell.text().strip().casefold() for cell in self.cells]
        while found and not found[-1]:
            found.pop()
        return found

    def set_words(self, words: list[str]) -> None:
        for place, cell in enumerate(self.cells):
            cell.setText(words[place] if place < len(words) else "")
            cell.set_problem(False)
        self.clear_problem()

    def read(self) -> RecoveryPart | None:
        """What the words say; None where they are not as on a sheet, which is said, and the caret stands where to look."""
        self.clear_problem()
        words = self.words()
        try:
            if "" in words:
                place = words.index("")
                raise RecoveryProblem(_("Word {number} is not typed in.").format(number=place + 1), "", [place])
            return recovery.part_of(words)
        except RecoveryProblem as problem:
            self.say(problem)
        return None

    def say(self, problem: RecoveryProblem) -> None:
        """Show a problem under the words, and go where it lies."""
        self.clear_problem()
        for place in problem.places:
            self.cells[place].set_problem(True)
        self._problem = Problem(str(problem).strip())
        self._said.add(self._problem)
        first = problem.places[0] if problem.places else min(len(self.words()), recovery.WORDS - 1)
        self._go(first)

    def said(self) -> str:
        """The problem that is shown, if any."""
        return self._problem.accessibleName() if self._problem is not None else ""

    def clear_problem(self) -> None:
        if self._problem is not None:
            self._said.removeWidget(self._problem)
            self._problem.hide()
            self._problem.deleteLater()
            self._problem = None

    def _rest(self, place: int) -> str:
        return self.cells[place].text()[recovery.PREFIX :] if place >= 0 else ""

    def _typed(self, place: int, text: str) -> None:
        self.edited.emit()
        self.clear_problem()
        self.cells[place].set_problem(False)
        pieces = _NUMBERED.findall(text.casefold())
        if len(pieces) > 1:
            self._spread(place, pieces)
            return
        letters = text.strip().casefold()
        word = recovery.completed(letters) if len(letters) >= recovery.PREFIX else ""
        if word:
            self._fill(place, word)
        elif len(letters) >= recovery.PREFIX and not recovery.begins_a_word(letters):
            self.cells[place].set_problem(True)

    def _fill(self, place: int, word: str) -> None:
        self.cells[place].setText(word)
        if place + 1 < recovery.WORDS:
            self._go(place + 1)
            self.cells[place + 1].fresh = True
        elif "" not in self.words():
            self.entered.emit()

    def _spread(self, place: int, pieces: list[tuple[str, str]]) -> None:
        """Words that were pasted: each by the number before it, or after the one before."""
        self.cells[place].clear()
        for number, letters in pieces:
            place = int(number) - 1 if number and 0 < int(number) <= recovery.WORDS else place
            if place < recovery.WORDS:
                self.cells[place].setText(recovery.completed(letters) or letters)
                place += 1
        self._go(min(place, recovery.WORDS - 1))

    def _go(self, place: int) -> None:
        cell = self.cells[min(max(place, 0), recovery.WORDS - 1)]
        cell.setFocus(Qt.FocusReason.TabFocusReason)
        cell.selectAll()


def _numbered(place: int, cell: _Cell) -> QWidget:
    number = Text(str(place + 1), "caption", "ink2")
    number.setMinimumWidth(px(20))
    number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    number.setBuddy(cell)
    return box(row(number, (cell, 1), gap=6))

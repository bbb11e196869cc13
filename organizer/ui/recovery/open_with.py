"""OpenWithWords: a file is opened with the words of its recovery sheet, or of two of three, and may get a new passphrase then."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QWidget

from organizer import i18n
from organizer.errors import UserError, WrongPassphrase
from organizer.i18n import _
from organizer.store import recovery
from organizer.store.key import Key
from organizer.store.recovery import RecoveryPart, RecoveryProblem
from organizer.store.store import Store
from organizer.ui.look.button import Button
from organizer.ui.look.field import Problem
from organizer.ui.look.layout import box, col, row
from organizer.ui.look.text import Elided, Glyph, Text
from organizer.ui.opening_sheet import OpeningSheet
from organizer.ui.recovery.words_field import WordsField
from organizer.ui.tasks import Tasks


def open_with(path: Path, key: Key) -> Store:
    """Slow, for a worker. WrongPassphrase: the words are of another file, or this one is damaged."""
    from organizer.store import opening

    return opening.open_file(path, key=key)


class OpenWithWords(OpeningSheet):
    """`opened` carries the open Store."""

    opened = Signal(object)

    def __init__(self, window: QWidget, path: Path, tasks: Tasks) -> None:
        self._path, self._tasks, self._busy = path, tasks, False
        self._parts: list[RecoveryPart] = []
        self._problem: Problem | None = None
        self.field = WordsField()
        self.cancel = Button(_("Cancel"), "quiet")
        self.open = Button(_("Open the file"), "primary", keys="Enter")
        super().__init__(window, _("Open with the recovery sheet"), self._contents(), width=720)
        self.closed.connect(self._on_closed)
        self.cancel.clicked.connect(self.dismiss)
        self.open.clicked.connect(self.try_it)
        self.field.entered.connect(self.try_it)
        self.field.edited.connect(self._clear)

    def _contents(self) -> QWidget:
        self._task = Text(_("Type in the words in their order. Four letters of each are enough."), "body", "ink2", wrap=True)
        self._progress = QProgressBar()
        self._progress.setRange(0, 0)
        self._progress.setTextVisible(False)
        self._progress.setAccessibleName(_("Opening"))
        self._progress.hide()
        self._said = col(gap=4)
        head = row(Text(_("Open with the recovery sheet"), "title"), None, Glyph("life-buoy", 22), gap=8)
        name = Elided(i18n.isolate_unknown(self._path.name), "caption", "ink2")
        body = col(head, name, self._task, (self.field, 1), self._said, self._progress, gap=8, margins=(26, 22, 22, 4))
        foot = row(None, self.cancel, self.open, gap=6, margins=(26, 10, 22, 18))
        return box(col((box(body), 1), foot, gap=0))

    def show_over(self, first: QWidget | None = None) -> None:
        super().show_over(first or self.field.cells[0])

    def try_it(self) -> None:
        """Open the file by the words, or say which of them is wrong; of three sheets another is asked for."""
        part = None if self._busy else self.field.read()
        if part is None:
            return
        try:
            key = recovery.key_of([*self._parts, part])
        except RecoveryProblem as problem:
            self._go_on_with(part, problem)
            return
        self._clear()
        self._set_busy(True)
        path = self._path
        self._tasks.run(lambda: open_with(path, key), self._opened, self._failed)

    def _go_on_with(self, part: RecoveryPart, problem: RecoveryProblem) -> None:
        if self._parts or part.needed < recovery.ENOUGH:
            self.field.say(problem)
            return
        self._parts.append(part)
        self.field.set_words([])
        self._task.setText(_("Sheet {number} can be read. Now type in another of the three.").format(number=part.number))
        self.field.cells[0].setFocus()

    def _opened(self, store: Store) -> None:
        self._set_busy(False)
        if self.was_put_away(store):
            return
        self.opened.emit(store)
        self.dismiss()

    def _failed(self, error: UserError) -> None:
        self._set_busy(False)
        if self.was_put_away():
            return
        words = _(
            "These words are right, but not of this file as it is now. It may be of a later passphrase, or damaged: try a backup."
        )
        self._problem = Problem(words if isinstance(error, WrongPassphrase) else str(error))
        self._said.add(self._problem)
        self.field.cells[0].setFocus()

    def _clear(self) -> None:
        if self._problem is not None:
            self._said.removeWidget(self._problem)
            self._problem.hide()
            self._problem.deleteLater()
            self._problem = None

    def said(self) -> str:
        """The problem that is shown, if any."""
        return self._problem.accessibleName() if self._problem is not None else self.field.said()

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self._progress.setVisible(busy)
        self.open.setEnabled(not busy)
        self.field.setEnabled(not busy)

    def _on_closed(self) -> None:
        """The words go with the sheet, at once or when the opening that is under way has ended."""
        self._parts.clear()
        self.field.set_words([])
        self.go_unless_busy()

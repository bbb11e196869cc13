"""SecretSheet: asks for the passphrase of a compartment, or for a new one, or both, and does what it is asked for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QWidget

from organizer.errors import UserError, WrongPassphrase
from organizer.i18n import _, _n
from organizer.ui.look.button import Button
from organizer.ui.look.field import Field
from organizer.ui.look.layout import Item, box, col, row
from organizer.ui.look.text import Glyph, Text
from organizer.ui.new_passphrase import NewPassphrase
from organizer.ui.notice import Notice
from organizer.ui.passphrase_edit import PassphraseEdit
from organizer.ui.patience import Patience
from organizer.ui.secret_work import SecretWork, busy_bar
from organizer.ui.tall import Tall
from organizer.ui.tasks import Tasks


@dataclass(frozen=True)
class Purpose:
    """What a sheet asks and does. `work` gets the passphrase until now and the new one, away from the window's thread.

    `sentences` are pairs of an icon and what is to be known before. `afterwards` is done when the sheet is away.
    """

    title: str
    go_on: str
    work: Callable[[str, str], object]
    sentences: tuple[tuple[str, str], ...] = ()
    asks: bool = True
    makes: bool = False
    afterwards: Callable[[], object] | None = None


class SecretSheet(SecretWork):
    """`done`: it was done, and the sheet is away."""

    done = Signal()

    def __init__(self, window: QWidget, tasks: Tasks, purpose: Purpose) -> None:
        self._tasks, self._purpose = tasks, purpose
        self.old, self._notice = PassphraseEdit(), Notice()
        self._old = Field(_("The compartment's passphrase"), self.old)
        lost = _(
            "Write it down and keep it apart from the file. Neither the file's passphrase nor the recovery sheet replaces it."
        )
        self.secret = NewPassphrase(lost)
        self.cancel, self.go_on = Button(_("Cancel"), "quiet"), Button(purpose.go_on, "primary", keys="Enter")
        progress = busy_bar(purpose.title)
        super().__init__(window, purpose.title, self._contents(progress), progress, width=560 if purpose.makes else 480)
        self.patience = Patience(self)
        self.old.edited.connect(self._old.clear_problem)
        self.patience.waited.connect(self._count_down)

    def _contents(self, progress: QProgressBar) -> QWidget:
        self._old.setVisible(self._purpose.asks)
        self.secret.setVisible(self._purpose.makes)
        told: list[Item] = [
            row(Glyph(icon, 18, level="small"), (Text(words, "small", "ink2", wrap=True), 1), gap=8)
            for icon, words in self._purpose.sentences
        ]
        head = row((Text(self._purpose.title, "title", wrap=True), 1), Glyph("lock", 22), gap=8)
        parts: list[Item] = [head, self._notice, *told, self._old, self.secret, progress]
        foot = row(None, self.cancel, self.go_on, gap=6, margins=(26, 8, 22, 20))
        return box(col((Tall(col(*parts, gap=14, margins=(26, 22, 22, 8))), 1), foot, gap=0))

    def show_over(self, first: QWidget | None = None) -> None:
        super().show_over(first or (self.old.editor if self._purpose.asks else self.secret.first.editor))

    def try_it(self) -> None:
        """Do it, or say at the fields what is missing."""
        if self._busy or self.patience.left_s or (self._purpose.asks and not self.old.text()):
            return
        if self._purpose.makes and not self.secret.complete():
            return
        self._notice.clear()
        self.set_busy(True)
        work, old, new = self._purpose.work, self.old.text(), self.secret.text()
        self._tasks.run(lambda: work(old, new), self._finished, self._failed)

    def _finished(self, _none: object) -> None:
        self.set_busy(False)
        self.patience.was_right()
        self.dismiss()
        if self._purpose.afterwards is not None:
            self._tasks.run(self._purpose.afterwards, lambda _none: None)
        self.done.emit()

    def _failed(self, error: UserError) -> None:
        self.set_busy(False)
        if not isinstance(error, WrongPassphrase):
            self._notice.fail(error)
            return
        self.patience.was_wrong()
        self.old.editor.setFocus()
        self.old.editor.selectAll()

    def _count_down(self) -> None:
        left = self.patience.left_s
        self.go_on.setEnabled(not left)
        if left:
            wait = _n("Try again in {n} second.", "Try again in {n} seconds.", left)
            self._old.show_problem(" ".join((_("This passphrase does not open the compartment."), wait)))
        elif self._old.problem is not None:
            self._old.show_problem(_("This passphrase does not open the compartment."))

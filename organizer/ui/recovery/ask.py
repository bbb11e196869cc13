"""AskPassphrase: whoever sits at an open file proves to know its passphrase."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from organizer.errors import UserError, WrongPassphrase
from organizer.i18n import _
from organizer.store.key import Key
from organizer.store.store import Store
from organizer.ui.look.button import Button
from organizer.ui.look.field import Field
from organizer.ui.look.layout import box, col, row
from organizer.ui.look.sheet import Sheet
from organizer.ui.look.text import Glyph, Text
from organizer.ui.passphrase_edit import PassphraseEdit
from organizer.ui.tasks import Tasks


class AskPassphrase(Sheet):
    """`proved`: it was the right one."""

    proved = Signal()

    def __init__(self, window: QWidget, store: Store, tasks: Tasks) -> None:
        self._store, self._tasks, self._busy = store, tasks, False
        self.passphrase = PassphraseEdit()
        self.field = Field(_("Passphrase"), self.passphrase)
        self.cancel = Button(_("Cancel"), "quiet")
        self.go_on = Button(_("Go on"), "primary", keys="Enter")
        super().__init__(window, _("Passphrase"), self._contents(), width=440)
        self.closed.connect(self._on_closed)
        self.cancel.clicked.connect(self.dismiss)
        self.go_on.clicked.connect(self.try_it)
        self.passphrase.edited.connect(self.field.clear_problem)

    def _contents(self) -> QWidget:
        why = _("A recovery sheet opens the file as the passphrase does, so it is asked for first.")
        body = col(
            row(Text(_("Passphrase"), "title"), None, Glyph("lock", 22), gap=8),
            Text(why, "body", "ink2", wrap=True),
            self.field,
            row(None, self.cancel, self.go_on, gap=6, margins=(0, 8, 0, 0)),
            gap=12,
            margins=(26, 22, 22, 20),
        )
        return box(body)

    def show_over(self, first: QWidget | None = None) -> None:
        super().show_over(first or self.passphrase.editor)

    def try_it(self) -> None:
        if self._busy or not self.passphrase.text():
            return
        self._set_busy(True)
        store, passphrase = self._store, self.passphrase.text()
        self._tasks.run(lambda: store.key_by(passphrase), self._right, self._wrong)

    def _right(self, _key: Key) -> None:
        self._set_busy(False)
        if self.isVisible():
            self.dismiss()
            self.proved.emit()

    def _wrong(self, error: UserError) -> None:
        self._set_busy(False)
        wrong = isinstance(error, WrongPassphrase)
        self.field.show_problem(_("This passphrase does not open the file.") if wrong else str(error))
        self.passphrase.editor.setFocus()
        self.passphrase.editor.selectAll()

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self.go_on.setEnabled(not busy)
        self.passphrase.set_sealed(busy)

    def press_enter(self) -> None:
        self.try_it()

    def _on_closed(self) -> None:
        self.passphrase.set_text("")
        self.deleteLater()

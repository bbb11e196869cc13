"""ChangePassphrase: the old passphrase and a new one; then all of the file is written anew, proved, and put in its place."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QWidget

from organizer.errors import Unfinished, UserError, WrongPassphrase
from organizer.i18n import _
from organizer.store.store import Store
from organizer.ui.look.button import Button
from organizer.ui.look.field import Field
from organizer.ui.look.layout import box, col, row
from organizer.ui.look.text import Glyph, Text
from organizer.ui.new_passphrase import NewPassphrase
from organizer.ui.notice import Notice
from organizer.ui.passphrase_edit import PassphraseEdit
from organizer.ui.secret_work import SecretWork, busy_bar
from organizer.ui.tall import Tall
from organizer.ui.tasks import Tasks


def change(store: Store, old: str | None, new: str) -> None:
    """Slow, for a worker. `old` None where it is not asked: a plain file, or one that was opened with its recovery sheet."""
    if old is not None:
        store.key_by(old)
    store.change_passphrase(new)


class ChangePassphrase(SecretWork):
    """`changed`: another passphrase opens the file now; `unfinished` as well, with what the disk failed to do.

    `asked`: the old one has to be typed first.
    """

    changed = Signal()
    unfinished = Signal(object)

    def __init__(self, window: QWidget, store: Store, tasks: Tasks, *, asked: bool = True) -> None:
        self._store, self._tasks = store, tasks
        self.asked = asked and store.key() is not None
        self.old, self.secret = PassphraseEdit(), NewPassphrase()
        self._old = Field(_("The passphrase until now"), self.old)
        self.cancel = Button(_("Cancel") if self.asked else _("Not now"), "quiet")
        self.go_on = Button(_("Change the passphrase") if store.key() else _("Encrypt the file"), "primary", keys="Enter")
        self._notice = Notice()
        progress = busy_bar(_("Writing the file anew"))
        super().__init__(window, _("New passphrase"), self._contents(progress), progress, width=560)
        self.old.editor.returnPressed.connect(self.secret.first.setFocus)
        self.old.edited.connect(self._old.clear_problem)

    def _contents(self, progress: QProgressBar) -> QWidget:
        self._old.setVisible(self.asked)
        encrypted = self._store.key() is not None
        sentence = (
            _("Backups and recovery sheets made until now keep the old passphrase. Destroy them if somebody else may know it.")
            if encrypted
            else _("Backups made until now, and what the disk still holds of the file, stay readable for everyone.")
        )
        body = col(
            row(Text(_("New passphrase"), "title"), None, Glyph("key-round", 22), gap=8),
            self._notice,
            self._old,
            self.secret,
            row(Glyph("info", 18, level="small"), (Text(sentence, "small", "ink2", wrap=True), 1), gap=8),
            progress,
            gap=14,
            margins=(26, 22, 22, 8),
        )
        foot = row(None, self.cancel, self.go_on, gap=6, margins=(26, 8, 22, 20))
        return box(col((Tall(body), 1), foot, gap=0))

    def show_over(self, first: QWidget | None = None) -> None:
        super().show_over(first or (self.old.editor if self.asked else self.secret.first.editor))

    def try_it(self) -> None:
        """Change it, or say at the fields what is missing."""
        if self._busy or not self._complete():
            return
        self._notice.clear()
        self.set_busy(True)
        store, old, new = self._store, self.old.text() if self.asked else None, self.secret.text()
        self._tasks.run(lambda: change(store, old, new), self._changed, self._failed)

    def _complete(self) -> bool:
        if self.asked and not self.old.text():
            self._old.show_problem(_("Type the passphrase that opens the file until now."))
            self.old.editor.setFocus()
            return False
        return self.secret.complete()

    def _changed(self, _none: None) -> None:
        self.set_busy(False)
        self.dismiss()
        self.changed.emit()

    def _failed(self, error: UserError) -> None:
        self.set_busy(False)
        if isinstance(error, WrongPassphrase):
            self._old.show_problem(_("This passphrase does not open the file."))
            self.old.editor.setFocus()
            self.old.editor.selectAll()
            return
        if isinstance(error, Unfinished):
            self.unfinished.emit(error)
            self.dismiss()
            return
        self._notice.fail(error)

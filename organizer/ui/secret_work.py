"""SecretWork: what sheets share that work with passphrases: their work comes to its end, and no passphrase stays behind."""

from __future__ import annotations

from PySide6.QtWidgets import QProgressBar, QWidget

from organizer.ui.look.button import Button
from organizer.ui.look.sheet import Sheet
from organizer.ui.new_passphrase import NewPassphrase
from organizer.ui.passphrase_edit import PassphraseEdit


class SecretWork(Sheet):
    """`old` and `secret` are the fields, `go_on` begins the work. Make them, and what stands in the sheet, before this."""

    old: PassphraseEdit
    secret: NewPassphrase
    go_on: Button
    cancel: Button

    def __init__(self, window: QWidget, name: str, contents: QWidget, progress: QProgressBar, *, width: int) -> None:
        self._busy, self._progress = False, progress
        super().__init__(window, name, contents, width=width)
        self.closed.connect(self._on_closed)
        self.cancel.clicked.connect(self.dismiss)
        self.go_on.clicked.connect(self.try_it)
        self.secret.entered.connect(self.try_it)

    def try_it(self) -> None:
        """Begin, or say at the fields what is missing."""
        raise NotImplementedError

    def set_busy(self, busy: bool) -> None:
        """What is under way comes to its end: the sheet cannot be put away meanwhile."""
        self._busy = busy
        self._progress.setVisible(busy)
        for part in (self.go_on, self.cancel, self.old, self.secret):
            part.setEnabled(not busy)

    def dismiss(self) -> None:
        if not self._busy:
            super().dismiss()

    def press_enter(self) -> None:
        self.try_it()

    def _on_closed(self) -> None:
        self.secret.forget()
        self.old.set_text("")
        self.deleteLater()


def busy_bar(name: str) -> QProgressBar:
    """Moves while something is under way of which nobody knows how long it takes; out of sight until then."""
    bar = QProgressBar()
    bar.setRange(0, 0)
    bar.setTextVisible(False)
    bar.setAccessibleName(name)
    bar.hide()
    return bar

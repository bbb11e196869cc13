"""RestoreSheet: a backup is chosen, opened and checked, what it holds is shown beside what the file holds, and it is restored."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from organizer import i18n
from organizer.errors import UserError
from organizer.i18n import _
from organizer.store import kept_backups, restore
from organizer.store.key import Key
from organizer.ui import file_dialogs
from organizer.ui.look.button import Button
from organizer.ui.look.choice import Choice
from organizer.ui.look.field import Field
from organizer.ui.look.layout import box, col, row
from organizer.ui.look.sheet import Sheet
from organizer.ui.look.text import Glyph, Text
from organizer.ui.passphrase_edit import PassphraseEdit
from organizer.ui.safe_keeping.backup_words import age, comparison, erased_words, when
from organizer.ui.safe_keeping.comparison import Comparison
from organizer.ui.safe_keeping.restored import exchange_to
from organizer.ui.safe_keeping.restoring import (
    Done,
    Looked,
    aside_words,
    bared_words,
    erased_again_words,
    look,
    put_back,
    warning,
)
from organizer.ui.safe_keeping.results import Results
from organizer.ui.session import Session
from organizer.ui.tall import Tall
from organizer.ui.tasks import Tasks


class RestoreSheet(Sheet):
    """For a file that cannot be opened, and with `session` for one that is open.

    `restored` carries the open Store of a file that could not be opened before. An open file is closed and exchanged by the
    application. `chosen` is the backup to begin with, by default the newest.
    """

    restored = Signal(object)

    def __init__(
        self, window: QWidget, path: Path, tasks: Tasks, *, session: Session | None = None, chosen: Path | None = None
    ) -> None:
        self._path, self._tasks, self._session = path, tasks, session
        self._key: Key | None = session.store.key() if session is not None else None
        self._now: Mapping[str, int] | None = None
        self._looked: Looked | None = None
        self._done: Done | None = None
        self._busy = self._choosing = False
        self.backups = Choice((str(each.path), _words(each.at_utc)) for each in restore.candidates(path))
        self.backups.setAccessibleName(_("Backup"))
        self.passphrase = PassphraseEdit()
        self.other = Button(_("Another backup…"), "link", icon="folder-open", small=True, flush=True)
        self.cancel = Button(_("Cancel"), "quiet")
        self.go = Button(_("Open the backup"), "primary", keys="Enter")
        super().__init__(window, _("Restore a backup"), self._contents(), width=560)
        self._connect()
        if chosen is not None:
            self._offer(chosen)
        self.choose()

    def _contents(self) -> QWidget:
        label = Text(_("Passphrase of this backup"), "caption_strong", "ink2")
        label.setBuddy(self.passphrase.editor)
        self.passphrase.editor.setAccessibleName(_("Passphrase of this backup"))
        self._secret = box(col(label, self.passphrase, gap=5))
        self._results, self._state = Results(), Text("", "body", "ink2", wrap=True)
        body = col(
            row(Text(_("Restore a backup"), "title"), None, Glyph("history", 22), gap=8),
            Field(_("Backup"), self.backups),
            row(self.other, None),
            self._secret,
            self._results,
            self._state,
            gap=12,
            margins=(26, 22, 22, 6),
        )
        return box(col((Tall(body), 1), row(None, self.cancel, self.go, gap=6, margins=(26, 10, 22, 20)), gap=0))

    def _connect(self) -> None:
        self.closed.connect(self._on_closed)
        self.cancel.clicked.connect(self.dismiss)
        self.go.clicked.connect(self.press)
        self.other.clicked.connect(self._ask)
        self.backups.chosen.connect(lambda _code: self.choose())
        self.passphrase.editor.returnPressed.connect(self.press)
        self.passphrase.edited.connect(self._show_state)

    def _ask(self) -> None:
        path = file_dialogs.ask_open(self)
        if path is not None:
            self._offer(path)
            self.choose()

    def _offer(self, copy: Path) -> None:
        if self.backups.findData(str(copy)) < 0:
            self.backups.add(str(copy), i18n.isolate_unknown(copy.name))
        self.backups.set_value(str(copy))

    def choose(self) -> None:
        """The backup in the field is another: what was found in the last one no longer stands. Looked into where it can be."""
        self._looked = None
        self._results.clear()
        copy = self.backups.value()
        try:
            known = bool(copy) and kept_backups.has_key(Path(copy), self._key)
        except OSError:
            known = True  # the worker finds out what is the matter and says it
        self._secret.setVisible(bool(copy) and not known)
        self._show_state()
        if copy and known:
            self._look()

    def press(self) -> None:
        """The main button: look into the backup, then restore it, then go on with the file."""
        if self._busy or not self.go.isEnabled():
            return
        if self._done is not None:
            self.dismiss()
        elif self._looked is not None:
            self._restore(self._looked)
        else:
            self._look()

    def _look(self) -> None:
        self._choosing = self.backups.hasFocus()
        self._set_busy(True, _("The backup is being opened and checked."))
        self._results.clear()
        copy, typed, key, path = Path(self.backups.value()), self.passphrase.text() or None, self._key, self._path
        store = None if self._session is None else self._session.store

        def work() -> tuple[Looked, Mapping[str, int] | None]:
            return look(path, copy, typed, key, store), None if store is None else store.counts()

        self._tasks.run(work, self._found, self._failed)

    def _found(self, found: tuple[Looked, Mapping[str, int] | None]) -> None:
        self._set_busy(False)
        self._looked, self._now = found
        lines = comparison(self._now, self._looked.counts)
        self._results.add(Comparison(lines, (_("Now") if self._now is not None else "", _("Backup"))))
        if self._now is not None and not any(line.difference for line in lines):
            self._results.add(
                Text(_("The numbers are the same; what stands in the records may still differ."), "body", "ink2", wrap=True)
            )
        if self._looked.bared:
            self._results.add(warning(bared_words(self._looked.bared)))
        self._secret.hide()
        self._show_state()
        self._to_main_button()

    def _to_main_button(self) -> None:
        """Work under way leaves the keyboard nowhere but at Cancel. Whoever goes through the backups goes on with them."""
        (self.backups if self._choosing else self.go).setFocus(Qt.FocusReason.OtherFocusReason)

    def _restore(self, looked: Looked) -> None:
        if self._session is not None:
            self.dismiss()
            self._session.want_exchange(exchange_to(self._path, looked, self._now or {}, self._key))
            return
        self._set_busy(True, _("The backup is being restored."))
        path = self._path
        self._tasks.run(lambda: put_back(path, looked, damaged=True), self._finished, self._failed)

    def _finished(self, done: Done) -> None:
        self._done, self._choosing = done, False
        self._set_busy(False)
        if self.isHidden():
            self._on_closed()
            return
        self.backups.setEnabled(False)
        self.other.hide()
        self.cancel.hide()
        self._show_state()
        self._to_main_button()
        self._state.setText(" ".join(filter(None, (erased_again_words(done.restored), aside_words(done.restored)))))

    def _on_closed(self) -> None:
        """What was restored is handed on however the sheet is closed; work that is under way comes to its end first."""
        if self._busy:
            return
        done, self._done = self._done, None
        if done is not None:
            self.restored.emit(done.store)
        self.deleteLater()

    def _failed(self, error: UserError) -> None:
        self._set_busy(False)
        if self.isHidden():
            self.deleteLater()
            return
        self._results.fail(error)
        if self._secret.isVisibleTo(self):
            self.passphrase.editor.setFocus()
            self.passphrase.editor.selectAll()

    def _set_busy(self, busy: bool, words: str = "") -> None:
        self._busy = busy
        self._show_state()
        if busy:
            self._state.setText(words)

    def _show_state(self) -> None:
        """What the main button does now, and whether it can."""
        words = _("Open the backup")
        if self._done is not None:
            words = _("Open the file")
        elif self._looked is not None:
            words = _("Restore this backup")
        self.go.set_words(words)
        secret = self._secret.isVisibleTo(self) and not self.passphrase.text()
        self.go.setEnabled(bool(self.backups.value()) and not self._busy and not secret)
        for part in (self.backups, self.other, self.passphrase):
            part.setEnabled(not self._busy)
        self._state.setText(self._words_of_state())

    def _words_of_state(self) -> str:
        if not self.backups.value():
            return _("There is no backup in the folder beside this file. Look on your sticks and other disks for one.")
        if self._looked is None:
            return ""
        erased = [erased_words(self._looked.erased)] if self._looked.erased else []
        return " ".join([*erased, self._words_of_aside()])

    def _words_of_aside(self) -> str:
        if self._session is not None:
            return _("Before, a backup of the file as it is now is made. Its present state is put aside, and nothing is deleted.")
        return _("The file as it is now is put aside in a folder beside it. Nothing is deleted.")

    def press_enter(self) -> None:
        self.press()


def _words(at_utc: datetime) -> str:
    return _("{when} · {age}").format(when=when(at_utc), age=age(at_utc))

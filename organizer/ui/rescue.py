"""Rescue: the ways out for a file that is damaged. Nothing of it is deleted, whichever of them is taken."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from organizer import i18n
from organizer.errors import UserError
from organizer.i18n import _
from organizer.store import restore, salvage
from organizer.store.opening import is_plain
from organizer.store.salvage import Salvaged
from organizer.ui import file_dialogs
from organizer.ui.look.button import Button
from organizer.ui.look.layout import Card, Item, box, col, row
from organizer.ui.look.sheet import Sheet
from organizer.ui.look.text import Glyph, Text
from organizer.ui.passphrase_edit import PassphraseEdit
from organizer.ui.safe_keeping.backup_words import Line, age
from organizer.ui.safe_keeping.comparison import Comparison
from organizer.ui.safe_keeping.restore_sheet import RestoreSheet
from organizer.ui.safe_keeping.results import Results
from organizer.ui.tall import Tall
from organizer.ui.tasks import Tasks


class RescueSheet(Sheet):
    """`restored` carries the open Store of a backup, `words_wanted` asks for the recovery sheet, `other_wanted` carries the path
    of the new file into which was saved what could be read. `given_up`: none of these was taken.
    """

    restored = Signal(object)
    words_wanted = Signal()
    other_wanted = Signal(object)
    given_up = Signal()

    def __init__(self, window: QWidget, path: Path, tasks: Tasks) -> None:
        self._window, self._path, self._tasks = window, path, tasks
        self._made: Path | None = None
        self._busy = self._taken = False
        self.backup = Button(_("Restore a backup…"), icon="history", small=True)
        self.passphrase = PassphraseEdit()
        self.save = Button(_("Save what can be read…"), icon="life-buoy", small=True)
        self.words = Button(_("Open with the recovery sheet"), "link", small=True, flush=True)
        self.cancel = Button(_("Close"), "quiet")
        self.go_on = Button(_("Open the new file"), "primary")
        super().__init__(window, _("Rescue a damaged file"), self._contents(), width=580)
        self.closed.connect(self._on_closed)
        self.backup.clicked.connect(self._restore)
        self.save.clicked.connect(self._ask)
        self.words.clicked.connect(self._ask_words)
        self.cancel.clicked.connect(self.dismiss)
        self.go_on.clicked.connect(self._open_new)
        tasks.run(lambda: _is_plain(path), self._know)

    def _contents(self) -> QWidget:
        self._results = Results()
        self.go_on.hide()
        label = Text(_("Passphrase"), "caption_strong", "ink2")
        label.setBuddy(self.passphrase.editor)
        self.passphrase.editor.setAccessibleName(_("Passphrase"))
        self._secret = box(col(label, self.passphrase, gap=5))
        self._ways = [
            self._way(_("A backup"), self._backup_words(), row(self.backup, None)),
            self._way(
                _("What can still be read"),
                _("Records that are whole come over into a new file, as they were. What is missing is counted."),
                self._secret,
                row(self.save, None),
            ),
            box(row(Text(_("No passphrase any more?"), "body", "ink2"), self.words, None, gap=6)),
        ]
        body = col(
            row(Text(_("Rescue a damaged file"), "title"), None, Glyph("life-buoy", 22), gap=8),
            Text(_("Nothing of the damaged file is deleted, whichever way you choose."), "body", "ink2", wrap=True),
            *self._ways,
            self._results,
            gap=12,
            margins=(26, 22, 24, 6),
        )
        return box(col((Tall(body), 1), row(None, self.cancel, self.go_on, gap=6, margins=(26, 10, 22, 20)), gap=0))

    def _way(self, title: str, words: str, *parts: Item) -> Card:
        inside = col(Text(title, "strong"), Text(words, "body", "ink2", wrap=True), 2, *parts, gap=6, margins=(16, 12, 16, 13))
        return Card(inside, token="canvas", edge=None, radius=8)

    def _backup_words(self) -> str:
        found = restore.candidates(self._path)
        if not found:
            return _("There is none beside the file. One on another disk can be chosen.")
        return _("The newest one beside the file: {age}.").format(age=age(found[0].at_utc))

    def show_over(self, first: QWidget | None = None) -> None:
        super().show_over(first or self.backup)

    def _know(self, plain: bool) -> None:
        self._secret.setVisible(not plain)

    def _restore(self) -> None:
        window, path, tasks = self._window, self._path, self._tasks
        self.hide()
        sheet = RestoreSheet(window, path, tasks)
        sheet.restored.connect(self._restored)
        sheet.closed.connect(self._come_back)
        sheet.show_over()

    def _restored(self, store: object) -> None:
        self._taken = True
        self.restored.emit(store)
        self.deleteLater()

    def _come_back(self) -> None:
        """The sheet of the backups was closed: with one restored, or none after all."""
        if not self._taken:
            self.show_over()

    def _ask_words(self) -> None:
        self._taken = True
        self.dismiss()
        self.words_wanted.emit()

    def _ask(self) -> None:
        new = file_dialogs.ask_new(self, _("{name} saved").format(name=self._path.stem))
        if new is not None:
            self.save_into(new)

    def save_into(self, new: Path) -> None:
        """Save what can be read into a new file; the passphrase typed is that of both."""
        if self._busy:
            return
        self._set_busy(True)
        path, passphrase = self._path, self.passphrase.text()
        self._tasks.run(lambda: salvage.salvage(path, new, salvage.key_of(path, passphrase)), self._saved, self._failed)

    def _saved(self, found: Salvaged) -> None:
        self._set_busy(False)
        if self.isHidden():
            self.deleteLater()
            return
        self.passphrase.set_text("")
        self._results.clear()
        words = _("What could be read is in “{name}”.").format(name=i18n.isolate_unknown(found.path.name))
        self._results.add(Text(words, "strong", wrap=True))
        table = Comparison(_lines(found), (_("Came over"), _("Missing")))
        table.setAccessibleName(_("What came over"))
        self._results.add(table)
        for sentence in _doubts(found):
            self._results.add(Text(sentence, "caption", "ink2", wrap=True))
        self._made = found.path
        for way in self._ways:
            way.hide()
        self.go_on.show()
        self.go_on.setFocus()

    def _failed(self, error: UserError) -> None:
        self._set_busy(False)
        if self.isHidden():
            self.deleteLater()
            return
        self._results.fail(error)
        self.passphrase.setFocus()

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self.save.set_words(_("Reading the file") if busy else _("Save what can be read…"))
        for button in (self.save, self.backup, self.words):
            button.setEnabled(not busy)
        self.passphrase.set_sealed(busy)

    def _open_new(self) -> None:
        made, self._taken = self._made, True
        self.dismiss()
        self.other_wanted.emit(made)

    def _on_closed(self) -> None:
        if not self._taken:
            self.given_up.emit()
        if not self._busy:
            self.deleteLater()


def _is_plain(path: Path) -> bool:
    try:
        return is_plain(path)
    except UserError:
        return False


def _lines(found: Salvaged) -> list[Line]:
    """Each kind by its name; those that have no screen of their own in one line."""
    from organizer.ui.kinds import KINDS

    named = {kind.record: _(kind.words.many) for kind in KINDS}
    lines, came, missing = [], 0, 0
    for record, saved in salvage.kinds_told(found):
        if record in named:
            lines.append(Line(named[record], i18n.number(saved.came), i18n.number(saved.missing), ""))
        else:
            came, missing = came + saved.came, missing + saved.missing
    if came or missing:
        lines.append(Line(_("Everything else"), i18n.number(came), i18n.number(missing), ""))
    return lines


def _doubts(found: Salvaged) -> list[str]:
    """What the numbers do not say."""
    said = []
    if not all(saved.sure for _kind, saved in salvage.kinds_told(found)):
        said.append(_("Of some kinds it is not known how many there were, so more may be missing."))
    if not found.exact:
        said.append(_("This file is not encrypted: whether what came over is as it was written cannot be told."))
    return said

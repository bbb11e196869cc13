"""Unlock: which file, its passphrase, and when it does not open it, all that can be the matter, at once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStorageInfo, Signal
from PySide6.QtWidgets import QProgressBar, QWidget

from organizer import i18n
from organizer.errors import DamagedFile, NotACampaignFile, UserError, WrongPassphrase
from organizer.i18n import _, _n
from organizer.ui import file_dialogs
from organizer.ui.look.button import Button
from organizer.ui.look.layout import Card, box, col, row
from organizer.ui.look.text import Elided, Glyph, Text
from organizer.ui.look.wrap import Wrap
from organizer.ui.opening_sheet import OpeningSheet
from organizer.ui.passphrase_edit import PassphraseEdit
from organizer.ui.patience import Patience
from organizer.ui.tall import Tall
from organizer.ui.tasks import Tasks
from organizer.ui.unlock_hints import Hints

if TYPE_CHECKING:
    from organizer.store.store import Store
    from organizer.ui.recovery.way_in import WayIn

_STICKS = ("/media/", "/run/media/", "/mnt/", "/Volumes/")


def warm_up() -> None:
    """Import what opening a file needs. For a worker, while the person reads or types."""
    import organizer.records.kinds
    import organizer.store.opening  # noqa: F401


def open_path(path: Path, passphrase: str | None) -> Store:
    """Derive the key and open: slow, for a worker. UserErrors say what stands in the way."""
    from organizer.store import opening

    return opening.open_file(path, passphrase)


class Unlock(OpeningSheet):
    """`opened` carries the open Store. A plain file asks for nothing. `other_wanted` carries another path to unlock."""

    opened = Signal(object)
    held = Signal(object)
    other_wanted = Signal(object)

    def __init__(self, window: QWidget, path: Path, tasks: Tasks) -> None:
        self._window, self._path, self._tasks, self._busy = window, path, tasks, False
        self.passphrase = PassphraseEdit()
        self.hints = Hints(self.passphrase)
        self.way: WayIn | None = None
        self.recover = Button(_("Open with the recovery sheet"), "link", small=True, flush=True)
        self.rescue = Button(_("Rescue a damaged file"), "link", small=True, flush=True)
        self.rescue.hide()
        self.cancel = Button(_("Cancel"), "quiet")
        self.unlock = Button(_("Unlock"), "primary", keys="Enter")
        self.other = Button(_("Other file"), "link", small=True)
        super().__init__(window, _("Unlock"), self._contents(), width=512)
        self.closed.connect(self.go_unless_busy)
        self.cancel.clicked.connect(self.dismiss)
        self.unlock.clicked.connect(self.try_it)
        self.other.clicked.connect(self._ask_other)
        self.recover.clicked.connect(self._ask_words)
        self.rescue.clicked.connect(self._rescue)
        self.patience = Patience(self)
        self.patience.waited.connect(self._count_down)
        self.passphrase.edited.connect(self.hints.clear)
        self.passphrase.caps_lock_seen.connect(self.hints.say_caps_lock)
        self.passphrase.editor.returnPressed.connect(self.try_it)
        tasks.run(self._look, self._looked, self._failed)

    def _contents(self) -> QWidget:
        label = Text(_("Passphrase"), "caption_strong", "ink2")
        label.setBuddy(self.passphrase.editor)
        self.passphrase.editor.setAccessibleName(_("Passphrase"))
        self._progress = QProgressBar()
        self._progress.setRange(0, 0)
        self._progress.setTextVisible(False)
        self._progress.setAccessibleName(_("Opening"))
        self._progress.hide()
        body = col(
            row(Text(_("Unlock"), "title"), None, Glyph("lock", 22), gap=8),
            2,
            self._file(),
            6,
            col(label, self.passphrase, self.hints, self._progress, gap=5),
            Wrap([self.recover, self.rescue], gap=16),
            gap=10,
            margins=(26, 22, 22, 4),
        )
        foot = row(None, self.cancel, self.unlock, gap=6, margins=(26, 12, 22, 20))
        return box(col((Tall(body), 1), foot, gap=0))

    def _file(self) -> Card:
        where, icon = place_words(self._path)
        words = col(Elided(i18n.isolate_unknown(self._path.name), "strong"), Elided(where, "caption", "ink2"), gap=0)
        return Card(
            row(Glyph(icon, 20), (words, 1), self.other, gap=12, margins=(14, 9, 6, 9)), token="canvas", edge=None, radius=8
        )

    def show_over(self, first: QWidget | None = None) -> None:
        super().show_over(first or self.passphrase.editor)

    def try_it(self) -> None:
        """Open the file with what was typed; nothing happens while it is being opened."""
        if not self._busy and not self.patience.left_s and self.passphrase.text():
            self._open(self.passphrase.text())

    def _look(self) -> bool:
        warm_up()
        from organizer.store import opening

        return opening.is_plain(self._path)

    def _looked(self, plain: bool) -> None:
        if plain and not self._busy and self.isVisible():
            self._open(None)

    def _open(self, passphrase: str | None) -> None:
        self._set_busy(True)
        path = self._path
        self._tasks.run(lambda: open_path(path, passphrase), self._opened, self._failed)

    def _opened(self, store: Store) -> None:
        self._set_busy(False)
        if self.was_put_away(store):
            return
        self.patience.was_right()
        self.passphrase.set_text("")
        self.dismiss()
        self.opened.emit(store)

    def _failed(self, error: UserError) -> None:
        self._set_busy(False)
        if self.was_put_away():
            return
        self.rescue.setVisible(isinstance(error, WrongPassphrase | DamagedFile | NotACampaignFile))
        if not isinstance(error, WrongPassphrase):
            self.hints.say([(str(error), "red")])
            return
        self.hints.say_wrong(error.message)
        self.passphrase.set_problem(True)
        self.patience.was_wrong()
        self.passphrase.editor.setFocus()
        self.passphrase.editor.selectAll()

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self._count_down()
        self.other.setEnabled(not busy)
        self.recover.setEnabled(not busy)
        self.passphrase.set_sealed(busy)
        self._progress.setVisible(busy)
        if busy:
            self.hints.clear()

    def _count_down(self) -> None:
        """The button says what it waits for; meanwhile the keyboard is free."""
        left = self.patience.left_s
        waiting = _n("Unlock in {n} second", "Unlock in {n} seconds", left).format(n=left)
        self.unlock.set_words(_("Opening") if self._busy else waiting if left else _("Unlock"))
        self.unlock.setEnabled(not self._busy and not left)

    def _ask_words(self) -> None:
        """Open with the recovery sheet; whoever thinks better of it is back here."""
        from organizer.ui.recovery.way_in import WayIn

        self.passphrase.set_text("")
        self.hide()
        self.way = WayIn(self, self._window, self._path, self._tasks)
        self.way.given_up.connect(self.show_over)
        self.way.opened.connect(self._let_in)
        self.way.held.connect(self.held)

    def _rescue(self) -> None:
        """The ways out for a damaged file, in place of this sheet."""
        from organizer.ui.rescue import RescueSheet

        self.passphrase.set_text("")
        self.hide()
        sheet = RescueSheet(self._window, self._path, self._tasks)
        sheet.restored.connect(self._let_in)
        sheet.other_wanted.connect(self._leave_for)
        sheet.words_wanted.connect(self._ask_words)
        sheet.given_up.connect(self.show_over)
        sheet.show_over()

    def _leave_for(self, path: Path) -> None:
        self.deleteLater()
        self.other_wanted.emit(path)

    def _let_in(self, store: Store) -> None:
        self.deleteLater()
        self.opened.emit(store)

    def _ask_other(self) -> None:
        path = file_dialogs.ask_open(self)
        if path is not None:
            self.dismiss()
            self.other_wanted.emit(path)

    def press_enter(self) -> None:
        self.try_it()


def place_words(path: Path, now: Callable[[], datetime] = datetime.now) -> tuple[str, str]:
    """Where a file lies and when it was saved, and the icon of that place."""
    stick = str(path.resolve()).startswith(_STICKS)
    name = QStorageInfo(str(path.parent)).displayName() if stick else path.resolve().parent.name
    where = _("On the stick {name}") if stick else _("In the folder {name}")
    words = where.format(name=i18n.isolate_unknown(name or str(path.resolve().parent)))
    try:
        saved = datetime.fromtimestamp(path.stat().st_mtime)
    except OSError:
        return words, "usb" if stick else "folder-open"
    sentence = _("{place}, saved {moment}").format(place=words, moment=moment_words(saved, now()))
    return sentence, "usb" if stick else "folder-open"


def moment_words(moment: datetime, now: datetime | None = None) -> str:
    """today 18:40, yesterday 18:40, 3 Dec 2012"""
    clock, now = i18n.clock(moment.time()), now or datetime.now()
    if moment.date() == now.date():
        return _("today {time}").format(time=clock)
    if moment.date() == now.date() - timedelta(days=1):
        return _("yesterday {time}").format(time=clock)
    return i18n.day(moment.date())

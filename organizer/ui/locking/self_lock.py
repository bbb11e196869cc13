"""SelfLock: the window locks itself. Blank first, then keep what is not saved, then close the file; nothing stays behind."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QCoreApplication, QObject, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from organizer.errors import UserError
from organizer.i18n import _
from organizer.settings import Settings
from organizer.ui.locking import capture, system
from organizer.ui.locking.clipboard import Clipboard
from organizer.ui.locking.cover import Cover
from organizer.ui.locking.forgetting import forget
from organizer.ui.locking.reason import Reason
from organizer.ui.locking.watch import LockWatch
from organizer.ui.locking.when import tell_when
from organizer.ui.passphrase_edit import PassphraseEdit

if TYPE_CHECKING:
    from organizer.store.store import Store
    from organizer.ui.main_window import MainWindow

SOON_MADE_BYTES = 8 * 2**20
"""A verified backup of a file of up to this size takes about a second; that of a larger one is made at the next opening."""


class SelfLock(QObject):
    """`leave(back_up)` closes the file and shows the unlocking. It stands while the program runs; `opened` begins the watch."""

    def __init__(self, settings: Settings, leave: Callable[[bool], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings, self._leave = settings, leave
        application = cast(QGuiApplication, QGuiApplication.instance())
        self.watch = LockWatch(application, settings.lock_minutes, self)
        self.watch.lock_wanted.connect(self.lock)
        self.watch.left_alone.connect(_forget_passphrases)
        self.clipboard = Clipboard(self)
        self.cover: Cover | None = None
        self._window: QWidget | None = None
        self._of_the_file: MainWindow | None = None
        self._store: Store | None = None
        self._leaving = False

    def listen(self) -> None:
        """Heed what the system tells as well."""
        application = QCoreApplication.instance()
        signs = system.signs_of_this_system(application, self) if application is not None else None
        if signs is not None:
            self.watch.listen_to(signs)

    def follow(self, settings: Settings) -> None:
        """These are the settings from now on."""
        before, self._settings = self._settings, settings
        self.watch.set_minutes(settings.lock_minutes)
        self._say_when()
        if self._window is not None and before.unrecorded != settings.unrecorded:
            capture.leave_out(self._window, wanted=settings.unrecorded)

    def opened(self, window: MainWindow, store: Store) -> None:
        """A file is shown in this window. A plain file is not locked: there is no passphrase that would open it again."""
        self._of_the_file = window
        self.held(window, store)
        self._say_when()

    def held(self, window: QWidget, store: Store) -> None:
        """A file is open behind this window, which shows nothing of it yet: it is locked all the same."""
        self._window, self._store, self._leaving = window, store, False
        system.tell_of(window)
        if capture.can_leave_out():
            capture.leave_out(window, wanted=self._settings.unrecorded)
        if store.key() is not None:
            self.watch.begin()

    def _say_when(self) -> None:
        """The tool tip of the lock says its keys, and when it locks by itself."""
        if self._of_the_file is not None and self._store is not None:
            minutes = self._settings.lock_minutes if self._store.key() is not None else None
            tell_when(self._of_the_file.side.lock_button, minutes)

    def closed(self) -> None:
        """The file is closed and its window is going: nothing that need not stays in memory."""
        self._window = self._of_the_file = self._store = self.cover = None
        self.watch.end()
        self.clipboard.clear()
        # The window's widgets go when this event has ended; what they held is collected after that
        QTimer.singleShot(0, self, forget)

    def lock(self, reason: Reason) -> None:
        """Lock now. In the very same event nothing of the file is to be seen any more."""
        if self._store is None or self.cover is not None:
            return
        self.blank()
        if self.cover is not None and not self._leaving:
            self.cover.again.connect(lambda: self._keep(reason))
            self.cover.without.connect(lambda: self._go(reason))
            self._keep(reason)

    def blank(self) -> None:
        """Cover the window; it stays covered until it goes."""
        if self._window is not None and self.cover is None:
            self.cover = Cover(self._window)
            self.cover.blank()

    def leaving(self) -> bool:
        """Somebody wants to close the file. False: it is being closed already."""
        first, self._leaving = not self._leaving, True
        return first

    def _keep(self, reason: Reason) -> None:
        """What the file does not take is neither lost nor shown: the cover tells of it, and stays."""
        assert self.cover is not None
        method = QGuiApplication.inputMethod()
        if QApplication.focusWidget() is not None:
            method.commit()
        fault: UserError | None = _mistake()
        try:
            if self._of_the_file is not None:
                self._of_the_file.keep()
            fault = None
        except UserError as told:
            fault = told
        finally:
            # A mistake of the program goes on to where it is reported; the cover has its ways out all the same
            if fault is not None:
                self.cover.tell(fault)
        if fault is None:
            self._go(reason)

    def _go(self, reason: Reason) -> None:
        assert self._store is not None
        if not self._leaving:
            self._leave(reason.leaves_time() and self._store.path.stat().st_size <= SOON_MADE_BYTES)


def _mistake() -> UserError:
    return UserError(_("The program made a mistake"), _("What is not saved could not be kept. Try again, or leave without it."))


def _forget_passphrases() -> None:
    """What was typed to open a file, and not sent off yet, would open it for whoever comes next."""
    for widget in QApplication.allWidgets():
        if isinstance(widget, PassphraseEdit):
            widget.set_text("")

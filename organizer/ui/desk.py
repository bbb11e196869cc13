"""Desk: what is on the screen by now, the start page or a window on one open file, and the ways from one to the other."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from organizer.errors import UserError
from organizer.settings import Settings
from organizer.ui import appearance, file_dialogs
from organizer.ui.entrance import Entrance
from organizer.ui.locking.place import Place
from organizer.ui.locking.self_lock import SelfLock
from organizer.ui.sample_file import calendar
from organizer.ui.start_page import StartPage
from organizer.ui.tasks import Tasks
from organizer.ui.window_size import show_at

if TYPE_CHECKING:
    from organizer.store.store import Store
    from organizer.ui.main_window import MainWindow
    from organizer.ui.safe_keeping.exchange import Exchange
    from organizer.ui.session import Session


class Desk(QObject):
    """`scratch` is a folder that goes with the program: sample files lie there. Nothing heavy is imported before it is needed."""

    def __init__(self, settings: Settings, scratch: Path) -> None:
        super().__init__()
        self.settings, self._scratch = settings, scratch
        self.tasks = Tasks(self)
        self.locks = SelfLock(settings, self._leave_locked, self)
        self._place: Place | None = None
        self.window: MainWindow | None = None
        self.session: Session | None = None
        self._held: Store | None = None
        self.entrance = Entrance(scratch, self.tasks, self)
        self.entrance.entered.connect(self.enter)
        self.entrance.held.connect(self._hold)
        self.entrance.settings_changed.connect(self._keep)

    @property
    def page(self) -> StartPage | None:
        """The start page, while no window is on the screen."""
        return self.entrance.page

    def start(self, path: Path | None = None) -> None:
        """Show the start page, with the unlocking of a file over it if there is one."""
        self.entrance.show(self.settings, path)

    def _keep(self, settings: Settings) -> None:
        self.settings = settings
        self.locks.follow(settings)

    def _hold(self, store: Store) -> None:
        """A file is open, and a sheet over the start page still has something to offer: it locks as it will in its window."""
        if self.page is not None:
            self._held = store
            self.locks.held(self.page, store)

    def enter(self, store: Store) -> None:
        """Show the window on an open file."""
        from organizer.ui.session import Session

        self._held = None
        self.session = Session(store, self.settings, today=calendar(store), tasks=self.tasks, parent=self)
        self.session.settings_changed.connect(self._change_settings)
        self.session.exchange_wanted.connect(self.exchange)
        self._open_window()
        self.entrance.close()
        place, self._place = self._place, None
        if place is not None and self.window is not None and place.path == store.path:
            place.show_in(self.window)
        self._offer_again()

    def _offer_again(self) -> None:
        """The recovery sheet whose offer was broken off, as by a lock."""
        from organizer.actions.recovery_sheets import was_broken_off

        if self.session is not None and self.window is not None and was_broken_off(self.session.store):
            from organizer.ui.recovery.offer import RecoveryOffer

            RecoveryOffer(self.window, self.session.store, self.tasks, today=self.session.today).show_over()

    def _open_window(self) -> None:
        from organizer.ui.ahead import Ahead
        from organizer.ui.file_watch import FileWatch
        from organizer.ui.main_window import MainWindow

        assert self.session is not None
        window, old = MainWindow(self.session), self.window
        window.closing.connect(lambda: self.leave(quit_after=True))
        window.lock_wanted.connect(self._lock)
        window.open_wanted.connect(self._open_other)
        self.locks.opened(window, self.session.store)
        show_at(window, self.settings)
        Ahead(window, self.session)
        FileWatch(window, self.session)
        self.window = window
        if old is not None:
            old.let_go()
            old.deleteLater()

    def _change_settings(self) -> None:
        if self.session is None or self.window is None:
            return
        other_language = self.session.settings.language != self.settings.language
        self.settings = self.session.settings
        self.locks.follow(self.settings)
        appearance.apply(self.settings)
        self._save_settings()
        if other_language and self.session.tried(self.window.keep):
            self._open_window()

    def _save_settings(self) -> None:
        try:
            appearance.keep(self.settings)
        except UserError as fault:
            if self.session is not None:
                self.session.fail(fault)

    def _open_other(self) -> None:
        path = file_dialogs.ask_open(self.window) if self.window is not None else None
        if path is not None:
            self.leave(path)

    def keep(self) -> None:
        """Keep what is not saved in any form, as far as the file takes it."""
        if self.window is not None and self.session is not None:
            self.session.tried(self.window.keep)

    def _lock(self) -> None:
        """A person locks it: blank at once as well, whatever the backup takes."""
        self.locks.blank()
        self._leave_locked()

    def _leave_locked(self, back_up: bool = True) -> None:
        """Close the file and ask for its passphrase; who opens it again comes back to where this was."""
        if self.window is not None and self.session is not None:
            self._place = Place.of(self.window, self.session.store.path)
            self.leave(self.session.store.path, back_up=back_up)
        elif self._held is not None and self.locks.leaving():
            self._close_held(self._held)

    def _close_held(self, store: Store) -> None:
        """No backup: of a file that was not shown yet there is nothing to lose."""
        self.tasks.run_last(
            lambda: store.close(back_up=False),
            lambda _done: self._left(store.path, quit_after=False),
            lambda fault: self._left(store.path, quit_after=False, fault=fault),
        )

    def leave(self, path: Path | None = None, *, quit_after: bool = False, back_up: bool = True) -> None:
        """Close the file, with a backup if something changed; then quit, or go back to the start page to unlock `path`."""
        from organizer.ui.leaving import LeavingSheet

        window, session = self.window, self.session
        if window is None or session is None or not self.locks.leaving():
            return
        size = window.size()
        self.settings = replace(self.settings, window=(size.width(), size.height()), maximised=window.isMaximized())
        self._save_settings()
        window.seal()
        if self.locks.cover is None:
            LeavingSheet(window).show_over()
        sample = session.store.path.is_relative_to(self._scratch)
        self.tasks.run_last(
            lambda: session.store.close(back_up=back_up and not sample),
            lambda _done: self._left(path, quit_after=quit_after),
            lambda fault: self._left(path, quit_after=False, fault=fault),
        )

    def exchange(self, exchange: Exchange) -> None:
        """Close the file, with a backup if something changed; put another state of it in its place, and show that."""
        window, session = self.window, self.session
        if window is None or session is None or not session.tried(window.keep):
            return
        window.seal()
        exchange.busy(window).show_over()
        path = session.store.path
        self.tasks.run_last(
            lambda: exchange.after(session.store),
            lambda store: self._exchanged(store, exchange),
            lambda fault: self._left(path, quit_after=False, fault=fault),
        )

    def _exchanged(self, store: Store, exchange: Exchange) -> None:
        session = self.session
        self.tasks.collector.release()
        self.locks.closed()
        self.enter(store)
        if session is not None:
            session.deleteLater()
        if self.window is not None:
            exchange.welcome(self.window)

    def _left(self, path: Path | None, *, quit_after: bool, fault: UserError | None = None) -> None:
        window, session = self.window, self.session
        self.window = self.session = self._held = None
        self.tasks.collector.release()
        self.locks.closed()
        if not quit_after:
            self.start(path)
        if fault is not None and self.page is not None:
            self.page.show_error(fault)
        if quit_after:
            self.entrance.close()
            self.tasks.close()
        if window is not None and session is not None:
            window.let_go()
            window.deleteLater()
            session.deleteLater()

"""Backups: made every half hour when something changed and on demand; the side bar's foot says when the last one was."""

from __future__ import annotations

from datetime import date, datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from organizer import i18n
from organizer.errors import UserError
from organizer.i18n import _, _n
from organizer.store.backup import Backup
from organizer.store.second_medium import second_medium
from organizer.ui.file_timer import FileTimer
from organizer.ui.look.sidebar import SideBar
from organizer.ui.messages import Messages
from organizer.ui.other_disk_nudge import OtherDiskNudge
from organizer.ui.session import Session

EVERY_MS = 30 * 60 * 1000
SOON_MS = 60 * 1000
"""After opening: what was changed before the computer went to sleep, or the program died, has no backup yet."""


class Backups(QObject):
    """Runs away from the window's thread: a verified copy of a large file takes seconds."""

    def __init__(self, session: Session, messages: Messages, side: SideBar) -> None:
        super().__init__(side)
        self._session, self._messages, self._side = session, messages, side
        self._under_way = False
        self._told: tuple[str, str] | None = None
        self._nudge = OtherDiskNudge(session, messages)
        self._timer = FileTimer(session, self, self._on_time, EVERY_MS, again=True)
        self._timer.start()
        self.soon = FileTimer(session, self, self._on_time, SOON_MS)
        self.soon.start()
        session.backup_wanted.connect(self.make)
        session.backed_up.connect(lambda: self._show(session.store.last_backup()))
        side.backups.connect(lambda: session.want_page("safe_keeping"))
        self._show(session.store.last_backup())

    def _on_time(self) -> None:
        if self._session.store.needs_backup():
            self._begin(told=False)
        else:
            self._show(self._session.store.last_backup())  # a day may have passed
            self._nudge.look()
            self._make_monthly()

    def make(self) -> None:
        """Make one now, and say so."""
        self._begin(told=True)

    def _begin(self, *, told: bool) -> None:
        if self._under_way:
            return
        self._under_way = True
        store = self._session.store
        self._session.tasks.run(store.back_up, partial(self._made, told=told), self._failed)

    def _made(self, _backup: Backup, *, told: bool) -> None:
        self._under_way = False
        self._session.backed_up.emit()
        if told:
            self._messages.say(_("A backup was made and opened again to check it."))
        self._tell_of_the_other_disk()
        self._nudge.look()
        self._make_monthly()

    def _tell_of_the_other_disk(self) -> None:
        """What stood in the way of the copy there, once until one came through again."""
        medium = second_medium(self._session.store)
        fault = medium.fault if medium is not None else None
        if fault is not None and fault != self._told:
            self._messages.fail(UserError(*fault))
        self._told = fault

    def _make_monthly(self) -> None:
        """The backup in an open format, if one is wanted each month and this month's is not made."""
        from organizer.exchange import open_backup_monthly as monthly

        store, today = self._session.store, date.today()
        if not self._under_way and not store.only_looking and monthly.is_due(store, today):
            self._under_way = True
            self._session.tasks.run(lambda: monthly.make(store, today), self._monthly_made, self._failed)

    def _monthly_made(self, _path: Path) -> None:
        self._under_way = False
        self._session.backed_up.emit()

    def _failed(self, error: UserError) -> None:
        self._under_way = False
        self._messages.fail(error, ((_("Try again"), self.make),))

    def _show(self, backup: Backup | None) -> None:
        if backup is None:
            self._side.set_backup(_("No backup yet"), "shield-alert", "amber_text")
            return
        medium = second_medium(self._session.store)
        late = medium.days_late() if medium is not None else 0
        if late:
            self._side.set_backup(_n("Other disk: {n} day", "Other disk: {n} days", late), "usb", "amber_text")
            return
        self._side.set_backup(_when(backup.at_utc.astimezone(), self._session.today()))


def _when(at: datetime, today: date) -> str:
    """As exact as matters by now, in the little room of the side bar."""
    if at.date() == today:
        return _("Backup at {time}").format(time=i18n.clock(at.time()))
    short = i18n.day_month if at.year == today.year else i18n.month_year
    return _("Backup of {day}").format(day=short(at.date()))

"""OtherDiskNudge: once a week the message bar says that the copies on another disk grow old, and offers to make one."""

from __future__ import annotations

from PySide6.QtCore import QObject

from organizer.i18n import _, _n
from organizer.store import second_medium
from organizer.ui.messages import Messages
from organizer.ui.session import Session


class OtherDiskNudge(QObject):
    """Never in the place of a message that still stands: that may hold the way back."""

    def __init__(self, session: Session, messages: Messages) -> None:
        super().__init__(messages)
        self._session, self._messages = session, messages

    def look(self) -> None:
        """Say it, if it is to be said today."""
        store, today = self._session.store, self._session.today()
        days = second_medium.to_nudge(store, today)
        if not days or self._messages.bar.isVisible():
            return
        if self._session.tried(lambda: second_medium.nudged(store, today)):
            self._messages.offer(_words(days), "usb", ((_("Copy now"), self.copy_now), (_("Not this week"), self.leave_alone)))

    def copy_now(self) -> None:
        store = self._session.store
        self._session.tasks.run(lambda: second_medium.copy_latest(store), self._copied, self._session.fail)

    def _copied(self, _done: None) -> None:
        self._session.backed_up.emit()
        self._session.say(_("The backup lies on the other disk, too; it was read again there."))

    def leave_alone(self) -> None:
        """Remind nobody for a week, here or in the side bar."""
        self._session.tried(lambda: second_medium.leave_alone(self._session.store))
        self._session.backed_up.emit()


def _words(days: int) -> str:
    return _n("The last backup on another disk is {n} day old.", "The last backup on another disk is {n} days old.", days)

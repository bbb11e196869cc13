"""How far a long look through a file has come. One thread does the work; another reads this, and may ask it to stop."""

from __future__ import annotations

from organizer.errors import UserError
from organizer.i18n import _


class Stopped(UserError):
    """The work was asked to stop before its end. It has changed nothing."""


class Progress:
    """`done` of `total` things were looked at; of an unknown number while `total` is 0.

    `doing` says in words what is under way.
    """

    def __init__(self) -> None:
        self.done = self.total = 0
        self.doing = ""
        self._stopped = False
        self._foreseen = 0

    def foresee(self, count: int) -> None:
        """So many will be expected later on: counted from the beginning, so that it never falls back."""
        self.total += count
        self._foreseen += count

    def expect(self, count: int) -> None:
        """So many more things are to be looked at."""
        foreseen = min(count, self._foreseen)
        self._foreseen -= foreseen
        self.total += count - foreseen

    def advance(self, count: int = 1) -> None:
        """So many were looked at. Stopped when that was asked for."""
        self.done += count
        if self._stopped:
            raise Stopped(_("This was stopped."), _("Nothing was changed."))

    def stop(self) -> None:
        self._stopped = True

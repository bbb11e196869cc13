"""GridLogging: logs what is ready, and keeps the grid in step when that is taken back or brought back."""

from __future__ import annotations

from collections import Counter
from functools import partial

from PySide6.QtCore import QObject, Signal

from organizer.actions.letter_logging import Logged, log_rows
from organizer.actions.letter_rows import Defaults, TypedRow
from organizer.errors import UserError
from organizer.i18n import _
from organizer.records.campaign import Campaign
from organizer.store.journal_entries import DO
from organizer.store.store import Changes
from organizer.ui.grid.grid_model import GridModel
from organizer.ui.session import Session

_LATELY = 100
"""So many steps back it is looked whether the logging still stands."""


class GridLogging(QObject):
    """`under_way` says that logging has begun or ended, `done` carries what was logged."""

    under_way = Signal(bool)
    done = Signal(object)

    def __init__(self, session: Session, model: GridModel, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._model = session, model
        self._before: tuple[TypedRow, ...] = ()
        self._logged: Logged | None = None
        self._taken_back = False
        self.busy = False

    def log(self, campaign: Campaign | None, defaults: Defaults) -> None:
        """Log away from the window's thread: ten thousand rows take some seconds."""
        if self.busy:
            return
        if campaign is None:
            self._session.fail(UserError(_("There is no campaign to log letters for."), _("Begin one under Campaigns.")))
            return
        self._say(True)
        self._before = self._model.rows()
        today = self._session.today()
        work = partial(log_rows, self._session.store, self._before, campaign.id, defaults, today)
        self._session.tasks.run(work, self._on_logged, self._on_failed)

    def _on_logged(self, logged: Logged) -> None:
        self._logged, self._taken_back = logged, False
        self._say(False)
        self._model.begin(logged.left)
        self.done.emit(logged)

    def _on_failed(self, error: UserError) -> None:
        self._say(False)
        self._session.fail(error)

    def _say(self, busy: bool) -> None:
        self.busy = busy
        self.under_way.emit(busy)

    def heed(self, changes: Changes) -> None:
        """The step that logged was taken back: its rows are here again. It was brought back: they are gone again."""
        logged = self._logged
        if logged is None or changes.entry is None or changes.entry.step == DO:
            return
        taken_back = all(entry.id != logged.entry_id for entry in self._session.store.lately(_LATELY))
        if taken_back == self._taken_back:
            return
        self._taken_back = taken_back
        rows = self._model.rows()
        if self._taken_back:
            self._model.begin(self._before if rows == logged.left else (*logged.taken, *rows))
        else:
            self._model.begin(logged.left if rows == self._before else _without(rows, logged.taken))


def _without(rows: tuple[TypedRow, ...], taken: tuple[TypedRow, ...]) -> list[TypedRow]:
    """The rows but those that were logged, each as often as it was."""
    gone, kept = Counter(taken), []
    for row in rows:
        if gone[row]:
            gone[row] -= 1
        else:
            kept.append(row)
    return kept

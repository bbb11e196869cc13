"""FileWatch: what happens to the open file outside of the program is said as soon as it is seen, with the way out beside it."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject

from organizer import i18n
from organizer.errors import FileReplaced, UserError
from organizer.i18n import _
from organizer.store import surroundings
from organizer.store.watch import looked_at_only
from organizer.ui.file_timer import FileTimer
from organizer.ui.main_window import MainWindow
from organizer.ui.session import Session

_EVERY_MS = 5000
_WARNED = "warned_of_place"


class FileWatch(QObject):
    """Belongs to the window. Looks every few seconds, away from the window's thread: a pulled stick may answer slowly."""

    def __init__(self, window: MainWindow, session: Session) -> None:
        super().__init__(window)
        self._window, self._session = window, session
        self._told = ""
        self._looking = False
        FileTimer(session, self, self.look, _EVERY_MS, again=True).start()
        FileTimer(session, self, self._greet, 0).start()

    def _greet(self) -> None:
        """What the opening had to do, and what is to be known of the place."""
        store = self._session.store
        if store.only_looking:
            self._window.messages.stand(looked_at_only())
        elif store.notices:
            self._session.say(store.notices[-1])
        else:
            self._warn_of_place(surroundings.warning(store.path))

    def _warn_of_place(self, warning: str | None) -> None:
        """Once for each place: who keeps the file there all the same has read it."""
        store = self._session.store
        place = str(store.path.parent) if warning else ""
        if warning and store.meta(_WARNED) != place:
            self._session.tried(lambda: store.set_meta(_WARNED, place))
            self._window.messages.offer(warning, "triangle-alert", ())

    def look(self) -> None:
        """See what lies where the file was opened."""
        if not self._looking:
            self._looking = True
            self._session.tasks.run(self._session.store.what_happened, self._seen, self._not_seen)

    def _seen(self, happened: FileReplaced | None) -> None:
        self._looking = False
        if happened is None:
            self._told = ""
        elif happened.message != self._told:
            self._told = happened.message
            self._window.fail(happened, ((_("Save a copy"), self.save_copy),))

    def _not_seen(self, error: UserError) -> None:
        self._looking = False
        self._session.fail(error)

    def save_copy(self) -> None:
        """Save what is open beside what lies there now."""
        store = self._session.store
        moment = datetime.now().strftime("%Y-%m-%d %H.%M.%S")
        copy = store.path.with_name(f"{store.path.stem} kept {moment}{store.path.suffix}")
        self._session.tasks.run(lambda: _saved(self._session, copy), self._tell)

    def _tell(self, copy: Path) -> None:
        words = _("What is open here is saved as “{name}”. Open that, and compare the two.")
        self._session.say(words.format(name=i18n.isolate_unknown(copy.name)))


def _saved(session: Session, copy: Path) -> Path:
    session.store.save_copy(copy)
    return copy

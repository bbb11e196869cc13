"""OtherDisk: where backups are copied to besides, when the last one came there, and the way to copy one now or later."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from organizer import i18n, paths
from organizer.errors import UserError
from organizer.i18n import _, _n
from organizer.store import second_medium
from organizer.store.second_medium import SecondMedium
from organizer.store.store import Store
from organizer.ui import file_dialogs
from organizer.ui.look.button import Button
from organizer.ui.look.layout import Card, col, row
from organizer.ui.look.text import Elided, Glyph, Text
from organizer.ui.look.wrap import Wrap
from organizer.ui.safe_keeping.backup_words import age
from organizer.ui.session import Session


class OtherDisk(Card):
    """A stick in another house is what is left after a fire or a search."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._glyph = Glyph("usb", 20, level="strong")
        self._title = Elided("", "strong")
        self._state = Text("", "small", "ink2", wrap=True)
        self.choose = Button(_("Choose a folder…"), small=True)
        self.copy = Button(_("Copy now"), small=True)
        self.later = Button(_("Not this week"), "quiet", small=True)
        self.leave = Button(_("No more copies there"), "quiet", small=True)
        words = col(self._title, self._state, gap=2)
        steps = Wrap([self.choose, self.copy, self.later, self.leave], gap=6)
        super().__init__(col(row(self._glyph, (words, 1), gap=12), None, steps, gap=10, margins=(14, 12, 12, 12)))
        self.choose.clicked.connect(self._choose)
        self.copy.clicked.connect(self.copy_now)
        self.later.clicked.connect(lambda: self._noted(second_medium.leave_alone))
        self.leave.clicked.connect(lambda: self._noted(second_medium.leave_out))
        self.show_state()

    def show_state(self) -> None:
        """Say how it stands now."""
        medium = second_medium.second_medium(self._session.store)
        late = medium.days_late() if medium is not None else 0
        self._title.setText(
            _("No backups on another disk")
            if medium is None
            else _("Also in {folder}").format(folder=i18n.isolate(medium.folder))
        )
        self._state.setText(_state_words(self._session.store, medium))
        worry = late or (medium is not None and medium.fault is not None) or _is_no_other(self._session.store, medium)
        self._glyph.set_icon("usb", "amber_text" if worry else "ink2")
        self.choose.set_words(_("Choose a folder…") if medium is None else _("Other folder…"))
        self.copy.setVisible(medium is not None)
        self.copy.setEnabled(medium is not None and medium.is_there())
        self.later.setVisible(bool(late))
        self.leave.setVisible(medium is not None and not late)

    def _choose(self) -> None:
        folder = file_dialogs.ask_folder(self, _("A folder on another disk"), paths.documents())
        if folder is not None:
            self.use(folder)

    def use(self, folder: Path) -> None:
        """Copy backups into this folder from now on, and the last one at once."""
        if self._noted(lambda store: second_medium.choose(store, folder)):
            self.copy_now()

    def copy_now(self) -> None:
        """Make a backup if something changed since the last, and copy it."""
        store = self._session.store
        self.copy.setEnabled(False)
        self._session.tasks.run(lambda: second_medium.copy_latest(store), self._copied, self._failed)

    def _copied(self, _done: None) -> None:
        self._session.backed_up.emit()
        if _is_no_other(self._session.store, second_medium.second_medium(self._session.store)):
            self._session.say(_("This folder is on the same disk as the file: both are lost together."))
        else:
            self._session.say(_("The backup lies on the other disk, too; it was read again there."))

    def _failed(self, error: UserError) -> None:
        self.show_state()
        self._session.fail(error)

    def _noted(self, step: Callable[[Store], None]) -> bool:
        store = self._session.store
        done = self._session.tried(lambda: step(store))
        self.show_state()
        self._session.backed_up.emit()
        return done


def _is_no_other(store: Store, medium: SecondMedium | None) -> bool:
    """Whether the folder lies on the file's own disk."""
    return medium is not None and second_medium.is_on_same_disk(store, Path(medium.folder))


def _state_words(store: Store, medium: SecondMedium | None) -> str:
    if medium is None:
        return _("A stick that is kept elsewhere outlives this computer. Every backup is copied there while it is plugged in.")
    late = medium.days_late()
    if medium.fault is not None:
        return f"{medium.fault[0]} {medium.fault[1]}"
    if late and medium.last:
        return _n("The last backup on another disk is {n} day old.", "The last backup on another disk is {n} days old.", late)
    last = medium.last_utc()
    if last is None:
        return _("No copy came there yet. Plug in its stick or disk.")
    if _is_no_other(store, medium):
        return _("This folder is on the same disk as the file: both are lost together.")
    return _("The last copy there is {age}.").format(age=age(last))

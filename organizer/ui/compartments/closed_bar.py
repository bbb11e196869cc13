"""ClosedBar: says above a list what of it lies in a closed compartment, and opens it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from organizer.actions.compartments import not_searched
from organizer.i18n import _
from organizer.records.base import Record
from organizer.store.compartments import Compartment
from organizer.ui.compartments import purposes
from organizer.ui.compartments.sheet import SecretSheet
from organizer.ui.look.button import Button
from organizer.ui.look.layout import row
from organizer.ui.look.text import Glyph, Text
from organizer.ui.session import Session


class ClosedBar(QWidget):
    """Out of the way while nothing is left out."""

    def __init__(self, session: Session, kind: type[Record]) -> None:
        super().__init__()
        self._session, self._kind = session, kind
        self._closed: type[Record] | None = None
        self._away = False
        self._words = Text("", "small", wrap=True)
        self.open_button = Button(_("Open…"), icon="lock-open", small=True)
        self.open_button.clicked.connect(self.ask)
        self.setLayout(row(Glyph("lock", 18, "amber_text"), (self._words, 1), self.open_button, gap=8, margins=(16, 0, 16, 6)))
        self.hide()

    def is_closed(self) -> bool:
        """Whether the list's own kind is closed."""
        return self._closed is self._kind

    def say(self, closed: Sequence[Compartment], *, searched: bool, unsorted: Sequence[Compartment] = ()) -> None:
        """Say what was left out of a search, or of the list as such, and where its order is none."""
        kinds = [each.kind for each in (*closed, *unsorted)]
        self._closed = self._kind if self._kind in kinds else next(iter(kinds), None)
        said = [not_searched(sum(each.count for each in closed)) if searched else _hidden()] if closed else []
        if unsorted:
            said.append(_("It is sorted by words that are hidden, so its order means nothing."))
        self._words.setText(" ".join(said))
        self.setVisible(bool(said))

    def say_record(self) -> bool:
        """Say it of a record by itself. Whether its kind is closed."""
        hidden = self._session.store.is_hidden(self._kind)
        self._closed = self._kind if hidden else None
        self._words.setText(_hidden())
        self.setVisible(hidden and not self._away)
        return hidden

    def keep_away(self, away: bool) -> None:
        """Leave it to another that stands beside."""
        self._away = away
        self.setVisible(self._closed is not None and not away)

    def ask(self) -> None:
        """Ask for the passphrase."""
        if self._closed is not None:
            SecretSheet(self.window(), self._session.tasks, purposes.open_(self._session.store, self._closed)).show_over()


def _hidden() -> str:
    return _("This lies in a closed compartment: it shows ••• and cannot be changed.")

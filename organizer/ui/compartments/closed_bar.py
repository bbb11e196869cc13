"""ClosedBar: says above a list what of it lies in a closed compartment, and opens it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
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
    """Out of the way while nothing is left out. `changed`: whether the list's own kind is closed is known anew."""

    changed = Signal()

    def __init__(self, session: Session, kind: type[Record]) -> None:
        super().__init__()
        self._session, self._kind = session, kind
        self._closed: type[Record] | None = None
        self._words = Text("", "small", wrap=True)
        self.open_button = Button(_("Open…"), icon="lock-open", small=True)
        self.open_button.clicked.connect(self.ask)
        self.setLayout(row(Glyph("lock", 18, "amber_text"), (self._words, 1), self.open_button, gap=8, margins=(16, 0, 16, 6)))
        self.hide()

    def is_closed(self) -> bool:
        """Whether the list's own kind is closed."""
        return self._closed is self._kind

    def say(self, closed: Sequence[Compartment], *, searched: bool) -> None:
        """Say what was left out of a search, or of the list as such."""
        kinds = [each.kind for each in closed]
        self._closed = self._kind if self._kind in kinds else next(iter(kinds), None)
        words = _("This lies in a closed compartment: it shows ••• and cannot be changed.")
        self._words.setText(not_searched(sum(each.count for each in closed)) if searched else words)
        self.setVisible(bool(closed))
        self.changed.emit()

    def ask(self) -> None:
        if self._closed is not None:
            SecretSheet(self.window(), self._session.tasks, purposes.open_(self._session.store, self._closed)).show_over()

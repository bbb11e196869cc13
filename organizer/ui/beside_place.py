"""BesidePlace: where the window keeps what is open beside its page. Nothing is made before it is wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from organizer.records.base import Record
from organizer.ui.look.theme import px
from organizer.ui.look.tokens import SPACE
from organizer.ui.page import Page
from organizer.ui.panes import pane_with_focus
from organizer.ui.session import Session

if TYPE_CHECKING:
    from organizer.ui.beside import Beside

WIDTH = SPACE.form - 40
"""As narrow as a form may be, in px at 100 % text: then list and form keep their places on a laptop's screen."""


class BesidePlace(QWidget):
    """`moved`: there is something now, or nothing any more."""

    moved = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.beside: Beside | None = None
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self.hide()

    def open(self, kind: type[Record], record_id: int) -> bool:
        """False: records of this kind have no form to stand here."""
        from organizer.ui.beside import Beside, can_stand_beside

        if not can_stand_beside(kind):
            return False
        if self.beside is None:
            self.beside = Beside(self._session)
            self.beside.closed.connect(self._follow)
            self._row.addWidget(self.beside)
        self.beside.open_record(record_id, kind)
        self._follow()
        return True

    def _follow(self) -> None:
        self.setHidden(self.beside is None or self.beside.form() is None)
        self.moved.emit()

    def taken(self) -> int:
        """How much of the window's width stands here, in device-independent pixels."""
        return 0 if self.isHidden() else px(WIDTH)

    def page_in_hand(self, page: Page) -> Page:
        """Whom the keys of a page are for: what stands here while the focus is in it, else the page."""
        here = self.beside is not None and pane_with_focus([self]) == 0
        return self.beside if here and self.beside is not None else page

    def panes(self) -> list[QWidget]:
        return self.beside.panes() if self.beside is not None else []

    def close_record(self) -> None:
        if self.beside is not None:
            self.beside.close_record()

    def keep(self) -> None:
        if self.beside is not None:
            self.beside.keep()

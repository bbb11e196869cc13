"""How a press release is printed this time: in large print, in black and one colour. Neither is kept with it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from organizer.errors import Problem
from organizer.i18n import _
from organizer.ui.controls import Control
from organizer.ui.look.layout import col
from organizer.ui.look.wrap import Wrap
from organizer.ui.prints.proofs import ReleaseLook


class ReleaseHow(Control):
    """`chosen`: a person chose otherwise."""

    bare = True
    chosen = Signal()

    def __init__(self) -> None:
        place = QWidget()
        super().__init__("how_printed", place)
        self.large, self.one_colour = QCheckBox(_("Large print")), QCheckBox(_("Black and one colour"))
        for check in (self.large, self.one_colour):
            check.setAccessibleName(check.text())
            check.clicked.connect(lambda _on: self.chosen.emit())
        place.setLayout(col(Wrap([self.large, self.one_colour], gap=14)))

    def look(self) -> ReleaseLook:
        return ReleaseLook(large=self.large.isChecked(), one_colour=self.one_colour.isChecked())

    def show(self, record: Any) -> None:
        """It is of this sitting, whichever release is shown."""

    def take(self, record: Any) -> list[Problem]:
        return []

    def raw(self) -> str:
        return ""

    def restore(self, raw: Any) -> None:
        """Nothing of it is kept in drafts."""

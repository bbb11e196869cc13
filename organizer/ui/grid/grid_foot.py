"""Foot: under the grid, what the panel would say where it has no room beside the grid."""

from __future__ import annotations

from organizer.actions.letter_sheet import ReadSheet
from organizer.i18n import _, _n, number
from organizer.ui.grid.grid_panel import log_words, ready_words
from organizer.ui.grid.look_items import rows_to_look_at
from organizer.ui.look.layout import Panel, row
from organizer.ui.look.parts import Button, Elided


class Foot(Panel):
    """`look` opens the panel in the grid's place."""

    def __init__(self) -> None:
        super().__init__("canvas", edges=("top",))
        self._words = Elided("", "small", "ink2")
        self.look = Button("", icon="triangle-alert")
        self.discard = Button(_("Discard"), "quiet")
        self.log = Button(_("Log letters"), "primary", keys="Ctrl+Enter")
        self.setLayout(row((self._words, 1), self.look, self.discard, self.log, margins=(16, 10, 12, 10)))
        self.hide()

    def show_sheet(self, sheet: ReadSheet) -> None:
        looks = rows_to_look_at(sheet)
        self._words.setText(_("{number} {ready}").format(number=number(sheet.total()), ready=ready_words(sheet)))
        self.look.set_words(_n("Look at {n} row", "Look at {n} rows", looks))
        self.look.setVisible(looks > 0)
        self.log.set_words(log_words(sheet))
        self.log.setEnabled(sheet.ready() > 0)
        self.discard.setEnabled(sheet.begun() > 0)

"""RestoredSheet: says of an open file that a backup took its place; and the way from the one to the other."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

from organizer.i18n import _
from organizer.records.base import Record
from organizer.store import restore
from organizer.store.key import Key
from organizer.store.store import Store
from organizer.ui.look.button import Button
from organizer.ui.look.layout import col, row
from organizer.ui.look.sheet import Sheet
from organizer.ui.look.text import Glyph, Text
from organizer.ui.safe_keeping.backup_words import comparison
from organizer.ui.safe_keeping.comparison import Comparison
from organizer.ui.safe_keeping.exchange import Exchange
from organizer.ui.safe_keeping.restoring import Done, Looked, aside_words, bared_words, erased_again_words, put_back, warning


class RestoredSheet(Sheet):
    """The file is another now: what it held before and what it holds, and where its former state lies.

    `bared` kinds lost their compartment by it; `again` is the button that makes one of them anew.
    """

    def __init__(
        self, window: QWidget, before: Mapping[str, int], restored: restore.Restored, bared: Mapping[type[Record], int]
    ) -> None:
        self.again = Button(_("Make the compartment again…"), "primary" if bared else "plain", icon="lock")
        self.again.setVisible(bool(bared))
        self.close_button = Button(_("Close"), "plain" if bared else "primary", keys="Esc")
        title = _("The backup was restored")
        self.comparison = Comparison(comparison(before, restored.counts), (_("Before"), _("Now")))
        contents = col(
            row(Text(title, "title"), None, Glyph("shield-check", 22, "green_text"), gap=8),
            self.comparison,
            *([warning(bared_words(bared))] if bared else []),
            *(Text(words, "body", wrap=True) for words in [erased_again_words(restored)] if words),
            Text(aside_words(restored), "body", "ink2", wrap=True),
            row(None, self.close_button, self.again, gap=6),
            gap=16,
            margins=(26, 22, 22, 20),
        )
        super().__init__(window, title, contents, width=520)
        self.close_button.clicked.connect(self.dismiss)
        self.closed.connect(self.deleteLater)


def exchange_to(path: Path, looked: Looked, before: Mapping[str, int], former: Key | None) -> Exchange:
    """The way from the open file to the restored one."""
    found: list[Done] = []

    def work() -> Store:
        found.append(put_back(path, looked, damaged=False, former=former))
        return found[0].store

    def welcome(window: QWidget) -> None:
        show_restored(window, before, found[0].restored, looked.bared)

    return Exchange(
        work, welcome, _("Restoring the backup"), _("A backup of the present state is made first. This takes a moment.")
    )


def show_restored(
    window: QWidget, before: Mapping[str, int], restored: restore.Restored, bared: Mapping[type[Record], int]
) -> RestoredSheet:
    sheet = RestoredSheet(window, before, restored, bared)
    sheet.again.clicked.connect(lambda: _make_again(sheet, window, next(iter(bared))))
    sheet.show_over()
    return sheet


def _make_again(sheet: RestoredSheet, window: Any, kind: type[Record]) -> None:
    """Go to the compartments, and ask there for the passphrase of this one."""
    sheet.dismiss()
    window.show_page("safe_keeping")
    window.page().show_section("compartments")
    window.page().current().make(kind)

"""Looking into a backup and restoring it, as work for a worker thread; and what is said when it is done."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QWidget

from organizer import i18n
from organizer.i18n import _
from organizer.store import backup, checks, faults, opening, restore
from organizer.store.key import Key
from organizer.store.store import Store
from organizer.ui.look.button import Button
from organizer.ui.look.layout import col, row
from organizer.ui.look.sheet import Sheet
from organizer.ui.look.text import Glyph, Text
from organizer.ui.safe_keeping.backup_words import comparison
from organizer.ui.safe_keeping.comparison import Comparison


@dataclass(frozen=True)
class Looked:
    """A backup that was opened and checked page by page just now. `key` opens it, None for a plain one."""

    copy: Path
    key: Key | None
    counts: Mapping[str, int]


@dataclass(frozen=True)
class Done:
    """A restored file, open, and what took place."""

    store: Store
    restored: restore.Restored


def look(copy: Path, passphrase: str | None, key: Key | None) -> Looked:
    """Open a backup and prove it whole. UserErrors say why it cannot be used."""
    fitting = restore.key_of(copy, passphrase, key)
    with faults.in_words():
        return Looked(copy, fitting, backup.verified(copy, fitting, depth=checks.FULL))


def put_back(path: Path, looked: Looked, *, damaged: bool) -> Done:
    """Restore a file that is not open, and open it."""
    restored = restore.restore(path, looked.copy, looked.key, damaged=damaged)
    return Done(opening.open_file(path, key=looked.key), restored)


def aside_words(restored: restore.Restored) -> str:
    sentence = _("The file as it was before lies in the folder “{folder}” beside it. Nothing was deleted.")
    return sentence.format(folder=i18n.isolate(restored.aside.name))


class RestoredSheet(Sheet):
    """The file is another now: what it held before and what it holds, and where its former state lies."""

    def __init__(self, window: QWidget, before: Mapping[str, int], restored: restore.Restored) -> None:
        self.close_button = Button(_("Close"), "primary", keys="Esc")
        title = _("The backup was restored")
        self.comparison = Comparison(comparison(before, restored.counts), (_("Before"), _("Now")))
        contents = col(
            row(Text(title, "title"), None, Glyph("shield-check", 22, "green_text"), gap=8),
            self.comparison,
            Text(aside_words(restored), "body", "ink2", wrap=True),
            row(None, self.close_button),
            gap=16,
            margins=(26, 22, 22, 20),
        )
        super().__init__(window, title, contents, width=520)
        self.close_button.clicked.connect(self.dismiss)
        self.closed.connect(self.deleteLater)

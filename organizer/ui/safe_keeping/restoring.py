"""Looking into a backup and restoring it, as work for a worker thread; and what is said when it is done."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QWidget

from organizer import i18n
from organizer.i18n import _, _n
from organizer.records.erasure import all_erasures
from organizer.store import backup, checks, erasing_again, faults, opening, restore
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
    """A backup that was opened and checked page by page just now. `key` opens it, None for a plain one.

    `erased` people in it were erased since.
    """

    copy: Path
    key: Key | None
    counts: Mapping[str, int]
    erased: int


@dataclass(frozen=True)
class Done:
    """A restored file, open, and what took place."""

    store: Store
    restored: restore.Restored


def look(path: Path, copy: Path, passphrase: str | None, key: Key | None, store: Store | None) -> Looked:
    """Open a backup of a file and prove it whole. UserErrors say why it cannot be used. `store` is the file if it is open."""
    fitting = restore.key_of(copy, passphrase, key)
    with faults.in_words():
        counts = backup.verified(copy, fitting, depth=checks.FULL)
    erasures = erasing_again.since(path, copy, (fitting, key)) if store is None else store.records(all_erasures())
    return Looked(copy, fitting, counts, erasing_again.people_erased_since(copy, fitting, erasures))


def put_back(path: Path, looked: Looked, *, damaged: bool, former: Key | None = None) -> Done:
    """Restore a file that is not open, and open it. `former` opens it as it lies."""
    restored = restore.restore(path, looked.copy, looked.key, damaged=damaged, former=former)
    return Done(opening.open_file(path, key=looked.key), restored)


def aside_words(restored: restore.Restored) -> str:
    sentence = _("The file as it was before lies in the folder “{folder}” beside it. Nothing was deleted.")
    return sentence.format(folder=i18n.isolate(restored.aside.name))


def erased_again_words(restored: restore.Restored) -> str:
    """What was taken out again and what is to be looked at; empty where nobody was erased since."""
    said: list[str] = []
    if restored.erased_again:
        again = _n(
            "{n} person who was erased since the backup was taken out again.",
            "{n} people who were erased since the backup were taken out again.",
            restored.erased_again,
        )
        said.append(again)
    if restored.remain:
        remain = _n(
            "{n} text holds words again that an erasure had taken out: look at it under Privacy.",
            "{n} texts hold words again that an erasure had taken out: look at them under Privacy.",
            restored.remain,
        )
        said.append(remain)
    if restored.closed:
        said.append(_("Closed compartments were not looked through for erased people: do so when you open them."))
    return " ".join(said)


class RestoredSheet(Sheet):
    """The file is another now: what it held before and what it holds, and where its former state lies."""

    def __init__(self, window: QWidget, before: Mapping[str, int], restored: restore.Restored) -> None:
        self.close_button = Button(_("Close"), "primary", keys="Esc")
        title = _("The backup was restored")
        self.comparison = Comparison(comparison(before, restored.counts), (_("Before"), _("Now")))
        contents = col(
            row(Text(title, "title"), None, Glyph("shield-check", 22, "green_text"), gap=8),
            self.comparison,
            *(Text(words, "body", wrap=True) for words in [erased_again_words(restored)] if words),
            Text(aside_words(restored), "body", "ink2", wrap=True),
            row(None, self.close_button),
            gap=16,
            margins=(26, 22, 22, 20),
        )
        super().__init__(window, title, contents, width=520)
        self.close_button.clicked.connect(self.dismiss)
        self.closed.connect(self.deleteLater)
